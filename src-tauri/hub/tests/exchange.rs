//! Offices and their PCs against a hub over real sockets.

mod support;

use balai_exchange::digest::Buckets;
use balai_exchange::message::{Digests, Hello, HelloReply, PushReply, seal};
use balai_exchange::published::{Number, Publish, Published};
use balai_exchange::row::RowState;
use balai_exchange::snapshot::{Manifest, unpack};
use balai_exchange::{Epoch, Kind, Record, Value};
use balai_hub::testing::{On, Pc, a_change, act, spawn};
use std::collections::BTreeMap;
use support::clock;

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn person(row: u128, name: &str) -> Record {
    a_change(row, Kind::INS, &[(1, text(name)), (4, text("3204110202900001"))])
}

fn have(reply: &PushReply) -> (u64, u64, usize) {
    match reply {
        PushReply::Have { seq, head, quarantined, .. } => (seq.0, head.0, quarantined.len()),
        PushReply::Smaller => panic!("asked for a smaller frame"),
    }
}

/// What the entries of a feed say, in its order.
async fn fed(pc: &Pc) -> Vec<Record> {
    let page = pc.pull(0).await;
    let places: Vec<u64> = page.entries.iter().map(|entry| entry.pos.0).collect();
    assert_eq!(places, (1..=page.head.0).collect::<Vec<_>>());
    page.entries.iter().map(|entry| Record::from_bytes(&entry.record).expect("a record")).collect()
}

