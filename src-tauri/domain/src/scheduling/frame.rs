//! A timetable and everything around it as the planner's problem, and the way back from its numbers to the office.

use super::{
    batch::{Batch, BatchState},
    clockwork::Clockwork,
    courses::{self, Stock, Taught},
    load::monday,
    plan::{Plan, Session},
    rules, store, timetable,
};
use crate::{
    base::id::Id,
    catalog::{
        self,
        calendar::{self, Calendar, TimePattern},
        instructor::Instructor,
        load as caps,
        resources::Resources,
        room::{Room, RoomPriority},
        supply::SupplyKind,
    },
    store::{Result, SqliteConnection, moment},
};
use balai_scheduler::centre::problem::{self, Block, Clock, Day, Lesson, Pattern, Priority, Problem};
use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use std::collections::HashMap;

/// Days after its due day, or after its first when it has none, in which a class may still be planned.
const BEYOND: u64 = 180;
/// A break of so many minutes parts the day in two.
const LONG_BREAK: i64 = 30;
/// The most days of a problem.
const DAYS_MOST: i64 = 900;

/// A timetable before the planner.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The timetable; `None`: nothing is published and no copy was named.
    pub plan: Option<Plan>,
    /// The planner's view.
    pub problem: Problem,
    /// Day 0.
    pub from: NaiveDate,
    /// The batches by the planner's number.
    pub batches: Vec<Batch>,
    /// What their courses are.
    pub taught: Vec<Vec<Taught>>,
    /// The instructors by the planner's number.
    pub instructors: Vec<Id<Instructor>>,
    /// The rooms by the planner's number.
    pub rooms: Vec<Id<Room>>,
    /// The sessions of the timetable; a block's tag is the place here plus one.
    pub sessions: Vec<Session>,
}

/// Reads a timetable and lays it before the planner. Sessions before `today` and locked ones stay where they are.
/// Refuses `timetable.unknown`.
pub async fn load(connection: &mut SqliteConnection, plan: Option<Id<Plan>>, today: NaiveDate) -> Result<Frame> {
    // One moment for all of it: what is written meanwhile must not be seen in one half only.
    let mut moment = moment(connection).await?;
    let connection = &mut *moment;
    let plan = timetable::of(&mut *connection, plan).await?;
    let sessions = match &plan {
        Some(plan) => timetable::all_sessions(&mut *connection, plan.id).await?,
        None => Vec::new(),
    };
    let gone = |batch: &Batch| batch.retired_at.is_some() || batch.state == BatchState::Cancelled;
    let mut batches = store::batches(&mut *connection).await?;
    batches.retain(|batch| !gone(batch) || sessions.iter().any(|session| session.batch_id == batch.id));
    let resources = catalog::resources(&mut *connection).await?;
    let calendar = calendar::load(&mut *connection).await?;
    let caps = caps::caps(&mut *connection, today).await?;
    let rules = rules::load(connection).await?;
    let mut frame = Frame::new(plan, batches, sessions, &resources, &calendar, caps, today);
    frame.problem.rules = rules;
    Ok(frame)
}

impl Frame {
    fn new(
        plan: Option<Plan>,
        batches: Vec<Batch>,
        sessions: Vec<Session>,
        resources: &Resources,
        calendar: &Calendar,
        caps: caps::LoadCaps,
        today: NaiveDate,
    ) -> Self {
        let (from, days) = range(&batches, &sessions, today);
        let clockwork = clockwork(calendar, resources);
        let months = from.iter_days().take(days).map(|day| (day.year() * 12 + day.month0() as i32) as u16);
        let mut frame = Frame {
            plan,
            problem: Problem { days, weekday: 0, months: months.collect(), ..Problem::default() },
            from,
            taught: Vec::new(),
            instructors: resources.instructors.iter().map(|one| one.id).collect(),
            rooms: resources.rooms.iter().map(|room| room.id).collect(),
            batches,
            sessions,
        };
        frame.people_and_rooms(resources, &clockwork, caps);
        frame.classes(resources, calendar, &clockwork);
        frame.problem.today = (today - from).num_days().clamp(0, days as i64) as Day;
        let numbers = Numbers::of(&frame);
        let blocks = (1..).zip(&frame.sessions).filter_map(|(tag, one)| frame.block(one, tag, &numbers, today));
        frame.problem.standing = blocks.collect();
        frame
    }

