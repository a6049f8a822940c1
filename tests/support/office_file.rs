//! The office's own file, looked at beside the desk: what the window says is one thing, what is kept is another.

use super::desk::PASSPHRASE;
use balai_domain::TABLES;
use balai_domain::store::Store;
use balai_domain::store::key::{DatabaseKey, Slots};
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use std::path::Path;
use tokio::runtime::{Builder, Runtime};

/// The file, open for reading while a desk holds it.
pub struct OfficeFile {
    runtime: Runtime,
    store: Store,
}

impl OfficeFile {
    pub fn open(data: &Path) -> Self {
        let runtime = runtime();
        let store = runtime.block_on(Store::open_to_read(data, key(data), TABLES)).expect("the office's file opens");
        Self { runtime, store }
    }

    /// In which tables a word stands, in any column, as text or among bytes.
    pub fn tables_with(&self, word: &str) -> Vec<String> {
        self.look(async |file| {
            let mut found = Vec::new();
            for table in texts(file, "select name from sqlite_schema where type = 'table' order by name").await {
                let columns = texts(file, &format!("select name from pragma_table_info('{table}')")).await;
                let holds: Vec<String> =
                    columns.iter().map(|name| format!("instr(cast(\"{name}\" as blob), $1) > 0")).collect();
                let sql = format!("select exists (select 1 from \"{table}\" where {})", holds.join(" or "));
                if sqlx::query_scalar(AssertSqlSafe(sql))
                    .bind(word.as_bytes())
                    .fetch_one(&mut *file)
                    .await
                    .expect("a runtime")
                {
                    found.push(table);
                }
            }
            found
        })
    }

    /// The first column of a query, as bytes.
    pub fn bytes(&self, sql: &str) -> Vec<Vec<u8>> {
        self.look(async |file| {
            let rows = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(file).await.expect("read");
            rows.iter().map(|row| row.get::<Vec<u8>, _>(0)).collect()
        })
    }

    /// The first column of a query, as words.
    pub fn words(&self, sql: &str) -> Vec<String> {
        self.look(async |file| texts(file, sql).await)
    }

    fn look<T>(&self, what: impl AsyncFnOnce(&mut SqliteConnection) -> T) -> T {
        self.runtime.block_on(async { what(&mut *self.store.read().await.expect("a connection")).await })
    }
}

impl Drop for OfficeFile {
    /// The cipher frees its memory at the end of the process: no connection may still be closing then.
    fn drop(&mut self) {
        self.runtime.block_on(self.store.clone().close());
    }
}

/// Leaves the file as a newer program would, with a migration that this one has never heard of.
pub fn made_by_a_newer_program(data: &Path) {
    const LATER: &str = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
        values (9999, 'yang akan datang', 1, x'00', 0)";
    runtime().block_on(async {
        let store = Store::open(data, key(data), TABLES, false).await.expect("the office's file opens");
        let mut file = store.local().await.expect("the writer");
        sqlx::query(LATER).execute(&mut *file).await.expect("written");
        drop(file);
        store.close().await;
    });
}

fn key(data: &Path) -> DatabaseKey {
    Slots::read(data).and_then(|slots| slots.open_with_passphrase(PASSPHRASE)).expect("the flows' passphrase opens it")
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

async fn texts(file: &mut SqliteConnection, sql: &str) -> Vec<String> {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_all(file).await.expect("written")
}
