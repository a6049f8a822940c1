//! SQL of the catalogue.

use super::{
    calendar::{
        holiday::HolidayKind,
        pattern::{Shift, SlotKind},
    },
    department::Department,
    instructor::{AbsenceKind, InstructorStatus},
    programme::{Programme, ProgrammeForm},
    programme_unit::{Prerequisite, ProgrammeUnit},
    room::{RoomKind, RoomPriority},
    supply::{Supply, SupplyKind, UnitSupply},
    unit::Unit,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, NaiveDate, Utc};

crate::word_columns!(
    AbsenceKind,
    HolidayKind,
    InstructorStatus,
    ProgrammeForm,
    RoomKind,
    RoomPriority,
    Shift,
    SlotKind,
    SupplyKind
);

pub(crate) async fn programmes(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Programme>> {
    Ok(sqlx::query_as!(
        Programme,
        r#"select id as "id: Id<Programme>", code, name, department_id as "department_id: Id<Department>", aliases,
           retired_at as "retired_at: DateTime<Utc>", form as "form: ProgrammeForm", kkni_level, jp_day, version,
           valid_from as "valid_from: NaiveDate", valid_to as "valid_to: NaiveDate", siapkerja_id from programme
           where ? or retired_at is null order by retired_at is not null, name collate nocase, version desc"#,
        retired
    )
    .fetch_all(connection)
    .await?)
}

/// Lessons of a programme: its id, how many units, and JP in all.
pub(super) async fn programme_sums(connection: &mut SqliteConnection) -> Result<Vec<(Id<Programme>, i64, i64)>> {
    let sums = sqlx::query!(
        r#"select programme_id as "id: Id<Programme>", count(*) as "units!: i64",
           sum(jp_theory + jp_practice + jp_ojt) as "jp!: i64"
           from programme_unit where retired_at is null group by programme_id"#
    )
    .fetch_all(connection)
    .await?;
    Ok(sums.into_iter().map(|sum| (sum.id, sum.units, sum.jp)).collect())
}

/// The units of one programme in their order.
pub(super) async fn units_of(
    connection: &mut SqliteConnection,
    programme: Id<Programme>,
) -> Result<Vec<ProgrammeUnit>> {
    Ok(sqlx::query_as!(
        ProgrammeUnit,
        r#"select id as "id: Id<ProgrammeUnit>", programme_id as "programme_id: Id<Programme>",
           unit_id as "unit_id: Id<Unit>", title, position, jp_theory, jp_practice, jp_ojt, instructors,
           theory_room as "theory_room: RoomKind", practice_room as "practice_room: RoomKind", equipment,
           retired_at as "retired_at: DateTime<Utc>"
           from programme_unit where programme_id = ? and retired_at is null order by position, id"#,
        programme
    )
    .fetch_all(connection)
    .await?)
}

/// What must come before what in one programme, also what retired units needed.
pub(super) async fn needs_of(connection: &mut SqliteConnection, programme: Id<Programme>) -> Result<Vec<Prerequisite>> {
    Ok(sqlx::query_as!(
        Prerequisite,
        r#"select prerequisite.id as "id: Id<Prerequisite>", programme_unit_id as "programme_unit_id: Id<ProgrammeUnit>",
           needs_id as "needs_id: Id<ProgrammeUnit>" from prerequisite
           join programme_unit on programme_unit.id = programme_unit_id
           where programme_id = ? order by prerequisite.id"#,
        programme
    )
    .fetch_all(connection)
    .await?)
}

/// What the units of one programme need of supplies, also what retired units needed.
pub(super) async fn supplies_of(
    connection: &mut SqliteConnection,
    programme: Id<Programme>,
) -> Result<Vec<UnitSupply>> {
    Ok(sqlx::query_as!(
        UnitSupply,
        r#"select unit_supply.id as "id: Id<UnitSupply>", programme_unit_id as "programme_unit_id: Id<ProgrammeUnit>",
           supply_id as "supply_id: Id<Supply>", quantity, per_trainee as "per_trainee: bool" from unit_supply
           join programme_unit on programme_unit.id = programme_unit_id
           where programme_id = ? order by unit_supply.id"#,
        programme
    )
    .fetch_all(connection)
    .await?)
}

pub(super) async fn unit_by_code(connection: &mut SqliteConnection, code: &str) -> Result<Option<Unit>> {
    Ok(sqlx::query_as!(
        Unit,
        r#"select id as "id: Id<Unit>", code, version, title, decree, retired_at as "retired_at: DateTime<Utc>"
           from unit where code = ? limit 1"#,
        code
    )
    .fetch_optional(connection)
    .await?)
}

/// Units of which a part of the title or of the code is so, and how many programmes teach each.
pub(super) async fn units_like(
    connection: &mut SqliteConnection,
    text: &str,
    code: &str,
    retired: bool,
    limit: i64,
) -> Result<Vec<(Unit, i64)>> {
    let found = sqlx::query!(
        r#"select id as "id: Id<Unit>", code, version, title, decree, retired_at as "retired_at: DateTime<Utc>",
           (select count(distinct programme_id) from programme_unit
            where unit_id = unit.id and programme_unit.retired_at is null) as "programmes!: i64"
           from unit where (? or retired_at is null) and (instr(lower(title), ?) or instr(code, ?))
           order by retired_at is not null, code limit ?"#,
        retired,
        text,
        code,
        limit
    )
    .fetch_all(connection)
    .await?;
    let unit = found.into_iter().map(|one| {
        let unit = Unit {
            id: one.id,
            code: one.code,
            version: one.version,
            title: one.title,
            decree: one.decree,
            retired_at: one.retired_at,
        };
        (unit, one.programmes)
    });
    Ok(unit.collect())
}
