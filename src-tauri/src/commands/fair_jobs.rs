//! Applications at a fair, interviews, the queues before booths, and what came of it all.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    jobfair::{
        advice::{self, ProgrammeDemand},
        consent::{self, Seen},
        fair::Fair,
        interview::{self, Interview, InterviewDraft, InterviewRow},
        job_application::{self, JobApplication, JobMove, JobPage, JobQuery, JobRow, JobWish, TwoScans},
        outcome::{self, FairReport},
        participation::Participation,
        placement,
        queue::{self, QueueRow, QueueState, QueueTicket, QueueWish},
    },
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// A time to look for.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct InterviewSearch {
    /// For which application.
    pub application: Id<JobApplication>,
    /// From when on.
    pub from: DateTime<Utc>,
    /// How long.
    pub minutes: i64,
}

/// How far a number has come.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct QueueMark {
    /// Which.
    pub id: Id<QueueTicket>,
    /// How far.
    pub state: QueueState,
}

/// A page of applications.
#[tauri::command]
pub async fn job_list(desk: State<'_, Desk>, input: JobQuery) -> Answer<JobPage> {
    Ok(job_application::list(&mut *desk.read().await?, &input).await?)
}

/// What the company of an application may see of whoever applied.
#[tauri::command]
pub async fn candidate_get(desk: State<'_, Desk>, input: Id<JobApplication>) -> Answer<Seen> {
    Ok(consent::seen(&mut *desk.read().await?, input).await?)
}

/// Notes an application.
#[tauri::command]
pub async fn job_apply(desk: State<'_, Desk>, input: JobWish) -> Answer<Id<JobApplication>> {
    let mut work = desk.begin("job_apply").await?;
    let id = job_application::apply(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// A ticket and a vacancy were scanned.
#[tauri::command]
pub async fn job_scan(desk: State<'_, Desk>, input: TwoScans) -> Answer<JobRow> {
    let mut work = desk.begin("job_scan").await?;
    let row = job_application::two_scans(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(row)
}

/// Takes an application a step further.
#[tauri::command]
pub async fn job_move(desk: State<'_, Desk>, input: JobMove) -> Answer<()> {
    let mut work = desk.begin("job_move").await?;
    job_application::step(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// Counts every hire whose first working day has come as a placement; answers how many.
#[tauri::command]
pub async fn placement_count(desk: State<'_, Desk>) -> Answer<usize> {
    let mut work = desk.begin("placement_count").await?;
    let counted = placement::count_due(&mut work).await?;
    if counted > 0 {
        desk.commit(work).await?;
    }
    Ok(counted)
}

/// The interviews of a fair.
#[tauri::command]
pub async fn interview_list(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<Vec<InterviewRow>> {
    Ok(interview::list(&mut *desk.read().await?, input).await?)
}

/// The first time when both sides are free.
#[tauri::command]
pub async fn interview_free(desk: State<'_, Desk>, input: InterviewSearch) -> Answer<DateTime<Utc>> {
    Ok(interview::propose(&mut *desk.read().await?, input.application, input.from, input.minutes).await?)
}

/// Keeps a time for an interview.
#[tauri::command]
pub async fn interview_save(desk: State<'_, Desk>, input: InterviewDraft) -> Answer<Id<Interview>> {
    let mut work = desk.begin("interview_save").await?;
    let id = interview::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Gives a time up.
#[tauri::command]
pub async fn interview_remove(desk: State<'_, Desk>, input: Id<Interview>) -> Answer<()> {
    let mut work = desk.begin("interview_remove").await?;
    interview::remove(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// The numbers of today.
#[tauri::command]
pub async fn queue_list(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<Vec<QueueRow>> {
    Ok(queue::list(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Gives a number before a booth.
#[tauri::command]
pub async fn queue_take(desk: State<'_, Desk>, input: QueueWish) -> Answer<Id<QueueTicket>> {
    let mut work = desk.begin("queue_take").await?;
    let id = queue::take(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Calls whoever waits longest before a booth; `None`: nobody.
#[tauri::command]
pub async fn queue_call(desk: State<'_, Desk>, input: Id<Participation>) -> Answer<Option<Id<QueueTicket>>> {
    let mut work = desk.begin("queue_call").await?;
    let called = queue::call(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(called)
}

/// Sets how far a number has come.
#[tauri::command]
pub async fn queue_mark(desk: State<'_, Desk>, input: QueueMark) -> Answer<()> {
    let mut work = desk.begin("queue_mark").await?;
    queue::mark(&mut work, input.id, input.state).await?;
    desk.commit(work).await.map(|_| ())
}

/// The report of a fair as it stands.
#[tauri::command]
pub async fn fair_report(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<FairReport> {
    Ok(outcome::report(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Which programmes the market asks for.
#[tauri::command]
pub async fn fair_demand(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<Vec<ProgrammeDemand>> {
    Ok(advice::demand(&mut *desk.read().await?, input).await?)
}
