//! Import of what offices send: find the table, guess the columns, read the rows, say what becomes of each. Pure.

pub mod apply;
pub mod cell;
pub mod check;
pub mod columns;
pub mod date_column;
#[cfg(test)]
mod dialects;
mod evidence;
pub mod headers;
pub mod intakes;
pub mod lookalike;
#[cfg(test)]
mod made_up;
pub mod mapping;
mod nik_cell;
pub mod person_row;
pub mod plan;
pub mod report;
mod store;
pub mod table_finder;
#[cfg(test)]
mod tests;
mod tick;
mod twins;
pub mod values;
pub mod verdict;
