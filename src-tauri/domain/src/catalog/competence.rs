//! What an instructor may teach (*kompetensi instruktur*), from when to when, and what is about to run out.

use super::{
    department::Department,
    instructor::{Competence, Instructor, InstructorRefusal},
    resources_store as store, store as units,
    unit::Unit,
    unit_code,
};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, Work},
};
use chrono::{NaiveDate, TimeDelta};
use serde::Deserialize;
use std::collections::HashSet;
use ts_rs::TS;

words! {
    /// How a competence stands on a day.
    pub enum CompetenceState {
        /// It holds.
        Valid = "BERLAKU",
        /// It holds but will end within the days of warning.
        Expiring = "SEGERA_HABIS",
        /// It held.
        Expired = "KEDALUWARSA",
        /// It will hold.
        NotYet = "BELUM_BERLAKU",
    }
}

/// One line of an instructor's competences: a unit, or a whole field.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct CompetenceLine {
    /// `None`: a new line.
    pub id: Option<Id<Competence>>,
    /// The code of a unit, as typed.
    pub code: Option<String>,
    /// A whole field; only without a code.
    pub department_id: Option<Id<Department>>,
    /// Number of the certificate.
    pub certificate: Option<String>,
    /// First day it holds.
    pub valid_from: Option<NaiveDate>,
    /// Last day it holds.
    pub valid_to: Option<NaiveDate>,
}

/// All competences of an instructor; a line that is gone is taken away.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CompetenceSheet {
    /// Whose.
    pub instructor_id: Id<Instructor>,
    /// The lines.
    pub lines: Vec<CompetenceLine>,
}

/// How a competence stands on a day, warned of so many days before its end.
pub fn state(competence: &Competence, on: NaiveDate, warn_days: i64) -> CompetenceState {
    let soon = on + TimeDelta::days(warn_days.clamp(0, 3650));
    match (competence.valid_from, competence.valid_to) {
        (Some(from), _) if on < from => CompetenceState::NotYet,
        (_, Some(to)) if to < on => CompetenceState::Expired,
        (_, Some(to)) if to <= soon => CompetenceState::Expiring,
        _ => CompetenceState::Valid,
    }
}

/// Whether a competence lets its holder teach a unit of a programme of some field on a day.
pub fn covers(
    competence: &Competence,
    unit: Option<Id<Unit>>,
    department: Option<Id<Department>>,
    on: NaiveDate,
) -> bool {
    let holds = competence.valid_from.is_none_or(|from| from <= on) && competence.valid_to.is_none_or(|to| on <= to);
    let meant = match (competence.unit_id, competence.department_id) {
        (Some(known), _) => Some(known) == unit,
        (None, field) => field.is_some() && field == department,
    };
    holds && meant
}

/// Saves the competences of an instructor. Refuses `instructor.competence_empty`, `.unit_unknown`, `.dates_reversed`,
/// `.department_unknown`, `.unknown`.
pub async fn save(work: &mut Work, sheet: CompetenceSheet) -> Result<()> {
    work.get(sheet.instructor_id).await?.ok_or(InstructorRefusal::Unknown)?;
    let before: Vec<Competence> = store::competences(work.reads()).await?;
    let before: Vec<Competence> =
        before.into_iter().filter(|known| known.instructor_id == sheet.instructor_id).collect();
    let mut kept = HashSet::new();
    for (at, line) in sheet.lines.into_iter().enumerate() {
        let known = line.id.filter(|id| before.iter().any(|row| row.id == *id) && kept.insert(*id));
        let id = known.unwrap_or_else(|| work.id());
        let row = to_row(work, id, sheet.instructor_id, at, line).await?;
        work.put(&row).await?;
    }
    for gone in before.iter().filter(|row| !kept.contains(&row.id)) {
        work.remove(gone).await?;
    }
    work.about(sheet.instructor_id).await
}

