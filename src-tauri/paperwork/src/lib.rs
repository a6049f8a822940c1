//! Between the office and its paper: `domain` knows no file, `documents` knows no table. Here what was read becomes
//! what the import takes, and what the office holds becomes what is printed. Used by the desk and by the command line.

pub mod dossier;
pub mod paper;
pub mod words;
pub mod workbook;
