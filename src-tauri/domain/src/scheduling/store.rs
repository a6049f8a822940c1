//! Reads of batches and timetables.

use super::{
    batch::{Batch, BatchKind, BatchState},
    plan::{ChangeNotice, Plan, PlanState, SchedulingRule, Session, SessionKind, Strength},
};
use crate::{
    base::id::Id,
    catalog::{Programme, calendar::TimePattern, instructor::Instructor, programme_unit::ProgrammeUnit, room::Room},
    registration::{Intake, intake::Funding},
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, NaiveDate, Utc};

crate::word_columns!(BatchKind, BatchState, PlanState, SessionKind, Strength);

/// All batches by first day.
pub async fn batches(connection: &mut SqliteConnection) -> Result<Vec<Batch>> {
    Ok(sqlx::query_as!(
        Batch,
        r#"select id as "id: Id<Batch>", programme_id as "programme_id: Id<Programme>",
           intake_id as "intake_id: Id<Intake>", name, number, kind as "kind: BatchKind",
           funding as "funding: Funding", seats, step_free as "step_free: bool",
           pattern_id as "pattern_id: Id<TimePattern>", starts_on as "starts_on: NaiveDate",
           due_on as "due_on: NaiveDate", jp_day, ojt_weeks, opening as "opening: bool", closing as "closing: bool",
           assessment_days, state as "state: BatchState", retired_at as "retired_at: DateTime<Utc>"
           from batch order by starts_on, id"#
    )
    .fetch_all(connection)
    .await?)
}

/// The timetables that were not thrown away: the published one first, then the newest copies.
pub(super) async fn plans(connection: &mut SqliteConnection) -> Result<Vec<Plan>> {
    Ok(sqlx::query_as!(
        Plan,
        r#"select id as "id: Id<Plan>", name, state as "state: PlanState", seed, note, made_at as "made_at: DateTime<Utc>",
           retired_at as "retired_at: DateTime<Utc>" from plan where retired_at is null
           order by state = 'TERBIT' desc, made_at desc, id desc"#
    )
    .fetch_all(connection)
    .await?)
}

/// The sessions of a timetable on some days, in the order of days and lessons.
pub(super) async fn sessions(
    connection: &mut SqliteConnection,
    plan: Id<Plan>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Session>> {
    Ok(sqlx::query_as!(
        Session,
        r#"select id as "id: Id<Session>", plan_id as "plan_id: Id<Plan>", batch_id as "batch_id: Id<Batch>",
           programme_unit_id as "programme_unit_id: Id<ProgrammeUnit>", kind as "kind: SessionKind", title,
           day_on as "day_on: NaiveDate", slot, length, room_id as "room_id: Id<Room>",
           instructor_id as "instructor_id: Id<Instructor>", second_id as "second_id: Id<Instructor>",
           locked as "locked: bool", origin_id as "origin_id: Id<Session>"
           from session where plan_id = ? and day_on between ? and ? order by day_on, slot, id"#,
        plan,
        from,
        to
    )
    .fetch_all(connection)
    .await?)
}

/// All sessions of a timetable, in the order of days and lessons.
pub(super) async fn all_sessions(connection: &mut SqliteConnection, plan: Id<Plan>) -> Result<Vec<Session>> {
    Ok(sqlx::query_as!(
        Session,
        r#"select id as "id: Id<Session>", plan_id as "plan_id: Id<Plan>", batch_id as "batch_id: Id<Batch>",
           programme_unit_id as "programme_unit_id: Id<ProgrammeUnit>", kind as "kind: SessionKind", title,
           day_on as "day_on: NaiveDate", slot, length, room_id as "room_id: Id<Room>",
           instructor_id as "instructor_id: Id<Instructor>", second_id as "second_id: Id<Instructor>",
           locked as "locked: bool", origin_id as "origin_id: Id<Session>"
           from session where plan_id = ? order by day_on, slot, id"#,
        plan
    )
    .fetch_all(connection)
    .await?)
}

/// How many sessions a timetable has on some days.
pub(super) async fn session_count(
    connection: &mut SqliteConnection,
    plan: Id<Plan>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!: i64" from session where plan_id = ? and day_on between ? and ?"#,
        plan,
        from,
        to
    )
    .fetch_one(connection)
    .await?)
}

/// The notices of change, newest first.
pub(super) async fn notices(connection: &mut SqliteConnection) -> Result<Vec<ChangeNotice>> {
    Ok(sqlx::query_as!(
        ChangeNotice,
        r#"select id as "id: Id<ChangeNotice>", number, made_at as "made_at: DateTime<Utc>", reason, body
           from change_notice order by made_at desc, number desc"#
    )
    .fetch_all(connection)
    .await?)
}

/// The rules that the office keeps otherwise than by default.
pub(super) async fn rules(connection: &mut SqliteConnection) -> Result<Vec<SchedulingRule>> {
    Ok(sqlx::query_as!(
        SchedulingRule,
        r#"select id as "id: Id<SchedulingRule>", rule, strength as "strength: Strength", weight
           from scheduling_rule order by rule"#
    )
    .fetch_all(connection)
    .await?)
}
