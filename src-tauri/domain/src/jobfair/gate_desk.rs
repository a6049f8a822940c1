//! A station at work: a ticket is shown, a verdict comes back, a passage is noted. One station knows what it has seen
//! and what was brought to it; put together, the logs come to one result ([`super::gate`]).

use super::{
    fair::{Fair, FairRefusal},
    fair_store,
    gate::{self, Direction, GateClock, GateCount, GateEvent, Shown, Verdict},
    gate_store as store, ticket,
    visit::Visit,
    visitor::VisitRefusal,
};
use crate::{
    base::{id::Id, text::filled},
    office::{self, desk_notes},
    people::person::Person,
    store::{Error, Result, SqliteConnection, Work, open::StoreRefusal},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A ticket shown to a station.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Scan {
    /// At which fair.
    pub fair_id: Id<Fair>,
    /// What the scanner typed, or a person.
    pub code: String,
    /// Or who it is, found by name.
    pub visit: Option<Id<Visit>>,
    /// Which way.
    pub direction: Direction,
    /// Why a supervisor lets the person in all the same.
    pub override_reason: String,
}

/// What the station says.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ScanAnswer {
    /// In big letters.
    pub verdict: Verdict,
    /// Who, when the ticket is known.
    pub visit: Option<Id<Visit>>,
    /// The name.
    pub name: Option<String>,
    /// What the person needs.
    pub accommodation: Option<String>,
    /// Inside since; of a repeat.
    pub since: Option<DateTime<Utc>>,
    /// The ticket's session, or why it is blocked.
    pub detail: Option<String>,
    /// A supervisor may let the person in all the same.
    pub may_overrule: bool,
    /// People inside now, as far as this station knows.
    pub inside: i64,
}

/// What a station shows above its field.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct GateState {
    /// This station.
    pub station: String,
    /// All logs that are here, put together.
    pub count: GateCount,
    /// Stations with the entries they noted and the seconds by which their clock is ahead.
    pub stations: Vec<(String, i64, i64)>,
    /// Most people inside.
    pub capacity: Option<i64>,
    /// Stations together let in more than the hall holds.
    pub over_capacity: bool,
}

fn nobody(verdict: Verdict, inside: i64) -> ScanAnswer {
    let (visit, name, accommodation, since, detail) = (None, None, None, None, None);
    ScanAnswer { verdict, visit, name, accommodation, since, detail, may_overrule: false, inside }
}

/// Shows a ticket. Only a passage is written; every other verdict leaves nothing behind.
pub async fn scan(work: &mut Work, order: Scan) -> Result<ScanAnswer> {
    let fair: Fair = work.get(order.fair_id).await?.ok_or(FairRefusal::Unknown)?;
    let at = work.at();
    let zone = office::office(work.reads()).await?.ok_or(Error::from(StoreRefusal::NoOffice))?.zone;
    let local = zone.local(at).naive_local();
    let day_begins = zone.utc(local.date().and_hms_opt(0, 0, 0).unwrap_or(local));
    let inside_now = store::inside(work.reads(), fair.id, day_begins).await?;
    let visit = match found(work, &order).await? {
        Ok(visit) => visit,
        Err(verdict) => return Ok(nobody(verdict, inside_now)),
    };
    let clocks = store::clocks(work.reads(), fair.id).await?;
    let mut passages = store::passages_of(work.reads(), visit.id, &clocks).await?;
    passages.retain(|passage| passage.at >= day_begins);
    let seen = gate::whereabouts(&mut passages);
    let session = match visit.session_id {
        Some(id) => fair_store::sessions(work.reads(), fair.id).await?.into_iter().find(|one| one.id == id),
        None => None,
    };
    let in_session = |session: &super::fair::FairSession| {
        session.day_on == local.date() && (session.from_time..session.to_time).contains(&local.time())
    };
    let shown = Shown {
        right_day: (fair.starts_on..=fair.ends_on).contains(&local.date()),
        blocked: visit.blocked_at.is_some(),
        right_session: session.as_ref().is_none_or(in_session),
        inside: seen.inside,
        people: inside_now,
        entries: match fair.per_half_hour {
            Some(_) => store::entries_since(work.reads(), fair.id, gate::half_hour(at)).await?,
            None => 0,
        },
        capacity: fair.capacity,
        per_half_hour: fair.per_half_hour,
    };
    let reason = filled(&order.override_reason);
    let verdict = gate::verdict(&shown, order.direction, reason.is_some());
    if verdict.passes() {
        note(work, &visit, order.direction, reason).await?;
    }
    let person: Option<Person> = work.get(visit.person_id).await?;
    let step = i64::from(verdict == Verdict::Welcome) - i64::from(verdict == Verdict::Goodbye);
    Ok(ScanAnswer {
        verdict,
        visit: Some(visit.id),
        name: person.as_ref().map(|person| person.full_name.clone()),
        accommodation: person.and_then(|person| person.accommodation),
        since: seen.last_in.filter(|_| verdict == Verdict::AlreadyInside),
        detail: match verdict {
            Verdict::Blocked => visit.blocked_reason,
            Verdict::WrongSession => session.map(|one| {
                let (from, to) = (one.from_time.format("%H.%M"), one.to_time.format("%H.%M"));
                format!("{} {from}–{to}", one.day_on.format("%d-%m-%Y"))
            }),
            _ => None,
        },
        may_overrule: verdict.can_be_overruled(),
        inside: inside_now + step,
    })
}

