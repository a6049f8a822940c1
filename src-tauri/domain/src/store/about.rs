//! Every row that points to a person, whatever table it lies in: the raw matter of "all that is held on one person".
//! A table joins by having a column `person_id`; nothing has to be registered.

use super::{error::Result, table::Meta, value::Value, work::stored};
use serde::Serialize;
use sqlx::{AssertSqlSafe, SqliteConnection};
use ts_rs::TS;
use uuid::Uuid;

/// One row as text, column by column; what is empty is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RowAbout {
    /// The table's name.
    pub table: String,
    /// The row's id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Column and value.
    pub cells: Vec<(String, String)>,
}

/// The rows of all `tables` that point to one of `people`, and those people's own rows.
pub async fn rows_about(
    connection: &mut SqliteConnection,
    tables: &[&'static Meta],
    own: &'static Meta,
    people: &[Uuid],
) -> Result<Vec<RowAbout>> {
    let mut rows = Vec::new();
    for person in people {
        rows.extend(row(connection, own, *person).await?);
        for meta in tables.iter().filter(|meta| meta.fields.iter().any(|field| field.name == "person_id")) {
            // Only names of our own declarations are spliced in.
            let sql = format!("select id from {} where person_id = ? order by id", meta.name);
            let ids: Vec<Uuid> =
                sqlx::query_scalar(AssertSqlSafe(sql)).bind(*person).fetch_all(&mut *connection).await?;
            for id in ids {
                rows.extend(row(connection, meta, id).await?);
            }
        }
    }
    Ok(rows)
}

async fn row(connection: &mut SqliteConnection, meta: &'static Meta, id: Uuid) -> Result<Option<RowAbout>> {
    let Some(values) = stored(connection, meta, id).await? else { return Ok(None) };
    let cells = meta.fields.iter().zip(values).filter_map(|(field, value)| {
        let text = match value {
            Value::Null => return None,
            Value::Int(number) => number.to_string(),
            Value::Text(text) => text,
            Value::Blob(bytes) => Uuid::from_slice(&bytes).map(|id| id.to_string()).unwrap_or_default(),
        };
        Some((field.name.to_owned(), text))
    });
    Ok(Some(RowAbout { table: meta.name.to_owned(), id, cells: cells.collect() }))
}
