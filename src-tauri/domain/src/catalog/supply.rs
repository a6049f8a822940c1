//! Tools and consumables (*alat dan bahan*) that sessions reserve.

use super::programme_unit::ProgrammeUnit;
use crate::base::id::Id;
use chrono::{DateTime, Utc};

words! {
    /// Comes back after the session, or is used up.
    pub enum SupplyKind {
        /// Comes back.
        Tool = "ALAT",
        /// Used up.
        Consumable = "BAHAN",
    }
}

table! {
    /// A tool or a consumable (*alat, bahan*).
    pub struct Supply = 40 "supply" {
        /// Its name.
        1 A name: String,
        /// Comes back or is used up.
        2 A kind: SupplyKind,
        /// What is counted: `unit`, `kg`, `batang`.
        3 A measure: String,
        /// How many there are.
        4 A stock: i64,
        /// Gone since.
        5 A retired_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// What a unit needs of a supply: per session for a tool, for the whole unit for a consumable.
    pub struct UnitSupply = 41 "unit_supply" {
        /// Which unit of which programme.
        1 A programme_unit_id: Id<ProgrammeUnit>,
        /// Which supply.
        2 A supply_id: Id<Supply>,
        /// How many.
        3 A quantity: i64,
        /// For each trainee, or for the whole batch.
        4 A per_trainee: bool,
    }
}
