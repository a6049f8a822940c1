//! A programme as it is shown: in the list, and with all it consists of and what still keeps it from being planned.

use super::{
    Programme, Resources,
    competence::covers,
    programme::{ProgrammeForm, ProgrammeRefusal, list},
    programme_unit::ProgrammeUnit,
    resources::resources,
    room::{Room, RoomKind},
    store,
    supply::UnitSupply,
    syllabus::UnitLine,
    unit_code,
    word_list::has_all,
};
use crate::{
    base::{id::Id, refusal::Refusal},
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

/// A version of a programme in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProgrammeRow {
    /// The programme.
    pub programme: Programme,
    /// *Kejuruan*.
    pub department: Option<String>,
    /// How many units.
    pub units: i64,
    /// All lessons.
    pub jp: i64,
}

/// A programme with its units.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProgrammeDetail {
    /// The programme.
    pub programme: Programme,
    /// *Kejuruan*.
    pub department: Option<String>,
    /// Its units in their order, numbered from 1.
    pub units: Vec<UnitLine>,
    /// What the units need of supplies.
    pub supplies: Vec<UnitSupply>,
    /// All lessons.
    pub totals: JpTotals,
    /// All versions, the newest first.
    pub versions: Vec<VersionMark>,
    /// What a clerk should look at; words under `programme_finding`.
    pub findings: Vec<Refusal>,
}

/// Lessons of a programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct JpTotals {
    /// Theory.
    pub theory: i64,
    /// Practice.
    pub practice: i64,
    /// On the job.
    pub ojt: i64,
    /// All.
    pub total: i64,
}

/// A version by its days.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VersionMark {
    /// Which row.
    pub id: Id<Programme>,
    /// Its number.
    pub version: i64,
    /// First day.
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    pub valid_to: Option<NaiveDate>,
}

