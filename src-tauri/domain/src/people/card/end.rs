//! How a card ends before its time: the person found work (*ditempatkan*), or the card no longer counts (*batal*).

use super::{
    Card, CardRefusal, CardStatus, PlacementScope, VoidReason,
    dates::shown,
    event::{self, SeekerEventKind},
    status, store,
};
use crate::{
    base::{id::Id, text::filled, word::Word},
    people::register::office_day,
    store::{Result, Work},
};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// The work that a person found.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Placement {
    /// First working day.
    pub placed_on: NaiveDate,
    /// *Diterima di*.
    pub employer: String,
    /// How far the placement reaches.
    pub scope: Option<PlacementScope>,
    /// The card was handed back with it.
    pub returned: bool,
}

/// A card that is not ended, and what it is on a day. Refuses a voided, placed or renewed one and days that cannot be.
pub(super) async fn open_card(work: &mut Work, id: Id<Card>, on: NaiveDate) -> Result<(Card, CardStatus)> {
    let card: Card = work.get(id).await?.ok_or(CardRefusal::NotFound)?;
    let at = work.at();
    if on > office_day(work, at).await? {
        return Err(CardRefusal::DayAhead.into());
    }
    if on < card.issued_on {
        return Err(CardRefusal::DayBeforeIssue { issued: shown(card.issued_on) }.into());
    }
    let reports = store::reports(work.reads(), id).await?;
    let renewed = store::is_renewed(work.reads(), id).await?;
    let number = || card.number.clone();
    match status::status(&card, &reports, renewed, on) {
        CardStatus::Void => Err(CardRefusal::Voided { number: number() }.into()),
        CardStatus::Placed => Err(CardRefusal::Placed { number: number() }.into()),
        CardStatus::Renewed => Err(CardRefusal::Renewed { number: number() }.into()),
        open @ (CardStatus::Active | CardStatus::ReportDue | CardStatus::Expired) => Ok((card, open)),
    }
}

/// The person found work: the search ends and the card is due back.
pub async fn place(work: &mut Work, card: Id<Card>, placement: Placement) -> Result<()> {
    let on = placement.placed_on;
    let (mut card, _) = open_card(work, card, on).await?;
    let at = work.at();
    card.placed_on = Some(on);
    card.employer = filled(&placement.employer);
    card.returned_on = if placement.returned { Some(office_day(work, at).await?) } else { None };
    work.put(&card).await?;
    let told = (placement.scope, card.employer.clone());
    event::note(work, &card, SeekerEventKind::Placed, on, told).await?;
    work.about(card.person_id).await
}

/// The card came back after the person was placed or the card was voided.
pub async fn take_back(work: &mut Work, card: Id<Card>, on: NaiveDate) -> Result<()> {
    let mut card: Card = work.get(card).await?.ok_or(CardRefusal::NotFound)?;
    let at = work.at();
    if on > office_day(work, at).await? {
        return Err(CardRefusal::DayAhead.into());
    }
    if on < card.issued_on {
        return Err(CardRefusal::DayBeforeIssue { issued: shown(card.issued_on) }.into());
    }
    card.returned_on = Some(on);
    work.put(&card).await?;
    work.about(card.person_id).await
}

/// The card no longer counts; its number is never given again. Reason `LAINNYA` wants a note.
pub async fn void(work: &mut Work, card: Id<Card>, reason: VoidReason, note: &str, on: NaiveDate) -> Result<()> {
    let note = filled(note);
    if reason == VoidReason::Other && note.is_none() {
        return Err(CardRefusal::ReasonMissing.into());
    }
    let (mut card, _) = open_card(work, card, on).await?;
    card.voided_on = Some(on);
    card.void_reason = Some(reason);
    card.void_note = note.clone();
    work.put(&card).await?;
    let told = [Some(reason.code().to_owned()), note].into_iter().flatten().collect::<Vec<_>>().join(": ");
    event::note(work, &card, SeekerEventKind::Removed, on, (None, Some(told))).await?;
    work.about(card.person_id).await
}
