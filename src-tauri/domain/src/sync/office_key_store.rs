//! SQL of the office's keys.

use super::office_key::OfficeKey;
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, Utc};

/// The oldest first.
pub(super) async fn rows(connection: &mut SqliteConnection) -> Result<Vec<OfficeKey>> {
    Ok(sqlx::query_as!(
        OfficeKey,
        r#"select id as "id: Id<OfficeKey>", seed, made_at as "made_at: DateTime<Utc>" from office_key order by id"#
    )
    .fetch_all(connection)
    .await?)
}