/// The programmes by name; also those no longer taught when `retired`.
pub async fn rows(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<ProgrammeRow>> {
    let departments = super::department::list(&mut *connection, true).await?;
    let sums = store::programme_sums(&mut *connection).await?;
    let row = |programme: Programme| {
        let (_, units, jp) = sums.iter().find(|(id, ..)| *id == programme.id).copied().unwrap_or((programme.id, 0, 0));
        let department = departments.iter().find(|one| Some(one.id) == programme.department_id);
        ProgrammeRow { department: department.map(|one| one.name.clone()), programme, units, jp }
    };
    Ok(list(connection, retired).await?.into_iter().map(row).collect())
}

/// A programme with its units. Refuses `programme.unknown`.
pub async fn detail(connection: &mut SqliteConnection, id: Id<Programme>, on: NaiveDate) -> Result<ProgrammeDetail> {
    let all = resources(connection).await?;
    let programme = all.programmes.iter().find(|one| one.id == id).cloned().ok_or(ProgrammeRefusal::Unknown)?;
    let own: Vec<&ProgrammeUnit> = all.programme_units.iter().filter(|unit| unit.programme_id == id).collect();
    let units = lines(&own, &all);
    let of_own = |unit: Id<ProgrammeUnit>| own.iter().any(|row| row.id == unit);
    let mut versions: Vec<VersionMark> = all
        .programmes
        .iter()
        .filter(|one| one.code == programme.code)
        .map(|one| VersionMark { id: one.id, version: one.version, valid_from: one.valid_from, valid_to: one.valid_to })
        .collect();
    versions.sort_by_key(|one| std::cmp::Reverse(one.version));
    Ok(ProgrammeDetail {
        department: all
            .departments
            .iter()
            .find(|one| Some(one.id) == programme.department_id)
            .map(|one| one.name.clone()),
        totals: totals(&units),
        supplies: all.unit_supplies.iter().filter(|one| of_own(one.programme_unit_id)).cloned().collect(),
        findings: findings(&programme, &own, &units, &all, on),
        programme,
        units,
        versions,
    })
}

fn lines(own: &[&ProgrammeUnit], all: &Resources) -> Vec<UnitLine> {
    let number = |at: usize| i64::try_from(at + 1).unwrap_or(i64::MAX);
    let places: HashMap<_, _> = own.iter().enumerate().map(|(at, unit)| (unit.id, number(at))).collect();
    let codes: HashMap<_, _> = all.units.iter().map(|unit| (unit.id, unit.code.as_str())).collect();
    let mut needs: HashMap<_, Vec<i64>> = HashMap::new();
    for one in &all.prerequisites {
        if let Some(place) = places.get(&one.needs_id) {
            needs.entry(one.programme_unit_id).or_default().push(*place);
        }
    }
    let line = |unit: &&ProgrammeUnit| {
        let mut needs = needs.remove(&unit.id).unwrap_or_default();
        needs.sort_unstable();
        UnitLine {
            id: Some(unit.id),
            number: places.get(&unit.id).copied(),
            code: unit.unit_id.and_then(|id| codes.get(&id)).map(|code| (*code).to_owned()),
            title: unit.title.clone(),
            jp_theory: unit.jp_theory,
            jp_practice: unit.jp_practice,
            jp_ojt: unit.jp_ojt,
            instructors: unit.instructors,
            theory_room: unit.theory_room,
            practice_room: unit.practice_room,
            equipment: unit.equipment.clone(),
            needs,
        }
    };
    own.iter().map(line).collect()
}

fn totals(lines: &[UnitLine]) -> JpTotals {
    lines.iter().fold(JpTotals::default(), |sum, line| JpTotals {
        theory: sum.theory + line.jp_theory,
        practice: sum.practice + line.jp_practice,
        ojt: sum.ojt + line.jp_ojt,
        total: sum.total + line.jp(),
    })
}

/// What a clerk should look at before the programme is planned. Pure.
fn findings(
    programme: &Programme,
    own: &[&ProgrammeUnit],
    lines: &[UnitLine],
    all: &Resources,
    on: NaiveDate,
) -> Vec<Refusal> {
    let finding = |code: &str| Refusal::new("programme_finding", code);
    if lines.is_empty() {
        return vec![finding("no_units")];
    }
    let mut found = Vec::new();
    if programme.form == Some(ProgrammeForm::Unit) && lines.len() > 1 {
        found.push(finding("unit_form_many").with("count", lines.len()));
    }
    let odd: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.code.as_deref())
        .filter(|code| unit_code::generation(code).is_none())
        .collect();
    if !odd.is_empty() {
        found.push(finding("code_pattern").with("codes", shortened(&odd)));
    }
    let untaught: Vec<&str> = own
        .iter()
        .filter(|unit| unit.jp_theory + unit.jp_practice > 0 && teachers(programme, unit, all, on) < unit.instructors)
        .map(|unit| unit.title.as_str())
        .collect();
    if !untaught.is_empty() {
        found.push(finding("no_instructor").with("units", shortened(&untaught)));
    }
    let homeless: Vec<&str> =
        own.iter().filter(|unit| !has_rooms(programme, unit, &all.rooms)).map(|unit| unit.title.as_str()).collect();
    if !homeless.is_empty() {
        found.push(finding("no_room").with("units", shortened(&homeless)));
    }
    found
}

/// How many instructors may teach the unit on a day: competent in it, or in the programme's field. What no standard
/// knows may be taught by anybody.
fn teachers(programme: &Programme, unit: &ProgrammeUnit, all: &Resources, on: NaiveDate) -> i64 {
    if unit.unit_id.is_none() {
        return i64::try_from(all.instructors.len()).unwrap_or(i64::MAX);
    }
    let mut who: Vec<_> = all
        .competences
        .iter()
        .filter(|one| covers(one, unit.unit_id, programme.department_id, on))
        .map(|one| one.instructor_id)
        .collect();
    who.sort_unstable();
    who.dedup();
    i64::try_from(who.len()).unwrap_or(i64::MAX)
}

