//! Opening the office's file, and every way in which that can fail.

use super::{
    backup,
    error::{Error, Result, sqlite_code},
    key::DatabaseKey,
    search,
    table::{Meta, Table},
    undo,
    work::{Act, Done, Work, stored},
};
use crate::base::id::Id;
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Sqlite, SqliteConnection, SqlitePool, Transaction,
    migrate::Migrator,
    pool::PoolConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicU64},
    time::Duration,
};

/// File name of the database in the data folder.
pub const DATABASE: &str = "balai.db";
const LOCK: &str = "balai.lock";
const BEGIN: &str = "begin immediate";
const READERS: u32 = 3;
static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

refusals! {
    "store" =>
    /// Why the office's file cannot be opened or written; each has a screen that says what to do.
    StoreRefusal {
        /// Another window or command holds the data folder.
        InUse => "in_use",
        /// The folder cannot be written.
        ReadOnly { folder } => "read_only",
        /// No room on the disk.
        DiskFull => "disk_full",
        /// The file is damaged, or not of this key.
        Corrupt => "corrupt",
        /// The file was written by a newer program.
        TooNew => "too_new",
        /// There is no office here yet.
        NoOffice => "no_office",
        /// There is an office here already.
        OfficeExists => "office_exists",
        /// The act was taken back before.
        AlreadyUndone => "already_undone",
        /// Something was changed again since.
        ChangedSince => "changed_since",
        /// Another row needs the row.
        StillNeeded => "still_needed",
        /// Acts of this kind cannot be taken back.
        CannotUndo => "cannot_undo",
        /// No act has this number.
        NoSuchAct => "no_such_act",
        /// The backup is damaged or not a backup.
        BackupUnreadable => "backup_unreadable",
        /// The row is gone.
        NotFound => "not_found",
    }
}

/// The hold on a data folder; let go when dropped, also by a crash.
#[derive(Debug)]
pub struct Hold {
    _file: File,
}

impl Hold {
    /// Takes the folder for this process alone. Refuses `store.in_use`, `store.read_only`, `store.disk_full`.
    pub fn take(folder: &Path) -> Result<Hold> {
        let refuse = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::StorageFull => Error::from(StoreRefusal::DiskFull),
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                StoreRefusal::ReadOnly { folder: folder.display().to_string() }.into()
            }
            _ => Error::File(error),
        };
        std::fs::create_dir_all(folder).map_err(refuse)?;
        let file = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK)).map_err(refuse)?;
        file.try_lock().map_err(|error| match error {
            std::fs::TryLockError::WouldBlock => StoreRefusal::InUse.into(),
            std::fs::TryLockError::Error(error) => refuse(error),
        })?;
        Ok(Hold { _file: file })
    }
}

/// One open office file: one writer, a few readers.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
    key: DatabaseKey,
    writer: SqlitePool,
    readers: SqlitePool,
    last: Arc<AtomicU64>,
    tables: &'static [&'static Meta],
}

impl Store {
    /// Opens the file, making it when `create`, bringing an older one up to date after a backup of it.
    /// Refuses what [`StoreRefusal`] lists.
    pub async fn open(
        folder: &Path,
        key: DatabaseKey,
        tables: &'static [&'static Meta],
        create: bool,
    ) -> Result<Store> {
        let path = folder.join(DATABASE);
        if !create && !path.exists() {
            return Err(StoreRefusal::NoOffice.into());
        }
        let options = options(&path, &key).create_if_missing(create);
        let writer = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await.map_err(sort)?;
        check_whole(&writer, &path).await?;
        migrate(&writer, folder).await?;
        let last = {
            let mut connection = writer.acquire().await?;
            guard(&mut connection, tables).await?;
            search::prepare(&mut connection, tables).await?;
            sqlx::query_scalar!(r#"select max(hlc) as "hlc: i64" from change_log where record is null"#)
                .fetch_one(&mut *connection)
                .await?
        };
        let readers =
            SqlitePoolOptions::new().max_connections(READERS).connect_with(options.pragma("query_only", "on")).await?;
        let last = Arc::new(AtomicU64::new(last.unwrap_or(0).max(0).unsigned_abs()));
        Ok(Store { folder: folder.to_owned(), key, writer, readers, last, tables })
    }

    /// Opens a file for reading while another process may hold it.
    pub async fn open_to_read(folder: &Path, key: DatabaseKey, tables: &'static [&'static Meta]) -> Result<Store> {
        let path = folder.join(DATABASE);
        if !path.exists() {
            return Err(StoreRefusal::NoOffice.into());
        }
        let options = options(&path, &key).pragma("query_only", "on");
        let readers = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.map_err(sort)?;
        let last = Arc::new(AtomicU64::new(0));
        Ok(Store { folder: folder.to_owned(), key, writer: readers.clone(), readers, last, tables })
    }

    /// A connection for reading.
    pub async fn read(&self) -> Result<PoolConnection<Sqlite>> {
        Ok(self.readers.acquire().await?)
    }

    /// Begins a unit of work. There is one writer: a second call waits for the first to end.
    pub async fn begin(&self, act: Act) -> Result<Work> {
        let tx = self.transaction().await.map_err(sort)?;
        Work::open(tx, act, self.last.clone(), self.tables).await.map_err(sorted)
    }

    /// On a full disk SQLite takes a transaction back by itself. Its connection then believes for ever to be within one:
    /// it is thrown away for a new one.
    async fn transaction(&self) -> sqlx::Result<Transaction<'static, Sqlite>> {
        match self.writer.begin_with(BEGIN).await {
            Err(sqlx::Error::InvalidSavePointStatement) => {
                self.writer.acquire().await?.close().await?;
                self.writer.begin_with(BEGIN).await
            }
            begun => begun,
        }
    }

    /// Takes the officer's act `n` back as an act of its own.
    pub async fn undo(&self, n: i64, act: Act) -> Result<Done> {
        let mut work = self.begin(act).await?;
        undo::undo(&mut work, self.tables, n).await?;
        work.commit().await
    }

    /// Keeps a draft or another note of this PC; not an act, not logged, never exchanged.
    pub async fn local(&self) -> Result<PoolConnection<Sqlite>> {
        Ok(self.writer.acquire().await?)
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The key, for a backup of this file.
    pub fn key(&self) -> &DatabaseKey {
        &self.key
    }

    /// The tables that this file keeps in step with the log.
    pub fn tables(&self) -> &'static [&'static Meta] {
        self.tables
    }

    /// Writes everything into the one file and lets it go.
    pub async fn close(self) {
        self.readers.close().await;
        if let Ok(mut connection) = self.writer.acquire().await {
            let done = sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut *connection).await;
            if let Err(error) = done {
                tracing::warn!("checkpoint at close: {error}");
            }
        }
        self.writer.close().await;
    }
}

