//! Backups by hand: make one, try one, go back to one; and setting a damaged file aside.

use crate::{
    desk::Desk,
    dialog,
    failure::Answer,
    opening::{self, Door, on_a_thread},
};
use balai_domain::{
    base::refusal::Refusal,
    people::restore,
    store::{
        backup::{self, Head},
        open::StoreRefusal,
    },
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use tauri::State;
use ts_rs::TS;

/// The handle of a backup that was chosen in a dialog.
const CHOSEN: &str = "chosen";

/// A backup in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupCard {
    /// By which it is restored or tried.
    pub handle: String,
    /// The file's name.
    pub name: String,
    /// When it was made; `None` when the file is damaged.
    pub made_at: Option<DateTime<Utc>>,
    /// Bytes of the database in it.
    pub length: Option<u64>,
    /// The program that made it.
    pub program: Option<String>,
}

/// Which backup to go back to.
#[derive(Clone, Deserialize, TS)]
pub struct Restore {
    /// The handle.
    pub handle: String,
    /// The passphrase that was in force when it was made.
    pub passphrase: String,
}

/// Makes a backup where the officer says; `None`: the dialog was closed.
#[tauri::command]
pub async fn backup_make(desk: State<'_, Desk>) -> Answer<Option<String>> {
    let suggested = format!("balai-{}.balaibak", desk.today());
    let Some(target) = dialog::save(&desk.voice, dialog::BACKUP, &suggested).await else { return Ok(None) };
    backup::write(&desk.store().await?, &target, desk.now()).await?;
    Ok(Some(target.display().to_string()))
}

/// The automatic backups, newest first.
#[tauri::command]
pub async fn backup_list(desk: State<'_, Desk>) -> Answer<Vec<BackupCard>> {
    let files = backup::list(&desk.folder());
    Ok(on_a_thread(move || Ok(files.into_iter().map(|file| card(file, None)).collect())).await?)
}

/// Chooses a backup from elsewhere, such as a USB stick; `None`: the dialog was closed.
#[tauri::command]
pub async fn backup_choose(desk: State<'_, Desk>) -> Answer<Option<BackupCard>> {
    let Some(path) = dialog::open(&desk.voice, dialog::BACKUP).await else { return Ok(None) };
    *desk.tray.backup() = Some(path.clone());
    Ok(Some(on_a_thread(move || Ok(card(path, Some(CHOSEN)))).await?))
}

/// Tries whether a backup is whole (*cek cadangan*): its digest is proved. Refuses `store.backup_unreadable`.
#[tauri::command]
pub async fn backup_check(desk: State<'_, Desk>, input: String) -> Answer<BackupCard> {
    let path = path_of(&desk, &input)?;
    let tried = path.clone();
    on_a_thread(move || backup::read_head(&tried)).await?;
    Ok(card(path, Some(&input)))
}

/// Goes back to a backup; the present file is set aside. Whoever was signed in signs in anew.
#[tauri::command]
pub async fn backup_restore(desk: State<'_, Desk>, input: Restore) -> Answer<()> {
    let path = path_of(&desk, &input.handle)?;
    go_back(&desk, &path, &input.passphrase).await
}

async fn go_back(desk: &Desk, path: &Path, passphrase: &str) -> Answer<()> {
    if !desk.holds() {
        return Err(StoreRefusal::InUse.into());
    }
    let mut door = desk.door_to_change().await;
    let present = if let Door::Open(store) = &*door { Some(store) } else { None };
    // Made ready before the office is closed, so that a wrong passphrase changes nothing.
    let ready = restore::make_ready(path, &desk.folder(), passphrase, present, desk.now()).await?;
    if let Door::Open(store) = std::mem::replace(&mut *door, Door::Shut) {
        store.close().await;
    }
    desk.seat().rise();
    let restored = ready.take_place(desk.now());
    let state = match &restored {
        Ok(key) => opening::open(&desk.folder(), key.clone()).await,
        Err(_) => opening::look(&desk.folder()).await,
    };
    desk.stand(&mut door, state).await;
    drop(door);
    desk.voice.locked();
    restored?;
    Ok(())
}

/// Sets a damaged file aside, never deletes it. Answers the folder where it lies now.
#[tauri::command]
pub async fn office_set_aside(desk: State<'_, Desk>) -> Answer<Option<String>> {
    let mut door = desk.door_to_change().await;
    if !desk.holds() || !matches!(*door, Door::Problem(_)) {
        return Err(Refusal::new("desk", "nothing_to_set_aside").into());
    }
    let place = backup::set_aside(&desk.folder(), desk.now())?;
    let state = opening::look(&desk.folder()).await;
    desk.stand(&mut door, state).await;
    Ok(place.map(|place| place.display().to_string()))
}

/// Only files of the list, or the one that was chosen.
fn path_of(desk: &Desk, handle: &str) -> Answer<PathBuf> {
    let chosen = || desk.tray.backup().clone();
    let listed = || backup::list(&desk.folder()).into_iter().find(|file| name(file) == handle);
    let path = if handle == CHOSEN { chosen() } else { listed() };
    path.ok_or_else(|| StoreRefusal::NotFound.into())
}