/// The visit that a scan is of, or what the station says instead.
async fn found(work: &mut Work, order: &Scan) -> Result<std::result::Result<Visit, Verdict>> {
    let visit = match order.visit {
        Some(id) => work.get(id).await?,
        None => match ticket::read(&order.code) {
            Err(_) => return Ok(Err(Verdict::Unreadable)),
            Ok(code) => match store::visit_by_ticket(work.reads(), &code).await? {
                Some(id) => work.get(id).await?,
                None => None,
            },
        },
    };
    Ok(visit.filter(|visit: &Visit| visit.fair_id == order.fair_id).ok_or(Verdict::Unknown))
}

async fn note(work: &mut Work, visit: &Visit, direction: Direction, override_reason: Option<String>) -> Result<()> {
    let event = GateEvent {
        id: work.id(),
        fair_id: visit.fair_id,
        visit_id: visit.id,
        station: desk_notes::device(work.reads()).await?,
        direction,
        at: work.at(),
        step: if direction == Direction::In { 1 } else { -1 },
        override_reason,
        officer_id: work.actor(),
    };
    work.put_new(&event).await?;
    work.about(visit.id).await
}

/// Notes how far a station's clock is ahead, so that its log is put in its place. Refuses `fair.unknown`.
pub async fn set_clock(work: &mut Work, fair_id: Id<Fair>, station: &str, ahead_seconds: i64) -> Result<()> {
    work.get(fair_id).await?.ok_or(FairRefusal::Unknown)?;
    let known = store::clock_rows(work.reads(), fair_id).await?.into_iter().find(|clock| clock.station == station);
    let id = known.map_or_else(|| work.id(), |clock| clock.id);
    work.put(&GateClock { id, fair_id, station: station.to_owned(), ahead_seconds }).await?;
    work.about(fair_id).await
}

/// A log of another station, as brought on a stick: rows that are here already stay as they are. Answers how many are
/// new. Refuses `visit.unknown` for a ticket of another fair.
pub async fn take_log(work: &mut Work, fair_id: Id<Fair>, events: Vec<GateEvent>) -> Result<usize> {
    let known: std::collections::HashSet<Id<GateEvent>> =
        store::known(work.reads(), &events).await?.into_iter().collect();
    let mut seen = std::collections::HashSet::new();
    let new: Vec<GateEvent> =
        events.into_iter().filter(|event| !known.contains(&event.id) && seen.insert(event.id)).collect();
    if new.iter().any(|event| event.fair_id != fair_id) {
        return Err(VisitRefusal::Unknown.into());
    }
    work.put_new_many(&new).await?;
    Ok(new.len())
}

/// The log of one station, or of all.
pub async fn log(
    connection: &mut SqliteConnection,
    fair_id: Id<Fair>,
    station: Option<&str>,
) -> Result<Vec<GateEvent>> {
    store::events(connection, fair_id, station).await
}

/// All logs that are here, put together.
pub async fn state(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<GateState> {
    let row: Fair = crate::store::open::get(&mut *connection, fair).await?.ok_or(FairRefusal::Unknown)?;
    let clocks = store::clocks(&mut *connection, fair).await?;
    let events = store::passages(&mut *connection, fair, &clocks).await?;
    let count = gate::count(events.into_iter());
    let stations = store::stations(&mut *connection, fair).await?;
    let ahead = |station: &String| clocks.get(station).copied().unwrap_or(0);
    Ok(GateState {
        station: desk_notes::device(connection).await?,
        over_capacity: row.capacity.is_some_and(|most| count.peak > most),
        capacity: row.capacity,
        stations: stations.into_iter().map(|(name, entries)| (name.clone(), entries, ahead(&name))).collect(),
        count,
    })
}

#[cfg(test)]
#[path = "gate_desk_tests.rs"]
mod tests;
