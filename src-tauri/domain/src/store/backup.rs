//! Backups: one file that holds the encrypted database as it lay, the wrapped key, and a digest over both.
//!
//! Form of a `.balaibak`: the magic line, the length of the head (4 bytes, little-endian), the head as JSON, the
//! database's bytes. The database stays encrypted under the same key; the passphrase opens it anywhere.

use super::{
    error::{Error, Result},
    key::{DatabaseKey, Slots},
    open::{DATABASE, Store, StoreRefusal, options},
    types::stamp,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{ConnectOptions, SqliteConnection};
use std::{
    fs::File,
    io::{Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

const MAGIC: &[u8] = b"BALAIBAK1\n";
const FOLDER: &str = "backups";
/// Where a backup is unpacked and made ready.
const RESTORING: &str = "restoring";

/// What a backup says of itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Head {
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The program that made it.
    pub program: String,
    /// BLAKE3 over the database's bytes, in hex.
    pub digest: String,
    /// Length of the database in bytes.
    pub length: u64,
    /// The wrapped key.
    pub slots: Slots,
}

/// Writes a backup of the open store to `target`, then reads it back.
pub async fn write(store: &Store, target: &Path, at: DateTime<Utc>) -> Result<Head> {
    let mut connection = store.local().await?;
    let copied = copy(&mut connection, store.folder(), target, at).await;
    drop(connection);
    let head = copied?;
    read_head(target)?;
    Ok(head)
}

/// The place of the automatic backup of a moment.
pub fn automatic(folder: &Path, at: DateTime<Utc>) -> PathBuf {
    folder.join(FOLDER).join(format!("{}.balaibak", at.format("%Y%m%d-%H%M%S")))
}

/// A backup before the file is brought up to a newer schema.
pub(super) async fn before_migration(connection: &mut SqliteConnection, folder: &Path, version: i64) -> Result<()> {
    let target = folder.join(FOLDER).join(format!("before-migration-after-{version:04}.balaibak"));
    // The moment of the last write: what the backup holds, and no clock is read here.
    let at = DateTime::<Utc>::from(std::fs::metadata(folder.join(DATABASE))?.modified()?);
    copy(connection, folder, &target, at).await.map(|_| ())
}

/// The newest backups of a data folder first.
pub fn list(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder.join(FOLDER))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "balaibak"))
        .collect();
    found.sort();
    found.reverse();
    found
}

/// Copies the database while no one writes: the write lock is held, the log is folded in first.
async fn copy(connection: &mut SqliteConnection, folder: &Path, target: &Path, at: DateTime<Utc>) -> Result<Head> {
    sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut *connection).await?;
    sqlx::query("begin immediate").execute(&mut *connection).await?;
    let made = put_together(folder, target, at);
    sqlx::query("rollback").execute(&mut *connection).await?;
    made
}

fn put_together(folder: &Path, target: &Path, at: DateTime<Utc>) -> Result<Head> {
    if let Some(parent) = target.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let mut database = File::open(folder.join(DATABASE))?;
    let (digest, length) = digest(&mut database)?;
    let program = format!("balai {}", env!("CARGO_PKG_VERSION"));
    let head = Head { made_at: at, program, digest, length, slots: Slots::read(folder)? };
    let text = serde_json::to_vec(&head).map_err(|error| Error::Encoding(error.to_string()))?;
    let unfinished = target.with_extension("part");
    let mut file = File::create(&unfinished)?;
    file.write_all(MAGIC)?;
    file.write_all(&u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes())?;
    file.write_all(&text)?;
    database.seek(SeekFrom::Start(0))?;
    std::io::copy(&mut database, &mut file)?;
    file.sync_all()?;
    std::fs::rename(unfinished, target)?;
    Ok(head)
}

fn digest(reader: &mut impl Read) -> Result<(String, u64)> {
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 1 << 20];
    let mut length = 0;
    loop {
        let read = reader.read(&mut buffer)?;
        if read == 0 {
            return Ok((hasher.finalize().to_hex().to_string(), length));
        }
        hasher.update(&buffer[..read]);
        length += read as u64;
    }
}

