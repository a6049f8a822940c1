//! Mending the published timetable after a disturbance: an instructor away, a room closed, days lost. The fewest moves,
//! each with its reasons; taken as one act, together with the absence or the closure itself.

use super::{
    arrange::{UnplacedRow, unplaced},
    clash::Wording,
    frame::Frame,
    names::Names,
    notice::{self, NoticeLine},
    plan::Session,
};
use crate::{
    base::{id::Id, refusal::Refusal},
    catalog::{
        instructor::{AbsenceKind, Instructor},
        presence::{self, AbsenceDraft},
        room::{self, ClosureDraft, Room},
    },
    store::{Error, Result, Work},
};
use balai_scheduler::centre::{
    problem::{Block, Clock, Day, Problem},
    repair::{self, How, Repair},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;
use uuid::Uuid;

/// What is disturbed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DisturbanceKind {
    /// An instructor is away.
    Instructor,
    /// A room is closed.
    Room,
    /// Days are lost, such as by a decree; they stand in the calendar already.
    Day,
}

/// A disturbance.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct Disturbance {
    /// What.
    pub kind: DisturbanceKind,
    /// Who is away.
    pub instructor_id: Option<Id<Instructor>>,
    /// Which room is closed.
    pub room_id: Option<Id<Room>>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

words! {
    /// How far a session had to go.
    pub enum MoveKind {
        /// Another instructor or room at the same time.
        Substitute = "PENGGANTI",
        /// Another lesson of the day.
        SameDay = "HARI_SAMA",
        /// Another day of the week.
        SameWeek = "MINGGU_SAMA",
        /// Another week.
        Later = "MINGGU_LAIN",
        /// Put in anew with what follows it.
        Rebuilt = "SUSUN_ULANG",
    }
}

/// Why just this substitute.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Substitute {
    /// Holds the competence on that day.
    pub qualified: bool,
    /// Has no other session then.
    pub free: bool,
    /// JP of the week with this session.
    pub week_jp: i64,
    /// Most JP of a week.
    pub week_cap: i64,
    /// Of the same field of training.
    pub same_department: bool,
}

/// A session that changes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RepairLine {
    /// Before and after.
    pub change: NoticeLine,
    /// How far it had to go.
    pub how: MoveKind,
    /// Who stands in, if somebody does.
    pub substitute: Option<Substitute>,
}

/// What mending would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RepairPreview {
    /// Sessions that cannot stay.
    pub hit: usize,
    /// Sessions of the whole timetable.
    pub sessions: usize,
    /// Sessions that change.
    pub lines: Vec<RepairLine>,
    /// What has no place any more.
    pub unplaced: Vec<UnplacedRow>,
    /// No way changes fewer sessions.
    pub proved: bool,
}

/// A mending that lies ready.
#[derive(Clone, Debug)]
pub struct Mending {
    /// What it is for.
    pub disturbance: Disturbance,
    /// Sessions as they were.
    pub before: Vec<Session>,
    /// Sessions as they are to be; new ones have the nil id.
    pub after: Vec<Session>,
    /// Sessions that go.
    pub gone: Vec<Session>,
}

/// Mends a timetable for a disturbance. Refuses `mend.nobody`, `mend.days`, `mend.nothing_published`.
pub fn mend(
    frame: &Frame,
    names: &Names,
    disturbance: Disturbance,
    stop: &dyn Fn() -> bool,
) -> Result<(RepairPreview, Mending)> {
    let Some(plan) = &frame.plan else { return Err(refused("nothing_published")) };
    if disturbance.to < disturbance.from {
        return Err(refused("days"));
    }
    let mut frame = frame.clone();
    disturb(&mut frame, &disturbance)?;
    let done = repair::repair(&frame.problem, stop).map_err(|_| refused("inconsistent"))?;
    let wording = Wording { frame: &frame, names };
    let session = |block: &Block| frame.session(block, plan.id, || Id::from(Uuid::nil()));
    let line = |before: &Block, after: &Block, how: How| {
        let (old, new) = (frame.session_of(before), session(after));
        let change = notice::line(old, Some(&new), names)?;
        let who = after.people.iter().flatten().find(|who| !before.people.contains(&Some(**who)));
        let substitute = who.map(|who| substitute(&frame.problem, &done, before, after, *who));
        Some(RepairLine { change, how: kind(how), substitute })
    };
    let preview = RepairPreview {
        hit: done.hit,
        sessions: frame.sessions.len(),
        lines: done.moves.iter().filter_map(|one| line(&one.before, &one.after, one.how)).collect(),
        unplaced: done.unplaced.iter().map(|one| unplaced(&wording, one)).collect(),
        proved: done.proved && done.unplaced.is_empty(),
    };
    let after: Vec<Session> =
        done.moves.iter().map(|one| session(&one.after)).chain(done.added.iter().map(session)).collect();
    let kept: HashSet<u64> = done.blocks.iter().map(|block| block.tag).collect();
    let lost = frame.problem.standing.iter().filter(|block| !kept.contains(&block.tag));
    let mending = Mending {
        disturbance,
        before: done.moves.iter().filter_map(|one| frame.session_of(&one.before)).cloned().collect(),
        gone: lost.filter_map(|block| frame.session_of(block)).cloned().collect(),
        after,
    };
    Ok((preview, mending))
}

