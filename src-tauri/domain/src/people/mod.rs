//! People: who they are, where they live, whom they resemble.

pub mod card;
pub mod attachment;
pub mod background;
pub mod checklist;
pub mod document;
pub(crate) mod papers_store;
pub mod photo;
mod picture;
pub use picture::PictureRefusal;
pub mod scan;
#[cfg(test)]
pub(crate) mod testing;
pub mod education;
pub mod particulars;
pub mod person;
pub mod name;
pub mod spelling;
pub(crate) mod store;
pub mod draft;
pub mod register;
pub mod find;
pub mod list;
pub mod merge;
pub mod erase;
pub mod detail;
pub mod dossier;
pub mod duplicate;
pub(crate) mod duplicate_store;
pub mod similarity;
pub mod region_index;
pub mod region_search;
pub mod region_resolve;
pub mod region_seed;

#[cfg(test)]
pub(crate) mod people_tests;
