//! People: who they are, where they live, whom they resemble.

pub mod card;
pub mod document;
pub mod education;
pub mod particulars;
pub mod person;
pub mod name;
pub mod spelling;
pub(crate) mod store;
pub mod draft;
pub mod register;
pub mod find;
pub mod region_index;
pub mod region_search;
pub mod region_resolve;
pub mod region_seed;
