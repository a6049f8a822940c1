//! SQL of registration.

use super::{
    application::{Application, ApplicationSource},
    eligibility::Past,
    intake::{Funding, Intake},
    intake_list::StateCount,
    list::{ApplicationOrder, ApplicationQuery, ApplicationRow},
    state::ApplicationState,
    story::{PersonApplication, StepTaken},
};
use crate::{
    base::{id::Id, word::Word},
    catalog::Programme,
    people::{document::DocumentKind, education::Education, name, person::Person},
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{QueryBuilder, Row, Sqlite};

crate::word_columns!(Funding, ApplicationState, ApplicationSource);

/// Intakes of a programme whose course or window begins in a year, one left out.
pub(super) async fn intakes_of_year(
    connection: &mut SqliteConnection,
    programme: Id<Programme>,
    but: Option<Id<Intake>>,
    year: i32,
) -> Result<i64> {
    let year = year.to_string();
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!: i64" from intake
           where programme_id = ? and id is not ? and substr(coalesce(starts_on, opens_on), 1, 4) = ?"#,
        programme,
        but,
        year
    )
    .fetch_one(connection)
    .await?)
}

/// Intakes with their programmes.
pub(super) async fn intakes(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<(Intake, Programme)>> {
    let programmes = crate::catalog::list(connection, true).await?;
    let found = sqlx::query_as!(
        Intake,
        r#"select id as "id: Id<Intake>", programme_id as "programme_id: Id<Programme>", name,
           opens_on as "opens_on: NaiveDate", closes_on as "closes_on: NaiveDate", starts_on as "starts_on: NaiveDate",
           seats, reserves, funding as "funding: Funding", age_min, age_max,
           education_min as "education_min: Education", domicile_code, employment_not, cooldown_months, documents,
           retired_at as "retired_at: DateTime<Utc>" from intake where ? or retired_at is null"#,
        retired
    )
    .fetch_all(connection)
    .await?;
    let of = |intake: Intake| {
        let programme = programmes.iter().find(|programme| programme.id == intake.programme_id)?.clone();
        Some((intake, programme))
    };
    Ok(found.into_iter().filter_map(of).collect())
}

/// How many applications of each intake, or of one, stand in each state.
pub(super) async fn counts(
    connection: &mut SqliteConnection,
    intake: Option<Id<Intake>>,
) -> Result<Vec<(Id<Intake>, StateCount)>> {
    let rows = sqlx::query!(
        r#"select intake_id as "intake_id!: Id<Intake>", state as "state: ApplicationState", count(*) as "count!: i64"
           from application where intake_id is not null and (? is null or intake_id = ?) and retired_at is null
           group by intake_id, state"#,
        intake,
        intake
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.intake_id, StateCount { state: row.state, count: row.count })).collect())
}

