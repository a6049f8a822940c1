//! Companies.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    jobfair::company::{self, Company, CompanyDraft, CompanyRow},
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Takes a company out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct CompanyMark {
    /// Which.
    pub id: Id<Company>,
    /// Out, or back.
    pub gone: bool,
}

/// The companies with their history; with `true` also those taken out.
#[tauri::command]
pub async fn company_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<CompanyRow>> {
    Ok(company::list(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Stores a company.
#[tauri::command]
pub async fn company_save(desk: State<'_, Desk>, input: CompanyDraft) -> Answer<Id<Company>> {
    let mut work = desk.begin("company_save").await?;
    let id = company::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a company out, or puts it back.
#[tauri::command]
pub async fn company_retire(desk: State<'_, Desk>, input: CompanyMark) -> Answer<()> {
    let mut work = desk.begin("company_retire").await?;
    company::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}
