//! A room or workshop (*ruang, bengkel*).

use super::department::Department;
use crate::base::id::Id;
use chrono::{DateTime, NaiveDate, Utc};

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
