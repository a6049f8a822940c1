//! Who hires: companies and vacancies, fairs with their booths, the gate, applications, and what came of them.

pub mod advice;
mod advice_store;
pub mod booth_plan;
pub mod class_code;
pub mod company;
pub mod consent;
pub mod duty;
pub mod fair;
pub(crate) mod fair_store;
pub mod floor;
pub mod floor_plan;
pub mod gate;
pub mod gate_desk;
pub(crate) mod gate_store;
pub(crate) mod hire_store;
pub mod import;
pub mod interview;
pub mod job_application;
pub mod matching;
pub mod outcome;
mod outcome_store;
pub mod participation;
pub mod placement;
pub mod queue;
pub mod result_sheet;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod testing;
pub mod ticket;
pub mod vacancy;
pub mod visit;
pub mod visitor;

pub use company::Company;
pub use fair::Fair;
