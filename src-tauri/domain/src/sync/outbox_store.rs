//! Own entries that do not lie at the hub yet (*antrean kirim*), as the records that go there, and as people see them.

use super::own::Own;
use crate::store::{Result, SqliteConnection, registers::registers, remote::EXCHANGE};
use balai_exchange::Record;
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;
use uuid::Uuid;

/// Own records looked at in one go: more than any frame holds.
pub const REACH: i64 = 1_000;

/// An own record and its place in the log.
#[derive(Clone, Debug)]
pub struct Unsent {
    /// The place.
    pub seq: i64,
    /// What goes.
    pub record: Record,
}

/// The next own records after `sent`, in order.
pub async fn unsent(connection: &mut SqliteConnection, sent: i64, most: i64) -> Result<Vec<Unsent>> {
    let places = sqlx::query!(
        r#"select seq as "seq!", table_id as "table: u32", row_id as "row: Uuid"
           from change_log join act on act.n = change_log.act
           where seq > ? and verb <> ? order by seq limit ?"#,
        sent,
        EXCHANGE,
        most
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut records: HashMap<i64, Record> = HashMap::new();
    let mut unsent = Vec::with_capacity(places.len());
    for place in places {
        if !records.contains_key(&place.seq) {
            let (told, _) = registers(&mut *connection, place.table, place.row).await?;
            records.extend(told.into_iter().filter(|told| told.own).map(|told| (told.seq, told.record)));
        }
        if let Some(record) = records.remove(&place.seq) {
            unsent.push(Unsent { seq: place.seq, record });
        }
    }
    Ok(unsent)
}

/// How many own entries do not lie at the hub yet.
pub async fn count(connection: &mut SqliteConnection, sent: i64) -> Result<i64> {
    let n = sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from change_log join act on act.n = change_log.act
           where seq > ? and verb <> ?"#,
        sent,
        EXCHANGE
    );
    Ok(n.fetch_one(connection).await?)
}

/// When the oldest of them was made.
pub async fn oldest(connection: &mut SqliteConnection, sent: i64) -> Result<Option<DateTime<Utc>>> {
    let at = sqlx::query_scalar!(
        "select act.at from change_log join act on act.n = change_log.act where seq > ? and verb <> ? order by seq limit 1",
        sent,
        EXCHANGE
    );
    Ok(at.fetch_optional(connection).await?.and_then(|at| at.parse().ok()))
}

/// An act of which entries are still to go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UnsentAct {
    /// Its number.
    pub n: i64,
    /// Its fixed word.
    pub verb: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub officer: Option<String>,
    /// Entries that are still to go.
    pub entries: i64,
    /// Why the hub keeps some of them aside.
    pub kept_aside: Option<String>,
}

/// The acts that are still to go or are kept aside at the hub, oldest first.
pub async fn unsent_acts(connection: &mut SqliteConnection, own: &Own, most: i64) -> Result<Vec<UnsentAct>> {
    let rows = sqlx::query!(
        r#"select act.n as "n!", verb as "verb!", act.at as "at!", officer.full_name as "officer?", count(*) as "entries!: i64",
                  max(kept.reason) as "reason?: String"
           from change_log join act on act.n = change_log.act left join officer on officer.id = act.actor
             left join exchange_quarantined kept on kept.op_id = change_log.op_id
           where (seq > ? or kept.reason is not null) and verb <> ? group by act.n order by act.n limit ?"#,
        own.sent,
        EXCHANGE,
        most
    )
    .fetch_all(connection)
    .await?;
    let act = |row: (i64, String, String, Option<String>, i64, Option<String>)| {
        let (n, verb, at, officer, entries, kept_aside) = row;
        UnsentAct { n, verb, at: at.parse().unwrap_or_default(), officer, entries, kept_aside }
    };
    Ok(rows.into_iter().map(|row| act((row.n, row.verb, row.at, row.officer, row.entries, row.reason))).collect())
}

/// The rows of an act.
pub async fn rows_of(connection: &mut SqliteConnection, act: i64, most: i64) -> Result<Vec<(u32, Uuid, i64)>> {
    let rows = sqlx::query!(
        r#"select table_id as "table: u32", row_id as "row: Uuid", seq as "seq!" from change_log
           where act = ? order by seq limit ?"#,
        act,
        most
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.table, row.row, row.seq)).collect())
}
