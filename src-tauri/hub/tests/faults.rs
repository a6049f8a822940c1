//! An engine that fails, and many who write at once: nothing is lost, nothing doubled, no place of the feed skipped.

mod support;

use balai_exchange::message::PushReply;
use balai_exchange::{Frame, Kind, Pos, Record, Stamp, Value};
use balai_hub::http::limits::{Buckets, Rate};
use balai_hub::hub::Limits;
use balai_hub::ledger::faults::{Fault, Faults};
use balai_hub::ledger::{Error, Ledger, Scope};
use balai_hub::push::{self, Caller};
use balai_hub::testing::{On, Pc, a_change, act, spawn, spawn_with};
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use support::clock;

/// Fails once, at the `at`-th place where it is asked.
#[derive(Debug)]
struct Once {
    fault: Fault,
    at: u64,
    asked: AtomicU64,
    happened: AtomicBool,
}

impl Faults for Once {
    fn next(&self, at: &str) -> Fault {
        let fits = match self.fault {
            Fault::LostReply => at == "commit",
            Fault::Conflict => at == "statement",
            _ => true,
        };
        if fits && self.asked.fetch_add(1, Ordering::SeqCst) == self.at {
            self.happened.store(true, Ordering::SeqCst);
            return self.fault;
        }
        Fault::None
    }
}

fn a_person(row: u128) -> Record {
    a_change(row, Kind::INS, &[(1, Value::Text(format!("Peserta {row}"))), (4, Value::Text(format!("{row:016}")))])
}

fn caller(pc: &Pc) -> Caller {
    Caller { scope: Scope::of(pc.certificate.office), device: pc.certificate.device }
}

async fn push(ledger: &Ledger, pc: &Pc, frame: &Frame) -> Result<push::Taken, Error> {
    let keys = balai_hub::keys::Keys::from_seed([42; 32]);
    push::take(ledger, &keys, caller(pc), frame, Stamp::at(chrono::Utc::now())).await
}

/// Every position from 1 to the end holds one change, and no change comes twice.
async fn assert_whole(pc: &Pc, expected: usize) {
    let (mut after, mut seen) = (Pos(0), HashSet::new());
    loop {
        let page = pc.pull(after.0).await;
        let Some(last) = page.entries.last() else { break };
        for (entry, pos) in page.entries.iter().zip(after.0 + 1..) {
            assert_eq!(entry.pos.0, pos);
            assert!(seen.insert(Record::from_bytes(&entry.record).expect("a record").op()));
        }
        after = last.pos;
    }
    assert_eq!(seen.len(), expected);
}

on_both! {
    async fn a_frame_counts_once_wherever_the_engine_fails(on: On) {
        let hub = spawn(on, clock()).await;
        let mut pc = hub.pc("3204", 1).await;
        for fault in [Fault::Conflict, Fault::Loss, Fault::LostReply] {
            for at in 0.. {
                let first = pc.records.len();
                let row = first as u128;
                pc.did(act(&[a_person(row), a_person(row + 1)]));
                let once =
                    Arc::new(Once { fault, at, asked: AtomicU64::new(0), happened: AtomicBool::new(false) });
                let ledger = hub.hub.ledger.suffering(once.clone());
                let taken = push(&ledger, &pc, &pc.frame(first, 2)).await.expect("an answer");
                let PushReply::Have { seq, .. } = taken.reply else { panic!("a smaller frame") };
                assert_eq!(seq.0 as usize, pc.records.len(), "{fault:?} at {at}");
                if !once.happened.load(Ordering::SeqCst) {
                    assert!(at > 0, "{fault:?} never happened");
                    break;
                }
            }
        }
        assert_whole(&pc, pc.records.len()).await;
        assert!(support::audit_holds(&hub.hub.ledger, caller(&pc).scope).await);
        hub.end().await;
    }

    async fn sixteen_writers_of_one_office_leave_a_feed_without_gaps(on: On) {
        const FRAMES: usize = 6;
        let requests = Buckets::new(Rate { burst: 1e9, per_second: 1e9 });
        let hub = spawn_with(on, clock(), Limits { requests, ..Limits::default() }).await;
        let mut writers = Vec::new();
        for seed in 1..=16 {
            let mut pc = hub.pc("3204", seed).await;
            for n in 0..FRAMES {
                let row = u128::from(seed) * 1000 + n as u128 * 2;
                pc.did(act(&[a_person(row), a_person(row + 1)]));
            }
            writers.push(pc);
        }
        let reader = hub.pc("3204", 99).await;
        let busy = Arc::new(AtomicU64::new(0));
        let tasks: Vec<_> = writers
            .into_iter()
            .map(|pc| {
                let (ledger, busy) = (hub.hub.ledger.clone(), busy.clone());
                tokio::spawn(async move {
                    for n in 0..FRAMES {
                        // What is too busy is sent again, as a desk does.
                        while let Err(error) = push(&ledger, &pc, &pc.frame(n * 2, 2)).await {
                            assert!(matches!(error, Error::Busy(_)), "{error}");
                            busy.fetch_add(1, Ordering::SeqCst);
                        }
                    }
                })
            })
            .collect();
        // Reads while they write: a place that was passed over once would never be read.
        let (mut after, mut read) = (Pos(0), 0);
        while read < 16 * FRAMES * 2 {
            let page = reader.pull(after.0).await;
            for (entry, pos) in page.entries.iter().zip(after.0 + 1..) {
                assert_eq!(entry.pos.0, pos);
            }
            read += page.entries.len();
            after = page.entries.last().map_or(after, |entry| entry.pos);
        }
        for task in tasks {
            task.await.expect("an answer");
        }
        assert_whole(&reader, 16 * FRAMES * 2).await;
        assert!(support::audit_holds(&hub.hub.ledger, caller(&reader).scope).await);
        hub.end().await;
    }

    async fn too_much_at_once_is_told_when_to_come_again(on: On) {
        let requests = Buckets::new(Rate { burst: 3.0, per_second: 0.01 });
        let hub = spawn_with(on, clock(), Limits { requests, ..Limits::default() }).await;
        let pc = hub.pc("3204", 1).await;
        for _ in 0..3 {
            assert_eq!(pc.ask("GET", "/v1/pull?after=0", &rand::random(), b"").await.status, 200);
        }
        let answer = pc.ask("GET", "/v1/pull?after=0", &rand::random(), b"").await;
        assert_eq!(answer.status, 429);
        assert!(answer.header("retry-after").expect("it is there").parse::<u64>().expect("it is there") > 10);
        // Another PC is not held up by it.
        let other = hub.pc("3204", 2).await;
        assert_eq!(other.ask("GET", "/v1/pull?after=0", &rand::random(), b"").await.status, 200);
        hub.end().await;
    }
}
