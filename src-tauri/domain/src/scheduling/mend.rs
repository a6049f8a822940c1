//! Mending the published timetable after a disturbance: an instructor away, a room closed, days lost. The fewest moves,
//! each with its reasons; taken as one act, together with the absence, the closure or the day off itself.

use super::{
    arrange::{UnplacedRow, unplaced},
    candidate::{self, Candidate},
    clash::Wording,
    frame::Frame,
    names::Names,
    notice::{self, NoticeLine},
    plan::{Plan, Session},
};
use crate::{
    base::{id::Id, refusal::Refusal, text::filled},
    catalog::{
        calendar::{
            self,
            holiday::{self, HolidayDraft, HolidayKind},
        },
        instructor::{AbsenceKind, Instructor},
        presence::{self, AbsenceDraft},
        room::{self, ClosureDraft, Room},
    },
    store::{Error, Result, Work},
};
use balai_scheduler::centre::{
    problem::{Block, Clock, Day},
    repair::{self, How},
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
    /// Days are lost.
    Day,
    /// What is recorded already: a decree, a season, leave, a closure.
    Recorded,
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

/// Who is to stand in for a session, where the office knows better than the ranking.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct StandIn {
    /// Which session.
    pub session_id: Id<Session>,
    /// Instead of whom.
    pub instead_of: Id<Instructor>,
    /// Who.
    pub instructor_id: Id<Instructor>,
}

/// A session that changes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RepairLine {
    /// Which session.
    pub session_id: Id<Session>,
    /// Before and after.
    pub change: NoticeLine,
    /// How far it had to go.
    pub how: MoveKind,
    /// Who is replaced, if somebody is.
    pub instead_of: Option<Id<Instructor>>,
    /// Who stands in.
    pub substitute: Option<Candidate>,
    /// Who else could, best first.
    pub others: Vec<Candidate>,
}

/// What mending would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RepairPreview {
    /// Sessions that cannot stay.
    pub hit: usize,
    /// Sessions of the whole timetable.
    pub sessions: usize,
    /// The first day on which the instructor or the room in question has a session, when none of the days hits one.
    pub next_on: Option<NaiveDate>,
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

/// Mends a timetable for a disturbance, with the stand-ins that were chosen. Refuses `mend.nobody`, `mend.days`,
/// `mend.nothing_published`.
pub fn mend(
    frame: &Frame,
    names: &Names,
    disturbance: Disturbance,
    chosen: &[StandIn],
    stop: &dyn Fn() -> bool,
) -> Result<(RepairPreview, Mending)> {
    let Some(plan) = &frame.plan else { return Err(refused("nothing_published")) };
    if disturbance.to < disturbance.from {
        return Err(refused("days"));
    }
    let mut frame = frame.clone();
    let next_on = next_on(&frame, &disturbance);
    disturb(&mut frame, &disturbance)?;
    let (frame, given) = give(frame, chosen);
    let done = repair::repair(&frame.problem, stop).map_err(|_| refused("inconsistent"))?;
    let moves: Vec<Moved> =
        given.into_iter().chain(done.moves.iter().map(|one| (one.before, one.after, one.how))).collect();
    let wording = Wording { frame: &frame, names };
    let hit = done.hit + moves.len() - done.moves.len();
    let preview = RepairPreview {
        hit,
        sessions: frame.sessions.len(),
        next_on: next_on.filter(|_| hit == 0),
        lines: moves.iter().filter_map(|moved| line(&wording, &done.blocks, moved, plan.id)).collect(),
        unplaced: done.unplaced.iter().map(|one| unplaced(&wording, one)).collect(),
        proved: done.proved && done.unplaced.is_empty() && chosen.is_empty(),
    };
    let session = |block: &Block| frame.session(block, plan.id, || Id::from(Uuid::nil()));
    let after: Vec<Session> =
        moves.iter().map(|(_, after, _)| session(after)).chain(done.added.iter().map(session)).collect();
    let kept: HashSet<u64> = done.blocks.iter().map(|block| block.tag).collect();
    let lost = frame.problem.standing.iter().filter(|block| !kept.contains(&block.tag));
    let mending = Mending {
        disturbance,
        before: moves.iter().filter_map(|(before, ..)| frame.session_of(before)).cloned().collect(),
        gone: lost.filter_map(|block| frame.session_of(block)).cloned().collect(),
        after,
    };
    Ok((preview, mending))
}

/// A block before, after, and how far it had to go.
type Moved = (Block, Block, How);

/// Gives sessions to the stand-ins that were chosen; there they stay.
fn give(mut frame: Frame, chosen: &[StandIn]) -> (Frame, Vec<Moved>) {
    let mut given = Vec::new();
    for choice in chosen {
        let who = |id: Id<Instructor>| frame.instructors.iter().position(|one| *one == id);
        let (Some(from), Some(to)) = (who(choice.instead_of), who(choice.instructor_id)) else { continue };
        let Some(before) = frame.block_of(choice.session_id).copied().filter(|block| !block.locked) else { continue };
        let people = before.people.map(|one| if one == Some(from) { Some(to) } else { one });
        let after = Block { people, locked: true, ..before };
        frame.problem.standing.iter_mut().filter(|block| block.tag == before.tag).for_each(|block| *block = after);
        given.push((before, after, How::Substitute));
    }
    (frame, given)
}

