//! A frame and a bundle as they were written once: every later build reads them. `BALAI_WRITE_GOLDEN=1` writes those that
//! are missing, for a new version of the protocol; what is there is never written again.

use crate::{
    Author, Chain, DeviceId, Epoch, Frame, Kind, OfficeId, Pos, Record, Ref, Seq, Stamp, Value,
    bundle::{Drawn, Item, Items, Manifest, Writer, verify},
    message::{Cursor, Entry, Page, PushReply, open, seal},
    seal::{ContentKey, OpeningKey},
    sign::SecretKey,
};
use std::{fs, path::PathBuf};
use uuid::Uuid;

fn golden(name: &str, write: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
    let place = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/exchange").join(name);
    if !place.exists() && std::env::var_os("BALAI_WRITE_GOLDEN").is_some() {
        fs::write(&place, write()).expect("a new fixture");
    }
    fs::read(&place).expect("the fixture")
}

fn key() -> SecretKey {
    SecretKey::from_seed([3; 32])
}

fn hub() -> SecretKey {
    SecretKey::from_seed([1; 32])
}

/// An act of two changes by an officer, and one of a newer build.
fn records() -> Vec<Record> {
    let row = Uuid::from_u128(0x0199_a000_0000_7000_8000_0000_0000_0001);
    let insert = Record {
        tx: Uuid::from_u128(0x0199_a000_0001_7001_8000_0000_0000_00aa),
        index: 0,
        of: 2,
        hlc: Stamp(0x0199_a000_0001_0000),
        table: 3,
        row,
        kind: Kind::INS,
        schema: 1,
        actor: Some(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0007)),
        cells: vec![
            (1, Value::Text("Siti Aminah".into())),
            (2, Value::Int(-5)),
            (3, Value::Null),
            (300, Value::Blob(vec![1, 2, 3])),
        ],
        supersedes: Vec::new(),
        extra: Vec::new(),
    };
    let deletion = Record {
        index: 1,
        hlc: Stamp(0x0199_a000_0001_0001),
        row: Uuid::from_u128(0x0199_9000_0000_7000_8000_0000_0000_0002),
        kind: Kind::DEL,
        cells: Vec::new(),
        supersedes: vec![(4, vec![Ref(0x1234_5678), Ref(0x9abc_def0)])],
        ..insert.clone()
    };
    let newer = Record {
        tx: Uuid::from_u128(0x0199_a000_0100_7002_8000_0000_0000_00aa),
        index: 0,
        of: 1,
        hlc: Stamp(0x0199_a000_0100_0003),
        kind: Kind(77),
        schema: 9,
        actor: None,
        cells: vec![(1, Value::Text("Siti".into()))],
        supersedes: vec![(1, Vec::new())],
        extra: vec![(13, vec![0x82, 1, 2])],
        ..insert.clone()
    };
    vec![insert, deletion, newer]
}

fn frame() -> Vec<u8> {
    let author = Author::new(DeviceId(5), Epoch(50));
    author.frame(&records(), &key()).expect("fits").expect("some").to_bytes()
}

fn manifest() -> Manifest {
    Manifest {
        id: [8; 16],
        office: OfficeId(4),
        device: DeviceId(5),
        epoch: Epoch(50),
        first: Seq(1),
        last: Seq(3),
        chain: Chain([2; 32]),
        cursors: vec![Cursor { office: OfficeId(4), pos: Pos(12) }],
        created: 1_795_000_000_000,
    }
}

fn reply() -> PushReply {
    let (epoch, seq, chain) = (Epoch(50), Seq(3), Chain([2; 32]));
    PushReply::Have { epoch, seq, chain, head: Pos(15), hub_time: 1_795_000_000_000, quarantined: Vec::new() }
}

fn page() -> Page {
    let entry = Entry {
        pos: Pos(13),
        device: DeviceId(6),
        epoch: Epoch(60),
        seq: Seq(1),
        received: Stamp(0x0199_a000_0200_0000),
        record: vec![1, 2, 3],
    };
    Page { office: OfficeId(4), after: Pos(12), entries: vec![entry], head: Pos(15) }
}

fn bundle() -> Vec<u8> {
    let (key, id) = (key(), manifest().id);
    let recipients = [1, 2].map(|n| OpeningKey::from_seed([n; 32]).recipient());
    let drawn = Drawn { content: ContentKey([7; 32]), once: [9; 32] };
    let mut writer = Writer::begin(Vec::new(), &key, &recipients, &drawn, manifest()).expect("begins");
    let items = [
        Item::Certificate(vec![6]),
        Item::Frame(frame()),
        Item::Reply(seal(&hub(), &id, &reply())),
        Item::Page(seal(&hub(), &id, &page())),
        Item::Piece { attachment: [6; 32], n: 2, bytes: vec![9; 40] },
    ];
    items.iter().for_each(|item| writer.add(item).expect("adds"));
    writer.finish().expect("ends")
}

#[test]
fn the_frame_of_the_first_version_is_read_for_ever() {
    let frame = Frame::from_bytes(&golden("frame-1.bin", frame)).expect("a frame");
    assert_eq!(frame.verify(&key().public()), Ok(()));
    assert_eq!(frame.records(), Ok(records()));
}

#[test]
fn the_bundle_of_the_first_version_is_read_for_ever() {
    let bytes = golden("bundle-1.balaix", bundle);
    assert_eq!(verify(&bytes[..]), Ok(key().public()));
    for seed in [1, 2] {
        let items = Items::open(&bytes[..], &OpeningKey::from_seed([seed; 32])).expect("opens");
        let items: Vec<Item> = items.collect::<crate::Result<_>>().expect("items");
        let [
            Item::Manifest(told),
            Item::Certificate(certificate),
            Item::Frame(frame),
            Item::Reply(answer),
            Item::Page(feed),
            piece,
        ] = &items[..]
        else {
            panic!("other items: {items:?}")
        };
        assert_eq!((told, certificate), (&manifest(), &vec![6]));
        assert_eq!(Frame::from_bytes(frame).expect("a frame").records(), Ok(records()));
        assert_eq!(open::<PushReply>(&hub().public(), &told.id, answer), Ok(reply()));
        assert_eq!(open::<Page>(&hub().public(), &told.id, feed), Ok(page()));
        assert_eq!(piece, &Item::Piece { attachment: [6; 32], n: 2, bytes: vec![9; 40] });
    }
}

#[test]
fn every_flipped_bit_of_the_bundle_is_noticed() {
    let bytes = golden("bundle-1.balaix", bundle);
    for bit in 0..bytes.len() * 8 {
        let mut bent = bytes.clone();
        bent[bit / 8] ^= 1 << (bit % 8);
        assert_ne!(verify(&bent[..]), Ok(key().public()), "bit {bit}");
    }
}