fn card(path: PathBuf, handle: Option<&str>) -> BackupCard {
    let head: Option<Head> = backup::read_head(&path).ok();
    let name = name(&path);
    BackupCard {
        handle: handle.map_or_else(|| name.clone(), str::to_owned),
        name,
        made_at: head.as_ref().map(|head| head.made_at),
        length: head.as_ref().map(|head| head.length),
        program: head.map(|head| head.program),
    }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{
        key::{self, PassphraseChange},
        office::make,
    };
    use balai_domain::{
        base::{id::Id, zone::Zone},
        office::{office::OfficeKind, setup::FirstRun},
        people::{draft::PersonDraft, erase, person::Person, register},
        store::{key::Slots, open::get},
    };

    const PASSPHRASE: &str = "kursi rotan biru";

    async fn a_desk() -> (tempfile::TempDir, Desk) {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = Desk::new(folder.path().join("data"), false);
        desk.enter(desk.shut().await).await;
        let first = FirstRun {
            name: "Disnaker Uji".into(),
            kind: OfficeKind::LabourOffice,
            regency_code: "32.16".into(),
            zone: Zone::Wib,
            letterhead: Default::default(),
            address: String::new(),
            username: "admin".into(),
            full_name: "Administrator Uji".into(),
            password: "sandi loket satu".into(),
        };
        make(&desk, first, PASSPHRASE.into(), false).await.expect("an office");
        (folder, desk)
    }

    async fn register(desk: &Desk, name: &str) -> Id<Person> {
        let draft = PersonDraft { full_name: name.into(), nik_note: "tanpa KTP".into(), ..PersonDraft::default() };
        let mut work = desk.begin("person_save").await.expect("work");
        let (id, _) = register::save(&mut work, &draft).await.expect("saved");
        desk.commit(work).await.expect("committed");
        id
    }

    async fn person(desk: &Desk, id: Id<Person>) -> Option<Person> {
        get(&mut desk.read().await.expect("reader"), id).await.expect("read")
    }

    #[tokio::test]
    async fn a_backup_brings_back_what_was_there_and_whoever_was_erased_stays_erased() {
        let (folder, desk) = a_desk().await;
        let (kept, erased) = (register(&desk, "Ani Wati").await, register(&desk, "Budi Santoso").await);
        let file = folder.path().join("a.balaibak");
        backup::write(&desk.store().await.expect("open"), &file, desk.now()).await.expect("written");
        let late = register(&desk, "Citra Dewi").await;
        let mut work = desk.begin("person_erase").await.expect("work");
        erase::erase(&mut work, erased, "permintaan sendiri").await.expect("erased");
        desk.commit(work).await.expect("committed");

        go_back(&desk, &file, PASSPHRASE).await.expect("restored");
        assert!(desk.session().is_err(), "whoever was signed in signs in anew");
        assert_eq!(person(&desk, kept).await.map(|person| person.full_name), Some("Ani Wati".into()));
        assert!(person(&desk, erased).await.is_some_and(|person| person.erased_at.is_some()));
        assert!(person(&desk, late).await.is_none());
    }

    #[tokio::test]
    async fn a_wrong_passphrase_leaves_the_office_as_it_is() {
        let (folder, desk) = a_desk().await;
        let id = register(&desk, "Ani Wati").await;
        let file = folder.path().join("a.balaibak");
        backup::write(&desk.store().await.expect("open"), &file, desk.now()).await.expect("written");
        assert!(go_back(&desk, &file, "kursi rotan hijau").await.is_err());
        assert!(desk.session().is_ok() && person(&desk, id).await.is_some());
    }

    #[tokio::test]
    async fn a_backup_keeps_the_passphrase_with_which_it_was_made_and_brings_it_back() {
        let (folder, desk) = a_desk().await;
        let file = folder.path().join("a.balaibak");
        backup::write(&desk.store().await.expect("open"), &file, desk.now()).await.expect("written");
        let change = |old: &str, fresh: &str| PassphraseChange { old: old.into(), fresh: fresh.into() };
        assert!(key::change(&desk, change("kursi rotan hijau", "meja jati hijau")).await.is_err());
        key::change(&desk, change(PASSPHRASE, "meja jati hijau")).await.expect("changed");
        let opens =
            |passphrase: &str| Slots::read(&desk.folder()).expect("slots").open_with_passphrase(passphrase).is_ok();
        assert!(opens("meja jati hijau") && !opens(PASSPHRASE));
        assert!(go_back(&desk, &file, "meja jati hijau").await.is_err());
        go_back(&desk, &file, PASSPHRASE).await.expect("restored");
        assert!(opens(PASSPHRASE));
    }

    #[tokio::test]
    async fn a_second_desk_at_the_same_folder_finds_it_in_use() {
        let (_folder, desk) = a_desk().await;
        let second = Desk::new(desk.folder(), false);
        second.enter(second.shut().await).await;
        let door = second.door().await;
        let Door::Problem(crate::failure::Failure::Refusal(refusal)) = &*door else { panic!("{door:?}") };
        assert_eq!(refusal.to_string(), "store.in_use");
    }
}
