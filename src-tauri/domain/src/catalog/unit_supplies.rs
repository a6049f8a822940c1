//! What the units of a programme need of tools and consumables, saved as one sheet.

use super::{
    Programme,
    programme::ProgrammeRefusal,
    programme_unit::ProgrammeUnit,
    store,
    supply::{Supply, UnitSupply},
};
use crate::{
    base::id::Id,
    store::{Result, Work},
};
use serde::Deserialize;
use std::collections::HashMap;
use ts_rs::TS;

/// One need: a unit and a supply.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct SupplyLine {
    /// Which unit.
    pub programme_unit_id: Id<ProgrammeUnit>,
    /// Which supply.
    pub supply_id: Id<Supply>,
    /// How many.
    pub quantity: i64,
    /// For each trainee, or for the whole batch.
    pub per_trainee: bool,
}

/// All needs of a programme.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SupplySheet {
    /// Of which programme.
    pub programme_id: Id<Programme>,
    /// The needs.
    pub lines: Vec<SupplyLine>,
}

refusals! {
    "unit_supply" =>
    /// What keeps the needs of a programme from being saved.
    UnitSupplyRefusal {
        /// Nothing of it is needed.
        QuantityRange { title } => "quantity_range",
        /// One unit names one supply twice.
        Twice { title, supply } => "twice",
        /// The unit is not of this programme.
        UnitUnknown => "unit_unknown",
        /// No such supply.
        SupplyUnknown => "supply_unknown",
    }
}

/// Saves the needs of a programme. Refuses `unit_supply.quantity_range`, `unit_supply.twice`,
/// `unit_supply.unit_unknown`, `unit_supply.supply_unknown`, `programme.unknown`.
pub async fn save_supplies(work: &mut Work, sheet: SupplySheet) -> Result<()> {
    work.get(sheet.programme_id).await?.ok_or(ProgrammeRefusal::Unknown)?;
    let units = store::units_of(work.reads(), sheet.programme_id).await?;
    let mut wanted: HashMap<(Id<ProgrammeUnit>, Id<Supply>), SupplyLine> = HashMap::new();
    for line in sheet.lines {
        let unit = units.iter().find(|unit| unit.id == line.programme_unit_id).ok_or(UnitSupplyRefusal::UnitUnknown)?;
        let supply = work.get(line.supply_id).await?.ok_or(UnitSupplyRefusal::SupplyUnknown)?;
        let title = unit.title.clone();
        if !(1..=1_000_000).contains(&line.quantity) {
            return Err(UnitSupplyRefusal::QuantityRange { title }.into());
        }
        if wanted.insert((unit.id, supply.id), line).is_some() {
            return Err(UnitSupplyRefusal::Twice { title, supply: supply.name }.into());
        }
    }
    for mut known in store::supplies_of(work.reads(), sheet.programme_id).await? {
        match wanted.remove(&(known.programme_unit_id, known.supply_id)) {
            Some(line) => {
                (known.quantity, known.per_trainee) = (line.quantity, line.per_trainee);
                work.put(&known).await?;
            }
            None => work.remove(&known).await?,
        }
    }
    let mut new: Vec<UnitSupply> = wanted.into_values().map(|line| to_row(work.id(), line)).collect();
    new.sort_by_key(|row| (row.programme_unit_id.uuid(), row.supply_id.uuid()));
    work.put_new_many(&new).await?;
    work.about(sheet.programme_id).await
}

fn to_row(id: Id<UnitSupply>, line: SupplyLine) -> UnitSupply {
    let SupplyLine { programme_unit_id, supply_id, quantity, per_trainee } = line;
    UnitSupply { id, programme_unit_id, supply_id, quantity, per_trainee }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{
            ProgrammeDraft, programme, resources,
            supply::{self, SupplyDraft, SupplyKind},
            syllabus::{UnitLine, UnitSheet, save_units},
        },
        store::{
            Error,
            testing::{an_office, begin},
        },
    };

    #[tokio::test]
    async fn needs_are_kept_changed_and_let_go_as_the_sheet_says() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "programme_supplies_save").await;
        let draft = ProgrammeDraft { name: "Las".into(), ..ProgrammeDraft::default() };
        let programme_id = programme::save(&mut work, draft).await.expect("a programme");
        let line = UnitLine { title: "Las dasar".into(), jp_practice: 8, instructors: 1, ..UnitLine::default() };
        save_units(&mut work, UnitSheet { programme_id, lines: vec![line] }).await.expect("a unit");
        let unit = store::units_of(work.reads(), programme_id).await.expect("units")[0].id;
        let mut supplies = Vec::new();
        for name in ["Mesin las", "Elektroda"] {
            let draft =
                SupplyDraft { id: None, name: name.into(), kind: SupplyKind::Tool, measure: "unit".into(), stock: 8 };
            supplies.push(supply::save(&mut work, draft).await.expect("a supply"));
        }
        let need = |at: usize, quantity: i64| SupplyLine {
            programme_unit_id: unit,
            supply_id: supplies[at],
            quantity,
            per_trainee: true,
        };
        let sheet = |lines: Vec<SupplyLine>| SupplySheet { programme_id, lines };
        save_supplies(&mut work, sheet(vec![need(0, 1), need(1, 5)])).await.expect("saved");
        save_supplies(&mut work, sheet(vec![need(1, 7)])).await.expect("saved");
        let now = resources(work.reads()).await.expect("resources").unit_supplies;
        assert_eq!(now.iter().map(|row| (row.supply_id, row.quantity)).collect::<Vec<_>>(), [(supplies[1], 7)]);
        for (lines, code) in [(vec![need(0, 0)], "quantity_range"), (vec![need(0, 1), need(0, 2)], "twice")] {
            let error = save_supplies(&mut work, sheet(lines)).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code));
        }
    }
}
