//! Who looked at a masked field of whom, and every hand-out of personal data (UU 27/2022).

use super::officer::Officer;
use crate::{
    base::id::Id,
    store::{Result, Work},
};
use chrono::{DateTime, Utc};
use uuid::Uuid;

table! {
    /// One look or hand-out (*pembukaan data*). Never changed.
    pub struct Disclosure = 5 "disclosure" {
        /// Of whom.
        1 A person_id: Id<Uuid>,
        /// By whom.
        2 A officer_id: Id<Officer>,
        /// Which field, or `export`.
        3 A field: String,
        /// Why.
        4 A reason: String,
        /// When.
        5 A at: DateTime<Utc>,
    }
}

/// Notes a look.
pub async fn note(work: &mut Work, person: Uuid, officer: Id<Officer>, field: &str, reason: &str) -> Result<()> {
    let (id, at) = (work.id(), work.at());
    let (field, reason) = (field.to_owned(), reason.to_owned());
    work.put_new(&Disclosure { id, person_id: person.into(), officer_id: officer, field, reason, at }).await
}