fn refused(code: &'static str) -> Error {
    Error::Refused(Refusal::new("mend", code))
}

fn kind(how: How) -> MoveKind {
    match how {
        How::Substitute => MoveKind::Substitute,
        How::SameDay => MoveKind::SameDay,
        How::SameWeek => MoveKind::SameWeek,
        How::Later => MoveKind::Later,
        How::Rebuilt => MoveKind::Rebuilt,
    }
}

/// Writes the disturbance into the problem.
fn disturb(frame: &mut Frame, disturbance: &Disturbance) -> Result<()> {
    let place = |on: NaiveDate| (on - frame.from).num_days();
    let days = place(disturbance.from).max(0)..=place(disturbance.to).min(frame.problem.days as i64 - 1);
    match disturbance.kind {
        DisturbanceKind::Instructor => {
            let who = frame.instructors.iter().position(|id| Some(*id) == disturbance.instructor_id);
            let away = &mut frame.problem.instructors[who.ok_or_else(|| refused("nobody"))?].away;
            days.for_each(|day| away[day as usize] = Clock::MAX);
        }
        DisturbanceKind::Room => {
            let room = frame.rooms.iter().position(|id| Some(*id) == disturbance.room_id);
            let room = &mut frame.problem.rooms[room.ok_or_else(|| refused("nobody"))?];
            room.closed.extend(days.map(|day| day as Day));
        }
        // A day off is in the calendar; a day that is only asked about is closed here.
        DisturbanceKind::Day => {
            for batch in &mut frame.problem.batches {
                days.clone().for_each(|day| batch.open[day as usize] = None);
            }
        }
    }
    Ok(())
}

fn substitute(problem: &Problem, done: &Repair, before: &Block, after: &Block, who: usize) -> Substitute {
    let week = problem.week(after.day);
    let own = done.blocks.iter().filter(|block| block.people.contains(&Some(who)) && problem.week(block.day) == week);
    let course = problem.course(after);
    let valid =
        |q: &&balai_scheduler::centre::problem::Qualified| q.instructor == who && (q.from..=q.to).contains(&after.day);
    let clock = problem.clock(after).unwrap_or(0);
    let meets = |other: &&Block| {
        *other != after
            && other.day == after.day
            && other.people.contains(&Some(who))
            && problem.clock(other).is_some_and(|its| its & clock != 0)
    };
    let free = !done.blocks.iter().any(|other| meets(&other));
    let field = |who: Option<usize>| who.and_then(|who| problem.instructors[who].department);
    Substitute {
        qualified: course.is_none_or(|course| course.qualified.iter().any(|q| valid(&q))),
        free,
        week_jp: own.map(|block| i64::from(block.length)).sum(),
        week_cap: i64::from(problem.instructors[who].week_cap),
        same_department: field(Some(who)).is_some() && field(Some(who)) == field(before.people[0]),
    }
}

/// Takes a mending as one act: the sessions, and the absence or the closure that made it needful. Refuses `mend.stale`
/// when a session was changed since.
pub async fn accept(work: &mut Work, mending: &Mending) -> Result<()> {
    for session in mending.before.iter().chain(&mending.gone) {
        if work.get(session.id).await?.as_ref() != Some(session) {
            return Err(refused("stale"));
        }
    }
    let Disturbance { kind, instructor_id, room_id, from, to } = mending.disturbance;
    if let (DisturbanceKind::Instructor, Some(instructor_id)) = (kind, instructor_id) {
        let draft =
            AbsenceDraft { id: None, instructor_id, kind: AbsenceKind::Other, from_on: from, to_on: to, reason: None };
        match presence::save_absence(work, draft).await {
            // Known already that they are away.
            Err(Error::Refused(refusal)) if refusal.code == "absence_overlaps" => {}
            saved => {
                saved?;
            }
        }
    }
    if let (DisturbanceKind::Room, Some(room_id)) = (kind, room_id) {
        room::close(work, ClosureDraft { id: None, room_id, from_on: from, to_on: to, reason: None }).await?;
    }
    for session in &mending.gone {
        work.remove(session).await?;
    }
    for session in &mending.after {
        let id = if session.id.uuid().is_nil() { work.id() } else { session.id };
        work.put(&Session { id, ..session.clone() }).await?;
    }
    Ok(())
}
