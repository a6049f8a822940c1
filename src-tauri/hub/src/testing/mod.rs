//! What tests of any crate can start.

pub mod postgres;
