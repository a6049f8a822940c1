//! What officers do: acts of one or more changes, of every kind.

use crate::{desk::Desk, hub::NO_TABLE, random::Random, truth::Truth};
use balai_exchange::{Class, Kind, Record, Stamp, Value};
use chrono::{DateTime, Utc};
use uuid::{Builder, Uuid};

/// Fields: two of which the latest is shown, a counter, where the row leads to, and one of a newer build.
pub const COUNTER: u32 = 3;
pub const LEADS_TO: u32 = 5;
pub const NEWER: u32 = 20;
/// A kind that only a newer build knows.
pub const NEWER_KIND: Kind = Kind(77);
const PEOPLE: u32 = 1;
/// A table of a newer build.
const NEWER_TABLE: u32 = 2;

pub fn class(field: u32) -> Class {
    match field {
        1 => Class::A,
        COUNTER => Class::C,
        _ => Class::B,
    }
}

/// One act of this desk; how many changes it has.
pub fn act(desk: &mut Desk, time: DateTime<Utc>, random: &mut Random, truth: &mut Truth) -> u64 {
    let millis = desk.now(time).timestamp_millis().max(0).unsigned_abs();
    let tx = Builder::from_unix_timestamp_millis(millis, &random.bytes()).into_uuid();
    let of = if random.happens(40) { 12 + random.below(20) } else { 1 + random.below(3) } as u32;
    let poisoned = random.happens(15);
    if poisoned {
        truth.poisoned.insert(tx);
    }
    for index in 0..of {
        let mut record = blank(tx, index, of, desk.old);
        if poisoned {
            (record.table, record.kind, record.row) =
                (if index == 0 { NO_TABLE } else { PEOPLE }, Kind::INS, id(random));
            record.cells = vec![(1, Value::Int(1))];
        } else {
            choose(&mut record, desk, random);
        }
        desk.write(record, time, truth);
    }
    u64::from(of)
}

fn blank(tx: Uuid, index: u32, of: u32, old: bool) -> Record {
    Record {
        tx,
        index,
        of,
        hlc: Stamp::default(),
        table: PEOPLE,
        row: Uuid::nil(),
        kind: Kind::INS,
        schema: if old { 1 } else { 2 },
        actor: None,
        cells: Vec::new(),
        supersedes: Vec::new(),
        extra: Vec::new(),
    }
}

fn choose(record: &mut Record, desk: &Desk, random: &mut Random) {
    let present: Vec<Uuid> = rows(desk, |visible| visible);
    let gone: Vec<Uuid> = rows(desk, |visible| !visible);
    let value = Value::Int(random.below(50) as i64);
    let fixed = Uuid::from_u128(u128::from(desk.home.0) * 100 + random.below(4) as u128);
    let never = !desk.rows.contains_key(&(desk.home, PEOPLE, fixed));
    match (random.below(40), random.pick(&present).copied(), random.pick(&gone).copied()) {
        (0..=2, ..) if never => (record.row, record.cells) = (fixed, vec![(1, value.clone()), (2, value)]),
        (3..=4, _, Some(row)) if desk.rows[&(desk.home, PEOPLE, row)].erased.is_none() => {
            (record.kind, record.row, record.cells) = (Kind::UNDEL, row, vec![(1, value.clone()), (2, value)]);
        }
        (5..=7, Some(row), _) => (record.kind, record.row) = (Kind::DEL, row),
        (8, Some(row), _) if random.happens(200) => (record.kind, record.row) = (Kind::ERASE, row),
        (9..=10, Some(row), _) => {
            let other = random.pick(&present).copied().unwrap_or(row);
            let leads = Value::Blob(other.as_bytes().to_vec());
            (record.kind, record.row, record.cells) = (Kind::MERGE, row, vec![(LEADS_TO, leads)]);
        }
        (11, Some(row), _) => {
            (record.kind, record.row, record.cells) = (Kind::UNMERGE, row, vec![(LEADS_TO, Value::Null)])
        }
        (12..=13, Some(row), _) => {
            (record.kind, record.row, record.cells) = (Kind::RESOLVE, row, vec![(1, value.clone()), (2, value)]);
        }
        (14..=15, Some(row), _) => {
            let state = &desk.rows[&(desk.home, PEOPLE, row)];
            let shown = state.fields.get(&COUNTER).and_then(|cell| cell.winner(Class::C));
            let next = match shown.map(|one| &one.value) {
                Some(Value::Int(number)) => number + 1,
                _ => 1,
            };
            (record.kind, record.row, record.cells) = (Kind::UPD, row, vec![(COUNTER, Value::Int(next))]);
        }
        (16..=17, Some(row), _) if !desk.old => {
            (record.kind, record.row, record.cells) = (Kind::UPD, row, vec![(NEWER, value)]);
            record.extra = vec![(13, vec![random.below(20) as u8])];
        }
        (18, Some(row), _) if !desk.old => {
            (record.kind, record.row, record.cells) = (NEWER_KIND, row, vec![(1, value)])
        }
        (19, ..) if !desk.old => (record.table, record.row, record.cells) = (NEWER_TABLE, id(random), vec![(1, value)]),
        (20..=40, Some(row), _) => {
            let field = 1 + random.below(2) as u32;
            (record.kind, record.row, record.cells) = (Kind::UPD, row, vec![(field, value)]);
        }
        _ => (record.row, record.cells) = (id(random), vec![(1, value.clone()), (2, value)]),
    }
}

fn rows(desk: &Desk, wanted: impl Fn(bool) -> bool) -> Vec<Uuid> {
    let own = desk.rows.iter().filter(|((office, table, _), _)| *office == desk.home && *table == PEOPLE);
    own.filter(|(_, state)| wanted(state.is_visible())).map(|((_, _, row), _)| *row).collect()
}

fn id(random: &mut Random) -> Uuid {
    Builder::from_unix_timestamp_millis(1_795_000_000_000, &random.bytes()).into_uuid()
}
