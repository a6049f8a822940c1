//! The same door for what comes from other PCs: rows and index change as by own acts, and the log tells both what was
//! said there and what became of it here. So the log alone, replayed in its own order, is always the table.

use super::{
    clock::Stamp,
    error::Result,
    log::{Entry, Kind, Origin},
    table::Meta,
    types::stamp,
    value::{Cells, Value, encode},
    work::{Work, present, stored},
};
use balai_exchange::Record;
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// The verb of acts that were done elsewhere (*pertukaran data*).
pub const EXCHANGE: &str = "exchange";

/// An entry from elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct Foreign {
    op_id: Uuid,
    hlc: Stamp,
    table: u32,
    row: Uuid,
    received: Option<Stamp>,
    /// The record without its cells.
    header: Vec<u8>,
}

impl Foreign {
    /// The entry that a record makes.
    pub fn new(record: &Record, received: Option<Stamp>) -> Foreign {
        let header = Record { cells: Vec::new(), ..record.clone() }.to_bytes();
        let (op_id, hlc) = (record.op().uuid(), record.hlc);
        Foreign { op_id, hlc, table: record.table, row: record.row, received, header }
    }

    fn entry(self, act: i64, kind: Kind, cells: Cells, prior: Option<Cells>, told: Option<Vec<u8>>) -> Entry {
        let Foreign { op_id, hlc, table, row, received, header: record } = self;
        Entry { op_id, hlc, act, table, row, kind, cells, prior, origin: Some(Origin { record, told }), received }
    }
}

/// What became of a row.
#[derive(Clone, Debug)]
pub(crate) struct Effect {
    kind: Kind,
    cells: Cells,
    prior: Option<Cells>,
}

impl Effect {
    /// Nothing became of it.
    fn is_nothing(&self) -> bool {
        self.cells.is_empty() && (self.kind == Kind::Upd || self.kind == Kind::Del && self.prior.is_none())
    }
}

impl Work {
    /// Goes over to an act that was done elsewhere; what follows belongs to it.
    pub(crate) async fn enter_act(&mut self, tx: Uuid, actor: Option<Uuid>, at: DateTime<Utc>) -> Result<()> {
        self.flush_log().await?;
        self.count_entries().await?;
        let at = stamp(at);
        sqlx::query!("insert or ignore into act (tx_id, verb, actor, at) values (?, ?, ?, ?)", tx, EXCHANGE, actor, at)
            .execute(&mut *self.tx)
            .await?;
        let act =
            sqlx::query_scalar!(r#"select n as "n!" from act where tx_id = ?"#, tx).fetch_one(&mut *self.tx).await?;
        self.go_over(act);
        Ok(())
    }

    /// Makes the row what it is to be. Nothing is noted yet: see [`Work::note_foreign`].
    pub(crate) async fn make_so(
        &mut self,
        meta: &'static Meta,
        row: Uuid,
        then: Option<&[Value]>,
        first: bool,
    ) -> Result<Effect> {
        let now = stored(&mut self.tx, meta, row).await?;
        Ok(match (now, then) {
            (None, None) => Effect { kind: Kind::Del, cells: Vec::new(), prior: None },
            (None, Some(then)) => {
                self.row_in(meta, row, then).await?;
                let kind = if first { Kind::Ins } else { Kind::Undel };
                Effect { kind, cells: present(meta, then), prior: None }
            }
            (Some(now), None) => {
                self.row_out(meta, row).await?;
                Effect { kind: Kind::Del, cells: Vec::new(), prior: Some(present(meta, &now)) }
            }
            (Some(now), Some(then)) => {
                let changed = self.row_changed(meta, row, &now, then).await?;
                let pick = |values: &[Value]| -> Cells {
                    changed.iter().map(|i| (meta.fields[*i].id, values[*i].clone())).collect()
                };
                Effect { kind: Kind::Upd, cells: pick(then), prior: Some(pick(&now)) }
            }
        })
    }

    /// Notes an entry from elsewhere: what it said, and what became of it.
    pub(crate) async fn note_foreign(
        &mut self,
        meta: &'static Meta,
        entry: Foreign,
        effect: Effect,
        said: &Cells,
    ) -> Result<()> {
        self.hear(entry.hlc);
        let Effect { kind, cells, prior } = effect;
        let told = (cells != *said).then(|| encode(said));
        let entry = entry.entry(self.act(), kind, cells, prior, told);
        self.push(meta.name, entry).await
    }

    /// Keeps an entry of a table that this program does not know.
    pub(crate) async fn note_unknown(&mut self, entry: Foreign, said: &Cells) -> Result<()> {
        self.hear(entry.hlc);
        let entry = entry.entry(self.act(), Kind::Upd, Vec::new(), None, Some(encode(said)));
        self.push("", entry).await
    }

    /// Notes an entry about a row whose personal data was destroyed: that it was, and what may stay.
    pub(crate) async fn note_erased(&mut self, meta: &'static Meta, entry: Foreign, residue: Cells) -> Result<()> {
        self.hear(entry.hlc);
        let entry = entry.entry(self.act(), Kind::Erase, residue, None, None);
        self.push(meta.name, entry).await
    }

    /// Notes what followed for a row from entries that are noted already. It is no entry of its own and never travels.
    pub(crate) async fn note_following(&mut self, meta: &'static Meta, row: Uuid, effect: Effect) -> Result<()> {
        if effect.is_nothing() {
            return Ok(());
        }
        let Effect { kind, cells, prior } = effect;
        let origin = Origin { record: Vec::new(), told: None };
        self.note_own(meta, row, kind, cells, prior, Some(origin)).await
    }

    /// Begins a part that can be given up alone; answers what [`Work::drop_part`] needs.
    pub(crate) async fn try_part(&mut self) -> Result<i64> {
        self.flush_log().await?;
        sqlx::query("savepoint part").execute(&mut *self.tx).await?;
        Ok(self.entries())
    }

    /// Keeps the part.
    pub(crate) async fn keep_part(&mut self) -> Result<()> {
        self.flush_log().await?;
        sqlx::query("release part").execute(&mut *self.tx).await?;
        Ok(())
    }

    /// Gives the part up.
    pub(crate) async fn drop_part(&mut self, entries: i64) -> Result<()> {
        self.forget_waiting(entries);
        sqlx::query("rollback to part").execute(&mut *self.tx).await?;
        sqlx::query("release part").execute(&mut *self.tx).await?;
        Ok(())
    }
}

/// The row's values in the order of `meta.fields`, for the exchange.
pub(crate) async fn values_of(
    connection: &mut SqliteConnection,
    meta: &'static Meta,
    row: Uuid,
) -> Result<Option<Vec<Value>>> {
    stored(connection, meta, row).await
}
