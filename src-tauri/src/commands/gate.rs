//! Visitors, their tickets, and the gate. A steward shows tickets; who has the fair's right may also look for a name,
//! block a ticket and let somebody in all the same.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    jobfair::{
        advice::{self, BoothAdvice},
        consent::{self, ConsentDraft, ConsentField},
        fair::Fair,
        gate_desk::{self, GateState, Scan, ScanAnswer},
        visit::Visit,
        visitor::{self, Given, TicketBlock, TicketDraft, VisitPage, VisitQuery},
    },
    office::role::Right,
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// How far a station's clock is ahead.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ClockMark {
    /// Of which fair.
    pub fair_id: Id<Fair>,
    /// Which station.
    pub station: String,
    /// Seconds ahead; below nothing: behind.
    pub ahead_seconds: i64,
}

/// Gives a ticket to whoever asks.
#[tauri::command]
pub async fn ticket_give(desk: State<'_, Desk>, input: TicketDraft) -> Answer<Given> {
    let mut work = desk.begin("ticket_give").await?;
    let given = visitor::give(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(given)
}

/// A page of visitors.
#[tauri::command]
pub async fn visit_list(desk: State<'_, Desk>, input: VisitQuery) -> Answer<VisitPage> {
    Ok(visitor::list(&mut *desk.read().await?, &input).await?)
}

/// Blocks a ticket, or allows it again.
#[tauri::command]
pub async fn ticket_block(desk: State<'_, Desk>, input: TicketBlock) -> Answer<()> {
    let mut work = desk.begin("ticket_block").await?;
    visitor::block(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// Shows a ticket to this station. By name, or against what the station says, only with the fair's right.
#[tauri::command]
pub async fn gate_scan(desk: State<'_, Desk>, input: Scan) -> Answer<ScanAnswer> {
    if input.visit.is_some() || !input.override_reason.trim().is_empty() {
        desk.session()?.require(Right::Fair)?;
    }
    let mut work = desk.begin("gate_scan").await?;
    let answer = gate_desk::scan(&mut work, input).await?;
    if answer.verdict.passes() {
        desk.commit(work).await?;
    }
    Ok(answer)
}

/// All logs that are here, put together.
#[tauri::command]
pub async fn gate_state(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<GateState> {
    Ok(gate_desk::state(&mut *desk.read().await?, input).await?)
}

/// Notes how far a station's clock is ahead.
#[tauri::command]
pub async fn gate_clock(desk: State<'_, Desk>, input: ClockMark) -> Answer<()> {
    let mut work = desk.begin("gate_clock").await?;
    gate_desk::set_clock(&mut work, input.fair_id, &input.station, input.ahead_seconds).await?;
    desk.commit(work).await.map(|_| ())
}

/// The three best booths for a visitor.
#[tauri::command]
pub async fn visit_advice(desk: State<'_, Desk>, input: Id<Visit>) -> Answer<Vec<BoothAdvice>> {
    Ok(advice::booths(&mut *desk.read().await?, input).await?)
}

/// What a visitor lets companies see.
#[tauri::command]
pub async fn consent_get(desk: State<'_, Desk>, input: Id<Visit>) -> Answer<Vec<ConsentField>> {
    Ok(consent::of(&mut *desk.read().await?, input).await?)
}

/// Keeps what a visitor lets companies see.
#[tauri::command]
pub async fn consent_save(desk: State<'_, Desk>, input: ConsentDraft) -> Answer<()> {
    let mut work = desk.begin("consent_save").await?;
    consent::give(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}
