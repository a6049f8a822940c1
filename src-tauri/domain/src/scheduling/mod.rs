//! When and where: batches, and the timetable that the planner proposes and people mend.

pub mod batch;
pub mod plan;
pub(crate) mod store;

pub use batch::Batch;
pub use plan::{ChangeNotice, Plan, SchedulingRule, Session};
