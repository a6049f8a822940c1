//! What the changes of a row add up to, and what is derived from it: open differences, the blind index, the digest.

use super::error::{Error, Result};
use super::oplog::among;
use super::param::{Param, params};
use super::scope::Scope;
use super::tx::Tx;
use balai_exchange::RowState;
use balai_exchange::digest::Buckets;
use balai_exchange::snapshot::SnapshotRow;
use std::collections::HashMap;
use uuid::Uuid;

/// A row of the office: its table and its id.
pub type Key = (u32, Uuid);

/// The states of these rows, those that have one.
pub async fn states(tx: &mut Tx<Scope>, keys: &[Key]) -> Result<HashMap<Key, RowState>> {
    let mut found = HashMap::new();
    let mut tables: HashMap<u32, Vec<Uuid>> = HashMap::new();
    for (table, row) in keys {
        tables.entry(*table).or_default().push(*row);
    }
    for (table, rows) in tables {
        let number = i64::from(table);
        let sql = format!(
            "select row_id, state from row_state where office_id = $1 and row_id in ({}) and table_id = {number}",
            among(rows.len())
        );
        let params: Vec<Param<'_>> = rows.iter().map(|row| Param::from(row.as_bytes())).collect();
        for row in tx.rows(&sql, &params).await? {
            let state = RowState::from_bytes(&row.bytes(1)?).map_err(|fault| Error::Unreadable(fault.to_string()))?;
            found.insert((table, Uuid::from_bytes(row.array(0)?)), state);
        }
    }
    Ok(found)
}

/// Keeps the states of rows.
pub async fn keep(tx: &mut Tx<Scope>, states: &[(Key, Vec<u8>)]) -> Result<()> {
    let rows: Vec<Vec<Param<'_>>> =
        states.iter().map(|((table, row), state)| params![*table, row.as_bytes(), state].to_vec()).collect();
    let tail = "on conflict (office_id, table_id, row_id) do update set state = excluded.state";
    tx.insert("insert into row_state (office_id, table_id, row_id, state)", &rows, tail).await?;
    Ok(())
}

/// Rows of the office after `after`, by table and id, for a snapshot.
pub async fn after(tx: &mut Tx<Scope>, after: Key, most: u32) -> Result<Vec<SnapshotRow>> {
    let sql = "select table_id, row_id, state from row_state
        where office_id = $1 and (table_id, row_id) > ($2, $3) order by table_id, row_id limit $4";
    let rows = tx.rows(sql, params![after.0, after.1.as_bytes(), most]).await?;
    rows.iter()
        .map(|row| Ok(SnapshotRow { table: row.small(0)?, row: Uuid::from_bytes(row.array(1)?), state: row.bytes(2)? }))
        .collect()
}

/// Notes the fields of a row on which people differ; those that are noted and agree now are taken off.
pub async fn differ(tx: &mut Tx<Scope>, key: Key, fields: &[(u32, u32)], now: i64) -> Result<()> {
    let row = key.1;
    let sql = "delete from conflict where office_id = $1 and table_id = $2 and row_id = $3";
    tx.execute(sql, params![key.0, row.as_bytes()]).await?;
    let rows: Vec<Vec<Param<'_>>> = fields
        .iter()
        .map(|(field, siblings)| params![key.0, row.as_bytes(), *field, *siblings, now].to_vec())
        .collect();
    let columns = "insert into conflict (office_id, table_id, row_id, field_id, siblings, opened_at)";
    tx.insert(columns, &rows, "").await?;
    Ok(())
}

/// How many differences are open in the office, by table, and since when.
pub async fn open_differences(tx: &mut Tx<Scope>) -> Result<Vec<(u32, u64, i64)>> {
    let sql = "select table_id, count(*), min(opened_at) from conflict where office_id = $1
        group by table_id order by table_id";
    tx.rows(sql, &[]).await?.iter().map(|row| Ok((row.small(0)?, row.count(1)?, row.int(2)?))).collect()
}

/// The digest of the office.
pub async fn digest(tx: &mut Tx<Scope>) -> Result<Buckets> {
    match tx.row("select buckets from digest where office_id = $1", &[]).await? {
        Some(row) => Buckets::from_bytes(&row.bytes(0)?).map_err(|fault| Error::Unreadable(fault.to_string())),
        None => Ok(Buckets::default()),
    }
}

/// Keeps the digest.
pub async fn keep_digest(tx: &mut Tx<Scope>, buckets: &Buckets) -> Result<()> {
    let sql = "insert into digest (office_id, buckets) values ($1, $2)
        on conflict (office_id) do update set buckets = excluded.buckets";
    tx.execute(sql, params![&buckets.to_bytes()]).await?;
    Ok(())
}
