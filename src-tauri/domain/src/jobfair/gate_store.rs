//! SQL of visitors and the gate.

use super::{
    fair::Fair,
    gate::{Direction, GateClock, GateEvent, Passage},
    visit::{Visit, VisitSource},
    visitor::{VisitPage, VisitQuery, VisitRow},
};
use crate::{
    base::{id::Id, sex::Sex},
    office::Officer,
    people::{education::Education, person::Person},
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::HashMap;

crate::word_columns!(Direction, VisitSource);

/// A person's ticket to a fair, also under a row that was merged into theirs.
pub(crate) async fn visit_of(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
    person: Id<Person>,
) -> Result<Option<(Id<Visit>, String)>> {
    let row = sqlx::query!(
        r#"select visit.id as "id: Id<Visit>", ticket from visit where fair_id = ?1 and person_id in
           (select id from person where id = ?2 or merged_into = ?2) order by registered_at limit 1"#,
        fair,
        person
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| (row.id, row.ticket)))
}

pub(crate) async fn visit_by_ticket(connection: &mut SqliteConnection, ticket: &str) -> Result<Option<Id<Visit>>> {
    Ok(sqlx::query_scalar!(r#"select id as "id: Id<Visit>" from visit where ticket = ? limit 1"#, ticket)
        .fetch_optional(connection)
        .await?)
}

/// A page of visitors by name; `name` in small letters, `code` a whole ticket or empty.
pub(super) async fn visit_page(
    connection: &mut SqliteConnection,
    q: &VisitQuery,
    name: &str,
    code: &str,
) -> Result<VisitPage> {
    let total = sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from visit join person on person.id = person_id where fair_id = ?1
           and (instr(lower(full_name), ?2) or ticket = ?3)
           and (not ?4 or exists (select 1 from gate_event where visit_id = visit.id and direction = 'MASUK'))"#,
        q.fair_id,
        name,
        code,
        q.came
    )
    .fetch_one(&mut *connection)
    .await?;
    let rows = sqlx::query_as!(
        VisitRow,
        r#"select visit.id as "id: Id<Visit>", person_id as "person_id: Id<Person>", full_name,
           substr(nik, 1, 4) || '••••••••' || substr(nik, 13) as nik_masked, sex as "sex: Sex",
           birth_on as "birth_on: NaiveDate", education as "education: Education", ticket, source as "source: VisitSource",
           (select min(at) from gate_event where visit_id = visit.id and direction = 'MASUK') as "first_in: DateTime<Utc>",
           coalesce(blocked_reason, case when blocked_at is not null then '' end) as "blocked: String",
           (select count(*) from job_application where visit_id = visit.id) as "applied!: i64"
           from visit join person on person.id = person_id where fair_id = ?1
           and (instr(lower(full_name), ?2) or ticket = ?3)
           and (not ?4 or exists (select 1 from gate_event where visit_id = visit.id and direction = 'MASUK'))
           order by full_name collate nocase, visit.id limit ?5 offset ?6"#,
        q.fair_id,
        name,
        code,
        q.came,
        q.count,
        q.offset
    )
    .fetch_all(connection)
    .await?;
    Ok(VisitPage { total, rows })
}

/// People inside, as far as this file knows: nobody stays overnight.
pub(super) async fn inside(connection: &mut SqliteConnection, fair: Id<Fair>, since: DateTime<Utc>) -> Result<i64> {
    let since = crate::store::types::stamp(since);
    let sum = sqlx::query_scalar!(
        r#"select coalesce(sum(inside), 0) as "n!: i64" from gate_tally where fair_id = ? and half >= substr(?, 1, 16)"#,
        fair,
        since
    )
    .fetch_one(connection)
    .await?;
    Ok(sum.max(0))
}

/// Entries since the beginning of a half hour.
pub(super) async fn entries_since(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
    since: DateTime<Utc>,
) -> Result<i64> {
    let since = crate::store::types::stamp(since);
    Ok(sqlx::query_scalar!(
        r#"select coalesce(sum(entered), 0) as "n!: i64" from gate_tally
           where fair_id = ? and half >= substr(?, 1, 16)"#,
        fair,
        since
    )
    .fetch_one(connection)
    .await?)
}

