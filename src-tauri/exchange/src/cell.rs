//! One cell that several people may write without knowing of each other: it holds every value that no later change has
//! seen and replaced.

use crate::{
    id::{OpId, Ref},
    mutant,
    stamp::Stamp,
    value::Value,
};
use minicbor::{Decode, Encode};
use uuid::Uuid;

/// How several values of one cell are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The latest is shown, the others as "also entered".
    A,
    /// A person decides.
    B,
    /// A counter: the highest counts.
    C,
}

/// One value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Sibling {
    /// The change that wrote it.
    #[n(1)]
    pub op: OpId,
    /// When, by its author's clock.
    #[n(2)]
    pub hlc: Stamp,
    /// When the hub got it, once it has.
    #[n(3)]
    pub received: Option<Stamp>,
    /// The officer.
    #[cbor(n(4), with = "crate::cbor::maybe_uuid", has_nil)]
    pub actor: Option<Uuid>,
    /// The row came into being with it.
    #[n(5)]
    pub insert: bool,
    /// What was entered.
    #[n(6)]
    pub value: Value,
}

impl Sibling {
    /// Ranks values that nobody has compared: a clock that runs ahead gains nothing over the hub's.
    #[must_use]
    pub fn rank(&self) -> (Stamp, OpId) {
        (self.received.map_or(self.hlc, |received| received.min(self.hlc)), self.op)
    }

    /// How a later change refers to it; the insert of a row is meant by its own sign where a row has one insert only.
    #[must_use]
    pub fn reference(&self, row: Uuid) -> Ref {
        if self.insert && has_one_insert(row) { Ref::INSERT } else { self.op.short() }
    }

    /// Whether `seen` names it.
    #[must_use]
    pub fn is_in(&self, seen: &[Ref]) -> bool {
        seen.contains(&self.op.short()) || self.insert && seen.contains(&Ref::INSERT)
    }
}

/// An id that was drawn belongs to one insert; one that is worked out may be inserted at two desks.
pub(crate) fn has_one_insert(row: Uuid) -> bool {
    row.get_version_num() == 7
}

/// All values that stand, and the names of those that do not any more, should they come late.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Cell {
    /// By identity.
    #[n(1)]
    pub siblings: Vec<Sibling>,
    #[n(2)]
    replaced: Vec<Ref>,
}

impl Cell {
    /// Takes a value in that was written knowing those of `seen`. Again and in any order: the outcome is the same.
    pub(crate) fn add(&mut self, sibling: Sibling, seen: &[Ref]) {
        for reference in seen {
            if let Err(place) = self.replaced.binary_search(reference) {
                self.replaced.insert(place, *reference);
            }
        }
        self.siblings.retain(|other| !other.is_in(seen));
        if mutant::on("later_clock_wins") {
            self.siblings.retain(|other| other.hlc > sibling.hlc);
            if !self.siblings.is_empty() {
                return;
            }
        }
        if sibling.is_in(&self.replaced) && !mutant::on("late_revives") {
            return;
        }
        match self.siblings.binary_search_by_key(&sibling.op, |other| other.op) {
            Ok(place) => {
                let known = &mut self.siblings[place].received;
                *known = standing(*known, sibling.received);
            }
            Err(place) => self.siblings.insert(place, sibling),
        }
    }

    /// The value to show.
    #[must_use]
    pub fn winner(&self, class: Class) -> Option<&Sibling> {
        match class {
            Class::C if !mutant::on("counter_by_clock") => {
                self.siblings.iter().max_by(|a, b| a.value.cmp(&b.value).then(a.rank().cmp(&b.rank())))
            }
            _ => self.siblings.iter().max_by_key(|sibling| sibling.rank()),
        }
    }

    /// Whether people wrote different things that a person has to settle or should know of.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        self.siblings.windows(2).any(|pair| pair[0].value != pair[1].value)
    }

    /// What a change must name that has seen all of this.
    #[must_use]
    pub fn seen(&self, row: Uuid) -> Vec<Ref> {
        self.siblings.iter().map(|sibling| sibling.reference(row)).collect()
    }
}

/// Of two times at which a hub got the same change the later counts: the hub that stands was restored since.
pub(crate) fn standing(one: Option<Stamp>, other: Option<Stamp>) -> Option<Stamp> {
    one.max(other)
}
