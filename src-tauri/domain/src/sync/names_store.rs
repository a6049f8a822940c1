//! Rows and values in words: whose row it is, and what an id stands for.

use crate::store::{Meta, Result, SqliteConnection, Value, remote::values_of};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

/// Columns that name a row, the best first.
const NAMING: [&str; 6] = ["full_name", "name", "title", "number", "code", "username"];

/// What names a row: its own name, or that of the person it belongs to; and that person.
pub async fn about(
    connection: &mut SqliteConnection,
    meta: &'static Meta,
    row: Uuid,
) -> Result<(String, Option<Uuid>)> {
    let Some(values) = values_of(&mut *connection, meta, row).await? else { return Ok((String::new(), None)) };
    let field = |name: &str| meta.fields.iter().position(|field| field.name == name).map(|place| &values[place]);
    let person = match field("person_id") {
        Some(Value::Blob(bytes)) => Uuid::from_slice(bytes).ok(),
        _ => (meta.name == "person").then_some(row),
    };
    if let (Some(person), true) = (person, meta.name != "person") {
        return Ok((name_in(connection, "person", "full_name", person).await?.unwrap_or_default(), Some(person)));
    }
    let own = NAMING.iter().find_map(|name| match field(name) {
        Some(Value::Text(text)) if !text.is_empty() => Some(text.clone()),
        _ => None,
    });
    Ok((own.unwrap_or_default(), person))
}

/// A value as text; an id as the name of what it points to.
pub async fn readable(connection: &mut SqliteConnection, meta: &Meta, field: u32, value: &Value) -> Result<String> {
    Ok(match value {
        Value::Null => String::new(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => {
            let column = meta.fields.iter().find(|known| known.id == field).map_or("", |known| known.name);
            match Uuid::from_slice(bytes) {
                Ok(id) => pointed_to(connection, meta, column, id).await?.unwrap_or_else(|| id.to_string()),
                Err(_) => "…".to_owned(),
            }
        }
    })
}

async fn pointed_to(connection: &mut SqliteConnection, meta: &Meta, column: &str, id: Uuid) -> Result<Option<String>> {
    let table: Option<String> =
        sqlx::query_scalar(r#"select "table" from pragma_foreign_key_list(?) where "from" = ?"#)
            .bind(meta.name)
            .bind(column)
            .fetch_optional(&mut *connection)
            .await?;
    let Some(table) = table else { return Ok(None) };
    let columns: Vec<String> =
        sqlx::query_scalar("select name from pragma_table_info(?)").bind(&table).fetch_all(&mut *connection).await?;
    match NAMING.iter().find(|name| columns.iter().any(|column| column == *name)) {
        Some(naming) => name_in(connection, &table, naming, id).await,
        None => Ok(None),
    }
}

async fn name_in(connection: &mut SqliteConnection, table: &str, column: &str, id: Uuid) -> Result<Option<String>> {
    // Only names of our own schema are spliced in.
    let sql = format!("select {column} from {table} where id = ?");
    Ok(sqlx::query_scalar(AssertSqlSafe(sql)).bind(id).fetch_optional(connection).await?.flatten())
}
