//! The board (*papan jadwal*): the days of a stretch of time with their columns, and the sessions in them.

use super::{
    axis::{self, BoardColumn, Hours, PatternLessons},
    batch::Batch,
    names,
    plan::{Plan, Session},
    timetable,
};
use crate::{
    base::id::Id,
    catalog::calendar::{self, Calendar, Closed, TimePattern},
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

/// The most days of one answer.
const DAYS_MOST: usize = 400;

/// Which timetable, which days.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct BoardQuery {
    /// `None`: the published one.
    pub plan_id: Option<Id<Plan>>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// A day of the board.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BoardDay {
    /// Which.
    pub day_on: NaiveDate,
    /// The day off that closes it.
    pub closed: Option<String>,
    /// Its columns.
    pub columns: Vec<BoardColumn>,
    /// Where the lessons of each pattern lie in them; the pattern is the batch's own, also in a season.
    pub lessons: Vec<PatternLessons>,
}

/// A session where it lies on the board.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BoardSession {
    /// The session.
    pub session: Session,
    /// Its first column of the day, from 0.
    pub column: usize,
    /// How many columns it fills.
    pub span: usize,
}

/// Some days of a timetable.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Board {
    /// Which timetable; `None`: nothing is published yet.
    pub plan: Option<Plan>,
    /// The days.
    pub days: Vec<BoardDay>,
    /// The sessions, by day and lesson.
    pub sessions: Vec<BoardSession>,
}

/// Lays some days out. Refuses `timetable.unknown`.
pub async fn board(connection: &mut SqliteConnection, query: BoardQuery) -> Result<Board> {
    let plan = timetable::of(&mut *connection, query.plan_id).await?;
    let sessions = match &plan {
        Some(plan) => timetable::sessions(&mut *connection, plan.id, query.from, query.to).await?,
        None => Vec::new(),
    };
    let calendar = calendar::load(&mut *connection).await?;
    let names = names::load(&mut *connection).await?;
    let patterns: HashMap<Id<Batch>, Id<TimePattern>> =
        names.batches.iter().map(|batch| (batch.id, batch.pattern_id)).collect();
    let busy: BTreeSet<Id<Batch>> = sessions.iter().map(|session| session.batch_id).collect();
    let used: BTreeSet<Id<TimePattern>> = names
        .batches
        .iter()
        .filter(|batch| !batch.gone || busy.contains(&batch.id))
        .map(|batch| batch.pattern_id)
        .collect();
    let days: Vec<BoardDay> = query
        .from
        .iter_days()
        .take_while(|day| *day <= query.to)
        .take(DAYS_MOST)
        .map(|day| lay(&calendar, &used, day))
        .collect();
    let sessions = sessions.into_iter().filter_map(|session| put(&days, &patterns, session)).collect();
    Ok(Board { plan, days, sessions })
}

fn lay(calendar: &Calendar, patterns: &BTreeSet<Id<TimePattern>>, day: NaiveDate) -> BoardDay {
    let (mut hours, mut closed) = (Vec::new(), None);
    for pattern in patterns {
        let plan = calendar.day(*pattern, day);
        if let Some(Closed::Holiday(name)) = plan.why_closed {
            closed = Some(name);
        }
        let lessons = plan.lessons.iter().map(|lesson| Hours { from: lesson.from, to: lesson.to }).collect();
        hours.push((*pattern, lessons));
    }
    let (columns, lessons) = axis::columns(&hours);
    BoardDay { day_on: day, closed, columns, lessons }
}

/// A session on a day without lessons, such as a new holiday, stands at the day's beginning: it is shown, not hidden.
fn put(days: &[BoardDay], patterns: &HashMap<Id<Batch>, Id<TimePattern>>, session: Session) -> Option<BoardSession> {
    let day = days.iter().find(|day| day.day_on == session.day_on)?;
    let pattern = patterns.get(&session.batch_id);
    let lessons = day.lessons.iter().find(|lessons| Some(&lessons.pattern_id) == pattern);
    let last = day.columns.len().saturating_sub(1);
    let fallback = (usize::try_from(session.slot - 1).unwrap_or(0).min(last), 1);
    let (column, span) = lessons.and_then(|at| at.span(session.slot, session.length)).unwrap_or(fallback);
    Some(BoardSession { session, column, span })
}
