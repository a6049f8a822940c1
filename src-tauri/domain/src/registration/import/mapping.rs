//! The column mapping of a layout that was imported before, so that the next file of the same kind asks nothing.
//! Kept on this PC alone.

use super::{check::DateOrders, headers::Target, store};
use crate::store::{Error, Result, SqliteConnection, types::stamp};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is remembered of a layout.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Remembered {
    /// What the columns hold, left to right.
    pub targets: Vec<Target>,
    /// What was answered about day and month.
    pub orders: DateOrders,
}

/// Remembers the mapping of a layout; `fingerprint` is [`super::columns::fingerprint`] of the table.
pub async fn remember(
    connection: &mut SqliteConnection,
    fingerprint: &str,
    mapping: &Remembered,
    at: DateTime<Utc>,
) -> Result<()> {
    let text = serde_json::to_string(mapping).map_err(|error| Error::Encoding(error.to_string()))?;
    store::put_mapping(connection, fingerprint, &text, &stamp(at)).await
}

/// The mapping that was used for this layout last, if it is still understood.
pub async fn recall(connection: &mut SqliteConnection, fingerprint: &str) -> Result<Option<Remembered>> {
    let text = store::mapping(connection, fingerprint).await?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::*;

    #[tokio::test]
    async fn a_layout_is_known_again_with_the_last_mapping_that_was_used() {
        let (_folder, store) = an_office().await;
        let mut connection = store.local().await.expect("connection");
        let first = Remembered { targets: vec![Target::Nik], orders: DateOrders::default() };
        let second = Remembered { targets: vec![Target::Nik, Target::FullName], ..first.clone() };
        for mapping in [&first, &second] {
            remember(&mut connection, "nik|nama", mapping, noon()).await.expect("remembered");
        }
        assert_eq!(recall(&mut connection, "nik|nama").await.expect("recalled"), Some(second));
        assert_eq!(recall(&mut connection, "nama|nik").await.expect("recalled"), None);
    }
}
