//! Which rows point to which: records may come before the rows they need, and a row that others point to cannot go.

use crate::store::{Meta, Result, SqliteConnection, Value};
use sqlx::AssertSqlSafe;
use std::collections::HashMap;
use uuid::Uuid;

/// One column that points to another table's id.
#[derive(Clone, Copy, Debug)]
pub struct Pointer {
    /// The table with the column.
    pub child: &'static Meta,
    /// The column's place in `child.fields`.
    pub place: usize,
    /// The table pointed to.
    pub parent: &'static Meta,
}

/// The pointers of all tables, read from the file's own schema.
#[derive(Debug)]
pub struct Relations {
    from: HashMap<u32, Vec<Pointer>>,
    to: HashMap<u32, Vec<Pointer>>,
}

impl Relations {
    /// Reads them.
    pub async fn read(connection: &mut SqliteConnection, tables: &[&'static Meta]) -> Result<Relations> {
        let (mut from, mut to) = (HashMap::<u32, Vec<Pointer>>::new(), HashMap::<u32, Vec<Pointer>>::new());
        for child in tables {
            let found: Vec<(String, String)> =
                sqlx::query_as(r#"select "from", "table" from pragma_foreign_key_list(?)"#)
                    .bind(child.name)
                    .fetch_all(&mut *connection)
                    .await?;
            for (column, table) in found {
                let place = child.fields.iter().position(|field| field.name == column);
                let parent = tables.iter().find(|meta| meta.name == table);
                if let (Some(place), Some(parent)) = (place, parent) {
                    let pointer = Pointer { child, place, parent };
                    from.entry(child.id).or_default().push(pointer);
                    to.entry(parent.id).or_default().push(pointer);
                }
            }
        }
        Ok(Relations { from, to })
    }

    /// The rows that a row with these values points to.
    pub fn needed(&self, meta: &Meta, values: &[Value]) -> Vec<(&'static Meta, Uuid)> {
        let pointers = self.from.get(&meta.id).map_or(&[][..], Vec::as_slice);
        let target = |pointer: &Pointer| match values.get(pointer.place) {
            Some(Value::Blob(bytes)) => Some((pointer.parent, Uuid::from_slice(bytes).ok()?)),
            _ => None,
        };
        pointers.iter().filter_map(target).collect()
    }

    /// Whether any row points to this one.
    pub async fn is_needed(&self, connection: &mut SqliteConnection, meta: &Meta, row: Uuid) -> Result<bool> {
        for pointer in self.to.get(&meta.id).map_or(&[][..], Vec::as_slice) {
            // Only names of our own declarations are spliced in.
            let column = pointer.child.fields[pointer.place].name;
            let sql = format!("select exists (select 1 from {} where {column} = ?)", pointer.child.name);
            if sqlx::query_scalar(AssertSqlSafe(sql)).bind(row).fetch_one(&mut *connection).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether the row stands in its table.
pub async fn exists(connection: &mut SqliteConnection, meta: &Meta, row: Uuid) -> Result<bool> {
    // Only a name of our own declarations is spliced in.
    let sql = format!("select exists (select 1 from {} where id = ?)", meta.name);
    Ok(sqlx::query_scalar(AssertSqlSafe(sql)).bind(row).fetch_one(connection).await?)
}
