//! The exchange: how it stands, taking part, going now, what leaves the building, and what a person has to settle.

use crate::{courier, desk::Desk, dialog, failure::Answer};
use balai_carrier::{Progress, bundle, enrol};
use balai_domain::{
    TABLES,
    store::Error,
    sync::{
        outbox_store, own,
        own::ExchangeMode,
        own_store,
        preview::{self, Leaving, LeavingRow},
        quota_store::{self, OverQuota},
        review::{self, ExchangeRefusal, Question, Settlement},
        review_store,
        run_store::{self, Run},
    },
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tauri::State;
use ts_rs::TS;

/// How the exchange stands, for the status bar and its screen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExchangeStatus {
    /// This PC takes part: what it is at its hub.
    pub part: Option<ExchangePart>,
    /// The last exchanges, newest first.
    pub runs: Vec<Run>,
    /// When the last one ended well.
    pub last_good: Option<DateTime<Utc>>,
    /// Own entries that do not lie at the hub yet.
    pub unsent: i64,
    /// When the oldest of them was made.
    pub oldest: Option<DateTime<Utc>>,
    /// Records that wait here for others or for a newer program.
    pub waiting: i64,
    /// Questions that wait for a person.
    pub questions: i64,
    /// Intakes in which PCs gave away more seats than there are.
    pub over_quota: Vec<OverQuota>,
    /// Own entries that the hub keeps aside.
    pub kept_aside: i64,
    /// What the courier is doing now.
    pub progress: Option<Progress>,
}

/// What this PC is at its hub.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExchangePart {
    /// Where the hub is.
    pub address: String,
    /// The office's name there.
    pub office: String,
    /// What leaves the building.
    pub mode: ExchangeMode,
    /// Since when it takes part.
    pub since: DateTime<Utc>,
    /// When it was found to be restored or cloned.
    pub healed_at: Option<DateTime<Utc>>,
}

/// Taking part.
#[derive(Clone, Deserialize, TS)]
pub struct EnrolDraft {
    /// Where the hub is.
    pub address: String,
    /// The office's code at the hub.
    pub office: String,
    /// The one-time code.
    pub code: String,
}

/// What a bundle held or brought.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BundleDone {
    /// The file.
    pub file: String,
    /// Entries in it that were not known before, or that were put into it.
    pub entries: u64,
    /// The hub's answer to earlier entries was in it.
    pub confirmed: u64,
}

fn part(own: own::Own) -> ExchangePart {
    let own::Own { address, office_name: office, mode, enrolled_at: since, healed_at, .. } = own;
    ExchangePart { address, office, mode, since, healed_at }
}

/// How the exchange stands.
#[tauri::command]
pub async fn exchange_status(desk: State<'_, Desk>) -> Answer<ExchangeStatus> {
    let mut connection = desk.read().await?;
    let own = own_store::own(&mut connection).await?;
    let sent = own.as_ref().map_or(0, |own| own.sent);
    let sends = own.as_ref().is_some_and(|own| own.mode == ExchangeMode::Everything);
    let runs = run_store::runs(&mut connection).await?;
    Ok(ExchangeStatus {
        last_good: runs.iter().find(|run| run.failure.is_none()).map(|run| run.at),
        runs,
        unsent: if sends { outbox_store::count(&mut connection, sent).await? } else { 0 },
        oldest: if sends { outbox_store::oldest(&mut connection, sent).await? } else { None },
        waiting: review_store::waiting(&mut connection).await?,
        questions: review_store::count(&mut connection).await?,
        over_quota: quota_store::over_quota(&mut connection).await?,
        kept_aside: own_store::count_quarantined(&mut connection).await?,
        progress: desk.courier.progress(),
        part: own.map(part),
    })
}

/// Takes part with a one-time code. Refuses what can go wrong on the road, `exchange.code` among it.
#[tauri::command]
pub async fn exchange_enrol(desk: State<'_, Desk>, input: EnrolDraft) -> Answer<()> {
    let store = desk.store().await?;
    let EnrolDraft { address, office, code } = input;
    enrol::enrol(&store, &address, &office, &code, desk.now()).await.map_err(Error::from)?;
    courier::tell(&desk);
    Ok(())
}

