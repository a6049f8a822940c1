//! Saved views of lists (*tampilan tersimpan*): a filter, columns and an order under a name.

use super::officer::Officer;
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use ts_rs::TS;

table! {
    /// A saved view; without an officer it is everybody's.
    pub struct SavedView = 6 "saved_view" {
        /// Which list.
        1 A list: String,
        /// Its name.
        2 A name: String,
        /// The list's query as JSON.
        3 A query: String,
        /// Whose; `None`: shared.
        4 A officer_id: Option<Id<Officer>>,
        /// Gone since.
        5 A retired_at: Option<DateTime<Utc>>,
    }
}

/// A view to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ViewDraft {
    /// `None`: a new one.
    pub id: Option<Id<SavedView>>,
    /// Which list.
    pub list: String,
    /// Its name.
    pub name: String,
    /// The list's query as JSON.
    pub query: String,
    /// For everybody.
    pub shared: bool,
}

/// Saves a view.
pub async fn save(work: &mut Work, draft: ViewDraft) -> Result<Id<SavedView>> {
    let officer_id = if draft.shared { None } else { work.actor() };
    let id = draft.id.unwrap_or_else(|| work.id());
    work.put(&SavedView { id, list: draft.list, name: draft.name, query: draft.query, officer_id, retired_at: None })
        .await?;
    Ok(id)
}

/// Takes a view away.
pub async fn retire(work: &mut Work, id: Id<SavedView>) -> Result<()> {
    if let Some(mut view) = work.get(id).await? {
        view.retired_at = Some(work.at());
        work.put(&view).await?;
    }
    Ok(())
}

/// The views of a list that an officer sees.
pub async fn list(connection: &mut SqliteConnection, list: &str, officer: Id<Officer>) -> Result<Vec<SavedView>> {
    super::store::views(connection, list, officer).await
}
