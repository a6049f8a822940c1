//! SQL of people.

use super::{
    education::Education,
    find::SearchHit,
    particulars::{Disability, Employment, Marital, Religion},
    person::{LegalBasis, NikStatus, Person},
    register::KnownPerson,
};
use crate::{
    base::{id::Id, sex::Sex},
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;

crate::word_columns!(Sex, Education, Disability, Employment, Marital, Religion, LegalBasis, NikStatus);

/// The living, unmerged person with this NIK.
pub(crate) async fn by_nik(connection: &mut SqliteConnection, nik: &str) -> Result<Option<KnownPerson>> {
    Ok(sqlx::query_as!(
        KnownPerson,
        r#"select id as "id: Id<Person>", full_name from person
           where nik = ? and merged_into is null and erased_at is null limit 1"#,
        nik
    )
    .fetch_optional(connection)
    .await?)
}

/// The row that stands for this person: itself, or the one it was merged into.
pub(crate) async fn canonical(connection: &mut SqliteConnection, id: Id<Person>) -> Result<Option<Id<Person>>> {
    Ok(sqlx::query_scalar!(
        r#"select coalesce(merged_into, id) as "id!: Id<Person>" from person where id = ?"#,
        id
    )
    .fetch_optional(connection)
    .await?)
}

/// The rows that stand for the same human being: the person and what was merged into it.
pub(crate) async fn with_aliases(connection: &mut SqliteConnection, id: Id<Person>) -> Result<Vec<Id<Person>>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: Id<Person>" from person where id = ? or merged_into = ?"#,
        id,
        id
    )
    .fetch_all(connection)
    .await?)
}

/// By words of the full-text query language, newest rows first.
pub(crate) async fn by_words(connection: &mut SqliteConnection, query: &str, limit: i64) -> Result<Vec<SearchHit>> {
    // Not compile-time checked: the derived search table does not exist in the schema of the migrations.
    let rows: Vec<(Id<Person>, String, Option<String>, Option<NaiveDate>, Option<String>)> = sqlx::query_as(
        "select person.id, full_name, substr(nik, 1, 4) || '••••••••' || substr(nik, 13), birth_on, district_code
         from person_search join person on person.n = person_search.rowid
         where person_search match ? and merged_into is null and erased_at is null and retired_at is null
         order by person_search.rowid desc limit ?",
    )
    .bind(query)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(id, full_name, nik_masked, birth_on, district_code)| SearchHit {
            id,
            full_name,
            nik_masked,
            birth_on,
            district_code,
            number: None,
        })
        .collect())
}

/// Words of the register of about the same length, by which mistakes are forgiven.
pub(crate) async fn known_words(connection: &mut SqliteConnection, word: &str) -> Result<Vec<String>> {
    let length = i64::try_from(word.chars().count()).unwrap_or(i64::MAX);
    Ok(sqlx::query_scalar("select word from person_word where length(word) between ? and ?")
        .bind(length - 2)
        .bind(length + 2)
        .fetch_all(connection)
        .await?)
}

/// By the beginning of a NIK, a phone or a card's number.
pub(crate) async fn by_number(
    connection: &mut SqliteConnection,
    text: &str,
    digits: &str,
    limit: i64,
) -> Result<Vec<SearchHit>> {
    let local = digits.strip_prefix("62").or_else(|| digits.strip_prefix('0')).unwrap_or(digits);
    let phone = format!("+62{local}");
    // The character after the digits, and one after every letter, end the ranges.
    let (nik_end, phone_end, number_end) = (format!("{digits}:"), format!("{phone}:"), format!("{text}\u{10ffff}"));
    Ok(sqlx::query_as!(
        SearchHit,
        r#"select person.id as "id: Id<Person>", full_name, substr(nik, 1, 4) || '••••••••' || substr(nik, 13) as nik_masked,
           birth_on as "birth_on: NaiveDate", district_code,
           (select max(number) from card where card.person_id = person.id and number >= ? and number < ?) as "number: String"
           from person where person.n in (
             select n from person where nik >= ? and nik < ?
             union select n from person where phone >= ? and phone < ?
             union select person.n from card join person on person.id = card.person_id where number >= ? and number < ?
           ) and merged_into is null and erased_at is null and retired_at is null limit ?"#,
        text, number_end, digits, nik_end, phone, phone_end, text, number_end, limit
    )
    .fetch_all(connection)
    .await?)
}
