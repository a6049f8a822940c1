//! The command line of the real program.

mod support;

use balai_exchange::{Kind, Value};
use balai_hub::testing::{On, Pc, Running, a_change, act, spawn};
use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};
use support::{at_the_machine, balai_hub, clock};

fn told(output: &Output) -> (i32, String) {
    (output.status.code().expect("an exit code"), String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A hub with three changes of one office; the PC that made them.
async fn a_hub_with_changes(on: On, office: &str) -> (Running, Pc) {
    let hub = spawn(on, clock()).await;
    let mut pc = hub.pc(office, 1).await;
    for row in 0..3 {
        pc.did(act(&[a_change(row, Kind::INS, &[(1, Value::Text("Siti".into()))])]));
        pc.push(&pc.frame(row as usize, 1)).await;
    }
    (hub, pc)
}

on_both! {
    async fn whoever_touches_the_audit_is_found_out(on: On) {
        let ways: [(&str, &str); 5] = [
            ("update audit set at = at + 1 where n = 3", "catatan 3 diubah"),
            ("update audit set payload = meta where n = 3", "isi catatan 3 diubah"),
            ("delete from audit where n = 3", "catatan 3 hilang"),
            ("delete from audit where n = 5", "berakhir di catatan 4"),
            ("update audit set n = case n when 2 then 3 else 2 end where n in (2, 3) and 1 = 1", "catatan 2 diubah"),
        ];
        for (tampering, finding) in ways {
            let (hub, _) = a_hub_with_changes(on, "3204").await;
            let url = hub.fresh.url.clone();
            let data = tempfile::tempdir().expect("a temporary folder");
            let (code, words) = told(&balai_hub(data.path(), &url, &["audit", "verify"]));
            assert_eq!(code, 0, "{words}");
            assert!(words.starts_with("3204\tutuh\t5:"), "{words}");
            if tampering.contains("case n") {
                // Swapped by way of a free place, as the key asks.
                for step in ["update audit set n = 99 where n = 2", "update audit set n = 2 where n = 3", "update audit set n = 3 where n = 99"] {
                    at_the_machine(&url, step).await;
                }
            } else {
                at_the_machine(&url, tampering).await;
            }
            let (code, words) = told(&balai_hub(data.path(), &url, &["audit", "verify", "3204"]));
            assert_eq!(code, 5, "{tampering}: {words}");
            assert!(words.contains("rusak") && words.contains(finding), "{tampering}: {words}");
            hub.end().await;
        }
    }

    async fn a_witness_finds_a_chain_that_was_made_anew(on: On) {
        let (hub, _) = a_hub_with_changes(on, "3204").await;
        let url = hub.fresh.url.clone();
        let data = tempfile::tempdir().expect("a temporary folder");
        let (_, words) = told(&balai_hub(data.path(), &url, &["audit", "verify"]));
        let end = words.rsplit('\t').next().expect("a part").to_owned();
        let verify = |witness: String| told(&balai_hub(data.path(), &url, &["audit", "verify", "3204", "--witness", &witness])).0;
        assert_eq!(verify(end.clone()), 0);
        let other = format!("5:{}", "0".repeat(64));
        assert_eq!(verify(other), 5);
        assert_eq!(verify(end.replacen("5:", "9:", 1)), 5);
        assert_eq!(verify("lima".to_owned()), 1);
        hub.end().await;
    }

    async fn a_backup_is_restored_on_either_engine_with_all_it_holds(on: On) {
        let (hub, mut pc) = a_hub_with_changes(on, "3204").await;
        let data = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(data.path().join("hub.key"), [42; 32]).expect("a file");
        let file = data.path().join("hub.balaihb");
        let name = file.to_str().expect("a plain path");
        let backup = balai_hub(data.path(), &hub.fresh.url, &["backup", name]);
        assert_eq!(backup.status.code(), Some(0), "{backup:?}");
        hub.end().await;
        let elsewhere = balai_hub::testing::a_ledger(if on == On::Sqlite { On::Postgres } else { On::Sqlite }).await;
        let place = tempfile::tempdir().expect("a temporary folder");
        let restore = balai_hub(place.path(), &elsewhere.url, &["restore", name]);
        assert_eq!(restore.status.code(), Some(0), "{restore:?}");
        let again = balai_hub(place.path(), &elsewhere.url, &["restore", name]);
        assert_eq!(again.status.code(), Some(1), "an office is never overwritten");
        assert!(told(&balai_hub(place.path(), &elsewhere.url, &["audit", "verify"])).1.starts_with("3204\tutuh"));
        // The PC goes on with the restored hub as if nothing had been.
        let (mut child, address) = serve(place.path(), &elsewhere.url);
        pc.hub = address;
        assert_eq!(pc.pull(0).await.entries.len(), 3);
        pc.did(act(&[a_change(9, Kind::INS, &[])]));
        pc.push_all().await;
        assert_eq!(pc.pull(3).await.entries.len(), 1);
        terminate(&child);
        assert!(child.wait().expect("a program that ends").success(), "it ends in order when told to");
        // A byte that changed on the shelf.
        let mut bytes = std::fs::read(&file).expect("a file");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(&file, bytes).expect("a file");
        let third = balai_hub::testing::a_ledger(On::Sqlite).await;
        assert_eq!(balai_hub(place.path(), &third.url, &["restore", name]).status.code(), Some(5));
    }
}

fn serve(data: &std::path::Path, ledger: &str) -> (std::process::Child, std::net::SocketAddr) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_balai-hub"))
        .env("BALAI_HUB_DATA", data)
        .env("BALAI_HUB_LEDGER", ledger)
        .args(["serve", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("it is there");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
    (child, line.trim().parse().expect("what it prints"))
}

fn terminate(child: &std::process::Child) {
    assert!(Command::new("kill").arg(child.id().to_string()).status().expect("a program").success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hub_is_set_up_from_the_command_line_and_lets_a_pc_in() {
    let data = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite://{}", data.path().join("hub.db").display());
    let hub = |words: &[&str]| told(&balai_hub(data.path(), &url, words));
    assert!(hub(&["init"]).1.contains("Kunci hub: "));
    assert_eq!(hub(&["office", "add", "3204", "Disnaker Kabupaten Bandung"]).0, 0);
    assert_eq!(hub(&["office", "add", "3204", "Dua kali"]).0, 1);
    assert!(hub(&["office", "list"]).1.contains("Disnaker Kabupaten Bandung"));
    assert_eq!(hub(&["device", "code", "9999", "PC loket"]).0, 1);
    let code = hub(&["device", "code", "3204", "PC loket"]).1;
    let (mut child, address) = serve(data.path(), &url);
    let pc = Pc::enrol(address, "3204", &code.parse().expect("what it prints"), 7).await;
    assert!(hub(&["device", "list", "3204"]).1.contains(&format!("{}\tPC loket", pc.certificate.device.0)));
    assert_eq!(hub(&["device", "revoke", "3204", &pc.certificate.device.0.to_string()]).0, 0);
    assert_eq!(pc.ask("GET", "/v1/pull?after=0", &rand::random(), b"").await.text(), "revoked");
    assert_eq!(hub(&["device", "revoke", "3204", "5"]).0, 1);
    assert_eq!(hub(&["steward", "set", "kepala"]).0, 0);
    assert_eq!(hub(&["steward", "list"]).1, "kepala");
    assert_eq!(hub(&["dance"]).0, 2);
    assert!(hub(&["--help"]).1.contains("Exit codes"));
    assert_eq!(hub(&["serve", "--listen", "0.0.0.0:0"]).0, 1, "no plain HTTP beyond this machine");
    terminate(&child);
    assert!(child.wait().expect("a program that ends").success());
}

/// A frame on a stick and the answer on the way back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bundle_from_a_stick_is_taken_in_and_answered() {
    use balai_exchange::bundle::{Drawn, Item, Items, Manifest, Writer, verify};
    use balai_exchange::message::{Page, PushReply, open};
    use balai_exchange::seal::{ContentKey, OpeningKey, Recipient};
    let hub = spawn(On::Sqlite, clock()).await;
    let mut pc = hub.pc("3204", 1).await;
    pc.did(act(&[a_change(1, Kind::INS, &[(1, Value::Text("Siti".into()))])]));
    let frame = pc.frame(0, 1);
    let about = Manifest {
        id: [7; 16],
        office: pc.certificate.office,
        device: pc.certificate.device,
        epoch: pc.epoch,
        first: balai_exchange::Seq(1),
        last: frame.header.last(),
        chain: frame.header.after,
        cursors: Vec::new(),
        created: 1,
    };
    let drawn = || Drawn { content: ContentKey(rand::random()), once: rand::random() };
    let recipient = [Recipient::of(&pc.hub_key).expect("it is there")];
    let write = |key, paper: &[u8]| {
        let mut writer = Writer::begin(Vec::new(), key, &recipient, &drawn(), about.clone()).expect("it is there");
        writer.add(&Item::Certificate(paper.to_vec())).expect("it is there");
        writer.add(&Item::Frame(frame.to_bytes())).expect("it is there");
        writer.finish().expect("it is there")
    };
    let data = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(data.path().join("hub.key"), [42; 32]).expect("a file");
    let (file, answer) = (data.path().join("out.balaix"), data.path().join("back.balaix"));
    let take = || {
        let words =
            ["bundle", file.to_str().expect("a plain path"), "--answer", answer.to_str().expect("a plain path")];
        balai_hub(data.path(), &hub.fresh.url, &words).status.code().expect("an exit code")
    };
    let stranger = balai_exchange::sign::SecretKey::from_seed([9; 32]);
    std::fs::write(&file, write(&stranger, &pc.paper)).expect("a file");
    assert_eq!(take(), 1, "signed by somebody else");
    std::fs::write(&file, write(&pc.key, &pc.paper)).expect("a file");
    assert_eq!((take(), take()), (0, 0), "twice is the same as once");
    assert_eq!(pc.pull(0).await.entries.len(), 1);
    let bytes = std::fs::read(&answer).expect("a file");
    assert_eq!(verify(&bytes[..]).expect("it is there"), pc.hub_key);
    let items: Vec<Item> = Items::open(&bytes[..], &OpeningKey::of(&pc.key))
        .expect("it is there")
        .map(|item| item.expect("an item"))
        .collect();
    let [Item::Manifest(back), Item::Reply(reply), Item::Page(page)] = &items[..] else { panic!("{items:?}") };
    let reply: PushReply = open(&pc.hub_key, &back.id, reply).expect("the hub's reply");
    assert!(matches!(reply, PushReply::Have { seq: balai_exchange::Seq(1), .. }));
    assert_eq!(open::<Page>(&pc.hub_key, &back.id, page).expect("it is there").entries.len(), 1);
    hub.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_lies_aside_is_listed_and_settled_once() {
    let hub = spawn(On::Sqlite, clock()).await;
    let mut pc = hub.pc("3204", 1).await;
    pc.did(act(&[balai_exchange::Record { table: 0, ..a_change(1, Kind::INS, &[]) }]));
    pc.push_all().await;
    let data = tempfile::tempdir().expect("a temporary folder");
    let run = |words: &[&str]| told(&balai_hub(data.path(), &hub.fresh.url, words));
    let listed = run(&["aside", "list", "3204"]).1;
    let change = listed.split('\t').next().expect("a part").to_owned();
    assert!(listed.contains("table"), "{listed}");
    assert_eq!(run(&["aside", "settle", "3204", &change]).0, 0);
    assert_eq!(run(&["aside", "settle", "3204", &change]).0, 1);
    assert_eq!(run(&["aside", "list", "3204"]).1, "");
    hub.end().await;
}
