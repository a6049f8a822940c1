//! An office with one full week on its published timetable: so many classes, each with a room and an instructor of its own.

use crate::support::PASSPHRASE;
use balai_domain::{
    TABLES,
    base::{id::Id, zone::Zone},
    catalog::{
        calendar::{
            TimePattern,
            pattern::{Shift, SlotKind},
            pattern_sheet::{self, PatternDraft, SlotLine},
        },
        instructor::{self, Instructor, InstructorDraft, InstructorStatus},
        programme::{self, ProgrammeDraft},
        programme_unit::ProgrammeUnit,
        resources,
        room::{self, Room, RoomDraft, RoomKind, RoomPriority},
        syllabus::{self, UnitLine, UnitSheet},
    },
    office::{office::OfficeKind, setup},
    scheduling::{
        Batch, Plan, Session,
        batch::{BatchKind, BatchState},
        plan::{PlanState, SessionKind},
    },
    store::{Act, Store, Work, key::Slots},
};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use std::path::Path;

pub const USERNAME: &str = "admin";
pub const PASSWORD: &str = "sandi papan satu";
/// Lessons of a day.
const LESSONS: i64 = 8;
/// Days with sessions; Saturday has lessons and no session.
const DAYS: u64 = 5;

/// The Monday of the week.
pub fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 4).expect("a day")
}

/// Makes the office and closes it.
pub async fn make(folder: &Path, classes: usize, sessions: usize) {
    let (slots, key) = Slots::create(PASSPHRASE, false).expect("slots");
    std::fs::create_dir_all(folder).expect("a folder");
    slots.write(folder).expect("written");
    let store = Store::open(folder, key, TABLES, true).await.expect("opened");
    let mut work = store.begin(Act { verb: "office_first_run", actor: None, at: Utc::now() }).await.expect("work");
    let first = setup::FirstRun {
        name: "UPTD BLK Ukur".into(),
        kind: OfficeKind::TrainingCentre,
        regency_code: "32.16".into(),
        zone: Zone::Wib,
        letterhead: [String::new(), String::new(), String::new()],
        address: String::new(),
        username: USERNAME.into(),
        full_name: "Administrator Ukur".into(),
        password: PASSWORD.into(),
    };
    setup::make_office(&mut work, first, |_| true).await.expect("an office");
    let pattern = a_pattern(&mut work).await;
    let programme_id =
        programme::save(&mut work, ProgrammeDraft { name: "Program Ukur".into(), ..ProgrammeDraft::default() });
    let programme_id = programme_id.await.expect("a programme");
    let units = UnitSheet { programme_id, lines: vec![a_unit()] };
    syllabus::save_units(&mut work, units).await.expect("units");
    let unit = resources(work.reads()).await.expect("read").programme_units[0].id;
    let plan = Plan {
        id: work.id(),
        name: "Jadwal".into(),
        state: PlanState::Published,
        seed: None,
        note: None,
        made_at: work.at(),
        retired_at: None,
    };
    work.put_new(&plan).await.expect("a plan");
    let mut all = Vec::with_capacity(sessions);
    for class in 0..classes {
        let batch = a_batch(&work, class, programme_id, pattern);
        work.put_new(&batch).await.expect("a batch");
        let (who, room) = (an_instructor(&mut work, class).await, a_room(&mut work, class).await);
        let own = sessions * (class + 1) / classes - sessions * class / classes;
        all.extend(week_of(&work, own, |id, day_on, slot, length| {
            a_session(id, &plan, &batch, unit, (day_on, slot, length), (who, room))
        }));
    }
    work.put_new_many(&all).await.expect("sessions");
    work.commit().await.expect("committed");
    store.close().await;
}

/// Some sessions over the days of a week, their lengths such that each day is full.
fn week_of(work: &Work, count: usize, make: impl Fn(Id<Session>, NaiveDate, i64, i64) -> Session) -> Vec<Session> {
    let count = i64::try_from(count).expect("few");
    (0..DAYS as i64)
        .flat_map(|day| {
            let today = count * (day + 1) / DAYS as i64 - count * day / DAYS as i64;
            let day_on = monday() + Days::new(day as u64);
            (0..today)
                .map(move |at| (day_on, 1 + LESSONS * at / today, LESSONS * (at + 1) / today - LESSONS * at / today))
        })
        .map(|(day_on, slot, length)| make(work.id(), day_on, slot, length))
        .collect()
}

async fn a_pattern(work: &mut Work) -> Id<TimePattern> {
    let seven = NaiveTime::from_hms_opt(7, 30, 0).expect("a time");
    let lesson = |weekday, at: i64| {
        let from_time = seven + TimeDelta::minutes(45 * at);
        SlotLine { weekday, kind: SlotKind::Lesson, from_time, to_time: from_time + TimeDelta::minutes(45) }
    };
    let slots = (1..=6).flat_map(|weekday| (0..LESSONS).map(move |at| lesson(weekday, at))).collect();
    let draft = PatternDraft { id: None, name: "Pagi 8 JP".into(), shift: Shift::Morning, minutes_per_jp: 45, slots };
    pattern_sheet::save(work, draft).await.expect("a pattern")
}

fn a_unit() -> UnitLine {
    UnitLine {
        title: "Praktik terpadu".into(),
        jp_practice: LESSONS * DAYS as i64,
        instructors: 1,
        ..UnitLine::default()
    }
}

fn a_batch(work: &Work, class: usize, programme_id: Id<programme::Programme>, pattern_id: Id<TimePattern>) -> Batch {
    Batch {
        id: work.id(),
        programme_id,
        intake_id: None,
        name: format!("Kelas {:03}", class + 1),
        number: None,
        kind: BatchKind::Institutional,
        funding: None,
        seats: 16,
        step_free: false,
        pattern_id,
        starts_on: monday(),
        due_on: Some(monday() + Days::new(12)),
        jp_day: Some(LESSONS),
        ojt_weeks: 0,
        opening: false,
        closing: false,
        assessment_days: 0,
        state: BatchState::Scheduled,
        retired_at: None,
    }
}

async fn an_instructor(work: &mut Work, class: usize) -> Id<Instructor> {
    let draft = InstructorDraft {
        id: None,
        name: format!("Instruktur {:03}", class + 1),
        initials: format!("I{:03}", class + 1),
        nip: None,
        status: InstructorStatus::Contract,
        department_id: None,
        methodology: None,
        assessor_number: None,
        phone: None,
        jp_day: None,
        jp_week: None,
        jp_month: None,
    };
    instructor::save(work, draft).await.expect("an instructor")
}

async fn a_room(work: &mut Work, class: usize) -> Id<Room> {
    let draft = RoomDraft {
        id: None,
        code: format!("R{:03}", class + 1),
        name: format!("Bengkel {:03}", class + 1),
        kind: RoomKind::Workshop,
        seats: 20,
        step_free: true,
        priority: RoomPriority::Optimal,
        equipment: None,
        department_id: None,
    };
    room::save(work, draft).await.expect("a room")
}

fn a_session(
    id: Id<Session>,
    plan: &Plan,
    batch: &Batch,
    unit: Id<ProgrammeUnit>,
    (day_on, slot, length): (NaiveDate, i64, i64),
    (who, room): (Id<Instructor>, Id<Room>),
) -> Session {
    Session {
        id,
        plan_id: plan.id,
        batch_id: batch.id,
        programme_unit_id: Some(unit),
        kind: SessionKind::Practice,
        title: None,
        day_on,
        slot,
        length,
        room_id: Some(room),
        instructor_id: Some(who),
        second_id: None,
        locked: false,
        origin_id: None,
    }
}
