//! Search over the whole register as one types: by folded name with mistakes forgiven, by NIK, phone or number.

use super::{name, person::Person, store};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use rapidfuzz::distance::osa;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Hits per answer.
const LIMIT: i64 = 50;
/// Below this many hits the spelling is forgiven more.
const FEW: usize = 5;
/// Shortest word whose mistakes are forgiven.
const FORGIVEN_LENGTH: usize = 4;
/// Words of the register that stand in for one typed word.
const STAND_INS: usize = 6;

/// What is typed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SearchQuery {
    /// Any text.
    pub text: String,
}

/// One person found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SearchHit {
    /// Who.
    pub id: Id<Person>,
    /// The name.
    pub full_name: String,
    /// `3216••••••••0001`.
    pub nik_masked: Option<String>,
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
    /// Regency and district by code.
    pub district_code: Option<String>,
    /// The last application's or card's number, when found by it.
    pub number: Option<String>,
}

/// The people that a text finds, best first, at most 50.
pub async fn search(connection: &mut SqliteConnection, query: &SearchQuery) -> Result<Vec<SearchHit>> {
    let text = query.text.trim();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if digits.len() >= 3 && (letters == 0 || text.contains(['/', '-'])) {
        let found = store::by_number(connection, text, &digits, LIMIT).await?;
        if !found.is_empty() || letters == 0 {
            return Ok(found);
        }
    }
    by_name(connection, text).await
}

async fn by_name(connection: &mut SqliteConnection, text: &str) -> Result<Vec<SearchHit>> {
    let words = name::fold_tokens(text);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = store::by_words(connection, &prefixes(&words), LIMIT).await?;
    if found.len() < FEW {
        let forgiven = forgive(connection, &words).await?;
        for hit in store::by_words(connection, &forgiven, LIMIT).await? {
            if !found.iter().any(|known| known.id == hit.id) {
                found.push(hit);
            }
        }
    }
    let folded = words.join(" ");
    found.sort_by_cached_key(|hit| distance(&folded, &name::fold(&hit.full_name)));
    Ok(found)
}

/// Every word as a prefix, all of them needed: `"siti"* "am"*`.
fn prefixes(words: &[String]) -> String {
    words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ")
}

/// How far a name is from what was typed: whole words first, then beginnings, then the number of edits.
fn distance(typed: &str, name: &str) -> (u8, usize) {
    let rank = if name == typed {
        0
    } else if name.starts_with(typed) {
        1
    } else {
        2
    };
    (rank, osa::distance(typed.chars(), name.chars()))
}

/// The query with each word also replaced by the register's words that are one or two edits away.
async fn forgive(connection: &mut SqliteConnection, words: &[String]) -> Result<String> {
    let mut parts = Vec::with_capacity(words.len());
    for word in words {
        let mut choices = vec![format!("\"{word}\"*")];
        if word.chars().count() >= FORGIVEN_LENGTH {
            choices.extend(stand_ins(connection, word).await?.iter().map(|near| format!("\"{near}\"")));
        }
        parts.push(format!("({})", choices.join(" OR ")));
    }
    Ok(parts.join(" AND "))
}

async fn stand_ins(connection: &mut SqliteConnection, word: &str) -> Result<Vec<String>> {
    let allowed = if word.chars().count() < 7 { 1 } else { 2 };
    let scorer = osa::BatchComparator::new(word.chars());
    let mut near: Vec<(usize, String)> = Vec::new();
    for candidate in store::known_words(connection, word).await? {
        let limit = osa::Args::default().score_cutoff(allowed);
        if let Some(edits) = scorer.distance_with_args(candidate.chars(), &limit) {
            near.push((edits, candidate));
        }
    }
    near.sort();
    Ok(near.into_iter().take(STAND_INS).map(|(_, word)| word).collect())
}
