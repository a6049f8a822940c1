//! Timetables: the published one, copies of it to try things on (*rancangan*), and publishing a copy.

use super::{
    batch::{Batch, BatchState},
    plan::{Plan, PlanState, Session},
    store,
};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, SqliteConnection, Work, history::as_of},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

refusals! {
    "timetable" =>
    /// What keeps a timetable from being copied, published or thrown away.
    TimetableRefusal {
        /// No such timetable, or thrown away.
        Unknown => "unknown",
        /// Only copies are published or thrown away.
        Published => "published",
        /// A copy without a name.
        NameMissing => "name_missing",
    }
}

/// The timetables, the published one first.
pub async fn list(connection: &mut SqliteConnection) -> Result<Vec<Plan>> {
    store::plans(connection).await
}

/// The published timetable; `None` before anything was published.
pub async fn published(connection: &mut SqliteConnection) -> Result<Option<Plan>> {
    Ok(list(connection).await?.into_iter().find(|plan| plan.state == PlanState::Published))
}

/// The timetable with this id, or the published one; `None`: nothing is published. Refuses `timetable.unknown`.
pub async fn of(connection: &mut SqliteConnection, id: Option<Id<Plan>>) -> Result<Option<Plan>> {
    let plans = list(connection).await?;
    match id {
        Some(id) => {
            let found = plans.into_iter().find(|plan| plan.id == id);
            found.map(Some).ok_or_else(|| TimetableRefusal::Unknown.into())
        }
        None => Ok(plans.into_iter().find(|plan| plan.state == PlanState::Published)),
    }
}

/// The sessions of a timetable from one day to another, both included.
pub async fn sessions(
    connection: &mut SqliteConnection,
    plan: Id<Plan>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Session>> {
    store::sessions(connection, plan, from, to).await
}

/// All sessions of a timetable.
pub async fn all_sessions(connection: &mut SqliteConnection, plan: Id<Plan>) -> Result<Vec<Session>> {
    store::all_sessions(connection, plan).await
}

/// How many published sessions fall on some days: what a new holiday would disturb.
pub async fn disturbed(connection: &mut SqliteConnection, from: NaiveDate, to: NaiveDate) -> Result<i64> {
    match published(connection).await? {
        Some(plan) => store::session_count(connection, plan.id, from, to).await,
        None => Ok(0),
    }
}

/// The published timetable, made empty when there is none yet.
pub(super) async fn to_publish(work: &mut Work) -> Result<Plan> {
    if let Some(plan) = published(work.reads()).await? {
        return Ok(plan);
    }
    let plan = Plan {
        id: work.id(),
        name: "Jadwal".into(),
        state: PlanState::Published,
        seed: None,
        note: None,
        made_at: work.at(),
        retired_at: None,
    };
    work.put_new(&plan).await?;
    Ok(plan)
}

/// Makes a copy to try things on, of another copy or of the published timetable (`None`: an empty one when nothing
/// was published). Refuses `timetable.name_missing`, `timetable.unknown`.
pub async fn copy(work: &mut Work, of: Option<Id<Plan>>, name: &str) -> Result<Id<Plan>> {
    let name = filled(name).ok_or(TimetableRefusal::NameMissing)?;
    let from = match of {
        Some(id) => Some(known(work, id).await?),
        None => published(work.reads()).await?,
    };
    let plan = Plan {
        id: work.id(),
        name,
        state: PlanState::Draft,
        seed: from.as_ref().and_then(|from| from.seed),
        note: None,
        made_at: work.at(),
        retired_at: None,
    };
    work.put_new(&plan).await?;
    if let Some(from) = from {
        let original = from.state == PlanState::Published;
        let copies: Vec<Session> = all_sessions(work.reads(), from.id)
            .await?
            .into_iter()
            .map(|session| Session {
                origin_id: if original { Some(session.id) } else { session.origin_id },
                id: work.id(),
                plan_id: plan.id,
                ..session
            })
            .collect();
        work.put_new_many(&copies).await?;
    }
    work.about(plan.id).await?;
    Ok(plan.id)
}

/// Throws a copy away. Refuses `timetable.unknown`, `timetable.published`.
pub async fn discard(work: &mut Work, id: Id<Plan>) -> Result<()> {
    let plan = a_copy(work, id).await?;
    work.put(&Plan { retired_at: Some(work.at()), ..plan }).await?;
    work.about(id).await
}

/// What publishing a copy did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Publication {
    /// Sessions of the published timetable that were added, moved or taken off.
    pub changed: usize,
    /// Of those, sessions that had been changed on the published timetable too since the copy was made.
    pub overridden: usize,
}

