//! A visitor of a fair (*pengunjung*): a person of the register with a ticket. Nothing is charged, so there is no price.

use super::fair::{Fair, FairSession};
use crate::{base::id::Id, people::person::Person};
use chrono::{DateTime, Utc};

words! {
    /// How the visitor came to the ticket.
    pub enum VisitSource {
        /// Beforehand.
        Ahead = "DAFTAR_AWAL",
        /// At the gate.
        WalkIn = "DI_TEMPAT",
        /// From a file.
        Import = "IMPOR",
    }
}

table! {
    /// One person's ticket to one fair.
    pub struct Visit = 70 "visit" {
        /// To which fair.
        1 A fair_id: Id<Fair>,
        /// Who.
        2 A person_id: Id<Person>,
        /// What the QR code holds: chance and check digits, never a number of the person.
        3 A ticket: String,
        /// How they came to it.
        4 A source: VisitSource,
        /// For which session.
        5 A session_id: Option<Id<FairSession>>,
        /// When.
        6 A registered_at: DateTime<Utc>,
        /// Work that is wished for, words parted by commas.
        7 A wishes: Option<String>,
        /// Not let in since.
        8 A blocked_at: Option<DateTime<Utc>>,
        /// Why.
        9 A blocked_reason: Option<String>,
    }
}
