//! An instructor as shown: in the list, and with competences, hours, days away and load.

use super::{
    competence::{CompetenceState, state},
    department::Department,
    instructor::{Absence, AbsenceKind, Competence, Instructor, InstructorRefusal},
    load::{self, LoadCaps},
    presence::HoursLine,
    resources::{Resources, resources},
    resources_store as store,
};
use crate::{
    base::id::Id,
    office::setting,
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// An instructor in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InstructorRow {
    /// The instructor.
    pub instructor: Instructor,
    /// Main field of training.
    pub department: Option<String>,
    /// Competences that hold.
    pub valid: i64,
    /// Of them, those about to run out.
    pub expiring: i64,
    /// Competences that ran out.
    pub expired: i64,
    /// Why they are away on the day that was asked; `None`: they are there.
    pub away: Option<AbsenceKind>,
}

/// A competence with its words.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CompetenceView {
    /// Which.
    pub id: Id<Competence>,
    /// The unit's code.
    pub code: Option<String>,
    /// The unit's title.
    pub title: Option<String>,
    /// The whole field.
    pub department_id: Option<Id<Department>>,
    /// Its name.
    pub department: Option<String>,
    /// Number of the certificate.
    pub certificate: Option<String>,
    /// First day.
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    pub valid_to: Option<NaiveDate>,
    /// How it stands.
    pub state: CompetenceState,
}

/// An instructor with all that is noted.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InstructorDetail {
    /// The instructor.
    pub instructor: Instructor,
    /// Main field of training.
    pub department: Option<String>,
    /// What they may teach.
    pub competences: Vec<CompetenceView>,
    /// Their normal week; none: always there.
    pub hours: Vec<HoursLine>,
    /// Days away by first day.
    pub absences: Vec<Absence>,
    /// Their caps.
    pub caps: LoadCaps,
    /// The office's caps, without their own walls.
    pub office_caps: LoadCaps,
}

/// The instructors by name; also those who left when `retired`.
pub async fn list(connection: &mut SqliteConnection, retired: bool, on: NaiveDate) -> Result<Vec<InstructorRow>> {
    let warn = setting::number(&mut *connection, "competence.warn_days", on).await?;
    let all = resources(&mut *connection).await?;
    let row = |instructor: Instructor| {
        let states: Vec<CompetenceState> = all
            .competences
            .iter()
            .filter(|one| one.instructor_id == instructor.id)
            .map(|one| state(one, on, warn))
            .collect();
        let count = |of: CompetenceState| i64::try_from(states.iter().filter(|one| **one == of).count()).unwrap_or(0);
        let expiring = count(CompetenceState::Expiring);
        let away = |one: &&Absence| one.instructor_id == instructor.id && one.from_on <= on && on <= one.to_on;
        InstructorRow {
            department: department(&all, instructor.department_id),
            valid: count(CompetenceState::Valid) + expiring,
            expiring,
            expired: count(CompetenceState::Expired),
            away: all.absences.iter().find(away).map(|one| one.kind),
            instructor,
        }
    };
    Ok(store::instructors(connection, retired).await?.into_iter().map(row).collect())
}

fn department(all: &Resources, id: Option<Id<Department>>) -> Option<String> {
    all.departments.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone())
}

/// One instructor with all that is noted. Refuses `instructor.unknown`.
pub async fn detail(connection: &mut SqliteConnection, id: Id<Instructor>, on: NaiveDate) -> Result<InstructorDetail> {
    let instructor = crate::store::open::get(&mut *connection, id).await?.ok_or(InstructorRefusal::Unknown)?;
    let warn = setting::number(&mut *connection, "competence.warn_days", on).await?;
    let office_caps = load::caps(&mut *connection, on).await?;
    let all = resources(connection).await?;
    let view = |one: &Competence| {
        let unit = all.units.iter().find(|unit| Some(unit.id) == one.unit_id);
        CompetenceView {
            id: one.id,
            code: unit.map(|unit| unit.code.clone()),
            title: unit.map(|unit| unit.title.clone()),
            department_id: one.department_id,
            department: department(&all, one.department_id),
            certificate: one.certificate.clone(),
            valid_from: one.valid_from,
            valid_to: one.valid_to,
            state: state(one, on, warn),
        }
    };
    Ok(InstructorDetail {
        department: department(&all, instructor.department_id),
        competences: all.competences.iter().filter(|one| one.instructor_id == id).map(view).collect(),
        hours: all
            .availability
            .iter()
            .filter(|one| one.instructor_id == id)
            .map(|one| HoursLine { weekday: one.weekday, from_time: one.from_time, to_time: one.to_time })
            .collect(),
        absences: all.absences.iter().filter(|one| one.instructor_id == id).cloned().collect(),
        caps: office_caps.of(&instructor),
        office_caps,
        instructor,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{
            competence::{self, CompetenceLine, CompetenceSheet},
            department::{self, DepartmentDraft},
            instructor,
            presence::{AbsenceDraft, save_absence},
            testing::an_instructor,
        },
        store::testing::{an_office, begin},
    };

    #[tokio::test]
    async fn the_list_tells_who_is_away_and_whose_certificates_run_out() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "competence_save").await;
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let field = DepartmentDraft { name: "Teknik Las".into(), ..DepartmentDraft::default() };
        let field = department::save(&mut work, field).await.expect("a field");
        let instructor_id = instructor::save(&mut work, an_instructor("Budi")).await.expect("saved");
        let until = |to: &str| CompetenceLine {
            department_id: Some(field),
            valid_to: Some(day(to)),
            ..CompetenceLine::default()
        };
        let lines = vec![until("2026-11-23"), until("2026-12-24"), until("2028-01-01")];
        competence::save(&mut work, CompetenceSheet { instructor_id, lines }).await.expect("saved");
        let away = AbsenceDraft {
            id: None,
            instructor_id,
            kind: AbsenceKind::Leave,
            from_on: day("2026-11-24"),
            to_on: day("2026-11-25"),
            reason: None,
        };
        save_absence(&mut work, away).await.expect("saved");
        let row = list(work.reads(), false, day("2026-11-24")).await.expect("list").remove(0);
        assert_eq!((row.valid, row.expiring, row.expired, row.away), (2, 1, 1, Some(AbsenceKind::Leave)));
        let seen = detail(work.reads(), instructor_id, day("2026-11-26")).await.expect("detail");
        assert_eq!((seen.competences.len(), seen.absences.len(), seen.hours.len()), (3, 1, 0));
    }
}
