//! People who may be one: shown while typing, and as a work list (*daftar dugaan ganda*) with the reason for each pair.

use super::{
    draft::PersonDraft,
    duplicate_store as store, find,
    person::Person,
    similarity::{Likeness, Match, Reason, compare},
};
use crate::{
    base::{id::Id, kk::Kk, nik::Nik, phone, text::tidy},
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// Hints shown while typing.
const HINTS: usize = 5;
/// Pairs in the work list.
const PAIRS: usize = 500;
/// A birthday shared by more people than this is a default date, not a hint.
const CROWD: usize = 400;

/// A person of the register who may be the one being typed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Lookalike {
    /// Who.
    pub id: Id<Person>,
    /// The name.
    pub full_name: String,
    /// Masked.
    pub nik_masked: Option<String>,
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
    /// How alike and why.
    pub found: Match,
}

/// Two rows that may be one person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DuplicatePair {
    /// The older row.
    pub a: Lookalike,
    /// The younger row.
    pub b: Lookalike,
    /// How alike, 1 to 100.
    pub score: u8,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A row with what is compared of it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Whose.
    pub id: Id<Person>,
    /// What is compared.
    pub likeness: Likeness,
}

impl Candidate {
    fn seen(&self, found: Match) -> Lookalike {
        Lookalike {
            id: self.id,
            full_name: self.likeness.full_name.clone(),
            nik_masked: self.likeness.nik.as_deref().and_then(Nik::restore).map(|nik| nik.masked()),
            birth_on: self.likeness.birth_on,
            found,
        }
    }
}

/// The people of the register who may be the one being typed, likeliest first.
pub async fn lookalikes(connection: &mut SqliteConnection, draft: &PersonDraft) -> Result<Vec<Lookalike>> {
    let likeness = Likeness {
        full_name: tidy(&draft.full_name),
        nik: Nik::parse(&draft.nik).ok().map(|nik| nik.expose().to_owned()),
        phone: phone::one(&draft.phone),
        kk_number: Kk::parse(&draft.kk_number).ok().map(|kk| kk.expose().to_owned()),
        birth_on: draft.birth_on,
    };
    let named = find::search(connection, &find::SearchQuery { text: likeness.full_name.clone() }).await?;
    let mut candidates = store::candidates(connection, &likeness).await?;
    for hit in named {
        if !candidates.iter().any(|known| known.id == hit.id) {
            candidates.extend(store::candidate(connection, hit.id).await?);
        }
    }
    let mut found: Vec<Lookalike> = candidates
        .iter()
        .filter(|candidate| Some(candidate.id) != draft.id)
        .filter_map(|candidate| compare(&likeness, &candidate.likeness).map(|found| candidate.seen(found)))
        .collect();
    found.sort_by_key(|lookalike| std::cmp::Reverse(lookalike.found.score));
    found.truncate(HINTS);
    Ok(found)
}

/// The pairs of the register that no one has decided on, likeliest first, at most 500.
pub async fn work_list(connection: &mut SqliteConnection) -> Result<Vec<DuplicatePair>> {
    let decided: HashSet<(Id<Person>, Id<Person>)> = store::told_apart(connection).await?.into_iter().collect();
    let everyone = store::all_candidates(connection).await?;
    let mut pairs = HashMap::new();
    for key in [by_nik, by_phone, by_birth, by_kk] {
        let mut groups: HashMap<String, Vec<&Candidate>> = HashMap::new();
        for candidate in &everyone {
            if let Some(key) = key(&candidate.likeness) {
                groups.entry(key).or_default().push(candidate);
            }
        }
        for group in groups.into_values().filter(|group| group.len() > 1 && group.len() <= CROWD) {
            compare_all(&group, &decided, &mut pairs);
        }
    }
    let mut pairs: Vec<DuplicatePair> = pairs.into_values().collect();
    pairs.sort_by(|x, y| y.score.cmp(&x.score).then(x.a.full_name.cmp(&y.a.full_name)));
    pairs.truncate(PAIRS);
    Ok(pairs)
}

fn by_nik(likeness: &Likeness) -> Option<String> {
    likeness.nik.clone()
}
fn by_phone(likeness: &Likeness) -> Option<String> {
    likeness.phone.clone()
}
fn by_birth(likeness: &Likeness) -> Option<String> {
    likeness.birth_on.map(|day| day.to_string())
}
fn by_kk(likeness: &Likeness) -> Option<String> {
    likeness.kk_number.clone()
}

type Pairs = HashMap<(Id<Person>, Id<Person>), DuplicatePair>;

fn compare_all(group: &[&Candidate], decided: &HashSet<(Id<Person>, Id<Person>)>, pairs: &mut Pairs) {
    for (i, x) in group.iter().enumerate() {
        for y in &group[i + 1..] {
            let (a, b) = if x.id < y.id { (x, y) } else { (y, x) };
            if decided.contains(&(a.id, b.id)) || pairs.contains_key(&(a.id, b.id)) {
                continue;
            }
            if let Some(found) = compare(&a.likeness, &b.likeness) {
                let (score, reasons) = (found.score, found.reasons.clone());
                let pair = DuplicatePair { a: a.seen(found.clone()), b: b.seen(found), score, reasons };
                pairs.insert((a.id, b.id), pair);
            }
        }
    }
}
