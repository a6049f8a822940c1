//! Office A reads and writes nothing of office B, by any route.

mod support;

use balai_exchange::enrol::{Certificate, EnrolRequest};
use balai_exchange::message::{Digests, Page, open};
use balai_exchange::request::{CERTIFICATE, HUB_NONCE, NONCE, SIGNATURE};
use balai_exchange::sign::SecretKey;
use balai_exchange::{Frame, Kind, Record, Value};
use balai_hub::testing::{On, Pc, Running, a_change, act, spawn, speak};
use support::clock;

/// Every question that a device can ask, with a body where one is sent.
const ROUTES: &[(&str, &str)] = &[
    ("POST", "/v1/hello"),
    ("POST", "/v1/push"),
    ("GET", "/v1/pull?after=0"),
    ("GET", "/v1/digest"),
    ("POST", "/v1/numbers"),
    ("GET", "/v1/snapshot"),
    ("GET", "/v1/snapshot/0000000000000000000000000000000000000000000000000000000000000000"),
    ("GET", "/v1/attachment/0000000000000000000000000000000000000000000000000000000000000000"),
    ("GET", "/v1/attachment/0000000000000000000000000000000000000000000000000000000000000000/0"),
    ("PUT", "/v1/attachment/0000000000000000000000000000000000000000000000000000000000000000/0?size=5"),
];

const SECRET: &str = "Siti Rahasia";

async fn two_offices(on: On) -> (Running, Pc, Pc) {
    let hub = spawn(on, clock()).await;
    let mut a = hub.pc("3204", 1).await;
    let b = hub.pc("3273", 2).await;
    let said = [(1, Value::Text(SECRET.into())), (4, Value::Text("3204110202900001".into()))];
    a.did(act(&[a_change(1, Kind::INS, &said)]));
    a.push_all().await;
    (hub, a, b)
}

fn holds(body: &[u8]) -> bool {
    body.windows(SECRET.len()).any(|some| some == SECRET.as_bytes())
}

