//! A hire at a fair becomes a placement of the monthly statistics (*penempatan*), once: with the card where the person
//! has one that is open, else by itself, and only when the first working day has come.

use super::{
    company::Company,
    hire_store as store,
    job_application::{JobApplication, JobState},
    vacancy::Vacancy,
    visit::Visit,
};
use crate::{
    base::id::Id,
    office,
    people::{
        card::{
            PlacementScope, SeekerEvent,
            end::{self, Placement},
            event::{self, SeekerEventKind},
            list as cards,
        },
        register::office_day,
    },
    store::{Error, Result, Work},
};
use chrono::NaiveDate;

/// How far a placement reaches, by the regions of office and work place; not known: local. Pure.
pub fn scope(office: &str, site: Option<&str>) -> PlacementScope {
    match (office.get(..2), site.and_then(|site| site.get(..2))) {
        (Some(here), Some(there)) if here != there => PlacementScope::Interregional,
        _ => PlacementScope::Local,
    }
}

/// Counts a hire as a placement when its day has come and it was not counted yet.
pub(super) async fn count(work: &mut Work, row: &JobApplication) -> Result<bool> {
    let at = work.at();
    let today = office_day(work, at).await?;
    let Some(on) = row.starts_on.filter(|on| *on <= today) else { return Ok(false) };
    if row.state != JobState::Hired || row.event_id.is_some() {
        return Ok(false);
    }
    let Some(visit): Option<Visit> = work.get(row.visit_id).await? else { return Ok(false) };
    let Some(vacancy): Option<Vacancy> = work.get(row.vacancy_id).await? else { return Ok(false) };
    let employer = work.get(vacancy.company_id).await?.map(|company: Company| company.name).unwrap_or_default();
    let home = office::office(work.reads()).await?.map(|office| office.regency_code).unwrap_or_default();
    let scope = scope(&home, vacancy.regency_code.as_deref());
    let event = match known(work, &visit, on, &employer).await? {
        Some(event) => event,
        None => place(work, &visit, on, employer, scope).await?,
    };
    work.put(&JobApplication { event_id: Some(event), ..row.clone() }).await?;
    Ok(true)
}

/// The same placement noted elsewhere: the same day at the same employer.
async fn known(work: &mut Work, visit: &Visit, on: NaiveDate, employer: &str) -> Result<Option<Id<SeekerEvent>>> {
    let events = event::events(work.reads(), visit.person_id).await?;
    let same = |event: &&SeekerEvent| {
        event.kind == SeekerEventKind::Placed && event.happened_on == on && event.note.as_deref() == Some(employer)
    };
    Ok(events.iter().find(same).map(|event| event.id))
}

async fn place(
    work: &mut Work,
    visit: &Visit,
    on: NaiveDate,
    employer: String,
    scope: PlacementScope,
) -> Result<Id<SeekerEvent>> {
    for card in cards::cards_of(work.reads(), visit.person_id, on).await? {
        let placement = Placement { placed_on: on, employer: employer.clone(), scope: Some(scope), returned: false };
        match end::place(work, card.card.id, placement).await {
            Ok(()) => {
                if let Some(event) = known(work, visit, on, &employer).await? {
                    return Ok(event);
                }
            }
            // Ended, or issued later: the placement stands by itself.
            Err(Error::Refused(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    event::placed_without_card(work, visit.person_id, on, (Some(scope), Some(employer))).await
}

/// Counts every hire whose first working day has come. Answers how many.
pub async fn count_due(work: &mut Work) -> Result<usize> {
    let at = work.at();
    let today = office_day(work, at).await?;
    let mut counted = 0;
    for row in store::hires_to_count(work.reads(), today).await? {
        counted += usize::from(count(work, &row).await?);
    }
    Ok(counted)
}
