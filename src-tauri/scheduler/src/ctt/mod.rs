//! The public benchmark of the field: ITC-2007, curriculum-based course timetabling, formulation UD2.

mod chain;
pub mod instance;
mod improve;
mod model;
mod place;
mod read;
mod timetable;
mod solve;

pub use instance::Instance;
pub use read::{Unreadable, read};
pub use solve::{solve};
