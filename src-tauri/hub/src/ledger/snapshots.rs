//! Snapshots of an office's state, in chunks that are named by their content.

use super::error::{Error, Result};
use super::param::params;
use super::scope::Scope;
use super::tx::Tx;
use balai_exchange::Pos;

/// Keeps a chunk; one that lies here already stays.
pub async fn put_chunk(tx: &mut Tx<Scope>, hash: &[u8; 32], bytes: &[u8]) -> Result<()> {
    let sql = "insert into snapshot_chunk (office_id, hash, bytes) values ($1, $2, $3) on conflict do nothing";
    tx.execute(sql, params![hash, bytes]).await?;
    Ok(())
}

/// A chunk by its name.
pub async fn chunk(tx: &mut Tx<Scope>, hash: &[u8; 32]) -> Result<Option<Vec<u8>>> {
    let sql = "select bytes from snapshot_chunk where office_id = $1 and hash = $2";
    tx.row(sql, params![hash]).await?.map(|row| row.bytes(0)).transpose()
}

/// Keeps the list of a snapshot whose chunks lie here.
pub async fn put(tx: &mut Tx<Scope>, head: Pos, manifest: &[u8], now: i64) -> Result<()> {
    let sql =
        "insert into snapshot (office_id, head, made_at, manifest) values ($1, $2, $3, $4) on conflict do nothing";
    tx.execute(sql, params![head.to_i64(), now, manifest]).await?;
    Ok(())
}

/// The newest snapshot's place and list.
pub async fn newest(tx: &mut Tx<Scope>) -> Result<Option<(Pos, Vec<u8>)>> {
    let sql = "select head, manifest from snapshot where office_id = $1 order by head desc limit 1";
    let row = tx.row(sql, &[]).await?;
    row.map(|row| Ok::<_, Error>((Pos::from_i64(row.int(0)?), row.bytes(1)?))).transpose()
}

/// Takes all snapshots away: one that was made before an erasure still tells what was erased.
pub async fn forget(tx: &mut Tx<Scope>) -> Result<()> {
    tx.execute("delete from snapshot where office_id = $1", &[]).await?;
    tx.execute("delete from snapshot_chunk where office_id = $1", &[]).await?;
    Ok(())
}
