//! Failures that tests let the engine suffer at any statement. A hub in service has none.

use super::error::Error;
use std::fmt::Debug;
use std::sync::Arc;

/// What happens at a statement or at a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The engine asks to repeat the transaction (40001).
    Conflict,
    /// The line breaks before the engine did it.
    Loss,
    /// The engine committed, and its answer never came.
    LostReply,
}

impl Fault {
    pub(super) fn lost() -> Error {
        Error::Engine(sqlx::Error::Io(std::io::Error::from(std::io::ErrorKind::ConnectionReset)))
    }
}

/// Decides what fails.
pub trait Faults: Debug + Send + Sync {
    /// Asked before every `statement` and at every `commit`.
    fn next(&self, at: &str) -> Fault;
}

/// The faults of a ledger, shared by its transactions.
pub type SharedFaults = Arc<dyn Faults>;

/// A sound engine.
#[derive(Debug)]
pub(super) struct Sound;

impl Faults for Sound {
    fn next(&self, _at: &str) -> Fault {
        Fault::None
    }
}
