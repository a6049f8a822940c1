//! The tables, made step by step. A released step is never edited.

use super::error::Result;
use super::{Engine, Ledger};
use sqlx::AssertSqlSafe;

pub(super) const SMALL: &str = include_str!("schema/0001_small.sql");
pub(super) const BIG: &str = include_str!("schema/0001_big.sql");
const BIG_IN_PARTS: &str = include_str!("schema/0001_big_partitioned.sql");
const WALLS: &str = include_str!("schema/0001_walls.sql");

/// The version that this program reads and writes.
const VERSION: i64 = 1;

const VERSION_TABLE: &str = "create table if not exists ledger_version (version bigint not null primary key)";

/// How the tables that grow are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One table each.
    Whole,
    /// PostgreSQL: sixteen parts by office.
    InParts,
}

impl Ledger {
    /// Makes the tables unless they are there. Whether they were made now.
    pub async fn prepare(&self, layout: Layout) -> Result<bool> {
        match &self.engine {
            Engine::Sqlite { write, .. } => {
                let mut tx = write.begin_with("begin immediate").await?;
                sqlx::raw_sql(VERSION_TABLE).execute(&mut *tx).await?;
                let there: i64 = sqlx::query_scalar("select count(*) from ledger_version").fetch_one(&mut *tx).await?;
                if there == 0 {
                    for text in [SMALL, BIG] {
                        sqlx::raw_sql(AssertSqlSafe(for_sqlite(text))).execute(&mut *tx).await?;
                    }
                    let note = "insert into ledger_version (version) values ($1)";
                    sqlx::query(note).bind(VERSION).execute(&mut *tx).await?;
                }
                tx.commit().await?;
                Ok(there == 0)
            }
            Engine::Postgres(pool) => {
                let mut tx = pool.begin().await?;
                sqlx::raw_sql(VERSION_TABLE).execute(&mut *tx).await?;
                let there: i64 = sqlx::query_scalar("select count(*) from ledger_version").fetch_one(&mut *tx).await?;
                if there == 0 {
                    let big = if layout == Layout::InParts { BIG_IN_PARTS } else { BIG };
                    for text in [SMALL, big, WALLS] {
                        sqlx::raw_sql(text).execute(&mut *tx).await?;
                    }
                    let note = "insert into ledger_version (version) values ($1)";
                    sqlx::query(note).bind(VERSION).execute(&mut *tx).await?;
                }
                tx.commit().await?;
                Ok(there == 0)
            }
        }
    }
}

/// The same tables in SQLite's words, and strict.
fn for_sqlite(text: &str) -> String {
    text.replace(" bytea", " blob").replace(" bigint", " integer").replace("\n);", "\n) strict;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_starts_with_the_office() {
        let free = ["steward", "steward_session"];
        for text in [SMALL, BIG] {
            for table in text.split("create table ").skip(1) {
                let name = table.split_whitespace().next().unwrap();
                if free.contains(&name) {
                    continue;
                }
                let single = table.contains("office_id bigint not null primary key");
                assert!(single || table.contains("primary key (office_id"), "{name}");
                for unique in table.split("unique (").skip(1) {
                    assert!(unique.starts_with("office_id"), "{name}: unique ({unique}");
                }
            }
        }
    }

    #[test]
    fn every_table_with_an_office_stands_behind_the_wall() {
        for text in [SMALL, BIG] {
            for table in text.split("create table ").skip(1).filter(|table| table.contains("office_id")) {
                let name = table.split_whitespace().next().unwrap();
                assert!(WALLS.contains(&format!("alter table {name} force row level security")), "{name}");
            }
        }
    }

    #[test]
    fn nothing_is_used_that_engines_over_several_machines_lack() {
        for text in [SMALL, BIG, WALLS] {
            let lower = text.to_lowercase();
            for word in
                ["serial", "sequence", "create trigger", "listen", "notify", "advisory", "deferrable", "identity"]
            {
                assert!(!lower.contains(word), "{word}");
            }
        }
    }

    #[test]
    fn the_parts_hold_the_same_columns_as_the_whole() {
        let columns = |text: &str| {
            let tables = text.split("create table ").skip(1).take(3);
            tables.map(|table| table.split("\n)").next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(columns(BIG), columns(BIG_IN_PARTS));
    }
}
