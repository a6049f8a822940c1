//! The sample's intakes and applications.

use super::{Dice, REGENCY};
use balai_domain::{
    base::id::Id,
    catalog::{self, Programme},
    people::{document::DocumentKind, education::Education, person::Person},
    registration::{
        application::{self, ApplicationDraft, ApplicationSource},
        intake::{self, Funding, Intake, IntakeDraft},
        state::ApplicationState,
        step::{self, StepDraft},
    },
    store::{Error, Result, Work},
};
use chrono::{NaiveDate, TimeDelta};

/// Codes of the programmes that every office begins with.
const PROGRAMMES: &[&str] = &["LAS-SMAW-3F", "JAHIT-MESIN", "DESAIN-GRAFIS", "AC-RESIDENSIAL"];
/// Days from today to the opening and to the closing of each programme's intakes.
const WINDOWS: &[(i64, i64)] = &[(-20, 15), (-70, -35), (-5, 30), (-12, 20)];
const NOTE: &str = "Disetujui kepala seksi (data contoh)";

/// Makes an intake of each programme, and applications of about half the people.
pub async fn fill(work: &mut Work, dice: &mut Dice, everyone: &[Id<Person>], today: NaiveDate) -> Result<()> {
    let programmes = catalog::list(work.reads(), false).await?;
    let mut intakes = Vec::new();
    for (code, window) in PROGRAMMES.iter().zip(WINDOWS) {
        if let Some(programme) = programmes.iter().find(|programme| programme.code == *code) {
            intakes.push(open(work, programme.id, *window, today).await?);
        }
    }
    for person in everyone.iter().step_by(2) {
        let (intake, opens_on) = *dice.pick(&intakes);
        apply(work, dice, *person, intake, opens_on, today).await?;
    }
    Ok(())
}

async fn open(
    work: &mut Work,
    programme: Id<Programme>,
    window: (i64, i64),
    today: NaiveDate,
) -> Result<(Id<Intake>, NaiveDate)> {
    let day = |days: i64| today + TimeDelta::days(days);
    let opens_on = day(window.0);
    let draft = IntakeDraft {
        opens_on,
        closes_on: day(window.1),
        starts_on: Some(day(window.1 + 14)),
        funding: Some(Funding::Regency),
        age_min: Some(18),
        age_max: Some(40),
        education_min: Some(Education::LowerSecondary),
        domicile_code: Some(REGENCY.to_owned()),
        documents: vec![DocumentKind::IdentityCard],
        ..intake::blank(work.reads(), programme, today).await?
    };
    Ok((intake::save(work, draft).await?, opens_on))
}

async fn apply(
    work: &mut Work,
    dice: &mut Dice,
    person: Id<Person>,
    intake: Id<Intake>,
    opens_on: NaiveDate,
    today: NaiveDate,
) -> Result<()> {
    let days = dice.below(usize::try_from((today - opens_on).num_days()).unwrap_or(0).clamp(1, 30));
    let day = opens_on + TimeDelta::days(i64::try_from(days).unwrap_or(0));
    let draft = |rule_note: Option<&str>| ApplicationDraft {
        person_id: person,
        intake_id: Some(intake),
        wish: None,
        source: ApplicationSource::Counter,
        applied_on: Some(day),
        rule_note: rule_note.map(str::to_owned),
    };
    let id = match application::apply(work, draft(None)).await {
        // A rule is not met: an office notes why it is passed over.
        Err(Error::Refused(_)) => application::apply(work, draft(Some(NOTE))).await?,
        other => other?,
    };
    let to = match dice.below(10) {
        0..4 => return Ok(()),
        4..6 => ApplicationState::PapersMissing,
        6..9 => ApplicationState::PapersPassed,
        _ => ApplicationState::PapersFailed,
    };
    let on = Some((day + TimeDelta::days(3)).min(today));
    step::move_on(work, id, &StepDraft { to, reason: Some("Pemeriksaan berkas (data contoh)".to_owned()), on }).await
}
