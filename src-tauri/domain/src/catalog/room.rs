//! A room or workshop (*ruang, bengkel*).

use super::{department::Department, resources_store as store, word_list::word_list};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// What a room is for.
    pub enum RoomKind {
        /// Classroom.
        Classroom = "KELAS",
        /// Workshop.
        Workshop = "BENGKEL",
        /// Laboratory.
        Laboratory = "LAB",
        /// Hall.
        Hall = "AULA",
        /// In the open.
        Field = "LAPANGAN",
    }

    /// How gladly a room is used.
    pub enum RoomPriority {
        /// First choice.
        Optimal = "UTAMA",
        /// Fine.
        Normal = "BIASA",
        /// Only when nothing else is left.
        Emergency = "DARURAT",
    }
}

table! {
    /// A room or workshop (*ruang, bengkel*).
    pub struct Room = 38 "room" {
        /// As on the timetable: `LAS-1`.
        1 A code: String,
        /// Its name.
        2 A name: String,
        /// What it is for.
        3 A kind: RoomKind,
        /// Seats or work places.
        4 A seats: i64,
        /// Reached without a step.
        5 A step_free: bool,
        /// How gladly it is used.
        6 A priority: RoomPriority,
        /// Its equipment, words parted by commas.
        7 A equipment: Option<String>,
        /// To which field it belongs; `None`: to all.
        8 A department_id: Option<Id<Department>>,
        /// Gone since.
        9 A retired_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// Days on which a room is closed (*ruang ditutup*).
    pub struct Closure = 39 "closure" {
        /// Which room.
        1 A room_id: Id<Room>,
        /// First day.
        2 A from_on: NaiveDate,
        /// Last day.
        3 A to_on: NaiveDate,
        /// Why.
        4 A reason: Option<String>,
    }
}

/// A room to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RoomDraft {
    /// `None`: a new one.
    pub id: Option<Id<Room>>,
    /// As on the timetable.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: RoomKind,
    /// Seats or work places.
    pub seats: i64,
    /// Reached without a step.
    pub step_free: bool,
    /// How gladly it is used.
    pub priority: RoomPriority,
    /// Its equipment.
    pub equipment: Option<String>,
    /// To which field it belongs.
    pub department_id: Option<Id<Department>>,
}

/// Days on which a room is closed, to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ClosureDraft {
    /// `None`: new days.
    pub id: Option<Id<Closure>>,
    /// Which room.
    pub room_id: Id<Room>,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub to_on: NaiveDate,
    /// Why.
    pub reason: Option<String>,
}

/// A room with the days on which it is closed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RoomRow {
    /// The room.
    pub room: Room,
    /// The field's name.
    pub department: Option<String>,
    /// Its closures by first day.
    pub closures: Vec<Closure>,
    /// Closed on the day that was asked.
    pub closed: bool,
}

refusals! {
    "room" =>
    /// What keeps a room or its closure from being saved.
    RoomRefusal {
        /// No code.
        CodeMissing => "code_missing",
        /// No name.
        NameMissing => "name_missing",
        /// Another room has this code.
        CodeTaken { code, name } => "code_taken",
        /// A room has at least one seat.
        SeatsRange => "seats_range",
        /// No such field of training.
        DepartmentUnknown => "department_unknown",
        /// It would end before it begins.
        DatesReversed => "dates_reversed",
        /// These days are closed already.
        ClosureOverlaps { from, to } => "closure_overlaps",
        /// No such room.
        Unknown => "unknown",
    }
}

/// Saves a room. Refuses `room.code_missing`, `.name_missing`, `.code_taken`, `.seats_range`, `.department_unknown`,
/// `.unknown`.
pub async fn save(work: &mut Work, draft: RoomDraft) -> Result<Id<Room>> {
    let code = filled(&draft.code).ok_or(RoomRefusal::CodeMissing)?.to_uppercase();
    let name = filled(&draft.name).ok_or(RoomRefusal::NameMissing)?;
    if !(1..=10_000).contains(&draft.seats) {
        return Err(RoomRefusal::SeatsRange.into());
    }
    if let Some(department) = draft.department_id {
        work.get(department).await?.ok_or(RoomRefusal::DepartmentUnknown)?;
    }
    let all = store::rooms(work.reads(), true).await?;
    if let Some(other) = all.iter().find(|other| Some(other.id) != draft.id && other.code == code) {
        return Err(RoomRefusal::CodeTaken { code, name: other.name.clone() }.into());
    }
    let retired_at = match draft.id {
        Some(id) => all.iter().find(|known| known.id == id).ok_or(RoomRefusal::Unknown)?.retired_at,
        None => None,
    };
    let room = Room {
        id: draft.id.unwrap_or_else(|| work.id()),
        code,
        name,
        kind: draft.kind,
        seats: draft.seats,
        step_free: draft.step_free,
        priority: draft.priority,
        equipment: draft.equipment.and_then(|words| word_list(&words, "")),
        department_id: draft.department_id,
        retired_at,
    };
    work.put(&room).await?;
    work.about(room.id).await?;
    Ok(room.id)
}

