//! Two tiers: a refusal that a person can mend, a fault that goes to the log.

use crate::base::refusal::Refusal;

/// What a domain function answers when it cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Expected; the page words it.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// SQLite or the disk failed.
    #[error("store: {0}")]
    Store(#[from] sqlx::Error),
    /// A migration could not be applied.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A file of the data folder could not be read or written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// Stored bytes are not what this build writes.
    #[error("stored bytes: {0}")]
    Encoding(String),
}

/// The domain's result.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A refusal without parameters, for rules of the store itself.
    pub fn refused(area: &str, code: &str) -> Self {
        Error::Refused(Refusal::new(area, code))
    }

    /// True when a row is not what its table takes (`SQLITE_CONSTRAINT`, code 19).
    pub fn is_of_a_constraint(&self) -> bool {
        matches!(self, Error::Store(error) if sqlite_code(error) == Some(19))
    }

    /// True when the disk has no room left (`SQLITE_FULL`, code 13, or the operating system's word).
    pub fn is_disk_full(&self) -> bool {
        match self {
            Error::Store(error) => sqlite_code(error) == Some(13),
            Error::File(error) => error.kind() == std::io::ErrorKind::StorageFull,
            _ => false,
        }
    }
}

/// SQLite's primary result code of an error, if it came from SQLite.
pub(crate) fn sqlite_code(error: &sqlx::Error) -> Option<i32> {
    let sqlx::Error::Database(error) = error else { return None };
    error.code()?.parse::<i32>().ok().map(|code| code & 0xff)
}
