//! Changing sessions by hand: put elsewhere, given to another, swapped, locked, taken off.

use super::{plan::Session, timetable};
use crate::{
    base::id::Id,
    catalog::{instructor::Instructor, room::Room},
    store::{Result, Work},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

refusals! {
    "board" =>
    /// What keeps a session from being changed.
    SessionRefusal {
        /// No such session.
        Unknown => "unknown",
        /// It is locked.
        Locked => "locked",
        /// A session has at least one lesson, and one of the day's lessons as its first.
        Lessons => "lessons",
        /// The two instructors of a session are two.
        SameInstructor => "same_instructor",
    }
}

/// When and where a session is to be, and who holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionPlace {
    /// Which session.
    pub id: Id<Session>,
    /// The day.
    pub day_on: NaiveDate,
    /// First lesson, from 1.
    pub slot: i64,
    /// Lessons, in JP.
    pub length: i64,
    /// Where.
    pub room_id: Option<Id<Room>>,
    /// Who.
    pub instructor_id: Option<Id<Instructor>>,
    /// Who else.
    pub second_id: Option<Id<Instructor>>,
}

/// The session, if it may be changed. Refuses `board.unknown`, `board.locked`, `timetable.unknown`.
async fn free(work: &mut Work, id: Id<Session>) -> Result<Session> {
    let session: Session = work.get(id).await?.ok_or(SessionRefusal::Unknown)?;
    timetable::known(work, session.plan_id).await?;
    if session.locked {
        return Err(SessionRefusal::Locked.into());
    }
    Ok(session)
}

/// Puts a session elsewhere. Whether it clashes there is for the caller to ask before; a clash is shown, not forbidden,
/// for the office may know better. Refuses `board.unknown`, `board.locked`, `board.lessons`,
/// `board.same_instructor`.
pub async fn place(work: &mut Work, to: SessionPlace) -> Result<()> {
    let session = free(work, to.id).await?;
    if to.length < 1 || to.slot < 1 {
        return Err(SessionRefusal::Lessons.into());
    }
    if to.second_id.is_some() && to.second_id == to.instructor_id {
        return Err(SessionRefusal::SameInstructor.into());
    }
    let SessionPlace { id, day_on, slot, length, room_id, instructor_id, second_id } = to;
    work.put(&Session { day_on, slot, length, room_id, instructor_id, second_id, ..session }).await?;
    work.about(id).await
}

/// Two sessions change day and lesson with each other (*tukar*), or only their instructors.
pub async fn swap(work: &mut Work, one: Id<Session>, other: Id<Session>, only_instructors: bool) -> Result<()> {
    let (a, b) = (free(work, one).await?, free(work, other).await?);
    let (first, second) = if only_instructors {
        (
            Session { instructor_id: b.instructor_id, second_id: b.second_id, ..a.clone() },
            Session { instructor_id: a.instructor_id, second_id: a.second_id, ..b },
        )
    } else {
        (Session { day_on: b.day_on, slot: b.slot, ..a.clone() }, Session { day_on: a.day_on, slot: a.slot, ..b })
    };
    work.put(&first).await?;
    work.put(&second).await?;
    work.about(one).await
}

/// Locks sessions, or (`locked` false) unlocks them: the planner leaves locked ones where they are.
pub async fn lock(work: &mut Work, ids: &[Id<Session>], locked: bool) -> Result<()> {
    for id in ids {
        let session: Session = work.get(*id).await?.ok_or(SessionRefusal::Unknown)?;
        work.put(&Session { locked, ..session }).await?;
    }
    Ok(())
}

/// Takes sessions off the timetable. Refuses `board.unknown`, `board.locked`.
pub async fn take_off(work: &mut Work, ids: &[Id<Session>]) -> Result<()> {
    for id in ids {
        let session = free(work, *id).await?;
        work.remove(&session).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        scheduling::{
            plan::PlanState,
            testing::{a_batch, a_plan, a_session, january, later},
        },
        store::{Error, testing::an_office},
    };

    fn to(session: &Session, day: u32, slot: i64) -> SessionPlace {
        let Session { id, length, room_id, instructor_id, second_id, .. } = session.clone();
        SessionPlace { id, day_on: january(day), slot, length, room_id, instructor_id, second_id }
    }

    #[tokio::test]
    async fn a_session_is_put_elsewhere_a_locked_one_is_not() {
        let (_folder, store) = an_office().await;
        let mut work = later(&store, 0).await;
        let batch = a_batch(&mut work, "Las").await;
        let plan = a_plan(&mut work, PlanState::Draft).await;
        let session = a_session(&mut work, plan, &batch, 4, 1).await;
        place(&mut work, to(&session, 5, 3)).await.expect("moved");
        lock(&mut work, &[session.id], true).await.expect("locked");
        for refused in [place(&mut work, to(&session, 6, 1)).await, take_off(&mut work, &[session.id]).await] {
            assert!(matches!(refused, Err(Error::Refused(refusal)) if refusal.code == "locked"));
        }
        let now: Session = work.get(session.id).await.expect("read").expect("there");
        assert_eq!((now.day_on, now.slot), (january(5), 3));
        lock(&mut work, &[session.id], false).await.expect("unlocked");
        take_off(&mut work, &[session.id]).await.expect("taken off");
        assert!(work.get(session.id).await.expect("read").is_none());
    }

    #[tokio::test]
    async fn two_sessions_change_places() {
        let (_folder, store) = an_office().await;
        let mut work = later(&store, 0).await;
        let batch = a_batch(&mut work, "Las").await;
        let plan = a_plan(&mut work, PlanState::Draft).await;
        let one = a_session(&mut work, plan, &batch, 4, 1).await;
        let other = a_session(&mut work, plan, &batch, 5, 3).await;
        swap(&mut work, one.id, other.id, false).await.expect("swapped");
        let now = timetable::all_sessions(work.reads(), plan).await.expect("sessions");
        assert_eq!([now[0].id, now[1].id], [other.id, one.id]);
    }

    #[tokio::test]
    async fn a_session_without_a_lesson_or_with_one_instructor_twice_is_refused() {
        let (_folder, store) = an_office().await;
        let mut work = later(&store, 0).await;
        let batch = a_batch(&mut work, "Las").await;
        let plan = a_plan(&mut work, PlanState::Draft).await;
        let session = a_session(&mut work, plan, &batch, 4, 1).await;
        let code = |refused: Result<()>| match refused {
            Err(Error::Refused(refusal)) => refusal.code,
            other => panic!("{other:?}"),
        };
        assert_eq!(code(place(&mut work, SessionPlace { length: 0, ..to(&session, 4, 1) }).await), "lessons");
        let who = Some(Id::new(work.at()));
        let twice = SessionPlace { instructor_id: who, second_id: who, ..to(&session, 4, 1) };
        assert_eq!(code(place(&mut work, twice).await), "same_instructor");
    }
}
