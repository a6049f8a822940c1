//! The officer's last acts, and taking one back.

use crate::{desk::Desk, failure::Answer};
use balai_domain::store::{
    open::StoreRefusal,
    undo::{self, PastAct},
};
use serde::Serialize;
use tauri::State;
use ts_rs::TS;

/// Acts that stand whatever comes: what was seen or handed out, and what protects the office.
const STANDING: &[&str] =
    &["office_first_run", "session_password", "person_unmask", "document_scan", "person_export", "person_erase"];

/// One act in the list; words live under `verb.<verb>`.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActRow {
    /// The act.
    #[serde(flatten)]
    #[ts(flatten)]
    pub act: PastAct,
    /// Whether it can be taken back.
    pub undoable: bool,
}

/// One's own last acts, newest first.
#[tauri::command]
pub async fn act_list(desk: State<'_, Desk>) -> Answer<Vec<ActRow>> {
    own(&desk).await
}

async fn own(desk: &Desk) -> Answer<Vec<ActRow>> {
    let officer = desk.session()?.officer;
    let acts = undo::acts(&mut *desk.read().await?, Some(officer.uuid())).await?;
    let stands = |act: &PastAct| act.undone_by.is_some() || act.erased || STANDING.contains(&&*act.verb);
    Ok(acts.into_iter().map(|act| ActRow { undoable: !stands(&act), act }).collect())
}

/// Takes one's own act back; taking back the taking back does it again. Answers the number of the new act.
#[tauri::command]
pub async fn act_undo(desk: State<'_, Desk>, input: i64) -> Answer<i64> {
    let acts = own(&desk).await?;
    let row = acts.iter().find(|row| row.act.n == input).ok_or(StoreRefusal::NoSuchAct)?;
    if row.act.undone_by.is_some() {
        return Err(StoreRefusal::AlreadyUndone.into());
    }
    if !row.undoable {
        return Err(StoreRefusal::CannotUndo.into());
    }
    // Whoever may no longer do a thing may no longer undo it.
    if let Some(command) = crate::COMMANDS.iter().find(|command| command.name == row.act.verb) {
        desk.admit(command.access)?;
    }
    let officer = desk.session()?.officer;
    let done = desk.store().await?.undo(input, desk.act("act_undo", Some(officer))).await?;
    desk.tell(&done);
    Ok(done.act)
}
