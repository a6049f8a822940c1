//! Numbers that offices publish: a kind, a period, a value. New kinds need no change here.

use super::error::Result;
use super::param::{Param, params};
use super::scope::{Province, Scope};
use super::tx::Tx;
use balai_exchange::OfficeId;
use balai_exchange::published::{Number, Publish};

/// Publishes the plain ones among the numbers; how many. From `since` on they take the place of all that were there.
pub async fn publish(tx: &mut Tx<Scope>, publish: &Publish, now: i64) -> Result<u32> {
    let sql = "delete from published_number where office_id = $1 and period >= $2";
    tx.execute(sql, params![publish.since.as_str()]).await?;
    let rows: Vec<Vec<Param<'_>>> = publish
        .numbers
        .iter()
        .filter(|number| number.is_plain())
        .map(|number| params![number.kind.as_str(), number.period.as_str(), number.value, now].to_vec())
        .collect();
    for row in &rows {
        let sql = "insert into published_number (office_id, kind, period, value, at) values ($1, $2, $3, $4, $5)
            on conflict (office_id, kind, period) do update set value = excluded.value, at = excluded.at";
        tx.execute(sql, row).await?;
    }
    Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
}

/// What the office published, by kind and period.
pub async fn of_office(tx: &mut Tx<Scope>) -> Result<Vec<Number>> {
    let sql = "select kind, period, value from published_number where office_id = $1 order by kind, period";
    let rows = tx.rows(sql, &[]).await?;
    rows.iter().map(|row| Ok(Number { kind: row.text(0)?, period: row.text(1)?, value: row.int(2)? })).collect()
}

/// The numbers of every office in one period.
pub async fn of_period(tx: &mut Tx<Province>, period: &str) -> Result<Vec<(OfficeId, Number)>> {
    let sql = "select office_id, kind, period, value from published_number where period = $1 order by kind, office_id";
    let rows = tx.rows(sql, params![period]).await?;
    rows.iter()
        .map(|row| {
            let number = Number { kind: row.text(1)?, period: row.text(2)?, value: row.int(3)? };
            Ok((OfficeId::from_i64(row.int(0)?), number))
        })
        .collect()
}

/// The periods for which any number was published, the newest first.
pub async fn periods(tx: &mut Tx<Province>) -> Result<Vec<String>> {
    let sql = "select distinct period from published_number order by period desc limit 60";
    tx.rows(sql, &[]).await?.iter().map(|row| row.text(0)).collect()
}
