//! The ledger: what the hub keeps, on SQLite by default and on PostgreSQL for production. One set of statements serves
//! both; every key starts with the office, and every transaction is opened for a scope.

mod error;
pub mod faults;
mod param;
mod retry;
pub mod schema;
mod scope;
mod tx;

pub use error::{Error, Result};
pub use scope::{Access, Province, Scope, hex};
pub use tx::Tx;

use faults::{SharedFaults, Sound};
use retry::Tries;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

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
                .foreign_keys(true)
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

    /// Does `act` in one transaction, and again when the engine asks for it or the line breaks. The act must bear being
    /// done twice.
    pub async fn write<A: Access, T>(&self, access: &A, act: impl AsyncFn(&mut Tx<A>) -> Result<T>) -> Result<T> {
        self.run(access, true, act).await
    }

    /// Reads in one transaction: what it sees belongs together.
    pub async fn read<A: Access, T>(&self, access: &A, act: impl AsyncFn(&mut Tx<A>) -> Result<T>) -> Result<T> {
        self.run(access, false, act).await
    }

    async fn run<A: Access, T>(
        &self,
        access: &A,
        writes: bool,
        act: impl AsyncFn(&mut Tx<A>) -> Result<T>,
    ) -> Result<T> {
        let mut tries = Tries::default();
        loop {
            let outcome = match self.begin(access, writes).await {
                Ok(mut tx) => match act(&mut tx).await {
                    Ok(value) => tx.commit().await.map(|()| value),
                    // Dropped, the transaction rolls back.
                    Err(error) => Err(error),
                },
                Err(error) => Err(error),
            };
            match outcome {
                Ok(value) => return Ok(value),
                Err(error) => match tries.pause_after(&error) {
                    Some(pause) => tokio::time::sleep(pause).await,
                    None if error.asks_for_another_try() => return Err(Error::Busy(error.to_string())),
                    None => return Err(error),
                },
            }
        }
    }

    async fn begin<A: Access>(&self, access: &A, writes: bool) -> Result<Tx<A>> {
        let (access, faults) = (access.clone(), self.faults.clone());
        match &self.engine {
            Engine::Sqlite { write, .. } if writes => {
                Ok(Tx::on_sqlite(write.begin_with("begin immediate").await?, access, faults))
            }
            Engine::Sqlite { read, .. } => Ok(Tx::on_sqlite(read.begin().await?, access, faults)),
            Engine::Postgres(pool) => Tx::on_postgres(pool.begin().await?, access, faults).await,
        }
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
