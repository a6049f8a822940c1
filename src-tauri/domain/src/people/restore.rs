//! Going back to a backup (*pemulihan*). Whoever was erased stays erased, though the backup is older than the erasure
//! (UU 27/2022): the backup is made ready beside the office, and only then takes its place.

use super::erase::{self, Erased};
use crate::store::{Act, Error, Result, Store, backup, key::DatabaseKey};
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

/// A backup that is ready to take the office's place.
#[derive(Debug)]
pub struct Ready {
    fresh: PathBuf,
    folder: PathBuf,
    key: DatabaseKey,
    /// How many of its people were erased again; `None`: no present file could say whom it erased.
    pub erased: Option<usize>,
}

/// Makes a backup ready. `present` is the folder's office where it is open; one that is not is asked with the backup's
/// key, which is an office's for ever. Nothing of the office is touched; the caller holds the folder.
/// Refuses `key.wrong_passphrase`, `store.backup_unreadable`.
pub async fn make_ready(
    path: &Path,
    folder: &Path,
    passphrase: &str,
    present: Option<&Store>,
    at: DateTime<Utc>,
) -> Result<Ready> {
    let (fresh, key) = backup::unpack(path, folder, passphrase).await?;
    let gone = match present {
        Some(store) => Some(erase::register(&mut *store.read().await?).await?),
        None => asked(folder, &key).await,
    };
    let store = Store::open(&fresh, key.clone(), crate::TABLES, false).await?;
    let erased = match gone {
        Some(gone) => Some(erase_again(&store, gone, at).await?),
        None => None,
    };
    store.close().await;
    Ok(Ready { fresh, folder: folder.to_owned(), key, erased })
}

impl Ready {
    /// Takes the place of the office, which is closed and set aside, never deleted.
    pub fn take_place(self, at: DateTime<Utc>) -> Result<DatabaseKey> {
        backup::put_in_place(&self.fresh, &self.folder, at)?;
        Ok(self.key)
    }
}

/// Whom the office that lies in the folder has erased. A file that is damaged or another office's cannot say.
async fn asked(folder: &Path, key: &DatabaseKey) -> Option<Vec<Erased>> {
    let store = Store::open_to_read(folder, key.clone(), crate::TABLES).await.ok()?;
    let gone = match store.read().await {
        Ok(mut connection) => erase::register(&mut connection).await.ok(),
        Err(_) => None,
    };
    store.close().await;
    gone
}

async fn erase_again(store: &Store, gone: Vec<Erased>, at: DateTime<Utc>) -> Result<usize> {
    let mut erased = 0;
    for Erased { person, officer, reason } in gone {
        let mut work = store.begin(Act { verb: "person_erase", actor: officer, at }).await?;
        match erase::erase(&mut work, person, &reason).await {
            Ok(()) => {
                work.commit().await?;
                erased += 1;
            }
            // Not in the backup, or erased in it already.
            Err(Error::Refused(refusal)) if refusal.code == "not_found" => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(erased)
}

#[cfg(test)]
mod tests {
    use super::super::{
        merge::{self, MergeChoice},
        person::Person,
        testing::{a_person, a_twin},
    };
    use super::*;
    use crate::{
        base::id::Id,
        store::{open::get, testing::*},
    };

    const PASSPHRASE: &str = "kursi rotan biru";

    async fn erased(store: &Store, id: Id<Person>) -> bool {
        let person = get(&mut store.read().await.expect("reader"), id).await.expect("read").expect("there");
        person.erased_at.is_some() && person.nik.is_none()
    }

    #[tokio::test]
    async fn who_was_merged_and_erased_after_the_backup_stays_erased_under_both_rows() {
        let (folder, store) = an_office().await;
        let kept = a_person(&store, |draft| {
            draft.full_name = "Dewi Lestari".into();
            draft.nik = "3216065205990002".into();
        })
        .await;
        let (one, other) = (a_person(&store, |_| ()).await, a_twin(&store).await);
        let file = folder.path().join("luar").join("a.balaibak");
        backup::write(&store, &file, noon()).await.expect("written");
        let mut work = begin(&store, "person_merge").await;
        let choice = MergeChoice { a: one, b: other, from_b: Vec::new(), reasons: Vec::new() };
        merge::merge(&mut work, choice).await.expect("merged");
        let other_row = work.get(other).await.expect("read").expect("there");
        work.commit().await.expect("committed");
        let mut work = begin(&store, "person_erase").await;
        let staying = other_row.merged_into.unwrap_or(other);
        erase::erase(&mut work, staying, "permintaan sendiri").await.expect("erased");
        work.commit().await.expect("committed");
        store.close().await;

        let ready = make_ready(&file, folder.path(), PASSPHRASE, None, noon()).await.expect("ready");
        assert_eq!(ready.erased, Some(2));
        let key = ready.take_place(noon()).expect("in place");
        let store = Store::open(folder.path(), key, crate::TABLES, false).await.expect("opened");
        assert!(erased(&store, one).await && erased(&store, other).await && !erased(&store, kept).await);
        store.close().await;
        assert!(!folder.path().join("restoring").exists());
    }

    #[tokio::test]
    async fn a_backup_comes_back_where_the_present_file_is_damaged_and_says_that_nobody_could_be_asked() {
        let (folder, store) = an_office().await;
        let file = folder.path().join("luar").join("a.balaibak");
        backup::write(&store, &file, noon()).await.expect("written");
        store.close().await;
        std::fs::write(folder.path().join("balai.db"), [7; 8192]).expect("damaged");
        let ready = make_ready(&file, folder.path(), PASSPHRASE, None, noon()).await.expect("ready");
        assert_eq!(ready.erased, None);
        let key = ready.take_place(noon()).expect("in place");
        Store::open(folder.path(), key, crate::TABLES, false).await.expect("opened").close().await;
    }
}
