//! Frames of 500 new people from eight offices at once, and the same frames again, as after a lost answer.

use balai_exchange::{Frame, Kind, Record, Stamp, Value};
use balai_hub::keys::Keys;
use balai_hub::ledger::{Ledger, Scope};
use balai_hub::push::{self, Caller};
use balai_hub::testing::{On, Pc, a_change, act, spawn};
use std::sync::Arc;
use std::time::{Duration, Instant};

const OFFICES: usize = 8;
const FRAME: usize = 500;

/// Prints how many changes each engine takes in a second.
pub async fn measure(changes: usize) {
    let frames = changes.div_ceil(FRAME * OFFICES);
    println!("{:<12} {:>9} {:>14} {:>14}", "engine", "changes", "new/s", "again/s");
    for (name, on) in [("SQLite", On::Sqlite), ("PostgreSQL", On::Postgres), ("in parts", On::PostgresInParts)] {
        let hub = spawn(on, Arc::new(chrono::Utc::now)).await;
        let mut offices = Vec::new();
        for office in 0..OFFICES {
            let mut pc = hub.pc(&format!("{}", 3200 + office), u8::try_from(office).unwrap_or(0) + 1).await;
            let batch = |n: usize| act(&(0..FRAME).map(|row| person(n * FRAME + row)).collect::<Vec<_>>());
            for n in 0..frames {
                pc.did(batch(n));
            }
            let mut ready: Vec<Frame> = Vec::new();
            let mut first = 0;
            while first < pc.records.len() {
                let frame = pc.frame(first, FRAME);
                first += frame.header.n as usize;
                ready.push(frame);
            }
            offices.push((Arc::new(pc), Arc::new(ready)));
        }
        let count =
            offices.iter().flat_map(|(_, ready)| ready.iter()).map(|frame| frame.header.n as usize).sum::<usize>();
        let new = run(&hub.hub.ledger, &offices).await;
        let again = run(&hub.hub.ledger, &offices).await;
        let rate = |took: Duration| count as f64 / took.as_secs_f64();
        println!("{name:<12} {count:>9} {:>14.0} {:>14.0}", rate(new), rate(again));
        hub.end().await;
    }
}

async fn run(ledger: &Ledger, offices: &[(Arc<Pc>, Arc<Vec<Frame>>)]) -> Duration {
    let begun = Instant::now();
    let tasks: Vec<_> = offices
        .iter()
        .map(|(pc, ready)| {
            let (ledger, ready) = (ledger.clone(), ready.clone());
            let caller = Caller { scope: Scope::of(pc.certificate.office), device: pc.certificate.device };
            let key = pc.key.public();
            tokio::spawn(async move {
                let keys = Keys::from_seed([42; 32]);
                for frame in ready.iter() {
                    frame.verify(&key).expect("its own signature");
                    let taken = push::take(&ledger, &keys, caller, frame, Stamp::at(chrono::Utc::now()));
                    taken.await.expect("a ledger that answers");
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a writer that ends");
    }
    begun.elapsed()
}

/// A new person of fourteen fields, about as long as real ones.
fn person(row: usize) -> Record {
    let text = |words: String| Value::Text(words);
    let cells = [
        (1, text(format!("Siti Nurhaliza Rahmawati {row}"))),
        (4, text(format!("32041102029{row:05}"))),
        (6, text("PEREMPUAN".into())),
        (7, text("BANDUNG".into())),
        (8, text("1999-02-11".into())),
        (9, text("ISLAM".into())),
        (10, text("BELUM_KAWIN".into())),
        (11, text("SMA".into())),
        (12, text(format!("0812{row:08}"))),
        (13, text(format!("siti.{row}@example.id"))),
        (14, text(format!("Kampung Cibiru RT {:02} RW 04", row % 30))),
        (15, text("3204110001".into())),
        (16, Value::Int(1)),
        (17, text("2026-11-24".into())),
    ];
    a_change(row as u128, Kind::INS, &cells)
}
