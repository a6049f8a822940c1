//! Times of interviews (*jadwal wawancara*): nobody is in two places at once, and a company talks to one at a time.

use super::{
    fair::Fair,
    hire_store as store,
    job_application::{JobApplication, JobRefusal},
};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

table! {
    /// A time for an interview.
    pub struct Interview = 73 "interview" {
        /// For which application.
        1 A application_id: Id<JobApplication>,
        /// From.
        2 A starts_at: DateTime<Utc>,
        /// How long.
        3 A minutes: i64,
        /// Where; `None`: at the booth.
        4 A place: Option<String>,
    }
}

/// A time to keep.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct InterviewDraft {
    /// `None`: a new one.
    pub id: Option<Id<Interview>>,
    /// For which application.
    pub application: Id<JobApplication>,
    /// From.
    pub starts_at: DateTime<Utc>,
    /// How long.
    pub minutes: i64,
    /// Where.
    pub place: String,
}

/// A time in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct InterviewRow {
    /// The time.
    pub interview: Interview,
    /// Who.
    pub full_name: String,
    /// For what.
    pub title: String,
    /// With whom.
    pub company: String,
    /// At which booth.
    pub booth: Option<String>,
}

refusals! {
    "interview" =>
    /// What keeps a time from being kept.
    InterviewRefusal {
        /// The person has another interview then.
        PersonBusy { company, at } => "person_busy",
        /// The company has another interview then.
        CompanyBusy { name, at } => "company_busy",
        /// An interview lasts five minutes to four hours.
        MinutesRange => "minutes_range",
        /// No such time.
        Unknown => "unknown",
    }
}

/// Two spans that touch do not meet. Pure.
pub fn meet(one: (DateTime<Utc>, i64), other: (DateTime<Utc>, i64)) -> bool {
    one.0 < other.0 + TimeDelta::minutes(other.1) && other.0 < one.0 + TimeDelta::minutes(one.1)
}

/// The first time from a moment on that meets none that is taken, looked for every `minutes`. Pure.
pub fn first_free(from: DateTime<Utc>, minutes: i64, taken: &[(DateTime<Utc>, i64)]) -> DateTime<Utc> {
    let minutes = minutes.max(1);
    let mut at = from;
    while let Some(other) = taken.iter().find(|other| meet((at, minutes), **other)) {
        at = other.0 + TimeDelta::minutes(other.1.max(1));
    }
    at
}

/// Keeps a time. Refuses `interview.person_busy`, `.company_busy`, `.minutes_range`, `.unknown`, `job.unknown`.
pub async fn save(work: &mut Work, draft: InterviewDraft) -> Result<Id<Interview>> {
    let application: JobApplication = work.get(draft.application).await?.ok_or(JobRefusal::Unknown)?;
    if !(5..=240).contains(&draft.minutes) {
        return Err(InterviewRefusal::MinutesRange.into());
    }
    if let Some(id) = draft.id {
        work.get(id).await?.ok_or(InterviewRefusal::Unknown)?;
    }
    let zone = crate::office::office(work.reads()).await?.map(|office| office.zone);
    let shown = |at: DateTime<Utc>| match zone {
        Some(zone) => zone.local(at).format("%H.%M").to_string(),
        None => at.format("%H.%M").to_string(),
    };
    let span = (draft.starts_at, draft.minutes);
    for (other, name, company, same_person) in store::interviews_beside(work.reads(), &application).await? {
        if Some(other.id) == draft.id || !meet(span, (other.starts_at, other.minutes)) {
            continue;
        }
        let at = shown(other.starts_at);
        return Err(if same_person {
            InterviewRefusal::PersonBusy { company, at }.into()
        } else {
            InterviewRefusal::CompanyBusy { name, at }.into()
        });
    }
    let id = draft.id.unwrap_or_else(|| work.id());
    let InterviewDraft { starts_at, minutes, .. } = draft;
    let place = filled(&draft.place);
    work.put(&Interview { id, application_id: draft.application, starts_at, minutes, place }).await?;
    work.about(draft.application).await?;
    Ok(id)
}

/// Gives a time up. Refuses `interview.unknown`.
pub async fn remove(work: &mut Work, id: Id<Interview>) -> Result<()> {
    let interview: Interview = work.get(id).await?.ok_or(InterviewRefusal::Unknown)?;
    work.remove(&interview).await?;
    work.about(interview.application_id).await
}

/// The first time from a moment on when both sides are free. Refuses `job.unknown`.
pub async fn propose(
    connection: &mut SqliteConnection,
    application: Id<JobApplication>,
    from: DateTime<Utc>,
    minutes: i64,
) -> Result<DateTime<Utc>> {
    let row: JobApplication =
        crate::store::open::get(&mut *connection, application).await?.ok_or(JobRefusal::Unknown)?;
    let beside = store::interviews_beside(connection, &row).await?;
    let taken: Vec<(DateTime<Utc>, i64)> = beside.iter().map(|(one, ..)| (one.starts_at, one.minutes)).collect();
    Ok(first_free(from, minutes, &taken))
}

/// The interviews of a fair in their order.
pub async fn list(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<InterviewRow>> {
    store::interviews(connection, fair).await
}
