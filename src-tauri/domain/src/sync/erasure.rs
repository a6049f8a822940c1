//! Erasure from elsewhere: what was destroyed at one PC of the office is destroyed at all, and what comes late for an
//! erased row is dropped at the door.

use super::{aside_store, log_store, relations_store::Relations, settle::of_cells};
use crate::{
    people::attachment,
    store::{
        Meta, Result, Value, Work, contested,
        remote::{Foreign, values_of},
        search, undo,
        value::{decode, encode},
    },
};
use balai_exchange::{Kind, Record};

/// Takes in an erasure, or an entry about a row that is erased already.
pub async fn take_in(
    work: &mut Work,
    meta: &'static Meta,
    relations: &Relations,
    record: &Record,
    entry: Foreign,
) -> Result<()> {
    work.flush_log().await?;
    // Two PCs may have erased the same row a moment apart; both come to the same residue.
    let mut residues = log_store::residues(work.reads(), record.row).await?;
    if record.kind == Kind::ERASE {
        residues.push(encode(&record.cells));
    }
    let residue = residues.into_iter().max().unwrap_or_else(|| encode(&[]));
    let cells = decode(&residue)?;
    let before = values_of(work.reads(), meta, record.row).await?;
    let values = of_cells(meta, &cells);
    let stays = !cells.is_empty() && (meta.readable)(&values);
    let needed = before.is_some() && relations.is_needed(work.reads(), meta, record.row).await?;
    if stays || !needed {
        work.make_so(meta, record.row, stays.then_some(&values[..]), false).await?;
    }
    work.note_erased(meta, entry, cells).await?;
    work.flush_log().await?;
    undo::scrub_entries(work, record.row, &residue).await?;
    aside_store::scrub(work.reads(), record.row).await?;
    if let Some(before) = before {
        forget(work, meta, &before).await?;
    }
    contested::drop_row(work.reads(), meta, record.row).await
}

/// The words of the row in the index, and the pictures that it alone referred to.
async fn forget(work: &mut Work, meta: &'static Meta, before: &[Value]) -> Result<()> {
    if let Some(text) = meta.search {
        search::forget(work.reads(), meta, &text(before)).await?;
    }
    for (field, value) in meta.fields.iter().zip(before) {
        if let (true, Value::Text(hash)) = (field.name.ends_with("_hash"), value) {
            attachment::destroy(work, hash).await?;
        }
    }
    Ok(())
}
