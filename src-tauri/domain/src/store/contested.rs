//! Cells in which more than one value stands, and rows that one deleted while another used them. They follow from the
//! log and are kept beside it, so that the list of them and every print are quick to ask.

use super::{
    error::Result,
    registers::registers,
    table::{Class, Meta},
    types::stamp,
    work::{Work, stored},
};
use balai_exchange::row::PRESENCE;
use sqlx::SqliteConnection;
use std::collections::BTreeMap;
use uuid::Uuid;

impl Work {
    /// Works out anew on what people differ in a row.
    pub(crate) async fn judge(&mut self, meta: &'static Meta, row: Uuid) -> Result<()> {
        self.flush_log().await?;
        let (_, state) = registers(&mut self.tx, meta.id, row).await?;
        let mut found = BTreeMap::new();
        if state.erased.is_none() {
            let class = |field: u32| meta.fields.iter().find(|known| known.id == field).map(|known| known.class);
            for (field, _) in state.contested() {
                match class(field) {
                    Some(Class::A) => drop(found.insert(field, "A")),
                    Some(Class::B) => drop(found.insert(field, "B")),
                    Some(Class::C) | None => {}
                }
            }
            let stands = stored(&mut self.tx, meta, row).await?.is_some();
            if stands && !state.deletions.is_empty() {
                found.insert(PRESENCE, "B");
            }
        }
        let at = stamp(self.at());
        let known = sqlx::query_scalar!(
            r#"select field_id as "field: u32" from exchange_conflict where table_id = ? and row_id = ?"#,
            meta.id,
            row
        )
        .fetch_all(&mut *self.tx)
        .await?;
        for field in known.iter().filter(|field| !found.contains_key(field)) {
            sqlx::query!(
                "delete from exchange_conflict where table_id = ? and row_id = ? and field_id = ?",
                meta.id,
                row,
                field
            )
            .execute(&mut *self.tx)
            .await?;
        }
        for (field, class) in found.iter().filter(|(field, _)| !known.contains(field)) {
            sqlx::query!(
                "insert into exchange_conflict (table_id, row_id, field_id, class, since) values (?, ?, ?, ?, ?)",
                meta.id,
                row,
                field,
                class,
                at
            )
            .execute(&mut *self.tx)
            .await?;
        }
        Ok(())
    }

    /// An own act that wrote into a contested cell has replaced what stood there.
    pub(super) async fn judge_touched(&mut self) -> Result<()> {
        let act = self.act();
        let touched = sqlx::query!(
            r#"select distinct table_id as "table: u32", row_id as "row: Uuid" from exchange_conflict
               where exists (select 1 from change_log
                             where change_log.row_id = exchange_conflict.row_id and act = ?)"#,
            act
        )
        .fetch_all(&mut *self.tx)
        .await?;
        for one in touched {
            if let Some(meta) = self.tables.iter().find(|meta| meta.id == one.table).copied() {
                self.judge(meta, one.row).await?;
            }
        }
        Ok(())
    }
}

/// The row is of no interest any more.
pub(crate) async fn drop_row(connection: &mut SqliteConnection, meta: &Meta, row: Uuid) -> Result<()> {
    sqlx::query!("delete from exchange_conflict where table_id = ? and row_id = ?", meta.id, row)
        .execute(connection)
        .await?;
    Ok(())
}
