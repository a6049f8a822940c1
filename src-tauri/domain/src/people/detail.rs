//! One person on the page: the form's fields with numbers masked, and what belongs to the person.

use super::{
    draft::PersonDraft,
    list::place,
    merge::PersonMerge,
    person::Person,
    region_index::RegionIndex,
    register::{KnownPerson, PersonRefusal},
    store,
};
use crate::{
    base::{id::Id, kk::Kk, nik::Nik},
    office::{Officer, disclosure::Disclosure},
    store::{
        Result, SqliteConnection, Work,
        history::{Change, history},
        open::get,
    },
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The sign by which a form says that a number was left as it is.
pub const MASK: char = '•';

/// A person for the page.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonDetail {
    /// The form's fields; NIK and KK masked.
    pub draft: PersonDraft,
    /// Village, district, regency, province in words.
    pub region: Option<String>,
    /// District and regency in words.
    pub place: Option<String>,
    /// The photo's hash.
    pub photo_hash: Option<String>,
    /// Processing is restricted since.
    pub restricted_at: Option<DateTime<Utc>>,
    /// Taken out of the lists since.
    pub retired_at: Option<DateTime<Utc>>,
    /// The row it was merged into.
    pub merged_into: Option<Id<Person>>,
    /// Merges that can be taken back.
    pub merges: Vec<MergeLine>,
}

/// One merge into a person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MergeLine {
    /// Its id.
    pub id: Id<PersonMerge>,
    /// The row that became a redirect.
    pub alias_id: Id<Person>,
    /// Its name.
    pub alias_name: String,
    /// When.
    pub merged_at: DateTime<Utc>,
}

/// A field whose masked value is asked for.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct UnmaskRequest {
    /// Whose.
    pub id: Id<Person>,
    /// `nik` or `kk_number`.
    pub field: String,
    /// Why.
    pub reason: String,
}

/// The person for the page; a redirect is followed. Refuses `people.not_found`.
pub async fn detail(connection: &mut SqliteConnection, id: Id<Person>) -> Result<PersonDetail> {
    let id = store::canonical(connection, id).await?.ok_or(PersonRefusal::NotFound)?;
    let person = get(connection, id).await?.filter(|person| person.erased_at.is_none());
    let person = person.ok_or(PersonRefusal::NotFound)?;
    let code = person.village_code.as_deref().or(person.district_code.as_deref());
    let region = code.and_then(|code| RegionIndex::shared().path(code)).map(|path| {
        let parts = [path.village, path.district, path.regency, Some(path.province)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let mut draft = PersonDraft::from(&person);
    draft.nik = Nik::restore(&draft.nik).map(|nik| nik.masked()).unwrap_or_default();
    draft.kk_number = Kk::restore(&draft.kk_number).map(|kk| kk.masked()).unwrap_or_default();
    Ok(PersonDetail {
        draft,
        place: code.and_then(place),
        region,
        photo_hash: person.photo_hash,
        restricted_at: person.restricted_at,
        retired_at: person.retired_at,
        merged_into: person.merged_into,
        merges: store::merges_into(connection, id).await?,
    })
}

/// Puts the stored numbers in the place of those that a form left masked.
pub async fn unmasked(connection: &mut SqliteConnection, mut draft: PersonDraft) -> Result<PersonDraft> {
    let stored: Option<Person> = match draft.id {
        Some(id) => get(connection, id).await?,
        None => None,
    };
    if draft.nik.contains(MASK) {
        draft.nik = stored.as_ref().and_then(|person| person.nik.clone()).unwrap_or_default();
    }
    if draft.kk_number.contains(MASK) {
        draft.kk_number = stored.and_then(|person| person.kk_number).unwrap_or_default();
    }
    Ok(draft)
}

/// Shows a masked number and notes who looked and why. Refuses `people.not_found`, `people.reason_missing`.
pub async fn unmask(work: &mut Work, request: UnmaskRequest, officer: Id<Officer>) -> Result<String> {
    let reason = crate::base::text::filled(&request.reason).ok_or(PersonRefusal::ReasonMissing)?;
    let person = super::register::present(work, request.id).await?;
    let value = if request.field == "kk_number" { person.kk_number } else { person.nik };
    crate::office::disclosure::note(work, request.id.uuid(), officer, &request.field, &reason).await?;
    work.about(request.id).await?;
    Ok(value.unwrap_or_default())
}

/// The story of a person and of what was merged into it, newest first; numbers masked.
pub async fn story(connection: &mut SqliteConnection, id: Id<Person>) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    for row in store::with_aliases(connection, id).await? {
        changes.extend(history(connection, row).await?);
    }
    for field in changes.iter_mut().flat_map(|change| &mut change.fields) {
        if field.field == "nik" || field.field == "kk_number" {
            let mask =
                |text: &mut Option<String>| *text = text.as_deref().and_then(Nik::restore).map(|nik| nik.masked());
            mask(&mut field.before);
            mask(&mut field.after);
        }
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.at));
    Ok(changes)
}

/// Who looked at what of a person, newest first.
pub async fn disclosures(connection: &mut SqliteConnection, id: Id<Person>) -> Result<Vec<Disclosure>> {
    store::disclosures(connection, id).await
}

/// Both rows of a pair, field by field, for a choice side by side; masked.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Pair {
    /// One.
    pub a: PersonDetail,
    /// The other.
    pub b: PersonDetail,
    /// Their names, for titles.
    pub names: [KnownPerson; 2],
}

/// A pair for the merge screen.
pub async fn pair(connection: &mut SqliteConnection, a: Id<Person>, b: Id<Person>) -> Result<Pair> {
    let (a, b) = (detail(connection, a).await?, detail(connection, b).await?);
    let known = |detail: &PersonDetail| {
        let (id, full_name) = (detail.draft.id, detail.draft.full_name.clone());
        id.map(|id| KnownPerson { id, full_name }).ok_or(PersonRefusal::NotFound)
    };
    let names = [known(&a)?, known(&b)?];
    Ok(Pair { a, b, names })
}
