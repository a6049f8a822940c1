//! Bytes that rows refer to, photos and scans, each kept once under the hash of its content (*lampiran*).
//!
//! The table is no synced table: a row's change log holds the hash alone, so history and undo never repeat bytes.

use super::papers_store;
use crate::store::{Result, SqliteConnection, Work};

/// Kept bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// `image/jpeg` or `application/pdf`.
    pub mime: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Keeps bytes and answers their hash; the same bytes a second time take no room.
pub async fn keep(work: &mut Work, mime: &str, bytes: &[u8]) -> Result<String> {
    let hash = blake3::hash(bytes).to_hex().to_string();
    papers_store::keep_attachment(work.reads(), &hash, mime, bytes).await?;
    Ok(hash)
}

/// The bytes under a hash, if they are here.
pub async fn read(connection: &mut SqliteConnection, hash: &str) -> Result<Option<Attachment>> {
    papers_store::attachment(connection, hash).await
}

/// Destroys bytes that no row refers to any more; answers whether they are gone. For erasure only: undo of an
/// ordinary act may still want them.
pub async fn destroy(work: &mut Work, hash: &str) -> Result<bool> {
    papers_store::drop_attachment(work.reads(), hash).await
}

#[cfg(test)]
mod tests {
    use super::{super::person::Person, *};
    use crate::{people::testing::a_person, store::testing::*};

    #[tokio::test]
    async fn equal_bytes_are_kept_once_and_live_as_long_as_a_row_needs_them() {
        let (_folder, store) = an_office().await;
        let person = a_person(&store, |_| ()).await;
        let mut work = begin(&store, "attach").await;
        let hash = keep(&mut work, "image/jpeg", b"satu").await.expect("kept");
        assert_eq!(keep(&mut work, "image/jpeg", b"satu").await.expect("kept"), hash);
        assert_ne!(keep(&mut work, "image/jpeg", b"dua").await.expect("kept"), hash);
        let mut row: Person = work.get(person).await.expect("get").expect("there");
        row.photo_hash = Some(hash.clone());
        work.put(&row).await.expect("put");
        assert!(!destroy(&mut work, &hash).await.expect("asked"));
        row.photo_hash = None;
        work.put(&row).await.expect("put");
        assert!(destroy(&mut work, &hash).await.expect("asked"));
        assert_eq!(read(work.reads(), &hash).await.expect("read"), None);
    }
}
