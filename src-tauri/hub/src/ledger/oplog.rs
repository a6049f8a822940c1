//! The log of an office's changes, in the order in which they became part of its feed, and the parts of acts that wait
//! for their rest.

use super::error::{Error, Result};
use super::head::Head;
use super::param::{Param, params};
use super::scope::Scope;
use super::tx::Tx;
use balai_exchange::message::Entry;
use balai_exchange::receive::Place;
use balai_exchange::{DeviceId, Epoch, Kind, OpId, Pos, Record, Seq, Stamp};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Appends changes and gives them their positions.
pub async fn append(tx: &mut Tx<Scope>, head: &mut Head, ops: &[(Record, Place)], received: Stamp) -> Result<()> {
    let bytes: Vec<([u8; 16], Vec<u8>)> = ops.iter().map(|(record, _)| (record.op().0, record.to_bytes())).collect();
    let rows: Vec<Vec<Param<'_>>> = ops
        .iter()
        .zip(&bytes)
        .zip(head.feed.to_i64() + 1..)
        .map(|(((record, place), (id, bytes)), pos)| {
            params![
                pos,
                id,
                place.device.to_i64(),
                place.epoch.to_i64(),
                place.seq.to_i64(),
                received.to_i64(),
                record.table,
                record.row.as_bytes(),
                i64::from(record.kind.0),
                bytes,
            ]
            .to_vec()
        })
        .collect();
    let columns = "insert into op
        (office_id, pos, op_id, device_id, epoch, seq, received_at, table_id, row_id, kind, record)";
    tx.insert(columns, &rows, "").await?;
    head.feed = Pos(head.feed.0 + ops.len() as u64);
    Ok(())
}

/// Which of `ops` the office has already: given on, waiting or kept aside.
pub async fn known(tx: &mut Tx<Scope>, ops: &[OpId]) -> Result<HashSet<OpId>> {
    let params: Vec<Param<'_>> = ops.iter().map(|op| Param::from(&op.0)).collect();
    let mut found = HashSet::new();
    if ops.is_empty() {
        return Ok(found);
    }
    let among = among(ops.len());
    let sql = format!(
        "select op_id from op where office_id = $1 and op_id in ({among})
         union all select op_id from waiting where office_id = $1 and op_id in ({among})
         union all select op_id from quarantine where office_id = $1 and op_id in ({among})"
    );
    for row in tx.rows(&sql, &params).await? {
        found.insert(OpId(row.array(0)?));
    }
    Ok(found)
}

/// How many parts wait for the rest of these acts.
pub async fn parts(tx: &mut Tx<Scope>, acts: &[Uuid]) -> Result<HashMap<Uuid, u32>> {
    if acts.is_empty() {
        return Ok(HashMap::new());
    }
    let params: Vec<Param<'_>> = acts.iter().map(|act| Param::from(act.as_bytes())).collect();
    let sql = format!(
        "select act, count(*) from waiting where office_id = $1 and act in ({}) group by act",
        among(acts.len())
    );
    let rows = tx.rows(&sql, &params).await?;
    rows.iter().map(|row| Ok((Uuid::from_bytes(row.array(0)?), u32::try_from(row.int(1)?).unwrap_or(0)))).collect()
}

/// What waits for the rest of these acts.
pub async fn waiting(tx: &mut Tx<Scope>, acts: &[Uuid]) -> Result<Vec<(Record, Place)>> {
    if acts.is_empty() {
        return Ok(Vec::new());
    }
    let params: Vec<Param<'_>> = acts.iter().map(|act| Param::from(act.as_bytes())).collect();
    let sql = format!(
        "select device_id, epoch, seq, record from waiting where office_id = $1 and act in ({})",
        among(acts.len())
    );
    let rows = tx.rows(&sql, &params).await?;
    rows.iter()
        .map(|row| {
            let place = Place {
                device: DeviceId::from_i64(row.int(0)?),
                epoch: Epoch::from_i64(row.int(1)?),
                seq: Seq::from_i64(row.int(2)?),
            };
            Ok((record(&row.bytes(3)?)?, place))
        })
        .collect()
}

