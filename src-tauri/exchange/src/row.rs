//! One row as everything that is known of it adds up to: the same on every side that has the same records, in whatever
//! order and however often they came.

use crate::{
    cbor::{from_bytes, to_bytes},
    cell::{Cell, Class, Sibling, has_one_insert, standing},
    error::Result,
    id::{OpId, Ref},
    mutant,
    record::{Kind, Record, Supersedes},
    stamp::Stamp,
    value::Value,
};
use minicbor::{Decode, Encode};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The number under which a record names the deletions it has seen.
pub const PRESENCE: u32 = 0;

/// A row's state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RowState {
    /// Its cells.
    #[n(1)]
    pub fields: BTreeMap<u32, Cell>,
    /// It came into being, and this is known from its insert.
    #[n(2)]
    pub inserted: bool,
    /// Deletions that nobody has taken back.
    #[n(3)]
    pub deletions: Vec<Deletion>,
    #[n(4)]
    pub(crate) taken_back: Vec<Ref>,
    /// Its personal data was destroyed; nothing comes back after that.
    #[n(5)]
    pub erased: Option<OpId>,
    /// Changes of kinds that this build does not know; folded in by a later one.
    #[n(6)]
    pub foreign: Vec<OpId>,
    /// It came back after a deletion.
    #[n(7)]
    pub returned: bool,
}

/// One deletion.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Deletion {
    /// The change.
    #[n(1)]
    pub op: OpId,
    /// When.
    #[n(2)]
    pub hlc: Stamp,
    /// When the hub got it.
    #[n(3)]
    pub received: Option<Stamp>,
    /// The officer.
    #[cbor(n(4), with = "crate::cbor::maybe_uuid", has_nil)]
    pub actor: Option<Uuid>,
    #[n(5)]
    knew: Supersedes,
}

impl Deletion {
    /// Whether its author had seen this value.
    fn knew(&self, field: u32, sibling: &Sibling) -> bool {
        match self.knew.binary_search_by_key(&field, |(field, _)| *field) {
            Ok(place) => sibling.is_in(&self.knew[place].1),
            Err(_) => sibling.insert && self.knew_insert(),
        }
    }

    fn knew_insert(&self) -> bool {
        let told = self.knew.first().filter(|(field, _)| *field == PRESENCE);
        told.is_none_or(|(_, seen)| seen.contains(&Ref::INSERT))
    }
}

impl RowState {
    /// Takes a record of this row in. `received` is when the hub got it, if it has.
    pub fn apply(&mut self, record: &Record, received: Option<Stamp>) {
        if self.erased.is_some() && record.kind != Kind::ERASE && !mutant::on("erase_leaks") {
            return;
        }
        match record.kind {
            Kind::ERASE => {
                let op = self.erased.map_or(record.op(), |known| known.min(record.op()));
                *self = RowState { erased: Some(op), ..RowState::default() };
            }
            Kind::DEL => self.delete(record, received),
            kind if kind.is_known() => self.write(record, received),
            _ => {
                if let Err(place) = self.foreign.binary_search(&record.op()) {
                    self.foreign.insert(place, record.op());
                }
            }
        }
    }

    fn write(&mut self, record: &Record, received: Option<Stamp>) {
        let insert = record.kind == Kind::INS;
        self.inserted |= insert;
        self.returned |= record.kind == Kind::UNDEL;
        self.take_back(record.superseded(PRESENCE));
        for (field, value) in &record.cells {
            let sibling = Sibling {
                op: record.op(),
                hlc: record.hlc,
                received,
                actor: record.actor,
                insert,
                value: value.clone(),
            };
            self.fields.entry(*field).or_default().add(sibling, record.superseded(*field));
        }
    }

    fn delete(&mut self, record: &Record, received: Option<Stamp>) {
        self.take_back(record.superseded(PRESENCE));
        if self.taken_back.contains(&record.op().short()) {
            return;
        }
        match self.deletions.binary_search_by_key(&record.op(), |deletion| deletion.op) {
            Ok(place) => {
                let known = &mut self.deletions[place].received;
                *known = standing(*known, received);
            }
            Err(place) => {
                let (op, hlc, actor) = (record.op(), record.hlc, record.actor);
                let deletion = Deletion { op, hlc, received, actor, knew: record.supersedes.clone() };
                self.deletions.insert(place, deletion);
            }
        }
    }

