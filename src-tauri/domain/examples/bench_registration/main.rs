//! `cargo xtask bench registration [import] [search] [rows]`: import and search against their floors in one run.

mod import;
mod people;
mod report;
mod search;

use balai_domain::{
    TABLES,
    base::zone::Zone,
    office::{office::OfficeKind, setup},
    store::{Act, Store, key::Slots},
};
use chrono::{DateTime, Utc};
use std::path::Path;

async fn an_office(folder: &Path, at: DateTime<Utc>) -> Store {
    let (slots, key) = Slots::create("kursi rotan biru", false).expect("slots");
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

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str, usual: usize| {
        words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('=')?.parse().ok()).unwrap_or(usual)
    };
    let (rows, people) = (number("rows", 100_000), number("people", 1_000_000));
    let only = |part: &str| words.iter().all(|word| word.contains('=')) || words.iter().any(|word| word == part);
    let at: DateTime<Utc> = "2026-11-24T02:00:00Z".parse().expect("a moment");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("runtime");
    runtime.block_on(async {
        if only("import") {
            let folder = tempfile::tempdir().expect("folder");
            let store = an_office(folder.path(), at).await;
            import::measure(&store, folder.path(), rows, at).await;
        }
        if only("search") {
            let folder = tempfile::tempdir().expect("folder");
            let store = an_office(folder.path(), at).await;
            let ids = search::fill(&store, people, at).await;
            search::measure(&store, &ids).await;
        }
    });
}
