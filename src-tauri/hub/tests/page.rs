//! The province's page over real sockets: signing in, what it shows, what it lets nobody do.

mod support;

use balai_exchange::message::seal;
use balai_exchange::published::{Number, Publish};
use balai_exchange::{Kind, Record, Value};
use balai_hub::testing::{On, Running, a_change, act, spawn, speak};
use support::clock;

const WORDS: &str = "kata sandi panjang";

async fn a_hub(on: On) -> Running {
    let hub = spawn(on, clock()).await;
    hub.steward("kepala", WORDS).await;
    let mut pc = hub.pc("3204", 1).await;
    pc.did(act(&[a_change(1, Kind::INS, &[(1, Value::Text("Siti".into()))])]));
    pc.did(act(&[Record { table: 0, ..a_change(2, Kind::INS, &[]) }]));
    pc.push_all().await;
    hub.office("3273<b>").await;
    hub
}

/// Signs in; the cookie.
async fn enter(hub: &Running, name: &str, words: &str) -> Result<String, u16> {
    let form = [("content-type", "application/x-www-form-urlencoded".to_owned())];
    let body = format!("name={name}&password={}", words.replace(' ', "+"));
    let answer = speak(hub.address, "POST", "/masuk", &form, body.as_bytes()).await;
    let cookie = answer.header("set-cookie").map(str::to_owned);
    cookie.filter(|_| answer.status == 303).ok_or(answer.status)
}

async fn look(hub: &Running, path: &str, cookie: &str) -> String {
    let pair = cookie.split(';').next().expect("a part").to_owned();
    let answer = speak(hub.address, "GET", path, &[("cookie", pair)], b"").await;
    assert_eq!(answer.status, 200, "{path}");
    answer.text()
}

