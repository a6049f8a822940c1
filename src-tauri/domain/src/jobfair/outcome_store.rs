//! SQL of what came of a fair.

use super::{
    company::Company,
    fair::Fair,
    job_application::{JobApplication, JobState},
    outcome::{Counted, PostRow, reached},
    result_sheet::ResultLine,
    visit::Visit,
};
use crate::{
    base::{id::Id, sex::Sex},
    people::education::Education,
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The visitors of a fair as far as the report counts them.
pub(super) async fn visitors(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<Counted>> {
    let jobs = sqlx::query!(
        r#"select visit_id as "visit: Id<Visit>", job_application.state as "state: JobState",
           interviewed_on is not null as "interviewed!: bool"
           from job_application join visit on visit.id = visit_id where visit.fair_id = ?"#,
        fair
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut far: HashMap<Id<Visit>, (bool, bool)> = HashMap::new();
    for job in jobs {
        let (interviewed, hired) = reached(job.state, job.interviewed);
        let best = far.entry(job.visit).or_default();
        *best = (best.0 || interviewed, best.1 || hired);
    }
    let rows = sqlx::query!(
        r#"select visit.id as "id: Id<Visit>", sex as "sex: Sex", birth_on as "birth_on: NaiveDate",
           education as "education: Education", regency_code, disability is not null as "disabled!: bool",
           exists (select 1 from gate_event where visit_id = visit.id and direction = 'MASUK') as "came!: bool"
           from visit join person on person.id = person_id where fair_id = ?"#,
        fair
    )
    .fetch_all(connection)
    .await?;
    let counted = rows.into_iter().map(|row| {
        let job = far.get(&row.id);
        Counted {
            came: row.came,
            sex: row.sex,
            birth_on: row.birth_on,
            education: row.education,
            regency: row.regency_code,
            disabled: row.disabled,
            applied: job.is_some(),
            interviewed: job.is_some_and(|job| job.0),
            hired: job.is_some_and(|job| job.1),
        }
    });
    Ok(counted.collect())
}

/// The posts of a fair with what came of them.
pub(super) async fn posts(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<PostRow>> {
    Ok(sqlx::query_as!(
        PostRow,
        r#"select title, company.name as company, men, women, either, disability_friendly as "friendly: bool",
           (select count(*) from job_application join visit on visit.id = visit_id
            where vacancy_id = vacancy.id and visit.fair_id = ?1) as "applied!: i64",
           (select count(*) from job_application join visit on visit.id = visit_id
            where vacancy_id = vacancy.id and visit.fair_id = ?1 and job_application.state = 'DITERIMA') as "hired!: i64"
           from offer join participation on participation.id = participation_id
           join vacancy on vacancy.id = vacancy_id join company on company.id = vacancy.company_id
           where participation.fair_id = ?1 and participation.state in ('DITERIMA', 'HADIR')"#,
        fair
    )
    .fetch_all(connection)
    .await?)
}

/// Companies that were asked or applied, and those that came.
pub(super) async fn companies(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"select count(*) as "invited!: i64", coalesce(sum(state = 'HADIR'), 0) as "present!: i64"
           from participation where fair_id = ?"#,
        fair
    )
    .fetch_one(connection)
    .await?;
    Ok((row.invited, row.present))
}

/// Applications, and hires that are counted as placements: a placement told twice counts once.
pub(super) async fn applications(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"select count(*) as "all!: i64", count(distinct event_id) as "placed!: i64"
           from job_application join visit on visit.id = visit_id where visit.fair_id = ?"#,
        fair
    )
    .fetch_one(connection)
    .await?;
    Ok((row.all, row.placed))
}

/// Companies that came and whose last report is due and missing.
pub(super) async fn silent(connection: &mut SqliteConnection, fair: Id<Fair>, today: NaiveDate) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        r#"select company.name from fair_duty join participation on participation.id = participation_id
           join company on company.id = company_id
           where fair_id = ? and kind = 'AKHIR' and done_on is null and due_on < ? order by company.name collate nocase"#,
        fair,
        today
    )
    .fetch_all(connection)
    .await?)
}

/// Whoever applied to a company at a fair, for its result sheet.
pub(super) async fn result_lines(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
    company: Id<Company>,
) -> Result<Vec<ResultLine>> {
    Ok(sqlx::query_as!(
        ResultLine,
        r#"select job_application.id as "application: Id<JobApplication>", ticket, full_name, title,
           job_application.state as "state: JobState", starts_on as "starts_on: NaiveDate"
           from job_application join visit on visit.id = visit_id join person on person.id = person_id
           join vacancy on vacancy.id = vacancy_id where visit.fair_id = ? and vacancy.company_id = ?
           order by title collate nocase, full_name collate nocase"#,
        fair,
        company
    )
    .fetch_all(connection)
    .await?)
}