/// A session that changes, with its reasons.
fn line(wording: &Wording<'_>, blocks: &[Block], (before, after, how): &Moved, plan: Id<Plan>) -> Option<RepairLine> {
    let frame = wording.frame;
    let old = frame.session_of(before)?;
    let change = notice::line(Some(old), Some(&frame.session(after, plan, || old.id)), wording.names)?;
    let new = after.people.iter().flatten().find(|who| !before.people.contains(&Some(**who)));
    let left = before.people.iter().flatten().find(|who| !after.people.contains(&Some(**who)));
    let all = match new {
        // Judged where the session is now, among all that changed.
        Some(_) => candidate::ranked(wording, blocks, &Block { people: before.people, ..*after }),
        None => Vec::new(),
    };
    let chosen = new.map(|who| frame.instructors[*who]);
    let (mine, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| Some(one.instructor_id) == chosen);
    Some(RepairLine {
        session_id: old.id,
        change,
        how: kind(*how),
        instead_of: left.map(|who| frame.instructors[*who]),
        substitute: mine.into_iter().next(),
        others: others.into_iter().filter(|one| one.against.is_empty()).collect(),
    })
}

/// The next day, from the first one on, that has a session of the instructor or in the room.
fn next_on(frame: &Frame, disturbance: &Disturbance) -> Option<NaiveDate> {
    let about = |session: &&Session| match disturbance.kind {
        DisturbanceKind::Instructor => {
            [session.instructor_id, session.second_id].contains(&disturbance.instructor_id)
                && disturbance.instructor_id.is_some()
        }
        DisturbanceKind::Room => disturbance.room_id.is_some() && session.room_id == disturbance.room_id,
        DisturbanceKind::Day => true,
        DisturbanceKind::Recorded => false,
    };
    frame.sessions.iter().filter(about).map(|session| session.day_on).filter(|day| *day > disturbance.to).min()
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
        // What is recorded is in the problem already.
        DisturbanceKind::Recorded => {}
        DisturbanceKind::Day => {
            for batch in &mut frame.problem.batches {
                days.clone().for_each(|day| batch.open[day as usize] = None);
            }
        }
    }
    Ok(())
}

/// Takes a mending as one act: the sessions, and the absence, the closure or the day off that made it needful, for the
/// reason given. Refuses `mend.stale` when a session was changed since, `mend.reason_missing` for a day that is lost and
/// not in the calendar.
pub async fn accept(work: &mut Work, mending: &Mending, reason: &str) -> Result<()> {
    for session in mending.before.iter().chain(&mending.gone) {
        if work.get(session.id).await?.as_ref() != Some(session) {
            return Err(refused("stale"));
        }
    }
    record(work, mending.disturbance, reason).await?;
    for session in &mending.gone {
        work.remove(session).await?;
    }
    for session in &mending.after {
        let id = if session.id.uuid().is_nil() { work.id() } else { session.id };
        work.put(&Session { id, ..session.clone() }).await?;
    }
    Ok(())
}

/// Writes down what disturbs, unless it is known already.
async fn record(work: &mut Work, disturbance: Disturbance, reason: &str) -> Result<()> {
    let Disturbance { kind, instructor_id, room_id, from, to } = disturbance;
    let reason = filled(reason);
    match (kind, instructor_id, room_id) {
        (DisturbanceKind::Instructor, Some(instructor_id), _) => {
            let kind = AbsenceKind::Other;
            let draft = AbsenceDraft { id: None, instructor_id, kind, from_on: from, to_on: to, reason };
            match presence::save_absence(work, draft).await {
                // Known already that they are away.
                Err(Error::Refused(refusal)) if refusal.code == "absence_overlaps" => Ok(()),
                saved => saved.map(|_| ()),
            }
        }
        (DisturbanceKind::Room, _, Some(room_id)) => {
            room::close(work, ClosureDraft { id: None, room_id, from_on: from, to_on: to, reason }).await.map(|_| ())
        }
        (DisturbanceKind::Day, ..) => days_off(work, from, to, reason).await,
        _ => Ok(()),
    }
}

async fn days_off(work: &mut Work, from: NaiveDate, to: NaiveDate, name: Option<String>) -> Result<()> {
    let calendar = calendar::load(work.reads()).await?;
    for day_on in from.iter_days().take_while(|day| *day <= to).filter(|day| calendar.day_off(*day).is_none()) {
        let name = name.clone().ok_or_else(|| refused("reason_missing"))?;
        let kind = HolidayKind::Local;
        let draft =
            HolidayDraft { id: None, day_on, until_on: None, name, kind, held: None, decree: None, estimated: false };
        holiday::save(work, draft).await?;
    }
    Ok(())
}
