//! What can go wrong at the ledger, and which of it is worth another try.

/// A failure of the ledger.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine said no, or was gone.
    #[error("the ledger's engine: {0}")]
    Engine(#[from] sqlx::Error),
    /// What is stored does not read back.
    #[error("the ledger holds something that cannot be read: {0}")]
    Unreadable(String),
    /// The transaction met others on every try.
    #[error("the ledger is too busy: {0}")]
    Busy(String),
}

/// What a call of the ledger comes to.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Whether the same transaction may succeed when it is done again: the engine asked for it, or the line broke.
    pub(super) fn asks_for_another_try(&self) -> bool {
        let Error::Engine(error) = self else {
            return false;
        };
        match error {
            sqlx::Error::Database(database) => database.code().is_some_and(|code| is_transient(&code)),
            sqlx::Error::Io(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => true,
            _ => false,
        }
    }
}

/// Serialization failure, deadlock, lost connection, server going down; SQLite's busy and locked.
fn is_transient(code: &str) -> bool {
    matches!(code, "40001" | "40P01" | "57P01" | "57P02" | "57P03" | "5" | "6" | "517" | "262")
        || code.len() == 5 && code.starts_with("08")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_engine_asks_to_repeat_is_tried_again() {
        for code in ["40001", "40P01", "08006", "08003", "57P01", "5"] {
            assert!(is_transient(code), "{code}");
        }
        for code in ["23505", "42501", "22001", "08", "1"] {
            assert!(!is_transient(code), "{code}");
        }
        assert!(!Error::Unreadable("x".to_owned()).asks_for_another_try());
    }
}
