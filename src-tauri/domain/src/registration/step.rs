//! Moving an application from state to state, each step kept with its day, its reason and its officer.

use super::{
    application::{Application, ApplicationRefusal, ApplicationStep},
    state::ApplicationState,
    store,
};
use crate::{
    base::{id::Id, text::filled, word::Word},
    people::{document::DocumentKind, register::office_day},
    store::{Result, Work},
};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// A step to another state.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct StepDraft {
    /// To which state.
    pub to: ApplicationState,
    /// Why, where the step wants it.
    pub reason: Option<String>,
    /// On which day; `None`: today.
    pub on: Option<NaiveDate>,
}

/// What keeps an application from a step on a day, if anything. Pure; `missing` are papers not handed in.
pub fn step_refusal(
    application: &Application,
    missing: &[DocumentKind],
    step: &StepDraft,
    today: NaiveDate,
) -> Option<ApplicationRefusal> {
    let Some(known) = application.state.step_to(step.to) else {
        let (from, to) = (application.state.code().to_owned(), step.to.code().to_owned());
        return Some(ApplicationRefusal::StepUnknown { from, to });
    };
    let on = step.on.unwrap_or(today);
    let reasoned = step.reason.as_deref().and_then(filled).is_some();
    if application.intake_id.is_none()
        && matches!(step.to, ApplicationState::PapersPassed | ApplicationState::PapersFailed)
    {
        return Some(ApplicationRefusal::NoIntake);
    }
    if on > today || on < application.applied_on {
        return Some(ApplicationRefusal::DayImpossible { day_on: on.to_string() });
    }
    if known.needs_reason && !reasoned {
        return Some(ApplicationRefusal::ReasonMissing);
    }
    if step.to == ApplicationState::PapersPassed && !missing.is_empty() && !reasoned {
        return Some(ApplicationRefusal::PapersMissing { papers: codes(missing) });
    }
    None
}

fn codes(papers: &[DocumentKind]) -> String {
    papers.iter().map(|paper| paper.code()).collect::<Vec<_>>().join(",")
}

/// Moves an application to another state. Refuses what [`step_refusal`] finds.
pub async fn move_on(work: &mut Work, id: Id<Application>, step: &StepDraft) -> Result<()> {
    let today = office_day(work, work.at()).await?;
    let mut application = work.get(id).await?.ok_or(ApplicationRefusal::Unknown)?;
    let missing = store::missing_papers(work.reads(), id).await?;
    if let Some(refusal) = step_refusal(&application, &missing, step, today) {
        return Err(refusal.into());
    }
    let happened_on = step.on.unwrap_or(today);
    let taken = ApplicationStep {
        id: work.id(),
        application_id: id,
        from_state: Some(application.state),
        to_state: step.to,
        happened_on,
        reason: step.reason.as_deref().and_then(filled),
        officer_id: work.actor(),
    };
    application.state = step.to;
    application.state_on = happened_on;
    work.put(&application).await?;
    work.put_new(&taken).await?;
    work.about(id).await
}
