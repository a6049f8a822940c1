//! Folding new changes into the states of their rows, with all that follows from a state.

use crate::keys::Keys;
use crate::ledger::rows::{self, Key};
use crate::ledger::{Result, Scope, Tx, oplog, persons, snapshots};
use balai_exchange::receive::Place;
use balai_exchange::row::PRESENCE;
use balai_exchange::{Class, Kind, Record, RowState, Stamp, Value};
use std::collections::{BTreeMap, HashSet};

/// The table of people and its field with the NIK: the one thing of an office's data that the hub understands, to find
/// the same person in two offices.
const PERSON: (u32, u32) = (10, 4);

/// Folds `feed` in; what of it is to be appended to the log. A change of an erased row loses what it says.
pub async fn fold(
    tx: &mut Tx<Scope>,
    keys: &Keys,
    feed: &[(Record, Place)],
    received: Stamp,
) -> Result<Vec<(Record, Place)>> {
    if feed.is_empty() {
        return Ok(Vec::new());
    }
    let touched: Vec<Key> =
        feed.iter().map(|(record, _)| (record.table, record.row)).collect::<HashSet<_>>().into_iter().collect();
    let mut states: BTreeMap<Key, RowState> = rows::states(tx, &touched).await?.into_iter().collect();
    let before: BTreeMap<Key, (Vec<u8>, bool)> =
        states.iter().map(|(key, state)| (*key, (state.outline(), is_open(state)))).collect();
    let mut erased = HashSet::new();
    let mut kept = Vec::with_capacity(feed.len());
    for (record, place) in feed {
        let key = (record.table, record.row);
        let state = states.entry(key).or_default();
        let gone = state.erased.is_some();
        state.apply(record, Some(received));
        match record.kind {
            Kind::ERASE => drop(erased.insert(key)),
            _ if gone => {
                kept.push((oplog::stub(record), *place));
                continue;
            }
            _ => {}
        }
        kept.push((record.clone(), *place));
    }
    // Changes that came in the same frame as the erasure and before it.
    for (record, _) in kept.iter_mut().filter(|(record, _)| record.kind != Kind::ERASE) {
        if erased.contains(&(record.table, record.row)) {
            *record = oplog::stub(record);
        }
    }
    for (table, row) in &erased {
        oplog::empty(tx, *table, *row).await?;
    }
    if !erased.is_empty() {
        snapshots::forget(tx).await?;
    }
    keep(tx, keys, &states, &before, received).await?;
    Ok(kept)
}

async fn keep(
    tx: &mut Tx<Scope>,
    keys: &Keys,
    states: &BTreeMap<Key, RowState>,
    before: &BTreeMap<Key, (Vec<u8>, bool)>,
    received: Stamp,
) -> Result<()> {
    let bytes: Vec<(Key, Vec<u8>)> = states.iter().map(|(key, state)| (*key, state.to_bytes())).collect();
    rows::keep(tx, &bytes).await?;
    let mut digest = rows::digest(tx).await?;
    let mut people = Vec::new();
    let now = received.wall().timestamp_millis();
    for (key, state) in states {
        let was = before.get(key);
        if let Some((outline, _)) = was {
            digest.toggle(key.0, key.1, outline);
        }
        digest.toggle(key.0, key.1, &state.outline());
        if is_open(state) || was.is_some_and(|(_, open)| *open) {
            rows::differ(tx, *key, &differences(state), now).await?;
        }
        if key.0 == PERSON.0 {
            people.push((key.1, nik(state).map(|nik| keys.blind(&nik))));
        }
    }
    persons::link(tx, &people).await?;
    rows::keep_digest(tx, &digest).await
}

fn is_open(state: &RowState) -> bool {
    state.contested().next().is_some() || state.is_contested_deletion()
}

/// The fields on which people differ, each with how many values stand; the row's presence among them.
fn differences(state: &RowState) -> Vec<(u32, u32)> {
    let count = |siblings: usize| u32::try_from(siblings).unwrap_or(u32::MAX);
    let mut fields: Vec<(u32, u32)> =
        state.contested().map(|(field, cell)| (field, count(cell.siblings.len()))).collect();
    if state.is_contested_deletion() {
        fields.push((PRESENCE, count(state.deletions.len() + 1)));
    }
    fields
}

fn nik(state: &RowState) -> Option<String> {
    let winner = state.fields.get(&PERSON.1)?.winner(Class::B)?;
    match &winner.value {
        Value::Text(nik) if state.is_visible() && !nik.is_empty() => Some(nik.clone()),
        _ => None,
    }
}
