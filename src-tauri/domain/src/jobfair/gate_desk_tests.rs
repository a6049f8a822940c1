//! Stations at work, each in a file of its own, and their logs brought together.

use super::*;
use crate::{
    jobfair::{
        fair::{self, FairDraft},
        testing::a_fair,
        visit::VisitSource,
        visitor::{self, TicketBlock, TicketDraft},
    },
    people::draft::PersonDraft,
    store::testing::{an_office, begin, noon},
};

async fn a_ticket(work: &mut Work, fair_id: Id<Fair>, name: &str) -> (Id<Visit>, String) {
    let person = PersonDraft { full_name: name.into(), ..PersonDraft::default() };
    let source = VisitSource::Ahead;
    let draft = TicketDraft { fair_id, person_id: None, person, session_id: None, wishes: String::new(), source };
    let given = visitor::give(work, draft).await.expect("given");
    (given.visit, given.ticket)
}

fn scan_of(fair_id: Id<Fair>, code: &str, direction: Direction) -> Scan {
    Scan { fair_id, code: code.into(), visit: None, direction, override_reason: String::new() }
}

#[tokio::test]
async fn a_ticket_lets_its_owner_in_once_and_out_again() {
    use Direction::{In, Out};
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "gate_scan").await;
    let fair = fair::save(&mut work, FairDraft { capacity: Some(1), ..a_fair() }).await.expect("a fair");
    let (visit, code) = a_ticket(&mut work, fair, "Siti Contoh").await;
    let (_, other) = a_ticket(&mut work, fair, "Budi Contoh").await;
    let mut said = Vec::new();
    for (code, direction) in [
        (code.as_str(), In),
        (&code, In),
        (&other, In),
        (&code, Out),
        (&code, Out),
        (&other, In),
        ("000000-000000-000000-0001", In),
        ("AB", In),
    ] {
        let answer = scan(&mut work, scan_of(fair, code, direction)).await.expect("scanned");
        said.push((answer.verdict, answer.inside));
    }
    use Verdict as V;
    assert_eq!(
        said,
        [
            (V::Welcome, 1),
            (V::AlreadyInside, 1),
            (V::Full, 1),
            (V::Goodbye, 0),
            (V::NotInside, 0),
            (V::Welcome, 1),
            (V::Unreadable, 1),
            (V::Unreadable, 1),
        ]
    );
    let unknown = ticket::of_bits(7);
    assert_eq!(scan(&mut work, scan_of(fair, &unknown, In)).await.expect("scanned").verdict, V::Unknown);
    visitor::block(&mut work, TicketBlock { visit, reason: "Tiket dipinjamkan".into() }).await.expect("blocked");
    let answer = scan(&mut work, scan_of(fair, &code, In)).await.expect("scanned");
    assert_eq!((answer.verdict, answer.detail.as_deref()), (V::Blocked, Some("Tiket dipinjamkan")));
    let overruled = Scan { override_reason: "Sudah dijelaskan".into(), ..scan_of(fair, &code, In) };
    assert_eq!(scan(&mut work, overruled).await.expect("scanned").verdict, V::Welcome);
    assert_eq!(log(work.reads(), fair, None).await.expect("log").len(), 4, "verdicts that stop nobody leave no row");
}

/// Two stations that never met: one has the hour wrong.
#[tokio::test]
async fn logs_of_stations_come_to_one_result_in_either_order_though_a_clock_is_an_hour_wrong() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "gate_scan").await;
    let fair = fair::save(&mut work, FairDraft { capacity: Some(2), ..a_fair() }).await.expect("a fair");
    let mut visits = Vec::new();
    for name in ["Siti Contoh", "Budi Contoh", "Cici Contoh"] {
        visits.push(a_ticket(&mut work, fair, name).await.0);
    }
    let event = |n: u128, visit: usize, station: &str, direction, minutes: i64| GateEvent {
        id: Id::from(uuid::Uuid::from_u128(n)),
        fair_id: fair,
        visit_id: visits[visit],
        station: station.into(),
        direction,
        at: noon() + chrono::TimeDelta::minutes(minutes),
        step: if direction == Direction::In { 1 } else { -1 },
        override_reason: None,
        officer_id: None,
    };
    use Direction::{In, Out};
    let north = vec![event(1, 0, "UTARA", In, 0), event(2, 1, "UTARA", In, 5), event(3, 0, "UTARA", Out, 50)];
    // Its clock is an hour behind: Siti shows her ticket there at 10 past, Budi leaves there, Cici comes.
    let south =
        vec![event(4, 0, "SELATAN", In, -50), event(5, 1, "SELATAN", Out, -20), event(6, 2, "SELATAN", In, -30)];
    work.commit().await.expect("committed");
    let mut results = Vec::new();
    for logs in [[&north, &south], [&south, &north]] {
        let mut work = begin(&store, "gate_take_log").await;
        for log in logs {
            take_log(&mut work, fair, log.clone()).await.expect("taken");
        }
        assert_eq!(take_log(&mut work, fair, north.clone()).await.expect("taken"), 0, "brought again, nothing is new");
        let raw = state(work.reads(), fair).await.expect("state");
        set_clock(&mut work, fair, "SELATAN", -3600).await.expect("set");
        let mended = state(work.reads(), fair).await.expect("state");
        results.push((raw.count, mended.count, mended.over_capacity));
        // Dropped: the other order begins with the same file.
    }
    assert_eq!(results[0], results[1]);
    let (raw, mended, over) = &results[0];
    assert_eq!((raw.visitors, raw.inside), (3, 1), "the wrong hour neither doubles nor loses anybody");
    assert_eq!((mended.visitors, mended.inside, mended.repeats, mended.doubtful), (3, 1, 1, 0));
    assert_eq!(
        (mended.peak, *over),
        (3, true),
        "two stations together let in more than the hall holds, and it is told"
    );
}
