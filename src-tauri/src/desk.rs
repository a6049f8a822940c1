//! One desk: the data folder, its office once open, and the officer who sits there. The wall clock is read here only.

use crate::{
    access::Access,
    backups,
    events::{Changed, Voice},
    failure::Answer,
    opening::{self, Door},
    place::Place,
    sample,
    seat::Seat,
};
use balai_domain::{
    base::{id::Id, refusal::Refusal, zone::Zone},
    office::{Officer, login::Session, officer::OfficerRefusal},
    store::{Act, SqliteConnection, Store, Work, open::StoreRefusal, work::Done},
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use std::{
    ops::DerefMut,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::sync::{OwnedRwLockWriteGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The state that every command is given.
#[derive(Debug)]
pub struct Desk {
    place: Mutex<Place>,
    door: Arc<RwLock<Door>>,
    open: AtomicBool,
    seat: Mutex<Seat>,
    zone: Mutex<Zone>,
    last_backup: Mutex<backups::Last>,
    /// What the desk tells the page without being asked.
    pub voice: Voice,
    /// What the desk keeps between two commands.
    pub tray: crate::tray::Tray,
    /// Carries entries to the hub and back.
    pub courier: crate::courier::Courier,
}

impl Desk {
    /// A desk at an office's own folder, or in the made-up office within it; its door still shut.
    pub fn new(home: PathBuf, sample: bool) -> Self {
        Self {
            place: Mutex::new(Place::new(home, sample)),
            door: Arc::new(RwLock::new(Door::Shut)),
            open: AtomicBool::new(false),
            seat: Mutex::new(Seat::new(Utc::now())),
            zone: Mutex::new(Zone::Wib),
            last_backup: Mutex::new(backups::Last::new(Utc::now())),
            voice: Voice::default(),
            tray: crate::tray::Tray::default(),
            courier: crate::courier::Courier::default(),
        }
    }

    /// Now, by the clock of this PC.
    pub fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// The day at the office.
    pub fn today(&self) -> NaiveDate {
        lock(&self.zone).day(self.now())
    }

    /// The office's wall clock.
    pub fn local_now(&self) -> NaiveDateTime {
        lock(&self.zone).local(self.now()).naive_local()
    }

    /// The office's own folder, where the log lies.
    pub fn home(&self) -> PathBuf {
        lock(&self.place).home().to_owned()
    }

    /// The data folder that is worked in.
    pub fn folder(&self) -> PathBuf {
        lock(&self.place).folder()
    }

    /// Whether this is the office of made-up people.
    pub fn is_sample(&self) -> bool {
        lock(&self.place).is_sample()
    }

    /// Who sits at the desk.
    pub fn seat(&self) -> MutexGuard<'_, Seat> {
        lock(&self.seat)
    }

    /// The gate: whether whoever sits here may give the command now.
    pub fn admit(&self, access: Access) -> Result<(), Refusal> {
        let now = self.now();
        let mut seat = self.seat();
        access.check(seat.session(), self.open.load(Ordering::Acquire))?;
        if access.shows_presence() {
            seat.touch(now);
        }
        Ok(())
    }

    /// Who is signed in. Refuses `officer.signed_out`.
    pub fn session(&self) -> Answer<Session> {
        let session = self.seat().session().cloned();
        Ok(session.ok_or_else(|| Refusal::from(OfficerRefusal::SignedOut))?)
    }

    /// The open office. Refuses `store.no_office`.
    pub async fn store(&self) -> Answer<Store> {
        match &*self.door.read().await {
            Door::Open(store) => Ok(store.clone()),
            _ => Err(StoreRefusal::NoOffice.into()),
        }
    }

    /// A connection for reading.
    pub async fn read(&self) -> Answer<impl DerefMut<Target = SqliteConnection> + Send + use<>> {
        Ok(self.store().await?.read().await?)
    }

    /// Begins the work of the officer signed in. `verb` is the command's name.
    pub async fn begin(&self, verb: &'static str) -> Answer<Work> {
        let actor = self.session()?.officer;
        Ok(self.store().await?.begin(self.act(verb, Some(actor))).await?)
    }

    /// The words of an act.
    pub fn act(&self, verb: &'static str, actor: Option<Id<Officer>>) -> Act {
        Act { verb, actor: actor.map(Id::uuid), at: self.now() }
    }

    /// Makes the work so and tells the page which tables changed.
    pub async fn commit(&self, work: Work) -> Answer<Done> {
        let done = work.commit().await?;
        self.tell(&done);
        Ok(done)
    }

    /// Tells the page which tables an act changed.
    pub fn tell(&self, done: &Done) {
        if done.entries > 0 {
            self.seat().note_change();
            self.voice.changed(&Changed { tables: done.tables.iter().map(|table| (*table).to_owned()).collect() });
        }
    }

    /// What stands behind the door.
    pub async fn door(&self) -> RwLockReadGuard<'_, Door> {
        self.door.read().await
    }

    /// The door to one's own while the file is opened, closed or exchanged.
    pub async fn door_to_change(&self) -> RwLockWriteGuard<'_, Door> {
        self.door.write().await
    }

    /// Takes the folder and opens what is in it; every outcome is a state that the page can show.
    pub async fn enter(&self, mut door: OwnedRwLockWriteGuard<Door>) {
        let found = match self.take_folder() {
            Ok(()) => opening::look(&self.folder()).await,
            Err(error) => opening::problem(error),
        };
        let found = if self.is_sample() { self.sample_office(found).await } else { found };
        self.stand(&mut door, found).await;
    }

    /// The office of made-up people, made where there is none.
    async fn sample_office(&self, found: Door) -> Door {
        let opened = match found {
            Door::Empty => sample::make(&self.folder(), self.now()).await.map(Door::Open),
            Door::Locked(slots) => {
                let key = opening::key_by_passphrase(slots, sample::PASSPHRASE.to_owned()).await;
                match key {
                    Ok(key) => Ok(opening::open(&self.folder(), key).await),
                    Err(error) => Err(error),
                }
            }
            other => Ok(other),
        };
        opened.unwrap_or_else(opening::problem)
    }

    /// The door, shut for everybody else: whoever asks for the state waits until it is known.
    pub async fn shut(&self) -> OwnedRwLockWriteGuard<Door> {
        self.door.clone().write_owned().await
    }

    /// Puts the door into a state and remembers what other threads ask of it.
    pub async fn stand(&self, door: &mut Door, state: Door) {
        if let Door::Open(store) = &state {
            match opening::zone(store).await {
                Ok(zone) => *lock(&self.zone) = zone,
                Err(error) => tracing::error!("zone: {error}"),
            }
        }
        self.open.store(state.is_open(), Ordering::Release);
        *door = state;
    }

    /// Takes the data folder for this process alone. Refuses `store.in_use`, `store.read_only`, `store.disk_full`.
    pub fn take_folder(&self) -> balai_domain::store::Result<()> {
        lock(&self.place).take()
    }

    /// Leaves the office that is open and goes over to the made-up one, or back.
    pub async fn move_to(&self, sample: bool) {
        self.leave().await;
        lock(&self.place).move_to(sample);
        self.enter(self.shut().await).await;
    }

    /// Backs up if anything changed and closes the file.
    pub async fn leave(&self) {
        self.seat().rise();
        let mut door = self.door.write().await;
        if let Door::Open(store) = std::mem::replace(&mut *door, Door::Shut) {
            let changes = self.seat().changes();
            if self.last_backup().behind(changes) && backups::make(self, &store).await.is_err() {
                tracing::warn!("closed without a backup");
            }
            store.close().await;
        }
        self.open.store(false, Ordering::Release);
        self.tray.clear();
    }

    /// The last automatic backup of this run.
    pub fn last_backup(&self) -> MutexGuard<'_, backups::Last> {
        lock(&self.last_backup)
    }

    /// Whether this process has the folder to itself.
    pub fn holds(&self) -> bool {
        lock(&self.place).holds()
    }

    /// The office moved or its zone was corrected.
    pub fn set_zone(&self, zone: Zone) {
        *lock(&self.zone) = zone;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
