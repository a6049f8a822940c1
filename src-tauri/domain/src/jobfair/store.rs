//! SQL of companies, vacancies and code lists.

use super::{
    class_code::{ClassCode, CodeList},
    company::{Company, CompanyRow},
    job_application::JobState,
    vacancy::{Vacancy, VacancyRow, WorkKind},
};
use crate::{
    base::id::Id,
    people::education::Education,
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, NaiveDate, Utc};

crate::word_columns!(CodeList, JobState, WorkKind);

/// The company with this number.
pub(crate) async fn company_by_nib(connection: &mut SqliteConnection, nib: &str) -> Result<Option<Company>> {
    let id = sqlx::query_scalar!(r#"select id as "id: Id<Company>" from company where nib = ? limit 1"#, nib)
        .fetch_optional(&mut *connection)
        .await?;
    match id {
        Some(id) => crate::store::open::get(connection, id).await,
        None => Ok(None),
    }
}

/// The company of this name, in small letters.
pub(crate) async fn company_by_name(connection: &mut SqliteConnection, name: &str) -> Result<Option<Company>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id: Id<Company>" from company where lower(name) = ? and retired_at is null limit 1"#,
        name
    )
    .fetch_optional(&mut *connection)
    .await?;
    match id {
        Some(id) => crate::store::open::get(connection, id).await,
        None => Ok(None),
    }
}

/// The companies.
async fn companies(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Company>> {
    Ok(sqlx::query_as!(
        Company,
        r#"select id as "id: Id<Company>", name, nib, wlkp, kbli_version, kbli_code, address, regency_code, contact_name,
           contact_post, phone, email, employees, disabled_employees, note, retired_at as "retired_at: DateTime<Utc>"
           from company where ? or retired_at is null order by retired_at is not null, name collate nocase"#,
        retired
    )
    .fetch_all(connection)
    .await?)
}

/// The companies with what they brought; the score is still to be reckoned.
pub(super) async fn company_rows(
    connection: &mut SqliteConnection,
    retired: bool,
    today: NaiveDate,
) -> Result<Vec<CompanyRow>> {
    let sums = sqlx::query!(
        r#"select company.id as "id: Id<Company>",
           (select name from class_code where list = 'KBLI' and version = kbli_version and code = kbli_code) as "kbli: String",
           (select count(*) from vacancy where company_id = company.id and retired_at is null) as "vacancies!: i64",
           (select coalesce(sum(men + women + either), 0) from vacancy
            where company_id = company.id and retired_at is null) as "openings!: i64",
           (select count(*) from participation where company_id = company.id and state = 'HADIR') as "attended!: i64",
           (select count(*) from participation where company_id = company.id and state = 'TIDAK_HADIR') as "missed!: i64",
           (select count(*) from job_application join vacancy on vacancy.id = vacancy_id
            where company_id = company.id and state = 'DITERIMA') as "hired!: i64",
           (select count(*) from fair_duty join participation on participation.id = participation_id
            where company_id = company.id and done_on <= due_on) as "on_time!: i64",
           (select count(*) from fair_duty join participation on participation.id = participation_id
            where company_id = company.id and done_on > due_on) as "late!: i64",
           (select count(*) from fair_duty join participation on participation.id = participation_id
            where company_id = company.id and done_on is null and due_on < ?1) as "owing!: i64"
           from company where ?2 or retired_at is null order by retired_at is not null, name collate nocase"#,
        today,
        retired
    )
    .fetch_all(&mut *connection)
    .await?;
    let companies = companies(connection, retired).await?;
    let row = |(company, sum): (Company, _)| {
        let sum: Sums = sum;
        CompanyRow {
            company,
            kbli_name: sum.0,
            vacancies: sum.1[0],
            openings: sum.1[1],
            attended: sum.1[2],
            missed: sum.1[3],
            hired: sum.1[4],
            on_time: sum.1[5],
            late: sum.1[6],
            owing: sum.1[7],
            score: None,
        }
    };
    let sums = sums
        .into_iter()
        .map(|s| (s.kbli, [s.vacancies, s.openings, s.attended, s.missed, s.hired, s.on_time, s.late, s.owing]));
    Ok(companies.into_iter().zip(sums).map(row).collect())
}

/// The branch in words, and the sums of a company.
type Sums = (Option<String>, [i64; 8]);

/// A vacancy of a company by its post, in small letters.
pub(crate) async fn vacancy_by_title(
    connection: &mut SqliteConnection,
    company: Id<Company>,
    title: &str,
) -> Result<Option<Id<Vacancy>>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: Id<Vacancy>" from vacancy
           where company_id = ? and lower(title) = ? and retired_at is null limit 1"#,
        company,
        title
    )
    .fetch_optional(connection)
    .await?)
}

