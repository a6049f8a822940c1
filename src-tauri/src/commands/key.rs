//! The key of the office's file: another passphrase, and whether this PC opens the file by itself.

use crate::{desk::Desk, failure::Answer, opening::on_a_thread};
use balai_domain::{
    base::refusal::Refusal,
    store::key::{self, Slots},
};
use serde::{Deserialize, Serialize};
use tauri::State;
use ts_rs::TS;

/// How the file is opened on this PC.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct KeyStatus {
    /// By the operating system's keyring, without asking.
    pub keyring: bool,
}

/// A new passphrase for the file.
#[derive(Clone, Deserialize, TS)]
pub struct PassphraseChange {
    /// The one in force.
    pub old: String,
    /// The new one.
    pub fresh: String,
}

/// How the file is opened on this PC.
#[tauri::command]
pub async fn key_status(desk: State<'_, Desk>) -> Answer<KeyStatus> {
    Ok(KeyStatus { keyring: Slots::read(&desk.folder())?.has_keyring() })
}

/// Changes the passphrase of the file. Backups made before keep theirs.
#[tauri::command]
pub async fn key_passphrase(desk: State<'_, Desk>, input: PassphraseChange) -> Answer<()> {
    change(&desk, input).await
}

/// Changes it at a desk.
pub(super) async fn change(desk: &Desk, input: PassphraseChange) -> Answer<()> {
    let folder = its_own(desk)?;
    // Guessing the passphrase here is as slow as at the door.
    desk.seat().tries.check(desk.now())?;
    let changed = on_a_thread(move || key::change_passphrase(&folder, &input.old, &input.fresh)).await;
    let guessed =
        matches!(&changed, Err(balai_domain::store::Error::Refused(refusal)) if refusal.code == "wrong_passphrase");
    desk.seat().tries.note(!guessed, desk.now());
    changed?;
    tracing::info!("the passphrase of the file was changed");
    Ok(())
}

/// Lets this PC open the file by itself, or no longer. Refuses `key.keyring_refused`.
#[tauri::command]
pub async fn key_keyring(desk: State<'_, Desk>, input: bool) -> Answer<KeyStatus> {
    let (folder, database) = (its_own(&desk)?, desk.store().await?.key().clone());
    on_a_thread(move || key::set_keyring(&folder, &database, input)).await?;
    key_status(desk).await
}

/// The folder of an office of one's own: that of made-up people has a passphrase that everybody knows.
fn its_own(desk: &Desk) -> Answer<std::path::PathBuf> {
    if desk.is_sample() { Err(Refusal::new("key", "of_sample").into()) } else { Ok(desk.folder()) }
}
