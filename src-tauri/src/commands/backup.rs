//! Backups by hand: make one, try one, go back to one; and setting a damaged file aside.

use crate::{
    desk::Desk,
    dialog,
    failure::Answer,
    opening::{self, Door, on_a_thread},
};
use balai_domain::{
    base::refusal::Refusal,
    store::{
        backup::{self, Head},
        open::StoreRefusal,
    },
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
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
    let files = backup::list(desk.folder());
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
    if !desk.holds() {
        return Err(StoreRefusal::InUse.into());
    }
    let mut door = desk.door_to_change().await;
    // Proved before the office is closed, so that a wrong passphrase changes nothing.
    let slots = backup::read_head(&path)?.slots;
    opening::key_by_passphrase(slots, input.passphrase.clone()).await?;
    if let Door::Open(store) = std::mem::replace(&mut *door, Door::Shut) {
        store.close().await;
    }
    desk.seat().rise();
    let restored = backup::restore(&path, desk.folder(), &input.passphrase, desk.now()).await;
    let state = match &restored {
        Ok(key) => opening::open(desk.folder(), key.clone()).await,
        Err(_) => opening::look(desk.folder()).await,
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
    let place = backup::set_aside(desk.folder(), desk.now())?;
    let state = opening::look(desk.folder()).await;
    desk.stand(&mut door, state).await;
    Ok(place.map(|place| place.display().to_string()))
}

/// Only files of the list, or the one that was chosen.
fn path_of(desk: &Desk, handle: &str) -> Answer<PathBuf> {
    let chosen = || desk.tray.backup().clone();
    let listed = || backup::list(desk.folder()).into_iter().find(|file| name(file) == handle);
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

fn name(path: &std::path::Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
