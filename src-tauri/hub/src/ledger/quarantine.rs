//! Records that the hub keeps aside until a person has looked. They never hold up what comes after them.

use super::error::Result;
use super::oplog::among;
use super::param::{Param, params};
use super::scope::Scope;
use super::tx::Tx;
use balai_exchange::{DeviceId, Epoch, OpId, Seq};
use std::collections::HashSet;
use uuid::Uuid;

/// A record that is kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    pub op: OpId,
    /// The act that it belongs to: none of its changes is given on.
    pub act: Uuid,
    pub table: u32,
    pub row: Uuid,
    pub device: DeviceId,
    pub epoch: Epoch,
    pub seq: Seq,
    pub received_at: i64,
    pub reason: String,
    pub record: Vec<u8>,
}

/// Keeps records aside; one that already lies there is left as it is.
pub async fn keep(tx: &mut Tx<Scope>, records: &[Aside]) -> Result<()> {
    let rows: Vec<Vec<Param<'_>>> = records
        .iter()
        .map(|aside| {
            params![
                &aside.op.0,
                aside.act.as_bytes(),
                aside.table,
                aside.row.as_bytes(),
                aside.device.to_i64(),
                aside.epoch.to_i64(),
                aside.seq.to_i64(),
                aside.received_at,
                aside.reason.as_str(),
                &aside.record,
            ]
            .to_vec()
        })
        .collect();
    let head = "insert into quarantine
        (office_id, op_id, act, table_id, row_id, device_id, epoch, seq, received_at, reason, record)";
    tx.insert(head, &rows, "on conflict do nothing").await?;
    Ok(())
}

/// Which of these acts are kept aside.
pub async fn acts(tx: &mut Tx<Scope>, acts: &[Uuid]) -> Result<HashSet<Uuid>> {
    if acts.is_empty() {
        return Ok(HashSet::new());
    }
    let params: Vec<Param<'_>> = acts.iter().map(|act| Param::from(act.as_bytes())).collect();
    let sql = format!("select distinct act from quarantine where office_id = $1 and act in ({})", among(acts.len()));
    tx.rows(&sql, &params).await?.iter().map(|row| Ok(Uuid::from_bytes(row.array(0)?))).collect()
}

/// What lies aside in the office, oldest first.
pub async fn list(tx: &mut Tx<Scope>) -> Result<Vec<Aside>> {
    let sql = "select op_id, act, table_id, row_id, device_id, epoch, seq, received_at, reason, record from quarantine
        where office_id = $1 and settled_at is null order by received_at, op_id";
    tx.rows(sql, &[])
        .await?
        .iter()
        .map(|row| {
            Ok(Aside {
                op: OpId(row.array(0)?),
                act: Uuid::from_bytes(row.array(1)?),
                table: row.small(2)?,
                row: Uuid::from_bytes(row.array(3)?),
                device: DeviceId::from_i64(row.int(4)?),
                epoch: Epoch::from_i64(row.int(5)?),
                seq: Seq::from_i64(row.int(6)?),
                received_at: row.int(7)?,
                reason: row.text(8)?,
                record: row.bytes(9)?,
            })
        })
        .collect()
}

/// A person looked and nothing is to be done about it; whether it lay aside.
pub async fn settle(tx: &mut Tx<Scope>, op: OpId, now: i64) -> Result<bool> {
    let sql = "update quarantine set settled_at = $3 where office_id = $1 and op_id = $2 and settled_at is null";
    Ok(tx.execute(sql, params![&op.0, now]).await? == 1)
}
