//! The numbers that an office publishes (*angka yang dilaporkan*): counts by month, of nobody in particular. A new kind
//! is one more line here; the hub takes any.

use crate::{
    scheduling::{batch::BatchState, plan::PlanState},
    store::{Result, SqliteConnection},
};
use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

/// Months that are counted again at each exchange: corrections of older ones are rare and go with the next full count.
const MONTHS: u32 = 13;

/// One number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PublishedNumber")]
pub struct Number {
    /// What is counted: an open word.
    pub kind: String,
    /// The month, `2026-11`.
    pub period: String,
    /// How many.
    pub value: i64,
}

/// The office's numbers of the last months, the newest month last.
pub async fn numbers(connection: &mut SqliteConnection, today: NaiveDate) -> Result<Vec<Number>> {
    let first = today.with_day(1).unwrap_or(today) - Months::new(MONTHS - 1);
    let (from, today) = (first.to_string(), today.to_string());
    let rows = sqlx::query!(
        r#"select kind as "kind!: String", period as "period!: String", count(*) as "value!: i64" from (
             select 'registrations' as kind, substr(applied_on, 1, 7) as period from application where applied_on >= ?1
             union all
             select 'cards', substr(issued_on, 1, 7) from card where issued_on >= ?1 and voided_on is null
             union all
             select 'batches', substr(starts_on, 1, 7) from batch
               where starts_on >= ?1 and starts_on <= ?2 and retired_at is null and state <> ?4
             union all
             select 'sessions_held', substr(day_on, 1, 7) from session
               join plan on plan.id = session.plan_id
               where plan.state = ?3 and plan.retired_at is null and day_on >= ?1 and day_on < ?2
           ) group by kind, period order by period, kind"#,
        from,
        today,
        PlanState::Published,
        BatchState::Cancelled
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| Number { kind: row.kind, period: row.period, value: row.value }).collect())
}

/// The first month that is counted in full.
pub fn since(today: NaiveDate) -> String {
    (today.with_day(1).unwrap_or(today) - Months::new(MONTHS - 1)).format("%Y-%m").to_string()
}