    fn people_and_rooms(&mut self, resources: &Resources, clockwork: &Clockwork, caps: caps::LoadCaps) {
        let (from, days) = (self.from, self.problem.days);
        let place = |on: NaiveDate| (on - from).num_days();
        self.problem.instructors = resources
            .instructors
            .iter()
            .map(|one| {
                let caps = caps.of(one);
                let cap = |jp: i64| jp.clamp(0, i64::from(u16::MAX)) as u16;
                problem::Instructor {
                    away: away(resources, one.id, clockwork, from, days),
                    day_cap: cap(caps.day.block),
                    week_cap: cap(caps.week.block),
                    month_cap: cap(caps.month.block),
                    department: one.department_id.map(|id| department_number(resources, id)),
                }
            })
            .collect();
        self.problem.rooms = resources
            .rooms
            .iter()
            .map(|room| {
                let own = resources.closures.iter().filter(|closure| closure.room_id == room.id);
                let closed =
                    own.flat_map(|closure| place(closure.from_on).max(0)..=place(closure.to_on).min(days as i64 - 1));
                problem::Room {
                    seats: u32::try_from(room.seats).unwrap_or(0),
                    step_free: room.step_free,
                    priority: match room.priority {
                        RoomPriority::Optimal => Priority::Optimal,
                        RoomPriority::Normal => Priority::Normal,
                        RoomPriority::Emergency => Priority::Emergency,
                    },
                    closed: closed.map(|day| day as Day).collect(),
                }
            })
            .collect();
        let supply = |one: &catalog::supply::Supply| problem::Supply {
            stock: u32::try_from(one.stock).unwrap_or(0),
            consumed: one.kind == SupplyKind::Consumable,
        };
        self.problem.supplies = resources.supplies.iter().map(supply).collect();
    }

    fn classes(&mut self, resources: &Resources, calendar: &Calendar, clockwork: &Clockwork) {
        let instructors = (0..).zip(&self.instructors).map(|(at, id)| (*id, at)).collect();
        let rooms = (0..).zip(&self.rooms).map(|(at, id)| (*id, at)).collect();
        let stock =
            Stock { resources, instructors: &instructors, rooms: &rooms, from: self.from, days: self.problem.days };
        let mut patterns: HashMap<(Id<TimePattern>, u8), Option<u16>> = HashMap::new();
        // Batches of one time pattern have the same days.
        let mut openings: HashMap<Id<TimePattern>, Vec<Option<u16>>> = HashMap::new();
        for batch in &self.batches {
            let programme = resources.programmes.iter().find(|programme| programme.id == batch.programme_id);
            let (courses, taught) =
                programme.map(|programme| courses::courses(&stock, batch, programme)).unwrap_or_default();
            let open = openings.entry(batch.pattern_id).or_insert_with(|| {
                let days = self.from.iter_days().take(self.problem.days).map(|day| {
                    let plan = calendar.day(batch.pattern_id, day);
                    if !plan.open() {
                        return None;
                    }
                    let weekday = day.weekday().num_days_from_monday() as u8;
                    *patterns.entry((plan.pattern_id, weekday)).or_insert_with(|| {
                        self.problem.patterns.push(pattern(&plan.lessons, clockwork));
                        u16::try_from(self.problem.patterns.len() - 1).ok()
                    })
                });
                days.collect()
            });
            let open = open.clone();
            let day = |on: NaiveDate| (on - self.from).num_days().clamp(0, self.problem.days as i64 - 1) as Day;
            let usual = programme.and_then(|programme| programme.jp_day);
            self.problem.batches.push(problem::Batch {
                open,
                first: day(batch.starts_on),
                last: day(batch.due_on.unwrap_or(batch.starts_on) + Days::new(BEYOND)),
                due: batch.due_on.map_or(Day::MAX, day),
                seats: u32::try_from(batch.seats).unwrap_or(0),
                step_free: batch.step_free,
                jp_day: batch.jp_day.or(usual).map_or(16, |jp| jp.clamp(1, 16) as u16),
                courses,
            });
            self.taught.push(taught);
        }
    }

    /// A session as a block; `None`: it lies outside, or nobody knows its batch.
    fn block(&self, session: &Session, tag: u64, numbers: &Numbers, today: NaiveDate) -> Option<Block> {
        let batch = *numbers.batches.get(&session.batch_id)?;
        let day = (session.day_on - self.from).num_days();
        let taught = Taught { unit: session.programme_unit_id, kind: session.kind };
        let who = |id: Option<Id<Instructor>>| numbers.instructors.get(&id?).copied();
        (0..self.problem.days as i64).contains(&day).then_some(())?;
        Some(Block {
            batch,
            course: self.taught[batch].iter().position(|one| *one == taught),
            day: day as Day,
            slot: u8::try_from(session.slot - 1).ok()?,
            length: u8::try_from(session.length).ok()?,
            people: [who(session.instructor_id), who(session.second_id)],
            room: session.room_id.and_then(|room| numbers.rooms.get(&room).copied()),
            locked: session.locked || session.day_on < today,
            tag,
        })
    }

    /// The session that a block's tag names.
    pub fn session_of(&self, block: &Block) -> Option<&Session> {
        self.sessions.get(usize::try_from(block.tag.checked_sub(1)?).ok()?)
    }

    /// The block of a session.
    pub fn block_of(&self, id: Id<Session>) -> Option<&Block> {
        let tag = self.sessions.iter().position(|session| session.id == id)? as u64 + 1;
        self.problem.standing.iter().find(|block| block.tag == tag)
    }

