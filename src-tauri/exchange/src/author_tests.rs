//! Tests of a desk's sequence.

use super::*;
use crate::{
    id::OfficeId,
    message::Entry,
    receive::{Known, take},
    stamp::Stamp,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

fn records(name: u128, n: u128) -> Vec<Record> {
    (0..n).map(|k| Record { tx: Uuid::from_u128((name << 64) + (k << 32)), ..Record::blank() }).collect()
}

fn key() -> SecretKey {
    SecretKey::from_seed([3; 32])
}

fn start() -> Author {
    Author::new(DeviceId(5), Epoch(50))
}

fn sent(author: &Author, unsent: &[Record]) -> crate::frame::Header {
    author.frame(unsent, &key()).expect("fits").expect("some").header
}

fn have(author: &Author, seq: u64, chain: Chain) -> PushReply {
    let (epoch, head) = (author.epoch, Pos(0));
    PushReply::Have { epoch, seq: Seq(seq), chain, head, hub_time: 0, quarantined: Vec::new() }
}

#[test]
fn an_answer_with_the_own_chain_moves_the_desk_on_and_frames_grow() {
    let (mut author, unsent) = (start(), records(1, 40));
    let header = sent(&author, &unsent);
    assert_eq!(header.n, LEAST);
    let reply = have(&author, 10, header.after);
    let outcome = author.on_reply(&unsent, header.first, reply, Epoch(1));
    assert_eq!(outcome, Outcome::Advanced { n: 10, quarantined: Vec::new() });
    assert_eq!((author.acked, author.chain, author.size), (Seq(10), header.after, 20));
    assert_eq!(sent(&author, &unsent[10..]).first, Seq(11));
    author.on_failure();
    author.on_failure();
    assert_eq!(author.size, 5);
}

#[test]
fn a_restored_pc_takes_a_new_epoch_and_its_records_keep_their_names() {
    let (mut author, unsent) = (start(), records(1, 3));
    let header = sent(&author, &unsent);
    // The hub heard of three records that this PC does not remember.
    let foreign = author.chain.over(&records(9, 3));
    let reply = have(&author, 3, foreign);
    assert_eq!(author.on_reply(&unsent, header.first, reply, Epoch(77)), Outcome::Renumbered);
    assert_eq!((author.epoch, author.acked), (Epoch(77), Seq(0)));
    assert_eq!(author.frame(&unsent, &key()).expect("fits").expect("some").records(), Ok(unsent.clone()));
    let beyond = have(&author, 9, foreign);
    let header = sent(&author, &unsent);
    assert_eq!(author.on_reply(&unsent, header.first, beyond, Epoch(78)), Outcome::Renumbered);
}

#[test]
fn an_answer_from_an_earlier_life_or_an_earlier_frame_says_nothing() {
    let (mut author, unsent) = (start(), records(1, 4));
    let header = sent(&author, &unsent[..2]);
    let early = have(&author, 2, header.after);
    let whole = have(&author, 4, author.chain.over(&unsent));
    author.on_reply(&unsent, header.first, whole, Epoch(1));
    let before = author.clone();
    assert_eq!(author.on_reply(&[], header.first, early.clone(), Epoch(2)), Outcome::Nothing);
    assert_eq!(author, before);
    author.renumber(Epoch(60));
    assert_eq!(author.on_reply(&unsent, header.first, early, Epoch(3)), Outcome::Nothing);
}

#[test]
fn a_hub_that_forgot_gets_everything_again() {
    let (mut author, unsent) = (start(), records(1, 4));
    (author.acked, author.chain) = (Seq(2), author.chain.over(&unsent[..2]));
    let header = sent(&author, &unsent[2..]);
    let genesis = Chain::genesis(author.device, author.epoch);
    let reply = have(&author, 0, genesis);
    assert_eq!(author.on_reply(&unsent[2..], header.first, reply, Epoch(9)), Outcome::Rewound);
    assert_eq!((author.epoch, author.acked), (Epoch(9), Seq(0)));
}

fn echo(author: &Author, records: &[Record]) -> Page {
    let entry = |(record, n): (&Record, u64)| Entry {
        pos: Pos(n),
        device: author.device,
        epoch: author.epoch,
        seq: Seq(n),
        received: Stamp(1),
        record: record.to_bytes(),
    };
    let entries: Vec<Entry> = records.iter().zip(1..).map(entry).collect();
    Page { office: OfficeId(1), after: Pos(0), head: Pos(entries.len() as u64), entries }
}

#[test]
fn own_records_that_come_back_are_acknowledged_and_foreign_ones_in_their_place_are_noticed() {
    let (mut author, unsent) = (start(), records(1, 3));
    let mut clone = unsent[..1].to_vec();
    clone.extend(records(2, 2));
    let page = echo(&author, &clone);
    let outcomes = author.on_page(&unsent, &page, Epoch(70));
    assert_eq!(outcomes, [Outcome::Advanced { n: 1, quarantined: Vec::new() }, Outcome::Renumbered]);
    assert_eq!(author.epoch, Epoch(70));
    assert_eq!(author.on_page(&unsent[1..], &page, Epoch(71)), []);
}

#[test]
fn a_page_counts_from_where_the_desk_is() {
    let page = echo(&start(), &records(1, 3));
    assert_eq!(news(&page, Pos(0)).map(<[Entry]>::len), Some(3));
    assert_eq!(news(&page, Pos(2)).map(<[Entry]>::len), Some(1));
    assert_eq!(news(&page, Pos(4)), None);
    let later = Page { after: Pos(5), ..page.clone() };
    assert_eq!(news(&later, Pos(4)), None);
    let mut torn = page;
    torn.entries.remove(1);
    assert_eq!(news(&torn, Pos(0)), None);
}

#[test]
fn a_frame_that_was_taken_already_moves_the_desk_to_where_the_hub_is() {
    let (mut author, unsent) = (start(), records(1, 4));
    let first = sent(&author, &unsent[..2]);
    let known = Known {
        last: Seq(4),
        chain: author.chain.over(&unsent),
        ops: HashSet::new(),
        aside: HashSet::new(),
        parts: HashMap::new(),
        waiting: Vec::new(),
    };
    let decision = take(&first, &unsent[..2], &known, |_| None);
    assert!(decision.feed.is_empty());
    let outcome = author.on_reply(&unsent, first.first, decision.reply(&first, Pos(4), 0), Epoch(1));
    assert_eq!(outcome, Outcome::Advanced { n: 4, quarantined: Vec::new() });
}
