//! Batches as lists and forms show them: how far each has come, and what a new one begins with.

use super::{
    batch::{Batch, BatchDraft, BatchKind, BatchRefusal, BatchState},
    batch_store::{self, Placed},
    store, timetable,
};
use crate::{
    base::id::Id,
    catalog::{
        self, Programme,
        calendar::{self, Calendar, TimePattern, pattern::Shift},
    },
    office::setting,
    registration::{Intake, intake::IntakeRefusal, intake_list},
    store::{Result, SqliteConnection, open::get},
};
use chrono::{Days, NaiveDate, Weekday};
use serde::Serialize;
use std::{cmp::Reverse, collections::HashMap};
use ts_rs::TS;

/// How soon a batch starts that nobody dated.
const AHEAD_DAYS: u64 = 7;

words! {
    /// How far a batch has come.
    pub enum BatchStage {
        /// Running.
        Running = "BERJALAN",
        /// Not on the timetable at all.
        Unplanned = "BELUM_DIJADWALKAN",
        /// Some lessons are on the timetable, some are not.
        Partly = "SEBAGIAN",
        /// All lessons are on the timetable and it has not begun.
        Planned = "TERJADWAL",
        /// Over.
        Finished = "SELESAI",
        /// Given up.
        Cancelled = "BATAL",
    }
}

/// A batch as the list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct BatchRow {
    /// The batch.
    pub batch: Batch,
    /// The programme's name.
    pub programme: String,
    /// The time pattern's name.
    pub pattern: String,
    /// The intake's name.
    pub intake: Option<String>,
    /// How far it has come.
    pub stage: BatchStage,
    /// Lessons of theory and practice.
    pub jp: i64,
    /// Those on the published timetable.
    pub placed: i64,
    /// Those of them that are over.
    pub done: i64,
    /// The first day on the published timetable.
    pub first_on: Option<NaiveDate>,
    /// The last day.
    pub last_on: Option<NaiveDate>,
}

/// How far a batch has come. Pure.
fn stage(state: BatchState, jp: i64, placed: Placed, today: NaiveDate) -> BatchStage {
    match (placed.first_on, placed.last_on) {
        _ if state == BatchState::Cancelled => BatchStage::Cancelled,
        (Some(first), Some(last)) if placed.taught >= jp => match () {
            () if last < today => BatchStage::Finished,
            () if first <= today => BatchStage::Running,
            () => BatchStage::Planned,
        },
        (Some(_), Some(_)) => BatchStage::Partly,
        _ => BatchStage::Unplanned,
    }
}

/// The batches: running ones first, then by what is still to do; also those taken out when `retired`.
pub async fn list(connection: &mut SqliteConnection, today: NaiveDate, retired: bool) -> Result<Vec<BatchRow>> {
    let programmes: HashMap<Id<Programme>, String> =
        catalog::list(&mut *connection, true).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let intakes: HashMap<Id<Intake>, String> =
        intake_list::list(&mut *connection, today, true).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let calendar = calendar::load(&mut *connection).await?;
    let lessons = batch_store::all_lessons(&mut *connection).await?;
    let placed = match timetable::published(&mut *connection).await? {
        Some(plan) => batch_store::placed(&mut *connection, plan.id, today).await?,
        None => HashMap::new(),
    };
    let row = |batch: Batch| {
        let jp = lessons.get(&batch.programme_id).copied().unwrap_or_default().taught;
        let on = placed.get(&batch.id).copied().unwrap_or_default();
        BatchRow {
            programme: programmes.get(&batch.programme_id).cloned().unwrap_or_default(),
            pattern: calendar.pattern(batch.pattern_id).map(|pattern| pattern.name.clone()).unwrap_or_default(),
            intake: batch.intake_id.and_then(|id| intakes.get(&id).cloned()),
            stage: stage(batch.state, jp, on, today),
            jp,
            placed: on.taught,
            done: on.done,
            first_on: on.first_on,
            last_on: on.last_on,
            batch,
        }
    };
    let kept = store::batches(connection).await?.into_iter().filter(|batch| retired || batch.retired_at.is_none());
    let mut rows: Vec<BatchRow> = kept.map(row).collect();
    rows.sort_by_key(|row| (row.batch.retired_at.is_some(), row.stage, row.batch.starts_on, row.batch.id.uuid()));
    Ok(rows)
}

/// One batch. Refuses `batch.unknown`.
pub async fn row(connection: &mut SqliteConnection, id: Id<Batch>, today: NaiveDate) -> Result<BatchRow> {
    let rows = list(connection, today, true).await?;
    rows.into_iter().find(|row| row.batch.id == id).ok_or_else(|| BatchRefusal::Unknown.into())
}