/// Publishes a copy: what it moved is moved, what it added is added, what it took off is taken off. What was changed on
/// the published timetable since the copy was made stays, unless the copy changed the same session.
/// Sessions of the published timetable keep their ids. Refuses `timetable.unknown`, `timetable.published`.
pub async fn publish(work: &mut Work, id: Id<Plan>) -> Result<Publication> {
    let copy = a_copy(work, id).await?;
    let target = to_publish(work).await?;
    let wanted = all_sessions(work.reads(), id).await?;
    let batches: Vec<Id<Batch>> =
        wanted.iter().map(|session| session.batch_id).collect::<BTreeSet<_>>().into_iter().collect();
    let changed_since = as_of::<Session>(work.reads(), copy.made_at).await?;
    let mut standing: HashMap<Id<Session>, Session> =
        all_sessions(work.reads(), target.id).await?.into_iter().map(|session| (session.id, session)).collect();
    let (mut done, mut fresh) = (Publication { changed: 0, overridden: 0 }, Vec::new());
    for session in wanted {
        let Some(origin) = session.origin_id else {
            fresh.push(session);
            continue;
        };
        let wish = Session { id: origin, plan_id: target.id, origin_id: None, ..session };
        let at_copy = changed_since.get(&origin);
        if at_copy.is_some_and(|then| then.as_ref() == Some(&wish)) {
            standing.remove(&origin);
            continue;
        }
        match standing.remove(&origin) {
            Some(_) => done.changed += usize::from(work.put(&wish).await?),
            None => fresh.push(wish),
        }
        done.overridden += usize::from(at_copy.is_some());
    }
    for session in standing.into_values() {
        match changed_since.get(&session.id) {
            // Published after the copy was made: not the copy's to take off.
            Some(None) => continue,
            Some(Some(_)) => done.overridden += 1,
            None => {}
        }
        work.remove(&session).await?;
        done.changed += 1;
    }
    done.changed += fresh.len();
    let fresh: Vec<Session> = fresh
        .into_iter()
        .map(|session| Session { id: work.id(), plan_id: target.id, origin_id: None, ..session })
        .collect();
    work.put_new_many(&fresh).await?;
    scheduled(work, &batches).await?;
    work.put(&Plan { retired_at: Some(work.at()), ..copy }).await?;
    work.about(target.id).await?;
    Ok(done)
}

/// Batches with sessions on the published timetable are scheduled.
pub(super) async fn scheduled(work: &mut Work, batches: &[Id<Batch>]) -> Result<()> {
    for id in batches {
        if let Some(batch) = work.get(*id).await?.filter(|batch: &Batch| batch.state == BatchState::Draft) {
            work.put(&Batch { state: BatchState::Scheduled, ..batch }).await?;
        }
    }
    Ok(())
}

pub(super) async fn known(work: &mut Work, id: Id<Plan>) -> Result<Plan> {
    let plan = work.get(id).await?.filter(|plan: &Plan| plan.retired_at.is_none());
    plan.ok_or_else(|| TimetableRefusal::Unknown.into())
}

