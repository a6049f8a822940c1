//! SQL of the search for duplicates.

use super::{duplicate::Candidate, person::Person, similarity::Likeness};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection, types::json},
};
use chrono::NaiveDate;

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

/// Rows that share a number or the birth date with what is typed.
pub(crate) async fn candidates(connection: &mut SqliteConnection, like: &Likeness) -> Result<Vec<Candidate>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id: Id<Person>", full_name, nik, phone, kk_number, birth_on as "birth_on: NaiveDate" from person
           where n in (select n from person where nik = ?1 union select n from person where phone = ?2
             union select n from person where kk_number = ?3
             union select n from (select n from person where birth_on = ?4 limit 500))
           and merged_into is null and erased_at is null"#,
        like.nik, like.phone, like.kk_number, like.birth_on
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Candidate::from).collect())
}

/// One row.
pub(crate) async fn candidate(connection: &mut SqliteConnection, id: Id<Person>) -> Result<Option<Candidate>> {
    let row = sqlx::query_as!(
        Row,
        r#"select id as "id: Id<Person>", full_name, nik, phone, kk_number, birth_on as "birth_on: NaiveDate" from person
           where id = ?"#,
        id
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(Candidate::from))
}

/// Everyone, for the work list.
pub(crate) async fn all_candidates(connection: &mut SqliteConnection) -> Result<Vec<Candidate>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id: Id<Person>", full_name, nik, phone, kk_number, birth_on as "birth_on: NaiveDate" from person
           where merged_into is null and erased_at is null and retired_at is null"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Candidate::from).collect())
}

/// People born on one of these days.
pub(crate) async fn born_on(connection: &mut SqliteConnection, days: &[NaiveDate]) -> Result<Vec<Candidate>> {
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
pub(crate) async fn reached_by(
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

/// Pairs that a person said are two people.
pub(crate) async fn told_apart(connection: &mut SqliteConnection) -> Result<Vec<(Id<Person>, Id<Person>)>> {
    let rows = sqlx::query!(
        r#"select person_a as "a: Id<Person>", person_b as "b: Id<Person>" from duplicate_decision where different <> 0"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.a, row.b)).collect())
}
