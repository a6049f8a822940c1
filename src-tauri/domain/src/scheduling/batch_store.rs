//! Reads for batches: the lessons of a programme, and how much of each batch stands on the published timetable.

use super::{batch::Batch, plan::Plan};
use crate::{
    base::id::Id,
    catalog::Programme,
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The lessons of a programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lessons {
    /// Theory and practice.
    pub taught: i64,
    /// On the job.
    pub ojt: i64,
}

impl Lessons {
    /// All of them.
    pub fn total(self) -> i64 {
        self.taught + self.ojt
    }
}

/// How much of a batch stands on a timetable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// Lessons of theory and practice.
    pub taught: i64,
    /// Those of them before a day.
    pub done: i64,
    /// Its first session, of any kind.
    pub first_on: Option<NaiveDate>,
    /// Its last session.
    pub last_on: Option<NaiveDate>,
}

/// The lessons of one programme.
pub(super) async fn lessons(connection: &mut SqliteConnection, programme: Id<Programme>) -> Result<Lessons> {
    Ok(all_lessons(connection).await?.remove(&programme).unwrap_or_default())
}

/// The lessons of every programme that has any.
pub(super) async fn all_lessons(connection: &mut SqliteConnection) -> Result<HashMap<Id<Programme>, Lessons>> {
    let sums = sqlx::query!(
        r#"select programme_id as "id: Id<Programme>", sum(jp_theory + jp_practice) as "taught!: i64",
           sum(jp_ojt) as "ojt!: i64" from programme_unit where retired_at is null group by programme_id"#
    )
    .fetch_all(connection)
    .await?;
    Ok(sums.into_iter().map(|sum| (sum.id, Lessons { taught: sum.taught, ojt: sum.ojt })).collect())
}

/// How much of each batch stands on a timetable, and what of it lies before a day.
pub(super) async fn placed(
    connection: &mut SqliteConnection,
    plan: Id<Plan>,
    before: NaiveDate,
) -> Result<HashMap<Id<Batch>, Placed>> {
    let sums = sqlx::query!(
        r#"select batch_id as "id!: Id<Batch>",
           sum(case when kind in ('TEORI', 'PRAKTIK') then length else 0 end) as "taught!: i64",
           sum(case when kind in ('TEORI', 'PRAKTIK') and day_on < ? then length else 0 end) as "done!: i64",
           min(day_on) as "first_on?: NaiveDate", max(day_on) as "last_on?: NaiveDate"
           from session where plan_id = ? group by batch_id"#,
        before,
        plan
    )
    .fetch_all(connection)
    .await?;
    let placed = sums.into_iter().map(|sum| {
        (sum.id, Placed { taught: sum.taught, done: sum.done, first_on: sum.first_on, last_on: sum.last_on })
    });
    Ok(placed.collect())
}