on_both! {
    async fn a_stranger_is_led_to_the_door(on: On) {
        let hub = a_hub(on).await;
        for path in ["/", "/angka", "/kantor/3204"] {
            let answer = speak(hub.address, "GET", path, &[], b"").await;
            assert_eq!((answer.status, answer.header("location")), (303, Some("/masuk")), "{path}");
            let forged = [("cookie", "balai_hub=AAAA".to_owned())];
            assert_eq!(speak(hub.address, "GET", path, &forged, b"").await.status, 303);
        }
        assert_eq!(enter(&hub, "kepala", "kata sandi pendek!").await, Err(401));
        assert_eq!(enter(&hub, "siapa", WORDS).await, Err(401));
        hub.end().await;
    }

    async fn a_steward_sees_the_offices_and_what_lies_aside(on: On) {
        let hub = a_hub(on).await;
        let cookie = enter(&hub, "kepala", WORDS).await.expect("an answer");
        for word in ["HttpOnly", "Secure", "SameSite=Strict"] {
            assert!(cookie.contains(word), "{cookie}");
        }
        let page = look(&hub, "/", &cookie).await;
        assert!(page.contains("Disnaker 3204") && page.contains("baru saja"), "{page}");
        assert!(page.contains("3273&lt;b&gt;") && !page.contains("3273<b>"), "names are text, never markup");
        let office = look(&hub, "/kantor/3204", &cookie).await;
        assert!(office.contains("PC loket") && office.contains("Tanpa tabel"), "{office}");
        assert!(!office.contains("Siti"), "nobody's name is shown");
        hub.end().await;
    }

    async fn leaving_needs_the_pages_own_form(on: On) {
        let hub = a_hub(on).await;
        let cookie = enter(&hub, "kepala", WORDS).await.expect("an answer");
        let pair = cookie.split(';').next().expect("a part").to_owned();
        let form = |body: String| {
            let headers =
                [("content-type", "application/x-www-form-urlencoded".to_owned()), ("cookie", pair.clone())];
            let address = hub.address;
            async move { speak(address, "POST", "/keluar", &headers, body.as_bytes()).await.status }
        };
        assert_eq!(form("csrf=guess".to_owned()).await, 403);
        let page = look(&hub, "/", &cookie).await;
        let csrf = page.split("name=\"csrf\" value=\"").nth(1).expect("it is there").split('"').next().expect("a part").to_owned();
        assert_eq!(form(format!("csrf={csrf}")).await, 303);
        let again = speak(hub.address, "GET", "/", &[("cookie", pair.clone())], b"").await;
        assert_eq!(again.status, 303, "the session is over");
        hub.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_closed_against_scripts_and_frames_and_asks_nothing_of_others() {
    let hub = a_hub(On::Sqlite).await;
    let cookie = enter(&hub, "kepala", WORDS).await.expect("an answer");
    let pair = cookie.split(';').next().expect("a part").to_owned();
    for path in ["/masuk", "/", "/angka", "/kantor/3204", "/gaya.css"] {
        let answer = speak(hub.address, "GET", path, &[("cookie", pair.clone())], b"").await;
        let policy = answer.header("content-security-policy").expect("it is there");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        let text = answer.text();
        for foreign in ["http:", "https:", "<script", "style=\"", "onclick"] {
            assert!(!text.contains(foreign), "{path} holds {foreign}");
        }
    }
    hub.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_watchers_are_answered_without_telling_anybodys_name() {
    let hub = a_hub(On::Sqlite).await;
    assert_eq!(speak(hub.address, "GET", "/health", &[], b"").await.text(), "ok");
    let metrics = speak(hub.address, "GET", "/metrics", &[], b"").await.text();
    assert!(metrics.contains("balai_hub_changes_total 1\n") && metrics.contains("balai_hub_quarantined_total 1\n"));
    assert!(!metrics.contains("3204") && !metrics.contains("Siti"));
    hub.end().await;
}

/// A page as chromium shows it, judged by axe-core: its findings, one a line.
fn judged(page: &str, name: &str) -> String {
    let top = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let axe = std::fs::read_to_string(top.join("ui/node_modules/axe-core/axe.min.js")).expect("npm install in ui");
    let style = std::fs::read_to_string(top.join("src-tauri/hub/src/web/style.css")).expect("a file");
    let run = "axe.run(document, { resultTypes: ['violations'] }).then((found) => {
        const lines = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
        document.documentElement.innerHTML = '<pre>FOUND[' + lines.join('; ') + ']</pre>';
    });";
    let linked = "<link rel=\"stylesheet\" href=\"/gaya.css\">";
    assert!(page.contains(linked));
    let whole = page.replace(linked, &format!("<style>{style}</style>"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let plain = folder.path().join(format!("{name}.html"));
    std::fs::write(&plain, &whole).expect("a file");
    let judge = folder.path().join("judge.html");
    std::fs::write(&judge, format!("{whole}<script>{axe}</script><script>{run}</script>")).expect("a file");
    let chromium = |words: &[String]| {
        let mut browser = std::process::Command::new("chromium");
        browser.args(["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000"]);
        browser.arg(format!("--user-data-dir={}", folder.path().join("browser").display()));
        String::from_utf8_lossy(&browser.args(words).output().expect("chromium").stdout).into_owned()
    };
    if let Ok(album) = std::env::var("BALAI_TOUR") {
        let shot = format!("--screenshot={album}/hub-{name}.png");
        chromium(&[shot, "--window-size=1366,768".to_owned(), format!("file://{}", plain.display())]);
    }
    let dom = chromium(&["--dump-dom".to_owned(), format!("file://{}", judge.display())]);
    let found = dom.split("FOUND[").nth(1).and_then(|rest| rest.split(']').next());
    found.unwrap_or_else(|| panic!("axe gave no answer about {name}: {dom}")).to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_can_be_used_by_everybody() {
    let hub = a_hub(On::Sqlite).await;
    let pc = hub.pc("3204", 5).await;
    let numbers = [("cards", 1_204), ("registrations", 312), ("sessions_held", 88)];
    let number = |(kind, value): (&str, i64)| Number { kind: kind.into(), period: "2026-11".into(), value };
    let publish = Publish { since: "2026-01".into(), numbers: numbers.map(number).to_vec() };
    let nonce = rand::random();
    assert_eq!(pc.ask("POST", "/v1/numbers", &nonce, &seal(&pc.key, &nonce, &publish)).await.status, 200);
    let cookie = enter(&hub, "kepala", WORDS).await.expect("an answer");
    let mut pages = vec![("masuk", speak(hub.address, "GET", "/masuk", &[], b"").await.text())];
    for (name, path) in [("kantor", "/"), ("satu", "/kantor/3204"), ("angka", "/angka")] {
        pages.push((name, look(&hub, path, &cookie).await));
    }
    assert!(pages[3].1.contains("1.204") && pages[3].1.contains("November 2026"), "{}", pages[3].1);
    for (name, page) in pages {
        let findings = tokio::task::spawn_blocking(move || judged(&page, name)).await.expect("an answer");
        assert_eq!(findings, "", "{name}");
    }
    hub.end().await;
}