/// A new batch of a programme, or of an intake with its programme, with the office's usual numbers, for the form.
/// Refuses `batch.programme_unknown`, `batch.pattern_unknown`, `intake.unknown`.
pub async fn blank(
    connection: &mut SqliteConnection,
    programme: Id<Programme>,
    intake: Option<Id<Intake>>,
    today: NaiveDate,
) -> Result<BatchDraft> {
    let intake = match intake {
        Some(id) => Some(get::<Intake>(&mut *connection, id).await?.ok_or(IntakeRefusal::Unknown)?),
        None => None,
    };
    let programme_id = intake.as_ref().map_or(programme, |intake| intake.programme_id);
    let programme = get::<Programme>(&mut *connection, programme_id).await?.ok_or(BatchRefusal::ProgrammeUnknown)?;
    let seats = setting::number(&mut *connection, "package.seats", today).await?;
    let batches = store::batches(&mut *connection).await?;
    let calendar = calendar::load(connection).await?;
    let last = batches.iter().filter(|batch| batch.programme_id == programme.id).max_by_key(|batch| batch.starts_on);
    let pattern_id =
        usual_pattern(&calendar, last.map(|batch| batch.pattern_id)).ok_or(BatchRefusal::PatternUnknown)?;
    let starts_on = intake.as_ref().and_then(|intake| intake.starts_on);
    Ok(BatchDraft {
        id: None,
        programme_id: programme.id,
        intake_id: intake.as_ref().map(|intake| intake.id),
        name: String::new(),
        number: None,
        kind: last.map_or(BatchKind::Institutional, |batch| batch.kind),
        funding: intake.as_ref().map_or(last.and_then(|batch| batch.funding), |intake| intake.funding),
        seats: intake.as_ref().map_or(seats.max(1), |intake| intake.seats),
        step_free: false,
        pattern_id,
        starts_on: starts_on.unwrap_or_else(|| usual_start(&calendar, pattern_id, today)),
        due_on: None,
        jp_day: programme.jp_day,
        ojt_weeks: last.map_or(0, |batch| batch.ojt_weeks),
        opening: true,
        closing: true,
        assessment_days: last.map_or(1, |batch| batch.assessment_days),
    })
}

/// The pattern that a batch follows when nobody says: that of the batch before, else the fullest week of the morning
/// that is not there for a season only.
fn usual_pattern(calendar: &Calendar, last: Option<Id<TimePattern>>) -> Option<Id<TimePattern>> {
    let used = |id: &Id<TimePattern>| calendar.pattern(*id).is_some_and(|pattern| pattern.retired_at.is_none());
    if let Some(last) = last.filter(used) {
        return Some(last);
    }
    let seasonal = |id| calendar.seasons().iter().any(|season| season.pattern_id == id);
    let week = |id| (1..=7).map(|weekday| calendar.lessons_on(id, weekday).count()).sum::<usize>();
    let fit = calendar.patterns().into_iter().filter(|pattern| used(&pattern.id) && week(pattern.id) > 0);
    fit.min_by_key(|one| (seasonal(one.id), one.shift != Shift::Morning, Reverse(week(one.id)))).map(|one| one.id)
}

/// The first Monday with lessons that is a week ahead.
fn usual_start(calendar: &Calendar, pattern: Id<TimePattern>, today: NaiveDate) -> NaiveDate {
    let ahead = today + Days::new(AHEAD_DAYS);
    let monday = ahead.week(Weekday::Mon).first_day() + Days::new(7);
    let monday = if ahead.week(Weekday::Mon).first_day() == ahead { ahead } else { monday };
    calendar.next_open(pattern, monday).unwrap_or(monday)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        scheduling::{
            plan::PlanState,
            testing::{a_batch, a_plan, a_session, january, later},
        },
        store::testing::an_office,
    };

    #[test]
    fn a_batch_is_as_far_as_its_lessons_and_the_day_say() {
        let on = |taught, first, last| Placed {
            taught,
            done: 0,
            first_on: Some(january(first)),
            last_on: Some(january(last)),
        };
        let seen = |state, placed, today| stage(state, 8, placed, january(today));
        let draft = |placed, today| seen(BatchState::Draft, placed, today);
        assert_eq!(draft(Placed::default(), 4), BatchStage::Unplanned);
        assert_eq!(draft(on(4, 4, 8), 4), BatchStage::Partly);
        assert_eq!(draft(on(8, 4, 8), 3), BatchStage::Planned);
        assert_eq!(draft(on(8, 4, 8), 4), BatchStage::Running);
        assert_eq!(draft(on(8, 4, 8), 8), BatchStage::Running);
        assert_eq!(draft(on(8, 4, 8), 9), BatchStage::Finished);
        assert_eq!(seen(BatchState::Cancelled, on(8, 4, 8), 5), BatchStage::Cancelled);
    }

    #[tokio::test]
    async fn the_list_counts_what_stands_on_the_published_timetable_only() {
        let (_folder, store) = an_office().await;
        let mut work = later(&store, 0).await;
        let batch = a_batch(&mut work, "Las").await;
        let (published, copy) =
            (a_plan(&mut work, PlanState::Published).await, a_plan(&mut work, PlanState::Draft).await);
        for day in [4, 6] {
            a_session(&mut work, published, &batch, day, 1).await;
        }
        a_session(&mut work, copy, &batch, 8, 1).await;
        let rows = list(work.reads(), january(6), false).await.expect("rows");
        let seen: Vec<_> = rows.iter().map(|row| (row.placed, row.done, row.first_on, row.last_on)).collect();
        assert_eq!(seen, [(4, 2, Some(january(4)), Some(january(6)))]);
        assert_eq!((&*rows[0].programme, &*rows[0].pattern), ("Program Las", "Pagi"));
        drop(work);
        store.close().await;
    }
}
