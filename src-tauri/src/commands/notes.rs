//! What an officer keeps for later: drafts of open forms and saved views of lists.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    office::{
        desk_notes::{self, Draft, DraftToKeep},
        role::Right,
        view::{self, SavedView, ViewDraft},
    },
};
use tauri::State;

/// Keeps a form as it was typed.
#[tauri::command]
pub async fn draft_keep(desk: State<'_, Desk>, input: DraftToKeep) -> Answer<()> {
    let (officer, store) = (desk.session()?.officer, desk.store().await?);
    Ok(desk_notes::keep_draft(&mut *store.local().await?, officer, input, desk.now()).await?)
}

/// Forgets a draft by its id.
#[tauri::command]
pub async fn draft_drop(desk: State<'_, Desk>, input: String) -> Answer<()> {
    let store = desk.store().await?;
    Ok(desk_notes::drop_draft(&mut *store.local().await?, &input).await?)
}

/// One's own drafts.
#[tauri::command]
pub async fn draft_list(desk: State<'_, Desk>) -> Answer<Vec<Draft>> {
    let officer = desk.session()?.officer;
    Ok(desk_notes::drafts(&mut *desk.read().await?, officer).await?)
}

/// The views of a list that one sees.
#[tauri::command]
pub async fn view_list(desk: State<'_, Desk>, input: String) -> Answer<Vec<SavedView>> {
    let officer = desk.session()?.officer;
    Ok(view::list(&mut *desk.read().await?, &input, officer).await?)
}

/// Saves a view.
#[tauri::command]
pub async fn view_save(desk: State<'_, Desk>, input: ViewDraft) -> Answer<Id<SavedView>> {
    if input.shared {
        // A view for everybody is the office's, not the reader's.
        desk.session()?.require(Right::Register)?;
    }
    let mut work = desk.begin("view_save").await?;
    let id = view::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a view away.
#[tauri::command]
pub async fn view_retire(desk: State<'_, Desk>, input: Id<SavedView>) -> Answer<()> {
    let mut work = desk.begin("view_retire").await?;
    view::retire(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}