on_both! {
    async fn no_question_of_one_office_is_answered_with_anothers(on: On) {
        let (hub, a, b) = two_offices(on).await;
        for (method, path) in ROUTES {
            let answer = b.ask(method, path, &rand::random(), b"hello").await;
            assert!(!holds(&answer.body), "{method} {path}");
        }
        assert!(b.pull(0).await.entries.is_empty());
        let told: Digests = b.told("GET", "/v1/digest", b"").await;
        assert_eq!(told.office, b.certificate.office);
        assert_eq!(a.pull(0).await.entries.len(), 1);
        // Whatever the question says about an office, the certificate decides.
        let path = format!("/v1/pull?after=0&office={}", a.certificate.office.0);
        let page: Page = b.told("GET", &path, b"").await;
        assert_eq!((page.office, page.entries.len()), (b.certificate.office, 0));
        hub.end().await;
    }

    async fn a_snapshot_and_an_attachment_are_found_in_their_own_office_only(on: On) {
        let (hub, a, b) = two_offices(on).await;
        let manifest: balai_exchange::snapshot::Manifest = a.told("GET", "/v1/snapshot", b"").await;
        let chunk = format!("/v1/snapshot/{}", blake3::Hash::from_bytes(manifest.chunks[0].hash).to_hex());
        assert_eq!(a.ask("GET", &chunk, &rand::random(), b"").await.status, 200);
        assert_eq!(b.ask("GET", &chunk, &rand::random(), b"").await.status, 404);
        let name = blake3::hash(b"sealed").to_hex();
        let whole = format!("/v1/attachment/{name}/0?size=6");
        assert_eq!(a.ask("PUT", &whole, &rand::random(), b"sealed").await.status, 200);
        let piece = format!("/v1/attachment/{name}/0");
        assert_eq!(a.ask("GET", &piece, &rand::random(), b"").await.body, b"sealed");
        assert_eq!(b.ask("GET", &piece, &rand::random(), b"").await.status, 404);
        let holding: balai_exchange::attachment::Holding =
            b.told("GET", &format!("/v1/attachment/{name}"), b"").await;
        assert_eq!((holding.size, holding.complete), (0, false));
        hub.end().await;
    }

    async fn frames_of_another_office_and_forged_frames_are_refused(on: On) {
        let (hub, a, b) = two_offices(on).await;
        // A frame that A signed, carried by B: its author is not on B's list.
        let foreign = b.ask("POST", "/v1/push", &rand::random(), &a.frame(0, 1).to_bytes()).await;
        assert_eq!((foreign.status, foreign.text().as_str()), (403, "scope"));
        // A frame in A's name, signed by B.
        let record = act(&[a_change(7, Kind::INS, &[(1, Value::Text("Palsu".into()))])]);
        let forged = Frame::build(
            a.certificate.device, a.epoch, balai_exchange::Seq(2), a.frame(0, 1).header.after, &record, 1, &b.key,
        ).expect("records that fit").expect("a frame");
        let answer = b.ask("POST", "/v1/push", &rand::random(), &forged.to_bytes()).await;
        assert_eq!(answer.text(), "scope");
        let answer = a.ask("POST", "/v1/push", &rand::random(), &forged.to_bytes()).await;
        assert_eq!(answer.text(), "signature");
        assert_eq!(a.pull(0).await.head.0, 1);
        hub.end().await;
    }

    async fn no_bit_of_a_frame_can_be_changed(on: On) {
        let (hub, mut a, _) = two_offices(on).await;
        a.did(act(&[a_change(2, Kind::INS, &[(1, Value::Text("Budi".into()))])]));
        let bytes = a.frame(1, 1).to_bytes();
        for place in (0..bytes.len()).step_by(7) {
            let mut changed = bytes.clone();
            changed[place] ^= 1 << (place % 8);
            let answer = a.ask("POST", "/v1/push", &rand::random(), &changed).await;
            assert_ne!(answer.status, 200, "byte {place}");
        }
        assert_eq!(a.pull(0).await.head.0, 1);
        hub.end().await;
    }

    async fn a_request_counts_once_and_for_what_it_was_signed(on: On) {
        let (hub, a, b) = two_offices(on).await;
        let (path, nonce) = ("/v1/pull?after=0", rand::random());
        let hub_nonce = a.hub_nonce().await;
        let headers = a.headers("GET", path, &hub_nonce, &nonce, b"");
        assert_eq!(speak(a.hub, "GET", path, &headers, b"").await.status, 200);
        let again = speak(a.hub, "GET", path, &headers, b"").await;
        assert_eq!((again.status, again.text().as_str()), (401, "again"));
        // The same signature for another path, another body, another certificate.
        let other = a.headers("GET", path, &a.hub_nonce().await, &rand::random(), b"");
        assert_eq!(speak(a.hub, "GET", "/v1/digest", &other, b"").await.text(), "signature");
        assert_eq!(speak(a.hub, "GET", path, &other, b"x").await.text(), "signature");
        let mut stolen = other.clone();
        stolen[0].1 = b.headers("GET", path, &hub_nonce, &nonce, b"")[0].1.clone();
        assert_eq!(speak(a.hub, "GET", path, &stolen, b"").await.text(), "signature");
        hub.end().await;
    }

    async fn without_its_papers_nothing_is_answered(on: On) {
        let (hub, a, _) = two_offices(on).await;
        let honest = |method, path: &'static str| {
            let a = &a;
            async move { a.headers(method, path, &a.hub_nonce().await, &rand::random(), b"") }
        };
        for (method, path) in ROUTES {
            assert_eq!(speak(a.hub, method, path, &[], b"").await.status, 401, "{method} {path}");
            for missing in [CERTIFICATE, NONCE, HUB_NONCE, SIGNATURE] {
                let mut headers = honest(method, path).await;
                headers.retain(|(name, _)| *name != missing);
                let answer = speak(a.hub, method, path, &headers, b"").await;
                assert_eq!(answer.status, 401, "{method} {path} without {missing}");
            }
        }
        hub.end().await;
    }

    async fn a_certificate_of_another_hub_and_a_revoked_pc_are_refused(on: On) {
        let (hub, mut a, b) = two_offices(on).await;
        let paper = a.paper.clone();
        let self_made = Certificate { office: b.certificate.office, ..a.certificate.clone() };
        a.paper = self_made.issue(&a.key);
        assert_eq!(a.ask("GET", "/v1/pull?after=0", &rand::random(), b"").await.text(), "certificate");
        a.paper = paper;
        let scope = balai_hub::ledger::Scope::of(a.certificate.office);
        let revoke = balai_hub::guests::revoke(&hub.hub.ledger, scope, a.certificate.device, hub.hub.now());
        assert!(revoke.await.expect("an answer"));
        for (method, path) in ROUTES {
            assert_eq!(a.ask(method, path, &rand::random(), b"").await.text(), "revoked", "{method} {path}");
        }
        hub.end().await;
    }

    async fn a_code_opens_its_own_office_once_and_bears_five_wrong_proofs(on: On) {
        let hub = spawn(on, clock()).await;
        let (a, b) = (hub.office("3204").await, hub.office("3273").await);
        let key = |seed| SecretKey::from_seed([seed; 32]).public();
        let status = |body: Vec<u8>| {
            let address = hub.address;
            async move { speak(address, "POST", "/v1/enrol", &[], &body).await.status }
        };
        let code = hub.code(a).await;
        assert_eq!(status(EnrolRequest::new("3273", &code, key(1), [0; 16]).to_bytes()).await, 403);
        assert_eq!(status(EnrolRequest::new("9999", &code, key(1), [0; 16]).to_bytes()).await, 403);
        let mut pc = Pc::enrol(hub.address, "3204", &code, 1).await;
        // The answer was lost: the same key may ask again. Another key may not.
        let again = Pc::enrol(hub.address, "3204", &code, 1).await;
        assert_eq!(again.certificate.device, pc.certificate.device);
        assert_eq!(status(EnrolRequest::new("3204", &code, key(2), [0; 16]).to_bytes()).await, 403);
        pc.did(act(&[a_change(1, Kind::INS, &[])]));
        pc.push_all().await;
        let second = hub.code(b).await;
        for _ in 0..5 {
            let mut wrong = EnrolRequest::new("3273", &second, key(3), [0; 16]);
            wrong.proof[0] ^= 1;
            assert_eq!(status(wrong.to_bytes()).await, 403);
        }
        assert_eq!(status(EnrolRequest::new("3273", &second, key(3), [0; 16]).to_bytes()).await, 403);
        hub.end().await;
    }

    async fn erased_is_erased_in_every_file_of_the_hub(on: On) {
        let (hub, mut a, _) = two_offices(on).await;
        let _: balai_exchange::snapshot::Manifest = a.told("GET", "/v1/snapshot", b"").await;
        a.did(act(&[a_change(1, Kind::ERASE, &[])]));
        a.push_all().await;
        // What comes late about the person is dropped too.
        a.did(act(&[a_change(1, Kind::UPD, &[(1, Value::Text(SECRET.into()))])]));
        a.push_all().await;
        let page = a.pull(0).await;
        assert_eq!(page.entries.len(), 3);
        for entry in &page.entries {
            assert!(!holds(&entry.record));
            assert!(Record::from_bytes(&entry.record).expect("a record").cells.is_empty());
        }
        let fresh = hub.end().await;
        for file in std::fs::read_dir(fresh.folder()).expect("a file") {
            let bytes = std::fs::read(file.expect("it is there").path()).expect("a file");
            assert!(!holds(&bytes) && !bytes.windows(16).any(|some| some == b"3204110202900001"));
        }
    }
}

