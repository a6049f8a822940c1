//! Issuing a card (*penerbitan*) by the rules in force on its day.

use super::{
    Card, CardRefusal, CardReport, PlacementScope, SeekerStatus,
    dates::{after_months, report_days, shown},
    event::{self, SeekerEventKind},
    needs::needs,
    store,
};
use crate::{
    base::{id::Id, text::filled},
    office::{number, setting},
    people::{
        person::Person,
        register::{PersonRefusal, office_day, present},
    },
    store::{Result, SqliteConnection, Work},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the counter asks for a card.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CardDraft {
    /// What the person does now.
    pub seeker_status: Option<SeekerStatus>,
    /// The job that is wished for.
    pub desired_job: String,
    /// The wage that is wished for, rupiah a month.
    pub desired_wage: Option<i64>,
    /// How far the person is willing to go.
    pub placement_scope: Option<PlacementScope>,
    /// The day of issue; today or, for a card taken over from paper, earlier.
    pub issued_on: NaiveDate,
}

/// Whether a card can be issued to a person, for the counter to show before anything is typed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Readiness {
    /// What is missing or in the way, each with its words; empty: it can be issued.
    pub needs: Vec<crate::base::refusal::Refusal>,
    /// The card that is still valid, or the last one that ran out: it can be renewed instead.
    pub renewable: Option<Id<Card>>,
}

/// What a number and a day make of a draft.
pub(super) struct Issue {
    pub number: String,
    pub renewal: i64,
    pub renewed_from: Option<Id<Card>>,
}

/// Whether a card can be issued to this person today.
pub async fn readiness(connection: &mut SqliteConnection, person: &Person, today: NaiveDate) -> Result<Readiness> {
    let age_min = setting::number(connection, "ak1.age_min", today).await?;
    let mut found: Vec<_> = needs(person, today, age_min).into_iter().map(Into::into).collect();
    if person.restricted_at.is_some() {
        found.push(PersonRefusal::Restricted.into());
    }
    let cards = store::cards(connection, person.id).await?;
    let counting = |card: &&Card| card.voided_on.is_none() && card.placed_on.is_none();
    if let Some(card) = cards.iter().filter(counting).find(|card| card.valid_until >= today) {
        found.push(still_valid(card).into());
    }
    Ok(Readiness { needs: found, renewable: cards.iter().find(counting).map(|card| card.id) })
}

/// Issues a card. Refuses what is missing of the person, a card that is still valid, a day ahead, and what
/// [`number::next`] refuses.
pub async fn issue(work: &mut Work, person: Id<Person>, draft: CardDraft) -> Result<Id<Card>> {
    let person = fit_person(work, person, draft.issued_on).await?;
    let valid_until = end_of(work, draft.issued_on).await?;
    for card in store::cards(work.reads(), person.id).await? {
        let counts = card.voided_on.is_none() && card.placed_on.is_none();
        if counts && card.valid_until >= draft.issued_on && card.issued_on <= valid_until {
            return Err(still_valid(&card).into());
        }
    }
    let number = fresh_number(work, draft.issued_on).await?;
    let how = Issue { number, renewal: 0, renewed_from: None };
    make(work, &person, draft, how, SeekerEventKind::Registered).await
}

fn still_valid(card: &Card) -> CardRefusal {
    CardRefusal::StillValid { number: card.number.clone(), until: shown(card.valid_until) }
}

/// The person, when a card may be issued to them on a day.
pub(super) async fn fit_person(work: &mut Work, id: Id<Person>, on: NaiveDate) -> Result<Person> {
    let at = work.at();
    if on > office_day(work, at).await? {
        return Err(CardRefusal::DayAhead.into());
    }
    let person = present(work, id).await?;
    if person.merged_into.is_some() {
        return Err(CardRefusal::Merged.into());
    }
    if person.restricted_at.is_some() {
        return Err(PersonRefusal::Restricted.into());
    }
    let age_min = setting::number(work.reads(), "ak1.age_min", on).await?;
    match needs(&person, on, age_min).into_iter().next() {
        Some(need) => Err(need.into()),
        None => Ok(person),
    }
}

async fn end_of(work: &mut Work, issued_on: NaiveDate) -> Result<NaiveDate> {
    let months = setting::number(work.reads(), "ak1.validity_months", issued_on).await?;
    Ok(after_months(issued_on, months))
}

/// A number that no card of this file bears, also when the template or its scope was changed.
pub(super) async fn fresh_number(work: &mut Work, on: NaiveDate) -> Result<String> {
    loop {
        let number = number::next(work, "ak1", on).await?;
        if store::by_number(work.reads(), &number).await?.is_empty() {
            return Ok(number);
        }
    }
}

/// Stores a card with the reports it asks for, and the event.
pub(super) async fn make(
    work: &mut Work,
    person: &Person,
    draft: CardDraft,
    how: Issue,
    event: SeekerEventKind,
) -> Result<Id<Card>> {
    if draft.desired_wage.is_some_and(|wage| wage < 0) {
        return Err(CardRefusal::WageForm.into());
    }
    let on = draft.issued_on;
    let card = Card {
        id: work.id(),
        person_id: person.id,
        number: how.number,
        renewal: how.renewal,
        issued_on: on,
        valid_until: end_of(work, on).await?,
        report_months: setting::number(work.reads(), "ak1.report_months", on).await?,
        report_count: setting::number(work.reads(), "ak1.report_count", on).await?,
        seeker_status: draft.seeker_status,
        desired_job: filled(&draft.desired_job),
        desired_wage: draft.desired_wage,
        placement_scope: draft.placement_scope,
        officer_id: work.actor(),
        renewed_from: how.renewed_from,
        placed_on: None,
        employer: None,
        returned_on: None,
        voided_on: None,
        void_reason: None,
        void_note: None,
    };
    work.put_new(&card).await?;
    let days = report_days(on, card.valid_until, card.report_months, card.report_count);
    for (slot, due_on) in (1..).zip(days) {
        let (id, card_id) = (work.id(), card.id);
        work.put_new(&CardReport { id, card_id, slot, due_on, reported_on: None, officer_id: None }).await?;
    }
    event::note(work, &card, event, on, (None, None)).await?;
    work.about(person.id).await?;
    Ok(card.id)
}
