//! Fairs: their days, the companies that take part, and the floor plan.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    jobfair::{
        duty::{self, DutyRow, FairDuty},
        fair::{self, Fair, FairDetail, FairDraft, FairRow},
        floor::{self, BoothLine, Hall, HallDraft, HallView},
        floor_plan::{self, ArrangeBooths, BoothProposal},
        participation::{self, BoothSheet, Invitation, OfferSheet, Participation, ParticipationMove, ParticipationRow},
        vacancy::Vacancy,
    },
};
use chrono::NaiveDate;
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Takes a fair out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct FairMark {
    /// Which.
    pub id: Id<Fair>,
    /// Out, or back.
    pub gone: bool,
}

/// A hall to fill with booths of one size.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct BoothRows {
    /// Metres from left to right.
    pub width: i64,
    /// Metres from back to front.
    pub depth: i64,
    /// Metres of a booth.
    pub booth_width: i64,
    /// Metres of a booth.
    pub booth_depth: i64,
    /// Metres of an aisle.
    pub aisle: i64,
}

/// A report that was handed in.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct DutyMark {
    /// Which.
    pub id: Id<FairDuty>,
    /// On which day; `None`: not after all.
    pub on: Option<NaiveDate>,
}

/// The fairs; with `true` also those taken out.
#[tauri::command]
pub async fn fair_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<FairRow>> {
    Ok(fair::list(&mut *desk.read().await?, input, desk.today()).await?)
}

/// One fair.
#[tauri::command]
pub async fn fair_get(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<FairDetail> {
    Ok(fair::detail(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Stores a fair with its sessions.
#[tauri::command]
pub async fn fair_save(desk: State<'_, Desk>, input: FairDraft) -> Answer<Id<Fair>> {
    let mut work = desk.begin("fair_save").await?;
    let id = fair::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a fair out, or puts it back.
#[tauri::command]
pub async fn fair_retire(desk: State<'_, Desk>, input: FairMark) -> Answer<()> {
    let mut work = desk.begin("fair_retire").await?;
    fair::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// The companies of a fair.
#[tauri::command]
pub async fn participation_list(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<Vec<ParticipationRow>> {
    Ok(participation::list(&mut *desk.read().await?, input).await?)
}

/// Asks companies to come, or notes that they apply; answers how many are new.
#[tauri::command]
pub async fn participation_invite(desk: State<'_, Desk>, input: Invitation) -> Answer<i64> {
    let mut work = desk.begin("participation_invite").await?;
    let new = participation::invite(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(new)
}

/// Takes a company a step further.
#[tauri::command]
pub async fn participation_move(desk: State<'_, Desk>, input: ParticipationMove) -> Answer<()> {
    let mut work = desk.begin("participation_move").await?;
    participation::step(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// The vacancies that a company offers at a fair.
#[tauri::command]
pub async fn offer_list(desk: State<'_, Desk>, input: Id<Participation>) -> Answer<Vec<Id<Vacancy>>> {
    Ok(participation::offered(&mut *desk.read().await?, input).await?)
}

/// Stores what a company offers at a fair.
#[tauri::command]
pub async fn offer_save(desk: State<'_, Desk>, input: OfferSheet) -> Answer<()> {
    let mut work = desk.begin("offer_save").await?;
    participation::offer(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// The halls of a fair with their booths.
#[tauri::command]
pub async fn hall_list(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<Vec<HallView>> {
    Ok(floor::plan(&mut *desk.read().await?, input).await?)
}

/// Stores a hall with its booths.
#[tauri::command]
pub async fn hall_save(desk: State<'_, Desk>, input: HallDraft) -> Answer<Id<Hall>> {
    let mut work = desk.begin("hall_save").await?;
    let id = floor::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a hall and its booths away.
#[tauri::command]
pub async fn hall_remove(desk: State<'_, Desk>, input: Id<Hall>) -> Answer<()> {
    let mut work = desk.begin("hall_remove").await?;
    floor::remove(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// Rows of booths as many as fit; nothing is stored.
#[tauri::command]
pub async fn hall_rows(_desk: State<'_, Desk>, input: BoothRows) -> Answer<Vec<BoothLine>> {
    Ok(floor::rows_of_booths(input.width, input.depth, (input.booth_width, input.booth_depth), input.aisle))
}

/// The planner's proposal; nothing is stored.
#[tauri::command]
pub async fn booth_arrange(desk: State<'_, Desk>, input: ArrangeBooths) -> Answer<Vec<BoothProposal>> {
    Ok(floor_plan::propose(&mut *desk.read().await?, input).await?)
}

/// Gives companies their booths.
#[tauri::command]
pub async fn booth_place(desk: State<'_, Desk>, input: BoothSheet) -> Answer<()> {
    let mut work = desk.begin("booth_place").await?;
    participation::place(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// The reports still owed; of one fair, or of all.
#[tauri::command]
pub async fn duty_list(desk: State<'_, Desk>, input: Option<Id<Fair>>) -> Answer<Vec<DutyRow>> {
    Ok(duty::owed(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Notes that a report was handed in.
#[tauri::command]
pub async fn duty_done(desk: State<'_, Desk>, input: DutyMark) -> Answer<()> {
    let mut work = desk.begin("duty_done").await?;
    duty::done(&mut work, input.id, input.on).await?;
    desk.commit(work).await.map(|_| ())
}

/// Notes that companies were reminded today.
#[tauri::command]
pub async fn duty_remind(desk: State<'_, Desk>, input: Vec<Id<FairDuty>>) -> Answer<()> {
    let today = desk.today();
    let mut work = desk.begin("duty_remind").await?;
    duty::reminded(&mut work, input, today).await?;
    desk.commit(work).await.map(|_| ())
}
