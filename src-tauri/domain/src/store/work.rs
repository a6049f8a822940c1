//! One unit of work: the only door for writes. Every changed row leaves one entry in the change log, in the
//! same transaction.

use super::{
    clock::Stamp,
    error::{Error, Result, sqlite_code},
    ids::{self, Ids},
    log::{Entry, Kind, LogBuffer, Origin},
    search,
    table::{Meta, Table},
    types::stamp,
    value::Value,
};
use crate::base::id::Id;
use chrono::{DateTime, Utc};
use sqlx::{Row, Sqlite, SqliteConnection, Transaction, TypeInfo, ValueRef};
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use uuid::Uuid;

/// Pages in memory, in KiB: as usual, and for thousands of rows. A register of many people has indexes in the order of
/// NIK, telephone, birth and name; where they do not fit in memory, every new row fetches, deciphers, enciphers and writes
/// a page in each.
const NARROW: &str = "pragma cache_size = -16000";
const ROOMY: &str = "pragma cache_size = -96000";

/// What is being done, by whom and when. `verb` is a fixed word such as `person_register`.
#[derive(Clone, Debug)]
pub struct Act {
    /// The fixed word by which the act is shown and undone.
    pub verb: &'static str,
    /// The officer signed in; `None` before there is one.
    pub actor: Option<Uuid>,
    /// When, by the clock of this PC.
    pub at: DateTime<Utc>,
}

/// An open unit of work. Dropping it without [`Work::commit`] leaves the file as it was.
pub struct Work {
    pub(super) tx: Transaction<'static, Sqlite>,
    act: i64,
    opened: i64,
    tx_id: Uuid,
    own: u32,
    keeps: bool,
    pub(super) tables: &'static [&'static Meta],
    about: Act,
    last: Arc<AtomicU64>,
    ids: Ids,
    log: LogBuffer,
    touched: BTreeSet<&'static str>,
    pub(super) words: search::Words,
    roomy: bool,
}

/// What a committed unit of work leaves behind.
#[derive(Clone, Debug)]
pub struct Done {
    /// The act's number, by which it is undone.
    pub act: i64,
    /// The tables that changed.
    pub tables: Vec<&'static str>,
    /// How many rows changed.
    pub entries: i64,
}

