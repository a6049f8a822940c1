//! Full-text search over a table. The index is derived: it holds folded words only, can be dropped, and is made
//! anew from the rows when its recipe changes.

use super::{error::Result, table::Meta, work::stored};
use sqlx::{AssertSqlSafe, SqliteConnection};
use std::collections::HashSet;
use uuid::Uuid;

/// Changes whenever the folding or the index's form does.
const RECIPE: &str = "1";

/// Makes the indexes that are missing or of another recipe.
pub(super) async fn prepare(connection: &mut SqliteConnection, tables: &[&'static Meta]) -> Result<()> {
    for meta in tables.iter().filter(|meta| meta.search.is_some()) {
        let key = format!("search.{}", meta.name);
        let known =
            sqlx::query_scalar!("select value from local where key = ?", key).fetch_optional(&mut *connection).await?;
        if known.as_deref() != Some(RECIPE) {
            rebuild(connection, meta).await?;
            sqlx::query!("insert or replace into local (key, value) values (?, ?)", key, RECIPE)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(())
}

/// Makes one index anew.
pub(super) async fn rebuild(connection: &mut SqliteConnection, meta: &'static Meta) -> Result<()> {
    let table = meta.name;
    // Only names of our own declarations are spliced in, here and below.
    for sql in [
        format!("drop table if exists {table}_search"),
        format!(
            "create virtual table {table}_search using fts5(text, content='', contentless_delete=1, \
             detail=none, prefix='1 2 3', tokenize='ascii')"
        ),
        format!("drop table if exists {table}_word"),
        format!("create table {table}_word (word text primary key) strict, without rowid"),
    ] {
        sqlx::query(AssertSqlSafe(sql)).execute(&mut *connection).await?;
    }
    let sql = format!("select n, id from {table}");
    let rows: Vec<(i64, Uuid)> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&mut *connection).await?;
    let mut words = Words::default();
    for (n, id) in rows {
        if let (Some(text), Some(values)) = (meta.search, stored(connection, meta, id).await?) {
            add(connection, meta, n, &text(&values), &mut words).await?;
        }
    }
    Ok(())
}

/// The words that one unit of work has put into the list of known words.
pub(super) type Words = HashSet<String>;

pub(super) async fn add(
    connection: &mut SqliteConnection,
    meta: &Meta,
    n: i64,
    text: &str,
    words: &mut Words,
) -> Result<()> {
    let sql = format!("insert into {}_search (rowid, text) values (?, ?)", meta.name);
    sqlx::query(AssertSqlSafe(sql)).bind(n).bind(text).execute(&mut *connection).await?;
    know(connection, meta, text, words).await
}

/// As [`add`], for many rows in one statement.
pub(super) async fn add_many(
    connection: &mut SqliteConnection,
    meta: &Meta,
    texts: &[(i64, String)],
    words: &mut Words,
) -> Result<()> {
    let rows = vec!["(?, ?)"; texts.len()].join(", ");
    let sql = format!("insert into {}_search (rowid, text) values {rows}", meta.name);
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for (n, text) in texts {
        query = query.bind(n).bind(text);
    }
    query.execute(&mut *connection).await?;
    for (_, text) in texts {
        know(connection, meta, text, words).await?;
    }
    Ok(())
}

/// Keeps the list of all words, by which spelling mistakes are forgiven.
async fn know(connection: &mut SqliteConnection, meta: &Meta, text: &str, words: &mut Words) -> Result<()> {
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !words.contains(word) {
            let sql = format!("insert or ignore into {}_word (word) values (?)", meta.name);
            sqlx::query(AssertSqlSafe(sql)).bind(word).execute(&mut *connection).await?;
            words.insert(word.to_owned());
        }
    }
    Ok(())
}

/// Drops what deleted rows left in the index, and the words that no row has any more.
pub async fn forget(connection: &mut SqliteConnection, meta: &Meta, text: &str) -> Result<()> {
    let table = meta.name;
    let sql = format!("insert into {table}_search ({table}_search) values ('optimize')");
    sqlx::query(AssertSqlSafe(sql)).execute(&mut *connection).await?;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let sql = format!("select count(*) from (select 1 from {table}_search where {table}_search match ? limit 1)");
        let left: i64 =
            sqlx::query_scalar(AssertSqlSafe(sql)).bind(format!("\"{word}\"")).fetch_one(&mut *connection).await?;
        if left == 0 {
            let sql = format!("delete from {table}_word where word = ?");
            sqlx::query(AssertSqlSafe(sql)).bind(word).execute(&mut *connection).await?;
        }
    }
    Ok(())
}

pub(super) async fn remove(connection: &mut SqliteConnection, meta: &Meta, id: Uuid) -> Result<()> {
    let table = meta.name;
    let sql = format!("delete from {table}_search where rowid = (select n from {table} where id = ?)");
    sqlx::query(AssertSqlSafe(sql)).bind(id).execute(connection).await?;
    Ok(())
}

pub(super) async fn replace(
    connection: &mut SqliteConnection,
    meta: &Meta,
    id: Uuid,
    text: &str,
    words: &mut Words,
) -> Result<()> {
    remove(&mut *connection, meta, id).await?;
    let table = meta.name;
    let sql = format!("insert into {table}_search (rowid, text) select n, ? from {table} where id = ?");
    sqlx::query(AssertSqlSafe(sql)).bind(text).bind(id).execute(&mut *connection).await?;
    know(connection, meta, text, words).await
}
