//! Tests of the record's one form.

use super::*;
use crate::value::{Value, tests::cells};
use proptest::prelude::*;

pub fn a_record() -> impl Strategy<Value = Record> {
    let who = (any::<u128>(), any::<u128>(), proptest::option::of(any::<u128>()));
    let what = (1u8..12, 1u32..40, cells(), proptest::collection::btree_map(0u32..40, seen(), 0..4));
    let when = (any::<u64>(), 0u32..600, 1u32..600, 1u32..4);
    let more = proptest::collection::btree_map(13u32..30, 0u32..70_000, 0..3);
    (who, what, when, more).prop_map(
        |((tx, row, actor), (kind, table, cells, seen), (hlc, index, rest, schema), more)| {
            let mut record = Record {
                tx: Uuid::from_u128(tx),
                index,
                of: index + rest,
                hlc: Stamp(hlc),
                table,
                row: Uuid::from_u128(row),
                kind: Kind(kind),
                schema,
                actor: actor.map(Uuid::from_u128),
                cells,
                supersedes: Vec::new(),
                extra: more.into_iter().map(|(key, number)| (key, build(|e| e.u32(number).map(|_| ())))).collect(),
            };
            for (field, seen) in seen {
                record.supersede(field, seen);
            }
            record
        },
    )
}

fn seen() -> impl Strategy<Value = Vec<Ref>> {
    proptest::collection::vec(any::<u32>().prop_map(Ref), 0..4)
}

/// An edit of one field, as most records are.
fn edit() -> Record {
    Record {
        tx: Uuid::from_u128(0x0199_aaaa_bbbb_7ccc_8ddd_eeee_ffff_0001),
        hlc: Stamp(0x0199_aaaa_bbbb_0000),
        table: 3,
        row: Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0001),
        kind: Kind::UPD,
        schema: 1,
        cells: vec![(4, Value::Int(7))],
        ..Record::blank()
    }
}

proptest! {
    #[test]
    fn a_record_comes_back_as_it_went(record in a_record()) {
        prop_assert!(record.is_canonical());
        prop_assert_eq!(Record::from_bytes(&record.to_bytes()), Ok(record));
    }

    #[test]
    fn foreign_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Record::from_bytes(&bytes);
    }

    #[test]
    fn a_changed_byte_gives_another_record_or_none(record in a_record(), place in any::<prop::sample::Index>(), bit in 0u8..8) {
        let mut bytes = record.to_bytes();
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        if let Ok(other) = Record::from_bytes(&bytes) {
            prop_assert_ne!(other.hash(), record.hash());
        }
    }
}

#[test]
fn the_form_is_the_one_that_was_agreed() {
    let mut bytes = vec![0xa7, 3, 0x1b, 1, 0x99, 0xaa, 0xaa, 0xbb, 0xbb, 0, 0, 4, 3, 5, 0x50];
    bytes.extend([1, 0x98, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 1]);
    bytes.extend([6, 2, 7, 1, 9, 0xa1, 4, 7, 11, 0x50]);
    bytes.extend([1, 0x99, 0xaa, 0xaa, 0xbb, 0xbb, 0x7c, 0xcc, 0x8d, 0xdd, 0xee, 0xee, 0xff, 0xff, 0, 1]);
    assert_eq!(edit().to_bytes(), bytes);
}

#[test]
fn keys_of_a_newer_build_survive_an_older_one() {
    let mut newer = edit();
    newer.extra = vec![(13, vec![0x82, 1, 2]), (40, vec![0xf5])];
    newer.kind = Kind(200);
    let seen = Record::from_bytes(&newer.to_bytes()).expect("kept");
    assert_eq!(seen, newer);
    assert!(!seen.kind.is_known());
}

#[test]
fn the_first_edit_of_a_row_says_nothing_about_what_it_replaces() {
    let mut record = edit();
    record.supersede(4, vec![Ref::INSERT]);
    assert!(record.supersedes.is_empty());
    assert_eq!(record.superseded(4), [Ref::INSERT]);
    record.supersede(4, vec![Ref(9), Ref(3)]);
    assert_eq!(record.superseded(4), [Ref(3), Ref(9)]);
    record.kind = Kind::INS;
    assert_eq!(record.superseded(5), []);
}
