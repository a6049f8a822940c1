//! Signing in: who, with what rights, and how often a wrong password may be tried.

use super::{
    officer::{Officer, OfficerRefusal, hash_password, password_fits},
    role::{Right, Role},
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

/// Wrong passwords before a pause.
const TRIES: u32 = 5;
/// The first pause in seconds; it doubles.
const PAUSE_SECONDS: i64 = 30;

/// The officer signed in, with choices of display.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "OfficerSession")]
pub struct Session {
    /// Who.
    pub officer: Id<Officer>,
    /// The name on papers.
    pub full_name: String,
    /// The name typed at sign-in.
    pub username: String,
    /// Civil servant's number, for papers.
    pub nip: Option<String>,
    /// Role.
    pub role: Role,
    /// What the role allows.
    pub rights: Vec<Right>,
    /// Chosen theme.
    pub theme: Option<String>,
    /// Chosen zoom.
    pub zoom: Option<i64>,
    /// Chosen language.
    pub language: Option<String>,
}

impl Session {
    /// Refuses `officer.not_allowed` when the role does not allow it.
    pub fn require(&self, right: Right) -> Result<()> {
        if self.role.may(right) {
            return Ok(());
        }
        let right = serde_json::to_value(right).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
        Err(OfficerRefusal::NotAllowed { right }.into())
    }
}

impl From<Officer> for Session {
    fn from(officer: Officer) -> Self {
        Session {
            officer: officer.id,
            full_name: officer.full_name,
            username: officer.username,
            nip: officer.nip,
            role: officer.role,
            rights: officer.role.rights(),
            theme: officer.theme,
            zoom: officer.zoom,
            language: officer.language,
        }
    }
}

/// Wrong tries since the last right one; kept by the shell in memory.
#[derive(Clone, Debug, Default)]
pub struct Tries {
    wrong: u32,
    until: Option<DateTime<Utc>>,
}

impl Tries {
    /// Refuses `officer.too_many_tries` during a pause.
    pub fn check(&self, now: DateTime<Utc>) -> Result<()> {
        match self.until {
            Some(until) if until > now => {
                let seconds = (until - now).num_seconds().max(1).to_string();
                Err(OfficerRefusal::TooManyTries { seconds }.into())
            }
            _ => Ok(()),
        }
    }

    /// Counts a try.
    pub fn note(&mut self, right: bool, now: DateTime<Utc>) {
        if right {
            *self = Tries::default();
            return;
        }
        self.wrong += 1;
        if self.wrong.is_multiple_of(TRIES) {
            let doubled = PAUSE_SECONDS << (self.wrong / TRIES - 1).min(6);
            self.until = Some(now + chrono::TimeDelta::seconds(doubled));
        }
    }
}

/// The officer of this name and password. Refuses `officer.wrong_password`.
pub async fn sign_in(connection: &mut SqliteConnection, username: &str, password: &str) -> Result<Session> {
    let found = super::store::officer_by_username(connection, &username.trim().to_lowercase()).await?;
    match found.filter(|officer| officer.retired_at.is_none()) {
        Some(officer) if password_fits(&officer.password_hash, password) => Ok(officer.into()),
        _ => Err(OfficerRefusal::WrongPassword.into()),
    }
}

/// An officer's own new password. Refuses `officer.wrong_password`, `officer.password_short`.
pub async fn change_password(work: &mut Work, id: Id<Officer>, old: &str, new: &str) -> Result<()> {
    let mut officer = work.get(id).await?.ok_or(OfficerRefusal::SignedOut)?;
    if !password_fits(&officer.password_hash, old) {
        return Err(OfficerRefusal::WrongPassword.into());
    }
    officer.password_hash = hash_password(new)?;
    work.put(&officer).await.map(|_| ())
}

/// An officer's choices of display.
pub async fn choose_display(
    work: &mut Work,
    id: Id<Officer>,
    theme: Option<String>,
    zoom: Option<i64>,
    language: Option<String>,
) -> Result<()> {
    let mut officer = work.get(id).await?.ok_or(OfficerRefusal::SignedOut)?;
    officer.theme = theme.or(officer.theme);
    officer.zoom = zoom.map(|zoom| zoom.clamp(80, 200)).or(officer.zoom);
    officer.language = language.or(officer.language);
    work.put(&officer).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_wrong_password_brings_a_pause_and_the_right_one_ends_it() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).expect("a moment");
        let mut tries = Tries::default();
        for _ in 0..4 {
            tries.note(false, now);
            assert!(tries.check(now).is_ok());
        }
        tries.note(false, now);
        assert!(tries.check(now).is_err());
        assert!(tries.check(now + chrono::TimeDelta::seconds(31)).is_ok());
        tries.note(true, now);
        assert!(tries.check(now).is_ok());
    }
}
