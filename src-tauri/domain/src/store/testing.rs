//! An office in a temporary folder, for the tests of the whole crate: a real encrypted file, a fixed clock.

use super::{Act, Store, key::Slots, work::Work};
use crate::{
    base::zone::Zone,
    office::{office::OfficeKind, setup},
};
use chrono::{DateTime, Utc};
use tempfile::TempDir;

/// 24 November 2026, 09.00 WIB.
pub fn noon() -> DateTime<Utc> {
    "2026-11-24T02:00:00Z".parse().expect("a moment")
}

/// An act of no one in particular.
pub fn an_act(verb: &'static str) -> Act {
    Act { verb, actor: None, at: noon() }
}

/// A file with no office in it.
pub async fn an_empty_store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let (slots, key) = Slots::create("kursi rotan biru", false).expect("slots");
    slots.write(folder.path()).expect("written");
    let store = Store::open(folder.path(), key, crate::TABLES, true).await.expect("opened");
    (folder, store)
}

/// An office in Bekasi with one administrator.
pub async fn an_office() -> (TempDir, Store) {
    let (folder, store) = an_empty_store().await;
    let mut work = begin(&store, "office_make").await;
    let first = setup::FirstRun {
        name: "UPTD BLK Kabupaten Bekasi".into(),
        kind: OfficeKind::TrainingCentre,
        regency_code: "32.16".into(),
        zone: Zone::Wib,
        letterhead: ["PEMERINTAH KABUPATEN BEKASI".into(), "DINAS KETENAGAKERJAAN".into(), "UPTD BLK".into()],
        address: "Jalan Raya Cikarang 1".into(),
        username: "admin".into(),
        full_name: "Administrator Uji".into(),
        password: "sandi loket satu".into(),
    };
    setup::make_office(&mut work, first, |_| true).await.expect("an office");
    work.commit().await.expect("committed");
    (folder, store)
}

/// A unit of work at [`noon`].
pub async fn begin(store: &Store, verb: &'static str) -> Work {
    store.begin(an_act(verb)).await.expect("work")
}