/// Takes out what waits for the acts that are `settled`, and adds `parts`.
pub async fn wait(tx: &mut Tx<Scope>, settled: &[Uuid], parts: &[(Record, Place)]) -> Result<()> {
    if !settled.is_empty() {
        let params: Vec<Param<'_>> = settled.iter().map(|act| Param::from(act.as_bytes())).collect();
        let sql = format!("delete from waiting where office_id = $1 and act in ({})", among(settled.len()));
        tx.execute(&sql, &params).await?;
    }
    let bytes: Vec<([u8; 16], Vec<u8>)> = parts.iter().map(|(record, _)| (record.op().0, record.to_bytes())).collect();
    let rows: Vec<Vec<Param<'_>>> = parts
        .iter()
        .zip(&bytes)
        .map(|((record, place), (id, bytes))| {
            let (device, epoch) = (place.device.to_i64(), place.epoch.to_i64());
            params![id, record.tx.as_bytes(), device, epoch, place.seq.to_i64(), bytes].to_vec()
        })
        .collect();
    tx.insert("insert into waiting (office_id, op_id, act, device_id, epoch, seq, record)", &rows, "").await?;
    Ok(())
}

/// At most `most` entries of the feed after `after`.
pub async fn feed(tx: &mut Tx<Scope>, after: Pos, most: u32) -> Result<Vec<Entry>> {
    let sql = "select pos, device_id, epoch, seq, received_at, record from op
        where office_id = $1 and pos > $2 order by pos limit $3";
    let rows = tx.rows(sql, params![after.to_i64(), most.max(1)]).await?;
    rows.iter()
        .map(|row| {
            Ok(Entry {
                pos: Pos::from_i64(row.int(0)?),
                device: DeviceId::from_i64(row.int(1)?),
                epoch: Epoch::from_i64(row.int(2)?),
                seq: Seq::from_i64(row.int(3)?),
                received: Stamp::from_i64(row.int(4)?),
                record: row.bytes(5)?,
            })
        })
        .collect()
}

/// Takes out what earlier changes of an erased row said; that they were there stays, so the feed has no gap.
pub async fn empty(tx: &mut Tx<Scope>, table: u32, row: Uuid) -> Result<()> {
    let sql = "select pos, record from op where office_id = $1 and table_id = $2 and row_id = $3";
    for found in tx.rows(sql, params![table, row.as_bytes()]).await? {
        let said = record(&found.bytes(1)?)?;
        if said.kind == Kind::ERASE {
            continue;
        }
        let stub = stub(&said).to_bytes();
        let sql = "update op set record = $3 where office_id = $1 and pos = $2";
        tx.execute(sql, params![found.int(0)?, &stub]).await?;
    }
    let sql = "delete from quarantine where office_id = $1 and table_id = $2 and row_id = $3";
    tx.execute(sql, params![table, row.as_bytes()]).await?;
    Ok(())
}

/// Whether anything was erased after a place of the feed.
pub async fn erased_after(tx: &mut Tx<Scope>, pos: Pos) -> Result<bool> {
    let sql = "select 1 from op where office_id = $1 and pos > $2 and kind = $3 limit 1";
    Ok(tx.row(sql, params![pos.to_i64(), i64::from(Kind::ERASE.0)]).await?.is_some())
}

/// What is left of a change whose row was erased.
pub fn stub(record: &Record) -> Record {
    Record { cells: Vec::new(), supersedes: Vec::new(), extra: Vec::new(), ..record.clone() }
}

fn record(bytes: &[u8]) -> Result<Record> {
    Record::from_bytes(bytes).map_err(|fault| Error::Unreadable(fault.to_string()))
}

/// `$2, $3, …`
pub(super) fn among(count: usize) -> String {
    (0..count).map(|index| format!("${}", index + 2)).collect::<Vec<_>>().join(", ")
}
