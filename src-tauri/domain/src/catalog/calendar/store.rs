//! Reads of the calendar.

use super::{
    holiday::{Holiday, HolidayKind},
    pattern::{PatternSlot, Shift, SlotKind, TimePattern},
    season::Season,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// The holidays that were not taken back, by day.
pub(super) async fn holidays(connection: &mut SqliteConnection) -> Result<Vec<Holiday>> {
    Ok(sqlx::query_as!(
        Holiday,
        r#"select id as "id: Id<Holiday>", day_on as "day_on: NaiveDate", name, kind as "kind: HolidayKind",
           held as "held: bool", decree, estimated as "estimated: bool", retired_at as "retired_at: DateTime<Utc>"
           from holiday where retired_at is null order by day_on, name, id"#
    )
    .fetch_all(connection)
    .await?)
}

/// All patterns, also those no longer used.
pub(super) async fn patterns(connection: &mut SqliteConnection) -> Result<Vec<TimePattern>> {
    Ok(sqlx::query_as!(
        TimePattern,
        r#"select id as "id: Id<TimePattern>", name, shift as "shift: Shift", minutes_per_jp,
           retired_at as "retired_at: DateTime<Utc>" from time_pattern order by name collate nocase, id"#
    )
    .fetch_all(connection)
    .await?)
}

/// What all patterns hold.
pub(super) async fn slots(connection: &mut SqliteConnection) -> Result<Vec<PatternSlot>> {
    Ok(sqlx::query_as!(
        PatternSlot,
        r#"select id as "id: Id<PatternSlot>", pattern_id as "pattern_id: Id<TimePattern>", weekday,
           kind as "kind: SlotKind", from_time as "from_time: NaiveTime", to_time as "to_time: NaiveTime"
           from pattern_slot order by pattern_id, weekday, from_time, id"#
    )
    .fetch_all(connection)
    .await?)
}

/// The seasons that were not taken back, by first day.
pub(super) async fn seasons(connection: &mut SqliteConnection) -> Result<Vec<Season>> {
    Ok(sqlx::query_as!(
        Season,
        r#"select id as "id: Id<Season>", name, shift as "shift: Shift",
           instead_of_id as "instead_of_id: Id<TimePattern>", pattern_id as "pattern_id: Id<TimePattern>",
           from_on as "from_on: NaiveDate", to_on as "to_on: NaiveDate", estimated as "estimated: bool",
           retired_at as "retired_at: DateTime<Utc>" from season where retired_at is null
           order by from_on, name, instead_of_id is not null, id"#
    )
    .fetch_all(connection)
    .await?)
}
