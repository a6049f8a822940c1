//! Reads of everything that a timetable is made from: one query a table.

use super::{
    department::Department,
    instructor::{Absence, AbsenceKind, Availability, Competence, Instructor, InstructorStatus},
    programme::Programme,
    programme_unit::{Prerequisite, ProgrammeUnit},
    room::{Closure, Room, RoomKind, RoomPriority},
    supply::{Supply, SupplyKind, UnitSupply},
    unit::Unit,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

pub(super) async fn departments(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Department>> {
    Ok(sqlx::query_as!(
        Department,
        r#"select id as "id: Id<Department>", name, aliases, retired_at as "retired_at: DateTime<Utc>"
           from department where ? or retired_at is null order by retired_at is not null, name collate nocase"#,
        retired
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn units(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Unit>> {
    Ok(sqlx::query_as!(
        Unit,
        r#"select id as "id: Id<Unit>", code, version, title, decree, retired_at as "retired_at: DateTime<Utc>"
           from unit where ? or retired_at is null order by retired_at is not null, code, version"#,
        retired
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn programme_units(connection: &mut SqliteConnection) -> Result<Vec<ProgrammeUnit>> {
    Ok(sqlx::query_as!(
        ProgrammeUnit,
        r#"select id as "id: Id<ProgrammeUnit>", programme_id as "programme_id: Id<Programme>",
           unit_id as "unit_id: Id<Unit>", title, position, jp_theory, jp_practice, jp_ojt, instructors,
           theory_room as "theory_room: RoomKind", practice_room as "practice_room: RoomKind", equipment,
           retired_at as "retired_at: DateTime<Utc>"
           from programme_unit where retired_at is null order by programme_id, position, id"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn prerequisites(connection: &mut SqliteConnection) -> Result<Vec<Prerequisite>> {
    Ok(sqlx::query_as!(
        Prerequisite,
        r#"select prerequisite.id as "id: Id<Prerequisite>", programme_unit_id as "programme_unit_id: Id<ProgrammeUnit>",
           needs_id as "needs_id: Id<ProgrammeUnit>" from prerequisite
           join programme_unit later on later.id = programme_unit_id and later.retired_at is null
           join programme_unit needed on needed.id = needs_id and needed.retired_at is null order by prerequisite.id"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn unit_supplies(connection: &mut SqliteConnection) -> Result<Vec<UnitSupply>> {
    Ok(sqlx::query_as!(
        UnitSupply,
        r#"select unit_supply.id as "id: Id<UnitSupply>", programme_unit_id as "programme_unit_id: Id<ProgrammeUnit>",
           supply_id as "supply_id: Id<Supply>", quantity, per_trainee as "per_trainee: bool" from unit_supply
           join programme_unit on programme_unit.id = programme_unit_id and programme_unit.retired_at is null
           join supply on supply.id = supply_id and supply.retired_at is null order by unit_supply.id"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn instructors(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Instructor>> {
    Ok(sqlx::query_as!(
        Instructor,
        r#"select id as "id: Id<Instructor>", name, initials, nip, status as "status: InstructorStatus",
           department_id as "department_id: Id<Department>", methodology, assessor_number, phone,
           jp_day, jp_week, jp_month, retired_at as "retired_at: DateTime<Utc>"
           from instructor where ? or retired_at is null order by retired_at is not null, name collate nocase"#,
        retired
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn competences(connection: &mut SqliteConnection) -> Result<Vec<Competence>> {
    Ok(sqlx::query_as!(
        Competence,
        r#"select competence.id as "id: Id<Competence>", instructor_id as "instructor_id: Id<Instructor>",
           unit_id as "unit_id: Id<Unit>", competence.department_id as "department_id: Id<Department>", certificate,
           valid_from as "valid_from: NaiveDate", valid_to as "valid_to: NaiveDate" from competence
           join instructor on instructor.id = instructor_id and instructor.retired_at is null order by competence.id"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn availability(connection: &mut SqliteConnection) -> Result<Vec<Availability>> {
    Ok(sqlx::query_as!(
        Availability,
        r#"select availability.id as "id: Id<Availability>", instructor_id as "instructor_id: Id<Instructor>",
           weekday, from_time as "from_time: NaiveTime", to_time as "to_time: NaiveTime" from availability
           join instructor on instructor.id = instructor_id and instructor.retired_at is null
           order by instructor_id, weekday, from_time"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn absences(connection: &mut SqliteConnection) -> Result<Vec<Absence>> {
    Ok(sqlx::query_as!(
        Absence,
        r#"select absence.id as "id: Id<Absence>", instructor_id as "instructor_id: Id<Instructor>",
           kind as "kind: AbsenceKind", from_on as "from_on: NaiveDate", to_on as "to_on: NaiveDate", reason from absence
           join instructor on instructor.id = instructor_id and instructor.retired_at is null
           order by from_on, absence.id"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn rooms(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Room>> {
    Ok(sqlx::query_as!(
        Room,
        r#"select id as "id: Id<Room>", code, name, kind as "kind: RoomKind", seats, step_free as "step_free: bool",
           priority as "priority: RoomPriority", equipment, department_id as "department_id: Id<Department>",
           retired_at as "retired_at: DateTime<Utc>"
           from room where ? or retired_at is null order by retired_at is not null, code collate nocase"#,
        retired
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn closures(connection: &mut SqliteConnection) -> Result<Vec<Closure>> {
    Ok(sqlx::query_as!(
        Closure,
        r#"select closure.id as "id: Id<Closure>", room_id as "room_id: Id<Room>", from_on as "from_on: NaiveDate",
           to_on as "to_on: NaiveDate", reason from closure
           join room on room.id = room_id and room.retired_at is null order by from_on, closure.id"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn supplies(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Supply>> {
    Ok(sqlx::query_as!(
        Supply,
        r#"select id as "id: Id<Supply>", name, kind as "kind: SupplyKind", measure, stock,
           retired_at as "retired_at: DateTime<Utc>"
           from supply where ? or retired_at is null order by retired_at is not null, name collate nocase"#,
        retired
    )
    .fetch_all(connection)
    .await?)
}
