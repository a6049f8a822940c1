//! Rows and their words in the search index, as a unit of work changes them. What is written here is noted in the log
//! by whoever calls: own changes by `work.rs`, those from elsewhere by `remote.rs`.

use super::{
    error::Result,
    search,
    table::Meta,
    value::{Bind, Value},
    work::{Work, refer},
};
use sqlx::{AssertSqlSafe, sqlite::SqliteArguments};
use uuid::Uuid;

impl Work {
    pub(super) async fn row_in(&mut self, meta: &'static Meta, id: Uuid, values: &[Value]) -> Result<()> {
        let mut arguments = SqliteArguments::default();
        Value::Blob(id.as_bytes().to_vec()).bind(&mut arguments)?;
        for value in values {
            value.bind(&mut arguments)?;
        }
        let n =
            sqlx::query_with(meta.insert, arguments).execute(&mut *self.tx).await.map_err(refer)?.last_insert_rowid();
        if let Some(text) = meta.search {
            search::add(&mut self.tx, meta, n, &text(values), &mut self.words).await?;
        }
        Ok(())
    }

    /// Writes the columns that differ; answers their places.
    pub(super) async fn row_changed(
        &mut self,
        meta: &'static Meta,
        id: Uuid,
        old: &[Value],
        new: &[Value],
    ) -> Result<Vec<usize>> {
        let changed: Vec<usize> = (0..meta.fields.len()).filter(|i| old[*i] != new[*i]).collect();
        if changed.is_empty() {
            return Ok(changed);
        }
        let mut arguments = SqliteArguments::default();
        let mut sql = format!("update {} set ", meta.name);
        for (position, i) in changed.iter().enumerate() {
            let comma = if position == 0 { "" } else { ", " };
            sql.push_str(&format!("{comma}{} = ?", meta.fields[*i].name));
            new[*i].bind(&mut arguments)?;
        }
        sql.push_str(" where id = ?");
        Value::Blob(id.as_bytes().to_vec()).bind(&mut arguments)?;
        // Only names of our own declarations are spliced in.
        sqlx::query_with(AssertSqlSafe(sql), arguments).execute(&mut *self.tx).await.map_err(refer)?;
        if let Some(text) = meta.search {
            let (before, after) = (text(old), text(new));
            if before != after {
                search::replace(&mut self.tx, meta, id, &after, &mut self.words).await?;
            }
        }
        Ok(changed)
    }

    pub(super) async fn row_out(&mut self, meta: &'static Meta, id: Uuid) -> Result<()> {
        if meta.search.is_some() {
            search::remove(&mut self.tx, meta, id).await?;
        }
        sqlx::query(meta.delete).bind(id).execute(&mut *self.tx).await.map_err(refer)?;
        Ok(())
    }
}
