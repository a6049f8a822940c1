//! The change log: who changed which cells of which row, when, in which act.

use super::{
    clock::Stamp,
    error::Result,
    value::{Cells, encode},
};
use sqlx::{AssertSqlSafe, SqliteConnection};
use uuid::Uuid;

/// The schema that the entries of this build speak.
pub const SCHEMA_VERSION: i64 = 1;

/// Entries written by one statement.
const BATCH: usize = 64;

words! {
    /// What an entry does to its row.
    pub enum Kind {
        /// The row came into being.
        Ins = "ins",
        /// Cells changed.
        Upd = "upd",
        /// The row is gone.
        Del = "del",
        /// A row that was gone is back.
        Undel = "undel",
        /// Part of a merge of two people.
        Merge = "merge",
        /// Part of taking a merge back.
        Unmerge = "unmerge",
        /// Personal data was destroyed.
        Erase = "erase",
        /// A person settled what two had entered.
        Resolve = "resolve",
    }
}
crate::word_columns!(Kind);

/// One entry before it is written.
#[derive(Debug)]
pub(super) struct Entry {
    pub op_id: Uuid,
    pub hlc: Stamp,
    pub act: i64,
    pub table: u32,
    pub row: Uuid,
    pub kind: Kind,
    pub cells: Cells,
    pub prior: Option<Cells>,
    pub origin: Option<Origin>,
    pub received: Option<Stamp>,
}

/// Where an entry comes from that was not simply made at this PC after everything it knew.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// Its record without cells.
    pub record: Vec<u8>,
    /// The record's cells, where they are not what became of them.
    pub told: Option<Vec<u8>>,
}

/// Entries wait here and are written many at a time, always before the commit.
#[derive(Debug, Default)]
pub(super) struct LogBuffer {
    waiting: Vec<Entry>,
    written: i64,
}

impl LogBuffer {
    pub fn push(&mut self, entry: Entry) {
        self.waiting.push(entry);
        self.written += 1;
    }

    /// Gives up what came after the first `written` entries.
    pub fn forget(&mut self, written: i64) {
        self.written = written;
        self.waiting.clear();
    }

    pub fn written(&self) -> i64 {
        self.written
    }

    pub async fn flush_when_full(&mut self, connection: &mut SqliteConnection) -> Result<()> {
        if self.waiting.len() < BATCH {
            return Ok(());
        }
        self.flush(connection).await
    }

    pub async fn flush(&mut self, connection: &mut SqliteConnection) -> Result<()> {
        for entries in self.waiting.chunks(BATCH) {
            // Only question marks are spliced in.
            let rows = vec!["(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"; entries.len()].join(", ");
            let sql = format!(
                "insert into change_log (op_id, hlc, act, table_id, row_id, kind, schema_ver, cells, prior, record, told, received) \
                 values {rows}"
            );
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for entry in entries {
                query = query
                    .bind(entry.op_id)
                    .bind(entry.hlc.to_i64())
                    .bind(entry.act)
                    .bind(entry.table)
                    .bind(entry.row)
                    .bind(entry.kind)
                    .bind(SCHEMA_VERSION)
                    .bind(encode(&entry.cells))
                    .bind(entry.prior.as_deref().map(encode))
                    .bind(entry.origin.as_ref().map(|origin| origin.record.clone()))
                    .bind(entry.origin.as_ref().and_then(|origin| origin.told.clone()))
                    .bind(entry.received.map(Stamp::to_i64));
            }
            query.execute(&mut *connection).await?;
        }
        self.waiting.clear();
        Ok(())
    }
}
