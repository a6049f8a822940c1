//! Registering and correcting a person (*pendaftaran, pembetulan*).

use super::{
    draft::{Finding, PersonDraft, Weight, check, to_row},
    person::Person,
    store,
};
use crate::{
    base::{
        id::Id,
        nik::{Nik, NikFacts},
        text::filled,
    },
    office::{self, setting},
    store::{Error, Result, Work, open::StoreRefusal},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use ts_rs::TS;

refusals! {
    "people" =>
    /// What keeps a person from being stored, merged, erased or handed out.
    PersonRefusal {
        /// A field is wrong; `code` names the finding.
        Invalid { field, code } => "invalid",
        /// A NIK warning wants a note.
        NikNoteMissing => "nik_note_missing",
        /// Another person has this NIK.
        NikTaken { name } => "nik_taken",
        /// The person is gone, merged or erased.
        NotFound => "not_found",
        /// Processing is restricted on the person's request.
        Restricted => "restricted",
        /// Merging a person with himself.
        SamePerson => "same_person",
        /// One of the two is merged already.
        AlreadyMerged => "already_merged",
        /// The merge was taken back before.
        NotMerged => "not_merged",
        /// An act of this weight wants a reason.
        ReasonMissing => "reason_missing",
        /// The person still has a valid card or a running application.
        StillInUse => "still_in_use",
    }
}

/// What the 16th digit of a NIK tells, as grey suggestions.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NikSuggestion {
    /// What the number says.
    pub facts: NikFacts,
    /// The birth date to suggest.
    pub birth_on: Option<NaiveDate>,
    /// District of first registration in words; never the present address by itself.
    pub region: Option<String>,
    /// The person of this office with the same NIK.
    pub known: Option<KnownPerson>,
}

/// A person by name, for messages and links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KnownPerson {
    /// Whose.
    pub id: Id<Person>,
    /// The name.
    pub full_name: String,
}

/// What a well-formed NIK suggests; `None` while it is not well formed.
pub async fn suggest(
    work: &mut crate::store::SqliteConnection,
    nik: &str,
    today: NaiveDate,
) -> Result<Option<NikSuggestion>> {
    let Ok(nik) = Nik::parse(nik) else { return Ok(None) };
    let facts = nik.decode(today);
    let regions = super::region_index::RegionIndex::shared();
    let region = regions.path(&facts.region_code).map(|path| {
        [path.district, path.regency, Some(path.province)].into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let known = store::by_nik(work, nik.expose()).await?;
    Ok(Some(NikSuggestion { birth_on: facts.likely_birth(None, today), facts, region, known }))
}

/// Stores a person. Errors refuse; NIK warnings want a note. Answers the id and what stayed doubtful.
pub async fn save(work: &mut Work, draft: &PersonDraft) -> Result<(Id<Person>, Vec<Finding>)> {
    let at = work.at();
    let today = office_day(work, at).await?;
    let findings = check(draft, today);
    if let Some(error) = findings.iter().find(|finding| finding.weight == Weight::Error) {
        return Err(PersonRefusal::Invalid { field: error.field.clone(), code: error.code.clone() }.into());
    }
    if findings.iter().any(|finding| finding.field == "nik") && filled(&draft.nik_note).is_none() {
        return Err(PersonRefusal::NikNoteMissing.into());
    }
    if let Ok(nik) = Nik::parse(&draft.nik)
        && let Some(other) = store::by_nik(work.reads(), nik.expose()).await?
        && Some(other.id) != draft.id
        && !(draft.same_nik_meant && filled(&draft.nik_note).is_some())
    {
        return Err(PersonRefusal::NikTaken { name: other.full_name }.into());
    }
    let stored = match draft.id {
        None => None,
        Some(id) => Some(present(work, id).await?),
    };
    if stored.as_ref().is_some_and(|person| person.restricted_at.is_some()) {
        return Err(PersonRefusal::Restricted.into());
    }
    let id = draft.id.unwrap_or_else(|| work.id());
    let notice = setting::text(work.reads(), "privacy.notice_version", today).await?;
    work.put(&to_row(draft, stored, id, at, today, &notice)).await?;
    work.about(id).await?;
    Ok((id, findings))
}

/// The day at the office when it is `at`.
pub async fn office_day(work: &mut Work, at: DateTime<Utc>) -> Result<NaiveDate> {
    let office = office::office(work.reads()).await?.ok_or(Error::from(StoreRefusal::NoOffice))?;
    Ok(office.zone.day(at))
}

/// The person, unless erased.
pub async fn present(work: &mut Work, id: Id<Person>) -> Result<Person> {
    let person = work.get(id).await?.ok_or(PersonRefusal::NotFound)?;
    if person.erased_at.is_some() {
        return Err(PersonRefusal::NotFound.into());
    }
    Ok(person)
}

/// Stops or allows again the processing of a person's data, on their request (UU 27/2022 Ps 11).
pub async fn restrict(work: &mut Work, id: Id<Person>, restricted: bool) -> Result<()> {
    let mut person = present(work, id).await?;
    person.restricted_at = restricted.then(|| work.at());
    work.put(&person).await?;
    work.about(id).await
}

/// Takes a person out of the lists, or back in.
pub async fn retire(work: &mut Work, id: Id<Person>, retired: bool) -> Result<()> {
    let mut person = present(work, id).await?;
    person.retired_at = retired.then(|| work.at());
    work.put(&person).await?;
    work.about(id).await
}
