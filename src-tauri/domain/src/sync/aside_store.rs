//! Records that wait: for the rest of their act, for a row they point to, or for a newer program.

use super::apply::Arrival;
use crate::store::{Error, Result, SqliteConnection};
use balai_exchange::{Record, Stamp};
use uuid::Uuid;

words! {
    /// What a record waits for.
    pub enum Why {
        /// The rest of its act.
        Incomplete = "INCOMPLETE",
        /// A row that it points to.
        Parent = "PARENT",
        /// A program that can read it.
        Newer = "NEWER",
    }
}
crate::word_columns!(Why);

/// Keeps a record aside; one that is there already stays as it is.
pub async fn put(connection: &mut SqliteConnection, arrival: &Arrival, why: Why) -> Result<()> {
    let record = &arrival.record;
    let (op, place, received) = (record.op().uuid(), i64::from(record.index), arrival.received.map(Stamp::to_i64));
    let bytes = record.to_bytes();
    let since = crate::store::types::stamp(arrival.received.unwrap_or(record.hlc).wall());
    sqlx::query!(
        "insert or ignore into exchange_aside (op_id, tx_id, row_id, place, record, received, why, since)
         values (?, ?, ?, ?, ?, ?, ?, ?)",
        op,
        record.tx,
        record.row,
        place,
        bytes,
        received,
        why,
        since
    )
    .execute(connection)
    .await?;
    Ok(())
}

fn arrival(record: &[u8], received: Option<i64>) -> Result<Arrival> {
    let record = Record::from_bytes(record).map_err(|error| Error::Encoding(error.to_string()))?;
    Ok(Arrival { record, received: received.map(Stamp::from_i64) })
}

/// How many records of an act wait.
pub async fn count_of_act(connection: &mut SqliteConnection, tx: Uuid) -> Result<u64> {
    let n = sqlx::query_scalar!(r#"select count(*) as "n!: i64" from exchange_aside where tx_id = ?"#, tx);
    Ok(n.fetch_one(connection).await?.unsigned_abs())
}

/// The first record of an act.
pub async fn first_of_act(connection: &mut SqliteConnection, tx: Uuid) -> Result<Vec<Arrival>> {
    let rows = sqlx::query!("select record, received from exchange_aside where tx_id = ? order by place limit 1", tx)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|row| arrival(&row.record, row.received)).collect()
}

/// The records of an act, in their order.
pub async fn of_act(connection: &mut SqliteConnection, tx: Uuid) -> Result<Vec<Arrival>> {
    let rows = sqlx::query!("select record, received from exchange_aside where tx_id = ? order by place", tx)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|row| arrival(&row.record, row.received)).collect()
}

/// The acts that wait for a row, in the order in which they came.
pub async fn waiting(connection: &mut SqliteConnection) -> Result<Vec<Uuid>> {
    let acts = sqlx::query_scalar!(
        r#"select tx_id as "tx!: Uuid" from exchange_aside where why = ? group by tx_id order by min(since), tx_id"#,
        Why::Parent
    );
    Ok(acts.fetch_all(connection).await?)
}

/// The acts that an older program could not read.
pub async fn unread(connection: &mut SqliteConnection) -> Result<Vec<Uuid>> {
    let acts = sqlx::query_scalar!(
        r#"select tx_id as "tx!: Uuid" from exchange_aside where why = ? group by tx_id order by min(since), tx_id"#,
        Why::Newer
    );
    Ok(acts.fetch_all(connection).await?)
}

/// How many records wait in all.
pub async fn count(connection: &mut SqliteConnection) -> Result<u64> {
    let n = sqlx::query_scalar!(r#"select count(*) as "n!: i64" from exchange_aside"#).fetch_one(connection).await?;
    Ok(n.unsigned_abs())
}

/// The act went in.
pub async fn drop_act(connection: &mut SqliteConnection, tx: Uuid) -> Result<()> {
    sqlx::query!("delete from exchange_aside where tx_id = ?", tx).execute(connection).await?;
    Ok(())
}

/// What the act waits for now.
pub async fn set_why(connection: &mut SqliteConnection, tx: Uuid, why: Why) -> Result<()> {
    sqlx::query!("update exchange_aside set why = ? where tx_id = ?", why, tx).execute(connection).await?;
    Ok(())
}

/// What waits for a row says nothing of it any more.
pub async fn scrub(connection: &mut SqliteConnection, row: Uuid) -> Result<()> {
    let rows =
        sqlx::query!(r#"select op_id as "op_id: Uuid", record, received from exchange_aside where row_id = ?"#, row)
            .fetch_all(&mut *connection)
            .await?;
    for row in rows {
        let mut record = arrival(&row.record, row.received)?.record;
        record.cells.clear();
        record.extra.clear();
        let bytes = record.to_bytes();
        sqlx::query!("update exchange_aside set record = ? where op_id = ?", bytes, row.op_id)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
