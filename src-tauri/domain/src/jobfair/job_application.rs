//! An application at a fair (*lamaran kerja*): one visitor, one vacancy, from the first word to hired, or to no from
//! either side, with the day of each step.

use super::{
    consent, fair::Fair, hire_store as store, placement, ticket, vacancy::Vacancy, visit::Visit, visitor::VisitRefusal,
};
use crate::{
    base::{id::Id, text::filled},
    people::{card::SeekerEvent, register::office_day},
    store::{Result, SqliteConnection, Work},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// How far an application has come.
    pub enum JobState {
        /// Applied.
        Applied = "MELAMAR",
        /// The papers were good.
        Screened = "LOLOS_BERKAS",
        /// Interviewed.
        Interviewed = "WAWANCARA",
        /// Hired.
        Hired = "DITERIMA",
        /// The company said no.
        Rejected = "DITOLAK",
        /// The person said no.
        Declined = "MENGUNDURKAN_DIRI",
    }
}

use JobState as S;

impl JobState {
    /// Where it may go from here.
    pub fn next(self) -> &'static [S] {
        match self {
            S::Applied => &[S::Screened, S::Interviewed, S::Hired, S::Rejected, S::Declined],
            S::Screened => &[S::Interviewed, S::Hired, S::Rejected, S::Declined],
            S::Interviewed => &[S::Hired, S::Rejected, S::Declined],
            S::Hired => &[S::Declined, S::Rejected],
            S::Rejected | S::Declined => &[S::Applied, S::Interviewed, S::Hired],
        }
    }

    /// Whether nothing more is to be decided.
    pub fn ended(self) -> bool {
        matches!(self, S::Hired | S::Rejected | S::Declined)
    }
}

table! {
    /// An application at a fair.
    pub struct JobApplication = 72 "job_application" {
        /// Whose.
        1 A visit_id: Id<Visit>,
        /// For what.
        2 A vacancy_id: Id<Vacancy>,
        /// How far it has come.
        3 B state: JobState,
        /// Applied on.
        4 A applied_on: NaiveDate,
        /// Papers good on.
        5 A screened_on: Option<NaiveDate>,
        /// Interviewed on.
        6 A interviewed_on: Option<NaiveDate>,
        /// Hired, or told no, on.
        7 A decided_on: Option<NaiveDate>,
        /// Why not.
        8 A reason: Option<String>,
        /// First working day.
        9 A starts_on: Option<NaiveDate>,
        /// Wage agreed, rupiah a month.
        10 A wage: Option<i64>,
        /// The placement as the monthly reports count it.
        11 A event_id: Option<Id<SeekerEvent>>,
    }
}

/// Who applies for what.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct JobWish {
    /// Who.
    pub visit: Id<Visit>,
    /// For what.
    pub vacancy: Id<Vacancy>,
}

/// A step of an application.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct JobMove {
    /// Which.
    pub id: Id<JobApplication>,
    /// Where to.
    pub to: JobState,
    /// On which day; `None`: today.
    pub on: Option<NaiveDate>,
    /// Why not.
    pub reason: String,
    /// First working day, of one who is hired.
    pub starts_on: Option<NaiveDate>,
    /// Wage agreed.
    pub wage: Option<i64>,
}

/// Two codes scanned one after the other at a booth: a ticket and a vacancy, in either order.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TwoScans {
    /// At which fair.
    pub fair_id: Id<Fair>,
    /// The first.
    pub first: String,
    /// The second.
    pub second: String,
}

/// An application in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct JobRow {
    /// The application.
    pub application: JobApplication,
    /// Who.
    pub full_name: String,
    /// Their ticket.
    pub ticket: String,
    /// For what.
    pub title: String,
    /// Where.
    pub company: String,
    /// Where it may go from here.
    pub next: Vec<JobState>,
}

/// Applications to look for.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct JobQuery {
    /// At which fair.
    pub fair_id: Id<Fair>,
    /// Of one visitor.
    pub visit: Option<Id<Visit>>,
    /// That have come so far.
    pub state: Option<JobState>,
    /// A part of a name, a post or a company.
    pub text: String,
    /// From which on.
    pub offset: i64,
    /// How many.
    pub count: i64,
}

/// A page of applications.
#[derive(Clone, Debug, Serialize, TS)]
pub struct JobPage {
    /// How many fit.
    pub total: i64,
    /// The page.
    pub rows: Vec<JobRow>,
}

refusals! {
    "job" =>
    /// What keeps an application from being noted or taken further.
    JobRefusal {
        /// That vacancy is not offered at this fair.
        NotOffered => "not_offered",
        /// The visitor has not said what companies may see.
        ConsentMissing { name } => "consent_missing",
        /// That step is not possible from here.
        NotPossible => "not_possible",
        /// The day lies before the application.
        DayBefore => "day_before",
        /// The placement is counted; the reports would no longer be true.
        Counted => "counted",
        /// A wage below nothing.
        WageRange => "wage_range",
        /// One ticket and one vacancy are asked for.
        CodesWrong => "codes_wrong",
        /// No such application.
        Unknown => "unknown",
    }
}

