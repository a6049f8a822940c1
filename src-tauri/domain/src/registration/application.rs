//! An application (*pendaftaran pelatihan*): one person for one intake, its number, its state and its steps.

use super::{
    eligibility::{Facts, Rule, RuleFinding, RuleOutcome, judge},
    intake::{Intake, IntakeRefusal},
    state::ApplicationState,
    store,
};
use crate::{
    base::{id::Id, refusal::Refusal, text::filled, word::Word},
    office::{Officer, number},
    people::{
        person::Person,
        register::{PersonRefusal, office_day, present},
    },
    store::{Error, Result, SqliteConnection, Work, open::get},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use ts_rs::TS;

/// The series of registration numbers.
pub const SERIES: &str = "registration";

words! {
    /// How an application came in.
    pub enum ApplicationSource {
        /// At the counter.
        Counter = "LOKET",
        /// Typed row by row from a stack of forms.
        Rows = "BARIS",
        /// From a file.
        Import = "IMPOR",
    }
}

table! {
    /// An application (*pendaftaran*).
    pub struct Application = 22 "application" {
        /// Whose.
        1 B person_id: Id<Person>,
        /// To which intake; `None`: a wish that no intake takes up yet.
        2 B intake_id: Option<Id<Intake>>,
        /// Registration number.
        3 A number: String,
        /// Where it stands.
        4 B state: ApplicationState,
        /// The day it was handed in.
        5 A applied_on: NaiveDate,
        /// The day of the present state.
        6 A state_on: NaiveDate,
        /// How it came in.
        7 A source: ApplicationSource,
        /// The programme wished for, in the applicant's words.
        8 A wish: Option<String>,
        /// Why a rule that is not met was passed over.
        9 A rule_note: Option<String>,
        /// Who registered it.
        10 A officer_id: Option<Id<Officer>>,
        /// Taken out of the lists.
        11 A retired_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// One step of an application from one state to another. Never changed.
    pub struct ApplicationStep = 23 "application_step" {
        /// Of which application.
        1 A application_id: Id<Application>,
        /// From.
        2 A from_state: Option<ApplicationState>,
        /// To.
        3 A to_state: ApplicationState,
        /// On which day.
        4 A happened_on: NaiveDate,
        /// Why.
        5 A reason: Option<String>,
        /// By whom.
        6 A officer_id: Option<Id<Officer>>,
    }
}

refusals! {
    "application" =>
    /// What keeps an application from being registered or moved.
    ApplicationRefusal {
        /// No such application.
        Unknown => "unknown",
        /// The person is in this intake already.
        Twice { number } => "twice",
        /// Rules are not met and no note says why they are passed over.
        RuleNoteMissing { rules } => "rule_note_missing",
        /// Neither an intake nor a wish.
        NothingWished => "nothing_wished",
        /// This step does not exist.
        StepUnknown { from, to } => "step_unknown",
        /// This step wants a reason.
        ReasonMissing => "reason_missing",
        /// Papers are missing and no reason says why they are passed.
        PapersMissing { papers } => "papers_missing",
        /// A day in the future, or before the application.
        DayImpossible { day_on } => "day_impossible",
        /// A wish cannot be decided on before it is in an intake.
        NoIntake => "no_intake",
    }
}

/// An application to register.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ApplicationDraft {
    /// Whose.
    pub person_id: Id<Person>,
    /// To which intake.
    pub intake_id: Option<Id<Intake>>,
    /// The programme wished for, when there is no intake.
    pub wish: Option<String>,
    /// How it came in.
    pub source: ApplicationSource,
    /// The day it was handed in; `None`: today.
    pub applied_on: Option<NaiveDate>,
    /// Why rules that are not met are passed over.
    pub rule_note: Option<String>,
}

/// How a person fits an intake, for the page to show before anything is stored.
pub async fn findings(
    connection: &mut SqliteConnection,
    person: Id<Person>,
    intake: Id<Intake>,
    today: NaiveDate,
) -> Result<Vec<RuleFinding>> {
    let person = get(connection, person).await?.ok_or(PersonRefusal::NotFound)?;
    let intake = get(connection, intake).await?.ok_or(IntakeRefusal::Unknown)?;
    let past = store::past(connection, person.id).await?;
    Ok(judge(&intake, &Facts::of(&person, past), today))
}

/// Registers an application and gives it its number. Refuses `application.twice`, `application.rule_note_missing`,
/// `application.nothing_wished`, `intake.unknown`, `people.not_found`.
pub async fn apply(work: &mut Work, draft: ApplicationDraft) -> Result<Id<Application>> {
    let today = office_day(work, work.at()).await?;
    let applied_on = draft.applied_on.unwrap_or(today);
    if applied_on > today {
        return Err(ApplicationRefusal::DayImpossible { day_on: applied_on.to_string() }.into());
    }
    let person = present(work, draft.person_id).await?;
    if person.restricted_at.is_some() {
        return Err(PersonRefusal::Restricted.into());
    }
    let (wish, rule_note) = (draft.wish.as_deref().and_then(filled), draft.rule_note.as_deref().and_then(filled));
    match draft.intake_id {
        Some(intake) => fits(work, &person, intake, applied_on, rule_note.is_some()).await?,
        None if wish.is_none() => return Err(ApplicationRefusal::NothingWished.into()),
        None => {}
    }
    let number = number::next(work, SERIES, today).await?;
    let application = Application {
        id: work.id(),
        person_id: person.id,
        intake_id: draft.intake_id,
        number,
        state: ApplicationState::Registered,
        applied_on,
        state_on: applied_on,
        source: draft.source,
        wish,
        rule_note,
        officer_id: work.actor(),
        retired_at: None,
    };
    work.put_new(&application).await?;
    work.about(application.id).await?;
    Ok(application.id)
}

async fn fits(work: &mut Work, person: &Person, intake: Id<Intake>, day: NaiveDate, noted: bool) -> Result<()> {
    let intake = work.get(intake).await?.ok_or(IntakeRefusal::Unknown)?;
    let past = store::past(work.reads(), person.id).await?;
    match not_fitting(&judge(&intake, &Facts::of(person, past), day), noted) {
        Some(refusal) => Err(refusal.into()),
        None => Ok(()),
    }
}

/// What the findings forbid: the same intake twice, and failed rules that nobody noted a reason for.
pub fn not_fitting(findings: &[RuleFinding], noted: bool) -> Option<ApplicationRefusal> {
    let failed: Vec<&RuleFinding> = findings.iter().filter(|finding| finding.outcome == RuleOutcome::Failed).collect();
    if let Some(twice) = failed.iter().find(|finding| finding.rule == Rule::Twice) {
        return Some(ApplicationRefusal::Twice { number: twice.params.get("number").cloned().unwrap_or_default() });
    }
    if failed.is_empty() || noted {
        return None;
    }
    let rules = failed.iter().map(|finding| finding.rule.code()).collect::<Vec<_>>().join(",");
    Some(ApplicationRefusal::RuleNoteMissing { rules })
}

/// What keeps an application from another intake, if anything.
pub(super) async fn intake_refusal(
    connection: &mut SqliteConnection,
    application: &Application,
    intake: &Intake,
    noted: bool,
) -> Result<Option<Refusal>> {
    let person = get(connection, application.person_id).await?.ok_or(PersonRefusal::NotFound)?;
    let mut past = store::past(connection, person.id).await?;
    past.retain(|other| other.id != application.id);
    let findings = judge(intake, &Facts::of(&person, past), application.applied_on);
    Ok(not_fitting(&findings, noted).map(Into::into))
}

/// Puts a wish, or an application to another intake, into this intake. Refuses as [`apply`] does.
pub async fn assign(work: &mut Work, id: Id<Application>, intake: Id<Intake>, note: Option<&str>) -> Result<()> {
    let mut application = work.get(id).await?.ok_or(ApplicationRefusal::Unknown)?;
    if application.intake_id == Some(intake) {
        return Ok(());
    }
    let wanted = work.get(intake).await?.ok_or(IntakeRefusal::Unknown)?;
    let note = note.and_then(filled);
    if let Some(refusal) = intake_refusal(work.reads(), &application, &wanted, note.is_some()).await? {
        return Err(Error::Refused(refusal));
    }
    application.intake_id = Some(intake);
    application.rule_note = note.or(application.rule_note);
    work.put(&application).await.map(|_| ())
}
