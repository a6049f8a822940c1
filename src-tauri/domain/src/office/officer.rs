//! Officers (*petugas*) and their passwords.

use super::role::Role;
use crate::{
    base::{id::Id, text::tidy},
    store::{Error, Result, Work},
};
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shortest password that is accepted.
pub const PASSWORD_MIN: usize = 8;

table! {
    /// A member of staff who signs in.
    pub struct Officer = 2 "officer" {
        /// The name typed at sign-in, lower case.
        1 A username: String,
        /// The name on papers.
        2 A full_name: String,
        /// Civil servant's number (*NIP*).
        3 A nip: Option<String>,
        /// What they may do.
        4 B role: Role,
        /// Argon2id, PHC string.
        5 A password_hash: String,
        /// Chosen theme.
        6 A theme: Option<String>,
        /// Chosen zoom in percent.
        7 A zoom: Option<i64>,
        /// Chosen language.
        8 A language: Option<String>,
        /// No longer signs in since.
        9 A retired_at: Option<DateTime<Utc>>,
    }
}

/// An officer without the password.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficerCard {
    /// Whose.
    pub id: Id<Officer>,
    /// The name typed at sign-in.
    pub username: String,
    /// The name on papers.
    pub full_name: String,
    /// Civil servant's number.
    pub nip: Option<String>,
    /// What they may do.
    pub role: Role,
    /// No longer signs in.
    pub retired: bool,
}

/// What an administrator types of an officer; an empty password keeps the old one.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OfficerDraft {
    /// `None`: a new officer.
    pub id: Option<Id<Officer>>,
    /// The name typed at sign-in.
    pub username: String,
    /// The name on papers.
    pub full_name: String,
    /// Civil servant's number.
    pub nip: Option<String>,
    /// What they may do.
    pub role: Role,
    /// A new password, or nothing.
    pub password: String,
    /// No longer signs in.
    pub retired: bool,
}

refusals! {
    "officer" =>
    /// What keeps an officer from being stored or from signing in.
    OfficerRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// The sign-in name must be letters, digits, dots.
        UsernameForm => "username_form",
        /// The sign-in name is taken.
        UsernameTaken => "username_taken",
        /// The password is too short.
        PasswordShort { min } => "password_short",
        /// Name or password do not fit.
        WrongPassword => "wrong_password",
        /// Too many tries; wait.
        TooManyTries { seconds } => "too_many_tries",
        /// No one is signed in.
        SignedOut => "signed_out",
        /// The role does not allow it.
        NotAllowed { right } => "not_allowed",
        /// The last administrator must stay.
        LastAdministrator => "last_administrator",
    }
}

impl From<&Officer> for OfficerCard {
    fn from(officer: &Officer) -> Self {
        OfficerCard {
            id: officer.id,
            username: officer.username.clone(),
            full_name: officer.full_name.clone(),
            nip: officer.nip.clone(),
            role: officer.role,
            retired: officer.retired_at.is_some(),
        }
    }
}

/// The Argon2id hash of a password, a PHC string.
pub fn hash_password(password: &str) -> Result<String> {
    if password.chars().count() < PASSWORD_MIN {
        return Err(OfficerRefusal::PasswordShort { min: PASSWORD_MIN.to_string() }.into());
    }
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| Error::Encoding(error.to_string()))
}

/// Whether the password is the officer's.
pub fn password_fits(hash: &str, password: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Stores an officer, new or changed.
pub async fn save(work: &mut Work, draft: OfficerDraft) -> Result<Id<Officer>> {
    let username = tidy(&draft.username).to_lowercase();
    if username.is_empty() || !username.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)) {
        return Err(OfficerRefusal::UsernameForm.into());
    }
    if tidy(&draft.full_name).is_empty() {
        return Err(OfficerRefusal::NameMissing.into());
    }
    let stored = match draft.id {
        Some(id) => work.get(id).await?,
        None => None,
    };
    if let Some(other) = super::store::officer_by_username(work.reads(), &username).await?
        && Some(other.id) != draft.id
    {
        return Err(OfficerRefusal::UsernameTaken.into());
    }
    let password_hash = match (&stored, draft.password.is_empty()) {
        (Some(officer), true) => officer.password_hash.clone(),
        _ => hash_password(&draft.password)?,
    };
    let at = work.at();
    let officer = Officer {
        id: draft.id.unwrap_or_else(|| work.id()),
        username,
        full_name: tidy(&draft.full_name),
        nip: draft.nip.map(|nip| tidy(&nip)).filter(|nip| !nip.is_empty()),
        role: draft.role,
        password_hash,
        theme: stored.as_ref().and_then(|officer| officer.theme.clone()),
        zoom: stored.as_ref().and_then(|officer| officer.zoom),
        language: stored.as_ref().and_then(|officer| officer.language.clone()),
        retired_at: draft.retired.then(|| stored.and_then(|officer| officer.retired_at).unwrap_or(at)),
    };
    work.put(&officer).await?;
    if !super::store::has_administrator(work.reads()).await? {
        return Err(OfficerRefusal::LastAdministrator.into());
    }
    work.about(officer.id).await?;
    Ok(officer.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let hash = hash_password("sandi loket satu").expect("hash");
        assert!(hash.starts_with("$argon2id$"));
        assert!(password_fits(&hash, "sandi loket satu"));
        assert!(!password_fits(&hash, "sandi loket dua"));
        assert!(!password_fits("rusak", "sandi loket satu"));
    }
}