/// Whether there is a room of each kind that the unit needs, with its equipment, open to the programme's field.
fn has_rooms(programme: &Programme, unit: &ProgrammeUnit, rooms: &[Room]) -> bool {
    let fits = |jp: i64, kind: Option<RoomKind>, equipment: Option<&str>| {
        let fit = |room: &&Room| {
            kind.is_none_or(|kind| room.kind == kind)
                && has_all(equipment, room.equipment.as_deref())
                && (room.department_id.is_none() || room.department_id == programme.department_id)
        };
        jp == 0 || rooms.iter().any(|room| fit(&room))
    };
    let equipment = unit.equipment.as_deref();
    let of_theory = equipment.filter(|_| unit.jp_practice == 0);
    fits(unit.jp_theory, unit.theory_room, of_theory) && fits(unit.jp_practice, unit.practice_room, equipment)
}

/// The first few, and how many more.
fn shortened(names: &[&str]) -> String {
    const FEW: usize = 3;
    match names.len() {
        0..=FEW => names.join(", "),
        many => format!("{}, … (+{})", names[..FEW].join(", "), many - FEW),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{
            ProgrammeDraft,
            competence::{self, CompetenceLine, CompetenceSheet},
            instructor, programme, room,
            syllabus::{UnitSheet, save_units},
            testing::{a_room, an_instructor},
        },
        store::testing::{an_office, begin},
    };

    #[tokio::test]
    async fn a_programme_tells_its_lessons_and_what_still_keeps_it_from_being_planned() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "programme_units_save").await;
        let today: NaiveDate = "2026-11-24".parse().expect("a day");
        let draft = ProgrammeDraft { name: "Las".into(), form: Some(ProgrammeForm::Unit), ..ProgrammeDraft::default() };
        let programme_id = programme::save(&mut work, draft).await.expect("a programme");
        let codes = |detail: &ProgrammeDetail| detail.findings.iter().map(|one| one.code.clone()).collect::<Vec<_>>();
        let empty = detail(work.reads(), programme_id, today).await.expect("detail");
        assert_eq!(codes(&empty), ["no_units"]);
        let line = |code: &str, title: &str, jp_ojt: i64| UnitLine {
            code: Some(code.into()),
            title: title.into(),
            jp_theory: 4,
            jp_practice: 12,
            jp_ojt,
            instructors: 1,
            ..UnitLine::default()
        };
        let lines = vec![line("C.24LAS01.001.1", "Las dasar", 0), line("LOKAL", "Las lanjut", 40)];
        save_units(&mut work, UnitSheet { programme_id, lines }).await.expect("saved");
        let bare = detail(work.reads(), programme_id, today).await.expect("detail");
        assert_eq!(codes(&bare), ["unit_form_many", "code_pattern", "no_instructor", "no_room"]);
        assert_eq!(bare.totals, JpTotals { theory: 8, practice: 24, ojt: 40, total: 72 });

        room::save(&mut work, a_room("LAS-1")).await.expect("a room");
        let instructor_id = instructor::save(&mut work, an_instructor("Budi")).await.expect("an instructor");
        let able = |code: &str, to: &str| CompetenceLine {
            code: Some(code.into()),
            valid_to: Some(to.parse().expect("a day")),
            ..CompetenceLine::default()
        };
        let lines = vec![able("C.24LAS01.001.1", "2026-11-24"), able("LOKAL", "2026-11-23")];
        competence::save(&mut work, CompetenceSheet { instructor_id, lines }).await.expect("saved");
        let now = detail(work.reads(), programme_id, today).await.expect("detail");
        let who = now.findings.iter().find(|one| one.code == "no_instructor").expect("one ran out yesterday");
        assert_eq!(who.params["units"], "Las lanjut");
        assert!(!codes(&now).contains(&"no_room".to_owned()));
        let row = &rows(work.reads(), false).await.expect("rows")[0];
        assert_eq!((row.units, row.jp), (2, 72));
    }

    #[test]
    fn long_lists_are_shortened() {
        assert_eq!(shortened(&["a", "b", "c"]), "a, b, c");
        assert_eq!(shortened(&["a", "b", "c", "d", "e"]), "a, b, c, … (+2)");
    }
}
