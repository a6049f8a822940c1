//! People: found, listed, registered, corrected, unmasked, restricted, erased.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    office::disclosure::Disclosure,
    people::{
        detail::{self, PersonDetail, UnmaskRequest},
        draft::{self, Finding, PersonDraft},
        duplicate::{self, Lookalike},
        erase,
        find::{self, SearchHit, SearchQuery},
        list::{self, PeoplePage, PeopleQuery},
        person::Person,
        register::{self, NikSuggestion},
    },
    store::history::Change,
};
use serde::{Deserialize, Serialize};
use tauri::State;
use ts_rs::TS;

/// A person that was stored.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SavedPerson {
    /// Who.
    pub id: Id<Person>,
    /// What stayed doubtful.
    pub findings: Vec<Finding>,
    /// The act, by which it is taken back.
    pub act: i64,
}

/// A switch on a person.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PersonSwitch {
    /// Who.
    pub id: Id<Person>,
    /// On or off.
    pub on: bool,
}

/// An act on a person that wants a reason.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PersonReason {
    /// Who.
    pub id: Id<Person>,
    /// Why.
    pub reason: String,
}

/// Finds people as one types.
#[tauri::command]
pub async fn person_search(desk: State<'_, Desk>, input: SearchQuery) -> Answer<Vec<SearchHit>> {
    Ok(find::search(&mut *desk.read().await?, &input).await?)
}

/// A page of the register.
#[tauri::command]
pub async fn person_list(desk: State<'_, Desk>, input: PeopleQuery) -> Answer<PeoplePage> {
    Ok(list::list(&mut *desk.read().await?, &input).await?)
}

/// One person, numbers masked.
#[tauri::command]
pub async fn person_get(desk: State<'_, Desk>, input: Id<Person>) -> Answer<PersonDetail> {
    Ok(detail::detail(&mut *desk.read().await?, input).await?)
}

/// What a NIK suggests.
#[tauri::command]
pub async fn person_suggest(desk: State<'_, Desk>, input: String) -> Answer<Option<NikSuggestion>> {
    Ok(register::suggest(&mut *desk.read().await?, &input, desk.today()).await?)
}

/// What is wrong or doubtful about a form.
#[tauri::command]
pub async fn person_check(desk: State<'_, Desk>, input: PersonDraft) -> Answer<Vec<Finding>> {
    let whole = detail::unmasked(&mut *desk.read().await?, input).await?;
    Ok(draft::check(&whole, desk.today()))
}

/// Who of the register may be the one being typed.
#[tauri::command]
pub async fn person_lookalikes(desk: State<'_, Desk>, input: PersonDraft) -> Answer<Vec<Lookalike>> {
    let mut reader = desk.read().await?;
    let whole = detail::unmasked(&mut reader, input).await?;
    Ok(duplicate::lookalikes(&mut reader, &whole).await?)
}

/// Stores a person, new or corrected.
#[tauri::command]
pub async fn person_save(desk: State<'_, Desk>, input: PersonDraft) -> Answer<SavedPerson> {
    let verb = if input.id.is_none() { "person_register" } else { "person_correct" };
    let mut work = desk.begin(verb).await?;
    let whole = detail::unmasked(work.reads(), input).await?;
    let (id, findings) = register::save(&mut work, &whole).await?;
    let act = desk.commit(work).await?.act;
    Ok(SavedPerson { id, findings, act })
}

/// Shows a masked number; noted.
#[tauri::command]
pub async fn person_unmask(desk: State<'_, Desk>, input: UnmaskRequest) -> Answer<String> {
    let officer = desk.session()?.officer;
    let mut work = desk.begin("person_unmask").await?;
    let value = detail::unmask(&mut work, input, officer).await?;
    desk.commit(work).await?;
    Ok(value)
}

/// A person's story, newest first.
#[tauri::command]
pub async fn person_story(desk: State<'_, Desk>, input: Id<Person>) -> Answer<Vec<Change>> {
    Ok(detail::story(&mut *desk.read().await?, input).await?)
}

/// Who looked at a person's numbers.
#[tauri::command]
pub async fn person_disclosures(desk: State<'_, Desk>, input: Id<Person>) -> Answer<Vec<Disclosure>> {
    Ok(detail::disclosures(&mut *desk.read().await?, input).await?)
}

/// Restricts the processing of a person's data, or allows it again.
#[tauri::command]
pub async fn person_restrict(desk: State<'_, Desk>, input: PersonSwitch) -> Answer<()> {
    let mut work = desk.begin("person_restrict").await?;
    register::restrict(&mut work, input.id, input.on).await?;
    desk.commit(work).await.map(|_| ())
}

/// Takes a person out of the lists, or back in.
#[tauri::command]
pub async fn person_retire(desk: State<'_, Desk>, input: PersonSwitch) -> Answer<()> {
    let mut work = desk.begin("person_retire").await?;
    register::retire(&mut work, input.id, input.on).await?;
    desk.commit(work).await.map(|_| ())
}

/// Destroys a person's data.
#[tauri::command]
pub async fn person_erase(desk: State<'_, Desk>, input: PersonReason) -> Answer<()> {
    let mut work = desk.begin("person_erase").await?;
    erase::erase(&mut work, input.id, &input.reason).await?;
    desk.commit(work).await.map(|_| ())
}
