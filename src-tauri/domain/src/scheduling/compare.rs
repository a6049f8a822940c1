//! A copy beside the published timetable: in figures, and session by session.

use super::{
    frame, judge,
    load::loads,
    names,
    notice::{self, NoticeLine},
    plan::{Plan, Session},
    timetable,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

/// Two timetables side by side.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Comparison {
    /// Sessions of the published one.
    pub published_sessions: usize,
    /// Sessions of the copy.
    pub draft_sessions: usize,
    /// Hard rules that the published one breaks.
    pub published_clashes: usize,
    /// Hard rules that the copy breaks.
    pub draft_clashes: usize,
    /// Last day of the published one.
    pub published_ends: Option<NaiveDate>,
    /// Last day of the copy.
    pub draft_ends: Option<NaiveDate>,
    /// The most JP of an instructor in a week of the published one.
    pub published_heaviest: i64,
    /// The same of the copy.
    pub draft_heaviest: i64,
    /// What publishing the copy would change.
    pub lines: Vec<NoticeLine>,
}

/// Compares a copy with the published timetable. Refuses `timetable.unknown`.
pub async fn compare(connection: &mut SqliteConnection, copy: Id<Plan>, today: NaiveDate) -> Result<Comparison> {
    let draft = frame::load(&mut *connection, Some(copy), today).await?;
    let published = match timetable::published(&mut *connection).await? {
        Some(plan) => Some(frame::load(&mut *connection, Some(plan.id), today).await?),
        None => None,
    };
    let names = names::load(connection).await?;
    let before: &[Session] = published.as_ref().map_or(&[], |frame| &frame.sessions);
    let by_id: HashMap<Id<Session>, &Session> = before.iter().map(|session| (session.id, session)).collect();
    let copied: HashMap<Id<Session>, &Session> =
        draft.sessions.iter().filter_map(|session| Some((session.origin_id?, session))).collect();
    let kept = draft.sessions.iter().filter_map(|session| {
        let origin = session.origin_id.and_then(|origin| by_id.get(&origin).copied());
        notice::line(origin, Some(session), &names)
    });
    let gone = before.iter().filter(|session| !copied.contains_key(&session.id));
    let mut lines: Vec<NoticeLine> = kept.collect();
    lines.extend(gone.filter_map(|session| notice::line(Some(session), None, &names)));
    let ends = |sessions: &[Session]| sessions.iter().map(|session| session.day_on).max();
    let heaviest = |sessions: &[Session]| loads(sessions).values().map(|load| load.most().1).max().unwrap_or(0);
    Ok(Comparison {
        published_sessions: before.len(),
        draft_sessions: draft.sessions.len(),
        published_clashes: published.as_ref().map_or(0, judge::hard_count),
        draft_clashes: judge::hard_count(&draft),
        published_ends: ends(before),
        draft_ends: ends(&draft.sessions),
        published_heaviest: heaviest(before),
        draft_heaviest: heaviest(&draft.sessions),
        lines,
    })
}