on_both! {
    async fn what_one_pc_sends_the_other_gets_once_and_in_order(on: On) {
        let hub = spawn(on, clock()).await;
        let mut one = hub.pc("3204", 1).await;
        let other = hub.pc("3204", 2).await;
        one.did(act(&[person(1, "Siti"), person(2, "Budi")])).did(act(&[person(3, "Wati")]));
        assert_eq!(have(&one.push_all().await), (3, 3, 0));
        // The answer was lost, so it comes again; and once more in other pieces.
        assert_eq!(have(&one.push_all().await), (3, 3, 0));
        assert_eq!(have(&one.push(&one.frame(1, 2)).await), (3, 3, 0));
        assert_eq!(fed(&other).await, one.records);
        assert!(other.pull(3).await.entries.is_empty());
        hub.end().await;
    }

    async fn a_frame_too_early_or_of_a_cloned_pc_changes_nothing(on: On) {
        let hub = spawn(on, clock()).await;
        let mut one = hub.pc("3204", 1).await;
        one.did(act(&[person(1, "Siti")])).did(act(&[person(2, "Budi")])).did(act(&[person(3, "Wati")]));
        assert_eq!(have(&one.push(&one.frame(0, 1)).await), (1, 1, 0));
        assert_eq!(have(&one.push(&one.frame(2, 1)).await), (1, 1, 0));
        let honest = one.records.clone();
        one.records = vec![honest[0].clone(), act(&[person(9, "Klon")])[0].clone()];
        assert_eq!(have(&one.push_all().await), (2, 2, 0));
        one.records = honest;
        let reply = one.push_all().await;
        assert_eq!(have(&reply), (2, 2, 0));
        let (sent, mut author) = (one.frame(0, 3), one.author());
        let outcome = author.on_reply(&one.records, sent.header.first, reply, Epoch(77));
        assert_eq!(outcome, balai_exchange::author::Outcome::Renumbered);
        // Under its new epoch everything arrives, and what was there is not doubled.
        one.epoch = Epoch(77);
        assert_eq!(have(&one.push_all().await), (3, 4, 0));
        hub.end().await;
    }

    async fn an_act_in_two_frames_is_fed_when_it_is_whole(on: On) {
        let hub = spawn(on, clock()).await;
        let mut one = hub.pc("3204", 1).await;
        let other = hub.pc("3204", 2).await;
        one.did(act(&[person(1, "Siti"), person(2, "Budi"), person(3, "Wati")]));
        assert_eq!(have(&one.push(&one.frame(0, 2)).await), (2, 0, 0));
        assert!(fed(&other).await.is_empty());
        assert_eq!(have(&one.push(&one.frame(2, 1)).await), (3, 3, 0));
        assert_eq!(fed(&other).await, one.records);
        hub.end().await;
    }

    async fn a_poisoned_record_is_kept_aside_and_holds_nothing_up(on: On) {
        let hub = spawn(on, clock()).await;
        let mut one = hub.pc("3204", 1).await;
        let poison = Record { table: 0, ..person(2, "Budi") };
        one.did(act(&[person(1, "Siti")])).did(act(&[poison])).did(act(&[person(3, "Wati")]));
        assert_eq!(have(&one.push_all().await), (3, 2, 1));
        let rows: Vec<_> = fed(&one).await.iter().map(|record| record.row).collect();
        assert_eq!(rows, [one.records[0].row, one.records[2].row]);
        hub.end().await;
    }

    async fn the_digest_is_the_one_that_a_desk_works_out_itself(on: On) {
        let hub = spawn(on, clock()).await;
        let mut one = hub.pc("3204", 1).await;
        one.did(act(&[person(1, "Siti"), person(2, "Budi")]));
        one.did(act(&[a_change(1, Kind::UPD, &[(1, text("Siti Aminah"))])]));
        one.push_all().await;
        let mut states: BTreeMap<_, RowState> = BTreeMap::new();
        for record in fed(&one).await {
            states.entry((record.table, record.row)).or_default().apply(&record, None);
        }
        let mut own = Buckets::default();
        for ((table, row), state) in &states {
            own.toggle(*table, *row, &state.outline());
        }
        let told: Digests = one.told("GET", "/v1/digest", b"").await;
        assert_eq!((told.pos.0, told.buckets.differing(&own)), (3, vec![]));
        hub.end().await;
    }

    async fn a_new_pc_gets_the_state_in_chunks_and_the_rest_from_the_feed(on: On) {
        let hub = spawn(on, clock()).await;
        let mut one = hub.pc("3204", 1).await;
        for row in 0..60 {
            one.did(act(&[person(row, &format!("Peserta {row}"))]));
        }
        one.push_all().await;
        let new = hub.pc("3204", 2).await;
        let manifest: Manifest = new.told("GET", "/v1/snapshot", b"").await;
        assert_eq!((manifest.head.0, manifest.rows), (60, 60));
        let mut names = Vec::new();
        for chunk in &manifest.chunks {
            let path = format!("/v1/snapshot/{}", blake3::Hash::from_bytes(chunk.hash).to_hex());
            let answer = new.ask("GET", &path, &rand::random(), b"").await;
            for row in unpack(chunk, &answer.body).expect("it is there") {
                let state = RowState::from_bytes(&row.state).expect("it is there");
                names.push(state.values(|_| balai_exchange::Class::B)[0].1.clone());
            }
        }
        assert_eq!(names, (0..60).map(|row| text(&format!("Peserta {row}"))).collect::<Vec<_>>());
        assert!(new.pull(manifest.head.0).await.entries.is_empty());
        hub.end().await;
    }

    async fn two_who_differ_are_noted_until_somebody_settles_it(on: On) {
        let hub = spawn(on, clock()).await;
        let (mut one, mut other) = (hub.pc("3204", 1).await, hub.pc("3204", 2).await);
        one.did(act(&[person(1, "Siti")]));
        one.push_all().await;
        one.did(act(&[a_change(1, Kind::UPD, &[(1, text("Siti Aminah"))])]));
        other.did(act(&[a_change(1, Kind::UPD, &[(1, text("Siti Aminnah"))])]));
        one.push_all().await;
        other.push_all().await;
        let count = || async { support::open_differences(&hub.fresh.url).await };
        assert_eq!(count().await, 1);
        let mut settled = a_change(1, Kind::RESOLVE, &[(1, text("Siti Aminah"))]);
        settled.supersede(1, vec![one.records[1].op().short(), other.records[0].op().short()]);
        one.did(act(&[settled]));
        one.push_all().await;
        assert_eq!(count().await, 0);
        hub.end().await;
    }

    async fn numbers_are_published_replaced_and_never_words_about_people(on: On) {
        let hub = spawn(on, clock()).await;
        let one = hub.pc("3204", 1).await;
        let number = |kind: &str, period: &str, value| Number { kind: kind.into(), period: period.into(), value };
        let publish = |numbers: Vec<Number>| {
            let message = Publish { since: "2026-10".into(), numbers };
            let one = &one;
            async move {
                let nonce = rand::random();
                let body = seal(&one.key, &nonce, &message);
                let answer = one.ask("POST", "/v1/numbers", &nonce, &body).await;
                balai_exchange::message::open::<Published>(&one.hub_key, &nonce, &answer.body).expect("it is there").taken
            }
        };
        assert_eq!(publish(vec![number("cards", "2026-11", 7), number("batches", "2026-11", 2)]).await, 2);
        assert_eq!(publish(vec![number("cards", "2026-11", 8), number("Siti Aminah", "2026-11", 1)]).await, 1);
        assert_eq!(support::numbers(&hub.fresh.url).await, ["cards 2026-11 8"]);
        hub.end().await;
    }

    async fn a_greeting_tells_the_time_and_is_noted(on: On) {
        let hub = spawn(on, clock()).await;
        let one = hub.pc("3204", 1).await;
        let hello = Hello {
            app: "1.2.3".into(),
            schema_min: 1,
            schema_max: 4,
            features: vec!["backlog=12".into()],
            epoch: one.epoch,
            clock: 1_000_000,
        };
        let nonce = rand::random();
        let answer = one.ask("POST", "/v1/hello", &nonce, &seal(&one.key, &nonce, &hello)).await;
        let reply: HelloReply = balai_exchange::message::open(&one.hub_key, &nonce, &answer.body).expect("it is there");
        assert!(reply.slot < 3_600 && reply.schema_max >= 4 && reply.hub_time > 1_700_000_000_000);
        assert!(reply.features.iter().any(|feature| feature.starts_with("audit=2:")), "{:?}", reply.features);
        assert_eq!(support::heard(&hub.fresh.url).await, "12 1.2.3");
        hub.end().await;
    }
}
