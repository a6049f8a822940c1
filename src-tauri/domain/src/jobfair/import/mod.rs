//! What companies and offices send as workbooks: vacancies, code lists, visitors, and result sheets that come back.

mod codes;
pub mod columns;
pub mod run;
mod vacancies;
pub mod values;
mod visitors;
