//! A small centre for the tests of the timetable: one programme, one pattern, one batch, sessions by hand.

use super::{
    batch::{Batch, BatchKind, BatchState},
    plan::{Plan, PlanState, Session, SessionKind},
};
use crate::{
    base::id::Id,
    catalog::{
        calendar::{TimePattern, pattern::Shift},
        programme::{self, ProgrammeDraft},
    },
    store::{
        Store,
        testing::{an_act, noon},
        work::Work,
    },
};
use chrono::{NaiveDate, TimeDelta};

/// A day of January 2027.
pub fn january(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, day).expect("a day")
}

/// A unit of work some minutes after [`noon`].
pub async fn later(store: &Store, minutes: i64) -> Work {
    let act = an_act("timetable_test");
    store.begin(crate::store::Act { at: noon() + TimeDelta::minutes(minutes), ..act }).await.expect("work")
}

/// A batch of a programme without units.
pub async fn a_batch(work: &mut Work, name: &str) -> Batch {
    let draft = ProgrammeDraft { name: format!("Program {name}"), ..ProgrammeDraft::default() };
    let programme_id = programme::save(work, draft).await.expect("a programme");
    let pattern =
        TimePattern { id: work.id(), name: "Pagi".into(), shift: Shift::Morning, minutes_per_jp: 45, retired_at: None };
    work.put_new(&pattern).await.expect("a pattern");
    let batch = Batch {
        id: work.id(),
        programme_id,
        intake_id: None,
        name: name.into(),
        number: None,
        kind: BatchKind::Institutional,
        funding: None,
        seats: 16,
        step_free: false,
        pattern_id: pattern.id,
        starts_on: january(4),
        due_on: None,
        jp_day: None,
        ojt_weeks: 0,
        opening: false,
        closing: false,
        assessment_days: 0,
        state: BatchState::Draft,
        retired_at: None,
    };
    work.put_new(&batch).await.expect("a batch");
    batch
}

/// A timetable.
pub async fn a_plan(work: &mut Work, state: PlanState) -> Id<Plan> {
    let plan = Plan {
        id: work.id(),
        name: "Jadwal".into(),
        state,
        seed: None,
        note: None,
        made_at: work.at(),
        retired_at: None,
    };
    work.put_new(&plan).await.expect("a plan");
    plan.id
}

/// A session of two lessons.
pub async fn a_session(work: &mut Work, plan_id: Id<Plan>, batch: &Batch, day: u32, slot: i64) -> Session {
    let session = Session {
        id: work.id(),
        plan_id,
        batch_id: batch.id,
        programme_unit_id: None,
        kind: SessionKind::Theory,
        title: Some(format!("Materi {day}.{slot}")),
        day_on: january(day),
        slot,
        length: 2,
        room_id: None,
        instructor_id: None,
        second_id: None,
        locked: false,
        origin_id: None,
    };
    work.put_new(&session).await.expect("a session");
    session
}