/// The code of a vacancy on the sheet at its booth: told apart from a ticket by its first sign.
pub fn vacancy_code(vacancy: Id<Vacancy>) -> String {
    format!("V{}", ticket::of_bits(vacancy.uuid().as_u128()))
}

/// Notes an application; the same again is the same. Refuses `job.not_offered`, `.consent_missing`, `visit.unknown`.
pub async fn apply(work: &mut Work, wish: JobWish) -> Result<Id<JobApplication>> {
    let visit: Visit = work.get(wish.visit).await?.ok_or(VisitRefusal::Unknown)?;
    if let Some(id) = store::application_of(work.reads(), wish.visit, wish.vacancy).await? {
        return Ok(id);
    }
    if !store::is_offered(work.reads(), visit.fair_id, wish.vacancy).await? {
        return Err(JobRefusal::NotOffered.into());
    }
    if consent::of(work.reads(), wish.visit).await?.is_empty() {
        let name = work.get(visit.person_id).await?.map(|person| person.full_name).unwrap_or_default();
        return Err(JobRefusal::ConsentMissing { name }.into());
    }
    let at = work.at();
    let application = JobApplication {
        id: work.id(),
        visit_id: wish.visit,
        vacancy_id: wish.vacancy,
        state: S::Applied,
        applied_on: office_day(work, at).await?,
        screened_on: None,
        interviewed_on: None,
        decided_on: None,
        reason: None,
        starts_on: None,
        wage: None,
        event_id: None,
    };
    work.put_new(&application).await?;
    work.about(application.id).await?;
    Ok(application.id)
}

/// Takes an application a step further; who is hired and has begun is counted as placed, once. Refuses the words of
/// `job`.
pub async fn step(work: &mut Work, order: JobMove) -> Result<()> {
    let mut row: JobApplication = work.get(order.id).await?.ok_or(JobRefusal::Unknown)?;
    let again = row.state == S::Hired && order.to == S::Hired;
    if !again && !row.state.next().contains(&order.to) {
        return Err(JobRefusal::NotPossible.into());
    }
    if row.event_id.is_some() {
        return Err(JobRefusal::Counted.into());
    }
    let at = work.at();
    let on = match order.on {
        Some(on) => on,
        None => office_day(work, at).await?.max(row.applied_on),
    };
    if on < row.applied_on || order.starts_on.is_some_and(|day| day < row.applied_on) {
        return Err(JobRefusal::DayBefore.into());
    }
    if order.wage.is_some_and(|wage| wage < 0) {
        return Err(JobRefusal::WageRange.into());
    }
    match order.to {
        S::Applied => row.decided_on = None,
        S::Screened => row.screened_on = Some(on),
        S::Interviewed => (row.interviewed_on, row.decided_on) = (Some(on), None),
        S::Hired | S::Rejected | S::Declined => row.decided_on = Some(on),
    }
    row.state = order.to;
    row.reason = filled(&order.reason).filter(|_| matches!(order.to, S::Rejected | S::Declined));
    let hired = order.to == S::Hired;
    row.starts_on = order.starts_on.or(row.starts_on.filter(|_| again)).filter(|_| hired);
    row.wage = order.wage.or(row.wage.filter(|_| again)).filter(|_| hired);
    work.put(&row).await?;
    if hired {
        placement::count(work, &row).await?;
    }
    work.about(row.id).await
}

/// A ticket and a vacancy were scanned: the application, noted now if there was none. Refuses `job.codes_wrong`,
/// `.not_offered`, `.consent_missing`, `visit.unknown`.
pub async fn two_scans(work: &mut Work, scans: TwoScans) -> Result<JobRow> {
    let vacancy = |code: &str| {
        let rest = code.trim().strip_prefix(['V', 'v'])?;
        ticket::read(rest).ok()
    };
    let (ticket_code, vacancy_code_read) = match (vacancy(&scans.first), vacancy(&scans.second)) {
        (Some(post), None) => (&scans.second, post),
        (None, Some(post)) => (&scans.first, post),
        _ => return Err(JobRefusal::CodesWrong.into()),
    };
    let code = ticket::read(ticket_code).map_err(|_| JobRefusal::CodesWrong)?;
    let visit = super::gate_store::visit_by_ticket(work.reads(), &code).await?.ok_or(VisitRefusal::Unknown)?;
    let offered = store::offered_at(work.reads(), scans.fair_id).await?;
    let wanted = format!("V{vacancy_code_read}");
    let vacancy = offered.into_iter().find(|id| vacancy_code(*id) == wanted).ok_or(JobRefusal::NotOffered)?;
    let id = apply(work, JobWish { visit, vacancy }).await?;
    store::job_row(work.reads(), id).await?.ok_or_else(|| JobRefusal::Unknown.into())
}

/// A page of applications by visitor.
pub async fn list(connection: &mut SqliteConnection, query: &JobQuery) -> Result<JobPage> {
    store::job_page(connection, query, &query.text.trim().to_lowercase()).await
}

#[cfg(test)]
#[path = "job_application_tests.rs"]
mod tests;
