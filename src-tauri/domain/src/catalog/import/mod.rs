//! Import of what offices keep in workbooks: programmes with their units, units alone, instructors, rooms. The dry run
//! is the import itself, not committed, so that both follow the same rules.

pub mod columns;
mod programmes;
pub mod run;
pub(crate) mod values;
