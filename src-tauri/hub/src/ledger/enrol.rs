//! One-time codes by which a new PC gets on the guest list.

use super::error::Result;
use super::param::params;
use super::scope::Scope;
use super::tx::Tx;
use balai_exchange::DeviceId;

/// A code that was given out, as the hub keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What the device's proof is checked with.
    pub secret: Vec<u8>,
    pub device_name: String,
    pub expires_at: i64,
    pub tries_left: i64,
    pub used_at: Option<i64>,
    /// The device that it let in.
    pub device: Option<DeviceId>,
}

/// Keeps a new code.
pub async fn give(
    tx: &mut Tx<Scope>,
    id: &[u8],
    secret: &[u8],
    device_name: &str,
    now: i64,
    expires_at: i64,
    tries: i64,
) -> Result<()> {
    let sql = "insert into enrol_code
        (office_id, code_id, secret, device_name, created_at, expires_at, tries_left)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
    tx.execute(sql, params![id, secret, device_name, now, expires_at, tries]).await?;
    Ok(())
}

/// The code with this id, locked until the transaction ends.
pub async fn find(tx: &mut Tx<Scope>, id: &[u8]) -> Result<Option<Code>> {
    let sql = "select secret, device_name, expires_at, tries_left, used_at, device_id from enrol_code
        where office_id = $1 and code_id = $2";
    let sql = format!("{sql}{}", tx.for_update());
    let row = tx.row(&sql, params![id]).await?;
    row.map(|row| {
        Ok(Code {
            secret: row.bytes(0)?,
            device_name: row.text(1)?,
            expires_at: row.int(2)?,
            tries_left: row.int(3)?,
            used_at: row.int_or_null(4)?,
            device: row.int_or_null(5)?.map(DeviceId::from_i64),
        })
    })
    .transpose()
}

/// A wrong proof costs a try.
pub async fn count_try(tx: &mut Tx<Scope>, id: &[u8]) -> Result<()> {
    let sql = "update enrol_code set tries_left = tries_left - 1 where office_id = $1 and code_id = $2";
    tx.execute(sql, params![id]).await?;
    Ok(())
}

/// A right proof uses the code up; what it is checked with is forgotten only with the code, so that a lost answer can
/// be asked for again by the same key.
pub async fn use_up(tx: &mut Tx<Scope>, id: &[u8], device: DeviceId, now: i64) -> Result<()> {
    let sql = "update enrol_code set used_at = $3, device_id = $4 where office_id = $1 and code_id = $2";
    tx.execute(sql, params![id, now, device.to_i64()]).await?;
    Ok(())
}
