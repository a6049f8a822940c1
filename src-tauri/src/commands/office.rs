//! The office as a whole: its state, first run, the passphrase, its data, its dated settings and its numbers.

use crate::{
    desk::Desk,
    failure::{Answer, Failure},
    logs,
    opening::{self, Door},
    seat::{Limits, Waiting},
};
use balai_domain::{
    base::refusal::Refusal,
    catalog::seed,
    office::{
        self, Office, desk_notes,
        login::{self, Session},
        number::{self, BlockDraft, NumberBlock},
        setting::{self, Setting, SettingChange},
        setup::{self, FirstRun},
    },
    people::region_index::RegionIndex,
    store::{Store, Work},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tauri::State;
use ts_rs::TS;

/// In which state the desk finds its data folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskState {
    /// No office yet: first run, or restoring a backup.
    NoOffice,
    /// The office's passphrase is asked.
    Locked,
    /// Something a person must mend; `problem` says what.
    Problem,
    /// Open; someone signs in.
    Open,
}

/// Everything the page needs to decide what to show first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OfficeStatus {
    /// The state of the data folder.
    pub state: DeskState,
    /// What is wrong, in state `problem`.
    pub problem: Option<Failure>,
    /// The data folder.
    pub folder: String,
    /// True in the office of made-up people (*data contoh*).
    pub sample: bool,
    /// How to sign in there.
    pub sample_login: Option<SampleLogin>,
    /// The office, once open.
    pub office: Option<Office>,
    /// The place of the office in words: `Kabupaten Bekasi, Jawa Barat`.
    pub regency: Option<String>,
    /// Who is signed in.
    pub session: Option<Session>,
    /// Whose work waits behind the lock.
    pub waiting: Option<Waiting>,
    /// The day at the office.
    pub today: NaiveDate,
    /// The desk stands at the counter (*mode loket*).
    pub counter: bool,
    /// Minutes of quiet before the lock.
    pub lock_minutes: i64,
    /// This PC's short name.
    pub device: Option<String>,
    /// The program's version.
    pub version: String,
    /// The incident with which the program ended last time.
    pub last_crash: Option<String>,
}

/// The made-up officer of the sample office.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleLogin {
    /// Sign-in name.
    pub username: String,
    /// Password.
    pub password: String,
}

/// The first run: the office, and what protects its file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FirstRunDraft {
    /// The office and its first administrator.
    pub office: FirstRun,
    /// The passphrase of the file; empty: that of `BALAI_PASSPHRASE`.
    pub passphrase: String,
    /// Let this PC's keyring open the file, if it has one that works.
    pub keyring: bool,
}

/// The passphrase of the office's file.
#[derive(Clone, Deserialize, TS)]
pub struct Passphrase {
    /// As typed.
    pub passphrase: String,
}

/// Puts this PC at the counter.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct CounterMode {
    /// At the counter, or not.
    pub counter: bool,
}

/// Gives this PC its short name.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DeviceName {
    /// Such as `A`.
    pub name: String,
}

/// What the desk finds.
#[tauri::command]
pub async fn office_status(desk: State<'_, Desk>) -> Answer<OfficeStatus> {
    status(&desk).await
}

async fn status(desk: &Desk) -> Answer<OfficeStatus> {
    let (state, problem, store) = match &*desk.door().await {
        Door::Shut | Door::Empty => (DeskState::NoOffice, None, None),
        Door::Locked(_) => (DeskState::Locked, None, None),
        Door::Problem(failure) => (DeskState::Problem, Some(failure.clone()), None),
        Door::Open(store) => (DeskState::Open, None, Some(store.clone())),
    };
    let (mut office, mut device) = (None, None);
    if let Some(store) = store {
        let mut connection = store.read().await?;
        office = office::office(&mut connection).await?;
        device = Some(desk_notes::device(&mut connection).await?);
    }
    let regency = office.as_ref().and_then(|office| RegionIndex::shared().path(&office.regency_code));
    let regency = regency.map(|path| [path.regency, Some(path.province)].into_iter().flatten().collect::<Vec<_>>());
    let seat = desk.seat();
    Ok(OfficeStatus {
        state,
        problem,
        folder: desk.folder().display().to_string(),
        sample: desk.is_sample(),
        sample_login: desk.is_sample().then(crate::sample::login),
        office,
        regency: regency.map(|names| names.join(", ")),
        session: seat.session().cloned(),
        waiting: seat.waiting().cloned(),
        today: desk.today(),
        counter: seat.counter(),
        lock_minutes: seat.minutes(),
        device,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        last_crash: logs::last_crash(),
    })
}

/// Makes the office and signs its administrator in.
#[tauri::command]
pub async fn office_first_run(desk: State<'_, Desk>, input: FirstRunDraft) -> Answer<OfficeStatus> {
    let typed = Some(input.passphrase).filter(|passphrase| !passphrase.is_empty());
    let passphrase = typed.or_else(opening::passphrase_by_environment).unwrap_or_default();
    make(&desk, input.office, passphrase, input.keyring).await?;
    status(&desk).await
}

