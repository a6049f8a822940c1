//! What the courier did: the last exchanges, for the words of the status bar.

use crate::store::{Result, SqliteConnection, types::stamp};
use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

/// Runs that are kept.
const KEPT: i64 = 50;

words! {
    /// By which way entries went (*jalan pertukaran*).
    pub enum ExchangeWay {
        /// Over the network, to the hub.
        Hub = "HUB",
        /// In a bundle file.
        Bundle = "BUNDLE",
    }
}
crate::word_columns!(ExchangeWay);

/// One exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ExchangeRun")]
pub struct Run {
    /// When.
    pub at: DateTime<Utc>,
    /// By which way.
    pub way: ExchangeWay,
    /// Entries that went out and were confirmed.
    pub sent: i64,
    /// Entries that came in.
    pub received: i64,
    /// Why it did not end well: a code under `exchange`.
    pub failure: Option<String>,
}

/// Notes an exchange.
pub async fn note(connection: &mut SqliteConnection, run: &Run) -> Result<()> {
    let at = stamp(run.at);
    sqlx::query!(
        "insert into exchange_run (at, way, sent, received, failure) values (?, ?, ?, ?, ?)",
        at,
        run.way,
        run.sent,
        run.received,
        run.failure
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!("delete from exchange_run where n <= (select max(n) from exchange_run) - ?", KEPT)
        .execute(connection)
        .await?;
    Ok(())
}

/// The last exchanges, newest first.
pub async fn runs(connection: &mut SqliteConnection) -> Result<Vec<Run>> {
    let rows = sqlx::query!(
        r#"select at, way as "way: ExchangeWay", sent, received, failure from exchange_run order by n desc"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Run {
            at: row.at.parse().unwrap_or_default(),
            way: row.way,
            sent: row.sent,
            received: row.received,
            failure: row.failure,
        })
        .collect())
}
