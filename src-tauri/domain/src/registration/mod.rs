//! Who comes: intakes, applications and their way through the house, row entry, bulk changes, import.

pub mod application;
pub mod bulk;
pub mod eligibility;
pub mod import;
pub mod intake;
pub mod intake_list;
pub mod list;
pub mod receipt;
pub mod rows;
pub mod state;
pub mod step;
pub(crate) mod store;
pub mod story;

pub use application::{Application, ApplicationStep};
pub use intake::Intake;

#[cfg(test)]
mod eligibility_tests;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
