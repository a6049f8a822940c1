//! Signing in and out, one's own password and display, and the officers of the office.

use super::office::refresh_limits;
use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    office::{
        self,
        login::{self, Session},
        officer::{self, Officer, OfficerCard, OfficerDraft},
    },
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Who wants to sign in.
#[derive(Clone, Deserialize, TS)]
pub struct SignIn {
    /// The sign-in name.
    pub username: String,
    /// The password.
    pub password: String,
}

/// An officer's new password.
#[derive(Clone, Deserialize, TS)]
pub struct PasswordChange {
    /// The present one.
    pub old: String,
    /// The new one.
    pub new: String,
}

/// An officer's choices of display; `None` keeps what was chosen.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DisplayChoice {
    /// `light`, `dark`, `contrast`.
    pub theme: Option<String>,
    /// Percent.
    pub zoom: Option<i64>,
    /// `id`, `en`.
    pub language: Option<String>,
}

/// Signs an officer in. Refuses `officer.wrong_password` and, after some tries, `officer.too_many_tries`.
#[tauri::command]
pub async fn session_sign_in(desk: State<'_, Desk>, input: SignIn) -> Answer<Session> {
    desk.seat().tries.check(desk.now())?;
    let store = desk.store().await?;
    let signed = login::sign_in(&mut *store.read().await?, &input.username, &input.password).await;
    desk.seat().tries.note(signed.is_ok(), desk.now());
    let session = signed?;
    desk.seat().sit(session.clone(), desk.now());
    refresh_limits(&desk).await?;
    Ok(session)
}

/// Signs out.
#[tauri::command]
pub async fn session_sign_out(desk: State<'_, Desk>) -> Answer<()> {
    desk.seat().rise();
    desk.tray.put_papers_away();
    Ok(())
}

/// Locks the desk; the page keeps the officer's screens.
#[tauri::command]
pub async fn session_lock(desk: State<'_, Desk>) -> Answer<()> {
    desk.seat().lock();
    desk.voice.locked();
    Ok(())
}

/// Changes one's own password.
#[tauri::command]
pub async fn session_password(desk: State<'_, Desk>, input: PasswordChange) -> Answer<()> {
    let officer = desk.session()?.officer;
    let mut work = desk.begin("session_password").await?;
    login::change_password(&mut work, officer, &input.old, &input.new).await?;
    desk.commit(work).await.map(|_| ())
}

/// Chooses theme, zoom and language.
#[tauri::command]
pub async fn session_display(desk: State<'_, Desk>, input: DisplayChoice) -> Answer<Session> {
    let officer = desk.session()?.officer;
    let mut work = desk.begin("session_display").await?;
    login::choose_display(&mut work, officer, input.theme, input.zoom, input.language).await?;
    desk.commit(work).await?;
    renew(&desk, officer).await?;
    desk.session()
}

/// All officers.
#[tauri::command]
pub async fn officer_list(desk: State<'_, Desk>) -> Answer<Vec<OfficerCard>> {
    Ok(office::officers(&mut *desk.read().await?).await?)
}

/// Stores an officer.
#[tauri::command]
pub async fn officer_save(desk: State<'_, Desk>, input: OfficerDraft) -> Answer<Id<Officer>> {
    let mut work = desk.begin("officer_save").await?;
    let id = officer::save(&mut work, input).await?;
    desk.commit(work).await?;
    renew(&desk, id).await?;
    Ok(id)
}

/// The officer who sits here may have been changed.
async fn renew(desk: &Desk, id: Id<Officer>) -> Answer<()> {
    let stored = balai_domain::store::open::get::<Officer>(&mut *desk.read().await?, id).await?;
    match stored {
        Some(officer) if officer.retired_at.is_none() => desk.seat().renew(officer.into()),
        _ => {}
    }
    Ok(())
}
