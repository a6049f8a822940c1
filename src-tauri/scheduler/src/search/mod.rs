//! The search core: annealing over any [`Landscape`], small moves or large, with one idea of cost.
//!
//! It knows nothing of lessons. A face gives it a landscape; it decides what is taken, how hot it is, and what the best
//! was.

mod anneal;
mod cost;
mod curve;
mod landscape;
mod schedule;

pub use anneal::{Found, anneal};
pub use cost::{Cost, Weights};
pub use landscape::Landscape;
pub use schedule::{Budget, Cooling, Progress};
