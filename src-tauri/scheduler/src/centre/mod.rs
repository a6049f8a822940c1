//! The year of a training centre: batches with their courses, instructors, rooms; planned, judged, explained, repaired.

mod build;
pub mod checker;
mod cost;
mod ejection;
pub mod faults;
mod fit;
mod flow;
pub mod generator;
pub mod plan;
pub mod problem;
pub mod proof;
pub mod reasons;
pub mod repair;
pub mod rules;
mod search;
mod spots;
mod state;
#[cfg(test)]
mod tests;
pub mod verdict;
