//! SQL of people.

use super::{
    background::Background,
    detail::MergeLine,
    document::Document,
    education::Education,
    erase::Erased,
    find::SearchHit,
    list::{PeoplePage, PeopleQuery, PeopleSort, PersonRow},
    merge::PersonMerge,
    particulars::{Disability, Employment, Marital, Religion},
    person::{LegalBasis, NikStatus, Person},
    register::KnownPerson,
};
use crate::{
    base::{id::Id, sex::Sex},
    office::{Officer, disclosure::Disclosure},
    store::{Result, SqliteConnection, Work, undo::scrub_log},
};
use chrono::{DateTime, NaiveDate, Utc};

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
    Ok(sqlx::query_scalar!(r#"select coalesce(merged_into, id) as "id!: Id<Person>" from person where id = ?"#, id)
        .fetch_optional(connection)
        .await?)
}

/// The rows that stand for the same human being: the person and what was merged into it.
pub(crate) async fn with_aliases(connection: &mut SqliteConnection, id: Id<Person>) -> Result<Vec<Id<Person>>> {
    Ok(sqlx::query_scalar!(r#"select id as "id: Id<Person>" from person where id = ? or merged_into = ?"#, id, id)
        .fetch_all(connection)
        .await?)
}

/// By words of the full-text query language, newest rows first.
pub(crate) async fn by_words(connection: &mut SqliteConnection, query: &str, limit: i64) -> Result<Vec<SearchHit>> {
    // Not compile-time checked: the derived search table does not exist in the schema of the migrations.
    type Found = (Id<Person>, String, Option<String>, Option<NaiveDate>, Option<String>);
    let rows: Vec<Found> = sqlx::query_as(
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

macro_rules! people_rows {
    ($order:tt, $connection:expr, $q:expr) => {
        sqlx::query_as!(
            PersonRow,
            r#"select id as "id: Id<Person>", full_name, substr(nik, 1, 4) || '••••••••' || substr(nik, 13) as nik_masked,
               sex as "sex: Sex", birth_on as "birth_on: NaiveDate", coalesce(village_code, district_code) as region_code,
               null as "place: String", phone, education as "education: Education", employment as "employment: Employment",
               disability, created_on as "created_on: NaiveDate" from person
               where merged_into is null and erased_at is null and retired_at is null
               and (?1 is null or sex = ?1) and (?2 is null or education = ?2) and (?3 is null or employment = ?3)
               and (?4 is null or substr(coalesce(village_code, district_code, regency_code), 1, length(?4)) = ?4)
               and (?5 is null or (disability is not null) = ?5)
               and (?6 is null or created_on >= ?6) and (?7 is null or created_on <= ?7) "#
                + $order
                + " limit ?8 offset ?9",
            $q.sex, $q.education, $q.employment, $q.region, $q.disability, $q.from, $q.to, $q.count, $q.offset
        )
        .fetch_all($connection)
        .await?
    };
}

/// A page of the register.
pub(crate) async fn people_page(connection: &mut SqliteConnection, q: &PeopleQuery) -> Result<PeoplePage> {
    let total = sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from person
           where merged_into is null and erased_at is null and retired_at is null
           and (?1 is null or sex = ?1) and (?2 is null or education = ?2) and (?3 is null or employment = ?3)
           and (?4 is null or substr(coalesce(village_code, district_code, regency_code), 1, length(?4)) = ?4)
           and (?5 is null or (disability is not null) = ?5)
           and (?6 is null or created_on >= ?6) and (?7 is null or created_on <= ?7)"#,
        q.sex,
        q.education,
        q.employment,
        q.region,
        q.disability,
        q.from,
        q.to
    )
    .fetch_one(&mut *connection)
    .await?;
    let rows = match (q.sort, q.descending) {
        (PeopleSort::Name, false) => people_rows!("order by full_name collate nocase", connection, q),
        (PeopleSort::Name, true) => people_rows!("order by full_name collate nocase desc", connection, q),
        (PeopleSort::Birth, false) => people_rows!("order by birth_on", connection, q),
        (PeopleSort::Birth, true) => people_rows!("order by birth_on desc", connection, q),
        (PeopleSort::Newest, false) => people_rows!("order by n desc", connection, q),
        (PeopleSort::Newest, true) => people_rows!("order by n", connection, q),
    };
    Ok(PeoplePage { total, rows })
}

/// Deletes papers and background of an erased person; answers the hashes of their scans.
pub(crate) async fn drop_belongings(work: &mut Work, person: Id<Person>) -> Result<Vec<String>> {
    let hashes = sqlx::query_scalar!(
        r#"select scan_hash as "hash!" from document where person_id = ? and scan_hash is not null"#,
        person
    )
    .fetch_all(work.reads())
    .await?;
    let documents = sqlx::query_scalar!(r#"select id as "id: Id<Document>" from document where person_id = ?"#, person)
        .fetch_all(work.reads())
        .await?;
    for id in documents {
        if let Some(row) = work.get(id).await? {
            work.remove(&row).await?;
            scrub_log(work, id).await?;
        }
    }
    let background =
        sqlx::query_scalar!(r#"select id as "id: Id<Background>" from background where person_id = ?"#, person)
            .fetch_all(work.reads())
            .await?;
    for id in background {
        if let Some(row) = work.get(id).await? {
            work.remove(&row).await?;
            scrub_log(work, id).await?;
        }
    }
    let merges = sqlx::query_scalar!(
        r#"select id as "id: Id<PersonMerge>" from person_merge where canonical_id = ? or alias_id = ?"#,
        person,
        person
    )
    .fetch_all(work.reads())
    .await?;
    for id in merges {
        if let Some(mut row) = work.get(id).await? {
            (row.prior, row.chosen) = ("{}".to_owned(), "{}".to_owned());
            work.put(&row).await?;
            scrub_log(work, id).await?;
        }
    }
    Ok(hashes)
}

/// Every erased row; one that was merged before was erased with the one that it was merged into.
pub(crate) async fn erased(connection: &mut SqliteConnection) -> Result<Vec<Erased>> {
    Ok(sqlx::query_as!(
        Erased,
        r#"select person.id as "person: Id<Person>", officer_id as "officer: uuid::Uuid", reason
           from person join erasure on erasure.person_id = person.id or erasure.person_id = person.merged_into
           where person.erased_at is not null group by person.id"#
    )
    .fetch_all(connection)
    .await?)
}

pub(crate) async fn merges_into(connection: &mut SqliteConnection, id: Id<Person>) -> Result<Vec<MergeLine>> {
    Ok(sqlx::query_as!(
        MergeLine,
        r#"select person_merge.id as "id: Id<PersonMerge>", alias_id as "alias_id: Id<Person>", full_name as alias_name,
           merged_at as "merged_at: DateTime<Utc>" from person_merge join person on person.id = alias_id
           where canonical_id = ? and unmerged_at is null order by merged_at desc"#,
        id
    )
    .fetch_all(connection)
    .await?)
}

pub(crate) async fn disclosures(connection: &mut SqliteConnection, id: Id<Person>) -> Result<Vec<Disclosure>> {
    Ok(sqlx::query_as!(
        Disclosure,
        r#"select id as "id: Id<Disclosure>", person_id as "person_id: Id<uuid::Uuid>",
           officer_id as "officer_id: Id<Officer>", field, reason, at as "at: DateTime<Utc>"
           from disclosure where person_id = ? order by at desc"#,
        id
    )
    .fetch_all(connection)
    .await?)
}
