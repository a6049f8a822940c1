//! SQL of applications, interviews, queues and consent.

use super::{
    consent::Consent,
    fair::Fair,
    interview::{Interview, InterviewRow},
    job_application::{JobApplication, JobPage, JobQuery, JobRow},
    participation::Participation,
    queue::{self, QueueRow, QueueState, QueueTicket},
    vacancy::Vacancy,
    visit::Visit,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection, open::get},
};
use chrono::{DateTime, NaiveDate, Utc};

crate::word_columns!(QueueState);

/// What a visitor lets companies see, unless withdrawn.
pub(super) async fn consents(connection: &mut SqliteConnection, visit: Id<Visit>) -> Result<Vec<Consent>> {
    Ok(sqlx::query_as!(
        Consent,
        r#"select id as "id: Id<Consent>", visit_id as "visit_id: Id<Visit>",
           participation_id as "participation_id: Id<Participation>", fields, given_at as "given_at: DateTime<Utc>",
           withdrawn_at as "withdrawn_at: DateTime<Utc>" from consent
           where visit_id = ? and withdrawn_at is null order by id"#,
        visit
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn application_of(
    connection: &mut SqliteConnection,
    visit: Id<Visit>,
    vacancy: Id<Vacancy>,
) -> Result<Option<Id<JobApplication>>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: Id<JobApplication>" from job_application where visit_id = ? and vacancy_id = ? limit 1"#,
        visit,
        vacancy
    )
    .fetch_optional(connection)
    .await?)
}

/// The vacancies that are offered at a fair.
pub(super) async fn offered_at(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<Id<Vacancy>>> {
    Ok(sqlx::query_scalar!(
        r#"select vacancy_id as "id: Id<Vacancy>" from offer join participation on participation.id = participation_id
           where fair_id = ? and state in ('DITERIMA', 'HADIR')"#,
        fair
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn is_offered(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
    vacancy: Id<Vacancy>,
) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from offer join participation on participation.id = participation_id
           where vacancy_id = ? and fair_id = ? and state in ('DITERIMA', 'HADIR')) as "there!: bool""#,
        vacancy,
        fair
    )
    .fetch_one(connection)
    .await?)
}

/// What a row of the list tells beside the application.
struct About {
    id: Id<JobApplication>,
    full_name: String,
    ticket: String,
    title: String,
    company: String,
}

async fn with_row(connection: &mut SqliteConnection, about: About) -> Result<Option<JobRow>> {
    let row: Option<JobApplication> = get(connection, about.id).await?;
    Ok(row.map(|application| JobRow {
        next: application.state.next().to_vec(),
        application,
        full_name: about.full_name,
        ticket: about.ticket,
        title: about.title,
        company: about.company,
    }))
}

/// One application for the list.
pub(super) async fn job_row(connection: &mut SqliteConnection, id: Id<JobApplication>) -> Result<Option<JobRow>> {
    let about = sqlx::query_as!(
        About,
        r#"select job_application.id as "id: Id<JobApplication>", full_name, ticket, title, company.name as company
           from job_application join visit on visit.id = visit_id join person on person.id = person_id
           join vacancy on vacancy.id = vacancy_id join company on company.id = vacancy.company_id
           where job_application.id = ?"#,
        id
    )
    .fetch_optional(&mut *connection)
    .await?;
    match about {
        Some(about) => with_row(connection, about).await,
        None => Ok(None),
    }
}

/// A page of applications; `text` in small letters.
pub(super) async fn job_page(connection: &mut SqliteConnection, q: &JobQuery, text: &str) -> Result<JobPage> {
    let total = sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from job_application join visit on visit.id = visit_id
           join person on person.id = person_id join vacancy on vacancy.id = vacancy_id
           join company on company.id = vacancy.company_id
           where visit.fair_id = ?1 and (?2 is null or visit_id = ?2) and (?3 is null or job_application.state = ?3)
           and (?4 = '' or instr(lower(full_name), ?4) or instr(lower(title), ?4) or instr(lower(company.name), ?4))"#,
        q.fair_id,
        q.visit,
        q.state,
        text
    )
    .fetch_one(&mut *connection)
    .await?;
    let found = sqlx::query_as!(
        About,
        r#"select job_application.id as "id: Id<JobApplication>", full_name, ticket, title, company.name as company
           from job_application join visit on visit.id = visit_id
           join person on person.id = person_id join vacancy on vacancy.id = vacancy_id
           join company on company.id = vacancy.company_id
           where visit.fair_id = ?1 and (?2 is null or visit_id = ?2) and (?3 is null or job_application.state = ?3)
           and (?4 = '' or instr(lower(full_name), ?4) or instr(lower(title), ?4) or instr(lower(company.name), ?4))
           order by full_name collate nocase, company.name collate nocase, job_application.id limit ?5 offset ?6"#,
        q.fair_id,
        q.visit,
        q.state,
        text,
        q.count,
        q.offset
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut rows = Vec::with_capacity(found.len());
    for about in found {
        rows.extend(with_row(connection, about).await?);
    }
    Ok(JobPage { total, rows })
}

