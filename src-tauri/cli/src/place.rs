//! The data folder: taking it, opening the office in it, and who answers.

use crate::exit::{Failure, Outcome};
use balai_domain::{
    TABLES,
    office::{self, Office},
    store::{
        Act, Error, Store, Work,
        key::{DatabaseKey, KeyRefusal, Slots},
        open::{DATABASE, Hold, StoreRefusal},
        work::Done,
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use std::{
    io::IsTerminal,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

/// Where the office lies and how it is answered.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    json: bool,
    opened: Mutex<Vec<Store>>,
}

/// An office that this process has to itself.
pub struct Held {
    /// The open file.
    pub store: Store,
    _hold: Hold,
}

/// An office as far as it is needed: to itself when something is written, otherwise beside a window.
pub enum Door {
    /// For writing.
    Held(Held),
    /// For reading.
    Read(Store),
}

impl Place {
    /// The folder that was named, else the window's own.
    pub fn new(named: Option<PathBuf>, json: bool) -> Self {
        Self { folder: named.unwrap_or_else(balai_paperwork::place::data_folder), json, opened: Mutex::default() }
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// Whether there is an office here.
    pub fn has_office(&self) -> bool {
        self.folder.join(DATABASE).exists()
    }

    /// Takes the folder. Refuses `store.in_use` while a window has it.
    pub fn hold(&self) -> Outcome<Hold> {
        Ok(Hold::take(&self.folder)?)
    }

    /// The office for writing.
    pub async fn open(&self) -> Outcome<Held> {
        let hold =
            if self.has_office() { self.hold()? } else { return Err(Error::from(StoreRefusal::NoOffice).into()) };
        let store = self.remember(Store::open(&self.folder, self.key()?, TABLES, false).await?);
        Ok(Held { store, _hold: hold })
    }

    /// The office for reading, also while a window has it.
    pub async fn open_to_read(&self) -> Outcome<Store> {
        if !self.has_office() {
            return Err(Error::from(StoreRefusal::NoOffice).into());
        }
        Ok(self.remember(Store::open_to_read(&self.folder, self.key()?, TABLES).await?))
    }

    /// The office for writing, or for reading only.
    pub async fn door(&self, writes: bool) -> Outcome<Door> {
        Ok(if writes { Door::Held(self.open().await?) } else { Door::Read(self.open_to_read().await?) })
    }

    fn remember(&self, store: Store) -> Store {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(store.clone());
        store
    }

    /// Closes what was opened, also where something was refused: SQLCipher frees its memory at the end of the process,
    /// even under a connection that is still closing.
    pub async fn leave(&self) {
        let opened = std::mem::take(&mut *self.opened.lock().unwrap_or_else(PoisonError::into_inner));
        for store in opened {
            store.close().await;
        }
    }

    fn key(&self) -> Outcome<DatabaseKey> {
        let slots = Slots::read(&self.folder).map_err(|error| match error {
            Error::File(file) if file.kind() == std::io::ErrorKind::NotFound => KeyRefusal::SlotsUnreadable.into(),
            other => other,
        })?;
        if let Some(given) = given_passphrase() {
            return Ok(slots.open_with_passphrase(&given)?);
        }
        match slots.open_with_keyring() {
            Some(key) => Ok(key),
            None => Ok(slots.open_with_passphrase(&passphrase("Frasa sandi kantor: ")?)?),
        }
    }

    /// The office's data.
    pub async fn office(&self, store: &Store) -> Outcome<Office> {
        let office = office::office(&mut *store.read().await?).await?;
        Ok(office.ok_or(Error::from(StoreRefusal::NoOffice))?)
    }

    /// The day at an office.
    pub fn today(&self, office: Option<&Office>) -> NaiveDate {
        office.map_or(balai_domain::base::zone::Zone::Wib, |office| office.zone).day(self.now())
    }

    /// Begins work that no officer signs for.
    pub async fn begin(&self, store: &Store, verb: &'static str) -> Outcome<Work> {
        Ok(store.begin(Act { verb, actor: None, at: self.now() }).await?)
    }

    /// Answers: `words` for a person, `data` for a program.
    pub fn answer(&self, data: &impl Serialize, words: impl FnOnce() -> String) -> Outcome {
        if self.json {
            println!("{}", serde_json::to_string(data).map_err(|error| Failure::Fault(error.to_string()))?);
        } else {
            println!("{}", words());
        }
        Ok(())
    }
}

impl Held {
    /// Makes it so, and closes the file.
    pub async fn commit(self, work: Work) -> Outcome<Done> {
        let done = work.commit().await?;
        self.store.close().await;
        Ok(done)
    }
}

impl Door {
    /// The open file.
    pub fn store(&self) -> &Store {
        match self {
            Door::Held(held) => &held.store,
            Door::Read(store) => store,
        }
    }

    /// Makes it so.
    pub async fn commit(self, work: Work) -> Outcome<Done> {
        match self {
            Door::Held(held) => held.commit(work).await,
            Door::Read(_) => Ok(work.commit().await?),
        }
    }
}

/// The passphrase that the environment gives.
pub fn given_passphrase() -> Option<String> {
    std::env::var("BALAI_PASSPHRASE").ok().filter(|given| !given.is_empty())
}

/// The passphrase of the environment, else of the person at the terminal.
pub fn passphrase(question: &str) -> Outcome<String> {
    if let Some(given) = given_passphrase() {
        return Ok(given);
    }
    if !std::io::stdin().is_terminal() {
        return Err(Failure::NoPassphrase);
    }
    rpassword::prompt_password(question).map_err(|_| Failure::NoPassphrase)
}
