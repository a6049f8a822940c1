//! SQL of the import. Lists of values go as JSON, so that the statements stay fixed.

use crate::{
    base::id::Id,
    people::{duplicate::Candidate, person::Person, similarity::Likeness},
    store::{Error, Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::Serialize;

fn json(values: &impl Serialize) -> Result<String> {
    serde_json::to_string(values).map_err(|error| Error::Encoding(error.to_string()))
}

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

struct Row {
    id: Id<Person>,
    full_name: String,
    nik: Option<String>,
    phone: Option<String>,
    kk_number: Option<String>,
    birth_on: Option<NaiveDate>,
}

impl From<Row> for Candidate {
    fn from(row: Row) -> Self {
        let Row { id, full_name, nik, phone, kk_number, birth_on } = row;
        Candidate { id, likeness: Likeness { full_name, nik, phone, kk_number, birth_on } }
    }
}

/// People born on one of these days.
pub(super) async fn born_on(connection: &mut SqliteConnection, days: &[NaiveDate]) -> Result<Vec<Candidate>> {
    let days = json(&days)?;
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id: Id<Person>", full_name, nik, phone, kk_number, birth_on as "birth_on: NaiveDate" from person
           where birth_on in (select value from json_each(?)) and merged_into is null and erased_at is null"#,
        days
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Candidate::from).collect())
}

/// People with one of these telephone or family card numbers.
pub(super) async fn reached_by(
    connection: &mut SqliteConnection,
    phones: &[&str],
    cards: &[&str],
) -> Result<Vec<Candidate>> {
    let (phones, cards) = (json(&phones)?, json(&cards)?);
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id: Id<Person>", full_name, nik, phone, kk_number, birth_on as "birth_on: NaiveDate" from person
           where n in (select n from person where phone in (select value from json_each(?))
             union select n from person where kk_number in (select value from json_each(?)))
           and merged_into is null and erased_at is null"#,
        phones,
        cards
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Candidate::from).collect())
}
