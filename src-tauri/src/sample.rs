//! The office of made-up people (*data contoh*), for trying out and for the manual. Nobody in it exists.

use crate::commands::office::SampleLogin;

/// Its officer.
pub fn login() -> SampleLogin {
    SampleLogin { username: "contoh".to_owned(), password: "contoh123".to_owned() }
}
