//! What the hub gives on: a stretch of an office's feed that ends with an act, where it can.

use crate::{
    id::{OfficeId, Pos},
    message::{Entry, Page},
    record::Record,
};

/// Entries in one page.
pub const MOST_ENTRIES: u32 = 2_000;
/// Bytes of records in one page.
const MOST_BYTES: usize = 512 * 1024;

/// A page of `entries`, which follow `after` one place after the other; the caller reads at most [`MOST_ENTRIES`] of them.
#[must_use]
pub fn page(office: OfficeId, after: Pos, mut entries: Vec<Entry>, head: Pos) -> Page {
    let mut bytes = 0;
    let fitting = entries.iter().take_while(|entry| {
        bytes += entry.record.len();
        bytes <= MOST_BYTES
    });
    let fitting = fitting.count().max(1);
    entries.truncate(fitting);
    if entries.last().is_some_and(|entry| entry.pos < head) {
        let ends = |entry: &Entry| Record::from_bytes(&entry.record).is_ok_and(|record| record.index + 1 == record.of);
        if let Some(last) = entries.iter().rposition(ends) {
            entries.truncate(last + 1);
        }
    }
    Page { office, after, entries, head }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::{DeviceId, Epoch, Seq},
        stamp::Stamp,
        value::Value,
    };

    fn entry(pos: u64, index: u32, of: u32, size: usize) -> Entry {
        let cells = vec![(1, Value::Blob(vec![0; size]))];
        let record = Record { index, of, cells, ..Record::blank() }.to_bytes();
        Entry { pos: Pos(pos), device: DeviceId(1), epoch: Epoch(1), seq: Seq(pos), received: Stamp(1), record }
    }

    #[test]
    fn a_page_ends_with_an_act_where_more_is_to_come() {
        let entries = vec![entry(1, 0, 1, 5), entry(2, 0, 3, 5), entry(3, 1, 3, 5)];
        assert_eq!(page(OfficeId(1), Pos(0), entries.clone(), Pos(4)).entries.len(), 1);
        assert_eq!(page(OfficeId(1), Pos(1), entries[1..].to_vec(), Pos(4)).entries.len(), 2);
    }

    #[test]
    fn a_page_has_a_limit_and_holds_one_entry_at_least() {
        let entries: Vec<Entry> = (1..5).map(|pos| entry(pos, 0, 1, 200 * 1024)).collect();
        assert_eq!(page(OfficeId(1), Pos(0), entries, Pos(4)).entries.len(), 2);
        assert_eq!(page(OfficeId(1), Pos(0), vec![entry(1, 0, 1, 600 * 1024)], Pos(1)).entries.len(), 1);
    }
}