async fn a_copy(work: &mut Work, id: Id<Plan>) -> Result<Plan> {
    let plan = known(work, id).await?;
    if plan.state == PlanState::Published {
        return Err(TimetableRefusal::Published.into());
    }
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        scheduling::testing::{a_batch, a_plan, a_session, january, later},
        store::testing::an_office,
    };

    async fn places(work: &mut Work, plan: Id<Plan>) -> Vec<(Id<Session>, NaiveDate, i64)> {
        let sessions = all_sessions(work.reads(), plan).await.expect("sessions");
        sessions.into_iter().map(|session| (session.id, session.day_on, session.slot)).collect()
    }

    async fn the_copy_of(work: &mut Work, plan: Id<Plan>, origin: Id<Session>) -> Session {
        let sessions = all_sessions(work.reads(), plan).await.expect("sessions");
        sessions.into_iter().find(|session| session.origin_id == Some(origin)).expect("a copy")
    }

    #[tokio::test]
    async fn publishing_a_copy_moves_adds_and_takes_off_and_the_published_sessions_keep_their_ids() {
        let (_folder, store) = an_office().await;
        let mut work = later(&store, 0).await;
        let batch = a_batch(&mut work, "Las").await;
        let plan = a_plan(&mut work, PlanState::Published).await;
        let kept = a_session(&mut work, plan, &batch, 4, 1).await;
        let moved = a_session(&mut work, plan, &batch, 4, 3).await;
        let dropped = a_session(&mut work, plan, &batch, 5, 1).await;
        work.commit().await.expect("committed");

        let mut work = later(&store, 1).await;
        let copy = copy(&mut work, None, "Coba").await.expect("a copy");
        let other = the_copy_of(&mut work, copy, moved.id).await;
        work.put(&Session { day_on: january(6), ..other }).await.expect("moved");
        let gone = the_copy_of(&mut work, copy, dropped.id).await;
        work.remove(&gone).await.expect("removed");
        a_session(&mut work, copy, &batch, 7, 5).await;
        let done = publish(&mut work, copy).await.expect("published");
        assert_eq!(done, Publication { changed: 3, overridden: 0 });
        let now = places(&mut work, plan).await;
        assert_eq!(now[..2], [(kept.id, january(4), 1), (moved.id, january(6), 3)]);
        assert_eq!((now.len(), now[2].1, now[2].2), (3, january(7), 5));
        assert!(list(work.reads()).await.expect("plans").iter().all(|plan| plan.state == PlanState::Published));
        let batch: Batch = work.get(batch.id).await.expect("read").expect("there");
        assert_eq!(batch.state, BatchState::Scheduled);
    }

    #[tokio::test]
    async fn what_was_published_after_the_copy_was_made_stays_unless_the_copy_changed_it_too() {
        let (_folder, store) = an_office().await;
        let mut work = later(&store, 0).await;
        let batch = a_batch(&mut work, "Las").await;
        let plan = a_plan(&mut work, PlanState::Published).await;
        let repaired = a_session(&mut work, plan, &batch, 4, 1).await;
        let fought = a_session(&mut work, plan, &batch, 4, 3).await;
        work.commit().await.expect("committed");
        let mut work = later(&store, 1).await;
        let copy = copy(&mut work, None, "Coba").await.expect("a copy");
        work.commit().await.expect("committed");

        let mut work = later(&store, 2).await;
        work.put(&Session { day_on: january(5), ..repaired.clone() }).await.expect("repaired");
        work.put(&Session { day_on: january(5), ..fought.clone() }).await.expect("repaired");
        let fresh = a_session(&mut work, plan, &batch, 8, 1).await;
        work.commit().await.expect("committed");

        let mut work = later(&store, 3).await;
        let mine = the_copy_of(&mut work, copy, fought.id).await;
        work.put(&Session { day_on: january(7), ..mine }).await.expect("moved");
        let done = publish(&mut work, copy).await.expect("published");
        assert_eq!(done, Publication { changed: 1, overridden: 1 });
        let now = places(&mut work, plan).await;
        assert_eq!(now, [(repaired.id, january(5), 1), (fought.id, january(7), 3), (fresh.id, january(8), 1)]);
    }

    #[tokio::test]
    async fn the_published_timetable_is_neither_published_nor_thrown_away() {
        let (_folder, store) = an_office().await;
        let mut work = later(&store, 0).await;
        let plan = a_plan(&mut work, PlanState::Published).await;
        assert!(discard(&mut work, plan).await.is_err());
        assert!(publish(&mut work, plan).await.is_err());
    }
}