/// Takes no part any more; everything stays here.
#[tauri::command]
pub async fn exchange_leave(desk: State<'_, Desk>) -> Answer<()> {
    own_store::leave(&mut *desk.store().await?.local().await?).await?;
    courier::tell(&desk);
    Ok(())
}

/// What leaves the building from now on.
#[tauri::command]
pub async fn exchange_mode(desk: State<'_, Desk>, input: ExchangeMode) -> Answer<()> {
    own_store::set_mode(&mut *desk.store().await?.local().await?, input).await?;
    courier::tell(&desk);
    Ok(())
}

/// Exchanges now. Refuses `exchange.running`, `exchange.not_enrolled`, `exchange.switched_off` and what can go wrong on
/// the road.
#[tauri::command]
pub async fn exchange_now(desk: State<'_, Desk>) -> Answer<Run> {
    courier::go(&desk, &desk.store().await?).await
}

/// The courier comes back after the step it is at.
#[tauri::command]
pub async fn exchange_stop(desk: State<'_, Desk>) -> Answer<()> {
    desk.courier.stop();
    Ok(())
}

/// What the next exchange sends. Refuses `exchange.not_enrolled`.
#[tauri::command]
pub async fn exchange_preview(desk: State<'_, Desk>) -> Answer<Leaving> {
    let mut connection = desk.read().await?;
    let own = own_store::own(&mut connection).await?.ok_or(Error::from(ExchangeRefusal::NotEnrolled))?;
    Ok(preview::leaving(&mut connection, &own, desk.today()).await?)
}

/// The rows of one act as they leave.
#[tauri::command]
pub async fn exchange_act(desk: State<'_, Desk>, input: i64) -> Answer<Vec<LeavingRow>> {
    Ok(preview::act(&mut *desk.read().await?, TABLES, input).await?)
}

/// What waits for a person.
#[tauri::command]
pub async fn exchange_questions(desk: State<'_, Desk>) -> Answer<Vec<Question>> {
    Ok(review::questions(&mut *desk.read().await?, TABLES).await?)
}

/// Settles a question; answers the act. Refuses `exchange.settled_already`, `store.still_needed`.
#[tauri::command]
pub async fn exchange_settle(desk: State<'_, Desk>, input: Settlement) -> Answer<i64> {
    let mut work = desk.begin("exchange_settle").await?;
    review::settle(&mut work, TABLES, &input).await?;
    let done = desk.commit(work).await?;
    courier::tell(&desk);
    Ok(done.act)
}

/// Puts what is to go into a bundle where the officer says; `None`: the dialog was closed. Refuses
/// `exchange.not_enrolled`.
#[tauri::command]
pub async fn bundle_export(desk: State<'_, Desk>) -> Answer<Option<BundleDone>> {
    let store = desk.store().await?;
    let suggested = format!("balai-{}.balaix", desk.today());
    let Some(file) = dialog::save(&desk.voice, dialog::BUNDLE, &suggested).await else { return Ok(None) };
    let written = bundle::export(&store, &file, desk.now()).await?;
    courier::tell(&desk);
    Ok(Some(BundleDone { file: file.display().to_string(), entries: written.entries, confirmed: 0 }))
}

/// Takes a bundle in; `None`: the dialog was closed. Refuses `exchange.bundle_unreadable`, `exchange.other_office`,
/// `exchange.not_enrolled`.
#[tauri::command]
pub async fn bundle_import(desk: State<'_, Desk>) -> Answer<Option<BundleDone>> {
    let store = desk.store().await?;
    let Some(file) = dialog::open(&desk.voice, dialog::BUNDLE).await else { return Ok(None) };
    let read = bundle::import(&store, &file, desk.now()).await?;
    for done in &read.done {
        desk.tell(done);
    }
    courier::tell(&desk);
    let (entries, confirmed) = (read.entries, read.confirmed);
    Ok(Some(BundleDone { file: file.display().to_string(), entries, confirmed }))
}
