//! When and where: batches, and the timetable that the planner proposes and people mend.

pub mod arrange;
pub mod axis;
pub mod batch;
pub mod batch_outlook;
mod batch_store;
#[cfg(test)]
mod batch_tests;
pub mod batch_view;
pub mod board;
pub mod candidate;
pub mod clash;
mod clockwork;
pub mod compare;
mod courses;
pub mod edit;
pub mod frame;
pub mod judge;
pub mod load;
pub mod load_month;
pub mod mend;
pub mod names;
pub(crate) mod names_store;
pub mod notice;
pub mod plan;
pub mod rules;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod testing;
pub mod timetable;
pub mod week;

pub use batch::Batch;
pub use plan::{ChangeNotice, Plan, SchedulingRule, Session};
pub use store::batches;
