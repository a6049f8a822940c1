//! Instructors: what they may teach, when they are there, when they are away.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    catalog::{
        competence::{self, CompetenceSheet},
        instructor::{self, Absence, Instructor, InstructorDraft},
        instructor_view::{self, InstructorDetail, InstructorRow},
        presence::{self, AbsenceDraft, HoursSheet},
    },
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Takes an instructor out of the lists or puts them back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct InstructorMark {
    /// Who.
    pub id: Id<Instructor>,
    /// Out, or back.
    pub gone: bool,
}

/// The instructors; with `true` also those who left.
#[tauri::command]
pub async fn instructor_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<InstructorRow>> {
    Ok(instructor_view::list(&mut *desk.read().await?, input, desk.today()).await?)
}

/// An instructor with all that is noted.
#[tauri::command]
pub async fn instructor_detail(desk: State<'_, Desk>, input: Id<Instructor>) -> Answer<InstructorDetail> {
    Ok(instructor_view::detail(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Stores an instructor.
#[tauri::command]
pub async fn instructor_save(desk: State<'_, Desk>, input: InstructorDraft) -> Answer<Id<Instructor>> {
    let mut work = desk.begin("instructor_save").await?;
    let id = instructor::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes an instructor out, or puts them back.
#[tauri::command]
pub async fn instructor_retire(desk: State<'_, Desk>, input: InstructorMark) -> Answer<()> {
    let mut work = desk.begin("instructor_retire").await?;
    instructor::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// Stores what an instructor may teach.
#[tauri::command]
pub async fn competence_save(desk: State<'_, Desk>, input: CompetenceSheet) -> Answer<()> {
    let mut work = desk.begin("competence_save").await?;
    competence::save(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// Stores the normal week of an instructor.
#[tauri::command]
pub async fn availability_save(desk: State<'_, Desk>, input: HoursSheet) -> Answer<()> {
    let mut work = desk.begin("availability_save").await?;
    presence::save_hours(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// Stores days away.
#[tauri::command]
pub async fn absence_save(desk: State<'_, Desk>, input: AbsenceDraft) -> Answer<Id<Absence>> {
    let mut work = desk.begin("absence_save").await?;
    let id = presence::save_absence(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes days away back.
#[tauri::command]
pub async fn absence_remove(desk: State<'_, Desk>, input: Id<Absence>) -> Answer<()> {
    let mut work = desk.begin("absence_remove").await?;
    presence::remove_absence(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}
