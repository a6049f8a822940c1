//! SQL of the catalogue.

use super::{
    calendar::{
        holiday::HolidayKind,
        pattern::{Shift, SlotKind},
    },
    instructor::{AbsenceKind, InstructorStatus},
    programme::Programme,
    room::{RoomKind, RoomPriority},
    supply::SupplyKind,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use chrono::{DateTime, Utc};

crate::word_columns!(AbsenceKind, HolidayKind, InstructorStatus, RoomKind, RoomPriority, Shift, SlotKind, SupplyKind);

pub(crate) async fn programmes(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Programme>> {
    Ok(sqlx::query_as!(
        Programme,
        r#"select id as "id: Id<Programme>", code, name, department, aliases,
           retired_at as "retired_at: DateTime<Utc>" from programme
           where ? or retired_at is null order by retired_at is not null, name collate nocase"#,
        retired
    )
    .fetch_all(connection)
    .await?)
}
