//! The year of a training centre: batches with their courses, instructors, rooms; planned, judged, explained, repaired.

mod build;
pub mod checker;
mod cost;
pub mod faults;
mod fit;
pub mod generator;
pub mod plan;
pub mod problem;
pub mod reasons;
pub mod repair;
pub mod rules;
mod search;
mod state;
#[cfg(test)]
mod tests;
pub mod verdict;
