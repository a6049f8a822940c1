//! Who may give which command. Held at one gate before any command runs, from the table in `lib.rs`.

use balai_domain::{
    base::refusal::Refusal,
    office::{login::Session, officer::OfficerRefusal, role::Right},
    store::Error,
};

/// What a command asks of whoever gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Nothing: it works before anyone has signed in.
    Anyone,
    /// Someone is signed in.
    SignedIn,
    /// Someone is signed in whose role has the right.
    May(Right),
    /// The right when an office is open; nothing while its file cannot be opened, so that it can be rescued.
    Rescue(Right),
}

impl Access {
    /// Whether the command may run. Refuses `officer.signed_out` and `officer.not_allowed`.
    pub fn check(self, session: Option<&Session>, office_open: bool) -> Result<(), Refusal> {
        let right = match self {
            Access::Anyone => return Ok(()),
            Access::Rescue(_) if !office_open => return Ok(()),
            Access::SignedIn => None,
            Access::May(right) | Access::Rescue(right) => Some(right),
        };
        let session = session.ok_or(OfficerRefusal::SignedOut)?;
        match right.map(|right| session.require(right)) {
            Some(Err(Error::Refused(refusal))) => Err(refusal),
            _ => Ok(()),
        }
    }

    /// Whether giving the command shows that somebody sits at the desk.
    pub fn shows_presence(self) -> bool {
        !matches!(self, Access::Anyone)
    }
}
