//! Two rows of one human being become one (*penggabungan*), and two again when it was wrong.
//!
//! The older row stays and takes the values a person chose; the other becomes a redirect. Rows that belong to the
//! other keep pointing to it and are found through the redirect, so nothing moves and everything can be taken back.

use super::{
    person::Person,
    register::{PersonRefusal, present},
    store,
};
use crate::{
    base::id::Id,
    office::Officer,
    store::{Error, Result, Work, log::Kind},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

/// Fields that a merge never takes over.
const OWN: [&str; 6] = ["id", "merged_into", "erased_at", "retired_at", "created_on", "restricted_at"];

table! {
    /// One merge (*penggabungan data*).
    pub struct PersonMerge = 13 "person_merge" {
        /// The row that stays.
        1 A canonical_id: Id<Person>,
        /// The row that became a redirect.
        2 A alias_id: Id<Person>,
        /// Why they were thought the same, codes.
        3 A reasons: String,
        /// The staying row's overwritten values, JSON by field.
        4 A prior: String,
        /// The values taken over, JSON by field.
        5 A chosen: String,
        /// Who merged.
        6 A officer_id: Option<Id<Officer>>,
        /// When.
        7 A merged_at: DateTime<Utc>,
        /// Taken back when.
        8 A unmerged_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// A person's word on a pair that looked alike (*keputusan duplikat*).
    pub struct DuplicateDecision = 14 "duplicate_decision" {
        /// The one with the smaller id.
        1 A person_a: Id<Person>,
        /// The other.
        2 A person_b: Id<Person>,
        /// They are two people.
        3 A different: bool,
        /// A remark.
        4 A note: Option<String>,
        /// Who decided.
        5 A officer_id: Option<Id<Officer>>,
        /// When.
        6 A decided_at: DateTime<Utc>,
    }
}

/// What a person chose, side by side.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MergeChoice {
    /// One of the two.
    pub a: Id<Person>,
    /// The other.
    pub b: Id<Person>,
    /// Fields whose value comes from `b`; all others come from `a`.
    pub from_b: Vec<String>,
    /// Why they were thought the same, codes.
    pub reasons: Vec<String>,
}

/// Fields that could not go back because they were changed again after the merge.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Unmerged {
    /// The fields that kept their newer value.
    pub kept: Vec<String>,
}

fn fields(person: &Person) -> Result<Map<String, Value>> {
    match serde_json::to_value(person) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(Error::Encoding("a person is no object".to_owned())),
    }
}

fn from_fields(fields: Map<String, Value>) -> Result<Person> {
    serde_json::from_value(Value::Object(fields)).map_err(|error| Error::Encoding(error.to_string()))
}

/// Merges two people. Refuses `people.same_person`, `people.already_merged`, `people.not_found`.
pub async fn merge(work: &mut Work, choice: MergeChoice) -> Result<Id<PersonMerge>> {
    if choice.a == choice.b {
        return Err(PersonRefusal::SamePerson.into());
    }
    let (a, b) = (present(work, choice.a).await?, present(work, choice.b).await?);
    if a.merged_into.is_some() || b.merged_into.is_some() {
        return Err(PersonRefusal::AlreadyMerged.into());
    }
    let (from_a, from_b) = (fields(&a)?, fields(&b)?);
    let (canonical, mut alias) = if a.id < b.id { (a, b) } else { (b, a) };
    let mut merged = fields(&canonical)?;
    let (mut prior, mut taken) = (Map::new(), Map::new());
    for (field, value) in merged.iter_mut().filter(|(field, _)| !OWN.contains(&field.as_str())) {
        let source = if choice.from_b.contains(field) { &from_b } else { &from_a };
        if let Some(wanted) = source.get(field).filter(|wanted| *wanted != value) {
            prior.insert(field.clone(), value.clone());
            taken.insert(field.clone(), wanted.clone());
            *value = wanted.clone();
        }
    }
    alias.merged_into = Some(canonical.id);
    work.put_as(&from_fields(merged)?, Kind::Merge).await?;
    work.put_as(&alias, Kind::Merge).await?;
    // What was merged into the alias before follows it.
    for earlier in store::with_aliases(work.reads(), alias.id).await? {
        if earlier != alias.id
            && let Some(mut person) = work.get(earlier).await?
        {
            person.merged_into = Some(canonical.id);
            work.put_as(&person, Kind::Merge).await?;
        }
    }
    let record = PersonMerge {
        id: work.id(),
        canonical_id: canonical.id,
        alias_id: alias.id,
        reasons: choice.reasons.join(","),
        prior: Value::Object(prior).to_string(),
        chosen: Value::Object(taken).to_string(),
        officer_id: work.actor(),
        merged_at: work.at(),
        unmerged_at: None,
    };
    work.put_new(&record).await?;
    work.about(canonical.id).await?;
    Ok(record.id)
}

/// Takes a merge back, however long ago. Fields changed since keep their newer value and are named.
/// Refuses `people.not_merged`.
pub async fn unmerge(work: &mut Work, id: Id<PersonMerge>) -> Result<Unmerged> {
    let mut record = work.get(id).await?.ok_or(PersonRefusal::NotMerged)?;
    if record.unmerged_at.is_some() {
        return Err(PersonRefusal::NotMerged.into());
    }
    let canonical = present(work, record.canonical_id).await?;
    let mut alias = present(work, record.alias_id).await?;
    let parse = |text: &str| serde_json::from_str::<Map<String, Value>>(text).unwrap_or_default();
    let (prior, taken) = (parse(&record.prior), parse(&record.chosen));
    let mut now = fields(&canonical)?;
    let mut kept = Vec::new();
    for (field, before) in prior {
        if now.get(&field) == taken.get(&field) {
            now.insert(field, before);
        } else {
            kept.push(field);
        }
    }
    work.put_as(&from_fields(now)?, Kind::Unmerge).await?;
    alias.merged_into = None;
    work.put_as(&alias, Kind::Unmerge).await?;
    record.unmerged_at = Some(work.at());
    work.put(&record).await?;
    work.about(canonical.id).await?;
    Ok(Unmerged { kept })
}

/// Notes that a pair that looks alike is two people; it is not shown again.
pub async fn tell_apart(work: &mut Work, a: Id<Person>, b: Id<Person>, note: Option<String>) -> Result<()> {
    let (person_a, person_b) = if a < b { (a, b) } else { (b, a) };
    let (id, officer_id, decided_at) = (work.id(), work.actor(), work.at());
    let decision = DuplicateDecision { id, person_a, person_b, different: true, note, officer_id, decided_at };
    work.put_new(&decision).await
}
