//! Tests of bundles.

use super::*;
use proptest::prelude::*;

fn writer_key() -> SecretKey {
    SecretKey::from_seed([3; 32])
}

fn hub() -> OpeningKey {
    OpeningKey::from_seed([1; 32])
}

fn manifest() -> Manifest {
    Manifest {
        id: [8; 16],
        office: OfficeId(4),
        device: DeviceId(5),
        epoch: Epoch(50),
        first: Seq(1),
        last: Seq(2),
        chain: Chain([2; 32]),
        cursors: Vec::new(),
        created: 7,
    }
}

fn items() -> Vec<Item> {
    let piece = Item::Piece { attachment: [6; 32], n: 2, bytes: vec![9; 40] };
    vec![Item::Frame(vec![1, 2, 3]), Item::Reply(vec![4]), Item::Page(vec![5]), piece, Item::Certificate(vec![6])]
}

fn bundle(items: &[Item]) -> Vec<u8> {
    let key = writer_key();
    let drawn = Drawn { content: ContentKey([7; 32]), once: [9; 32] };
    let office = OpeningKey::from_seed([2; 32]);
    let recipients = [hub().recipient(), office.recipient()];
    let mut writer = Writer::begin(Vec::new(), &key, &recipients, &drawn, manifest()).expect("begins");
    items.iter().for_each(|item| writer.add(item).expect("adds"));
    writer.finish().expect("ends")
}

fn read(bytes: &[u8], key: &OpeningKey) -> Result<Vec<Item>> {
    verify(bytes)?;
    Items::open(bytes, key)?.collect()
}

#[test]
fn a_bundle_comes_back_as_it_went_for_each_recipient_and_nobody_else() {
    let bytes = bundle(&items());
    assert_eq!(verify(&bytes[..]), Ok(writer_key().public()));
    let expected = [vec![Item::Manifest(manifest())], items()].concat();
    assert_eq!(read(&bytes, &hub()), Ok(expected.clone()));
    assert_eq!(read(&bytes, &OpeningKey::from_seed([2; 32])), Ok(expected));
    assert_eq!(read(&bytes, &OpeningKey::from_seed([3; 32])), Err(Fault::Sealed));
}

#[test]
fn every_flipped_bit_of_a_small_bundle_is_noticed() {
    let bytes = bundle(&[Item::Frame(vec![1, 2, 3])]);
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut bent = bytes.clone();
            bent[place] ^= 1 << bit;
            let taken = verify(&bent[..]).is_ok_and(|signer| signer == writer_key().public());
            assert!(!taken, "byte {place}, bit {bit}");
        }
    }
}

#[test]
fn a_bundle_that_was_cut_or_grew_is_noticed() {
    let mut bytes = bundle(&items());
    for end in 0..bytes.len() {
        assert!(verify(&bytes[..end]).is_err(), "cut at {end}");
    }
    bytes.push(0);
    assert_eq!(verify(&bytes[..]), Err(Fault::Malformed("bundle")));
}

#[test]
fn nothing_of_the_content_can_be_read_in_the_file() {
    let text = b"3271046504930002".to_vec();
    let bytes = bundle(&[Item::Frame(text.clone())]);
    assert!(!bytes.windows(text.len()).any(|window| window == text));
}

#[test]
fn a_file_that_claims_a_huge_part_makes_no_room() {
    let mut bytes = bundle(&[]);
    bytes[5..9].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(verify(&bytes[..]), Err(Fault::TooLarge("part")));
}

proptest! {
    #[test]
    fn foreign_bytes_never_panic(rest in proptest::collection::vec(any::<u8>(), 0..300), head in 0u8..200) {
        let bytes = [&b"blxb\x01"[..], &[head, 0, 0, 0], &rest].concat();
        let _ = verify(&bytes[..]);
        if let Ok(items) = Items::open(&bytes[..], &hub()) {
            items.for_each(drop);
        }
    }
}
