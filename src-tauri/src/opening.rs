//! Opening the office's file, and every state in which the page may find it.

use crate::failure::{Failure, incident};
use balai_domain::{
    TABLES,
    base::zone::Zone,
    office,
    store::{
        Error, Result, Store, backup,
        key::{DatabaseKey, KeyRefusal, SLOTS, Slots},
        open::{DATABASE, StoreRefusal},
    },
};
use chrono::{DateTime, Utc};
use std::path::Path;

/// What stands behind the door of the data folder.
#[derive(Debug)]
pub enum Door {
    /// Not looked yet.
    Shut,
    /// There is no office here.
    Empty,
    /// There is one, and only its passphrase opens it.
    Locked(Slots),
    /// Something a person must mend first.
    Problem(Failure),
    /// The office's file is open.
    Open(Store),
}

impl Door {
    /// Whether the office's file is open.
    pub fn is_open(&self) -> bool {
        matches!(self, Door::Open(_))
    }
}

/// Any failure as a state of the door.
pub fn problem(error: Error) -> Door {
    Door::Problem(error.into())
}

/// Opens what is in the folder, which this process holds: by the keyring, by `BALAI_PASSPHRASE`, or not yet.
pub async fn look(folder: &Path) -> Door {
    if !folder.join(DATABASE).exists() {
        return Door::Empty;
    }
    let slots = match slots(folder) {
        Ok(slots) => slots,
        Err(error) => return problem(error),
    };
    let found = slots.clone();
    let key = on_a_thread(move || Ok(found.open_with_keyring().or_else(|| by_environment(&found)))).await;
    match key {
        Ok(Some(key)) => open(folder, key).await,
        Ok(None) => Door::Locked(slots),
        Err(error) => problem(error),
    }
}

/// Opens the file with its key.
pub async fn open(folder: &Path, key: DatabaseKey) -> Door {
    match Store::open(folder, key, TABLES, false).await {
        Ok(store) => Door::Open(store),
        Err(error) => problem(sorted(folder, error)),
    }
}

/// The key by passphrase. Refuses `key.wrong_passphrase`.
pub async fn key_by_passphrase(slots: Slots, passphrase: String) -> Result<DatabaseKey> {
    on_a_thread(move || slots.open_with_passphrase(&passphrase)).await
}

/// A new file under a passphrase, opened. What a first run that broke off left behind is set aside.
pub async fn create(folder: &Path, passphrase: String, keyring: bool, at: DateTime<Utc>) -> Result<Store> {
    backup::set_aside(folder, at)?;
    let (slots, key) = on_a_thread(move || Slots::create(&passphrase, keyring)).await?;
    slots.write(folder)?;
    Store::open(folder, key, TABLES, true).await
}

/// The passphrase that the environment gives, for starts without a person.
pub fn passphrase_by_environment() -> Option<String> {
    std::env::var("BALAI_PASSPHRASE").ok().filter(|passphrase| !passphrase.is_empty())
}

fn by_environment(slots: &Slots) -> Option<DatabaseKey> {
    slots.open_with_passphrase(&passphrase_by_environment()?).ok()
}

fn slots(folder: &Path) -> Result<Slots> {
    match Slots::read(folder) {
        Err(Error::File(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(KeyRefusal::SlotsUnreadable.into())
        }
        other => other,
    }
}

/// A file that cannot be written looks like a fault of SQLite; the folder tells better.
fn sorted(folder: &Path, error: Error) -> Error {
    let read_only = |path: &Path| std::fs::metadata(path).is_ok_and(|about| about.permissions().readonly());
    match error {
        Error::Store(_) if read_only(&folder.join(DATABASE)) || read_only(folder) => {
            StoreRefusal::ReadOnly { folder: folder.display().to_string() }.into()
        }
        other => other,
    }
}

/// The office's time zone.
pub async fn zone(store: &Store) -> Result<Zone> {
    let office = office::office(&mut *store.read().await?).await?;
    Ok(office.map_or(Zone::Wib, |office| office.zone))
}

/// Runs slow work of the processor beside the conversation with the page.
pub async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => Err(Error::Encoding(format!("{} a thread ended: {error}", incident()))),
    }
}

/// Takes away the empty file of a first run that was refused.
pub fn clear(folder: &Path) -> std::io::Result<()> {
    for name in [DATABASE, "balai.db-wal", "balai.db-shm", SLOTS] {
        match std::fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
