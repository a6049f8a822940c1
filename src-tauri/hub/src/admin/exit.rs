//! How `balai-hub` ends: words, and a code for scripts.

use crate::ledger;
use std::process::ExitCode;

/// What a verb answers.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a verb did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// A person can act on these words.
    Refused(String),
    /// Something was proved and is not whole.
    Damaged(String),
    /// Unexpected.
    Fault(String),
}

impl Failure {
    /// The code for scripts.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Refused(_) => 1,
            Failure::Damaged(_) => 5,
            Failure::Fault(_) => 6,
        }
    }

    /// Tells it on the error stream.
    pub fn tell(&self) -> ExitCode {
        let (Failure::Refused(words) | Failure::Damaged(words) | Failure::Fault(words)) = self;
        eprintln!("balai-hub: {words}");
        ExitCode::from(self.code())
    }
}

impl From<ledger::Error> for Failure {
    fn from(error: ledger::Error) -> Self {
        Failure::Fault(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::Fault(error.to_string())
    }
}
