//! SQL of matching: what a person learned, what the booths of a fair offer, what programmes teach.

use super::{
    advice::Offered,
    fair::Fair,
    matching::{Post, stems},
    participation::Participation,
    vacancy::Vacancy,
};
use crate::{
    base::id::Id,
    catalog::Programme,
    people::{education::Education, person::Person},
    store::{Result, SqliteConnection},
};
use std::collections::HashMap;

fn list(text: Option<String>) -> Vec<String> {
    text.unwrap_or_default().split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
}

/// Units of the courses that a person finished, and the job wished for on the last card.
pub(super) async fn learned(
    connection: &mut SqliteConnection,
    person: Id<Person>,
) -> Result<(Vec<String>, Option<String>)> {
    let units = sqlx::query_scalar!(
        r#"select distinct unit.code from application join intake on intake.id = intake_id
           join programme_unit on programme_unit.programme_id = intake.programme_id
           join unit on unit.id = programme_unit.unit_id
           where application.person_id = ? and application.state = 'SELESAI'"#,
        person
    )
    .fetch_all(&mut *connection)
    .await?;
    let job =
        sqlx::query_scalar!("select desired_job from card where person_id = ? order by issued_on desc limit 1", person)
            .fetch_optional(connection)
            .await?;
    Ok((units, job.flatten()))
}

/// The vacancies that stand at the booths of a fair.
pub(super) async fn offered(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<Offered>> {
    let rows = sqlx::query!(
        r#"select participation.id as "participation: Id<Participation>", company.name as company, booth.code as "booth?",
           vacancy.id as "vacancy: Id<Vacancy>", title, kbji_code, units, skills, education as "education: Education",
           experience_months, vacancy.regency_code, disability_friendly as "friendly: bool",
           (select count(*) from queue_ticket where participation_id = participation.id and queue_ticket.state = 'MENUNGGU')
           as "waiting!: i64"
           from offer join participation on participation.id = participation_id
           join company on company.id = participation.company_id join vacancy on vacancy.id = vacancy_id
           left join booth on booth.id = participation.booth_id
           where participation.fair_id = ? and participation.state in ('DITERIMA', 'HADIR') order by participation.id, vacancy.id"#,
        fair
    )
    .fetch_all(connection)
    .await?;
    let mut booths: HashMap<Id<Participation>, usize> = HashMap::new();
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let next = booths.len();
        let mut units = list(row.units);
        units.sort_unstable();
        let post = Post {
            units,
            skills: stems(&row.skills.unwrap_or_default()),
            title: stems(&row.title),
            code: row.kbji_code,
            education: row.education,
            months: row.experience_months,
            regency: row.regency_code,
            friendly: row.friendly,
            booth: *booths.entry(row.participation).or_insert(next),
            waiting: row.waiting,
        };
        let (participation, company, booth, vacancy, title) =
            (row.participation, row.company, row.booth, row.vacancy, row.title);
        all.push(Offered { post, participation, company, booth, vacancy, title });
    }
    Ok(all)
}

/// Of each vacancy at a fair how many it looks for and how many were hired.
pub(super) async fn openings(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
) -> Result<Vec<(Id<Vacancy>, i64, i64)>> {
    let rows = sqlx::query!(
        r#"select vacancy.id as "id: Id<Vacancy>", men + women + either as "openings!: i64",
           (select count(*) from job_application join visit on visit.id = visit_id where vacancy_id = vacancy.id
            and visit.fair_id = ?1 and job_application.state = 'DITERIMA') as "hired!: i64"
           from offer join participation on participation.id = participation_id join vacancy on vacancy.id = vacancy_id
           where participation.fair_id = ?1"#,
        fair
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.openings, row.hired)).collect())
}

/// The programmes: id, name, the words by which their trade is known, and their units.
pub(super) async fn taught(
    connection: &mut SqliteConnection,
) -> Result<Vec<(Id<Programme>, String, String, Vec<String>)>> {
    let rows = sqlx::query!(
        r#"select programme.id as "id: Id<Programme>", name, coalesce(aliases, '') as "aliases!: String",
           (select group_concat(unit.code, ',') from programme_unit join unit on unit.id = unit_id
            where programme_id = programme.id and programme_unit.retired_at is null) as "units: String"
           from programme where retired_at is null order by name"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id, row.name.clone(), format!("{} {}", row.name, row.aliases), list(row.units)))
        .collect())
}
