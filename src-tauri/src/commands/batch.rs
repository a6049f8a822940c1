//! Batches.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    catalog::Programme,
    registration::Intake,
    scheduling::{
        batch::{self, Batch, BatchDraft},
        batch_outlook::{self, BatchOutlook},
        batch_view::{self, BatchRow},
    },
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// What a new batch is to be of.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct BatchStart {
    /// The programme; that of the intake goes before it.
    pub programme_id: Id<Programme>,
    /// The intake whose applicants it takes.
    pub intake_id: Option<Id<Intake>>,
}

/// Takes a batch out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct BatchMark {
    /// Which.
    pub id: Id<Batch>,
    /// Out, or back.
    pub gone: bool,
}

/// Gives a batch up, or takes it up again.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct BatchEnd {
    /// Which.
    pub id: Id<Batch>,
    /// Given up, or not.
    pub given_up: bool,
}

/// The batches; with `true` also those taken out.
#[tauri::command]
pub async fn batch_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<BatchRow>> {
    Ok(batch_view::list(&mut *desk.read().await?, desk.today(), input).await?)
}

/// One batch.
#[tauri::command]
pub async fn batch_get(desk: State<'_, Desk>, input: Id<Batch>) -> Answer<BatchRow> {
    Ok(batch_view::row(&mut *desk.read().await?, input, desk.today()).await?)
}

/// A new batch with the office's usual numbers, for the form.
#[tauri::command]
pub async fn batch_blank(desk: State<'_, Desk>, input: BatchStart) -> Answer<BatchDraft> {
    let today = desk.today();
    Ok(batch_view::blank(&mut *desk.read().await?, input.programme_id, input.intake_id, today).await?)
}

/// What a batch would come to, for the form.
#[tauri::command]
pub async fn batch_outlook(desk: State<'_, Desk>, input: BatchDraft) -> Answer<BatchOutlook> {
    Ok(batch_outlook::outlook(&mut *desk.read().await?, &input).await?)
}

/// Stores a batch.
#[tauri::command]
pub async fn batch_save(desk: State<'_, Desk>, input: BatchDraft) -> Answer<Id<Batch>> {
    let mut work = desk.begin("batch_save").await?;
    let id = batch::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a batch out, or puts it back.
#[tauri::command]
pub async fn batch_retire(desk: State<'_, Desk>, input: BatchMark) -> Answer<()> {
    let mut work = desk.begin("batch_retire").await?;
    batch::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// Gives a batch up, or takes it up again.
#[tauri::command]
pub async fn batch_cancel(desk: State<'_, Desk>, input: BatchEnd) -> Answer<()> {
    let mut work = desk.begin("batch_cancel").await?;
    batch::cancel(&mut work, input.id, input.given_up).await?;
    desk.commit(work).await.map(|_| ())
}
