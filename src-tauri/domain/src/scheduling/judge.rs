//! Questions to a timetable: what clashes in it, what a session would break elsewhere, where it could go.

use super::{
    clash::{Clash, Wording},
    edit::SessionPlace,
    frame::{self, Frame},
    names,
    plan::Session,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use balai_scheduler::centre::{
    checker,
    problem::{Block, Day},
    verdict::Judge,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Places offered for a session.
const OPENINGS: usize = 12;

/// Where to look for a place.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OpeningQuery {
    /// For which session.
    pub id: Id<Session>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// A place where a session breaks no hard rule.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Opening {
    /// The place.
    pub place: SessionPlace,
    /// Soft rules that it would break.
    pub wishes: Vec<Clash>,
}

/// Everything that clashes in a timetable on some days.
pub async fn clashes(
    connection: &mut SqliteConnection,
    frame: &Frame,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Clash>> {
    let names = names::load(connection).await?;
    let wording = Wording { frame, names: &names };
    let within: Vec<bool> =
        frame.problem.standing.iter().map(|block| (from..=to).contains(&frame.date(block.day))).collect();
    let found = checker::violations(&frame.problem, &frame.problem.standing);
    // What is short for all, such as a supply, is of every day.
    let shown = found.iter().filter(|one| one.blocks.is_empty() || one.blocks.iter().any(|at| within[*at]));
    Ok(shown.map(|one| wording.violation(one, &frame.problem.standing)).collect())
}

/// How many hard rules a timetable breaks.
pub fn hard_count(frame: &Frame) -> usize {
    let found = checker::violations(&frame.problem, &frame.problem.standing);
    found.iter().filter(|one| frame.problem.rules.is_hard(one.rule)).count()
}

/// What a session would break at a place, hard rules first.
pub async fn verdict(connection: &mut SqliteConnection, place: &SessionPlace, today: NaiveDate) -> Result<Vec<Clash>> {
    let Some((frame, block)) = framed(&mut *connection, place.id, today).await? else { return Ok(Vec::new()) };
    let names = names::load(connection).await?;
    let wording = Wording { frame: &frame, names: &names };
    let there = put(&frame, &block, place);
    let judge = Judge::without(&frame.problem, &frame.problem.standing, block.tag);
    let mut found: Vec<Clash> = judge.clashes(&there).iter().map(|clash| wording.verdict(&there, clash)).collect();
    found.sort_by_key(|clash| !clash.hard);
    Ok(found)
}

/// Places of some days where a session breaks no hard rule, the nearest first.
pub async fn openings(
    connection: &mut SqliteConnection,
    query: OpeningQuery,
    today: NaiveDate,
) -> Result<Vec<Opening>> {
    let Some((frame, block)) = framed(&mut *connection, query.id, today).await? else { return Ok(Vec::new()) };
    let names = names::load(connection).await?;
    let wording = Wording { frame: &frame, names: &names };
    let judge = Judge::without(&frame.problem, &frame.problem.standing, block.tag);
    let day = |on: NaiveDate| (on - frame.from).num_days().clamp(0, frame.problem.days as i64 - 1) as Day;
    let from = query.from.max(today);
    let found = judge.openings(&block, day(from)..=day(query.to), OPENINGS);
    let opening = |there: &Block| {
        let session = frame.session(there, Id::from(uuid::Uuid::nil()), || query.id);
        let wishes = judge.clashes(there).iter().map(|clash| wording.verdict(there, clash)).collect();
        let Session { id, day_on, slot, length, room_id, instructor_id, second_id, .. } = session;
        Opening { place: SessionPlace { id, day_on, slot, length, room_id, instructor_id, second_id }, wishes }
    };
    Ok(found.iter().map(|found| opening(&found.block)).collect())
}

/// The timetable of a session, and the session as a block of it.
async fn framed(
    connection: &mut SqliteConnection,
    id: Id<Session>,
    today: NaiveDate,
) -> Result<Option<(Frame, Block)>> {
    let Some(session) = crate::store::open::get::<Session>(&mut *connection, id).await? else { return Ok(None) };
    let frame = frame::load(connection, Some(session.plan_id), today).await?;
    let block = frame.block_of(id).copied();
    Ok(block.map(|block| (frame, block)))
}

/// The block where the page wants it.
fn put(frame: &Frame, block: &Block, place: &SessionPlace) -> Block {
    let who = |id: Option<Id<_>>| frame.instructors.iter().position(|one| Some(*one) == id);
    let day = (place.day_on - frame.from).num_days().clamp(0, frame.problem.days as i64 - 1);
    Block {
        day: day as Day,
        slot: u8::try_from(place.slot - 1).unwrap_or(u8::MAX),
        length: u8::try_from(place.length).unwrap_or(1),
        people: [who(place.instructor_id), who(place.second_id)],
        room: frame.rooms.iter().position(|room| Some(*room) == place.room_id),
        ..*block
    }
}
