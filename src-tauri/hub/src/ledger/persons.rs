//! The same NIK in several offices, found without keeping a NIK: what is compared is a keyed hash.

use super::error::Result;
use super::oplog::among;
use super::param::{Param, params};
use super::scope::{Province, Scope};
use super::tx::Tx;
use balai_exchange::OfficeId;
use uuid::Uuid;

/// The keyed hash of a NIK.
pub type Blind = [u8; 32];

/// Notes under which hashes people of the office can be found; whoever has none now is found no more.
pub async fn link(tx: &mut Tx<Scope>, people: &[(Uuid, Option<Blind>)]) -> Result<()> {
    let found: Vec<Vec<Param<'_>>> =
        people.iter().filter_map(|(row, blind)| Some(params![row.as_bytes(), blind.as_ref()?].to_vec())).collect();
    let tail = "on conflict (office_id, row_id) do update set blind = excluded.blind";
    tx.insert("insert into person_link (office_id, row_id, blind)", &found, tail).await?;
    let gone: Vec<Param<'_>> =
        people.iter().filter(|(_, blind)| blind.is_none()).map(|(row, _)| Param::from(row.as_bytes())).collect();
    if !gone.is_empty() {
        let sql = format!("delete from person_link where office_id = $1 and row_id in ({})", among(gone.len()));
        tx.execute(&sql, &gone).await?;
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
