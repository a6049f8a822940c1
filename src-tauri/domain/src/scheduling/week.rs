//! A week of one class, instructor or room as the paper shows it: the day's rows, and in them the sessions by name.

use super::{
    axis::{self, Hours, PatternLessons},
    batch::Batch,
    load::monday,
    names::{self, Names},
    plan::{Plan, Session, SessionKind},
    timetable,
};
use crate::{
    base::id::Id,
    catalog::{
        calendar::{self, Calendar, Closed, TimePattern, pattern::SlotKind},
        instructor::Instructor,
        room::Room,
    },
    store::{Result, SqliteConnection},
};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use std::collections::BTreeMap;

/// Whose week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A class.
    Batch(Id<Batch>),
    /// An instructor.
    Instructor(Id<Instructor>),
    /// A room.
    Room(Id<Room>),
}

impl Whose {
    fn has(self, session: &Session) -> bool {
        match self {
            Whose::Batch(id) => session.batch_id == id,
            Whose::Instructor(id) => session.instructor_id == Some(id) || session.second_id == Some(id),
            Whose::Room(id) => session.room_id == Some(id),
        }
    }
}

/// A row of a day: a lesson or a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekRow {
    /// Lesson or break.
    pub kind: SlotKind,
    /// The lesson's number as printed.
    pub label: String,
    /// From.
    pub from: NaiveTime,
    /// Until.
    pub to: NaiveTime,
}

/// A session in the rows of its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekCell {
    /// First row, from 0.
    pub first: usize,
    /// Rows, at least one.
    pub rows: usize,
    /// What it is.
    pub kind: SessionKind,
    /// The unit's code.
    pub code: Option<String>,
    /// The unit's name, or the session's own.
    pub subject: String,
    /// The class.
    pub batch: String,
    /// The room's code.
    pub room: Option<String>,
    /// Initials and name of each instructor.
    pub instructors: Vec<(String, String)>,
}

/// A day of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekDay {
    /// Which.
    pub day_on: NaiveDate,
    /// The day off that closes it.
    pub closed: Option<String>,
    /// Its rows in the order of the clock.
    pub rows: Vec<WeekRow>,
    /// Its sessions.
    pub cells: Vec<WeekCell>,
}

/// A week of somebody or something.
#[derive(Clone, Debug)]
pub struct WeekPlan {
    /// Whose.
    pub whose: Whose,
    /// The name of the class, the instructor or the room.
    pub name: String,
    /// Monday.
    pub monday: NaiveDate,
    /// The number of the week since the class began, from 1.
    pub number: Option<i64>,
    /// Monday to Sunday.
    pub days: Vec<WeekDay>,
    /// JP of the week.
    pub jp: i64,
}

/// The weeks from a Monday on of some classes, instructors or rooms, each with its weeks in order; weeks without a
/// session are left out. Refuses `timetable.unknown`.
pub async fn weeks(
    connection: &mut SqliteConnection,
    plan: Option<Id<Plan>>,
    whose: &[Whose],
    from: NaiveDate,
    count: u64,
) -> Result<Vec<WeekPlan>> {
    let Some(plan) = timetable::of(&mut *connection, plan).await? else { return Ok(Vec::new()) };
    let from = monday(from);
    let sessions = timetable::all_sessions(&mut *connection, plan.id).await?;
    let calendar = calendar::load(&mut *connection).await?;
    let names = names::load(&mut *connection).await?;
    let mut found = Vec::new();
    for whose in whose {
        let own: Vec<&Session> = sessions.iter().filter(|session| whose.has(session)).collect();
        for ahead in 0..count {
            let monday = from + Days::new(7 * ahead);
            let week: Vec<&Session> =
                own.iter().filter(|one| (0..7).contains(&(one.day_on - monday).num_days())).copied().collect();
            if !week.is_empty() {
                found.push(a_week(*whose, monday, &week, own[0].day_on, &calendar, &names));
            }
        }
    }
    Ok(found)
}

fn a_week(
    whose: Whose,
    monday_on: NaiveDate,
    sessions: &[&Session],
    began: NaiveDate,
    calendar: &Calendar,
    names: &Names,
) -> WeekPlan {
    let days = (0..7).map(|ahead| a_day(whose, monday_on + Days::new(ahead), sessions, calendar, names)).collect();
    let (name, number) = match whose {
        Whose::Batch(id) => (names.batch(id), Some((monday_on - monday(began)).num_days() / 7 + 1)),
        Whose::Instructor(id) => (names.instructor(id), None),
        Whose::Room(id) => (names.room(id), None),
    };
    let jp = sessions.iter().map(|session| session.length).sum();
    WeekPlan { whose, name: name.to_owned(), monday: monday_on, number, days, jp }
}

