//! Tests of frames.

use super::*;
use crate::{record::tests::a_record, value::Value};
use proptest::prelude::*;

const DEVICE: DeviceId = DeviceId(7);
const EPOCH: Epoch = Epoch(99);

fn key() -> SecretKey {
    SecretKey::from_seed([3; 32])
}

fn frame(records: &[Record], most: usize) -> Frame {
    let before = Chain::genesis(DEVICE, EPOCH);
    Frame::build(DEVICE, EPOCH, Seq(1), before, records, most, &key()).expect("fits").expect("some")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_frame_comes_back_as_it_went(records in proptest::collection::vec(a_record(), 1..20)) {
        let frame = frame(&records, 500);
        let back = Frame::from_bytes(&frame.to_bytes()).expect("own bytes");
        prop_assert_eq!(back.verify(&key().public()), Ok(()));
        prop_assert_eq!(back.header.last(), Seq(records.len() as u64));
        prop_assert_eq!(back.records(), Ok(records));
    }

    #[test]
    fn foreign_bytes_never_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), magic in any::<bool>()) {
        if magic && bytes.len() > 11 {
            bytes[..5].copy_from_slice(b"blxf\x01");
            bytes[6] = 0;
            let rest = (bytes.len() - 11).saturating_sub(64 + usize::from(bytes[5])) as u32;
            bytes[7..11].copy_from_slice(&rest.to_le_bytes());
        }
        if let Ok(frame) = Frame::from_bytes(&bytes) {
            let _ = frame.records();
        }
    }
}

#[test]
fn every_flipped_bit_is_noticed() {
    let mut record = Record::blank();
    record.cells = vec![(1, Value::Text("Siti Aminah".into())), (2, Value::Int(4))];
    let bytes = frame(&[record.clone(), record], 500).to_bytes();
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut bent = bytes.clone();
            bent[place] ^= 1 << bit;
            let taken = Frame::from_bytes(&bent).and_then(|frame| frame.verify(&key().public()));
            assert!(taken.is_err(), "byte {place}, bit {bit}");
        }
    }
}

#[test]
fn a_frame_holds_no_more_than_asked_and_no_more_than_fits() {
    let record = |n: u8| {
        let mut state = u64::from(n) + 1;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 56) as u8
        });
        Record { cells: vec![(1, Value::Blob(noise.take(30_000).collect()))], ..Record::blank() }
    };
    let records: Vec<Record> = (0..8).map(record).collect();
    assert_eq!(frame(&records, 1).header.n, 1);
    let full = frame(&records, 500);
    assert_eq!(full.header.n, 2);
    assert!(full.to_bytes().len() < MOST_PACKED + 400);
}

#[test]
fn a_header_that_lies_about_its_size_makes_no_room() {
    let header = Header { raw_len: u32::MAX, ..frame(&[Record::blank()], 1).header };
    let head = to_bytes(&header);
    let signature = key().sign(PURPOSE, &[&head, &[]]);
    let lying = Frame { header, head, packed: Vec::new(), signature };
    assert_eq!(Frame::from_bytes(&lying.to_bytes()), Err(Fault::Malformed("header")));
}

#[test]
fn a_chain_that_does_not_follow_is_refused() {
    let honest = frame(&[Record::blank()], 1);
    let header = Header { after: Chain::default(), ..honest.header.clone() };
    let head = to_bytes(&header);
    let signature = key().sign(PURPOSE, &[&head, &honest.packed]);
    let lying = Frame { header, head, signature, ..honest };
    assert_eq!(lying.verify(&key().public()), Ok(()));
    assert_eq!(lying.records(), Err(Fault::Malformed("chain")));
}
