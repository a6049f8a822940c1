//! The paper: reads xlsx, xls, ods and csv; writes pdf and xlsx. Knows no table of the office.

pub mod print;
pub mod read;
pub mod write;
