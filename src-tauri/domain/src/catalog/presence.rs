//! When an instructor is there: the hours of a normal week (*ketersediaan*), and days away (*cuti, sakit, dinas*).

use super::{
    instructor::{Absence, AbsenceKind, Availability, Instructor, InstructorRefusal},
    resources_store as store,
};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, Work},
};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Hours of one weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HoursLine {
    /// 1 Monday to 7 Sunday.
    pub weekday: i64,
    /// From.
    pub from_time: NaiveTime,
    /// Until.
    pub to_time: NaiveTime,
}

/// The normal week of an instructor; no line: always there.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct HoursSheet {
    /// Whose.
    pub instructor_id: Id<Instructor>,
    /// The hours.
    pub lines: Vec<HoursLine>,
}

/// Days away, to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AbsenceDraft {
    /// `None`: new days.
    pub id: Option<Id<Absence>>,
    /// Whose.
    pub instructor_id: Id<Instructor>,
    /// Why.
    pub kind: AbsenceKind,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub to_on: NaiveDate,
    /// In words.
    pub reason: Option<String>,
}

/// What is wrong with hours for themselves. Pure.
pub fn check(lines: &[HoursLine]) -> std::result::Result<(), InstructorRefusal> {
    for (at, line) in lines.iter().enumerate() {
        let row = || (at + 1).to_string();
        if !(1..=7).contains(&line.weekday) || line.to_time <= line.from_time {
            return Err(InstructorRefusal::HoursWrong { row: row() });
        }
        let meets = |other: &HoursLine| {
            other.weekday == line.weekday && other.from_time < line.to_time && line.from_time < other.to_time
        };
        if lines[..at].iter().any(meets) {
            return Err(InstructorRefusal::HoursOverlap { row: row() });
        }
    }
    Ok(())
}

/// Saves the normal week. Refuses `instructor.hours_wrong`, `.hours_overlap`, `.unknown`.
pub async fn save_hours(work: &mut Work, sheet: HoursSheet) -> Result<()> {
    work.get(sheet.instructor_id).await?.ok_or(InstructorRefusal::Unknown)?;
    check(&sheet.lines)?;
    let mut lines = sheet.lines;
    for known in store::availability(work.reads()).await? {
        if known.instructor_id != sheet.instructor_id {
            continue;
        }
        let same = |line: &HoursLine| {
            (line.weekday, line.from_time, line.to_time) == (known.weekday, known.from_time, known.to_time)
        };
        match lines.iter().position(same) {
            Some(at) => drop(lines.remove(at)),
            None => work.remove(&known).await?,
        }
    }
    for HoursLine { weekday, from_time, to_time } in lines {
        let row = Availability { id: work.id(), instructor_id: sheet.instructor_id, weekday, from_time, to_time };
        work.put_new(&row).await?;
    }
    work.about(sheet.instructor_id).await
}

/// Saves days away. Refuses `instructor.dates_reversed`, `.absence_overlaps`, `.unknown`.
pub async fn save_absence(work: &mut Work, draft: AbsenceDraft) -> Result<Id<Absence>> {
    work.get(draft.instructor_id).await?.ok_or(InstructorRefusal::Unknown)?;
    if draft.to_on < draft.from_on {
        return Err(InstructorRefusal::DatesReversed.into());
    }
    let all = store::absences(work.reads()).await?;
    let meets = |other: &&Absence| {
        other.instructor_id == draft.instructor_id
            && Some(other.id) != draft.id
            && other.from_on <= draft.to_on
            && draft.from_on <= other.to_on
    };
    if let Some(other) = all.iter().find(meets) {
        let shown = |day: NaiveDate| day.format("%d-%m-%Y").to_string();
        return Err(InstructorRefusal::AbsenceOverlaps { from: shown(other.from_on), to: shown(other.to_on) }.into());
    }
    let AbsenceDraft { instructor_id, kind, from_on, to_on, .. } = draft;
    let id = draft.id.unwrap_or_else(|| work.id());
    let reason = draft.reason.as_deref().and_then(filled);
    work.put(&Absence { id, instructor_id, kind, from_on, to_on, reason }).await?;
    work.about(instructor_id).await?;
    Ok(id)
}

/// Takes days away back: the instructor is there. Refuses `instructor.unknown`.
pub async fn remove_absence(work: &mut Work, id: Id<Absence>) -> Result<()> {
    let absence = work.get(id).await?.ok_or(InstructorRefusal::Unknown)?;
    work.remove(&absence).await?;
    work.about(absence.instructor_id).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{instructor, resources, testing::an_instructor},
        store::{
            Error,
            testing::{an_office, begin},
        },
    };

    fn hours(weekday: i64, from: &str, to: &str) -> HoursLine {
        HoursLine { weekday, from_time: from.parse().expect("a time"), to_time: to.parse().expect("a time") }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn hours_end_after_they_begin_and_meet_no_others_of_their_day() {
        assert_eq!(
            check(&[
                hours(1, "07:30:00", "12:00:00"),
                hours(1, "12:00:00", "15:00:00"),
                hours(2, "07:30:00", "12:00:00")
            ]),
            Ok(())
        );
        let wrong = Err(InstructorRefusal::HoursWrong { row: "1".into() });
        assert_eq!(check(&[hours(1, "12:00:00", "12:00:00")]), wrong);
        assert_eq!(check(&[hours(8, "07:00:00", "12:00:00")]), wrong);
        let overlap = Err(InstructorRefusal::HoursOverlap { row: "2".into() });
        assert_eq!(check(&[hours(1, "07:30:00", "12:00:00"), hours(1, "11:59:00", "15:00:00")]), overlap);
    }

    #[tokio::test]
    async fn a_week_saved_again_keeps_the_hours_that_did_not_change() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "instructor_hours_save").await;
        let instructor_id = instructor::save(&mut work, an_instructor("Budi")).await.expect("saved");
        let sheet = |lines: Vec<HoursLine>| HoursSheet { instructor_id, lines };
        let (monday, friday) = (hours(1, "07:30:00", "15:00:00"), hours(5, "07:30:00", "11:00:00"));
        save_hours(&mut work, sheet(vec![monday, friday])).await.expect("saved");
        let before = resources(work.reads()).await.expect("resources").availability;
        save_hours(&mut work, sheet(vec![hours(2, "07:30:00", "15:00:00"), friday])).await.expect("saved");
        let now = resources(work.reads()).await.expect("resources").availability;
        assert_eq!(now.iter().map(|row| row.weekday).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(now[1].id, before[1].id);
    }

    #[tokio::test]
    async fn days_away_are_noted_once_and_can_be_taken_back() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "absence_save").await;
        let instructor_id = instructor::save(&mut work, an_instructor("Budi")).await.expect("saved");
        let away = |from: &str, to: &str| AbsenceDraft {
            id: None,
            instructor_id,
            kind: AbsenceKind::Ill,
            from_on: day(from),
            to_on: day(to),
            reason: None,
        };
        let id = save_absence(&mut work, away("2026-12-01", "2026-12-03")).await.expect("saved");
        for (draft, code) in [
            (away("2026-12-03", "2026-12-04"), "absence_overlaps"),
            (away("2026-12-09", "2026-12-08"), "dates_reversed"),
        ] {
            let error = save_absence(&mut work, draft).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code), "{code}");
        }
        save_absence(&mut work, AbsenceDraft { id: Some(id), ..away("2026-12-02", "2026-12-05") })
            .await
            .expect("moved");
        remove_absence(&mut work, id).await.expect("taken back");
        assert!(resources(work.reads()).await.expect("resources").absences.is_empty());
    }
}
