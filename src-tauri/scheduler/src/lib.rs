//! The planner: a problem in, a timetable and its reasons out.
//!
//! Pure: no clock, no file, no thread. A seed, a budget and a stop flag are arguments; the same seed and the same
//! budget of steps give the same timetable on every machine.
//! One search core ([`search`]) serves two faces: the year of a training centre ([`centre`]) and the field's public
//! benchmark.

pub mod centre;
pub mod ctt;
pub mod random;
pub mod search;
