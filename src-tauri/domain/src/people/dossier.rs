//! All that is held on one person (UU 27/2022 Ps 7): for the person, on paper and as data.

use super::{
    attachment, detail,
    person::Person,
    register::{PersonRefusal, present},
    store,
};
use crate::{
    base::{id::Id, text::filled},
    office::{Office, Officer, disclosure},
    store::{
        Meta, Result, Table, Work,
        about::{RowAbout, rows_about},
        history::Change,
    },
};
use serde::Serialize;

/// Everything, ready for the paper and for JSON.
#[derive(Clone, Debug, Serialize)]
pub struct Dossier {
    /// The office that holds it.
    pub office: Option<Office>,
    /// The person's name, for titles.
    pub full_name: String,
    /// The person's row and every row that points to it.
    pub rows: Vec<RowAbout>,
    /// What was changed, by whom, newest first.
    pub changes: Vec<Change>,
    /// The photo, JPEG.
    #[serde(skip)]
    pub photo: Option<Vec<u8>>,
}

/// Gathers everything and notes the hand-out. Refuses `people.reason_missing`, `people.not_found`.
pub async fn gather(
    work: &mut Work,
    tables: &[&'static Meta],
    id: Id<Person>,
    officer: Option<Id<Officer>>,
    reason: &str,
) -> Result<Dossier> {
    let reason = filled(reason).ok_or(PersonRefusal::ReasonMissing)?;
    let id = store::canonical(work.reads(), id).await?.ok_or(PersonRefusal::NotFound)?;
    let person = present(work, id).await?;
    if let Some(officer) = officer {
        disclosure::note(work, id.uuid(), officer, "export", &reason).await?;
    }
    work.about(id).await?;
    let people: Vec<_> = store::with_aliases(work.reads(), id).await?.into_iter().map(Id::uuid).collect();
    let photo = match &person.photo_hash {
        Some(hash) => attachment::read(work.reads(), hash).await?.map(|found| found.bytes),
        None => None,
    };
    Ok(Dossier {
        office: crate::office::office(work.reads()).await?,
        full_name: person.full_name,
        rows: rows_about(work.reads(), tables, Person::META, &people).await?,
        changes: detail::story(work.reads(), id).await?,
        photo,
    })
}
