//! Notices of change (*pemberitahuan perubahan jadwal*): what changed on the published timetable since the last one.

use super::{
    names::{self, Names},
    plan::{ChangeNotice, Session, SessionKind},
    store, timetable,
};
use crate::{
    base::{id::Id, text::filled},
    scheduling::batch::Batch,
    store::{Error, Result, SqliteConnection, Work, history::as_of},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

refusals! {
    "notice" =>
    /// What keeps a notice from being made.
    NoticeRefusal {
        /// Nothing changed since the last one.
        NothingChanged => "nothing_changed",
        /// No such notice.
        Unknown => "unknown",
    }
}

/// Where and when a session was or is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticePlace {
    /// The day.
    pub day_on: NaiveDate,
    /// First lesson of the day.
    pub slot: i64,
    /// Lessons, in JP.
    pub length: i64,
    /// The room's code.
    pub room: Option<String>,
    /// The instructors' names.
    pub instructors: Vec<String>,
}

/// One session that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeLine {
    /// The batch's name.
    pub batch: String,
    /// What is taught, or the title.
    pub subject: String,
    /// What the session is.
    pub kind: SessionKind,
    /// Before; `None`: it is new.
    pub before: Option<NoticePlace>,
    /// Now; `None`: it is off.
    pub after: Option<NoticePlace>,
}

/// A notice as it was given out.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NoticeView {
    /// Which.
    pub id: Id<ChangeNotice>,
    /// Its number.
    pub number: i64,
    /// When.
    pub made_at: DateTime<Utc>,
    /// Why.
    pub reason: Option<String>,
    /// What changed.
    pub lines: Vec<NoticeLine>,
}

/// The session as a place with names.
pub(super) fn place(session: &Session, names: &Names) -> NoticePlace {
    let instructors = [session.instructor_id, session.second_id];
    NoticePlace {
        day_on: session.day_on,
        slot: session.slot,
        length: session.length,
        room: session.room_id.map(|room| names.room(room).to_owned()),
        instructors: instructors.into_iter().flatten().map(|id| names.instructor(id).to_owned()).collect(),
    }
}

/// What was there before and is there now as one line; `None` when nobody would notice the difference.
pub(super) fn line(before: Option<&Session>, after: Option<&Session>, names: &Names) -> Option<NoticeLine> {
    let known = after.or(before)?;
    let line = NoticeLine {
        batch: names.batch(known.batch_id).to_owned(),
        subject: known.programme_unit_id.map(|unit| names.unit(unit)).or(known.title.as_deref()).unwrap_or("").into(),
        kind: known.kind,
        before: before.map(|session| place(session, names)),
        after: after.map(|session| place(session, names)),
    };
    (line.before != line.after).then_some(line)
}

/// What changed on the published timetable since the last notice, by batch and day. Batches whose timetable is
/// published for the first time have nothing to be told of.
pub async fn pending(connection: &mut SqliteConnection) -> Result<Vec<NoticeLine>> {
    let Some(plan) = timetable::published(&mut *connection).await? else { return Ok(Vec::new()) };
    let since = store::notices(&mut *connection).await?.first().map_or(plan.made_at, |notice| notice.made_at);
    let then = as_of::<Session>(&mut *connection, since).await?;
    let now = timetable::all_sessions(&mut *connection, plan.id).await?;
    let names = names::load(&mut *connection).await?;
    let unchanged = now.iter().filter(|session| !then.contains_key(&session.id)).map(|session| session.batch_id);
    let earlier = then.values().flatten().filter(|session| session.plan_id == plan.id).map(|session| session.batch_id);
    let told: HashSet<Id<Batch>> = unchanged.chain(earlier).collect();
    let mut lines: Vec<NoticeLine> = Vec::new();
    for session in now.iter().filter(|session| then.contains_key(&session.id)) {
        lines.extend(
            line(then[&session.id].as_ref(), Some(session), &names).filter(|_| told.contains(&session.batch_id)),
        );
    }
    let still: HashSet<Id<Session>> = now.iter().map(|session| session.id).collect();
    let gone = then.values().flatten().filter(|session| session.plan_id == plan.id && !still.contains(&session.id));
    lines.extend(gone.filter_map(|session| line(Some(session), None, &names)));
    lines.sort_by_key(|line| {
        (line.batch.clone(), line.after.as_ref().or(line.before.as_ref()).map(|p| (p.day_on, p.slot)))
    });
    Ok(lines)
}

/// Makes the notice of everything that changed since the last one. Refuses `notice.nothing_changed`.
pub async fn issue(work: &mut Work, reason: &str) -> Result<Id<ChangeNotice>> {
    let lines = pending(work.reads()).await?;
    if lines.is_empty() {
        return Err(NoticeRefusal::NothingChanged.into());
    }
    let number = store::notices(work.reads()).await?.iter().map(|notice| notice.number).max().unwrap_or(0) + 1;
    let body = serde_json::to_string(&lines).map_err(|error| Error::Encoding(error.to_string()))?;
    let notice = ChangeNotice { id: work.id(), number, made_at: work.at(), reason: filled(reason), body };
    work.put_new(&notice).await?;
    work.about(notice.id).await?;
    Ok(notice.id)
}

/// The notices that were given out, newest first.
pub async fn list(connection: &mut SqliteConnection) -> Result<Vec<NoticeView>> {
    store::notices(connection).await?.into_iter().map(view).collect()
}

fn view(notice: ChangeNotice) -> Result<NoticeView> {
    let lines = serde_json::from_str(&notice.body).map_err(|error| Error::Encoding(error.to_string()))?;
    Ok(NoticeView { id: notice.id, number: notice.number, made_at: notice.made_at, reason: notice.reason, lines })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        scheduling::{
            plan::PlanState,
            testing::{a_batch, a_plan, a_session, january, later},
        },
        store::testing::an_office,
    };

    #[tokio::test]
    async fn a_notice_tells_moves_and_cancellations_once_and_nothing_of_a_new_batch() {
        let (_folder, store) = an_office().await;
        let mut work = later(&store, 0).await;
        let (old, new) = (a_batch(&mut work, "Las").await, a_batch(&mut work, "Barista").await);
        let plan = a_plan(&mut work, PlanState::Published).await;
        let moved = a_session(&mut work, plan, &old, 4, 1).await;
        let gone = a_session(&mut work, plan, &old, 5, 1).await;
        a_session(&mut work, plan, &old, 6, 1).await;
        work.commit().await.expect("committed");
        let mut work = later(&store, 1).await;
        work.put(&Session { day_on: january(7), ..moved }).await.expect("moved");
        work.remove(&gone).await.expect("removed");
        a_session(&mut work, plan, &new, 8, 1).await;
        work.commit().await.expect("committed");

        let mut work = later(&store, 2).await;
        issue(&mut work, "Instruktur sakit").await.expect("issued");
        let told = list(work.reads()).await.expect("notices").remove(0);
        let days = |place: &Option<NoticePlace>| place.as_ref().map(|place| place.day_on);
        let lines: Vec<_> =
            told.lines.iter().map(|line| (&*line.batch, days(&line.before), days(&line.after))).collect();
        assert_eq!(lines, [("Las", Some(january(5)), None), ("Las", Some(january(4)), Some(january(7)))]);
        work.commit().await.expect("committed");
        let mut work = later(&store, 3).await;
        let nothing = issue(&mut work, "").await.expect_err("nothing changed");
        assert!(matches!(nothing, Error::Refused(refusal) if refusal.code == "nothing_changed"));
    }
}
