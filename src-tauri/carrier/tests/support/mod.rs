//! Desks in temporary folders: real encrypted files, a clock that a test sets, a hub in this program.

use balai_carrier::{Listener, Progress, enrol, exchange};
use balai_domain::{
    TABLES,
    base::{id::Id, zone::Zone},
    office::{office::OfficeKind, setup},
    people::{draft::PersonDraft, person::Person, register},
    store::{Act, Store, key::Slots, open},
    sync::{own_store, run_store::Run},
};
use balai_hub::testing::Running;
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tempfile::TempDir;

/// 24 November 2026, 09.00 WIB.
pub fn noon() -> DateTime<Utc> {
    "2026-11-24T02:00:00Z".parse().expect("a moment")
}

pub struct Quiet;

impl Listener for Quiet {
    fn now(&self) -> DateTime<Utc> {
        noon()
    }
    fn progress(&self, _: Progress) {}
    fn changed(&self, _: &[&'static str]) {}
    fn pause(&self, _: u32) -> Duration {
        Duration::from_millis(1)
    }
}

pub struct Desk {
    pub folder: TempDir,
    pub store: Store,
}

impl Desk {
    pub async fn empty() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let (slots, key) = Slots::create("kursi rotan biru", false).expect("slots");
        slots.write(folder.path()).expect("written");
        let store = Store::open(folder.path(), key, TABLES, true).await.expect("opened");
        Desk { folder, store }
    }

    /// An office in Bekasi.
    pub async fn office() -> Desk {
        let desk = Desk::empty().await;
        let mut work = desk.store.begin(act("office_make")).await.expect("work");
        let first = setup::FirstRun {
            name: "UPTD BLK Kabupaten Bekasi".into(),
            kind: OfficeKind::TrainingCentre,
            regency_code: "32.16".into(),
            zone: Zone::Wib,
            letterhead: ["PEMERINTAH KABUPATEN BEKASI".into(), "DISNAKER".into(), "UPTD BLK".into()],
            address: "Jalan Raya Cikarang 1".into(),
            username: "admin".into(),
            full_name: "Administrator Uji".into(),
            password: "sandi loket satu".into(),
        };
        setup::make_office(&mut work, first, |_| true).await.expect("an office");
        work.commit().await.expect("committed");
        desk
    }

    pub async fn enrol(&self, hub: &Running, address: &str) {
        let code = hub.code(hub.office("3216").await).await.to_string();
        enrol::enrol(&self.store, address, "3216", &code, noon()).await.expect("let in");
    }

    pub async fn goes(&self) -> Result<Run, balai_carrier::Failure> {
        exchange::run(&self.store, Zone::Wib, &Quiet).await
    }

    pub async fn registers(&self, name: &str, serial: u32) -> Id<Person> {
        let mut work = self.store.begin(act("person_save")).await.expect("work");
        let draft = PersonDraft {
            full_name: name.into(),
            nik: format!("321606520599{serial:04}"),
            birth_place: "Bekasi".into(),
            birth_on: "1999-05-12".parse().ok(),
            sex: Some(balai_domain::base::sex::Sex::Female),
            address: "Jl. Melati 5".into(),
            district_code: "32.16.06".into(),
            ..PersonDraft::default()
        };
        let (id, _) = register::save(&mut work, &draft).await.expect("registered");
        work.commit().await.expect("committed");
        id
    }

    pub async fn renames(&self, person: Id<Person>, name: &str) {
        let mut work = self.store.begin(act("person_save")).await.expect("work");
        let mut row: Person = work.get(person).await.expect("get").expect("there");
        row.full_name = name.into();
        work.put(&row).await.expect("put");
        work.commit().await.expect("committed");
    }

    pub async fn name(&self, person: Id<Person>) -> Option<String> {
        let mut connection = self.store.read().await.expect("reader");
        open::get(&mut connection, person).await.expect("get").map(|person: Person| person.full_name)
    }

    pub async fn unsent(&self) -> i64 {
        let mut connection = self.store.read().await.expect("reader");
        let own = own_store::own(&mut connection).await.expect("own").expect("enrolled");
        balai_domain::sync::outbox_store::count(&mut connection, own.sent).await.expect("count")
    }

    pub async fn proved(&self) {
        let proof = balai_domain::store::verify::verify(&mut self.store.read().await.expect("reader"), TABLES).await;
        assert_eq!(proof.expect("proof").problems, Vec::<String>::new());
    }
}

pub fn act(verb: &'static str) -> Act {
    Act { verb, actor: None, at: noon() }
}

/// A hub whose clock stands a minute after noon.
pub async fn a_hub() -> Running {
    let clock = Arc::new(|| noon() + TimeDelta::minutes(1));
    balai_hub::testing::spawn(balai_hub::testing::On::Sqlite, clock).await
}

/// What a proxy does to the next connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weather {
    Fair,
    /// Cuts after so many bytes of the answer.
    CutAfter(usize),
    /// Cuts after so many bytes of the question.
    CutQuestionAfter(usize),
    /// Answers everything with a login page.
    LoginPage,
}

pub struct Proxy {
    pub address: String,
    pub weather: Arc<Mutex<Weather>>,
}

/// A proxy in front of a hub.
pub async fn a_proxy(hub: &Running) -> Proxy {
    use tokio::{
        io::AsyncWriteExt,
        net::{TcpListener, TcpStream},
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("address"));
    let weather = Arc::new(Mutex::new(Weather::Fair));
    let (told, target) = (weather.clone(), hub.address);
    tokio::spawn(async move {
        while let Ok((mut desk, _)) = listener.accept().await {
            let now = *told.lock().expect("weather");
            tokio::spawn(async move {
                if now == Weather::LoginPage {
                    let page = "<html><body>Silakan masuk</body></html>";
                    let head = format!(
                        "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                        page.len()
                    );
                    let mut question = [0; 4096];
                    let _ = tokio::io::AsyncReadExt::read(&mut desk, &mut question).await;
                    let _ = desk.write_all(format!("{head}{page}").as_bytes()).await;
                    return;
                }
                let Ok(hub) = TcpStream::connect(target).await else { return };
                let (from_desk, to_desk) = desk.into_split();
                let (from_hub, to_hub) = hub.into_split();
                let (question, answer) = match now {
                    Weather::CutAfter(bytes) => (usize::MAX, bytes),
                    Weather::CutQuestionAfter(bytes) => (bytes, usize::MAX),
                    _ => (usize::MAX, usize::MAX),
                };
                tokio::select! {
                    () = carry(from_desk, to_hub, question) => {}
                    () = carry(from_hub, to_desk, answer) => {}
                }
            });
        }
    });
    Proxy { address, weather }
}

async fn carry(
    mut from: impl tokio::io::AsyncRead + Unpin,
    mut to: impl tokio::io::AsyncWrite + Unpin,
    mut most: usize,
) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut bytes = [0; 4096];
    while let Ok(n) = from.read(&mut bytes).await {
        let n = n.min(most);
        if n == 0 || to.write_all(&bytes[..n]).await.is_err() {
            return;
        }
        most -= n;
        if most == 0 {
            return;
        }
    }
}
