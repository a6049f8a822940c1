//! Between the office and its paper: `domain` knows no file, `documents` knows no table. Here what was read becomes
//! what the import takes, and what the office holds becomes what is printed. Shared by the desk
//! and the command line, as is the place where both keep the office.

pub mod applicants;
pub mod dossier;
pub mod fair;
pub mod paper;
pub mod place;
pub mod timetable;
pub mod weekly;
pub mod words;
pub mod workbook;
