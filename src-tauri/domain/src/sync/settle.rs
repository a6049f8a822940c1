//! What a row comes to from all that is known of it, and what follows for the rows it points to.
//!
//! A row that was deleted stays as long as another points to it: somebody used it while somebody else took it away, and
//! that is for a person to look at.

use super::{
    log_store,
    relations_store::{Relations, exists},
};
use crate::store::{Field, Meta, Result, Value, Work, registers::registers, remote::values_of, value::decode};
use balai_exchange::row::RowState;
use uuid::Uuid;

/// What a row is to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// With these values, in the order of its fields.
    There(Vec<Value>),
    /// Not there.
    Gone,
}

impl Outcome {
    /// The values, if it is there.
    pub fn values(&self) -> Option<&[Value]> {
        match self {
            Outcome::There(values) => Some(values),
            Outcome::Gone => None,
        }
    }
}

/// What the state of a row comes to.
pub async fn outcome(
    work: &mut Work,
    meta: &'static Meta,
    relations: &Relations,
    row: Uuid,
    state: &RowState,
) -> Result<Outcome> {
    let needed = state.inserted && relations.is_needed(work.reads(), meta, row).await?;
    if state.is_visible() || needed { Ok(Outcome::There(values(meta, state))) } else { Ok(Outcome::Gone) }
}

/// The values of a row, present or not.
pub fn values(meta: &Meta, state: &RowState) -> Vec<Value> {
    let winner = |field: &Field| state.fields.get(&field.id)?.winner(field.class).map(|one| one.value.clone());
    meta.fields.iter().map(|field| winner(field).unwrap_or(Value::Null)).collect()
}

/// Works a row out again, after something that decides between its values became known.
pub async fn again(work: &mut Work, meta: &'static Meta, relations: &Relations, row: Uuid) -> Result<()> {
    let (told, state) = registers(work.reads(), meta.id, row).await?;
    if told.iter().any(|told| told.erased) {
        return Ok(());
    }
    let then = outcome(work, meta, relations, row, &state).await?;
    if then.values().is_some_and(|values| !(meta.readable)(values)) {
        return Ok(());
    }
    let effect = work.make_so(meta, row, then.values(), false).await?;
    work.note_following(meta, row, effect).await?;
    work.judge(meta, row).await
}

/// A row that is gone comes back because another points to it; whether it could.
pub async fn revive(work: &mut Work, meta: &'static Meta, relations: &Relations, row: Uuid) -> Result<bool> {
    let (told, state) = registers(work.reads(), meta.id, row).await?;
    let erased = told.iter().any(|told| told.erased);
    let values = if erased { residue(work, meta, row).await? } else { values(meta, &state) };
    if told.is_empty() || !(meta.readable)(&values) {
        return Ok(false);
    }
    for (parent, needed) in relations.needed(meta, &values) {
        if !exists(work.reads(), parent, needed).await? {
            return Ok(false);
        }
    }
    let effect = work.make_so(meta, row, Some(&values), false).await?;
    work.note_following(meta, row, effect).await?;
    work.judge(meta, row).await?;
    Ok(true)
}

/// What may stay of a row whose personal data was destroyed.
async fn residue(work: &mut Work, meta: &Meta, row: Uuid) -> Result<Vec<Value>> {
    let residues = log_store::residues(work.reads(), row).await?;
    let cells = residues.into_iter().max().map(|cells| decode(&cells)).transpose()?.unwrap_or_default();
    Ok(of_cells(meta, &cells))
}

/// Cells in the order of the table's fields.
pub fn of_cells(meta: &Meta, cells: &[(u32, Value)]) -> Vec<Value> {
    let find = |id: u32| cells.iter().find(|(field, _)| *field == id).map(|(_, value)| value.clone());
    meta.fields.iter().map(|field| find(field.id).unwrap_or(Value::Null)).collect()
}

/// The rows that were pointed to and are not any more: those that were deleted meanwhile go now.
pub async fn release(
    work: &mut Work,
    meta: &'static Meta,
    relations: &Relations,
    before: &[Value],
    after: Option<&[Value]>,
) -> Result<()> {
    let still = after.map(|after| relations.needed(meta, after)).unwrap_or_default();
    for (parent, row) in relations.needed(meta, before) {
        if still.iter().any(|(_, kept)| *kept == row) || values_of(work.reads(), parent, row).await?.is_none() {
            continue;
        }
        let (_, state) = registers(work.reads(), parent.id, row).await?;
        if !state.is_visible() && state.erased.is_none() && !relations.is_needed(work.reads(), parent, row).await? {
            let effect = work.make_so(parent, row, None, false).await?;
            work.note_following(parent, row, effect).await?;
            work.judge(parent, row).await?;
        }
    }
    Ok(())
}
