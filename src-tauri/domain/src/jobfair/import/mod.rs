//! What companies and offices send as workbooks: vacancies, code lists, visitors, and result sheets that come back.

pub mod codes;
pub mod columns;
pub mod run;
pub mod vacancies;
pub mod values;
