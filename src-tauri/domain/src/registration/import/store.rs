//! SQL of the import.

use crate::{
    base::id::Id,
    people::person::Person,
    store::{Result, SqliteConnection, types::json},
};

pub(super) async fn put_mapping(connection: &mut SqliteConnection, layout: &str, text: &str, at: &str) -> Result<()> {
    sqlx::query!(
        "insert or replace into import_mapping (fingerprint, mapping, used_at) values (?, ?, ?)",
        layout,
        text,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn mapping(connection: &mut SqliteConnection, layout: &str) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!("select mapping from import_mapping where fingerprint = ?", layout)
        .fetch_optional(connection)
        .await?)
}

/// Whether there is anybody in the register.
pub(super) async fn is_empty(connection: &mut SqliteConnection) -> Result<bool> {
    let any =
        sqlx::query_scalar!(r#"select exists (select 1 from person) as "any!: bool""#).fetch_one(connection).await?;
    Ok(!any)
}

/// Whom each of these NIK belongs to; a merged row stands for the one that stayed.
pub(super) async fn by_nik(connection: &mut SqliteConnection, niks: &[&str]) -> Result<Vec<(String, Id<Person>)>> {
    let niks = json(&niks)?;
    let rows = sqlx::query!(
        r#"select nik as "nik!: String", coalesce(merged_into, id) as "id!: Id<Person>" from person
           where nik in (select value from json_each(?)) and erased_at is null
           order by merged_into is not null desc, n desc"#,
        niks
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.nik, row.id)).collect())
}
