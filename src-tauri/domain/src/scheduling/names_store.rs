//! Reads of the names on a timetable.

use super::{
    batch::Batch,
    names::{BatchName, InstructorName, RoomName, UnitName},
};
use crate::{
    base::id::Id,
    catalog::{Programme, calendar::TimePattern, instructor::Instructor, programme_unit::ProgrammeUnit, room::Room},
    store::{Result, SqliteConnection},
};

pub(super) async fn batches(connection: &mut SqliteConnection) -> Result<Vec<BatchName>> {
    Ok(sqlx::query_as!(
        BatchName,
        r#"select id as "id: Id<Batch>", name, programme_id as "programme_id: Id<Programme>",
           pattern_id as "pattern_id: Id<TimePattern>", seats,
           retired_at is not null or state = 'BATAL' as "gone!: bool" from batch order by name collate nocase"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn instructors(connection: &mut SqliteConnection) -> Result<Vec<InstructorName>> {
    Ok(sqlx::query_as!(
        InstructorName,
        r#"select id as "id: Id<Instructor>", name, initials, retired_at is not null as "gone!: bool"
           from instructor order by name collate nocase"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn rooms(connection: &mut SqliteConnection) -> Result<Vec<RoomName>> {
    Ok(sqlx::query_as!(
        RoomName,
        r#"select id as "id: Id<Room>", code, name, retired_at is not null as "gone!: bool"
           from room order by code collate nocase"#
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn units(connection: &mut SqliteConnection) -> Result<Vec<UnitName>> {
    Ok(sqlx::query_as!(
        UnitName,
        r#"select programme_unit.id as "id: Id<ProgrammeUnit>", programme_id as "programme_id: Id<Programme>",
           unit.code as "code: String", programme_unit.title
           from programme_unit left join unit on unit.id = unit_id order by programme_id, position"#
    )
    .fetch_all(connection)
    .await?)
}
