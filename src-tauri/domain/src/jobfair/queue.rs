//! The queue before a booth (*antrean stan*): a number for whoever waits, called one by one.

use super::{
    gate_store, hire_store as store,
    participation::{Participation, ParticipationRefusal},
    ticket,
    visit::Visit,
    visitor::VisitRefusal,
};
use crate::{
    base::id::Id,
    office::desk_notes,
    people::register::office_day,
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// How far a number has come.
    pub enum QueueState {
        /// Waiting.
        Waiting = "MENUNGGU",
        /// Called.
        Called = "DIPANGGIL",
        /// Done.
        Done = "SELESAI",
        /// Was not there.
        Missed = "LEWAT",
    }
}

table! {
    /// A number before a booth.
    pub struct QueueTicket = 74 "queue_ticket" {
        /// Before which.
        1 A participation_id: Id<Participation>,
        /// Who waits.
        2 A visit_id: Id<Visit>,
        /// On which day.
        3 A day_on: NaiveDate,
        /// The number, of this station on this day.
        4 A number: i64,
        /// Which station gave it: numbers of two stations are told apart by it.
        5 A station: String,
        /// How far it has come.
        6 A state: QueueState,
        /// Called at.
        7 A called_at: Option<DateTime<Utc>>,
    }
}

/// Who takes a number where.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct QueueWish {
    /// Before which booth.
    pub participation: Id<Participation>,
    /// The ticket, scanned or typed.
    pub code: String,
}

/// A number in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QueueRow {
    /// The number.
    pub ticket: QueueTicket,
    /// As shown and called: `A-12`.
    pub shown: String,
    /// Who waits.
    pub full_name: String,
    /// Before which company.
    pub company: String,
    /// At which booth.
    pub booth: Option<String>,
}

/// The number as shown.
pub fn shown(ticket: &QueueTicket) -> String {
    format!("{}-{}", ticket.station, ticket.number)
}

/// Gives the next number; who waits already keeps theirs. Refuses `visit.unknown`, `participation.unknown`.
pub async fn take(work: &mut Work, wish: QueueWish) -> Result<Id<QueueTicket>> {
    let booth: Participation = work.get(wish.participation).await?.ok_or(ParticipationRefusal::Unknown)?;
    let code = ticket::read(&wish.code).map_err(|_| VisitRefusal::Unknown)?;
    let visit = gate_store::visit_by_ticket(work.reads(), &code).await?.ok_or(VisitRefusal::Unknown)?;
    let at = work.at();
    let day_on = office_day(work, at).await?;
    let all = store::queue(work.reads(), booth.id, day_on).await?;
    if let Some(own) = all.iter().find(|one| one.visit_id == visit && one.state == QueueState::Waiting) {
        return Ok(own.id);
    }
    let station = desk_notes::device(work.reads()).await?;
    let number = all.iter().filter(|one| one.station == station).map(|one| one.number).max().unwrap_or(0) + 1;
    let id = work.id();
    let (state, called_at) = (QueueState::Waiting, None);
    work.put_new(&QueueTicket {
        id,
        participation_id: booth.id,
        visit_id: visit,
        day_on,
        number,
        station,
        state,
        called_at,
    })
    .await?;
    work.about(visit).await?;
    Ok(id)
}

/// Calls whoever waits longest; whoever was called before is done. `None`: nobody waits.
pub async fn call(work: &mut Work, participation: Id<Participation>) -> Result<Option<Id<QueueTicket>>> {
    let at = work.at();
    let day_on = office_day(work, at).await?;
    let all = store::queue(work.reads(), participation, day_on).await?;
    for done in all.iter().filter(|one| one.state == QueueState::Called) {
        work.put(&QueueTicket { state: QueueState::Done, ..done.clone() }).await?;
    }
    // Ids rise with time, also across stations whose clocks agree.
    let Some(next) = all.iter().find(|one| one.state == QueueState::Waiting) else { return Ok(None) };
    work.put(&QueueTicket { state: QueueState::Called, called_at: Some(at), ..next.clone() }).await?;
    work.about(next.visit_id).await?;
    Ok(Some(next.id))
}

/// Sets how far a number has come: not there, done, or back to waiting. Refuses `visit.unknown`.
pub async fn mark(work: &mut Work, id: Id<QueueTicket>, state: QueueState) -> Result<()> {
    let ticket: QueueTicket = work.get(id).await?.ok_or(VisitRefusal::Unknown)?;
    work.put(&QueueTicket { state, ..ticket.clone() }).await?;
    work.about(ticket.visit_id).await
}

/// The numbers of a fair on a day: those called last first, then who waits, in order.
pub async fn list(
    connection: &mut SqliteConnection,
    fair: Id<super::fair::Fair>,
    day: NaiveDate,
) -> Result<Vec<QueueRow>> {
    store::queue_rows(connection, fair, day).await
}
