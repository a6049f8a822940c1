//! The gate's rules against small cases worked out by hand, and against chance.

use super::*;
use proptest::prelude::*;
use uuid::Uuid;

fn at(clock: &str) -> DateTime<Utc> {
    format!("2026-11-24T{clock}:00Z").parse().expect("a moment")
}

fn passage(n: u128, clock: &str, out: bool) -> Passage {
    Passage { at: at(clock), out, id: Id::from(Uuid::from_u128(n)) }
}

#[test]
fn the_first_of_two_stations_counts_and_the_second_is_a_repeat() {
    let seen = whereabouts(&mut vec![passage(2, "02:05", false), passage(1, "02:00", false)]);
    assert_eq!((seen.first_in, seen.repeats, seen.inside), (Some(at("02:00")), 1, true));
}

#[test]
fn nobody_leaves_before_they_came_even_if_a_clock_is_an_hour_wrong() {
    // In at 10.00 by a right clock, out at 10.30 by one that is an hour behind.
    let seen = whereabouts(&mut vec![passage(1, "10:00", false), passage(2, "09:30", true)]);
    assert!(!seen.inside && seen.doubtful);
    assert_eq!(seen.first_in, Some(at("10:00")));
    // With the clock known, nothing is doubtful.
    let clocks = HashMap::from([("B".to_owned(), -3600)]);
    assert_eq!(corrected(at("09:30"), "B", &clocks), at("10:30"));
    assert_eq!(corrected(at("09:30"), "A", &clocks), at("09:30"));
}

#[test]
fn the_peak_the_halves_and_who_is_inside_are_counted_once_per_person() {
    let events = [
        (1, passage(1, "02:01", false)),
        (1, passage(2, "02:02", false)),
        (2, passage(3, "02:10", false)),
        (1, passage(4, "02:20", true)),
        (3, passage(5, "02:40", false)),
        (1, passage(6, "02:50", false)),
    ];
    let total = count(events.into_iter());
    assert_eq!((total.visitors, total.inside, total.repeats, total.doubtful), (3, 3, 1, 0));
    assert_eq!((total.peak, total.peak_at), (3, Some(at("02:50"))));
    assert_eq!(total.entries, [(at("02:00"), 2), (at("02:30"), 1)]);
}

fn shown() -> Shown {
    Shown {
        right_day: true,
        blocked: false,
        right_session: true,
        inside: false,
        people: 0,
        entries: 0,
        capacity: None,
        per_half_hour: None,
    }
}

#[test]
fn the_station_says_what_is_the_matter() {
    use Direction::{In, Out};
    for (case, direction, said) in [
        (shown(), In, Verdict::Welcome),
        (Shown { inside: true, ..shown() }, In, Verdict::AlreadyInside),
        (Shown { inside: true, ..shown() }, Out, Verdict::Goodbye),
        (shown(), Out, Verdict::NotInside),
        (Shown { blocked: true, right_session: false, ..shown() }, In, Verdict::Blocked),
        (Shown { right_session: false, ..shown() }, In, Verdict::WrongSession),
        (Shown { right_day: false, ..shown() }, In, Verdict::WrongDay),
        (Shown { people: 99, capacity: Some(100), ..shown() }, In, Verdict::Welcome),
        (Shown { people: 100, capacity: Some(100), ..shown() }, In, Verdict::Full),
        (Shown { entries: 100, per_half_hour: Some(100), ..shown() }, In, Verdict::Full),
        // A blocked ticket of somebody inside must still be able to leave.
        (Shown { blocked: true, inside: true, ..shown() }, Out, Verdict::Goodbye),
    ] {
        assert_eq!(verdict(&case, direction, false), said, "{case:?}");
    }
    assert_eq!(verdict(&Shown { right_session: false, ..shown() }, In, true), Verdict::Welcome);
    assert_eq!(verdict(&Shown { inside: true, ..shown() }, In, true), Verdict::AlreadyInside, "never twice");
}

/// A log: who, when in minutes, which way, at which of three stations.
fn logs() -> impl Strategy<Value = Vec<(u8, i64, bool, u8)>> {
    prop::collection::vec((0_u8..6, 0_i64..600, any::<bool>(), 0_u8..3), 0..60)
}

fn events(log: &[(u8, i64, bool, u8)], ahead: [i64; 3]) -> Vec<(u8, Passage)> {
    log.iter()
        .zip(1..)
        .map(|((who, minute, out, station), n)| {
            let moment = at("00:00") + TimeDelta::minutes(minute + ahead[usize::from(*station)]);
            (*who, Passage { at: moment, out: *out, id: Id::from(Uuid::from_u128(n)) })
        })
        .collect()
}

proptest! {
    #[test]
    fn logs_come_to_the_same_in_any_order_and_however_often_they_are_brought(
        log in logs(), cut in 0_usize..60, seed: u64
    ) {
        let all = events(&log, [0; 3]);
        let straight = count(all.iter().cloned());
        let mut mixed = all.clone();
        balai_scheduler::random::Dice::new(seed).shuffle(&mut mixed);
        // Some of it is brought twice.
        mixed.extend(all.iter().take(cut).cloned());
        prop_assert_eq!(count(mixed.into_iter()), straight);
    }

    #[test]
    fn a_clock_that_is_hours_wrong_never_changes_how_many_came(log in logs(), ahead in [-300_i64..300, -300..300, -300..300]) {
        let right = count(events(&log, [0; 3]).into_iter());
        let wrong = count(events(&log, ahead).into_iter());
        prop_assert_eq!(wrong.visitors, right.visitors);
        prop_assert!(wrong.inside >= 0 && wrong.inside <= wrong.visitors);
        prop_assert!(wrong.peak <= wrong.visitors);
    }

    #[test]
    fn one_station_never_lets_in_more_than_the_hall_holds(scans in prop::collection::vec((0_u8..12, any::<bool>()), 0..80), most in 1_i64..6) {
        let mut inside = std::collections::HashSet::new();
        for (who, out) in scans {
            let direction = if out { Direction::Out } else { Direction::In };
            let case = Shown {
                inside: inside.contains(&who),
                people: i64::try_from(inside.len()).expect("few"),
                capacity: Some(most),
                ..shown()
            };
            match verdict(&case, direction, false) {
                Verdict::Welcome => prop_assert!(inside.insert(who)),
                Verdict::Goodbye => prop_assert!(inside.remove(&who)),
                _ => {}
            }
            prop_assert!(i64::try_from(inside.len()).expect("few") <= most);
        }
    }
}
