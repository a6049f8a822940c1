//! A unit within a programme: its hours of lesson (JP), what it needs, and what must come before it.

use super::{Programme, room::RoomKind, unit::Unit};
use crate::base::id::Id;
use chrono::{DateTime, Utc};

table! {
    /// One unit of a programme (*unit dalam program*). 1 JP is one lesson, 45 minutes unless the pattern says otherwise.
    pub struct ProgrammeUnit = 32 "programme_unit" {
        /// Of which programme.
        1 A programme_id: Id<Programme>,
        /// The unit of the standard; `None` for what no standard knows, such as FMD.
        2 A unit_id: Option<Id<Unit>>,
        /// Its name on the timetable.
        3 A title: String,
        /// Its place in the programme, from 1.
        4 A position: i64,
        /// Lessons of theory, in JP.
        5 A jp_theory: i64,
        /// Lessons of practice, in JP.
        6 A jp_practice: i64,
        /// On the job (*OJT*), in JP.
        7 A jp_ojt: i64,
        /// Instructors who teach it together: 1 or 2.
        8 A instructors: i64,
        /// The kind of room for theory; `None`: any.
        9 A theory_room: Option<RoomKind>,
        /// The kind of room for practice; `None`: any.
        10 A practice_room: Option<RoomKind>,
        /// Equipment that the room of practice must have, or of theory where there is no practice; words parted by commas.
        11 A equipment: Option<String>,
        /// No longer taught since.
        12 A retired_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// A unit that must be finished before another begins (*prasyarat*).
    pub struct Prerequisite = 33 "prerequisite" {
        /// The later unit.
        1 A programme_unit_id: Id<ProgrammeUnit>,
        /// What it needs.
        2 A needs_id: Id<ProgrammeUnit>,
    }
}
