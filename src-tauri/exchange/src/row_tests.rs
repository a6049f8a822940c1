//! Tests of rows and cells.

use super::*;
use proptest::prelude::*;

const ROW: u128 = 0x0199_0000_0000_7000_8000_0000_0000_0001;

/// A change of the row by somebody who has seen `state`.
fn change(n: u128, kind: Kind, cells: &[(u32, i64)], state: &RowState) -> Record {
    let mut record = Record {
        tx: Uuid::from_u128(n << 64),
        hlc: Stamp(n as u64 + 1000),
        table: 1,
        row: Uuid::from_u128(ROW),
        kind,
        cells: cells.iter().map(|(field, number)| (*field, Value::Int(*number))).collect(),
        ..Record::blank()
    };
    state.witness(&mut record);
    record
}

fn fold<'a>(records: impl IntoIterator<Item = &'a Record>) -> RowState {
    let mut state = RowState::default();
    records.into_iter().for_each(|record| state.apply(record, None));
    state
}

fn shown(state: &RowState) -> Vec<(u32, i64)> {
    let number = |value| if let Value::Int(number) = value { number } else { -1 };
    state.values(|_| Class::A).into_iter().map(|(field, value)| (field, number(value))).collect()
}

/// What three desks do to one row, each seeing the others' changes now and then.
fn history() -> impl Strategy<Value = Vec<(usize, u8, u32, i64, usize)>> {
    proptest::collection::vec((0usize..3, 0u8..12, 1u32..4, 0i64..4, 0usize..6), 1..25)
}

fn play(script: &[(usize, u8, u32, i64, usize)]) -> Vec<Record> {
    let mut records = vec![change(1, Kind::INS, &[(1, 10), (2, 20)], &RowState::default())];
    let mut desks = [1, 1, 1].map(|_| fold(&records));
    for (n, (desk, what, field, value, other)) in script.iter().enumerate() {
        let kind = match what {
            0 => Kind::DEL,
            1 => Kind::UNDEL,
            2 => Kind::RESOLVE,
            3 if *other == 0 => Kind::ERASE,
            4 => Kind(77),
            _ => Kind::UPD,
        };
        let cells: &[(u32, i64)] = if kind == Kind::DEL || kind == Kind::ERASE { &[] } else { &[(*field, *value)] };
        let record = change(n as u128 + 2, kind, cells, &desks[*desk]);
        desks[*desk].apply(&record, None);
        records.push(record);
        if *other < 3 {
            // One sees everything that was ever written.
            desks[*other] = fold(&records);
        }
    }
    records
}

proptest! {
    #[test]
    fn the_order_and_the_number_of_times_do_not_count(script in history(), order in any::<u64>(), cut in any::<prop::sample::Index>()) {
        let records = play(&script);
        let straight = fold(&records);
        let mut shuffled: Vec<&Record> = records.iter().chain(&records[cut.index(records.len())..]).collect();
        shuffled.sort_by_key(|record| blake3::hash(&[&record.op().0[..], &order.to_le_bytes()].concat()).as_bytes()[..8].to_vec());
        let other = fold(shuffled);
        prop_assert_eq!(other.to_bytes(), straight.to_bytes());
        prop_assert_eq!(RowState::from_bytes(&straight.to_bytes()), Ok(straight));
    }

    #[test]
    fn a_value_goes_only_when_a_later_change_saw_it(script in history()) {
        let records = play(&script);
        let state = fold(&records);
        prop_assume!(state.erased.is_none());
        for record in records.iter().filter(|record| record.kind.is_known()) {
            for (field, value) in &record.cells {
                let stands = state.fields[field].siblings.iter().any(|one| one.op == record.op() && one.value == *value);
                let seen = records.iter().filter(|other| other.kind.is_known() && other.cells.iter().any(|(other, _)| other == field))
                    .any(|later| later.superseded(*field).iter().any(|seen|
                        *seen == record.op().short() || *seen == Ref::INSERT && record.kind == Kind::INS));
                prop_assert!(stands != seen, "field {field} of {record:?}");
            }
        }
    }

    #[test]
    fn when_the_hub_had_it_does_not_depend_on_the_order(script in history(), order in any::<bool>()) {
        let records = play(&script);
        let (mut one, mut other) = (fold(&records), RowState::default());
        records.iter().for_each(|record| one.apply(record, Some(Stamp(5))));
        for record in &records {
            let (first, second) = if order { (None, Some(Stamp(5))) } else { (Some(Stamp(5)), None) };
            other.apply(record, first);
            other.apply(record, second);
        }
        prop_assert_eq!(one, other);
    }

    #[test]
    fn foreign_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = RowState::from_bytes(&bytes);
    }
}

