//! The year of a training centre: batches with their courses, instructors, rooms; planned, judged, explained, repaired.

mod build;
pub mod checker;
mod cost;
pub mod culprits;
mod ejection;
pub mod faults;
mod fit;
mod flow;
pub mod generator;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod optimum_tests;
pub mod plan;
pub mod problem;
pub mod proof;
#[cfg(test)]
mod proof_tests;
pub mod reasons;
pub mod repair;
pub mod rules;
mod search;
mod spots;
mod state;
pub mod substitutes;
#[cfg(test)]
mod tests;
pub mod verdict;