/// Reads a backup's head and proves its digest. Refuses `store.backup_unreadable`.
pub fn read_head(path: &Path) -> Result<Head> {
    let (head, mut file) = open_file(path)?;
    if digest(&mut file)? != (head.digest.clone(), head.length) {
        return Err(StoreRefusal::BackupUnreadable.into());
    }
    Ok(head)
}

fn open_file(path: &Path) -> Result<(Head, File)> {
    let bad = |_| Error::from(StoreRefusal::BackupUnreadable);
    let mut file = File::open(path)?;
    let mut magic = [0; 10];
    let mut length = [0; 4];
    file.read_exact(&mut magic).map_err(bad)?;
    file.read_exact(&mut length).map_err(bad)?;
    let length = u32::from_le_bytes(length);
    if magic != MAGIC || length > 1 << 20 {
        return Err(StoreRefusal::BackupUnreadable.into());
    }
    let mut text = vec![0; length as usize];
    file.read_exact(&mut text).map_err(bad)?;
    let head = serde_json::from_slice(&text).map_err(|_| Error::from(StoreRefusal::BackupUnreadable))?;
    Ok((head, file))
}

/// Unpacks a backup into a folder of its own beside the office, after proving that it is whole and opens. Nothing of
/// the office is touched. Answers that folder and the key.
pub async fn unpack(path: &Path, folder: &Path, passphrase: &str) -> Result<(PathBuf, DatabaseKey)> {
    let head = read_head(path)?;
    let key = head.slots.open_with_passphrase(passphrase)?;
    let fresh = folder.join(RESTORING);
    drop_unpacked(&fresh)?;
    std::fs::create_dir_all(&fresh)?;
    let (_, mut file) = open_file(path)?;
    let mut database = File::create(fresh.join(DATABASE))?;
    std::io::copy(&mut file, &mut database)?;
    database.sync_all()?;
    head.slots.write(&fresh)?;
    if let Err(error) = prove(&fresh.join(DATABASE), &key).await {
        drop_unpacked(&fresh)?;
        return Err(error);
    }
    Ok((fresh, key))
}

/// Puts an unpacked backup in the place of the folder's office; what lay there is set aside, never deleted. The caller
/// holds the folder, and neither file is open.
pub fn put_in_place(fresh: &Path, folder: &Path, at: DateTime<Utc>) -> Result<()> {
    set_aside(folder, at)?;
    // The slots last: a database without them is told from an office that was never made.
    for name in [DATABASE, super::key::SLOTS] {
        std::fs::rename(fresh.join(name), folder.join(name))?;
    }
    drop_unpacked(fresh)
}

fn drop_unpacked(fresh: &Path) -> Result<()> {
    match std::fs::remove_dir_all(fresh) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// SQLite's own integrity check and SQLCipher's, page by page.
pub async fn prove(path: &Path, key: &DatabaseKey) -> Result<()> {
    let bad = |_| Error::from(StoreRefusal::BackupUnreadable);
    let mut connection = options(path, key).connect().await.map_err(bad)?;
    let verdict: Vec<String> =
        sqlx::query_scalar("pragma integrity_check").fetch_all(&mut connection).await.map_err(bad)?;
    let pages: Vec<String> =
        sqlx::query_scalar("pragma cipher_integrity_check").fetch_all(&mut connection).await.map_err(bad)?;
    sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut connection).await?;
    sqlx::Connection::close(connection).await?;
    for suffix in ["-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        let _ = std::fs::remove_file(name);
    }
    if verdict != ["ok"] || !pages.is_empty() {
        return Err(StoreRefusal::BackupUnreadable.into());
    }
    Ok(())
}

/// Moves the folder's database and slots into `set-aside/<moment>`; answers where, if there was one.
pub fn set_aside(folder: &Path, at: DateTime<Utc>) -> Result<Option<PathBuf>> {
    let place = folder.join("set-aside").join(stamp(at).replace(':', ""));
    let mut moved = None;
    for name in ["balai.db", "balai.db-wal", "balai.db-shm", super::key::SLOTS] {
        let path = folder.join(name);
        if path.exists() {
            std::fs::create_dir_all(&place)?;
            std::fs::rename(&path, place.join(name))?;
            moved = Some(place.clone());
        }
    }
    Ok(moved)
}
