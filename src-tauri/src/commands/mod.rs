//! What the page may ask, one file per feature: unpack, call the domain, answer.

pub mod acts;
pub mod backup;
pub mod batch;
pub mod calendar;
pub mod card;
pub mod catalog;
pub mod catalog_import;
pub mod duplicate;
pub mod import;
pub mod instructor;
pub mod key;
pub mod notes;
pub mod office;
pub mod papers;
pub mod people;
pub mod planning;
pub mod print;
pub mod region;
pub mod registration;
pub mod room;
pub mod session;
pub mod timetable;
pub mod timetable_print;
