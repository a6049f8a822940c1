//! What the log remembers: the story of one record, and any row as it was at a moment.

use super::{
    clock::Stamp,
    error::Result,
    log::Kind,
    table::{Meta, Table},
    value::{Cells, Value, decode},
    work::stored,
};
use crate::base::id::Id;
use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::SqliteConnection;
use std::collections::HashMap;
use ts_rs::TS;
use uuid::Uuid;

/// One changed field, as text for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    /// The field's name in the struct.
    pub field: String,
    /// Before; `None` when there was nothing.
    pub before: Option<String>,
    /// After; `None` when it was emptied.
    pub after: Option<String>,
}

/// One entry of a record's story (*riwayat*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Change {
    /// When.
    pub at: DateTime<Utc>,
    /// The act's fixed word.
    pub verb: String,
    /// Who, as an officer's id.
    #[ts(type = "string | null")]
    pub actor: Option<Uuid>,
    /// What it did to the row.
    pub kind: Kind,
    /// The table's name.
    pub table: String,
    /// The fields that changed.
    pub fields: Vec<FieldChange>,
}

struct Row {
    at: String,
    verb: String,
    actor: Option<Uuid>,
    kind: Kind,
    cells: Vec<u8>,
    prior: Option<Vec<u8>>,
}

/// The story of one row, newest first.
pub async fn history<T: Table>(connection: &mut SqliteConnection, id: Id<T>) -> Result<Vec<Change>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select act.at, act.verb, act.actor as "actor: Uuid", change_log.kind as "kind: Kind", cells, prior
           from change_log join act on act.n = change_log.act where row_id = ? order by seq desc"#,
        id
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| change(T::META, row)).collect()
}

fn change(meta: &Meta, row: Row) -> Result<Change> {
    let after = decode(&row.cells)?;
    let before = row.prior.as_deref().map(decode).transpose()?.unwrap_or_default();
    let find = |cells: &Cells, id: u32| cells.iter().find(|(field, _)| *field == id).and_then(|(_, v)| readable(v));
    let fields = meta.fields.iter().filter_map(|field| {
        let (before, after) = (find(&before, field.id), find(&after, field.id));
        (before != after).then(|| FieldChange { field: field.name.to_owned(), before, after })
    });
    Ok(Change {
        at: row.at.parse().unwrap_or_default(),
        verb: row.verb,
        actor: row.actor,
        kind: row.kind,
        table: meta.name.to_owned(),
        fields: fields.collect(),
    })
}

fn readable(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Int(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.clone()),
        Value::Blob(bytes) => Some(Uuid::from_slice(bytes).map_or_else(|_| "…".to_owned(), |id| id.to_string())),
    }
}

struct Later {
    row_id: Uuid,
    kind: Kind,
    prior: Option<Vec<u8>>,
}

/// The rows of a table that changed after `at`, as they were then; `None`: the row did not exist.
/// Rows that are not in the answer have not changed since.
pub async fn as_of<T: Table>(
    connection: &mut SqliteConnection,
    at: DateTime<Utc>,
) -> Result<HashMap<Id<T>, Option<T>>> {
    let meta = T::META;
    // Everything of the millisecond `at` still counts as before.
    let limit = Stamp(Stamp::default().next(at).0 | 0xffff).to_i64();
    let later = sqlx::query_as!(
        Later,
        r#"select row_id as "row_id: Uuid", kind as "kind: Kind", prior from change_log
           where table_id = ? and hlc > ? order by seq desc"#,
        meta.id,
        limit
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut rows: HashMap<Uuid, Option<Vec<Value>>> = HashMap::new();
    for entry in later {
        let known = match rows.remove(&entry.row_id) {
            Some(values) => values,
            None => stored(&mut *connection, meta, entry.row_id).await?,
        };
        rows.insert(entry.row_id, step_back(meta, &entry, known)?);
    }
    rows.into_iter()
        .map(|(id, values)| Ok((id.into(), values.map(|values| T::from_values(id.into(), values)).transpose()?)))
        .collect()
}

/// The row before the entry.
fn step_back(meta: &Meta, entry: &Later, now: Option<Vec<Value>>) -> Result<Option<Vec<Value>>> {
    match (entry.kind, &entry.prior) {
        (Kind::Ins | Kind::Undel, _) => return Ok(None),
        // It came from elsewhere and found no row.
        (Kind::Del, None) => return Ok(now),
        _ => {}
    }
    let prior = entry.prior.as_deref().map(decode).transpose()?.unwrap_or_default();
    let mut values = now.unwrap_or_else(|| vec![Value::Null; meta.fields.len()]);
    apply(meta, &mut values, &prior);
    Ok(Some(values))
}

/// Writes cells into a row's values.
pub(super) fn apply(meta: &Meta, values: &mut [Value], cells: &Cells) {
    for (id, value) in cells {
        if let Some(position) = meta.fields.iter().position(|field| field.id == *id) {
            values[position] = value.clone();
        }
    }
}
