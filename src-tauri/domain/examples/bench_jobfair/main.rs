//! `cargo xtask bench jobfair [tickets=100000] [stations=40]`: a rehearsal of a large fair against
//! independent counts.

use balai_domain::{
    TABLES,
    base::{id::Id, zone::Zone},
    jobfair::{
        Fair,
        fair::{self, FairDraft, FairKind, Organiser},
        gate::{Direction, GateEvent},
        gate_desk::{self, Scan},
        matching::{self, Post, Profile, stems},
        ticket,
        visit::{Visit, VisitSource},
    },
    office::{office::OfficeKind, setup},
    people::{
        draft::{PersonDraft, to_row},
        person::Person,
    },
    store::{Act, Store, key::Slots},
};
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    collections::HashSet,
    path::Path,
    time::{Duration, Instant},
};

fn act(verb: &'static str, at: DateTime<Utc>) -> Act {
    Act { verb, actor: None, at }
}

async fn an_office(folder: &Path, at: DateTime<Utc>) -> Store {
    let (slots, key) = Slots::create("kursi rotan biru", false).expect("slots");
    slots.write(folder).expect("written");
    let store = Store::open(folder, key, TABLES, true).await.expect("opened");
    let mut work = store.begin(act("office_make", at)).await.expect("work");
    let first = setup::FirstRun {
        name: "Disnaker Uji".into(),
        kind: OfficeKind::LabourOffice,
        regency_code: "32.16".into(),
        zone: Zone::Wib,
        letterhead: [String::new(), String::new(), String::new()],
        address: String::new(),
        username: "admin".into(),
        full_name: "Administrator Uji".into(),
        password: "sandi loket satu".into(),
    };
    setup::make_office(&mut work, first, |_| true).await.expect("an office");
    work.commit().await.expect("committed");
    store
}

async fn a_fair(store: &Store, at: DateTime<Utc>) -> Id<Fair> {
    let day = Zone::Wib.day(at);
    let mut work = store.begin(act("fair_save", at)).await.expect("work");
    let draft = FairDraft {
        id: None,
        name: "Geladi".into(),
        kind: FairKind::OnSite,
        organiser: Organiser::Regency,
        organiser_name: String::new(),
        approval: String::new(),
        starts_on: day,
        ends_on: day,
        place: String::new(),
        capacity: Some(1_000_000),
        per_half_hour: Some(1_000_000),
        companies_planned: None,
        hires_planned: None,
        report_days: 30,
        note: String::new(),
        sessions: Vec::new(),
    };
    let id = fair::save(&mut work, draft).await.expect("a fair");
    work.commit().await.expect("committed");
    id
}

/// People with tickets, straight into the file.
async fn visitors(store: &Store, fair_id: Id<Fair>, count: usize, at: DateTime<Utc>) -> Vec<Visit> {
    let mut work = store.begin(act("ticket_give", at)).await.expect("work");
    let day = Zone::Wib.day(at);
    let mut people: Vec<Person> = Vec::with_capacity(count);
    let mut visits = Vec::with_capacity(count);
    for n in 0..count {
        let draft = PersonDraft { full_name: format!("Pengunjung Contoh {n}"), ..PersonDraft::default() };
        let person = to_row(&draft, None, work.id(), at, day, "1");
        visits.push(Visit {
            id: work.id(),
            fair_id,
            person_id: person.id,
            ticket: ticket::fresh(),
            source: VisitSource::Ahead,
            session_id: None,
            registered_at: at,
            wishes: None,
            blocked_at: None,
            blocked_reason: None,
        });
        people.push(person);
    }
    work.put_new_many(&people).await.expect("people");
    work.put_new_many(&visits).await.expect("visits");
    work.commit().await.expect("committed");
    visits
}

fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{what:<34} p50 {:>8.2} ms   p99 {:>8.2} ms   n {}", at(0.5), at(0.99), times.len());
}

