//! Desks and a hub over real sockets: in fair weather, over a line that is cut at every byte, behind a login page; by
//! bundles; after a restore.

mod support;

use balai_carrier::bundle;
use balai_domain::{
    TABLES,
    store::{Store, key::Slots},
    sync::{
        own::ExchangeMode,
        own_store,
        review::{self, Settlement},
    },
};
use support::{Desk, Weather, a_hub, a_proxy, act, noon};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_desks_come_to_the_same_register_and_settle_what_they_differ_on() {
    let hub = a_hub().await;
    let first = Desk::office().await;
    first.enrol(&hub, &hub.url()).await;
    let person = first.registers("Siti Aminah", 1).await;
    assert!(first.goes().await.expect("exchanged").sent > 1);
    assert_eq!(first.unsent().await, 0);

    let second = Desk::empty().await;
    second.enrol(&hub, &hub.url()).await;
    assert!(second.goes().await.expect("exchanged").received > 1);
    assert_eq!(second.name(person).await.as_deref(), Some("Siti Aminah"));

    first.renames(person, "Siti Aminah Putri").await;
    second.renames(person, "Siti Aminah Dewi").await;
    for desk in [&first, &second, &first] {
        desk.goes().await.expect("exchanged");
    }
    assert_eq!(first.name(person).await, second.name(person).await);
    let asked = review::questions(&mut second.store.read().await.expect("reader"), TABLES).await.expect("questions");
    assert_eq!(asked.len(), 1);
    let mine = asked[0].versions.iter().find(|version| version.text == "Siti Aminah Dewi").expect("stands");
    let choice =
        Settlement { table: "person".into(), row: person.uuid(), field: Some("full_name".into()), op: mine.op };
    let mut work = second.store.begin(act("exchange_settle")).await.expect("work");
    review::settle(&mut work, TABLES, &choice).await.expect("settled");
    work.commit().await.expect("committed");
    second.goes().await.expect("exchanged");
    first.goes().await.expect("exchanged");
    for desk in [&first, &second] {
        assert_eq!(desk.name(person).await.as_deref(), Some("Siti Aminah Dewi"));
        let left = review::questions(&mut desk.store.read().await.expect("reader"), TABLES).await.expect("questions");
        assert!(left.is_empty());
        desk.proved().await;
    }
    first.store.close().await;
    second.store.close().await;
    hub.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_that_is_cut_anywhere_loses_and_doubles_nothing() {
    let hub = a_hub().await;
    let proxy = a_proxy(&hub).await;
    let desk = Desk::office().await;
    desk.enrol(&hub, &proxy.address).await;
    for serial in 1..=8 {
        desk.registers(&format!("Orang {serial}"), serial).await;
    }
    // Every place within an answer's head and body, and coarser ones within the question.
    let cuts = (1..700).step_by(41).map(Weather::CutAfter).chain((1..6000).step_by(431).map(Weather::CutQuestionAfter));
    for weather in cuts {
        *proxy.weather.lock().expect("weather") = weather;
        let _ = desk.goes().await;
    }
    *proxy.weather.lock().expect("weather") = Weather::Fair;
    desk.goes().await.expect("exchanged");
    assert_eq!(desk.unsent().await, 0);
    let other = Desk::empty().await;
    other.enrol(&hub, &hub.url()).await;
    other.goes().await.expect("exchanged");
    let people = |desk: &Desk| {
        let store = desk.store.clone();
        async move {
            let query = balai_domain::people::find::SearchQuery { text: "Orang".into() };
            let mut reader = store.read().await.expect("reader");
            balai_domain::people::find::search(&mut reader, &query).await.expect("search").len()
        }
    };
    assert_eq!((people(&desk).await, people(&other).await), (8, 8));
    other.proved().await;
    desk.store.close().await;
    other.store.close().await;
    hub.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_moves_behind_a_login_page() {
    let hub = a_hub().await;
    let proxy = a_proxy(&hub).await;
    let desk = Desk::office().await;
    desk.enrol(&hub, &proxy.address).await;
    let before = desk.unsent().await;
    *proxy.weather.lock().expect("weather") = Weather::LoginPage;
    assert_eq!(desk.goes().await.expect_err("a login page").code(), "login_page");
    assert_eq!(desk.unsent().await, before);
    *proxy.weather.lock().expect("weather") = Weather::Fair;
    desk.goes().await.expect("exchanged");
    assert_eq!(desk.unsent().await, 0);
    desk.store.close().await;
    hub.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counts_alone_leave_when_an_office_says_so() {
    let hub = a_hub().await;
    let desk = Desk::office().await;
    desk.enrol(&hub, &hub.url()).await;
    own_store::set_mode(&mut desk.store.local().await.expect("writer"), ExchangeMode::Numbers).await.expect("set");
    let before = desk.unsent().await;
    let run = desk.goes().await.expect("exchanged");
    assert_eq!((run.sent, desk.unsent().await), (0, before));
    desk.store.close().await;
    hub.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bundles_carry_entries_to_the_hub_back_and_to_the_next_desk() {
    let hub = a_hub().await;
    let first = Desk::office().await;
    first.enrol(&hub, &hub.url()).await;
    first.goes().await.expect("the office is at the hub");
    let second = Desk::empty().await;
    second.enrol(&hub, &hub.url()).await;
    second.goes().await.expect("the office is here");
    let person = first.registers("Dewi Lestari", 7).await;
    let (stick, answer) = (first.folder.path().join("kantor.balaix"), first.folder.path().join("balasan.balaix"));
    bundle::export(&first.store, &stick, noon()).await.expect("written");
    bundle::import(&second.store, &stick, noon()).await.expect("read");
    assert_eq!(second.name(person).await.as_deref(), Some("Dewi Lestari"));
    let stranger = Desk::office().await;
    assert!(bundle::import(&stranger.store, &stick, noon()).await.is_err(), "it is not of this office");
    stranger.store.close().await;

    first.renames(person, "Dewi Lestari Putri").await;
    bundle::export(&first.store, &stick, noon()).await.expect("written");
    for _ in 0..2 {
        bundle::import(&second.store, &stick, noon()).await.expect("read, and again");
        assert_eq!(second.name(person).await.as_deref(), Some("Dewi Lestari Putri"));
    }
    let stamp = balai_exchange::Stamp::at(noon());
    balai_hub::bundle::take(&hub.fresh.ledger, &hub.hub.keys, &stick, &answer, stamp).await.expect("taken");
    assert!(first.unsent().await > 0);
    let read = bundle::import(&first.store, &answer, noon()).await.expect("read");
    assert!(read.confirmed > 0);
    assert_eq!(first.unsent().await, 0);

    let mut bytes = std::fs::read(&stick).expect("bytes");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&stick, bytes).expect("damaged");
    assert!(bundle::import(&second.store, &stick, noon()).await.is_err());
    for desk in [first, second] {
        desk.proved().await;
        desk.store.close().await;
    }
    hub.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pc_that_was_put_back_to_an_older_state_heals_by_itself() {
    let hub = a_hub().await;
    let desk = Desk::office().await;
    desk.enrol(&hub, &hub.url()).await;
    desk.goes().await.expect("exchanged");
    // The whole folder as it is now, as an image of the disk would have it.
    let image = tempfile::tempdir().expect("a folder");
    desk.store.clone().close().await;
    for file in std::fs::read_dir(desk.folder.path()).expect("files").flatten() {
        if file.path().is_file() {
            std::fs::copy(file.path(), image.path().join(file.file_name())).expect("copied");
        }
    }
    let open = |folder: std::path::PathBuf| async move {
        let key = Slots::read(&folder).expect("slots").open_with_passphrase("kursi rotan biru").expect("opens");
        Store::open(&folder, key, TABLES, false).await.expect("opened")
    };
    let desk = Desk { store: open(desk.folder.path().to_owned()).await, folder: desk.folder };
    let lost = desk.registers("Sesudah salinan", 3).await;
    desk.goes().await.expect("exchanged");
    desk.store.clone().close().await;
    let back = Desk { store: open(image.path().to_owned()).await, folder: image };
    let new = back.registers("Sesudah pemulihan", 4).await;
    back.goes().await.expect("healed");
    assert_eq!(back.unsent().await, 0);
    for person in [lost, new] {
        assert!(back.name(person).await.is_some());
    }
    let own = own_store::own(&mut back.store.read().await.expect("reader")).await.expect("own").expect("enrolled");
    assert!(own.healed_at.is_some(), "the administrator is told");
    back.proved().await;
    back.store.close().await;
    hub.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_picture_comes_whole_to_the_other_desk() {
    use balai_domain::people::{attachment, person::Person};
    let hub = a_hub().await;
    let first = Desk::office().await;
    first.enrol(&hub, &hub.url()).await;
    let person = first.registers("Siti Aminah", 1).await;
    // Three chunks, the last one not full.
    let bytes: Vec<u8> = (0..150_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let mut work = first.store.begin(act("photo_save")).await.expect("work");
    let hash = attachment::keep(&mut work, "image/jpeg", &bytes).await.expect("kept");
    let mut row: Person = work.get(person).await.expect("get").expect("there");
    row.photo_hash = Some(hash.clone());
    work.put(&row).await.expect("put");
    work.commit().await.expect("committed");
    first.goes().await.expect("exchanged");
    let second = Desk::empty().await;
    second.enrol(&hub, &hub.url()).await;
    second.goes().await.expect("exchanged");
    let came = attachment::read(&mut second.store.read().await.expect("reader"), &hash).await.expect("read");
    assert_eq!(came.map(|came| came.bytes), Some(bytes));
    for desk in [first, second] {
        desk.store.close().await;
    }
    hub.end().await;
}