impl Work {
    pub(super) async fn open(
        mut tx: Transaction<'static, Sqlite>,
        about: Act,
        last: Arc<AtomicU64>,
        tables: &'static [&'static Meta],
    ) -> Result<Self> {
        let tx_id = ids::act(about.at);
        let at = stamp(about.at);
        let actor = about.actor;
        let act = sqlx::query_scalar!(
            r#"insert into act (tx_id, verb, actor, at) values (?, ?, ?, ?) returning n as "n!""#,
            tx_id,
            about.verb,
            actor,
            at
        )
        .fetch_one(&mut *tx)
        .await?;
        sqlx::query!("insert into work_open (act) values (?)", act).execute(&mut *tx).await?;
        // A large unit of work that was dropped before this one may have left its room.
        sqlx::query(NARROW).execute(&mut *tx).await?;
        Ok(Self {
            tx,
            act,
            opened: act,
            tx_id,
            own: 0,
            keeps: false,
            tables,
            about,
            last,
            ids: Ids::new(),
            log: LogBuffer::default(),
            touched: BTreeSet::new(),
            words: search::Words::new(),
            roomy: false,
        })
    }

    /// The connection, for the reads of a feature's `store.rs` inside this unit of work.
    pub fn reads(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }

    /// When this work is done.
    pub fn at(&self) -> DateTime<Utc> {
        self.about.at
    }

    /// Who does it, as an id of the officers' table.
    pub fn actor<T>(&self) -> Option<Id<T>> {
        self.about.actor.map(Id::from)
    }

    /// The act's number.
    pub fn act(&self) -> i64 {
        self.act
    }

    /// A fresh id, above every other of this unit of work.
    pub fn id<T>(&self) -> Id<T> {
        self.ids.next(self.about.at)
    }

    /// Says which row the act is about, for the list of acts.
    pub async fn about<T>(&mut self, id: Id<T>) -> Result<()> {
        sqlx::query!("update act set subject = ? where n = ?", id, self.act).execute(&mut *self.tx).await?;
        Ok(())
    }

    /// The stored row, if there is one.
    pub async fn get<T: Table>(&mut self, id: Id<T>) -> Result<Option<T>> {
        self.log.flush(&mut self.tx).await?;
        super::open::get(&mut self.tx, id).await
    }

    /// Stores the row: inserts it, or writes the columns that changed. Answers whether anything did.
    pub async fn put<T: Table>(&mut self, row: &T) -> Result<bool> {
        let (id, new) = (row.id().uuid(), row.values());
        match stored(&mut self.tx, T::META, id).await? {
            None => self.insert(T::META, id, &new, Kind::Ins).await.map(|()| true),
            Some(old) => self.change(T::META, id, &old, &new, Kind::Upd).await,
        }
    }

    /// Stores a row that is known to be new, without looking first.
    pub async fn put_new<T: Table>(&mut self, row: &T) -> Result<()> {
        self.insert(T::META, row.id().uuid(), &row.values(), Kind::Ins).await
    }

    /// As [`Work::put`], under another word in the log, such as `merge`.
    pub async fn put_as<T: Table>(&mut self, row: &T, kind: Kind) -> Result<bool> {
        let id = row.id().uuid();
        match stored(&mut self.tx, T::META, id).await? {
            None => self.insert(T::META, id, &row.values(), kind).await.map(|()| true),
            Some(old) => self.change(T::META, id, &old, &row.values(), kind).await,
        }
    }

    /// Takes a row away; the log keeps what it held.
    pub async fn remove<T: Table>(&mut self, row: &T) -> Result<()> {
        let id = row.id().uuid();
        match stored(&mut self.tx, T::META, id).await? {
            Some(old) => self.delete(T::META, id, &old).await,
            None => Ok(()),
        }
    }

    pub(super) async fn insert(&mut self, meta: &'static Meta, id: Uuid, values: &[Value], kind: Kind) -> Result<()> {
        self.row_in(meta, id, values).await?;
        self.note(meta, id, kind, present(meta, values), None).await
    }

    pub(super) async fn change(
        &mut self,
        meta: &'static Meta,
        id: Uuid,
        old: &[Value],
        new: &[Value],
        kind: Kind,
    ) -> Result<bool> {
        let changed = self.row_changed(meta, id, old, new).await?;
        if changed.is_empty() {
            return Ok(false);
        }
        let pick = |values: &[Value]| changed.iter().map(|i| (meta.fields[*i].id, values[*i].clone())).collect();
        self.note(meta, id, kind, pick(new), Some(pick(old))).await?;
        Ok(true)
    }

    pub(super) async fn delete(&mut self, meta: &'static Meta, id: Uuid, old: &[Value]) -> Result<()> {
        self.row_out(meta, id).await?;
        self.note(meta, id, Kind::Del, Vec::new(), Some(present(meta, old))).await
    }

    pub(super) async fn note(
        &mut self,
        meta: &'static Meta,
        row: Uuid,
        kind: Kind,
        cells: super::value::Cells,
        prior: Option<super::value::Cells>,
    ) -> Result<()> {
        self.note_own(meta, row, kind, cells, prior, None).await
    }

    /// Notes an own change; the `k`-th of an act is named by the act's id plus `k`.
    pub(super) async fn note_own(
        &mut self,
        meta: &'static Meta,
        row: Uuid,
        kind: Kind,
        cells: super::value::Cells,
        prior: Option<super::value::Cells>,
        origin: Option<Origin>,
    ) -> Result<()> {
        let hlc = Stamp(self.last.load(Ordering::Relaxed)).next(self.about.at);
        self.last.store(hlc.0, Ordering::Relaxed);
        let op_id = Uuid::from_u128(self.tx_id.as_u128().wrapping_add(u128::from(self.own)));
        self.own += 1;
        let (act, table) = (self.act, meta.id);
        let entry = Entry { op_id, hlc, act, table, row, kind, cells, prior, origin, received: None };
        self.push(meta.name, entry).await
    }

    /// Puts an entry into the log; `table` is the name that changed, empty for one that is not known here.
    pub(super) async fn push(&mut self, table: &'static str, entry: Entry) -> Result<()> {
        if !table.is_empty() {
            self.touched.insert(table);
        }
        self.log.push(entry);
        self.log.flush_when_full(&mut self.tx).await
    }

    /// The clock after a stamp from elsewhere.
    pub(super) fn hear(&mut self, remote: Stamp) {
        let heard = Stamp(self.last.load(Ordering::Relaxed)).receive(remote, self.about.at);
        self.last.store(heard.0, Ordering::Relaxed);
    }

    /// What follows belongs to another act of the file.
    pub(super) fn go_over(&mut self, act: i64) {
        self.act = act;
    }

    /// Something besides rows was written: the work is committed even if no row changed.
    pub(crate) fn keep(&mut self) {
        self.keeps = true;
    }

    /// Entries that were not written yet are given up.
    pub(super) fn forget_waiting(&mut self, written: i64) {
        self.log.forget(written);
        self.words.clear();
    }

    /// Makes room in memory for many rows; given back at the end.
    pub(super) async fn make_room(&mut self) -> Result<()> {
        if !self.roomy {
            sqlx::query(ROOMY).execute(&mut *self.tx).await?;
            self.roomy = true;
        }
        Ok(())
    }

    /// Rows changed so far.
    pub fn entries(&self) -> i64 {
        self.log.written()
    }

    /// Makes it so.
    pub async fn commit(mut self) -> Result<Done> {
        self.log.flush(&mut self.tx).await?;
        let entries = self.log.written();
        self.count_entries().await?;
        self.judge_touched().await?;
        if self.keeps {
            // It was opened for what others did.
            sqlx::query!("delete from act where n = ? and entries = 0", self.opened).execute(&mut *self.tx).await?;
        }
        sqlx::query!("delete from work_open").execute(&mut *self.tx).await?;
        if self.roomy {
            sqlx::query(NARROW).execute(&mut *self.tx).await?;
        }
        if entries == 0 && !self.keeps {
            // Nothing happened, so there is no act to show or undo.
            self.tx.rollback().await?;
        } else {
            self.tx.commit().await?;
        }
        Ok(Done { act: self.opened, tables: self.touched.into_iter().collect(), entries })
    }

    /// Writes how many entries the present act got.
    pub(super) async fn count_entries(&mut self) -> Result<()> {
        let count = "update act set entries = (select count(*) from change_log where act = act.n) where n = ?";
        sqlx::query(count).bind(self.act).execute(&mut *self.tx).await?;
        Ok(())
    }

    pub(crate) async fn flush_log(&mut self) -> Result<()> {
        self.log.flush(&mut self.tx).await
    }
}

