//! What waits for a person because two wrote different things (*beda isian*).

use crate::store::{Meta, Result, SqliteConnection};
use uuid::Uuid;

/// A cell on which people differ, or (field 0) a row that one deleted while another used it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contested {
    /// The table's number.
    pub table: u32,
    /// The row.
    pub row: Uuid,
    /// The field's number.
    pub field: u32,
}

/// Those that a person has to settle, oldest first.
pub async fn open_questions(connection: &mut SqliteConnection) -> Result<Vec<(Contested, String)>> {
    let rows = sqlx::query!(
        r#"select table_id as "table: u32", row_id as "row: Uuid", field_id as "field: u32", since from exchange_conflict
           where class = 'B' order by since, table_id, row_id, field_id limit 500"#
    )
    .fetch_all(connection)
    .await?;
    let contested = |table, row, field| Contested { table, row, field };
    Ok(rows.into_iter().map(|row| (contested(row.table, row.row, row.field), row.since)).collect())
}

/// How many a person has to settle.
pub async fn count(connection: &mut SqliteConnection) -> Result<i64> {
    let n = sqlx::query_scalar!(r#"select count(*) as "n!: i64" from exchange_conflict where class = 'B'"#);
    Ok(n.fetch_one(connection).await?)
}

/// How many records wait for others or for a newer program.
pub async fn waiting(connection: &mut SqliteConnection) -> Result<i64> {
    let n = super::aside_store::count(connection).await?;
    Ok(i64::try_from(n).unwrap_or(i64::MAX))
}

/// The fields of a row that a person has still to settle.
pub async fn unsettled_of(
    connection: &mut SqliteConnection,
    meta: &'static Meta,
    row: Uuid,
) -> Result<Vec<&'static str>> {
    let fields = sqlx::query_scalar!(
        r#"select field_id as "field: u32" from exchange_conflict
           where table_id = ? and row_id = ? and class = 'B' order by field_id"#,
        meta.id,
        row
    )
    .fetch_all(connection)
    .await?;
    let name = |id: u32| meta.fields.iter().find(|field| field.id == id).map_or("id", |field| field.name);
    Ok(fields.into_iter().map(name).collect())
}
