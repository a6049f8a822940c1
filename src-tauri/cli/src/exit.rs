//! How `balai` ends: what went wrong in words, and a code for scripts.

use balai_domain::{base::refusal::Refusal, store::Error};
use balai_paperwork::words::message;
use std::process::ExitCode;

/// What a verb answers.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a verb did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// A person can act.
    Refused(Refusal),
    /// No passphrase was given and nobody can be asked.
    NoPassphrase,
    /// The file was proved and is not whole; told already.
    Damaged,
    /// Unexpected.
    Fault(String),
}

impl Failure {
    /// A refusal without parameters.
    pub fn refused(area: &str, code: &str) -> Self {
        Failure::Refused(Refusal::new(area, code))
    }

    /// The code for scripts.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Refused(refusal) => match (refusal.area.as_str(), refusal.code.as_str()) {
                ("store", "in_use") => 3,
                ("key", "wrong_passphrase") => 4,
                ("store", "corrupt" | "backup_unreadable") | ("key", "slots_unreadable") => 5,
                _ => 1,
            },
            Failure::NoPassphrase => 4,
            Failure::Damaged => 5,
            Failure::Fault(_) => 6,
        }
    }

    /// Tells it on the error stream.
    pub fn tell(self, json: bool) -> ExitCode {
        let code = self.code();
        let words = match &self {
            Failure::Refused(refusal) => message(refusal),
            Failure::NoPassphrase => {
                "Frasa sandi belum diberikan. Isi BALAI_PASSPHRASE atau jalankan di terminal.".to_owned()
            }
            Failure::Damaged => return ExitCode::from(code),
            Failure::Fault(why) => why.clone(),
        };
        if json {
            let refusal = if let Failure::Refused(refusal) = &self { Some(refusal) } else { None };
            eprintln!("{}", serde_json::json!({ "exit": code, "refusal": refusal, "message": words }));
        } else {
            eprintln!("balai: {words}");
        }
        ExitCode::from(code)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(refusal) => Failure::Refused(refusal),
            full if full.is_disk_full() => Failure::refused("store", "disk_full"),
            fault => Failure::Fault(fault.to_string()),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Error::File(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_can_tell_the_ways_of_failing_apart() {
        let code = |area, code| Failure::refused(area, code).code();
        let codes = [
            code("store", "no_office"),
            code("store", "in_use"),
            code("key", "wrong_passphrase"),
            code("store", "corrupt"),
            Failure::NoPassphrase.code(),
            Failure::Fault(String::new()).code(),
        ];
        assert_eq!(codes, [1, 3, 4, 5, 4, 6]);
    }
}
