//! SQL of fairs: their sessions, halls and booths, the companies that take part, and what these owe.

use super::{
    company::Company,
    duty::{DutyKind, DutyRow, FairDuty},
    fair::{Fair, FairKind, FairRow, FairSession, Organiser},
    floor::{Booth, Hall},
    participation::{Offer, Participation, ParticipationRow, ParticipationState},
    vacancy::Vacancy,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

crate::word_columns!(DutyKind, FairKind, Organiser, ParticipationState);

/// The fairs with their numbers, newest first.
pub(super) async fn fair_rows(
    connection: &mut SqliteConnection,
    retired: bool,
    today: NaiveDate,
) -> Result<Vec<FairRow>> {
    let sums = sqlx::query!(
        r#"select
           (select count(*) from participation where fair_id = fair.id and state in ('DITERIMA', 'HADIR')) as "companies!: i64",
           (select coalesce(sum(men + women + either), 0) from offer
            join participation on participation.id = participation_id join vacancy on vacancy.id = vacancy_id
            where participation.fair_id = fair.id and participation.state in ('DITERIMA', 'HADIR')) as "openings!: i64",
           (select count(*) from visit where fair_id = fair.id) as "visitors!: i64",
           (select count(*) from job_application join visit on visit.id = visit_id
            where visit.fair_id = fair.id and job_application.state = 'DITERIMA') as "hired!: i64"
           from fair where ? or retired_at is null order by starts_on desc, id"#,
        retired
    )
    .fetch_all(&mut *connection)
    .await?;
    let fairs = sqlx::query_as!(
        Fair,
        r#"select id as "id: Id<Fair>", name, kind as "kind: FairKind", organiser as "organiser: Organiser", organiser_name,
           approval, starts_on as "starts_on: NaiveDate", ends_on as "ends_on: NaiveDate", place, capacity, per_half_hour,
           companies_planned, hires_planned, report_days, note, retired_at as "retired_at: DateTime<Utc>"
           from fair where ? or retired_at is null order by starts_on desc, id"#,
        retired
    )
    .fetch_all(connection)
    .await?;
    let row = |(fair, sum): (Fair, _)| {
        let (companies, openings, visitors, hired) = sum;
        FairRow { stage: fair.stage(today), fair, companies, openings, visitors, hired }
    };
    let sums = sums.into_iter().map(|sum| (sum.companies, sum.openings, sum.visitors, sum.hired));
    Ok(fairs.into_iter().zip(sums).map(row).collect())
}

pub(crate) async fn sessions(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<FairSession>> {
    Ok(sqlx::query_as!(
        FairSession,
        r#"select id as "id: Id<FairSession>", fair_id as "fair_id: Id<Fair>", day_on as "day_on: NaiveDate",
           from_time as "from_time: NaiveTime", to_time as "to_time: NaiveTime", quota from fair_session
           where fair_id = ? order by day_on, from_time"#,
        fair
    )
    .fetch_all(connection)
    .await?)
}

/// Tickets of each session.
pub(crate) async fn session_counts(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
) -> Result<Vec<(Id<FairSession>, i64)>> {
    let rows = sqlx::query!(
        r#"select session_id as "id!: Id<FairSession>", count(*) as "count!: i64" from visit
           where fair_id = ? and session_id is not null group by session_id"#,
        fair
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.count)).collect())
}

pub(crate) async fn halls(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<Hall>> {
    Ok(sqlx::query_as!(
        Hall,
        r#"select id as "id: Id<Hall>", fair_id as "fair_id: Id<Fair>", name, width, depth, entrance from hall
           where fair_id = ? order by name, id"#,
        fair
    )
    .fetch_all(connection)
    .await?)
}

/// All booths of a fair by code.
pub(crate) async fn booths(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<Booth>> {
    Ok(sqlx::query_as!(
        Booth,
        r#"select booth.id as "id: Id<Booth>", hall_id as "hall_id: Id<Hall>", code, x, y, booth.width, booth.depth, tables,
           power as "power: bool" from booth join hall on hall.id = hall_id where hall.fair_id = ? order by code"#,
        fair
    )
    .fetch_all(connection)
    .await?)
}

/// Whether a company stands at a booth.
pub(super) async fn booth_taken(connection: &mut SqliteConnection, booth: Id<Booth>) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from participation where booth_id = ?) as "taken!: bool""#,
        booth
    )
    .fetch_one(connection)
    .await?)
}