/// Takes a room out of the lists, or (`gone` false) puts it back. Refuses `room.unknown`.
pub async fn retire(work: &mut Work, id: Id<Room>, gone: bool) -> Result<()> {
    let mut room = work.get(id).await?.ok_or(RoomRefusal::Unknown)?;
    room.retired_at = gone.then(|| work.at());
    work.put(&room).await?;
    work.about(id).await
}

/// Saves days on which a room is closed. Refuses `room.dates_reversed`, `room.closure_overlaps`, `room.unknown`.
pub async fn close(work: &mut Work, draft: ClosureDraft) -> Result<Id<Closure>> {
    work.get(draft.room_id).await?.ok_or(RoomRefusal::Unknown)?;
    if draft.to_on < draft.from_on {
        return Err(RoomRefusal::DatesReversed.into());
    }
    let all = store::closures(work.reads()).await?;
    let meets = |other: &&Closure| {
        other.room_id == draft.room_id
            && Some(other.id) != draft.id
            && other.from_on <= draft.to_on
            && draft.from_on <= other.to_on
    };
    if let Some(other) = all.iter().find(meets) {
        let shown = |day: NaiveDate| day.format("%d-%m-%Y").to_string();
        return Err(RoomRefusal::ClosureOverlaps { from: shown(other.from_on), to: shown(other.to_on) }.into());
    }
    let id = draft.id.unwrap_or_else(|| work.id());
    let reason = draft.reason.as_deref().and_then(filled);
    work.put(&Closure { id, room_id: draft.room_id, from_on: draft.from_on, to_on: draft.to_on, reason }).await?;
    work.about(draft.room_id).await?;
    Ok(id)
}

/// Opens a room again on days on which it was closed. Refuses `room.unknown`.
pub async fn open(work: &mut Work, id: Id<Closure>) -> Result<()> {
    let closure = work.get(id).await?.ok_or(RoomRefusal::Unknown)?;
    work.remove(&closure).await?;
    work.about(closure.room_id).await
}

/// The rooms by code, with what is closed; also those that are gone when `retired`.
pub async fn list(connection: &mut SqliteConnection, retired: bool, on: NaiveDate) -> Result<Vec<RoomRow>> {
    let departments = store::departments(&mut *connection, true).await?;
    let closures = store::closures(&mut *connection).await?;
    let rooms = store::rooms(connection, retired).await?;
    let row = |room: Room| {
        let own: Vec<Closure> = closures.iter().filter(|closure| closure.room_id == room.id).cloned().collect();
        RoomRow {
            department: departments.iter().find(|one| Some(one.id) == room.department_id).map(|one| one.name.clone()),
            closed: own.iter().any(|closure| closure.from_on <= on && on <= closure.to_on),
            closures: own,
            room,
        }
    };
    Ok(rooms.into_iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::testing::a_room,
        store::{
            Error,
            testing::{an_office, begin},
        },
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[tokio::test]
    async fn a_room_has_a_code_of_its_own_and_at_least_one_seat() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "room_save").await;
        save(&mut work, a_room("LAS-1")).await.expect("saved");
        for (draft, code) in [
            (a_room(" las-1 "), "code_taken"),
            (a_room(""), "code_missing"),
            (RoomDraft { seats: 0, ..a_room("LAS-2") }, "seats_range"),
            (RoomDraft { name: " ".into(), ..a_room("LAS-2") }, "name_missing"),
        ] {
            let error = save(&mut work, draft).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code), "{code}");
        }
    }

    #[tokio::test]
    async fn a_room_is_closed_on_its_days_once_and_can_be_opened_again() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "closure_save").await;
        let room_id = save(&mut work, a_room("LAS-1")).await.expect("saved");
        let days = |from: &str, to: &str| ClosureDraft {
            id: None,
            room_id,
            from_on: day(from),
            to_on: day(to),
            reason: Some("Perbaikan atap".into()),
        };
        let id = close(&mut work, days("2026-12-01", "2026-12-05")).await.expect("closed");
        for (draft, code) in [
            (days("2026-12-05", "2026-12-09"), "closure_overlaps"),
            (days("2026-12-09", "2026-12-08"), "dates_reversed"),
        ] {
            let error = close(&mut work, draft).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code), "{code}");
        }
        for (on, closed) in [("2026-11-30", false), ("2026-12-05", true), ("2026-12-06", false)] {
            let rows = list(work.reads(), false, day(on)).await.expect("list");
            assert_eq!(rows[0].closed, closed, "{on}");
        }
        open(&mut work, id).await.expect("opened");
        assert!(list(work.reads(), false, day("2026-12-01")).await.expect("list")[0].closures.is_empty());
    }
}