/// The stored row as its struct.
pub async fn get<T: Table>(connection: &mut SqliteConnection, id: Id<T>) -> Result<Option<T>> {
    match stored(connection, T::META, id.uuid()).await? {
        Some(values) => T::from_values(id, values).map(Some),
        None => Ok(None),
    }
}

pub(super) fn options(path: &Path, key: &DatabaseKey) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .pragma("key", key.pragma())
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .pragma("cipher_log_level", "none")
        .pragma("temp_store", "memory")
        .pragma("secure_delete", "on")
        .pragma("cache_size", "-16000")
        .disable_statement_logging()
}

/// SQLite's codes as refusals.
fn sort(error: sqlx::Error) -> Error {
    match sqlite_code(&error) {
        Some(11 | 26) => StoreRefusal::Corrupt.into(),
        Some(13) => StoreRefusal::DiskFull.into(),
        _ => error.into(),
    }
}

fn sorted(error: Error) -> Error {
    match error {
        Error::Store(error) => sort(error),
        other => other,
    }
}

/// A file that is shorter than its own header says was cut off.
async fn check_whole(pool: &SqlitePool, path: &Path) -> Result<()> {
    let pages: i64 = sqlx::query_scalar("pragma page_count").fetch_one(pool).await.map_err(sort)?;
    // SQLCipher answers its page size as text.
    let size: String = sqlx::query_scalar("pragma cipher_page_size").fetch_one(pool).await.map_err(sort)?;
    let size = size.parse::<i64>().unwrap_or(4096);
    sqlx::query("select count(*) from sqlite_schema").execute(pool).await.map_err(sort)?;
    let wal = path.with_extension("db-wal");
    let waiting = std::fs::metadata(wal).map_or(0, |meta| meta.len());
    let length = i64::try_from(std::fs::metadata(path)?.len()).unwrap_or(i64::MAX);
    if waiting == 0 && length < pages * size {
        return Err(StoreRefusal::Corrupt.into());
    }
    Ok(())
}

async fn migrate(pool: &SqlitePool, folder: &Path) -> Result<()> {
    let mut connection = pool.acquire().await?;
    let known: Vec<i64> = sqlx::query_scalar("select version from _sqlx_migrations order by version")
        .fetch_all(&mut *connection)
        .await
        .unwrap_or_default();
    let ours: Vec<i64> = MIGRATOR.iter().map(|migration| migration.version).collect();
    if known.iter().any(|version| !ours.contains(version)) {
        return Err(StoreRefusal::TooNew.into());
    }
    if let (Some(last), true) = (known.last(), ours.len() > known.len()) {
        backup::before_migration(&mut connection, folder, *last).await?;
    }
    drop(connection);
    MIGRATOR.run(pool).await?;
    Ok(())
}

/// Triggers that refuse every write to a synced table outside an open unit of work, whoever makes it.
async fn guard(connection: &mut SqliteConnection, tables: &[&'static Meta]) -> Result<()> {
    for table in tables.iter().map(|meta| meta.name) {
        for verb in ["insert", "update", "delete"] {
            // Only names of our own declarations are spliced in.
            let sql = format!(
                "create trigger if not exists {table}_guard_{verb} before {verb} on {table} \
                 when not exists (select 1 from work_open) \
                 begin select raise(abort, 'write outside a unit of work'); end"
            );
            sqlx::query(AssertSqlSafe(sql)).execute(&mut *connection).await?;
        }
    }
    Ok(())
}

/// One moment of the file: what is read on the connection that it lends stands as it was at the first of the reads, also
/// while others write.
pub async fn moment(connection: &mut SqliteConnection) -> Result<Transaction<'_, Sqlite>> {
    Ok(connection.begin().await?)
}
