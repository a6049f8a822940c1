//! The board and its timetables: looked at, changed by hand, copied, compared, published; notices of change; rules.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    scheduling::{
        board::{self, BoardDay, BoardQuery, BoardSession},
        candidate::{self, Candidate},
        clash::Clash,
        compare::{self, Comparison},
        edit::{self, SessionPlace},
        frame, judge,
        judge::{Opening, OpeningQuery},
        load_month::{self, LoadMonth},
        names::{self, Names},
        notice::{self, NoticeLine, NoticeView},
        plan::{ChangeNotice, Plan, Session},
        rules::{self, RuleChange, RuleRow},
        timetable::{self, Publication},
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tauri::State;
use ts_rs::TS;

/// Some days of a timetable with everything that clashes on them.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BoardWeek {
    /// Which timetable; `None`: nothing is published yet.
    pub plan: Option<Plan>,
    /// The days.
    pub days: Vec<BoardDay>,
    /// The sessions.
    pub sessions: Vec<BoardSession>,
    /// What clashes.
    pub clashes: Vec<Clash>,
}

/// A copy to make.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CopyOrder {
    /// Of which copy; `None`: of the published one.
    pub of: Option<Id<Plan>>,
    /// Its name.
    pub name: String,
}

/// Sessions to lock, unlock or take off.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SessionLock {
    /// Which.
    pub ids: Vec<Id<Session>>,
    /// Locked, or not.
    pub locked: bool,
}

/// Sessions to take off.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SessionIds {
    /// Which.
    pub ids: Vec<Id<Session>>,
}

/// Two sessions that change places.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct SessionSwap {
    /// One.
    pub one: Id<Session>,
    /// The other.
    pub other: Id<Session>,
    /// Only their instructors change.
    pub only_instructors: bool,
}

/// The timetables, the published one first.
#[tauri::command]
pub async fn timetable_list(desk: State<'_, Desk>) -> Answer<Vec<Plan>> {
    Ok(timetable::list(&mut *desk.read().await?).await?)
}

/// What batches, instructors, rooms and units are called.
#[tauri::command]
pub async fn board_names(desk: State<'_, Desk>) -> Answer<Names> {
    Ok(names::load(&mut *desk.read().await?).await?)
}

/// Some days of a timetable.
#[tauri::command]
pub async fn board_week(desk: State<'_, Desk>, input: BoardQuery) -> Answer<BoardWeek> {
    let mut connection = desk.read().await?;
    let board = board::board(&mut connection, input).await?;
    let frame = frame::load(&mut connection, input.plan_id, desk.today()).await?;
    let clashes = judge::clashes(&mut connection, &frame, input.from, input.to).await?;
    Ok(BoardWeek { plan: board.plan, days: board.days, sessions: board.sessions, clashes })
}

/// What a session would break at a place.
#[tauri::command]
pub async fn board_verdict(desk: State<'_, Desk>, input: SessionPlace) -> Answer<Vec<Clash>> {
    Ok(judge::verdict(&mut *desk.read().await?, &input, desk.today()).await?)
}

/// Places where a session would break nothing.
#[tauri::command]
pub async fn board_openings(desk: State<'_, Desk>, input: OpeningQuery) -> Answer<Vec<Opening>> {
    Ok(judge::openings(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Who could take over a session, best first.
#[tauri::command]
pub async fn board_candidates(desk: State<'_, Desk>, input: Id<Session>) -> Answer<Vec<Candidate>> {
    Ok(candidate::candidates(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Puts a session elsewhere.
#[tauri::command]
pub async fn board_place(desk: State<'_, Desk>, input: SessionPlace) -> Answer<()> {
    let mut work = desk.begin("board_place").await?;
    edit::place(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// Two sessions change places.
#[tauri::command]
pub async fn board_swap(desk: State<'_, Desk>, input: SessionSwap) -> Answer<()> {
    let mut work = desk.begin("board_swap").await?;
    edit::swap(&mut work, input.one, input.other, input.only_instructors).await?;
    desk.commit(work).await.map(|_| ())
}

/// Locks or unlocks sessions.
#[tauri::command]
pub async fn board_lock(desk: State<'_, Desk>, input: SessionLock) -> Answer<()> {
    let mut work = desk.begin("board_lock").await?;
    edit::lock(&mut work, &input.ids, input.locked).await?;
    desk.commit(work).await.map(|_| ())
}

/// Takes sessions off.
#[tauri::command]
pub async fn board_remove(desk: State<'_, Desk>, input: SessionIds) -> Answer<()> {
    let mut work = desk.begin("board_remove").await?;
    edit::take_off(&mut work, &input.ids).await?;
    desk.commit(work).await.map(|_| ())
}

/// Copies a timetable to try things on.
#[tauri::command]
pub async fn timetable_copy(desk: State<'_, Desk>, input: CopyOrder) -> Answer<Id<Plan>> {
    let mut work = desk.begin("timetable_copy").await?;
    let id = timetable::copy(&mut work, input.of, &input.name).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Throws a copy away.
#[tauri::command]
pub async fn timetable_discard(desk: State<'_, Desk>, input: Id<Plan>) -> Answer<()> {
    let mut work = desk.begin("timetable_discard").await?;
    timetable::discard(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// Compares a copy with the published timetable.
#[tauri::command]
pub async fn timetable_compare(desk: State<'_, Desk>, input: Id<Plan>) -> Answer<Comparison> {
    Ok(compare::compare(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Publishes a copy.
#[tauri::command]
pub async fn timetable_publish(desk: State<'_, Desk>, input: Id<Plan>) -> Answer<Publication> {
    let mut work = desk.begin("timetable_publish").await?;
    let done = timetable::publish(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(done)
}

/// What changed since the last notice.
#[tauri::command]
pub async fn notice_pending(desk: State<'_, Desk>) -> Answer<Vec<NoticeLine>> {
    Ok(notice::pending(&mut *desk.read().await?).await?)
}

/// Makes the notice of what changed.
#[tauri::command]
pub async fn notice_issue(desk: State<'_, Desk>, input: String) -> Answer<Id<ChangeNotice>> {
    let mut work = desk.begin("notice_issue").await?;
    let id = notice::issue(&mut work, &input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// The notices that were given out.
#[tauri::command]
pub async fn notice_list(desk: State<'_, Desk>) -> Answer<Vec<NoticeView>> {
    Ok(notice::list(&mut *desk.read().await?).await?)
}

/// The load list of a month.
#[tauri::command]
pub async fn load_month(desk: State<'_, Desk>, input: NaiveDate) -> Answer<LoadMonth> {
    Ok(load_month::load_month(&mut *desk.read().await?, input).await?)
}

/// How the planner's rules are kept.
#[tauri::command]
pub async fn rule_list(desk: State<'_, Desk>) -> Answer<Vec<RuleRow>> {
    Ok(rules::list(&mut *desk.read().await?).await?)
}

/// Keeps a rule otherwise.
#[tauri::command]
pub async fn rule_set(desk: State<'_, Desk>, input: RuleChange) -> Answer<()> {
    let mut work = desk.begin("rule_set").await?;
    rules::set(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}