/// The cells that hold something.
pub(super) fn present(meta: &Meta, values: &[Value]) -> super::value::Cells {
    let cells = meta.fields.iter().zip(values).filter(|(_, value)| **value != Value::Null);
    cells.map(|(field, value)| (field.id, value.clone())).collect()
}

/// A row that another row needs cannot go; a row cannot point to nothing.
pub(super) fn refer(error: sqlx::Error) -> Error {
    match (&error, sqlite_code(&error)) {
        (sqlx::Error::Database(inner), Some(19)) if inner.is_foreign_key_violation() => {
            Error::refused("store", "still_needed")
        }
        _ => error.into(),
    }
}

/// The row's values in the order of `meta.fields`.
pub(super) async fn stored(tx: &mut SqliteConnection, meta: &'static Meta, id: Uuid) -> Result<Option<Vec<Value>>> {
    let Some(row) = sqlx::query(meta.select).bind(id).fetch_optional(tx).await? else { return Ok(None) };
    (1..=meta.fields.len()).map(|i| cell(&row, i)).collect::<Result<Vec<_>>>().map(Some)
}

fn cell(row: &sqlx::sqlite::SqliteRow, index: usize) -> Result<Value> {
    let raw = row.try_get_raw(index)?;
    if raw.is_null() {
        return Ok(Value::Null);
    }
    let kind = raw.type_info().name().to_owned();
    Ok(match kind.as_str() {
        "INTEGER" => Value::Int(row.try_get(index)?),
        "BLOB" => Value::Blob(row.try_get(index)?),
        _ => Value::Text(row.try_get(index)?),
    })
}
