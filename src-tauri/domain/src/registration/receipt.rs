//! What stands on the receipt of a registration (*tanda bukti pendaftaran*); the shell words and prints it.

use super::{
    application::{Application, ApplicationRefusal},
    state::ApplicationState,
    store,
};
use crate::{
    base::id::Id,
    people::document::DocumentKind,
    store::{Result, SqliteConnection, open::get},
};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// One paper that the intake asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AskedPaper {
    /// Its code.
    pub kind: DocumentKind,
    /// Seen or scanned.
    pub received: bool,
}

/// The data of a receipt.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ReceiptSheet {
    /// Registration number.
    pub number: String,
    /// The applicant.
    pub full_name: String,
    /// NIK with its middle hidden.
    pub nik_masked: Option<String>,
    /// The programme, or the wish.
    pub programme: String,
    /// The intake's name.
    pub intake: Option<String>,
    /// First day of the course.
    pub starts_on: Option<NaiveDate>,
    /// Last day of registration: papers are due by then.
    pub closes_on: Option<NaiveDate>,
    /// The day it was handed in.
    pub applied_on: NaiveDate,
    /// Where it stands.
    pub state: ApplicationState,
    /// The officer who registered it.
    pub officer: Option<String>,
    /// The officer's NIP.
    pub officer_nip: Option<String>,
    /// Papers asked for.
    pub papers: Vec<AskedPaper>,
}

/// The receipt of an application. Refuses `application.unknown`.
pub async fn sheet(connection: &mut SqliteConnection, id: Id<Application>) -> Result<ReceiptSheet> {
    let application = get(connection, id).await?.ok_or(ApplicationRefusal::Unknown)?;
    let person = get(connection, application.person_id).await?.ok_or(ApplicationRefusal::Unknown)?;
    let intake = match application.intake_id {
        Some(intake) => get(connection, intake).await?,
        None => None,
    };
    let programme = match &intake {
        Some(intake) => get(connection, intake.programme_id).await?,
        None => None,
    };
    let officer = match application.officer_id {
        Some(officer) => get(connection, officer).await?,
        None => None,
    };
    let missing = store::missing_papers(connection, id).await?;
    let asked = intake.iter().flat_map(|intake| intake.documents());
    let papers = asked.map(|kind| AskedPaper { kind, received: !missing.contains(&kind) });
    Ok(ReceiptSheet {
        papers: papers.collect(),
        number: application.number,
        full_name: person.full_name,
        nik_masked: person.nik.as_deref().map(mask),
        programme: programme.map(|programme| programme.name).or(application.wish).unwrap_or_default(),
        starts_on: intake.as_ref().and_then(|intake| intake.starts_on),
        closes_on: intake.as_ref().map(|intake| intake.closes_on),
        intake: intake.map(|intake| intake.name),
        applied_on: application.applied_on,
        state: application.state,
        officer_nip: officer.as_ref().and_then(|officer| officer.nip.clone()),
        officer: officer.map(|officer| officer.full_name),
    })
}

/// `3216••••••••3271`.
fn mask(nik: &str) -> String {
    format!("{}••••••••{}", nik.get(..4).unwrap_or_default(), nik.get(12..).unwrap_or_default())
}
