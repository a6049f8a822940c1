//! The office's own key (*kunci kantor*): bundles from one of its PCs to another are locked with it. It is drawn once and
//! comes to every PC with the office's other rows.

use super::office_key_store;
use crate::store::{Result, SqliteConnection, Work};
use balai_exchange::seal::OpeningKey;
use chrono::{DateTime, Utc};

table! {
    /// A key of the office.
    pub struct OfficeKey = 80 "office_key" {
        /// The seed, in hexadecimal digits.
        1 A seed: String,
        /// When it was drawn.
        2 A made_at: DateTime<Utc>,
    }
}

fn open(key: &OfficeKey) -> Option<OpeningKey> {
    Some(OpeningKey::from_seed(*blake3::Hash::from_hex(&key.seed).ok()?.as_bytes()))
}

/// The keys of the office, the one to lock with first. Two PCs may each have drawn one before they knew of each other.
pub async fn keys(connection: &mut SqliteConnection) -> Result<Vec<OpeningKey>> {
    Ok(office_key_store::rows(connection).await?.iter().filter_map(open).collect())
}

/// Draws a key if the office has none; `seed` is random.
pub async fn make(work: &mut Work, seed: [u8; 32]) -> Result<()> {
    if office_key_store::rows(work.reads()).await?.is_empty() {
        let seed = blake3::Hash::from_bytes(seed).to_hex().to_string();
        work.put_new(&OfficeKey { id: work.id(), seed, made_at: work.at() }).await?;
    }
    Ok(())
}
