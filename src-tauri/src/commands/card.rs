//! The job-seeker card (*kartu AK/I*) at the counter.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    people::{
        card::{
            Card, CardReport, SeekerEvent, VoidReason,
            end::{self, Placement},
            event,
            issue::{self, CardDraft, Readiness},
            list::{self, CardView, DueReport, FoundCard},
            renew, report,
        },
        person::Person,
        register::PersonRefusal,
    },
    store::{Error, open::get},
};
use chrono::NaiveDate;
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// A card to issue.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CardIssue {
    /// To whom.
    pub person_id: Id<Person>,
    /// What the counter asked.
    pub draft: CardDraft,
}

/// A card to renew.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CardRenewal {
    /// Which.
    pub id: Id<Card>,
    /// What the counter asked.
    pub draft: CardDraft,
}

/// A report made.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ReportNote {
    /// On which card.
    pub id: Id<Card>,
    /// Which report; `None`: the one that is due.
    pub slot: Option<i64>,
    /// The day.
    pub on: NaiveDate,
}

/// The person of a card found work.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CardPlacement {
    /// Which card.
    pub id: Id<Card>,
    /// The work.
    pub placement: Placement,
}

/// A card came back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct CardReturn {
    /// Which card.
    pub id: Id<Card>,
    /// The day.
    pub on: NaiveDate,
}

/// A card that no longer counts.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CardVoid {
    /// Which card.
    pub id: Id<Card>,
    /// Why.
    pub reason: VoidReason,
    /// Why, in words.
    pub note: String,
    /// The day.
    pub on: NaiveDate,
}

/// Which reports to list.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct DueQuery {
    /// Due within so many days.
    pub days: i64,
    /// At most so many.
    pub limit: i64,
}

/// A person's cards.
#[tauri::command]
pub async fn card_list(desk: State<'_, Desk>, input: Id<Person>) -> Answer<Vec<CardView>> {
    Ok(list::cards_of(&mut *desk.read().await?, input, desk.today()).await?)
}

/// The cards with a number.
#[tauri::command]
pub async fn card_find(desk: State<'_, Desk>, input: String) -> Answer<Vec<FoundCard>> {
    Ok(list::find_card(&mut *desk.read().await?, &input, desk.today()).await?)
}

/// Reports that fall due.
#[tauri::command]
pub async fn card_due(desk: State<'_, Desk>, input: DueQuery) -> Answer<Vec<DueReport>> {
    Ok(list::due_reports(&mut *desk.read().await?, desk.today(), input.days, input.limit).await?)
}

/// What a person told or did about their search for work.
#[tauri::command]
pub async fn card_events(desk: State<'_, Desk>, input: Id<Person>) -> Answer<Vec<SeekerEvent>> {
    Ok(event::events(&mut *desk.read().await?, input).await?)
}

/// Whether a card can be issued to a person.
#[tauri::command]
pub async fn card_readiness(desk: State<'_, Desk>, input: Id<Person>) -> Answer<Readiness> {
    let mut connection = desk.read().await?;
    let person = get(&mut connection, input).await?.ok_or(Error::from(PersonRefusal::NotFound))?;
    Ok(issue::readiness(&mut connection, &person, desk.today()).await?)
}

/// Issues a card.
#[tauri::command]
pub async fn card_issue(desk: State<'_, Desk>, input: CardIssue) -> Answer<Id<Card>> {
    let mut work = desk.begin("card_issue").await?;
    let id = issue::issue(&mut work, input.person_id, input.draft).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Renews a card.
#[tauri::command]
pub async fn card_renew(desk: State<'_, Desk>, input: CardRenewal) -> Answer<Id<Card>> {
    let mut work = desk.begin("card_renew").await?;
    let id = renew::renew(&mut work, input.id, input.draft).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Notes a report.
#[tauri::command]
pub async fn card_report(desk: State<'_, Desk>, input: ReportNote) -> Answer<CardReport> {
    let mut work = desk.begin("card_report").await?;
    let made = report::report(&mut work, input.id, input.slot, input.on).await?;
    desk.commit(work).await?;
    Ok(made)
}

/// The person found work.
#[tauri::command]
pub async fn card_place(desk: State<'_, Desk>, input: CardPlacement) -> Answer<()> {
    let mut work = desk.begin("card_place").await?;
    end::place(&mut work, input.id, input.placement).await?;
    desk.commit(work).await.map(|_| ())
}

/// The card came back.
#[tauri::command]
pub async fn card_take_back(desk: State<'_, Desk>, input: CardReturn) -> Answer<()> {
    let mut work = desk.begin("card_take_back").await?;
    end::take_back(&mut work, input.id, input.on).await?;
    desk.commit(work).await.map(|_| ())
}

/// The card no longer counts.
#[tauri::command]
pub async fn card_void(desk: State<'_, Desk>, input: CardVoid) -> Answer<()> {
    let mut work = desk.begin("card_void").await?;
    end::void(&mut work, input.id, input.reason, &input.note, input.on).await?;
    desk.commit(work).await.map(|_| ())
}
