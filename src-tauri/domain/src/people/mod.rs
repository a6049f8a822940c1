//! People: who they are, where they live, whom they resemble.

pub mod card;
pub mod document;
pub mod education;
pub mod particulars;
pub mod person;
pub mod name;
pub mod spelling;
pub(crate) mod store;