/// The second wall: even a statement that forgets the office sees only its own rows on PostgreSQL.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_wall_of_postgres_holds_whatever_a_statement_says() {
    let (hub, _, b) = two_offices(On::PostgresInParts).await;
    let url = hub.fresh.url.clone();
    let mut connection = <sqlx::PgConnection as sqlx::Connection>::connect(&url).await.expect("an answer");
    let count = "select count(*) from op";
    assert_eq!(sqlx::query_scalar::<_, i64>(count).fetch_one(&mut connection).await.expect("an answer"), 0);
    let set = "select set_config('app.office', $1, false)";
    sqlx::query(set).bind(b.certificate.office.to_i64().to_string()).execute(&mut connection).await.expect("an answer");
    for table in ["op", "row_state", "person_link", "audit where kind = 'pushed'"] {
        let sql = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
        assert_eq!(
            sqlx::query_scalar::<_, i64>(sql).fetch_one(&mut connection).await.expect("an answer"),
            0,
            "{table}"
        );
    }
    let write = "insert into published_number (office_id, kind, period, value, at) values (5, 'cards', '2026', 1, 1)";
    assert!(
        sqlx::query(write)
            .execute(&mut connection)
            .await
            .expect_err("the wall")
            .to_string()
            .contains("row-level security")
    );
    hub.end().await;
}

/// An answer is signed for its question: nobody between the two can give an old one again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_is_of_no_use_for_another_question() {
    let (hub, a, _) = two_offices(On::Sqlite).await;
    let nonce = rand::random();
    let answer = a.ask("GET", "/v1/pull?after=0", &nonce, b"").await;
    assert!(open::<Page>(&a.hub_key, &nonce, &answer.body).is_ok());
    assert!(open::<Page>(&a.hub_key, &rand::random(), &answer.body).is_err());
    assert!(open::<Page>(&a.key.public(), &nonce, &answer.body).is_err());
    hub.end().await;
}
