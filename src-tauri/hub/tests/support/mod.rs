//! Each test runs on SQLite and on a real PostgreSQL.
#![expect(dead_code, reason = "each test program uses its part")]

use balai_hub::hub::Clock;
use balai_hub::ledger::{Ledger, Scope};
use std::process::{Command, Output};
use std::sync::Arc;

/// The wall clock.
pub fn clock() -> Clock {
    Arc::new(chrono::Utc::now)
}

/// Writes the test out once per engine.
#[macro_export]
macro_rules! on_both {
    ($(async fn $name:ident($on:ident: On) $body:block)*) => {
        $(
            mod $name {
                use super::*;

                async fn test($on: On) $body

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn on_sqlite() {
                    test(On::Sqlite).await;
                }

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn on_postgres() {
                    test(On::Postgres).await;
                }
            }
        )*
    };
}

/// Text from the ledger, or a change to it, by a second connection: what somebody at the machine itself could do.
pub async fn at_the_machine(url: &str, sql: &'static str) -> Vec<String> {
    if url.starts_with("postgres") {
        let told = balai_hub::testing::postgres::as_superuser(url, sql);
        return told.lines().map(str::to_owned).collect();
    }
    let mut connection = <sqlx::SqliteConnection as sqlx::Connection>::connect(url).await.expect("an answer");
    sqlx::query_scalar::<_, String>(sql).fetch_all(&mut connection).await.expect("an answer")
}

/// How many fields people differ on.
pub async fn open_differences(url: &str) -> usize {
    at_the_machine(url, "select cast(field_id as text) from conflict").await.len()
}

/// The published numbers.
pub async fn numbers(url: &str) -> Vec<String> {
    at_the_machine(url, "select kind || ' ' || period || ' ' || value from published_number order by 1").await
}

/// The backlog and version that a PC told.
pub async fn heard(url: &str) -> String {
    at_the_machine(url, "select backlog || ' ' || app_version from device").await.join(";")
}

/// Whether an office's audit chain holds.
pub async fn audit_holds(ledger: &Ledger, scope: Scope) -> bool {
    balai_hub::ledger::audit::holds(ledger, scope).await.expect("an answer")
}

/// The real program with its own data folder.
pub fn balai_hub(data: &std::path::Path, ledger: &str, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_balai-hub"))
        .env("BALAI_HUB_DATA", data)
        .env("BALAI_HUB_LEDGER", ledger)
        .env("BALAI_HUB_PASSWORD", "kata sandi panjang")
        .args(words)
        .output()
        .expect("it is there")
}
