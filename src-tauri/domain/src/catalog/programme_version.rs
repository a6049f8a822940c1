//! A new version of a programme: the same code, its own units from a day on, the old version kept for batches that run.

use super::{
    Programme,
    programme::ProgrammeRefusal,
    programme_unit::{Prerequisite, ProgrammeUnit},
    store,
    supply::UnitSupply,
};
use crate::{
    base::id::Id,
    store::{Result, Work},
};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::HashMap;
use ts_rs::TS;

/// From which version, from which day on.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct NewVersion {
    /// The version to begin with.
    pub id: Id<Programme>,
    /// First day of the new one.
    pub valid_from: NaiveDate,
}

/// Makes the next version with all units, and ends the one it is made from the day before. Refuses
/// `programme.version_too_early`, `programme.unknown`.
pub async fn renew(work: &mut Work, new: NewVersion) -> Result<Id<Programme>> {
    let all = store::programmes(work.reads(), true).await?;
    let old = all.iter().find(|known| known.id == new.id).ok_or(ProgrammeRefusal::Unknown)?;
    if let Some(from) = old.valid_from.filter(|from| new.valid_from <= *from) {
        return Err(ProgrammeRefusal::VersionTooEarly { from: from.format("%d-%m-%Y").to_string() }.into());
    }
    let newest = all.iter().filter(|known| known.code == old.code).map(|known| known.version).max();
    let next = Programme {
        id: work.id(),
        version: newest.unwrap_or(0) + 1,
        valid_from: Some(new.valid_from),
        valid_to: None,
        retired_at: None,
        ..old.clone()
    };
    let ends = new.valid_from.pred_opt();
    if old.valid_to.is_none_or(|to| to >= new.valid_from) {
        work.put(&Programme { valid_to: ends, ..old.clone() }).await?;
    }
    work.put_new(&next).await?;
    copy_units(work, old.id, next.id).await?;
    work.about(next.id).await?;
    Ok(next.id)
}

async fn copy_units(work: &mut Work, from: Id<Programme>, to: Id<Programme>) -> Result<()> {
    let mut copies: HashMap<Id<ProgrammeUnit>, Id<ProgrammeUnit>> = HashMap::new();
    let mut units = store::units_of(work.reads(), from).await?;
    for unit in &mut units {
        let id = work.id();
        copies.insert(unit.id, id);
        (unit.id, unit.programme_id) = (id, to);
    }
    work.put_new_many(&units).await?;
    let of = |id: &Id<ProgrammeUnit>| copies.get(id).copied();
    let needs = store::needs_of(work.reads(), from).await?;
    let needs: Vec<Prerequisite> = needs
        .iter()
        .filter_map(|one| {
            let (programme_unit_id, needs_id) = (of(&one.programme_unit_id)?, of(&one.needs_id)?);
            Some(Prerequisite { id: work.id(), programme_unit_id, needs_id })
        })
        .collect();
    work.put_new_many(&needs).await?;
    let supplies = store::supplies_of(work.reads(), from).await?;
    let supplies: Vec<UnitSupply> = supplies
        .into_iter()
        .filter_map(|one| {
            let programme_unit_id = of(&one.programme_unit_id)?;
            Some(UnitSupply { id: work.id(), programme_unit_id, ..one })
        })
        .collect();
    work.put_new_many(&supplies).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{
            ProgrammeDraft,
            programme::{self, in_force},
            resources,
            syllabus::{UnitLine, UnitSheet, save_units},
        },
        store::{
            Error,
            testing::{an_office, begin},
        },
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[tokio::test]
    async fn a_new_version_has_units_of_its_own_and_the_old_one_ends_the_day_before() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "programme_renew").await;
        let draft =
            ProgrammeDraft { name: "Las".into(), valid_from: Some(day("2025-01-01")), ..ProgrammeDraft::default() };
        let old = programme::save(&mut work, draft).await.expect("a programme");
        let line = |number: i64, title: &str, needs: Vec<i64>| UnitLine {
            number: Some(number),
            title: title.into(),
            jp_practice: 8,
            instructors: 1,
            needs,
            ..UnitLine::default()
        };
        let lines = vec![line(1, "Dasar", vec![]), line(2, "Lanjut", vec![1])];
        save_units(&mut work, UnitSheet { programme_id: old, lines }).await.expect("units");
        let new = renew(&mut work, NewVersion { id: old, valid_from: day("2027-01-01") }).await.expect("renewed");
        let now = resources(work.reads()).await.expect("resources");
        assert_eq!(now.programme_units.iter().filter(|unit| unit.programme_id == new).count(), 2);
        let own: Vec<_> =
            now.programme_units.iter().filter(|unit| unit.programme_id == new).map(|unit| unit.id).collect();
        let needs: Vec<_> = now.prerequisites.iter().filter(|one| own.contains(&one.needs_id)).collect();
        assert_eq!(needs.len(), 1);
        assert_eq!((needs[0].programme_unit_id, needs[0].needs_id), (own[1], own[0]));
        let meant =
            |on: &str| in_force(now.programmes.clone(), day(on)).iter().map(|one| one.version).collect::<Vec<_>>();
        assert_eq!((meant("2026-12-31"), meant("2027-01-01")), (vec![1], vec![2]));
        let early = renew(&mut work, NewVersion { id: new, valid_from: day("2027-01-01") }).await.expect_err("refused");
        assert!(matches!(early, Error::Refused(refusal) if refusal.code == "version_too_early"));
    }

    #[tokio::test]
    async fn versions_share_one_code_also_when_it_changes() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "programme_save").await;
        let draft = |code: &str| ProgrammeDraft { name: "Las".into(), code: code.into(), ..ProgrammeDraft::default() };
        let old = programme::save(&mut work, draft("LAS")).await.expect("a programme");
        let new = renew(&mut work, NewVersion { id: old, valid_from: day("2027-01-01") }).await.expect("renewed");
        programme::save(&mut work, ProgrammeDraft { id: Some(new), ..draft("LAS-1") }).await.expect("saved");
        let codes: Vec<_> =
            programme::list(work.reads(), true).await.expect("list").into_iter().map(|one| one.code).collect();
        assert_eq!(codes, ["LAS-1", "LAS-1"]);
    }
}
