//! Tools and consumables (*alat dan bahan*) that sessions reserve.

use super::{programme_unit::ProgrammeUnit, resources_store as store};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use ts_rs::TS;

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

/// A supply to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SupplyDraft {
    /// `None`: a new one.
    pub id: Option<Id<Supply>>,
    /// Its name.
    pub name: String,
    /// Comes back or is used up.
    pub kind: SupplyKind,
    /// What is counted; empty: `unit`.
    pub measure: String,
    /// How many there are.
    pub stock: i64,
}

refusals! {
    "supply" =>
    /// What keeps a supply from being saved.
    SupplyRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// Another supply has this name.
        NameTaken { name } => "name_taken",
        /// Less than none.
        StockRange => "stock_range",
        /// No such supply.
        Unknown => "unknown",
    }
}

/// Saves a supply. Refuses `supply.name_missing`, `supply.name_taken`, `supply.stock_range`, `supply.unknown`.
pub async fn save(work: &mut Work, draft: SupplyDraft) -> Result<Id<Supply>> {
    let name = filled(&draft.name).ok_or(SupplyRefusal::NameMissing)?;
    if !(0..=1_000_000_000).contains(&draft.stock) {
        return Err(SupplyRefusal::StockRange.into());
    }
    let all = store::supplies(work.reads(), true).await?;
    let same = |other: &&Supply| Some(other.id) != draft.id && other.name.to_lowercase() == name.to_lowercase();
    if let Some(other) = all.iter().find(same) {
        return Err(SupplyRefusal::NameTaken { name: other.name.clone() }.into());
    }
    let retired_at = match draft.id {
        Some(id) => all.iter().find(|known| known.id == id).ok_or(SupplyRefusal::Unknown)?.retired_at,
        None => None,
    };
    let id = draft.id.unwrap_or_else(|| work.id());
    let measure = filled(&draft.measure).unwrap_or_else(|| "unit".into());
    work.put(&Supply { id, name, kind: draft.kind, measure, stock: draft.stock, retired_at }).await?;
    work.about(id).await?;
    Ok(id)
}

/// Takes a supply out of the lists, or (`gone` false) puts it back. Refuses `supply.unknown`.
pub async fn retire(work: &mut Work, id: Id<Supply>, gone: bool) -> Result<()> {
    let mut supply = work.get(id).await?.ok_or(SupplyRefusal::Unknown)?;
    supply.retired_at = gone.then(|| work.at());
    work.put(&supply).await?;
    work.about(id).await
}

/// The supplies by name; also those that are gone when `retired`.
pub async fn list(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Supply>> {
    store::supplies(connection, retired).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{
        Error,
        testing::{an_office, begin},
    };

    #[tokio::test]
    async fn a_supply_has_a_name_of_its_own_and_never_less_than_none() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "supply_save").await;
        let draft = |name: &str, stock: i64| SupplyDraft {
            id: None,
            name: name.into(),
            kind: SupplyKind::Consumable,
            measure: " ".into(),
            stock,
        };
        let id = save(&mut work, draft("Elektroda E6013", 20)).await.expect("saved");
        assert_eq!(work.get(id).await.expect("read").expect("there").measure, "unit");
        for (name, stock, code) in
            [("elektroda e6013", 1, "name_taken"), ("Gas", -1, "stock_range"), (" ", 1, "name_missing")]
        {
            let error = save(&mut work, draft(name, stock)).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code), "{name}");
        }
        retire(&mut work, id, true).await.expect("retired");
        assert!(list(work.reads(), false).await.expect("list").is_empty());
    }
}
