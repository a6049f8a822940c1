//! The ledger: what the hub keeps, on SQLite by default and on PostgreSQL for production. One set of statements serves
//! both; every key starts with the office, and every transaction is opened for a scope.

pub mod attachments;
pub mod audit;
pub mod devices;
pub mod dump;
pub mod enrol;
mod error;
pub mod faults;
pub mod head;
pub mod numbers;
pub mod offices;
pub mod oplog;
mod param;
pub mod persons;
pub mod quarantine;
mod retry;
pub mod rows;
pub mod schema;
mod scope;
pub mod snapshots;
pub mod stewards;
mod transact;
mod tx;

pub use error::{Error, Result};
pub use scope::{Access, Province, Scope, hex};
pub use tx::Tx;

use faults::{SharedFaults, Sound};
pub(crate) use retry::Tries;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;
pub(crate) use transact::{reading, transact, writing};

/// An open ledger.
#[derive(Clone, Debug)]
pub struct Ledger {
    engine: Engine,
    faults: SharedFaults,
}

#[derive(Clone, Debug)]
enum Engine {
    /// One connection writes, the others read.
    Sqlite {
        write: SqlitePool,
        read: SqlitePool,
    },
    Postgres(PgPool),
}

/// How many connections a ledger holds at most.
const CONNECTIONS: u32 = 16;

impl Ledger {
    /// Opens what `url` names: `sqlite:///folder/hub.db` or `postgres://user@host/name`.
    pub async fn open(url: &str) -> Result<Ledger> {
        let engine = if url.starts_with("postgres") {
            let options = PgConnectOptions::from_str(url)?;
            let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(Duration::from_secs(20));
            Engine::Postgres(pool.connect_with(options).await?)
        } else {
            let options = SqliteConnectOptions::from_str(url)?
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .pragma("secure_delete", "on")
                .busy_timeout(Duration::from_secs(20));
            let pool = |size| SqlitePoolOptions::new().max_connections(size).acquire_timeout(Duration::from_secs(60));
            Engine::Sqlite {
                write: pool(1).connect_with(options.clone()).await?,
                read: pool(4).connect_with(options.pragma("query_only", "on")).await?,
            }
        };
        Ok(Ledger { engine, faults: Arc::new(Sound) })
    }

    /// The same ledger on an engine that fails as `faults` say.
    #[must_use]
    pub fn suffering(&self, faults: SharedFaults) -> Ledger {
        Ledger { engine: self.engine.clone(), faults }
    }

    /// Waits for another try of a transaction, or says that there is none: see [`transact`].
    pub(crate) async fn again(&self, tries: &mut Tries, error: Error) -> Result<()> {
        match tries.pause_after(&error) {
            Some(pause) => {
                tokio::time::sleep(pause).await;
                Ok(())
            }
            None if error.asks_for_another_try() => Err(Error::Busy(error.to_string())),
            None => Err(error),
        }
    }

    pub(crate) async fn begin<A: Access>(&self, access: &A, writes: bool) -> Result<Tx<A>> {
        let (access, faults) = (access.clone(), self.faults.clone());
        match &self.engine {
            Engine::Sqlite { write, .. } if writes => {
                Ok(Tx::on_sqlite(write.begin_with("begin immediate").await?, access, faults))
            }
            Engine::Sqlite { read, .. } => Ok(Tx::on_sqlite(read.begin().await?, access, faults)),
            Engine::Postgres(pool) if writes => Tx::on_postgres(pool.begin().await?, access, faults).await,
            Engine::Postgres(pool) => {
                let begin = "begin isolation level repeatable read read only";
                Tx::on_postgres(pool.begin_with(begin).await?, access, faults).await
            }
        }
    }

    /// After an erasure: what the engine still holds of it beside the tables goes too. PostgreSQL does so by itself.
    pub async fn sweep(&self) -> Result<()> {
        if let Engine::Sqlite { write, .. } = &self.engine {
            sqlx::query("pragma wal_checkpoint(truncate)").execute(write).await?;
        }
        Ok(())
    }

    /// Waits until every connection is closed.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}
