//! What leaves the building, word for word (*pratinjau kiriman*): the rows and fields of what goes next, nothing more and
//! nothing less.

use super::{
    names_store::{about, readable},
    numbers_store::{self, Number},
    outbox_store,
    own::{ExchangeMode, Own},
};
use crate::store::{Meta, Result, SqliteConnection, registers::registers};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// Rows shown of one act.
const MOST: i64 = 200;

/// A field of a row that leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LeavingField {
    /// Its name.
    pub field: String,
    /// The value as text; empty: emptied.
    pub text: String,
}

/// A row that leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LeavingRow {
    /// The table's name.
    pub table: String,
    /// Its id.
    #[ts(type = "string")]
    pub row: Uuid,
    /// Whose or what.
    pub about: String,
    /// It tells that the row is gone.
    pub deletes: bool,
    /// What it tells.
    pub fields: Vec<LeavingField>,
}

/// Everything that the next exchange sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Leaving {
    /// What may leave.
    pub mode: ExchangeMode,
    /// Counts by month.
    pub numbers: Vec<Number>,
    /// Entries in all.
    pub entries: i64,
    /// The first acts of them.
    pub acts: Vec<outbox_store::UnsentAct>,
}

/// What goes with the next exchange.
pub async fn leaving(connection: &mut SqliteConnection, own: &Own, today: NaiveDate) -> Result<Leaving> {
    let mut leaving = Leaving { mode: own.mode, numbers: Vec::new(), entries: 0, acts: Vec::new() };
    if own.mode != ExchangeMode::Off {
        leaving.numbers = numbers_store::numbers(&mut *connection, today).await?;
    }
    if own.mode == ExchangeMode::Everything {
        leaving.entries = outbox_store::count(&mut *connection, own.sent).await?;
        leaving.acts = outbox_store::unsent_acts(connection, own, MOST).await?;
    }
    Ok(leaving)
}

/// The rows of one act as they leave.
pub async fn act(connection: &mut SqliteConnection, tables: &[&'static Meta], n: i64) -> Result<Vec<LeavingRow>> {
    let mut rows = Vec::new();
    for (table, row, seq) in outbox_store::rows_of(&mut *connection, n, MOST).await? {
        let Some(meta) = tables.iter().find(|meta| meta.id == table).copied() else { continue };
        let (told, _) = registers(&mut *connection, table, row).await?;
        let Some(record) = told.into_iter().find(|told| told.seq == seq).map(|told| told.record) else { continue };
        let mut fields = Vec::new();
        for (id, value) in &record.cells {
            let field = meta.fields.iter().find(|field| field.id == *id).map_or("", |field| field.name).to_owned();
            fields.push(LeavingField { field, text: readable(&mut *connection, meta, *id, value).await? });
        }
        let (whose, _) = about(&mut *connection, meta, row).await?;
        let deletes = record.kind == balai_exchange::Kind::DEL;
        rows.push(LeavingRow { table: meta.name.to_owned(), row, about: whose, deletes, fields });
    }
    Ok(rows)
}