#[test]
fn two_who_did_not_know_of_each_other_leave_both_values() {
    let insert = change(1, Kind::INS, &[(1, 10)], &RowState::default());
    let before = fold([&insert]);
    let one = change(2, Kind::UPD, &[(1, 11)], &before);
    let other = change(3, Kind::UPD, &[(1, 12)], &before);
    let state = fold([&insert, &one, &other]);
    assert_eq!(shown(&state), [(1, 12)]);
    assert_eq!(state.contested().map(|(field, _)| field).collect::<Vec<_>>(), [1]);

    let settled = change(4, Kind::RESOLVE, &[(1, 11)], &state);
    let after = fold([&settled, &other, &insert, &one]);
    assert_eq!(shown(&after), [(1, 11)]);
    assert_eq!(after.contested().count(), 0);
}

#[test]
fn the_same_value_twice_is_no_dispute() {
    let insert = change(1, Kind::INS, &[(1, 10)], &RowState::default());
    let before = fold([&insert]);
    let (one, other) = (change(2, Kind::UPD, &[(1, 11)], &before), change(3, Kind::UPD, &[(1, 11)], &before));
    assert_eq!(fold([&insert, &one, &other]).contested().count(), 0);
}

#[test]
fn a_clock_that_runs_ahead_gains_nothing_over_the_hubs() {
    let insert = change(1, Kind::INS, &[(1, 10)], &RowState::default());
    let before = fold([&insert]);
    let mut ahead = change(2, Kind::UPD, &[(1, 11)], &before);
    ahead.hlc = Stamp(9_999_999);
    let honest = change(3, Kind::UPD, &[(1, 12)], &before);
    let mut state = before;
    state.apply(&ahead, Some(Stamp(900)));
    state.apply(&honest, Some(Stamp(2_000)));
    assert_eq!(shown(&state), [(1, 12)]);
}

#[test]
fn later_by_cause_wins_whatever_the_clocks_say() {
    let mut insert = change(1, Kind::INS, &[(1, 10)], &RowState::default());
    insert.hlc = Stamp(u64::MAX);
    let edit = change(2, Kind::UPD, &[(1, 11)], &fold([&insert]));
    assert_eq!(shown(&fold([&edit, &insert])), [(1, 11)]);
}

#[test]
fn an_edit_that_a_deletion_did_not_see_keeps_the_row() {
    let insert = change(1, Kind::INS, &[(1, 10), (2, 20)], &RowState::default());
    let before = fold([&insert]);
    let deletion = change(2, Kind::DEL, &[], &before);
    assert!(deletion.supersedes.is_empty());
    assert!(!fold([&insert, &deletion]).is_visible());

    let edit = change(3, Kind::UPD, &[(1, 11)], &before);
    let both = fold([&edit, &deletion, &insert]);
    assert!(both.is_visible() && both.is_contested_deletion());
    assert_eq!(shown(&both), [(1, 11), (2, 20)]);

    let knowing = change(4, Kind::DEL, &[], &both);
    assert!(!fold([&knowing, &edit, &deletion, &insert]).is_visible());

    let back = change(5, Kind::UNDEL, &[(1, 11), (2, 20)], &both);
    let returned = fold([&back, &insert, &edit, &deletion]);
    assert!(returned.is_visible() && !returned.is_contested_deletion());
}

#[test]
fn nothing_comes_back_after_an_erasure() {
    let insert = change(1, Kind::INS, &[(1, 10)], &RowState::default());
    let erase = change(2, Kind::ERASE, &[], &fold([&insert]));
    let late = change(3, Kind::UPD, &[(1, 11)], &fold([&insert]));
    for order in [[&insert, &erase, &late], [&erase, &late, &insert], [&late, &insert, &erase]] {
        let state = fold(order);
        assert!(!state.is_visible());
        assert_eq!(state, RowState { erased: Some(erase.op()), ..RowState::default() });
    }
}

#[test]
fn a_counter_shows_the_highest_number() {
    let insert = change(1, Kind::INS, &[(1, 10)], &RowState::default());
    let before = fold([&insert]);
    let (high, low) = (change(2, Kind::UPD, &[(1, 15)], &before), change(3, Kind::UPD, &[(1, 12)], &before));
    let state = fold([&insert, &high, &low]);
    assert_eq!(state.values(|_| Class::C), [(1, Value::Int(15))]);
}

#[test]
fn two_inserts_of_a_worked_out_id_do_not_stand_for_each_other() {
    let fixed = |mut record: Record| {
        record.row = Uuid::from_u128(5);
        record
    };
    let one = fixed(change(1, Kind::INS, &[(1, 10)], &RowState::default()));
    let other = fixed(change(2, Kind::INS, &[(1, 20)], &RowState::default()));
    let mut edit = change(3, Kind::UPD, &[(1, 11)], &RowState::default());
    edit.row = one.row;
    fold([&one]).witness(&mut edit);
    let state = fold([&edit, &one, &other]);
    let values: Vec<i64> =
        state.fields[&1].siblings.iter().map(|one| if let Value::Int(n) = one.value { n } else { 0 }).collect();
    assert_eq!(values, [20, 11]);
}
