//! Scans and pictures, sealed by the office, in chunks that arrive in any order.

use super::error::Result;
use super::param::params;
use super::scope::Scope;
use super::tx::Tx;

/// The hash that names an attachment.
pub type Hash = [u8; 32];

/// What the hub has of an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub size: u64,
    pub chunks: u32,
    pub complete_at: Option<i64>,
    /// Which chunks lie here.
    pub present: Vec<u32>,
}

/// Announces an attachment of `size` bytes. One that is known keeps its size.
pub async fn begin(tx: &mut Tx<Scope>, hash: &Hash, size: i64, chunks: u32, now: i64) -> Result<()> {
    let sql = "insert into attachment (office_id, hash, size, chunks, begun_at) values ($1, $2, $3, $4, $5)
        on conflict do nothing";
    tx.execute(sql, params![hash, size, chunks, now]).await?;
    Ok(())
}

/// What the office's store has of it.
pub async fn find(tx: &mut Tx<Scope>, hash: &Hash) -> Result<Option<Attachment>> {
    let sql = "select size, chunks, complete_at from attachment where office_id = $1 and hash = $2";
    let Some(row) = tx.row(sql, params![hash]).await? else {
        return Ok(None);
    };
    let sql = "select n from attachment_chunk where office_id = $1 and hash = $2 order by n";
    let present = tx.rows(sql, params![hash]).await?.iter().map(|row| row.small(0)).collect::<Result<_>>()?;
    Ok(Some(Attachment { size: row.count(0)?, chunks: row.small(1)?, complete_at: row.int_or_null(2)?, present }))
}

/// Keeps one chunk; one that lies here already stays.
pub async fn put(tx: &mut Tx<Scope>, hash: &Hash, n: u32, bytes: &[u8]) -> Result<()> {
    let sql = "insert into attachment_chunk (office_id, hash, n, bytes) values ($1, $2, $3, $4) on conflict do nothing";
    tx.execute(sql, params![hash, n, bytes]).await?;
    Ok(())
}

/// One chunk.
pub async fn get(tx: &mut Tx<Scope>, hash: &Hash, n: u32) -> Result<Option<Vec<u8>>> {
    let sql = "select bytes from attachment_chunk where office_id = $1 and hash = $2 and n = $3";
    tx.row(sql, params![hash, n]).await?.map(|row| row.bytes(0)).transpose()
}

/// All chunks are here and their hash is right.
pub async fn complete(tx: &mut Tx<Scope>, hash: &Hash, now: i64) -> Result<()> {
    let sql = "update attachment set complete_at = $3 where office_id = $1 and hash = $2 and complete_at is null";
    tx.execute(sql, params![hash, now]).await?;
    Ok(())
}

/// Forgets the chunks of an attachment whose hash was wrong, so that they can be sent again.
pub async fn discard(tx: &mut Tx<Scope>, hash: &Hash) -> Result<()> {
    tx.execute("delete from attachment_chunk where office_id = $1 and hash = $2", params![hash]).await?;
    tx.execute("delete from attachment where office_id = $1 and hash = $2", params![hash]).await?;
    Ok(())
}