    fn take_back(&mut self, seen: &[Ref]) {
        for reference in seen.iter().filter(|reference| **reference != Ref::INSERT) {
            if let Err(place) = self.taken_back.binary_search(reference) {
                self.taken_back.insert(place, *reference);
            }
        }
        self.deletions.retain(|deletion| !seen.contains(&deletion.op.short()));
    }

    /// Says in `record` what its author has seen: call it with the row's state just before the change.
    pub fn witness(&self, record: &mut Record) {
        let row = record.row;
        // With an id that was drawn there is one insert, and to have seen it is taken for granted.
        let saw_insert = self.inserted && has_one_insert(row);
        if matches!(record.kind, Kind::UNDEL | Kind::DEL) {
            let insert = saw_insert.then_some(Ref::INSERT);
            let deletions = self.deletions.iter().map(|deletion| deletion.op.short());
            record.supersede(PRESENCE, insert.into_iter().chain(deletions).collect());
        }
        if record.kind == Kind::DEL {
            for (field, cell) in self.fields.iter().filter(|(_, cell)| !cell.siblings.is_empty()) {
                record.supersede(*field, cell.seen(row));
            }
            return;
        }
        let fields: Vec<u32> = record.cells.iter().map(|(field, _)| *field).collect();
        for field in fields {
            let seen = self.fields.get(&field).map(|cell| cell.seen(row)).unwrap_or_default();
            // Where the insert said nothing, naming it costs nothing and hides nothing.
            if !(seen.is_empty() && saw_insert) {
                record.supersede(field, seen);
            }
        }
    }

    /// Whether the row is there. An edit that a deletion did not see keeps it.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        self.erased.is_none()
            && (self.inserted || self.returned)
            && (self.deletions.is_empty() || self.is_contested_deletion())
    }

    /// Deleted by one, edited by another who did not know: a person has to look.
    #[must_use]
    pub fn is_contested_deletion(&self) -> bool {
        if self.deletions.is_empty() || mutant::on("delete_wins") {
            return false;
        }
        let unseen = |field: u32, sibling: &Sibling| !self.deletions.iter().any(|one| one.knew(field, sibling));
        self.fields.iter().any(|(field, cell)| cell.siblings.iter().any(|sibling| unseen(*field, sibling)))
    }

    /// The values to show, ascending by field.
    #[must_use]
    pub fn values(&self, class: impl Fn(u32) -> Class) -> Vec<(u32, Value)> {
        let winner = |(field, cell): (&u32, &Cell)| cell.winner(class(*field)).map(|one| (*field, one.value.clone()));
        self.fields.iter().filter_map(winner).collect()
    }

    /// The fields on which people differ.
    pub fn contested(&self) -> impl Iterator<Item = (u32, &Cell)> {
        self.fields.iter().filter(|(_, cell)| cell.is_contested()).map(|(field, cell)| (*field, cell))
    }

    /// As a store keeps it.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(self)
    }

    /// From a store's form.
    pub fn from_bytes(bytes: &[u8]) -> Result<RowState> {
        from_bytes(bytes)
    }

    /// What a digest counts: what stands, not how it came about.
    #[must_use]
    pub fn outline(&self) -> Vec<u8> {
        let cells = self.fields.iter().filter(|(_, cell)| !cell.siblings.is_empty());
        let cells: Vec<(u32, Vec<OpId>)> =
            cells.map(|(field, cell)| (*field, cell.siblings.iter().map(|one| one.op).collect())).collect();
        let deletions: Vec<OpId> = self.deletions.iter().map(|deletion| deletion.op).collect();
        to_bytes(&(self.inserted, self.returned, self.erased, cells, deletions))
    }
}

#[cfg(test)]
#[path = "row_tests.rs"]
mod tests;
