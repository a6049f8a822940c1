//! Import of what offices send: find the table, guess the columns, read the rows, say what becomes of each. Pure.

pub mod cell;
pub mod check;
pub mod columns;
pub mod date_column;
#[cfg(test)]
mod dialects;
mod evidence;
pub mod headers;
#[cfg(test)]
mod made_up;
mod nik_cell;
pub mod table_finder;
mod twins;
pub mod values;
pub mod verdict;
pub mod apply;
pub mod intakes;
pub mod lookalike;
pub mod mapping;
pub mod person_row;
pub mod plan;
pub mod report;
mod store;
#[cfg(test)]
mod tests;
