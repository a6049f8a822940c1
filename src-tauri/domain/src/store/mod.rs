//! The office's file: opening it, the one door for writes, the change log, search, backup.

#[macro_use]
pub mod table;
#[macro_use]
pub mod types;
pub mod about;
pub mod backup;
pub mod clock;
pub(crate) mod contested;
pub mod error;
pub mod history;
mod ids;
pub mod key;
pub mod log;
mod many;
pub mod open;
pub mod registers;
pub mod remote;
mod resolve;
mod rows;
pub mod search;
pub mod undo;
pub mod value;
pub mod verify;
pub mod work;

pub use error::{Error, Result};
pub use open::{Store, moment};
pub use sqlx::SqliteConnection;
pub use table::{Class, Column, Field, Meta, Table};
pub use value::Value;
pub use work::{Act, Work};

#[cfg(test)]
mod anomaly_tests;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod undo_tests;