/// The companies of a fair.
pub(crate) async fn participations(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<Participation>> {
    Ok(sqlx::query_as!(
        Participation,
        r#"select id as "id: Id<Participation>", fair_id as "fair_id: Id<Fair>", company_id as "company_id: Id<Company>",
           state as "state: ParticipationState", invited_on as "invited_on: NaiveDate",
           applied_on as "applied_on: NaiveDate", decided_on as "decided_on: NaiveDate", reason,
           booth_id as "booth_id: Id<Booth>" from participation where fair_id = ? order by id"#,
        fair
    )
    .fetch_all(connection)
    .await?)
}

/// The companies of a fair with what they offer and what came of it.
pub(super) async fn participation_rows(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
) -> Result<Vec<ParticipationRow>> {
    let sums = sqlx::query!(
        r#"select company.name as company, company.kbli_code, (select code from booth where booth.id = booth_id) as "booth: String",
           (select count(*) from offer where participation_id = participation.id) as "posts!: i64",
           (select coalesce(sum(men + women + either), 0) from offer join vacancy on vacancy.id = vacancy_id
            where participation_id = participation.id) as "openings!: i64",
           (select count(*) from vacancy where company_id = company.id and retired_at is null
            and not exists (select 1 from offer where participation_id = participation.id and vacancy_id = vacancy.id))
            as "unoffered!: i64",
           (select count(*) from job_application join visit on visit.id = visit_id join vacancy on vacancy.id = vacancy_id
            where visit.fair_id = participation.fair_id and vacancy.company_id = company.id) as "applied!: i64",
           (select count(*) from job_application join visit on visit.id = visit_id join vacancy on vacancy.id = vacancy_id
            where visit.fair_id = participation.fair_id and vacancy.company_id = company.id
            and job_application.state = 'DITERIMA') as "hired!: i64"
           from participation join company on company.id = company_id where fair_id = ? order by participation.id"#,
        fair
    )
    .fetch_all(&mut *connection)
    .await?;
    let all = participations(connection, fair).await?;
    let mut rows: Vec<ParticipationRow> = all
        .into_iter()
        .zip(sums)
        .map(|(participation, sum)| ParticipationRow {
            next: participation.state.next().to_vec(),
            participation,
            company: sum.company,
            kbli_code: sum.kbli_code,
            booth: sum.booth,
            posts: sum.posts,
            openings: sum.openings,
            unoffered: sum.unoffered,
            applied: sum.applied,
            hired: sum.hired,
        })
        .collect();
    rows.sort_by_cached_key(|row| (!row.participation.state.stands(), row.company.to_lowercase()));
    Ok(rows)
}

/// What a company offers at a fair.
pub(crate) async fn offers_of(
    connection: &mut SqliteConnection,
    participation: Id<Participation>,
) -> Result<Vec<Offer>> {
    Ok(sqlx::query_as!(
        Offer,
        r#"select id as "id: Id<Offer>", participation_id as "participation_id: Id<Participation>",
           vacancy_id as "vacancy_id: Id<Vacancy>" from offer where participation_id = ? order by id"#,
        participation
    )
    .fetch_all(connection)
    .await?)
}

/// The vacancies of a company that were not taken out.
pub(super) async fn open_vacancies(
    connection: &mut SqliteConnection,
    company: Id<Company>,
) -> Result<Vec<Id<Vacancy>>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: Id<Vacancy>" from vacancy where company_id = ? and retired_at is null order by id"#,
        company
    )
    .fetch_all(connection)
    .await?)
}

/// Whether anybody applied for a vacancy at a fair.
pub(super) async fn wanted_at(connection: &mut SqliteConnection, fair: Id<Fair>, vacancy: Id<Vacancy>) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from job_application join visit on visit.id = visit_id
           where vacancy_id = ? and visit.fair_id = ?) as "wanted!: bool""#,
        vacancy,
        fair
    )
    .fetch_one(connection)
    .await?)
}

/// What a company owes of one fair.
pub(super) async fn duties_of(
    connection: &mut SqliteConnection,
    participation: Id<Participation>,
) -> Result<Vec<FairDuty>> {
    Ok(sqlx::query_as!(
        FairDuty,
        r#"select id as "id: Id<FairDuty>", participation_id as "participation_id: Id<Participation>",
           kind as "kind: DutyKind", due_on as "due_on: NaiveDate", done_on as "done_on: NaiveDate",
           reminded_on as "reminded_on: NaiveDate" from fair_duty where participation_id = ? order by due_on, id"#,
        participation
    )
    .fetch_all(connection)
    .await?)
}

/// The reports still owed.
pub(super) async fn owed(
    connection: &mut SqliteConnection,
    fair: Option<Id<Fair>>,
    today: NaiveDate,
) -> Result<Vec<DutyRow>> {
    let rows = sqlx::query!(
        r#"select fair_duty.id as "id: Id<FairDuty>", participation_id as "participation_id: Id<Participation>",
           fair_duty.kind as "kind: DutyKind", due_on as "due_on: NaiveDate", reminded_on as "reminded_on: NaiveDate",
           fair.id as "fair_id: Id<Fair>", fair.name as fair, company.name as company, contact_name, phone
           from fair_duty join participation on participation.id = participation_id
           join fair on fair.id = participation.fair_id join company on company.id = participation.company_id
           where done_on is null and (?1 is null or fair.id = ?1) order by due_on, company.name collate nocase"#,
        fair
    )
    .fetch_all(connection)
    .await?;
    let row = rows.into_iter().map(|row| DutyRow {
        duty: FairDuty {
            id: row.id,
            participation_id: row.participation_id,
            kind: row.kind,
            due_on: row.due_on,
            done_on: None,
            reminded_on: row.reminded_on,
        },
        fair_id: row.fair_id,
        fair: row.fair,
        company: row.company,
        contact: row.contact_name,
        phone: row.phone,
        days_late: (today - row.due_on).num_days(),
    });
    Ok(row.collect())
}

/// The occupations that companies look for at a fair.
pub(super) async fn occupations(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
) -> Result<Vec<(Id<Participation>, String)>> {
    let rows = sqlx::query!(
        r#"select participation.id as "id: Id<Participation>", kbji_code as "code!: String" from offer
           join participation on participation.id = participation_id join vacancy on vacancy.id = vacancy_id
           where fair_id = ? and kbji_code is not null"#,
        fair
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.code)).collect())
}