/// Makes the office in an empty folder; nothing stays of one that is refused.
pub async fn make(desk: &Desk, first: FirstRun, passphrase: String, keyring: bool) -> Answer<()> {
    let (username, password) = (first.username.clone(), first.password.clone());
    {
        let mut door = desk.door_to_change().await;
        if !matches!(*door, Door::Empty) {
            return Err(balai_domain::store::open::StoreRefusal::OfficeExists.into());
        }
        let store = opening::create(&desk.folder(), passphrase, keyring, desk.now()).await?;
        let mut work = store.begin(desk.act("office_first_run", None)).await?;
        let mut made =
            setup::make_office(&mut work, first, |code| RegionIndex::shared().exists(code)).await.map(|_| ());
        if made.is_ok() {
            made = seed::plant(&mut work).await;
        }
        match made {
            Ok(()) => work.commit().await?,
            Err(refused) => {
                drop(work);
                store.close().await;
                opening::clear(&desk.folder())?;
                return Err(refused.into());
            }
        };
        desk.stand(&mut door, Door::Open(store)).await;
    }
    let session = login::sign_in(&mut *desk.read().await?, &username, &password).await?;
    desk.seat().sit(session, desk.now());
    refresh_limits(desk).await
}

/// Leaves whatever is open and opens the office of made-up people (*data contoh*), in a folder of its own.
#[tauri::command]
pub async fn sample_open(desk: State<'_, Desk>) -> Answer<OfficeStatus> {
    desk.move_to(true).await;
    status(&desk).await
}

/// Leaves the office of made-up people and goes back to one's own.
#[tauri::command]
pub async fn sample_leave(desk: State<'_, Desk>) -> Answer<OfficeStatus> {
    desk.move_to(false).await;
    status(&desk).await
}

/// Opens the office's file with its passphrase.
#[tauri::command]
pub async fn office_unlock(desk: State<'_, Desk>, input: Passphrase) -> Answer<OfficeStatus> {
    desk.seat().tries.check(desk.now())?;
    let slots = match &*desk.door().await {
        Door::Locked(slots) => Some(slots.clone()),
        _ => None,
    };
    if let Some(slots) = slots {
        let key = opening::key_by_passphrase(slots, input.passphrase).await;
        desk.seat().tries.note(key.is_ok(), desk.now());
        let mut door = desk.door_to_change().await;
        let opened = opening::open(&desk.folder(), key?).await;
        desk.stand(&mut door, opened).await;
    }
    status(&desk).await
}

/// Looks at the data folder again, after a person mended what stood in the way.
#[tauri::command]
pub async fn office_retry(desk: State<'_, Desk>) -> Answer<OfficeStatus> {
    let door = desk.shut().await;
    if matches!(*door, Door::Problem(_)) {
        desk.enter(door).await;
    } else {
        drop(door);
    }
    status(&desk).await
}

/// Corrects the office's data.
#[tauri::command]
pub async fn office_change(desk: State<'_, Desk>, input: Office) -> Answer<()> {
    let zone = input.zone;
    let mut work = desk.begin("office_change").await?;
    setup::change_office(&mut work, input, |code| RegionIndex::shared().exists(code)).await?;
    desk.commit(work).await?;
    desk.set_zone(zone);
    Ok(())
}

/// All dated settings.
#[tauri::command]
pub async fn setting_list(desk: State<'_, Desk>) -> Answer<Vec<Setting>> {
    Ok(setting::all(&mut *desk.read().await?).await?)
}

/// From a day on, another value.
#[tauri::command]
pub async fn setting_change(desk: State<'_, Desk>, input: SettingChange) -> Answer<()> {
    let mut work = desk.begin("setting_change").await?;
    setting::change(&mut work, input).await?;
    desk.commit(work).await?;
    refresh_limits(&desk).await
}

/// Allots numbers to a PC.
#[tauri::command]
pub async fn number_allot(desk: State<'_, Desk>, input: BlockDraft) -> Answer<()> {
    let mut work: Work = desk.begin("number_allot").await?;
    number::allot(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// A series within one span of days.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NumberSeries {
    /// `ak1`, `registration`.
    pub series: String,
    /// `2026`, `2026-11`, or empty.
    pub scope: String,
}

/// The blocks allotted in a series.
#[tauri::command]
pub async fn number_list(desk: State<'_, Desk>, input: NumberSeries) -> Answer<Vec<NumberBlock>> {
    Ok(number::blocks(&mut *desk.read().await?, &input.series, &input.scope).await?)
}

/// Gives this PC its short name, by which its blocks are found.
#[tauri::command]
pub async fn device_name(desk: State<'_, Desk>, input: DeviceName) -> Answer<()> {
    let name = balai_domain::base::text::tidy(&input.name);
    if name.is_empty() || name.chars().count() > 12 {
        return Err(Refusal::new("desk", "device_name").into());
    }
    let store: Store = desk.store().await?;
    Ok(desk_notes::set_device(&mut *store.local().await?, &name).await?)
}

/// Puts the desk at the counter, where the longer quiet time counts.
#[tauri::command]
pub async fn desk_counter(desk: State<'_, Desk>, input: CounterMode) -> Answer<()> {
    desk.seat().set_counter(input.counter);
    Ok(())
}

/// The quiet times in force today.
pub async fn refresh_limits(desk: &Desk) -> Answer<()> {
    let today = desk.today();
    let mut connection = desk.read().await?;
    let minutes = setting::number(&mut connection, "lock.minutes", today).await?;
    let counter_minutes = setting::number(&mut connection, "lock.counter_minutes", today).await?;
    desk.seat().set_limits(Limits { minutes, counter_minutes });
    Ok(())
}
