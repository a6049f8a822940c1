//! When training is held: holidays, time patterns of the week, and the seasons in which another pattern holds.

pub mod holiday;
pub mod pattern;

pub use holiday::Holiday;
pub use pattern::{PatternSlot, Season, TimePattern};
