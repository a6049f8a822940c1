//! Fields of training, competence units, and programmes with what they consist of.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    catalog::{
        department::{self, Department, DepartmentDraft},
        programme::{self, Programme, ProgrammeDraft},
        programme_version::{self, NewVersion},
        programme_view::{self, ProgrammeDetail, ProgrammeRow},
        syllabus::{self, UnitSheet},
        unit::{self, Unit, UnitDraft, UnitQuery, UnitRow},
        unit_supplies::{self, SupplySheet},
    },
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Takes a field of training out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct DepartmentMark {
    /// Which.
    pub id: Id<Department>,
    /// Out, or back.
    pub gone: bool,
}

/// Marks a unit as superseded or as in force again.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct UnitMark {
    /// Which.
    pub id: Id<Unit>,
    /// Out, or back.
    pub gone: bool,
}

/// Takes a programme out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ProgrammeMark {
    /// Which.
    pub id: Id<Programme>,
    /// Out, or back.
    pub gone: bool,
}

/// The fields of training; with `true` also those no longer offered.
#[tauri::command]
pub async fn department_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<Department>> {
    Ok(department::list(&mut *desk.read().await?, input).await?)
}

/// Stores a field of training.
#[tauri::command]
pub async fn department_save(desk: State<'_, Desk>, input: DepartmentDraft) -> Answer<Id<Department>> {
    let mut work = desk.begin("department_save").await?;
    let id = department::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a field of training out, or puts it back.
#[tauri::command]
pub async fn department_retire(desk: State<'_, Desk>, input: DepartmentMark) -> Answer<()> {
    let mut work = desk.begin("department_retire").await?;
    department::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// Units of the standards.
#[tauri::command]
pub async fn unit_list(desk: State<'_, Desk>, input: UnitQuery) -> Answer<Vec<UnitRow>> {
    Ok(unit::list(&mut *desk.read().await?, &input).await?)
}

/// Stores a unit.
#[tauri::command]
pub async fn unit_save(desk: State<'_, Desk>, input: UnitDraft) -> Answer<Id<Unit>> {
    let mut work = desk.begin("unit_save").await?;
    let id = unit::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Marks a unit as superseded, or as in force again.
#[tauri::command]
pub async fn unit_retire(desk: State<'_, Desk>, input: UnitMark) -> Answer<()> {
    let mut work = desk.begin("unit_retire").await?;
    unit::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// The programmes; with `true` also those no longer taught.
#[tauri::command]
pub async fn programme_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<ProgrammeRow>> {
    Ok(programme_view::rows(&mut *desk.read().await?, input).await?)
}

/// A programme with its units.
#[tauri::command]
pub async fn programme_detail(desk: State<'_, Desk>, input: Id<Programme>) -> Answer<ProgrammeDetail> {
    Ok(programme_view::detail(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Stores a programme.
#[tauri::command]
pub async fn programme_save(desk: State<'_, Desk>, input: ProgrammeDraft) -> Answer<Id<Programme>> {
    let mut work = desk.begin("programme_save").await?;
    let id = programme::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a programme out, or puts it back.
#[tauri::command]
pub async fn programme_retire(desk: State<'_, Desk>, input: ProgrammeMark) -> Answer<()> {
    let mut work = desk.begin("programme_retire").await?;
    programme::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// Makes the next version of a programme.
#[tauri::command]
pub async fn programme_renew(desk: State<'_, Desk>, input: NewVersion) -> Answer<Id<Programme>> {
    let mut work = desk.begin("programme_renew").await?;
    let id = programme_version::renew(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Stores the units of a programme.
#[tauri::command]
pub async fn syllabus_save(desk: State<'_, Desk>, input: UnitSheet) -> Answer<()> {
    let mut work = desk.begin("syllabus_save").await?;
    syllabus::save_units(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// Stores what the units of a programme need of supplies.
#[tauri::command]
pub async fn unit_supply_save(desk: State<'_, Desk>, input: SupplySheet) -> Answer<()> {
    let mut work = desk.begin("unit_supply_save").await?;
    unit_supplies::save_supplies(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}
