//! The same NIK in several offices, found without keeping a NIK: what is compared is a keyed hash.

use super::error::Result;
use super::param::params;
use super::scope::{Province, Scope};
use super::tx::Tx;
use balai_exchange::OfficeId;
use uuid::Uuid;

/// The keyed hash of a NIK.
pub type Blind = [u8; 32];

/// Notes under which hash a person of the office can be found; nothing takes the note away.
pub async fn link(tx: &mut Tx<Scope>, row: Uuid, blind: Option<&Blind>) -> Result<()> {
    match blind {
        Some(blind) => {
            let sql = "insert into person_link (office_id, row_id, blind) values ($1, $2, $3)
                on conflict (office_id, row_id) do update set blind = excluded.blind";
            tx.execute(sql, params![row.as_bytes(), blind]).await?;
        }
        None => {
            tx.execute("delete from person_link where office_id = $1 and row_id = $2", params![row.as_bytes()]).await?;
        }
    }
    Ok(())
}

/// How many people each pair of offices has in common.
pub async fn shared(tx: &mut Tx<Province>) -> Result<Vec<(OfficeId, OfficeId, u64)>> {
    let sql = "select a.office_id, b.office_id, count(distinct a.blind) from person_link a
        join person_link b on b.blind = a.blind and b.office_id > a.office_id
        group by a.office_id, b.office_id order by 3 desc, 1, 2 limit 200";
    let rows = tx.rows(sql, &[]).await?;
    rows.iter()
        .map(|row| Ok((OfficeId::from_i64(row.int(0)?), OfficeId::from_i64(row.int(1)?), row.count(2)?)))
        .collect()
}