async fn to_row(
    work: &mut Work,
    id: Id<Competence>,
    instructor_id: Id<Instructor>,
    at: usize,
    line: CompetenceLine,
) -> Result<Competence> {
    if matches!((line.valid_from, line.valid_to), (Some(from), Some(to)) if to < from) {
        return Err(InstructorRefusal::DatesReversed.into());
    }
    let code = line.code.as_deref().map(unit_code::normalised).filter(|code| !code.is_empty());
    let (unit_id, department_id) = match (code, line.department_id) {
        (Some(code), _) => {
            let unit = units::unit_by_code(work.reads(), &code).await?;
            (Some(unit.ok_or(InstructorRefusal::UnitUnknown { code })?.id), None)
        }
        (None, Some(department)) => {
            work.get(department).await?.ok_or(InstructorRefusal::DepartmentUnknown)?;
            (None, Some(department))
        }
        (None, None) => return Err(InstructorRefusal::CompetenceEmpty { row: (at + 1).to_string() }.into()),
    };
    let certificate = line.certificate.as_deref().and_then(filled);
    let (valid_from, valid_to) = (line.valid_from, line.valid_to);
    Ok(Competence { id, instructor_id, unit_id, department_id, certificate, valid_from, valid_to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{
            department::{self, DepartmentDraft},
            instructor, resources,
            testing::an_instructor,
            unit::{self, UnitDraft},
        },
        store::{
            Error,
            testing::{an_office, begin, noon},
        },
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_competence_is_warned_of_before_its_end_and_covers_nothing_after_it() {
        let held = Competence {
            id: Id::new(noon()),
            instructor_id: Id::new(noon()),
            unit_id: None,
            department_id: None,
            certificate: None,
            valid_from: Some(day("2024-01-01")),
            valid_to: Some(day("2026-12-31")),
        };
        for (on, expected) in [
            ("2023-12-31", CompetenceState::NotYet),
            ("2024-01-01", CompetenceState::Valid),
            ("2026-10-01", CompetenceState::Valid),
            ("2026-10-02", CompetenceState::Expiring),
            ("2026-12-31", CompetenceState::Expiring),
            ("2027-01-01", CompetenceState::Expired),
        ] {
            assert_eq!(state(&held, day(on), 90), expected, "{on}");
        }
        let (unit, field) = (Some(Id::new(noon())), Some(Id::new(noon())));
        let of_unit = Competence { unit_id: unit, ..held.clone() };
        let of_field = Competence { department_id: field, ..held.clone() };
        let last = day("2026-12-31");
        assert!(covers(&of_unit, unit, None, last) && !covers(&of_unit, unit, None, day("2027-01-01")));
        assert!(covers(&of_field, unit, field, last) && !covers(&of_field, unit, None, last));
        assert!(!covers(&of_unit, None, field, last));
        let endless = Competence { valid_from: None, valid_to: None, ..held };
        assert_eq!(state(&endless, day("2099-01-01"), 90), CompetenceState::Valid);
    }

    #[tokio::test]
    async fn a_line_names_a_unit_however_typed_or_a_whole_field_and_one_gone_is_taken_away() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "competence_save").await;
        let instructor_id = instructor::save(&mut work, an_instructor("Budi")).await.expect("saved");
        let draft = UnitDraft { code: "C.24LAS01.001.1".into(), title: "Las".into(), ..UnitDraft::default() };
        let unit_id = unit::save(&mut work, draft).await.expect("saved");
        let draft = DepartmentDraft { name: "Teknik Las".into(), ..DepartmentDraft::default() };
        let field = department::save(&mut work, draft).await.expect("saved");
        let coded = |code: &str| CompetenceLine { code: Some(code.into()), ..CompetenceLine::default() };
        let whole = CompetenceLine { department_id: Some(field), ..CompetenceLine::default() };
        let sheet = |lines: Vec<CompetenceLine>| CompetenceSheet { instructor_id, lines };
        save(&mut work, sheet(vec![coded("c24las01 001 1"), whole.clone()])).await.expect("saved");
        let now = resources(work.reads()).await.expect("resources").competences;
        let seen: HashSet<_> = now.iter().map(|row| (row.unit_id, row.department_id)).collect();
        assert_eq!(seen, HashSet::from([(Some(unit_id), None), (None, Some(field))]));
        let kept = now.iter().find(|row| row.unit_id.is_some()).expect("there").id;
        save(&mut work, sheet(vec![CompetenceLine { id: Some(kept), ..coded("C.24LAS01.001.1") }]))
            .await
            .expect("saved");
        let now = resources(work.reads()).await.expect("resources").competences;
        assert_eq!(now.iter().map(|row| row.id).collect::<Vec<_>>(), [kept]);
        for (line, code) in
            [(coded("C.24LAS01.999.1"), "unit_unknown"), (CompetenceLine::default(), "competence_empty")]
        {
            let error = save(&mut work, sheet(vec![line])).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code), "{code}");
        }
    }
}