pub(super) async fn clock_rows(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<GateClock>> {
    Ok(sqlx::query_as!(
        GateClock,
        r#"select id as "id: Id<GateClock>", fair_id as "fair_id: Id<Fair>", station, ahead_seconds from gate_clock
           where fair_id = ? order by id"#,
        fair
    )
    .fetch_all(connection)
    .await?)
}

/// Seconds by which stations' clocks are ahead.
pub(super) async fn clocks(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<HashMap<String, i64>> {
    let rows = clock_rows(connection, fair).await?;
    Ok(rows.into_iter().map(|clock| (clock.station, clock.ahead_seconds)).collect())
}

/// The passages of one visitor, by corrected clocks.
pub(super) async fn passages_of(
    connection: &mut SqliteConnection,
    visit: Id<Visit>,
    clocks: &HashMap<String, i64>,
) -> Result<Vec<Passage>> {
    let rows = sqlx::query!(
        r#"select id as "id: Id<GateEvent>", station, direction as "direction: Direction", at as "at: DateTime<Utc>"
           from gate_event where visit_id = ?"#,
        visit
    )
    .fetch_all(connection)
    .await?;
    let passage = rows.into_iter().map(|row| Passage {
        at: super::gate::corrected(row.at, &row.station, clocks),
        out: row.direction == Direction::Out,
        id: row.id,
    });
    Ok(passage.collect())
}

/// The passages of all visitors of a fair, by corrected clocks.
pub(super) async fn passages(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
    clocks: &HashMap<String, i64>,
) -> Result<Vec<(Id<Visit>, Passage)>> {
    let rows = sqlx::query!(
        r#"select id as "id: Id<GateEvent>", visit_id as "visit: Id<Visit>", station, direction as "direction: Direction",
           at as "at: DateTime<Utc>" from gate_event where fair_id = ?"#,
        fair
    )
    .fetch_all(connection)
    .await?;
    let passage = rows.into_iter().map(|row| {
        let at = super::gate::corrected(row.at, &row.station, clocks);
        (row.visit, Passage { at, out: row.direction == Direction::Out, id: row.id })
    });
    Ok(passage.collect())
}

/// Which of these rows are here already.
pub(super) async fn known(connection: &mut SqliteConnection, events: &[GateEvent]) -> Result<Vec<Id<GateEvent>>> {
    let ids: Vec<String> = events.iter().map(|event| event.id.uuid().simple().to_string()).collect();
    let ids = crate::store::types::json(&ids)?;
    Ok(sqlx::query_scalar!(
        r#"select id as "id: Id<GateEvent>" from gate_event where id in (select unhex(value) from json_each(?))"#,
        ids
    )
    .fetch_all(connection)
    .await?)
}

/// The log of one station, or of all.
pub(super) async fn events(
    connection: &mut SqliteConnection,
    fair: Id<Fair>,
    station: Option<&str>,
) -> Result<Vec<GateEvent>> {
    Ok(sqlx::query_as!(
        GateEvent,
        r#"select id as "id: Id<GateEvent>", fair_id as "fair_id: Id<Fair>", visit_id as "visit_id: Id<Visit>", station,
           direction as "direction: Direction", at as "at: DateTime<Utc>", step, override_reason,
           officer_id as "officer_id: Id<Officer>" from gate_event
           where fair_id = ?1 and (?2 is null or station = ?2) order by at, id"#,
        fair,
        station
    )
    .fetch_all(connection)
    .await?)
}

/// Stations with the entries they noted.
pub(super) async fn stations(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<(String, i64)>> {
    let rows = sqlx::query!(
        r#"select station, count(*) as "entries!: i64" from gate_event where fair_id = ? and direction = 'MASUK'
           group by station order by station"#,
        fair
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.station, row.entries)).collect())
}
