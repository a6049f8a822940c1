//! `cargo xtask bench registration [import] [search] [window]`: each against its floor in one run.

mod import;
mod people;
mod report;
mod search;
mod window;

use balai_domain::{
    TABLES,
    base::{id::Id, zone::Zone},
    office::{office::OfficeKind, setup},
    people::person::Person,
    store::{Act, Store, key::Slots, open::DATABASE},
};
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

const PASSPHRASE: &str = "kursi rotan biru";

async fn an_office(folder: &Path, at: DateTime<Utc>) -> Store {
    let (slots, key) = Slots::create(PASSPHRASE, false).expect("slots");
    slots.write(folder).expect("written");
    let store = Store::open(folder, key, TABLES, true).await.expect("opened");
    let mut work = store.begin(Act { verb: "office_make", actor: None, at }).await.expect("work");
    let first = setup::FirstRun {
        name: "UPTD BLK Uji".into(),
        kind: OfficeKind::TrainingCentre,
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

/// The register that lies in the folder, or a new one with so many people.
async fn a_register(folder: &Path, people: usize, at: DateTime<Utc>) -> (Store, Vec<Id<Person>>) {
    if !folder.join(DATABASE).exists() {
        let store = an_office(folder, at).await;
        let ids = search::fill(&store, people, at).await;
        return (store, ids);
    }
    let key = Slots::read(folder).and_then(|slots| slots.open_with_passphrase(PASSPHRASE)).expect("the key");
    let store = Store::open(folder, key, TABLES, false).await.expect("opened");
    let ids = search::everyone(&store).await;
    (store, ids)
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str, usual: usize| {
        words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('=')?.parse().ok()).unwrap_or(usual)
    };
    let (rows, people) = (number("rows", 100_000), number("people", 1_000_000));
    let window_people = number("people", 200_000);
    let only = |part: &str| words.iter().all(|word| word.contains('=')) || words.iter().any(|word| word == part);
    // A register that takes long to fill may be kept and measured again.
    let kept = words.iter().find_map(|word| word.strip_prefix("folder=")).map(PathBuf::from);
    let at: DateTime<Utc> = "2026-11-24T02:00:00Z".parse().expect("a moment");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("runtime");
    runtime.block_on(async {
        if only("import") {
            let folder = tempfile::tempdir().expect("folder");
            let store = an_office(folder.path(), at).await;
            import::measure(&store, folder.path(), rows, at).await;
            store.close().await;
        }
        if only("search") {
            let made = tempfile::tempdir().expect("folder");
            let folder = kept.as_deref().unwrap_or(made.path());
            let (store, ids) = a_register(folder, people, at).await;
            search::measure(&store, &ids).await;
            store.close().await;
        }
        if only("window") {
            let made = tempfile::tempdir().expect("folder");
            let folder = kept.as_deref().unwrap_or(made.path());
            let (store, _) = a_register(folder, window_people, at).await;
            store.close().await;
            window::measure(folder, PASSPHRASE, window_people);
        }
    });
}
