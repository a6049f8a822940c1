//! Taking an act back: the inverse of each of its entries, newest first, as a new act. An entry whose cells were
//! changed again since stands in the way, and then nothing is taken back.
//!
//! Counters (class C) are left as they are: a number that an act gave is never given again, and an act does not
//! stand in the way of an earlier one only because both drew a number.

use super::{
    error::{Error, Result},
    history::apply,
    log::Kind,
    remote::EXCHANGE,
    table::{Class, Meta, Table},
    value::{Cells, Value, decode, encode},
    work::{Work, present, stored},
};
use crate::base::id::Id;
use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::SqliteConnection;
use std::collections::HashSet;
use ts_rs::TS;
use uuid::Uuid;

/// How far back the list of acts reaches.
pub const UNDO_DEPTH: i64 = 50;

/// An act of more rows than these is given room in memory.
const MANY: usize = 1_000;

/// An act that can be shown, and perhaps taken back.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PastAct {
    /// Its number.
    pub n: i64,
    /// Its fixed word.
    pub verb: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Rows it changed.
    pub entries: i64,
    /// It takes this act back.
    pub undoes: Option<i64>,
    /// This act took it back.
    pub undone_by: Option<i64>,
    /// The row it is about.
    #[ts(type = "string | null")]
    pub subject: Option<Uuid>,
    /// What it wrote was destroyed with a person's data since: there is nothing to go back to.
    #[serde(skip)]
    #[ts(skip)]
    pub erased: bool,
}

/// The officer's last acts, newest first, at most [`UNDO_DEPTH`].
pub async fn acts(connection: &mut SqliteConnection, actor: Option<Uuid>) -> Result<Vec<PastAct>> {
    let rows = sqlx::query!(
        r#"select n as "n!", verb, at, entries, undoes, undone_by, subject as "subject: Uuid",
                  exists (select 1 from change_log where change_log.act = act.n and kind = 'erase') as "erased!: bool"
           from act where actor is ? and verb <> ? order by n desc limit ?"#,
        actor,
        EXCHANGE,
        UNDO_DEPTH
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| PastAct {
            n: row.n,
            verb: row.verb,
            at: row.at.parse().unwrap_or_default(),
            entries: row.entries,
            undoes: row.undoes,
            undone_by: row.undone_by,
            subject: row.subject,
            erased: row.erased,
        })
        .collect())
}

struct Undone {
    table_id: i64,
    op_id: Uuid,
    row_id: Uuid,
    kind: Kind,
    cells: Vec<u8>,
    prior: Option<Vec<u8>>,
}

/// Takes act `n` back within `work`. Refuses `store.already_undone`, `store.changed_since`, `store.still_needed`,
/// `store.cannot_undo`.
pub async fn undo(work: &mut Work, tables: &[&'static Meta], n: i64) -> Result<()> {
    let act = sqlx::query!("select undone_by, verb from act where n = ?", n)
        .fetch_optional(work.reads())
        .await?
        .ok_or_else(|| Error::refused("store", "no_such_act"))?;
    if act.verb == EXCHANGE {
        return Err(Error::refused("store", "cannot_undo"));
    }
    if act.undone_by.is_some() {
        return Err(Error::refused("store", "already_undone"));
    }
    let entries = sqlx::query_as!(
        Undone,
        r#"select table_id, op_id as "op_id: Uuid", row_id as "row_id: Uuid", kind as "kind: Kind", cells, prior
           from change_log where act = ? order by seq desc"#,
        n
    )
    .fetch_all(work.reads())
    .await?;
    if entries.len() > MANY {
        work.make_room().await?;
    }
    let mut counted = HashSet::new();
    for entry in &entries {
        let meta = tables
            .iter()
            .find(|meta| i64::from(meta.id) == entry.table_id)
            .ok_or_else(|| Error::Encoding(format!("table {}", entry.table_id)))?;
        invert(work, meta, entry, &mut counted).await?;
    }
    work.flush_log().await?;
    let this = work.act();
    sqlx::query!("update act set undoes = ? where n = ?", n, this).execute(work.reads()).await?;
    sqlx::query!("update act set undone_by = ? where n = ?", this, n).execute(work.reads()).await?;
    // Taking back an undo makes the first act stand again.
    sqlx::query!("update act set undone_by = null where undone_by = ?", n).execute(work.reads()).await?;
    Ok(())
}

/// Takes one entry back. `counted` are the rows whose counter this act moved: they stay, also when it made them.
async fn invert(work: &mut Work, meta: &'static Meta, entry: &Undone, counted: &mut HashSet<Uuid>) -> Result<()> {
    let now = stored(work.reads(), meta, entry.row_id).await?;
    let mut cells = decode(&entry.cells)?;
    let mut prior = entry.prior.as_deref().map(decode).transpose()?.unwrap_or_default();
    if matches!(entry.kind, Kind::Upd) && drop_counters(meta, &mut cells) {
        drop_counters(meta, &mut prior);
        counted.insert(entry.row_id);
    }
    let changed = || Error::refused("store", "changed_since");
    match (entry.kind, now) {
        (Kind::Resolve, _) => work.unsettle(meta, entry.row_id, entry.op_id).await,
        (Kind::Erase, _) => Err(Error::refused("store", "cannot_undo")),
        (Kind::Ins, Some(_)) if counted.contains(&entry.row_id) => Ok(()),
        (Kind::Ins | Kind::Undel, Some(now)) => {
            let mut then = vec![Value::Null; meta.fields.len()];
            apply(meta, &mut then, &cells);
            if then != now {
                return Err(changed());
            }
            work.delete(meta, entry.row_id, &now).await
        }
        (Kind::Del, None) => {
            let mut values = vec![Value::Null; meta.fields.len()];
            apply(meta, &mut values, &prior);
            work.insert(meta, entry.row_id, &values, Kind::Undel).await
        }
        (Kind::Upd | Kind::Merge | Kind::Unmerge, Some(now)) => {
            let mut then = now.clone();
            apply(meta, &mut then, &cells);
            if then != now {
                return Err(changed());
            }
            let mut back = now.clone();
            apply(meta, &mut back, &prior);
            work.change(meta, entry.row_id, &now, &back, Kind::Upd).await.map(|_| ())
        }
        _ => Err(changed()),
    }
}

/// Takes the counters out of the cells; whether there were any.
fn drop_counters(meta: &Meta, cells: &mut Cells) -> bool {
    let before = cells.len();
    cells.retain(|(id, _)| !meta.fields.iter().any(|field| field.id == *id && field.class == Class::C));
    cells.len() < before
}

/// Destroys what the log remembers of one row: its entries stay counted and hold what may stay of the row. One more
/// entry tells other PCs of it.
pub async fn scrub_log<T: Table>(work: &mut Work, row: Id<T>) -> Result<()> {
    work.flush_log().await?;
    let meta = T::META;
    let now = stored(work.reads(), meta, row.uuid()).await?;
    let residue = now.map(|values| present(meta, &values)).unwrap_or_default();
    work.note(meta, row.uuid(), Kind::Erase, residue.clone(), None).await?;
    scrub_entries(work, row.uuid(), &encode(&residue)).await
}

/// Puts `residue` in the place of everything that the entries of a row hold.
pub async fn scrub_entries(work: &mut Work, row: Uuid, residue: &[u8]) -> Result<()> {
    work.flush_log().await?;
    sqlx::query!(
        "update change_log set cells = ?, prior = null, told = null, kind = 'erase' where row_id = ?",
        residue,
        row
    )
    .execute(work.reads())
    .await?;
    Ok(())
}
