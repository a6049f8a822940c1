//! The offices on the guest list, and how each fares.

use super::error::Result;
use super::param::params;
use super::scope::{Province, Scope};
use super::tx::Tx;
use balai_exchange::{OfficeId, Pos};

/// An office as the province sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    pub id: OfficeId,
    pub code: String,
    pub name: String,
    pub created_at: i64,
    pub retired_at: Option<i64>,
    /// How many changes its feed has.
    pub head: Pos,
    pub devices: u64,
    /// When one of its PCs was last heard, in milliseconds.
    pub seen_at: Option<i64>,
    /// Changes that its PCs said they have not sent yet.
    pub backlog: u64,
    pub conflicts: u64,
    pub quarantined: u64,
}

/// The number of an office follows from its code, so that two can never share one.
pub fn number(code: &str) -> OfficeId {
    let digest = blake3::derive_key("balai-hub office number", code.trim().to_lowercase().as_bytes());
    let mut bits = [0; 8];
    bits.copy_from_slice(&digest[..8]);
    OfficeId::from_random(u64::from_le_bytes(bits))
}

/// Adds an office; whether it is new.
pub async fn add(tx: &mut Tx<Province>, code: &str, name: &str, now: i64) -> Result<bool> {
    let id = number(code).to_i64();
    let sql = "insert into office (office_id, code, name, created_at) values ($1, $2, $3, $4) on conflict do nothing";
    let new = tx.execute(sql, params![id, code.trim(), name, now]).await? == 1;
    if new {
        let sql =
            "insert into office_head (office_id, head, snapshot_head, audit_n, audit_hash) values ($1, 0, 0, 0, $2)";
        tx.execute(sql, params![id, &[0; 32]]).await?;
    }
    Ok(new)
}

/// The scope of an office that takes part.
pub async fn find(tx: &mut Tx<Province>, code: &str) -> Result<Option<Scope>> {
    let id = number(code);
    let sql = "select 1 from office where office_id = $1 and retired_at is null";
    Ok(tx.row(sql, params![id.to_i64()]).await?.map(|_| Scope::of(id)))
}

/// The name of the office, unless it left.
pub async fn name(tx: &mut Tx<Scope>) -> Result<Option<String>> {
    let sql = "select name from office where office_id = $1 and retired_at is null";
    tx.row(sql, &[]).await?.map(|row| row.text(0)).transpose()
}

/// All offices by code.
pub async fn list(tx: &mut Tx<Province>) -> Result<Vec<Office>> {
    let sql = "select o.office_id, o.code, o.name, o.created_at, o.retired_at, h.head,
        coalesce(d.devices, 0), d.seen_at, coalesce(d.backlog, 0), coalesce(c.n, 0), coalesce(q.n, 0)
        from office o
        join office_head h on h.office_id = o.office_id
        left join (select office_id, count(*) as devices, max(seen_at) as seen_at,
            cast(sum(coalesce(backlog, 0)) as bigint) as backlog
            from device where revoked_at is null group by office_id) d on d.office_id = o.office_id
        left join (select office_id, count(*) as n from conflict group by office_id) c on c.office_id = o.office_id
        left join (select office_id, count(*) as n from quarantine where settled_at is null group by office_id) q
            on q.office_id = o.office_id
        order by o.code";
    let rows = tx.rows(sql, &[]).await?;
    rows.iter()
        .map(|row| {
            Ok(Office {
                id: OfficeId::from_i64(row.int(0)?),
                code: row.text(1)?,
                name: row.text(2)?,
                created_at: row.int(3)?,
                retired_at: row.int_or_null(4)?,
                head: Pos::from_i64(row.int(5)?),
                devices: row.count(6)?,
                seen_at: row.int_or_null(7)?,
                backlog: row.count(8)?,
                conflicts: row.count(9)?,
                quarantined: row.count(10)?,
            })
        })
        .collect()
}
