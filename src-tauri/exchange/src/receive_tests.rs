//! Tests of what the hub makes of frames.

use super::*;

const DEVICE: DeviceId = DeviceId(5);
const EPOCH: Epoch = Epoch(50);

fn act(name: u128, of: u32) -> Vec<Record> {
    let part = |index| Record { tx: Uuid::from_u128(name << 64), index, of, table: 1, ..Record::blank() };
    (0..of).map(part).collect()
}

fn header(first: u64, before: Chain, records: &[Record]) -> Header {
    Header {
        device: DEVICE,
        epoch: EPOCH,
        first: Seq(first),
        n: records.len() as u32,
        before,
        after: before.over(records),
        schema: 1,
        dictionary: 0,
        raw_len: 0,
        raw_hash: Chain::default(),
    }
}

fn blank() -> Known {
    Known {
        last: Seq(0),
        chain: Chain::genesis(DEVICE, EPOCH),
        ops: HashSet::new(),
        aside: HashSet::new(),
        parts: HashMap::new(),
        waiting: Vec::new(),
    }
}

/// What a hub knows that knew nothing before.
fn after(decision: &Decision) -> Known {
    let ops = decision.feed.iter().chain(&decision.waiting).map(|(record, _)| record.op()).collect();
    let aside = decision.aside.iter().map(|(record, _, _)| record.tx).collect();
    let mut parts = HashMap::new();
    decision.waiting.iter().for_each(|(record, _)| *parts.entry(record.tx).or_default() += 1);
    Known { last: decision.last, chain: decision.chain, ops, aside, parts, waiting: decision.waiting.clone() }
}

fn names(records: &[(Record, Place)]) -> Vec<(OpId, u64)> {
    records.iter().map(|(record, place)| (record.op(), place.seq.0)).collect()
}

fn poison(record: &Record) -> Option<&'static str> {
    (record.table == 13).then_some("table")
}

#[test]
fn a_frame_that_overlaps_adds_only_what_is_new() {
    let records = [act(1, 1), act(2, 1), act(3, 1)].concat();
    let start = blank();
    let first = take(&header(1, start.chain, &records[..2]), &records[..2], &start, poison);
    assert_eq!(names(&first.feed), [(records[0].op(), 1), (records[1].op(), 2)]);
    let second = take(&header(1, start.chain, &records), &records, &after(&first), poison);
    assert_eq!(names(&second.feed), [(records[2].op(), 3)]);
    assert_eq!((second.last, second.chain), (Seq(3), start.chain.over(&records)));
}

#[test]
fn a_frame_with_other_content_or_too_early_changes_nothing() {
    let (one, other) = ([act(1, 1), act(2, 1)].concat(), [act(1, 1), act(8, 1), act(9, 1)].concat());
    let start = blank();
    let known = after(&take(&header(1, start.chain, &one), &one, &start, poison));
    for (first, records, before) in
        [(1, &other[..], start.chain), (3, &other[2..], Chain::default()), (7, &other[..], known.chain)]
    {
        let decision = take(&header(first, before, records), records, &known, poison);
        assert_eq!((decision.feed.len(), decision.last, decision.chain), (0, Seq(2), known.chain));
    }
}

#[test]
fn a_change_under_a_new_number_is_the_same_change() {
    let records = act(1, 1);
    let start = blank();
    let known = Known { ops: HashSet::from([records[0].op()]), ..start.clone() };
    let decision = take(&header(1, start.chain, &records), &records, &known, poison);
    assert_eq!((decision.feed.len(), decision.last), (0, Seq(1)));
}

#[test]
fn an_act_in_two_frames_is_given_on_when_it_is_whole() {
    let records = act(1, 3);
    let start = blank();
    let first = take(&header(1, start.chain, &records[..2]), &records[..2], &start, poison);
    assert!(first.feed.is_empty());
    assert_eq!(names(&first.waiting), [(records[0].op(), 1), (records[1].op(), 2)]);
    let second = take(&header(3, first.chain, &records[2..]), &records[2..], &after(&first), poison);
    assert_eq!(names(&second.feed), [(records[0].op(), 1), (records[1].op(), 2), (records[2].op(), 3)]);
    assert_eq!(second.settled, [records[0].tx]);
    assert!(second.waiting.is_empty());
}

#[test]
fn one_bad_record_keeps_its_act_aside_and_nothing_else() {
    let mut records = [act(1, 3), act(2, 1)].concat();
    records[1].table = 13;
    let start = blank();
    let first = take(&header(1, start.chain, &records[..1]), &records[..1], &start, poison);
    let second = take(&header(2, first.chain, &records[1..2]), &records[1..2], &after(&first), poison);
    assert_eq!(second.settled, [records[0].tx]);
    assert_eq!(
        second.aside.iter().map(|(record, _, why)| (record.index, *why)).collect::<Vec<_>>(),
        [(1, "table"), (0, "act")]
    );
    let third = take(&header(3, second.chain, &records[2..]), &records[2..], &after(&second), poison);
    assert_eq!(third.aside.iter().map(|(record, _, why)| (record.index, *why)).collect::<Vec<_>>(), [(2, "act")]);
    assert_eq!(names(&third.feed), [(records[3].op(), 4)]);
    let PushReply::Have { seq, quarantined, .. } = third.reply(&header(3, second.chain, &records[2..]), Pos(1), 0)
    else {
        panic!("an answer")
    };
    assert_eq!((seq, quarantined.len(), quarantined[0].seq), (Seq(4), 1, Seq(3)));
}

#[test]
fn what_cannot_be_read_is_asked_for_one_by_one_and_then_kept_aside() {
    let records = [act(1, 1), act(2, 1)].concat();
    let start = blank();
    assert!(take_unreadable(&header(1, start.chain, &records), &start).smaller);
    let one = header(1, start.chain, &records[..1]);
    let decision = take_unreadable(&one, &start);
    assert!(decision.unreadable);
    assert_eq!((decision.last, decision.chain), (Seq(1), one.after));
    assert!(!take_unreadable(&one, &Known { last: Seq(1), ..start }).unreadable);
}

#[test]
fn a_frame_that_a_neighbour_brings_adds_its_changes_though_its_place_is_taken() {
    let (own, other) = (act(1, 1), act(8, 1));
    let start = blank();
    let known = after(&take(&header(1, start.chain, &other), &other, &start, poison));
    let brought = header(1, start.chain, &own);
    assert!(take(&brought, &own, &known, poison).feed.is_empty());
    let small = carried(&brought, &own);
    let fresh = Known { last: Seq(0), chain: Chain::genesis(DEVICE, small.epoch), ..known };
    let decision = take(&small, &own, &fresh, poison);
    assert_eq!(names(&decision.feed), [(own[0].op(), 1)]);
    let again = Known { last: decision.last, chain: decision.chain, ..fresh };
    assert!(take(&carried(&brought, &own), &own, &again, poison).feed.is_empty());
}

#[test]
fn what_waits_of_an_act_is_read_when_it_may_become_whole_or_is_spoilt() {
    let mut records = [act(1, 4), act(2, 2)].concat();
    let tx = records[0].tx;
    let parts = HashMap::from([(tx, 2)]);
    assert!(awaited(&records[2..3], &parts, poison).is_empty());
    assert_eq!(awaited(&records[2..], &parts, poison), [tx]);
    records[2].table = 13;
    assert_eq!(awaited(&records[2..3], &parts, poison), [tx]);
}
