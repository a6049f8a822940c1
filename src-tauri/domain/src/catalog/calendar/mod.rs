//! When training is held: holidays, time patterns of the week, and the seasons in which another pattern holds.

pub mod day;
pub mod holiday;
pub mod pattern;
mod store;

pub use day::{Calendar, load};
pub use holiday::Holiday;
pub use pattern::{PatternSlot, Season, TimePattern};
