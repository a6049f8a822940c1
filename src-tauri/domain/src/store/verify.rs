//! Proving a file: SQLite's pages, SQLCipher's seals, references, the rows against the log, the search index.

use super::{
    error::Result,
    log::Kind,
    table::Meta,
    value::{Value, decode},
    work::stored,
};
use serde::Serialize;
use sqlx::{AssertSqlSafe, SqliteConnection};
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// Problems named in the answer; more are counted only.
const NAMED: usize = 20;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// Rows looked at.
    pub rows: u64,
    /// Entries of the log replayed.
    pub entries: u64,
    /// What is wrong, in words for whoever mends it; empty: all is well.
    pub problems: Vec<String>,
}

impl Proof {
    fn complain(&mut self, problem: String) {
        if self.problems.len() < NAMED {
            self.problems.push(problem);
        }
    }
}

/// Proves the file behind a connection.
pub async fn verify(connection: &mut SqliteConnection, tables: &[&'static Meta]) -> Result<Proof> {
    let mut proof = Proof::default();
    let pages: Vec<String> = sqlx::query_scalar("pragma integrity_check").fetch_all(&mut *connection).await?;
    let seals: Vec<String> = sqlx::query_scalar("pragma cipher_integrity_check").fetch_all(&mut *connection).await?;
    for problem in pages.into_iter().filter(|line| line != "ok").chain(seals) {
        proof.complain(problem);
    }
    let loose = sqlx::query("pragma foreign_key_check").fetch_all(&mut *connection).await?;
    if !loose.is_empty() {
        proof.complain(format!("{} rows point to nothing", loose.len()));
    }
    for meta in tables {
        compare(connection, meta, &mut proof).await?;
        if meta.search.is_some() {
            index(connection, meta, &mut proof).await?;
        }
    }
    Ok(proof)
}

/// Every row is what the log tells, and the log tells of no other rows.
async fn compare(connection: &mut SqliteConnection, meta: &'static Meta, proof: &mut Proof) -> Result<()> {
    let log = sqlx::query!(
        r#"select row_id as "row_id: Uuid", kind as "kind: Kind", cells from change_log
           where table_id = ? order by seq"#,
        meta.id
    )
    .fetch_all(&mut *connection)
    .await?;
    proof.entries += log.len() as u64;
    let (mut told, mut erased) = (HashMap::<Uuid, BTreeMap<u32, Value>>::new(), HashSet::new());
    for entry in log {
        match entry.kind {
            Kind::Erase => drop(erased.insert(entry.row_id)),
            Kind::Del => drop(told.remove(&entry.row_id)),
            _ => told.entry(entry.row_id).or_default().extend(decode(&entry.cells)?),
        }
    }
    // Only names of our own declarations are spliced in, here and below.
    let sql = format!("select id from {}", meta.name);
    let ids: Vec<Uuid> = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut *connection).await?;
    proof.rows += ids.len() as u64;
    for id in ids {
        let told = told.remove(&id);
        if erased.contains(&id) {
            continue;
        }
        let values = stored(connection, meta, id).await?.unwrap_or_default();
        let is = meta.fields.iter().map(|field| field.id).zip(values).filter(|(_, value)| *value != Value::Null);
        let told = told.unwrap_or_default().into_iter().filter(|(_, value)| *value != Value::Null);
        if !is.eq(told) {
            proof.complain(format!("{} {id} is not what the log tells", meta.name));
        }
    }
    for id in told.into_keys().filter(|id| !erased.contains(id)) {
        proof.complain(format!("{} {id} is missing", meta.name));
    }
    Ok(())
}

/// As many rows in the index as in the table.
async fn index(connection: &mut SqliteConnection, meta: &Meta, proof: &mut Proof) -> Result<()> {
    let table = meta.name;
    let sql = format!(
        "select count(*) from {table} left join {table}_search on {table}_search.rowid = {table}.n \
         where {table}_search.rowid is null"
    );
    let missing: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(connection).await?;
    if missing > 0 {
        proof.complain(format!("{missing} rows of {table} cannot be found by search"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{TABLES, people::testing::a_person, store::testing::*};

    #[tokio::test]
    async fn a_used_office_proves_whole() {
        let (_folder, store) = an_office().await;
        a_person(&store, |_| ()).await;
        let proof = verify(&mut store.read().await.expect("reader"), TABLES).await.expect("proof");
        assert_eq!(proof.problems, Vec::<String>::new());
        assert!(proof.rows > 10 && proof.entries >= proof.rows);
    }

    #[tokio::test]
    async fn a_row_changed_behind_the_log_is_found() {
        let (_folder, store) = an_office().await;
        let mut connection = store.local().await.expect("writer");
        // The guard is taken away as someone with the key and ill will would.
        for sql in ["drop trigger setting_guard_update", "update setting set value = '99' where key = 'lock.minutes'"] {
            sqlx::query(sql).execute(&mut *connection).await.expect("tampered");
        }
        let proof = verify(&mut connection, TABLES).await.expect("proof");
        assert!(proof.problems.len() == 1 && proof.problems[0].starts_with("setting "), "{:?}", proof.problems);
    }
}