/// The vacancies of all companies, by company and post.
pub(crate) async fn vacancies(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Vacancy>> {
    Ok(sqlx::query_as!(
        Vacancy,
        r#"select vacancy.id as "id: Id<Vacancy>", company_id as "company_id: Id<Company>", title, kbji_version, kbji_code,
           men, women, either, wage_min, wage_max, education as "education: Education", experience_months, skills, units,
           age_min, age_max, disability_friendly as "disability_friendly: bool", accommodation,
           vacancy.regency_code, site, work_kind as "work_kind: WorkKind", valid_from as "valid_from: NaiveDate",
           valid_to as "valid_to: NaiveDate", description, report_number,
           vacancy.retired_at as "retired_at: DateTime<Utc>"
           from vacancy join company on company.id = company_id where ? or vacancy.retired_at is null
           order by vacancy.retired_at is not null, company.name collate nocase, title collate nocase, vacancy.id"#,
        retired
    )
    .fetch_all(connection)
    .await?)
}

/// The vacancies with their companies and what came of them.
pub(super) async fn vacancy_rows(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<VacancyRow>> {
    let sums = sqlx::query!(
        r#"select company.name as company,
           (select name from class_code where list = 'KBJI' and version = kbji_version and code = kbji_code) as "kbji: String",
           (select count(*) from job_application where vacancy_id = vacancy.id) as "applied!: i64",
           (select count(*) from job_application where vacancy_id = vacancy.id and state = 'DITERIMA') as "hired!: i64"
           from vacancy join company on company.id = company_id where ? or vacancy.retired_at is null
           order by vacancy.retired_at is not null, company.name collate nocase, title collate nocase, vacancy.id"#,
        retired
    )
    .fetch_all(&mut *connection)
    .await?;
    let all = vacancies(connection, retired).await?;
    let rows = all.into_iter().zip(sums).map(|(vacancy, sum)| VacancyRow {
        vacancy,
        company: sum.company,
        kbji_name: sum.kbji,
        applied: sum.applied,
        hired: sum.hired,
    });
    Ok(rows.collect())
}

/// All codes of one edition.
pub(super) async fn codes(connection: &mut SqliteConnection, list: CodeList, version: i64) -> Result<Vec<ClassCode>> {
    Ok(sqlx::query_as!(
        ClassCode,
        r#"select id as "id: Id<ClassCode>", list as "list: CodeList", version, code, name, parent from class_code
           where list = ? and version = ?"#,
        list,
        version
    )
    .fetch_all(connection)
    .await?)
}

/// Codes that begin so or whose name holds a text, in small letters; the newest edition first.
pub(super) async fn codes_like(
    connection: &mut SqliteConnection,
    list: CodeList,
    text: &str,
    most: i64,
) -> Result<Vec<ClassCode>> {
    Ok(sqlx::query_as!(
        ClassCode,
        r#"select id as "id: Id<ClassCode>", list as "list: CodeList", version, code, name, parent from class_code
           where list = ?1 and (instr(lower(name), ?2) or substr(lower(code), 1, length(?2)) = ?2)
           order by version desc, code limit ?3"#,
        list,
        text,
        most
    )
    .fetch_all(connection)
    .await?)
}
