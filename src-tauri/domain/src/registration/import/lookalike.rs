//! People of the register who may be the ones of a file. Asked in batches of days and numbers, never row by row.

use super::{check::CheckedRow, store, verdict::Verdict};
use crate::{
    base::id::Id,
    people::{
        duplicate::Candidate as Known,
        duplicate_store,
        name::fold_tokens,
        person::Person,
        similarity::{Likeness, Match, Reason, compare},
    },
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

/// Values asked for at once.
const BATCH: usize = 500;
/// Likeness that counts where two well-formed NIK say that they are two people.
const SURE: u8 = 85;
/// Shown for one row.
const MOST: usize = 3;

/// A person of the register who may be the one of a row.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct MaybeSame {
    /// Who.
    pub id: Id<Person>,
    /// The name.
    pub full_name: String,
    /// NIK with its middle hidden.
    pub nik_masked: Option<String>,
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
    /// How alike, 1 to 100, and why.
    pub found: Match,
}

/// Whom each NIK of the file belongs to in the register.
pub(super) async fn owners(
    connection: &mut SqliteConnection,
    rows: &[CheckedRow],
) -> Result<HashMap<String, Id<Person>>> {
    let niks: Vec<&str> =
        taken(rows).filter_map(|(_, row)| row.candidate.nik.as_ref()).map(|nik| nik.expose()).collect();
    let mut owners = HashMap::new();
    for niks in niks.chunks(BATCH) {
        owners.extend(store::by_nik(connection, niks).await?);
    }
    Ok(owners)
}

/// The rows that may be taken, each with its place.
pub(super) fn taken(rows: &[CheckedRow]) -> impl Iterator<Item = (usize, &CheckedRow)> {
    rows.iter().enumerate().filter(|(_, row)| row.verdict != Verdict::Reject)
}

/// For the rows whose NIK nobody has: who else they may be, likeliest first.
pub(super) async fn maybe_same(
    connection: &mut SqliteConnection,
    rows: &[CheckedRow],
    owners: &HashMap<String, Id<Person>>,
) -> Result<HashMap<usize, Vec<MaybeSame>>> {
    let unknown = |row: &CheckedRow| row.candidate.nik.as_ref().is_none_or(|nik| !owners.contains_key(nik.expose()));
    let strangers: Vec<(usize, &CheckedRow)> = taken(rows).filter(|(_, row)| unknown(row)).collect();
    let mut found = HashMap::new();
    by_birth(connection, &strangers, &mut found).await?;
    by_numbers(connection, &strangers, &mut found).await?;
    for same in found.values_mut() {
        same.sort_by_key(|same: &MaybeSame| std::cmp::Reverse(same.found.score));
        same.truncate(MOST);
    }
    Ok(found)
}

type Found = HashMap<usize, Vec<MaybeSame>>;

async fn by_birth(connection: &mut SqliteConnection, rows: &[(usize, &CheckedRow)], found: &mut Found) -> Result<()> {
    let mut days: BTreeMap<NaiveDate, Vec<(usize, &CheckedRow)>> = BTreeMap::new();
    for (place, row) in rows {
        if let Some(day) = row.candidate.birth_on {
            days.entry(day).or_default().push((*place, row));
        }
    }
    let all: Vec<NaiveDate> = days.keys().copied().collect();
    for batch in all.chunks(BATCH) {
        let mut known: HashMap<NaiveDate, Vec<(Vec<String>, Known)>> = HashMap::new();
        for person in duplicate_store::born_on(connection, batch).await? {
            if let Some(day) = person.likeness.birth_on {
                known.entry(day).or_default().push((fold_tokens(&person.likeness.full_name), person));
            }
        }
        for (day, people) in &known {
            for (place, row) in days.get(day).into_iter().flatten() {
                let tokens = fold_tokens(&row.candidate.full_name);
                let near = people.iter().filter(|(other, _)| share_a_beginning(&tokens, other));
                note(*place, row, near.map(|(_, person)| person), found);
            }
        }
    }
    Ok(())
}

async fn by_numbers(connection: &mut SqliteConnection, rows: &[(usize, &CheckedRow)], found: &mut Found) -> Result<()> {
    for batch in rows.chunks(BATCH) {
        let phones: Vec<&str> =
            batch.iter().map(|(_, row)| row.candidate.phone.as_str()).filter(|p| !p.is_empty()).collect();
        let cards: Vec<&str> =
            batch.iter().filter_map(|(_, row)| row.candidate.kk.as_ref()).map(|kk| kk.expose()).collect();
        let people = duplicate_store::reached_by(connection, &phones, &cards).await?;
        let mut by_number: HashMap<&str, Vec<&Known>> = HashMap::new();
        for person in &people {
            for number in [&person.likeness.phone, &person.likeness.kk_number].into_iter().flatten() {
                by_number.entry(number).or_default().push(person);
            }
        }
        for (place, row) in batch {
            let card = row.candidate.kk.as_ref().map_or("", |kk| kk.expose());
            for number in [row.candidate.phone.as_str(), card] {
                note(*place, row, by_number.get(number).into_iter().flatten().copied(), found);
            }
        }
    }
    Ok(())
}

/// A cheap look before the careful one: some word of both names begins alike.
fn share_a_beginning(a: &[String], b: &[String]) -> bool {
    a.iter().any(|word| b.iter().any(|other| word.bytes().take(3).eq(other.bytes().take(3))))
}

fn note<'a>(place: usize, row: &CheckedRow, people: impl Iterator<Item = &'a Known>, found: &mut Found) {
    let mut own = None;
    for person in people {
        let own = own.get_or_insert_with(|| likeness(row));
        let Some(alike) = compare(own, &person.likeness).filter(|alike| counts(alike, own, &person.likeness)) else {
            continue;
        };
        let there = found.entry(place).or_default();
        if !there.iter().any(|known| known.id == person.id) {
            there.push(MaybeSame {
                id: person.id,
                full_name: person.likeness.full_name.clone(),
                nik_masked: person.likeness.nik.as_deref().map(mask),
                birth_on: person.likeness.birth_on,
                found: alike,
            });
        }
    }
}

/// Two different NIK mostly mean two people: then name and birth, or a typing mistake in the NIK, must speak for one.
fn counts(alike: &Match, a: &Likeness, b: &Likeness) -> bool {
    let both = a.nik.is_some() && b.nik.is_some();
    !both || alike.score >= SURE || alike.reasons.contains(&Reason::NikOneOff)
}

pub(super) fn likeness(row: &CheckedRow) -> Likeness {
    let row = &row.candidate;
    Likeness {
        full_name: row.full_name.clone(),
        nik: row.nik.map(|nik| nik.expose().to_owned()),
        phone: Some(row.phone.clone()).filter(|phone| !phone.is_empty()),
        kk_number: row.kk.map(|kk| kk.expose().to_owned()),
        birth_on: row.birth_on,
    }
}

/// `3216••••••••3271`.
pub(super) fn mask(nik: &str) -> String {
    format!("{}••••••••{}", nik.get(..4).unwrap_or_default(), nik.get(12..).unwrap_or_default())
}
