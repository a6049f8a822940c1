//! What really happened: every change that was ever made, and what its author had on the screen. The judge of the
//! simulation; it knows nothing of references, chains or clocks.

use balai_exchange::{Kind, OfficeId, OpId, Record, RowState};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use uuid::Uuid;

/// A row of an office.
pub type Key = (OfficeId, u32, Uuid);

pub struct Fact {
    pub office: OfficeId,
    pub record: Record,
    /// The values of each field that the author saw in the row.
    pub saw: Vec<(u32, OpId)>,
    /// The deletions that the author saw.
    pub saw_deleted: Vec<OpId>,
}

#[derive(Default)]
pub struct Truth {
    pub facts: HashMap<OpId, Fact>,
    /// Acts that a hub must not take.
    pub poisoned: HashSet<Uuid>,
    /// What some desk was told to be safe.
    pub acknowledged: HashSet<OpId>,
}

/// What a row has to look like.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Expected {
    pub values: BTreeMap<u32, BTreeSet<OpId>>,
    pub visible: bool,
    pub erased: bool,
}

impl Truth {
    /// Notes a change that is about to be made to a row in this state.
    pub fn note(&mut self, office: OfficeId, record: &Record, state: &RowState) {
        let saw = state.fields.iter().flat_map(|(field, cell)| cell.siblings.iter().map(|one| (*field, one.op)));
        let fact = Fact {
            office,
            record: record.clone(),
            saw: saw.collect(),
            saw_deleted: state.deletions.iter().map(|deletion| deletion.op).collect(),
        };
        self.facts.insert(record.op(), fact);
    }

    /// The rows that these changes add up to.
    pub fn rows(&self, ops: impl Iterator<Item = OpId>) -> BTreeMap<Key, Expected> {
        let mut changes: BTreeMap<Key, Vec<&Fact>> = BTreeMap::new();
        for fact in ops.filter_map(|op| self.facts.get(&op)) {
            changes.entry((fact.office, fact.record.table, fact.record.row)).or_default().push(fact);
        }
        changes.into_iter().map(|(key, facts)| (key, row(&facts))).collect()
    }
}

fn row(facts: &[&Fact]) -> Expected {
    if facts.iter().any(|fact| fact.record.kind == Kind::ERASE) {
        return Expected { erased: true, ..Expected::default() };
    }
    let known: Vec<&Fact> = facts.iter().copied().filter(|fact| fact.record.kind.is_known()).collect();
    let writes = |fact: &Fact, field: u32| fact.record.cells.iter().any(|(other, _)| *other == field);
    let mut values: BTreeMap<u32, BTreeSet<OpId>> = BTreeMap::new();
    for fact in &known {
        for (field, _) in &fact.record.cells {
            let op = fact.record.op();
            let replaced = known.iter().any(|later| {
                later.record.kind != Kind::DEL && writes(later, *field) && later.saw.contains(&(*field, op))
            });
            if !replaced {
                values.entry(*field).or_default().insert(op);
            }
        }
    }
    let takes_back = |fact: &&&Fact| matches!(fact.record.kind, Kind::DEL | Kind::UNDEL);
    let deletions: Vec<&Fact> = known
        .iter()
        .filter(|fact| fact.record.kind == Kind::DEL)
        .filter(|fact| !known.iter().filter(takes_back).any(|later| later.saw_deleted.contains(&fact.record.op())))
        .copied()
        .collect();
    let unseen = |field: &u32, op: &OpId| !deletions.iter().any(|deletion| deletion.saw.contains(&(*field, *op)));
    let edited = values.iter().any(|(field, ops)| ops.iter().any(|op| unseen(field, op)));
    let born = known.iter().any(|fact| matches!(fact.record.kind, Kind::INS | Kind::UNDEL));
    Expected { values, visible: born && (deletions.is_empty() || edited), erased: false }
}
