//! Programmes, intakes and applications.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    catalog::Programme,
    people::person::Person,
    registration::{
        application::{self, Application, ApplicationDraft},
        bulk::{self, BulkDone, BulkLine, BulkOrder},
        eligibility::RuleFinding,
        intake::{self, Intake, IntakeDraft},
        intake_list::{self, IntakeDetail, IntakeRow},
        list::{self, ApplicationPage, ApplicationQuery},
        rows::{self, RowsDone, RowsDraft},
        step::{self, StepDraft},
        story::{self, PersonApplication},
    },
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Takes an intake out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct IntakeMark {
    /// Which.
    pub id: Id<Intake>,
    /// Out, or back.
    pub gone: bool,
}

/// A person and an intake.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct Fit {
    /// Whose.
    pub person_id: Id<Person>,
    /// To which.
    pub intake_id: Id<Intake>,
}

/// Puts an application into an intake.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Assignment {
    /// Which application.
    pub id: Id<Application>,
    /// Into which intake.
    pub intake_id: Id<Intake>,
    /// Why rules that are not met are passed over.
    pub rule_note: Option<String>,
}

/// Moves an application on.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ApplicationMove {
    /// Which.
    pub id: Id<Application>,
    /// The step.
    pub step: StepDraft,
}

/// A new intake with the office's usual numbers, for the form.
#[tauri::command]
pub async fn intake_blank(desk: State<'_, Desk>, input: Id<Programme>) -> Answer<IntakeDraft> {
    Ok(intake::blank(&mut *desk.read().await?, input, desk.today()).await?)
}

/// The intakes; with `true` also those taken out.
#[tauri::command]
pub async fn intake_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<IntakeRow>> {
    Ok(intake_list::list(&mut *desk.read().await?, desk.today(), input).await?)
}

/// One intake with its counts.
#[tauri::command]
pub async fn intake_detail(desk: State<'_, Desk>, input: Id<Intake>) -> Answer<IntakeDetail> {
    Ok(intake_list::detail(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Stores an intake.
#[tauri::command]
pub async fn intake_save(desk: State<'_, Desk>, input: IntakeDraft) -> Answer<Id<Intake>> {
    let mut work = desk.begin("intake_save").await?;
    let id = intake::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes an intake out, or puts it back.
#[tauri::command]
pub async fn intake_retire(desk: State<'_, Desk>, input: IntakeMark) -> Answer<()> {
    let mut work = desk.begin("intake_retire").await?;
    intake::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// How a person fits an intake, each rule explained.
#[tauri::command]
pub async fn application_findings(desk: State<'_, Desk>, input: Fit) -> Answer<Vec<RuleFinding>> {
    let today = desk.today();
    Ok(application::findings(&mut *desk.read().await?, input.person_id, input.intake_id, today).await?)
}

/// Registers an application.
#[tauri::command]
pub async fn application_save(desk: State<'_, Desk>, input: ApplicationDraft) -> Answer<Id<Application>> {
    let mut work = desk.begin("application_save").await?;
    let id = application::apply(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Registers a stack of paper forms: one act, all or none. With refused rows nothing is registered.
#[tauri::command]
pub async fn rows_enter(desk: State<'_, Desk>, input: RowsDraft) -> Answer<RowsDone> {
    let mut work = desk.begin("rows_enter").await?;
    let done = rows::enter(&mut work, input).await?;
    if done.refused.is_empty() {
        desk.commit(work).await?;
    }
    Ok(done)
}

/// Puts an application into an intake.
#[tauri::command]
pub async fn application_assign(desk: State<'_, Desk>, input: Assignment) -> Answer<()> {
    let mut work = desk.begin("application_assign").await?;
    application::assign(&mut work, input.id, input.intake_id, input.rule_note.as_deref()).await?;
    desk.commit(work).await.map(|_| ())
}

/// Moves an application to another state.
#[tauri::command]
pub async fn application_move(desk: State<'_, Desk>, input: ApplicationMove) -> Answer<()> {
    let mut work = desk.begin("application_move").await?;
    step::move_on(&mut work, input.id, &input.step).await?;
    desk.commit(work).await.map(|_| ())
}

/// A page of the applications.
#[tauri::command]
pub async fn application_list(desk: State<'_, Desk>, input: ApplicationQuery) -> Answer<ApplicationPage> {
    Ok(list::list(&mut *desk.read().await?, &input).await?)
}

/// All applications that a filter leaves, for "select all".
#[tauri::command]
pub async fn application_ids(desk: State<'_, Desk>, input: ApplicationQuery) -> Answer<Vec<Id<Application>>> {
    Ok(list::ids(&mut *desk.read().await?, &input).await?)
}

/// The applications of a person with their steps.
#[tauri::command]
pub async fn application_story(desk: State<'_, Desk>, input: Id<Person>) -> Answer<Vec<PersonApplication>> {
    Ok(story::of_person(&mut *desk.read().await?, input).await?)
}

/// What a change of many would do, line by line.
#[tauri::command]
pub async fn bulk_preview(desk: State<'_, Desk>, input: BulkOrder) -> Answer<Vec<BulkLine>> {
    Ok(bulk::preview(&mut *desk.read().await?, &input, desk.today()).await?)
}

/// Changes many at once; one act, one undo.
#[tauri::command]
pub async fn bulk_apply(desk: State<'_, Desk>, input: BulkOrder) -> Answer<BulkDone> {
    let mut work = desk.begin("bulk_apply").await?;
    let done = bulk::apply(&mut work, &input).await?;
    desk.commit(work).await?;
    Ok(done)
}
