//! The applications of one person with all their steps, for the person's page.

use super::{
    application::Application,
    intake::Intake,
    state::{ApplicationState, Transition},
    store,
};
use crate::{
    base::id::Id,
    people::{document::DocumentKind, person::Person},
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// Papers that the intake asks for and the person has not shown.
pub async fn missing_papers(connection: &mut SqliteConnection, id: Id<Application>) -> Result<Vec<DocumentKind>> {
    store::missing_papers(connection, id).await
}

/// An application in the story of a person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonApplication {
    /// Which.
    pub id: Id<Application>,
    /// Its number.
    pub number: String,
    /// To which intake.
    pub intake_id: Option<Id<Intake>>,
    /// The intake's name.
    pub intake: Option<String>,
    /// The programme's name, or the wish.
    pub programme: String,
    /// Where it stands.
    pub state: ApplicationState,
    /// Since when.
    pub state_on: NaiveDate,
    /// The day it was handed in.
    pub applied_on: NaiveDate,
    /// Why a rule was passed over.
    pub rule_note: Option<String>,
    /// Papers that are missing.
    pub missing: Vec<DocumentKind>,
    /// The steps that may follow.
    pub next: Vec<Transition>,
    /// The steps taken, newest first.
    pub steps: Vec<StepTaken>,
}

/// A step as it was taken.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StepTaken {
    /// From.
    pub from_state: Option<ApplicationState>,
    /// To.
    pub to_state: ApplicationState,
    /// On which day.
    pub happened_on: NaiveDate,
    /// Why.
    pub reason: Option<String>,
    /// By whom.
    pub officer: Option<String>,
}

/// The applications of a person, newest first, each with its steps.
pub async fn of_person(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<PersonApplication>> {
    let mut found = store::of_person(connection, person).await?;
    for application in &mut found {
        application.missing = store::missing_papers(connection, application.id).await?;
        application.next = application.state.steps().collect();
        application.steps = store::steps(connection, application.id).await?;
    }
    Ok(found)
}
