//! What this PC remembers for itself: drafts of open forms (*draf*) and its own name. Not logged, never exchanged.

use super::{officer::Officer, store};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection, types::stamp},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A form as it was last typed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Draft {
    /// Chosen by the page, one per open form.
    pub id: String,
    /// Which form.
    pub form: String,
    /// Its fields as JSON.
    pub data: String,
    /// When it was last typed in.
    pub updated_at: String,
}

/// A draft to keep.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DraftToKeep {
    /// Chosen by the page, one per open form.
    pub id: String,
    /// Which form.
    pub form: String,
    /// Its fields as JSON.
    pub data: String,
}

/// Keeps a draft, in place of the one with the same id.
pub async fn keep_draft(
    connection: &mut SqliteConnection,
    officer: Id<Officer>,
    draft: DraftToKeep,
    at: DateTime<Utc>,
) -> Result<()> {
    store::put_draft(connection, &draft.id, &draft.form, officer, &draft.data, &stamp(at)).await
}

/// Forgets a draft: it was saved or thrown away.
pub async fn drop_draft(connection: &mut SqliteConnection, id: &str) -> Result<()> {
    store::drop_draft(connection, id).await
}

/// The officer's drafts, newest first.
pub async fn drafts(connection: &mut SqliteConnection, officer: Id<Officer>) -> Result<Vec<Draft>> {
    store::drafts(connection, officer).await
}

/// The short name of this PC within the office, such as `A`; number blocks belong to it.
pub async fn device(connection: &mut SqliteConnection) -> Result<String> {
    Ok(store::local(connection, "device").await?.unwrap_or_else(|| "A".to_owned()))
}

/// Gives this PC its short name.
pub async fn set_device(connection: &mut SqliteConnection, name: &str) -> Result<()> {
    store::set_local(connection, "device", name).await
}
