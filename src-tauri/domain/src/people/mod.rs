//! People: who they are, where they live, whom they resemble.

pub mod attachment;
pub mod background;
pub mod card;
pub mod checklist;
pub mod document;
pub(crate) mod papers_store;
pub mod photo;
mod picture;
pub use picture::PictureRefusal;
pub mod detail;
pub mod dossier;
pub mod draft;
pub mod duplicate;
pub(crate) mod duplicate_store;
pub mod education;
pub mod erase;
pub mod find;
pub mod list;
pub mod merge;
pub mod name;
pub mod particulars;
pub mod person;
pub mod region_index;
pub mod region_resolve;
pub mod region_search;
pub mod region_seed;
pub mod register;
pub mod restore;
pub mod scan;
pub mod similarity;
pub mod spelling;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod testing;

#[cfg(test)]
pub(crate) mod people_tests;