    /// The calendar day of the planner's.
    pub fn date(&self, day: Day) -> NaiveDate {
        self.from + Days::new(u64::from(day))
    }

    /// A block as a session of a timetable: the one it was, moved, or a new one.
    pub fn session(&self, block: &Block, plan: Id<Plan>, fresh: impl FnOnce() -> Id<Session>) -> Session {
        let who = |place: usize| block.people[place].map(|who| self.instructors[who]);
        let known = self.session_of(block);
        let taught = block.course.map(|course| self.taught[block.batch][course]);
        Session {
            id: known.map_or_else(fresh, |session| session.id),
            plan_id: plan,
            batch_id: self.batches[block.batch].id,
            programme_unit_id: known.map_or(taught.and_then(|taught| taught.unit), |session| session.programme_unit_id),
            kind: known
                .map_or_else(|| taught.map_or(super::plan::SessionKind::Theory, |taught| taught.kind), |one| one.kind),
            title: known.and_then(|session| session.title.clone()),
            day_on: self.date(block.day),
            slot: i64::from(block.slot) + 1,
            length: i64::from(block.length),
            room_id: block.room.map(|room| self.rooms[room]),
            instructor_id: who(0),
            second_id: who(1),
            locked: known.is_some_and(|session| session.locked),
            origin_id: known.and_then(|session| session.origin_id),
        }
    }
}

/// The planner's numbers by id.
struct Numbers {
    batches: HashMap<Id<Batch>, usize>,
    instructors: HashMap<Id<Instructor>, usize>,
    rooms: HashMap<Id<Room>, usize>,
}

impl Numbers {
    fn of(frame: &Frame) -> Self {
        Numbers {
            batches: frame.batches.iter().zip(0..).map(|(batch, at)| (batch.id, at)).collect(),
            instructors: frame.instructors.iter().copied().zip(0..).collect(),
            rooms: frame.rooms.iter().copied().zip(0..).collect(),
        }
    }
}

/// From the Monday before everything to the day after which nothing can be.
fn range(batches: &[Batch], sessions: &[Session], today: NaiveDate) -> (NaiveDate, usize) {
    let starts = batches.iter().map(|batch| batch.starts_on).chain(sessions.iter().map(|session| session.day_on));
    let ends = batches.iter().map(|batch| batch.due_on.unwrap_or(batch.starts_on) + Days::new(BEYOND));
    let ends = ends.chain(sessions.iter().map(|session| session.day_on));
    let latest = ends.max().unwrap_or(today);
    let earliest = starts.min().unwrap_or(today).max(latest - TimeDelta::days(DAYS_MOST));
    let from = monday(earliest);
    (from, usize::try_from((latest - from).num_days() + 1).unwrap_or(1).max(1))
}

fn clockwork(calendar: &Calendar, resources: &Resources) -> Clockwork {
    let patterns = calendar.patterns();
    let slots = patterns.iter().flat_map(|pattern| (1..=7).flat_map(|weekday| calendar.slots_on(pattern.id, weekday)));
    let hours = resources.availability.iter().flat_map(|hours| [hours.from_time, hours.to_time]);
    Clockwork::new(slots.flat_map(|slot| [slot.from_time, slot.to_time]).chain(hours))
}

fn pattern(lessons: &[calendar::Lesson], clockwork: &Clockwork) -> Pattern {
    let (mut half, mut end) = (0, None);
    let lessons = lessons.iter().map(|lesson| {
        half += u8::from(end.is_some_and(|end| lesson.from - end >= TimeDelta::minutes(LONG_BREAK)));
        end = Some(lesson.to);
        Lesson { clock: clockwork.clock(lesson.from, lesson.to), half }
    });
    Pattern { lessons: lessons.collect() }
}

/// When an instructor is not there: days away, and hours outside their normal week if they have one.
fn away(resources: &Resources, who: Id<Instructor>, clockwork: &Clockwork, from: NaiveDate, days: usize) -> Vec<Clock> {
    let hours: Vec<_> = resources.availability.iter().filter(|hours| hours.instructor_id == who).collect();
    let off: Vec<_> = resources.absences.iter().filter(|absence| absence.instructor_id == who).collect();
    let of = |day: NaiveDate| {
        if off.iter().any(|absence| absence.from_on <= day && day <= absence.to_on) {
            return Clock::MAX;
        }
        if hours.is_empty() {
            return 0;
        }
        let weekday = i64::from(day.weekday().number_from_monday());
        let today = hours.iter().filter(|hours| hours.weekday == weekday);
        !today.fold(0, |there, hours| there | clockwork.clock(hours.from_time, hours.to_time))
    };
    from.iter_days().take(days).map(of).collect()
}

fn department_number(resources: &Resources, id: Id<catalog::department::Department>) -> u32 {
    resources.departments.iter().position(|one| one.id == id).map_or(u32::MAX, |at| at as u32)
}