fn a_day(whose: Whose, day_on: NaiveDate, sessions: &[&Session], calendar: &Calendar, names: &Names) -> WeekDay {
    let of = |batch: Id<Batch>| names.batches.iter().find(|one| one.id == batch).map(|one| one.pattern_id);
    let today: Vec<&&Session> = sessions.iter().filter(|session| session.day_on == day_on).collect();
    let mut patterns: BTreeMap<Id<TimePattern>, ()> = BTreeMap::new();
    match whose {
        Whose::Batch(id) => patterns.extend(of(id).map(|pattern| (pattern, ()))),
        _ => patterns.extend(today.iter().filter_map(|session| of(session.batch_id)).map(|pattern| (pattern, ()))),
    }
    let weekday = i64::from(day_on.weekday().number_from_monday());
    let mut hours: Vec<(Id<TimePattern>, Vec<Hours>)> = Vec::new();
    let (mut breaks, mut closed) = (Vec::new(), None);
    for pattern in patterns.keys() {
        let plan = calendar.day(*pattern, day_on);
        if let Some(Closed::Holiday(name)) = plan.why_closed {
            closed = Some(name);
        }
        // A day off still shows the hours that it would have had.
        let slots = calendar.slots_on(plan.pattern_id, weekday);
        let lessons = slots.iter().filter(|slot| slot.kind == SlotKind::Lesson);
        hours.push((*pattern, lessons.map(|slot| Hours { from: slot.from_time, to: slot.to_time }).collect()));
        breaks.extend(slots.iter().filter(|slot| slot.kind != SlotKind::Lesson).map(|slot| WeekRow {
            kind: slot.kind,
            label: String::new(),
            from: slot.from_time,
            to: slot.to_time,
        }));
    }
    let (columns, lessons) = axis::columns(&hours);
    // Breaks of one pattern are lessons of another: only a day of one pattern shows them.
    let mut rows: Vec<WeekRow> = if hours.len() == 1 { breaks } else { Vec::new() };
    rows.extend(columns.iter().map(|column| WeekRow {
        kind: SlotKind::Lesson,
        label: column.label.clone(),
        from: column.from_time,
        to: column.to_time,
    }));
    rows.sort_by_key(|row| (row.from, row.to));
    let cells = today.iter().flat_map(|session| {
        let at = lessons.iter().find(|one| Some(one.pattern_id) == of(session.batch_id));
        at.map(|at| parts(session, at, &rows, names)).unwrap_or_default()
    });
    WeekDay { day_on, closed, cells: cells.collect(), rows }
}

/// A session in the rows of its day, in parts where a break lies in between.
fn parts(session: &Session, lessons: &PatternLessons, rows: &[WeekRow], names: &Names) -> Vec<WeekCell> {
    let Some((column, span)) = lessons.span(session.slot, session.length) else { return Vec::new() };
    let taught = (0..rows.len()).filter(|row| rows[*row].kind == SlotKind::Lesson);
    let unit = names.units.iter().find(|unit| Some(unit.id) == session.programme_unit_id);
    let instructors = [session.instructor_id, session.second_id].into_iter().flatten();
    let whole = WeekCell {
        first: 0,
        rows: 1,
        kind: session.kind,
        code: unit.and_then(|unit| unit.code.clone()),
        subject: unit.map(|unit| unit.title.clone()).or_else(|| session.title.clone()).unwrap_or_default(),
        batch: names.batch(session.batch_id).to_owned(),
        room: session.room_id.map(|room| names.room(room).to_owned()),
        instructors: instructors
            .filter_map(|id| names.instructors.iter().find(|one| one.id == id))
            .map(|one| (one.initials.clone(), one.name.clone()))
            .collect(),
    };
    let mut parts: Vec<WeekCell> = Vec::new();
    for row in taught.skip(column).take(span) {
        match parts.last_mut().filter(|part| part.first + part.rows == row) {
            Some(part) => part.rows += 1,
            None => parts.push(WeekCell { first: row, ..whole.clone() }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheduling::testing::january;
    use crate::store::testing::noon;

    fn row(kind: SlotKind, from: u32) -> WeekRow {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
        WeekRow { kind, label: String::new(), from: time(from), to: time(from + 1) }
    }

    #[test]
    fn a_session_over_a_break_stands_in_two_parts() {
        use SlotKind::{Break, Lesson};
        let rows = [row(Break, 7), row(Lesson, 8), row(Lesson, 9), row(Break, 10), row(Lesson, 11)];
        let lessons = PatternLessons { pattern_id: Id::new(noon()), columns: vec![0, 1, 2], ends: vec![1, 2, 3] };
        let session = Session {
            id: Id::new(noon()),
            plan_id: Id::new(noon()),
            batch_id: Id::new(noon()),
            programme_unit_id: None,
            kind: SessionKind::Assessment,
            title: Some("Uji kompetensi".into()),
            day_on: january(4),
            slot: 2,
            length: 2,
            room_id: None,
            instructor_id: None,
            second_id: None,
            locked: false,
            origin_id: None,
        };
        let parts = parts(&session, &lessons, &rows, &Names::default());
        assert_eq!(parts.iter().map(|part| (part.first, part.rows)).collect::<Vec<_>>(), [(2, 1), (4, 1)]);
        assert!(parts.iter().all(|part| part.subject == "Uji kompetensi"));
    }
}
