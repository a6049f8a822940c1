//! An act is applied whole or not at all: parts of it wait until the rest has come, whatever frames and pages they came in.

use crate::{mutant, record::Record};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What can be applied, and what has to wait on.
#[derive(Debug, PartialEq, Eq)]
pub struct Gathered<T> {
    /// Acts that are complete, in the order in which they became so; each in its own order.
    pub whole: Vec<Vec<(Record, T)>>,
    /// Acts that wait on; what is kept for them takes the place of what was.
    pub waiting: Vec<(Record, T)>,
}

impl<T> Gathered<T> {
    /// The acts that became complete: what was kept for them can go.
    pub fn complete(&self) -> impl Iterator<Item = Uuid> {
        self.whole.iter().filter_map(|act| act.first().map(|(record, _)| record.tx))
    }
}

/// Puts what `waited` and what `arrives` together. With each record goes what the caller knows of it; of a record that
/// comes twice the first is kept.
pub fn gather<T>(waited: Vec<(Record, T)>, arrives: Vec<(Record, T)>) -> Gathered<T> {
    let mut parts: BTreeMap<Uuid, BTreeMap<u32, (Record, T)>> = BTreeMap::new();
    let mut order = Vec::new();
    let mut whole = Vec::new();
    for (record, told) in waited.into_iter().chain(arrives) {
        let (tx, of) = (record.tx, record.of as usize);
        let act = parts.entry(tx).or_insert_with(|| {
            order.push(tx);
            BTreeMap::new()
        });
        act.entry(record.index).or_insert((record, told));
        if act.len() >= of || mutant::on("groups_torn") {
            whole.extend(parts.remove(&tx).map(|act| act.into_values().collect()));
            order.retain(|other| *other != tx);
        }
    }
    let waiting = order.iter().filter_map(|tx| parts.remove(tx)).flat_map(BTreeMap::into_values).collect();
    Gathered { whole, waiting }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(tx: u128, index: u32, of: u32) -> (Record, u32) {
        (Record { tx: Uuid::from_u128(tx << 32), index, of, ..Record::blank() }, index)
    }

    #[test]
    fn an_act_waits_for_its_last_part() {
        let first = gather(vec![], vec![part(1, 0, 3), part(2, 0, 1), part(1, 2, 3)]);
        assert_eq!(first.whole, [[part(2, 0, 1)]]);
        assert_eq!(first.waiting, [part(1, 0, 3), part(1, 2, 3)]);
        let second = gather(first.waiting, vec![part(1, 2, 3), part(1, 1, 3)]);
        assert_eq!(second.whole, [[part(1, 0, 3), part(1, 1, 3), part(1, 2, 3)]]);
        assert_eq!(second.complete().collect::<Vec<_>>(), [Uuid::from_u128(1 << 32)]);
        assert!(second.waiting.is_empty());
    }
}
