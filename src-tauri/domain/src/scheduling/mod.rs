//! When and where: batches, and the timetable that the planner proposes and people mend.

pub mod axis;
pub mod batch;
pub mod board;
pub mod edit;
pub mod load;
pub mod load_month;
pub mod names;
pub(crate) mod names_store;
pub mod notice;
pub mod plan;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod testing;
pub mod timetable;
pub mod week;

pub use batch::Batch;
pub use plan::{ChangeNotice, Plan, SchedulingRule, Session};
