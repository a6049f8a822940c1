//! The PCs of an office: who they are, how far the hub read them, how they fare.

use super::error::Result;
use super::param::{Row, params};
use super::scope::Scope;
use super::tx::Tx;
use balai_exchange::chain::Chain;
use balai_exchange::sign::PublicKey;
use balai_exchange::{DeviceId, Epoch, Seq};

/// A PC on the guest list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub id: DeviceId,
    pub key: PublicKey,
    pub name: String,
    pub enrolled_at: i64,
    pub not_after: i64,
    pub revoked_at: Option<i64>,
    pub seen_at: Option<i64>,
    /// Changes it said it has not sent yet.
    pub backlog: Option<i64>,
    /// How far its clock is from the hub's, in milliseconds.
    pub clock_offset: Option<i64>,
    pub app_version: Option<String>,
}

/// What a PC tells about itself when it calls.
#[derive(Clone, Debug, Default)]
pub struct Call {
    pub at: i64,
    pub backlog: Option<i64>,
    pub clock_offset: Option<i64>,
    pub app_version: Option<String>,
}

const COLUMNS: &str = "select device_id, public_key, name, enrolled_at, not_after, revoked_at, seen_at, backlog,
    clock_offset, app_version from device where office_id = $1";

/// Puts a PC on the list. The same PC with the same key may come twice.
pub async fn add(
    tx: &mut Tx<Scope>,
    id: DeviceId,
    key: &PublicKey,
    name: &str,
    now: i64,
    not_after: i64,
) -> Result<bool> {
    let sql = "insert into device (office_id, device_id, public_key, name, enrolled_at, not_after)
        values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
    Ok(tx.execute(sql, params![id.to_i64(), &key.0, name, now, not_after]).await? == 1)
}

/// One PC of the office.
pub async fn find(tx: &mut Tx<Scope>, id: DeviceId) -> Result<Option<Device>> {
    let sql = format!("{COLUMNS} and device_id = $2");
    tx.row(&sql, params![id.to_i64()]).await?.as_ref().map(device).transpose()
}

/// All PCs of the office, the oldest first.
pub async fn list(tx: &mut Tx<Scope>) -> Result<Vec<Device>> {
    tx.rows(&format!("{COLUMNS} order by enrolled_at, device_id"), &[]).await?.iter().map(device).collect()
}

fn device(row: &Row) -> Result<Device> {
    Ok(Device {
        id: DeviceId::from_i64(row.int(0)?),
        key: PublicKey(row.array(1)?),
        name: row.text(2)?,
        enrolled_at: row.int(3)?,
        not_after: row.int(4)?,
        revoked_at: row.int_or_null(5)?,
        seen_at: row.int_or_null(6)?,
        backlog: row.int_or_null(7)?,
        clock_offset: row.int_or_null(8)?,
        app_version: row.text_or_null(9)?,
    })
}

/// Takes a PC off the list; whether it was on it.
pub async fn revoke(tx: &mut Tx<Scope>, id: DeviceId, now: i64) -> Result<bool> {
    let sql = "update device set revoked_at = $3 where office_id = $1 and device_id = $2 and revoked_at is null";
    Ok(tx.execute(sql, params![id.to_i64(), now]).await? == 1)
}

/// Notes that a PC called, and what it told; what it did not tell stays as it was.
pub async fn seen(tx: &mut Tx<Scope>, id: DeviceId, call: &Call) -> Result<()> {
    let sql = "update device set seen_at = $3, backlog = coalesce($4, backlog),
        clock_offset = coalesce($5, clock_offset), app_version = coalesce($6, app_version)
        where office_id = $1 and device_id = $2";
    let version = call.app_version.as_deref();
    tx.execute(sql, params![id.to_i64(), call.at, call.backlog, call.clock_offset, version]).await?;
    Ok(())
}

/// Notes how far a PC has read the feed.
pub async fn read_up_to(tx: &mut Tx<Scope>, id: DeviceId, pos: i64) -> Result<()> {
    let sql = "update device set cursor_at = $3 where office_id = $1 and device_id = $2
        and (cursor_at is null or cursor_at < $3)";
    tx.execute(sql, params![id.to_i64(), pos]).await?;
    Ok(())
}

/// The place and chain that the hub has reached in one epoch of a PC.
pub async fn chain(tx: &mut Tx<Scope>, id: DeviceId, epoch: Epoch) -> Result<Option<(Seq, Chain)>> {
    let sql = "select last_seq, chain from device_chain where office_id = $1 and device_id = $2 and epoch = $3";
    let row = tx.row(sql, params![id.to_i64(), epoch.to_i64()]).await?;
    row.map(|row| Ok((Seq::from_i64(row.int(0)?), Chain(row.array(1)?)))).transpose()
}

/// Moves the place and chain of an epoch.
pub async fn set_chain(tx: &mut Tx<Scope>, id: DeviceId, epoch: Epoch, last: Seq, chain: &Chain) -> Result<()> {
    let sql = "insert into device_chain (office_id, device_id, epoch, last_seq, chain) values ($1, $2, $3, $4, $5)
        on conflict (office_id, device_id, epoch) do update set last_seq = excluded.last_seq, chain = excluded.chain";
    tx.execute(sql, params![id.to_i64(), epoch.to_i64(), last.to_i64(), &chain.0]).await?;
    Ok(())
}
