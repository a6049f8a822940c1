//! What happened to a job seeker (*daftar, lapor, perpanjang, tempat, hapus*): one row per event with its own day.
//! The monthly reports count events, so none is ever changed or taken out; taking an act back takes its events back.

use super::{Card, PlacementScope, store};
use crate::{
    base::{dates::age_on, id::Id},
    office::Officer,
    people::person::Person,
    store::{Result, SqliteConnection, Work},
};
use chrono::NaiveDate;

words! {
    /// What happened (*peristiwa*).
    pub enum SeekerEventKind {
        /// Registered (*terdaftar*).
        Registered = "DAFTAR",
        /// Reported (*lapor*).
        Reported = "LAPOR",
        /// Card renewed (*perpanjangan*).
        Renewed = "PERPANJANG",
        /// Placed in work (*ditempatkan*).
        Placed = "TEMPAT",
        /// Removed from the register (*dihapuskan*).
        Removed = "HAPUS",
    }
}

table! {
    /// One event in a person's search for work.
    pub struct SeekerEvent = 18 "seeker_event" {
        /// Whose.
        1 A person_id: Id<Person>,
        /// With which card.
        2 A card_id: Option<Id<Card>>,
        /// What happened.
        3 A kind: SeekerEventKind,
        /// On which day.
        4 A happened_on: NaiveDate,
        /// The person's age on that day; a later correction of the birth date does not change counted reports.
        5 A age: Option<i64>,
        /// Of a placement, how far it reaches.
        6 A placement_scope: Option<PlacementScope>,
        /// Of a placement the employer, of a removal the reason.
        7 A note: Option<String>,
        /// Who noted it.
        8 A officer_id: Option<Id<Officer>>,
    }
}

/// Notes an event.
pub(super) async fn note(
    work: &mut Work,
    card: &Card,
    kind: SeekerEventKind,
    happened_on: NaiveDate,
    (placement_scope, note): (Option<PlacementScope>, Option<String>),
) -> Result<()> {
    let person = work.get(card.person_id).await?;
    let birth = person.and_then(|person: Person| person.birth_on);
    let event = SeekerEvent {
        id: work.id(),
        person_id: card.person_id,
        card_id: Some(card.id),
        kind,
        happened_on,
        age: birth.map(|birth| i64::from(age_on(birth, happened_on))),
        placement_scope,
        note,
        officer_id: work.actor(),
    };
    work.put_new(&event).await
}

/// Notes a placement of a person who searched without a card.
pub async fn placed_without_card(
    work: &mut Work,
    person_id: Id<Person>,
    happened_on: NaiveDate,
    (placement_scope, note): (Option<PlacementScope>, Option<String>),
) -> Result<Id<SeekerEvent>> {
    let birth = work.get(person_id).await?.and_then(|person: Person| person.birth_on);
    let event = SeekerEvent {
        id: work.id(),
        person_id,
        card_id: None,
        kind: SeekerEventKind::Placed,
        happened_on,
        age: birth.map(|birth| i64::from(age_on(birth, happened_on))),
        placement_scope,
        note,
        officer_id: work.actor(),
    };
    work.put_new(&event).await?;
    Ok(event.id)
}

/// A person's events, the first one first.
pub async fn events(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<SeekerEvent>> {
    store::events(connection, person).await
}