/// The logs of all stations: everybody enters once, some show their ticket twice, half leave again.
fn logs(fair_id: Id<Fair>, visits: &[Visit], stations: usize, at: DateTime<Utc>) -> Vec<Vec<GateEvent>> {
    let mut logs = vec![Vec::new(); stations];
    let mut note = |n: usize, station: usize, direction: Direction, minute: usize| {
        // Every seventh station has an hour that is wrong.
        let wrong = if station.is_multiple_of(7) { 60 } else { 0 };
        let minutes = i64::try_from(minute).unwrap_or(0) + wrong;
        logs[station].push(GateEvent {
            id: Id::new(at + TimeDelta::minutes(minutes)),
            fair_id,
            visit_id: visits[n].id,
            station: format!("G{station:02}"),
            direction,
            at: at + TimeDelta::minutes(minutes),
            step: if direction == Direction::In { 1 } else { -1 },
            override_reason: None,
            officer_id: None,
        });
    };
    for n in 0..visits.len() {
        note(n, n % stations, Direction::In, n % 360);
        if n.is_multiple_of(10) {
            note(n, (n + 1) % stations, Direction::In, n % 360 + 2);
        }
        if n.is_multiple_of(2) {
            note(n, (n + 3) % stations, Direction::Out, n % 360 + 90);
        }
    }
    logs
}

async fn gate(store: &Store, fair_id: Id<Fair>, visits: &[Visit], stations: usize, at: DateTime<Utc>) {
    let (scanned, logged) = visits.split_at(2_000.min(visits.len() / 2));
    let logs = logs(fair_id, logged, stations, at);
    let rows: usize = logs.iter().map(Vec::len).sum();
    let begun = Instant::now();
    let mut new = 0;
    for log in &logs {
        let mut work = store.begin(act("gate_scan", at)).await.expect("work");
        new += gate_desk::take_log(&mut work, fair_id, log.clone()).await.expect("taken");
        work.commit().await.expect("committed");
    }
    let merge = begun.elapsed();
    assert_eq!(new, rows, "nothing lost");
    let begun = Instant::now();
    for log in &logs {
        let mut work = store.begin(act("gate_scan", at)).await.expect("work");
        assert_eq!(gate_desk::take_log(&mut work, fair_id, log.clone()).await.expect("taken"), 0, "nothing doubled");
    }
    println!(
        "{stations} logs, {rows} rows: merged in {:.2} s; again in {:.2} s",
        merge.as_secs_f64(),
        begun.elapsed().as_secs_f64()
    );

    let mut times = Vec::new();
    for visit in scanned {
        let begun = Instant::now();
        let mut work = store.begin(act("gate_scan", at + TimeDelta::hours(5))).await.expect("work");
        let direction = Direction::In;
        let scan = Scan { fair_id, code: visit.ticket.clone(), visit: None, direction, override_reason: String::new() };
        let answer = gate_desk::scan(&mut work, scan).await.expect("scanned");
        work.commit().await.expect("committed");
        times.push(begun.elapsed());
        assert!(answer.verdict.passes(), "{:?}", answer.verdict);
    }
    tell("check-in (goal p99 5 ms)", times);
    let begun = Instant::now();
    let state = gate_desk::state(&mut store.read().await.expect("reader"), fair_id).await.expect("state");
    println!("arrival dashboard (goal 100 ms)    {:.1} ms", begun.elapsed().as_secs_f64() * 1e3);
    let everybody: HashSet<Id<Visit>> = logs.iter().flatten().map(|event| event.visit_id).collect();
    assert_eq!(state.count.visitors as usize, everybody.len() + scanned.len(), "an independent count");
}

fn best_booths() {
    const TRADES: [&str; 8] =
        ["operator jahit", "juru las", "kasir toko", "staf gudang", "sopir", "barista", "teknisi listrik", "admin"];
    let posts: Vec<Post> = (0..5_000)
        .map(|n| Post {
            title: stems(&format!("{} {}", TRADES[n % 8], n % 37)),
            booth: n % 120,
            waiting: i64::try_from(n % 13).unwrap_or(0),
            ..Post::default()
        })
        .collect();
    let mut times = Vec::new();
    for n in 0..1_000 {
        let person =
            Profile { occupations: stems(TRADES[n % 8]), skills: stems(TRADES[(n + 3) % 8]), ..Profile::default() };
        let begun = Instant::now();
        let found = matching::best(&person, &posts, 3);
        times.push(begun.elapsed());
        assert_eq!(found.len(), 3);
    }
    tell("three of 5,000 (goal 5 ms)", times);
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str, usual: usize| {
        words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('=')?.parse().ok()).unwrap_or(usual)
    };
    let (tickets, stations) = (number("tickets", 100_000), number("stations", 40));
    let at: DateTime<Utc> = "2026-11-24T01:00:00Z".parse().expect("a moment");
    best_booths();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("runtime");
    runtime.block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let store = an_office(folder.path(), at).await;
        let fair_id = a_fair(&store, at).await;
        let visits = visitors(&store, fair_id, tickets, at).await;
        gate(&store, fair_id, &visits, stations, at).await;
        store.close().await;
    });
}
