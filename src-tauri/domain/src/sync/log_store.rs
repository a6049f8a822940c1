//! What the exchange asks of the log.

use crate::store::{Result, SqliteConnection};
use balai_exchange::Stamp;
use uuid::Uuid;

/// Rows may come before those they point to, as long as all are there at the end.
pub async fn defer_references(connection: &mut SqliteConnection) -> Result<()> {
    sqlx::query("pragma defer_foreign_keys = on").execute(connection).await?;
    Ok(())
}

/// Whether the entry is here.
pub async fn knows(connection: &mut SqliteConnection, op: Uuid) -> Result<bool> {
    let known = sqlx::query_scalar!(r#"select 1 as "one!: i64" from change_log where op_id = ?"#, op);
    Ok(known.fetch_optional(connection).await?.is_some())
}

/// Notes when an own entry reached the hub; whether that was news.
pub async fn set_received(connection: &mut SqliteConnection, op: Uuid, received: Stamp) -> Result<bool> {
    let received = received.to_i64();
    let done = sqlx::query!(
        "update change_log set received = ? where op_id = ? and received is not ?",
        received,
        op,
        received
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// How many entries of an act are here already.
pub async fn count_of_act(connection: &mut SqliteConnection, tx: Uuid) -> Result<u64> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from change_log join act on act.n = change_log.act
           where tx_id = ? and (record is null or length(record) > 0)"#,
        tx
    )
    .fetch_one(connection)
    .await?;
    Ok(count.unsigned_abs())
}

/// Whether an entry told that something was destroyed is among those of a row.
pub async fn residues(connection: &mut SqliteConnection, row: Uuid) -> Result<Vec<Vec<u8>>> {
    let sql = sqlx::query_scalar!("select distinct cells from change_log where row_id = ? and kind = 'erase'", row);
    Ok(sql.fetch_all(connection).await?)
}

/// Rows of which the log tells more than became of them here: values of fields that an older program did not know.
pub async fn told_more(connection: &mut SqliteConnection) -> Result<Vec<(u32, Uuid)>> {
    let rows = sqlx::query!(
        r#"select distinct table_id as "table_id: u32", row_id as "row_id: Uuid" from change_log where told is not null"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.table_id, row.row_id)).collect())
}