/// Hires whose first working day has come and that are not counted as placements yet.
pub(super) async fn hires_to_count(connection: &mut SqliteConnection, today: NaiveDate) -> Result<Vec<JobApplication>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: Id<JobApplication>" from job_application
           where state = 'DITERIMA' and event_id is null and starts_on <= ? order by id"#,
        today
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        rows.extend(get(&mut *connection, id).await?);
    }
    Ok(rows)
}

/// Other interviews of the same person or of the same company, with the person, the company, and whether it is the
/// same person.
pub(super) async fn interviews_beside(
    connection: &mut SqliteConnection,
    application: &JobApplication,
) -> Result<Vec<(Interview, String, String, bool)>> {
    let rows = sqlx::query!(
        r#"select interview.id as "id: Id<Interview>", application_id as "application_id: Id<JobApplication>",
           starts_at as "starts_at: DateTime<Utc>", minutes, place, full_name, company.name as company,
           visit.person_id = (select person_id from visit where id = ?1) as "same!: bool"
           from interview join job_application on job_application.id = application_id
           join visit on visit.id = visit_id join person on person.id = person_id
           join vacancy on vacancy.id = vacancy_id join company on company.id = vacancy.company_id
           where visit.person_id = (select person_id from visit where id = ?1)
           or vacancy.company_id = (select company_id from vacancy where id = ?2) order by starts_at"#,
        application.visit_id,
        application.vacancy_id
    )
    .fetch_all(connection)
    .await?;
    let one = rows.into_iter().map(|row| {
        let interview = Interview {
            id: row.id,
            application_id: row.application_id,
            starts_at: row.starts_at,
            minutes: row.minutes,
            place: row.place,
        };
        (interview, row.full_name, row.company, row.same)
    });
    Ok(one.collect())
}

/// The interviews of a fair in their order.
pub(super) async fn interviews(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<InterviewRow>> {
    let rows = sqlx::query!(
        r#"select interview.id as "id: Id<Interview>", application_id as "application_id: Id<JobApplication>",
           starts_at as "starts_at: DateTime<Utc>", minutes, interview.place, full_name, title, company.name as company,
           (select code from participation join booth on booth.id = booth_id
            where participation.fair_id = ?1 and participation.company_id = company.id) as "booth: String"
           from interview join job_application on job_application.id = application_id
           join visit on visit.id = visit_id join person on person.id = person_id
           join vacancy on vacancy.id = vacancy_id join company on company.id = vacancy.company_id
           where visit.fair_id = ?1 order by starts_at, company.name"#,
        fair
    )
    .fetch_all(connection)
    .await?;
    let one = rows.into_iter().map(|row| InterviewRow {
        interview: Interview {
            id: row.id,
            application_id: row.application_id,
            starts_at: row.starts_at,
            minutes: row.minutes,
            place: row.place,
        },
        full_name: row.full_name,
        title: row.title,
        company: row.company,
        booth: row.booth,
    });
    Ok(one.collect())
}

/// The numbers before a booth on a day, in their order.
pub(super) async fn queue(
    connection: &mut SqliteConnection,
    participation: Id<Participation>,
    day: NaiveDate,
) -> Result<Vec<QueueTicket>> {
    Ok(sqlx::query_as!(
        QueueTicket,
        r#"select id as "id: Id<QueueTicket>", participation_id as "participation_id: Id<Participation>",
           visit_id as "visit_id: Id<Visit>", day_on as "day_on: NaiveDate", number, station,
           state as "state: QueueState", called_at as "called_at: DateTime<Utc>" from queue_ticket
           where participation_id = ? and day_on = ? order by id"#,
        participation,
        day
    )
    .fetch_all(connection)
    .await?)
}

/// The numbers of a fair on a day that are called or wait.
pub(super) async fn queue_rows(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
    day: NaiveDate,
) -> Result<Vec<QueueRow>> {
    let rows = sqlx::query!(
        r#"select queue_ticket.id as "id: Id<QueueTicket>", participation_id as "participation_id: Id<Participation>",
           visit_id as "visit_id: Id<Visit>", number, station, queue_ticket.state as "state: QueueState",
           called_at as "called_at: DateTime<Utc>", full_name, company.name as company, booth.code as "booth?"
           from queue_ticket join participation on participation.id = participation_id
           join company on company.id = company_id join visit on visit.id = visit_id
           join person on person.id = person_id left join booth on booth.id = participation.booth_id
           where participation.fair_id = ? and day_on = ? and queue_ticket.state in ('DIPANGGIL', 'MENUNGGU')
           order by called_at desc, queue_ticket.id"#,
        fair,
        day
    )
    .fetch_all(connection)
    .await?;
    let one = rows.into_iter().map(|row| {
        let ticket = QueueTicket {
            id: row.id,
            participation_id: row.participation_id,
            visit_id: row.visit_id,
            day_on: day,
            number: row.number,
            station: row.station,
            state: row.state,
            called_at: row.called_at,
        };
        QueueRow {
            shown: queue::shown(&ticket),
            ticket,
            full_name: row.full_name,
            company: row.company,
            booth: row.booth,
        }
    });
    Ok(one.collect())
}
