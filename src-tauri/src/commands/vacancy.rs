//! Vacancies, and the codes by which they are classed.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    jobfair::{
        class_code::{self, ClassCode, CodeQuery},
        vacancy::{self, Vacancy, VacancyDraft, VacancyRow},
    },
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Takes a vacancy out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct VacancyMark {
    /// Which.
    pub id: Id<Vacancy>,
    /// Out, or back.
    pub gone: bool,
}

/// The vacancies; with `true` also those taken out.
#[tauri::command]
pub async fn vacancy_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<VacancyRow>> {
    Ok(vacancy::list(&mut *desk.read().await?, input).await?)
}

/// Stores a vacancy.
#[tauri::command]
pub async fn vacancy_save(desk: State<'_, Desk>, input: VacancyDraft) -> Answer<Id<Vacancy>> {
    let mut work = desk.begin("vacancy_save").await?;
    let id = vacancy::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a vacancy out, or puts it back.
#[tauri::command]
pub async fn vacancy_retire(desk: State<'_, Desk>, input: VacancyMark) -> Answer<()> {
    let mut work = desk.begin("vacancy_retire").await?;
    vacancy::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// Codes of occupations or branches that fit.
#[tauri::command]
pub async fn code_search(desk: State<'_, Desk>, input: CodeQuery) -> Answer<Vec<ClassCode>> {
    Ok(class_code::search(&mut *desk.read().await?, &input).await?)
}
