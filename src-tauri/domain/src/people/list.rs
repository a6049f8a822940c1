//! The register as a list (*daftar orang*): filtered, sorted, by pages; also as it was on a day.

use super::{education::Education, particulars::Employment, person::Person, region_index::RegionIndex, store};
use crate::{
    base::{id::Id, sex::Sex},
    store::{Result, SqliteConnection, history},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// Rows per page at most.
const PAGE_MAX: i64 = 500;

words! {
    /// By what the list is sorted.
    pub enum PeopleSort {
        /// Name.
        Name = "name",
        /// Birth date.
        Birth = "birth",
        /// The day the row was made, newest first.
        Newest = "newest",
    }
}

/// A list's question. Everything that is `None` does not filter.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeopleQuery {
    /// Sex.
    pub sex: Option<Sex>,
    /// Last education.
    pub education: Option<Education>,
    /// Employment status.
    pub employment: Option<Employment>,
    /// Beginning of a Kemendagri code.
    pub region: Option<String>,
    /// With any disability.
    pub disability: Option<bool>,
    /// Registered from this day.
    pub from: Option<NaiveDate>,
    /// Registered up to this day.
    pub to: Option<NaiveDate>,
    /// The register as it was at the end of this moment.
    pub as_of: Option<DateTime<Utc>>,
    /// By what.
    pub sort: PeopleSort,
    /// Backwards.
    pub descending: bool,
    /// First row.
    pub offset: i64,
    /// How many rows.
    pub count: i64,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PersonRow {
    /// Who.
    pub id: Id<Person>,
    /// The name.
    pub full_name: String,
    /// Masked.
    pub nik_masked: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
    /// District or village by code.
    pub region_code: Option<String>,
    /// District and regency in words.
    pub place: Option<String>,
    /// Phone as `+62…`.
    pub phone: Option<String>,
    /// Last education.
    pub education: Option<Education>,
    /// Employment status.
    pub employment: Option<Employment>,
    /// Kinds of disability, codes.
    pub disability: Option<String>,
    /// The day the row was made.
    pub created_on: NaiveDate,
}

/// A page of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PeoplePage {
    /// All rows that the question finds.
    pub total: i64,
    /// The page's rows.
    pub rows: Vec<PersonRow>,
}

/// Answers a list's question.
pub async fn list(connection: &mut SqliteConnection, query: &PeopleQuery) -> Result<PeoplePage> {
    let mut page = match query.as_of {
        Some(at) => past(connection, query, at).await?,
        None => {
            let query = PeopleQuery { count: query.count.clamp(0, PAGE_MAX), ..query.clone() };
            store::people_page(connection, &query).await?
        }
    };
    for row in &mut page.rows {
        row.place = row.region_code.as_deref().and_then(place);
    }
    Ok(page)
}

/// District and regency in words.
pub fn place(code: &str) -> Option<String> {
    let path = RegionIndex::shared().path(code)?;
    let parts: Vec<String> = [path.district, path.regency].into_iter().flatten().collect();
    Some(if parts.is_empty() { path.province } else { parts.join(", ") })
}

/// All rows of today with the changes since taken back, then filtered and sorted here.
async fn past(connection: &mut SqliteConnection, query: &PeopleQuery, at: DateTime<Utc>) -> Result<PeoplePage> {
    let changed = history::as_of::<Person>(connection, at).await?;
    let everything = PeopleQuery { count: i64::MAX, offset: 0, ..unfiltered(query) };
    let mut rows = store::people_page(connection, &everything).await?.rows;
    let touched: HashSet<Id<Person>> = changed.keys().copied().collect();
    rows.retain(|row| !touched.contains(&row.id));
    let shown =
        |person: &Person| person.merged_into.is_none() && person.erased_at.is_none() && person.retired_at.is_none();
    rows.extend(changed.into_values().flatten().filter(shown).map(PersonRow::from));
    rows.retain(|row| fits(query, row));
    rows.sort_by_cached_key(|row| match query.sort {
        PeopleSort::Name => row.full_name.to_lowercase(),
        PeopleSort::Birth => row.birth_on.map(|day| day.to_string()).unwrap_or_default(),
        PeopleSort::Newest => row.created_on.to_string(),
    });
    if query.descending {
        rows.reverse();
    }
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let skip = usize::try_from(query.offset).unwrap_or(0);
    let take = usize::try_from(query.count.clamp(0, PAGE_MAX)).unwrap_or(0);
    Ok(PeoplePage { total, rows: rows.into_iter().skip(skip).take(take).collect() })
}

fn unfiltered(query: &PeopleQuery) -> PeopleQuery {
    PeopleQuery {
        sex: None,
        education: None,
        employment: None,
        region: None,
        disability: None,
        from: None,
        to: None,
        ..query.clone()
    }
}

fn fits(query: &PeopleQuery, row: &PersonRow) -> bool {
    query.sex.is_none_or(|sex| row.sex == Some(sex))
        && query.education.is_none_or(|education| row.education == Some(education))
        && query.employment.is_none_or(|employment| row.employment == Some(employment))
        && query
            .region
            .as_deref()
            .is_none_or(|code| row.region_code.as_deref().is_some_and(|own| own.starts_with(code)))
        && query.disability.is_none_or(|any| row.disability.is_some() == any)
        && query.from.is_none_or(|day| row.created_on >= day)
        && query.to.is_none_or(|day| row.created_on <= day)
}

impl From<Person> for PersonRow {
    fn from(person: Person) -> Self {
        let nik = person.nik.as_deref().and_then(crate::base::nik::Nik::restore);
        PersonRow {
            id: person.id,
            full_name: person.full_name,
            nik_masked: nik.map(|nik| nik.masked()),
            sex: person.sex,
            birth_on: person.birth_on,
            region_code: person.village_code.or(person.district_code),
            place: None,
            phone: person.phone,
            education: person.education,
            employment: person.employment,
            disability: person.disability,
            created_on: person.created_on,
        }
    }
}
