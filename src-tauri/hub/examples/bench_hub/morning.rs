//! Eight o'clock: four PCs of every office send ten changes each and fetch what is new, all at once, over real sockets.
//! PCs and hub share the processor, so the hub alone bears more.

use balai_exchange::{Kind, Value};
use balai_hub::http::limits::{Buckets, Rate};
use balai_hub::hub::Limits;
use balai_hub::testing::{On, Pc, a_change, act, spawn_with};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

const PCS: usize = 4;
const CHANGES: usize = 10;

/// Sockets that are open at the same time.
const AT_ONCE: usize = 128;

/// Prints how long the whole morning takes, and how long a PC waits for an answer.
pub async fn measure(offices: usize) {
    println!("{:<12} {:>7} {:>9} {:>12} {:>12}", "engine", "PCs", "seconds", "push p50 ms", "push p95 ms");
    for (name, on) in [("SQLite", On::Sqlite), ("PostgreSQL", On::Postgres)] {
        let wide = || Rate { burst: 1e9, per_second: 1e9 };
        let limits =
            Limits { enrolments: Buckets::new(wide()), applies: Semaphore::new(AT_ONCE * 2), ..Limits::default() };
        let hub = spawn_with(on, Arc::new(chrono::Utc::now), limits).await;
        let mut pcs = Vec::new();
        for n in 0..offices * PCS {
            let mut pc = hub.pc(&format!("{:04}", n / PCS), u8::try_from(n % 250).unwrap_or(0) + 1).await;
            let changes = (0..CHANGES).map(|row| {
                a_change((n * CHANGES + row) as u128, Kind::INS, &[(1, Value::Text(format!("Peserta {row}")))])
            });
            pc.did(act(&changes.collect::<Vec<_>>()));
            pcs.push(pc);
        }
        let count = pcs.len();
        let (took, mut waits) = run(pcs).await;
        waits.sort_unstable();
        let at = |part: usize| waits[(waits.len() * part / 100).min(waits.len() - 1)].as_millis();
        println!("{name:<12} {count:>7} {:>9.1} {:>12} {:>12}", took.as_secs_f64(), at(50), at(95));
        hub.end().await;
    }
}

async fn run(pcs: Vec<Pc>) -> (Duration, Vec<Duration>) {
    let begun = Instant::now();
    let door = Arc::new(Semaphore::new(AT_ONCE));
    let mut tasks = JoinSet::new();
    for pc in pcs {
        let door = door.clone();
        tasks.spawn(async move {
            let _open = door.acquire().await.expect("an open door");
            let asked = Instant::now();
            pc.push_all().await;
            let waited = asked.elapsed();
            pc.pull(0).await;
            waited
        });
    }
    let waits = tasks.join_all().await;
    (begun.elapsed(), waits)
}
