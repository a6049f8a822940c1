//! Renewing a card (*perpanjangan*): near its end or after it, under the same number or a new one as the office rules.

use super::{
    Card, CardRefusal, CardStatus,
    dates::shown,
    end::open_card,
    event::SeekerEventKind,
    issue::{CardDraft, Issue, fit_person, fresh_number, make},
    status::renewable_from,
    store,
};
use crate::{
    base::id::Id,
    office::setting,
    people::store as people,
    store::{Result, Work},
};

/// Renews a card; the new one runs from its own day. Refuses `card.renew_early` before the office's window, what is
/// said of ended cards, and what [`super::issue::issue`] refuses.
pub async fn renew(work: &mut Work, card: Id<Card>, draft: CardDraft) -> Result<Id<Card>> {
    let on = draft.issued_on;
    let (card, status) = open_card(work, card, on).await?;
    let days = setting::number(work.reads(), "ak1.renewal_days", on).await?;
    let from = renewable_from(&card, days);
    if status != CardStatus::Expired && on < from {
        return Err(CardRefusal::RenewEarly { from: shown(from) }.into());
    }
    let person = people::canonical(work.reads(), card.person_id).await?.unwrap_or(card.person_id);
    let person = fit_person(work, person, on).await?;
    for other in store::cards(work.reads(), person.id).await? {
        let counts = other.voided_on.is_none() && other.placed_on.is_none();
        if other.id != card.id && counts && other.valid_until >= on {
            let (number, until) = (other.number, shown(other.valid_until));
            return Err(CardRefusal::StillValid { number, until }.into());
        }
    }
    let rule = setting::text(work.reads(), "ak1.renewal", on).await?;
    let (number, renewal) =
        if rule == "new_number" { (fresh_number(work, on).await?, 0) } else { (card.number.clone(), card.renewal + 1) };
    let how = Issue { number, renewal, renewed_from: Some(card.id) };
    make(work, &person, draft, how, SeekerEventKind::Renewed).await
}