/// All applications of a human being, also under rows that were merged.
pub(super) async fn past(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<Past>> {
    Ok(sqlx::query_as!(
        Past,
        r#"select application.id as "id: Id<Application>", number, intake_id as "intake_id: Id<Intake>",
           programme_id as "programme_id: Id<Programme>", coalesce(programme.name, wish, '') as "programme!: String",
           state as "state: ApplicationState", state_on as "state_on: NaiveDate"
           from application left join intake on intake.id = intake_id
           left join programme on programme.id = intake.programme_id
           where person_id in (select id from person where id = ? or merged_into = ?)
           and application.retired_at is null"#,
        person,
        person
    )
    .fetch_all(connection)
    .await?)
}

/// Papers of the intake's list that the person has neither shown nor handed in as a scan.
pub(super) async fn missing_papers(
    connection: &mut SqliteConnection,
    id: Id<Application>,
) -> Result<Vec<DocumentKind>> {
    let codes = sqlx::query_scalar!(
        r#"select asked.value || '' as "kind!: String"
           from application join intake on intake.id = application.intake_id join person on person.id = person_id,
           json_each('["' || replace(documents, ',', '","') || '"]') as asked
           where application.id = ? and asked.value <> '' and not exists (
             select 1 from document where document.person_id = application.person_id and (kind = asked.value
               or asked.value = 'KTP' and kind in ('KK', 'KIA') and birth_on > date(applied_on, '-17 years'))
             and document.retired_at is null and (original_seen_on is not null or scan_hash is not null))"#,
        id
    )
    .fetch_all(connection)
    .await?;
    Ok(codes.iter().filter_map(|code| DocumentKind::parse(code)).collect())
}

/// The applications of a human being, newest first; papers and steps are still empty.
pub(super) async fn of_person(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<PersonApplication>> {
    let rows = sqlx::query!(
        r#"select application.id as "id: Id<Application>", number, intake_id as "intake_id: Id<Intake>",
           intake.name as "intake?", coalesce(programme.name, wish, '') as "programme!: String",
           state as "state: ApplicationState", state_on as "state_on: NaiveDate",
           applied_on as "applied_on: NaiveDate", rule_note
           from application left join intake on intake.id = intake_id
           left join programme on programme.id = intake.programme_id
           where person_id in (select id from person where id = ? or merged_into = ?)
           and application.retired_at is null order by application.rowid desc"#,
        person,
        person
    )
    .fetch_all(connection)
    .await?;
    let story = rows.into_iter().map(|row| PersonApplication {
        id: row.id,
        number: row.number,
        intake_id: row.intake_id,
        intake: row.intake,
        programme: row.programme,
        state: row.state,
        state_on: row.state_on,
        applied_on: row.applied_on,
        rule_note: row.rule_note,
        missing: Vec::new(),
        next: Vec::new(),
        steps: Vec::new(),
    });
    Ok(story.collect())
}

/// The steps of an application, newest first.
pub(super) async fn steps(connection: &mut SqliteConnection, id: Id<Application>) -> Result<Vec<StepTaken>> {
    Ok(sqlx::query_as!(
        StepTaken,
        r#"select from_state as "from_state: ApplicationState", to_state as "to_state: ApplicationState",
           happened_on as "happened_on: NaiveDate", reason, officer.full_name as "officer?"
           from application_step left join officer on officer.id = officer_id
           where application_id = ? order by application_step.rowid desc"#,
        id
    )
    .fetch_all(connection)
    .await?)
}

/// The papers that the intake asks for and the person has not shown. Who is too young for an identity card shows
/// the family card or the child's card.
const MISSING: &str = " from json_each('[\"' || replace(intake.documents, ',', '\",\"') || '\"]') as asked
    where asked.value <> '' and not exists (select 1 from document
      where document.person_id = application.person_id and (kind = asked.value
        or asked.value = 'KTP' and kind in ('KK', 'KIA') and person.birth_on > date(applied_on, '-17 years'))
      and document.retired_at is null and (original_seen_on is not null or scan_hash is not null))";

/// The page of the list that a query asks for. Put together at run time: the filter decides what is asked, from
/// pieces that stand here; only values come from outside, and those are bound.
pub(super) async fn applications(
    connection: &mut SqliteConnection,
    query: &ApplicationQuery,
) -> Result<Vec<ApplicationRow>> {
    let mut sql = QueryBuilder::<Sqlite>::new(
        "select application.id, application.number, person.id, person.full_name,
         substr(person.nik, 1, 4) || '••••••••' || substr(person.nik, 13), person.birth_on, intake_id, intake.name,
         programme.name, wish, state, state_on, applied_on, source,
         rule_note is not null, (select count(*)",
    );
    sql.push(MISSING).push(")");
    narrow(&mut sql, query);
    let column = match query.order {
        ApplicationOrder::Entered => "application.rowid",
        ApplicationOrder::Number => "application.number",
        ApplicationOrder::Name => "person.full_name collate nocase",
        ApplicationOrder::Programme => "coalesce(programme.name, wish) collate nocase",
        ApplicationOrder::State => "state",
        ApplicationOrder::Applied => "applied_on",
        ApplicationOrder::Since => "state_on",
    };
    let way = if query.descending { "desc" } else { "asc" };
    sql.push(format!(" order by {column} {way}, application.rowid {way} limit "));
    sql.push_bind(query.limit).push(" offset ").push_bind(query.offset);
    let rows = sql.build().fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            Ok(ApplicationRow {
                id: row.try_get(0)?,
                number: row.try_get(1)?,
                person_id: row.try_get(2)?,
                full_name: row.try_get(3)?,
                nik_masked: row.try_get(4)?,
                birth_on: row.try_get(5)?,
                intake_id: row.try_get(6)?,
                intake: row.try_get(7)?,
                programme: row.try_get(8)?,
                wish: row.try_get(9)?,
                state: row.try_get(10)?,
                state_on: row.try_get(11)?,
                applied_on: row.try_get(12)?,
                source: row.try_get(13)?,
                missing: row.try_get(15)?,
                noted: row.try_get(14)?,
            })
        })
        .collect()
}

pub(super) async fn count_applications(connection: &mut SqliteConnection, query: &ApplicationQuery) -> Result<i64> {
    let mut sql = QueryBuilder::<Sqlite>::new("select count(*)");
    narrow(&mut sql, query);
    Ok(sql.build_query_scalar().fetch_one(connection).await?)
}

pub(super) async fn application_ids(
    connection: &mut SqliteConnection,
    query: &ApplicationQuery,
) -> Result<Vec<Id<Application>>> {
    let mut sql = QueryBuilder::<Sqlite>::new("select application.id");
    narrow(&mut sql, query);
    Ok(sql.build_query_scalar().fetch_all(connection).await?)
}

/// Which rows a query leaves. A person who was merged stands under the name that stayed.
fn narrow(sql: &mut QueryBuilder<Sqlite>, query: &ApplicationQuery) {
    sql.push(
        " from application join person as own on own.id = application.person_id
         join person on person.id = coalesce(own.merged_into, own.id)
         left join intake on intake.id = intake_id left join programme on programme.id = intake.programme_id
         where application.retired_at is null and person.erased_at is null and person.retired_at is null",
    );
    if let Some(intake) = query.intake_id {
        sql.push(" and intake_id = ").push_bind(intake);
    }
    if let Some(programme) = query.programme_id {
        sql.push(" and intake.programme_id = ").push_bind(programme);
    }
    if query.wishes {
        sql.push(" and intake_id is null");
    }
    if !query.states.is_empty() {
        let mut list = sql.push(" and state in (").separated(", ");
        for state in &query.states {
            list.push_bind(state.code());
        }
        sql.push(")");
    }
    if let Some(source) = query.source {
        sql.push(" and source = ").push_bind(source.code());
    }
    if query.lacking {
        sql.push(" and exists (select 1").push(MISSING).push(")");
    }
    if let Some(from) = query.from {
        sql.push(" and applied_on >= ").push_bind(from);
    }
    if let Some(until) = query.until {
        sql.push(" and applied_on <= ").push_bind(until);
    }
    find(sql, query.text.trim());
}

/// Part of a name by its folded words, or the beginning of a number or a NIK.
fn find(sql: &mut QueryBuilder<Sqlite>, text: &str) {
    if text.is_empty() {
        return;
    }
    let words = name::fold_tokens(text).iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ");
    let (end, digits) = (format!("{text}\u{10ffff}"), text.chars().any(|c| c.is_ascii_digit()));
    if digits {
        sql.push(" and (application.number >= ").push_bind(text.to_owned());
        sql.push(" and application.number < ").push_bind(end.clone());
        sql.push(" or person.nik >= ").push_bind(text.to_owned());
        sql.push(" and person.nik < ").push_bind(end).push(")");
    } else if words.is_empty() {
        sql.push(" and false");
    } else {
        sql.push(" and person.n in (select rowid from person_search where person_search match ")
            .push_bind(words)
            .push(")");
    }
}
