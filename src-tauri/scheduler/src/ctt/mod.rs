//! The public benchmark of the field: ITC-2007, curriculum-based course timetabling, formulation UD2.
//!
//! Lectures of courses get a period and a room. No two of a teacher or of a curriculum at once, none when its course is
//! not available, one to a room. Then the cost: students without a seat, courses on too few days, lectures that stand
//! alone in the day of a curriculum, courses in several rooms.

mod chain;
mod check;
mod improve;
mod instance;
#[cfg(test)]
mod made;
mod model;
mod place;
mod proof;
mod read;
mod solve;
mod timetable;

pub use check::{Verdict, check};
pub use instance::{Course, Curriculum, Instance, Name, Room};
pub use proof::Impossible;
pub use read::{Unreadable, read};
pub use solve::{Answer, Placed, solution, solve};
