//! What a batch would come to before anybody plans it: how many days of training, and when it could end at the
//! earliest if nobody else were there.

use super::{
    batch::{self, BatchDraft},
    batch_store::{self, Lessons},
    store,
};
use crate::{
    base::id::Id,
    catalog::{
        Programme,
        calendar::{self, Calendar, TimePattern},
    },
    store::{Result, SqliteConnection, open::get},
};
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Lessons that a day on the job counts.
const OJT_DAY_JP: i64 = 8;
/// Days of training in a week on the job.
const OJT_WEEK_DAYS: i64 = 5;
/// How far to look: a batch that takes longer has no end that is worth a promise.
const LOOK_DAYS: u64 = 800;

/// A day off on the way of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DayOff {
    /// Which day.
    pub day_on: NaiveDate,
    /// What is kept.
    pub name: String,
}

/// What a batch would come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct BatchOutlook {
    /// The name it gets when nobody names it.
    pub name: String,
    /// Lessons of theory and practice.
    pub jp: i64,
    /// Days at the centre, on the job, and of assessment.
    pub days: i64,
    /// The first day of training.
    pub first_on: Option<NaiveDate>,
    /// The earliest last day; `None`: not within two years.
    pub last_on: Option<NaiveDate>,
    /// The days off on which it would have trained.
    pub days_off: Vec<DayOff>,
    /// The seasons on the way.
    pub seasons: Vec<String>,
    /// It cannot end when it is due.
    pub late: bool,
}

/// What a draft would come to. Answers nothing but the name for a programme or a pattern that is not there.
pub async fn outlook(connection: &mut SqliteConnection, draft: &BatchDraft) -> Result<BatchOutlook> {
    let all = store::batches(&mut *connection).await?;
    let Some(programme) = get::<Programme>(&mut *connection, draft.programme_id).await? else {
        return Ok(BatchOutlook::default());
    };
    let year = draft.starts_on.year();
    let number = draft.number.unwrap_or_else(|| batch::next_number(&all, programme.id, year, draft.id));
    let lessons = batch_store::lessons(&mut *connection, programme.id).await?;
    let calendar = calendar::load(connection).await?;
    let mut outlook = walk(&calendar, draft, lessons);
    outlook.name = batch::name_of(&programme.name, number, year);
    Ok(outlook)
}

/// Goes through the open days one by one until all lessons are held. Pure.
fn walk(calendar: &Calendar, draft: &BatchDraft, lessons: Lessons) -> BatchOutlook {
    let on_the_job = if lessons.ojt > 0 {
        (lessons.ojt + OJT_DAY_JP - 1) / OJT_DAY_JP
    } else {
        draft.ojt_weeks.clamp(0, 52) * OJT_WEEK_DAYS
    };
    let (mut left, mut whole) = (lessons.taught, on_the_job + draft.assessment_days.clamp(0, 20));
    let mut outlook = BatchOutlook { jp: lessons.taught, ..BatchOutlook::default() };
    let mut seasons = BTreeSet::new();
    let days = (0..LOOK_DAYS).map_while(|ahead| draft.starts_on.checked_add_days(Days::new(ahead)));
    for day_on in days {
        if left <= 0 && whole <= 0 {
            break;
        }
        let day = calendar.day(draft.pattern_id, day_on);
        if !day.open() {
            outlook.days_off.extend(lost(calendar, draft.pattern_id, day_on));
            continue;
        }
        if left > 0 {
            left -= (day.lessons.len() as i64).min(draft.jp_day.unwrap_or(i64::MAX).max(1));
        } else {
            whole -= 1;
        }
        outlook.days += 1;
        outlook.first_on.get_or_insert(day_on);
        outlook.last_on = Some(day_on);
        seasons.extend(day.season);
    }
    if left > 0 || whole > 0 {
        outlook.last_on = None;
    }
    outlook.seasons = seasons.into_iter().collect();
    let ends_late = |due: NaiveDate| outlook.last_on.is_none_or(|last| last > due);
    outlook.late = (lessons.total() > 0) && draft.due_on.is_some_and(ends_late);
    outlook
}

/// A day off that takes lessons away: one on which the pattern would have had any.
fn lost(calendar: &Calendar, pattern: Id<TimePattern>, day_on: NaiveDate) -> Option<DayOff> {
    let name = calendar.day_off(day_on)?.to_owned();
    let pattern = calendar.pattern_on(pattern, day_on);
    let weekday = i64::from(day_on.weekday().number_from_monday());
    calendar.lessons_on(pattern, weekday).next().map(|_| DayOff { day_on, name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{programme, seed},
        scheduling::batch_view,
        store::testing::{an_office, begin},
    };

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[tokio::test]
    async fn a_course_of_240_jp_takes_30_days_and_goes_round_holidays() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "batch_save").await;
        seed::plant(&mut work).await.expect("planted");
        let all = programme::list(work.reads(), false).await.expect("programmes");
        let las = all.iter().find(|one| one.code == "LAS-SMAW-3F").expect("welding").id;
        let blank = batch_view::blank(work.reads(), las, None, on("2026-11-24")).await.expect("blank");
        let draft = BatchDraft { starts_on: on("2027-01-02"), assessment_days: 1, ..blank };
        let seen = outlook(work.reads(), &draft).await.expect("an outlook");
        assert_eq!((seen.name.as_str(), seen.jp, seen.days), ("Pengelasan SMAW 3F 1/2027", 240, 31));
        // From Monday 4 January; Isra Mikraj on the 5th and joint leave on 5 February are lost; 31 days of training.
        assert_eq!((seen.first_on, seen.last_on), (Some(on("2027-01-04")), Some(on("2027-02-17"))));
        let lost: Vec<NaiveDate> = seen.days_off.iter().map(|day| day.day_on).collect();
        assert_eq!(lost, [on("2027-01-05"), on("2027-02-05")]);
        assert_eq!(seen.seasons, ["Ramadan 1448 H"]);
        let due = |day: &str| BatchDraft { due_on: Some(on(day)), ..draft.clone() };
        let mut late = Vec::new();
        for draft in [due("2027-02-17"), due("2027-02-16")] {
            late.push(outlook(work.reads(), &draft).await.expect("an outlook").late);
        }
        assert_eq!(late, [false, true]);
        let slow = outlook(work.reads(), &BatchDraft { jp_day: Some(4), ..draft }).await.expect("an outlook");
        assert_eq!(slow.days, 61);
    }

    #[test]
    fn what_never_ends_has_no_last_day() {
        let pattern_id = Id::new(crate::store::testing::noon());
        let draft = BatchDraft {
            id: None,
            programme_id: Id::new(crate::store::testing::noon()),
            intake_id: None,
            name: String::new(),
            number: None,
            kind: crate::scheduling::batch::BatchKind::Institutional,
            funding: None,
            seats: 16,
            step_free: false,
            pattern_id,
            starts_on: NaiveDate::MAX,
            due_on: Some(on("2027-01-01")),
            jp_day: Some(0),
            ojt_weeks: i64::MAX,
            opening: false,
            closing: false,
            assessment_days: i64::MIN,
        };
        let seen = walk(&Calendar::default(), &draft, Lessons { taught: 8, ojt: 0 });
        assert_eq!((seen.days, seen.last_on, seen.late), (0, None, true));
    }
}
