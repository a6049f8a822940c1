//! Days off (*hari libur*): national holidays, joint leave, days of the region.

use chrono::{DateTime, NaiveDate, Utc};

words! {
    /// What makes a day one off.
    pub enum HolidayKind {
        /// National holiday.
        National = "LIBUR",
        /// Joint leave (*cuti bersama*).
        JointLeave = "CUTI_BERSAMA",
        /// Of the region or the centre.
        Local = "LOKAL",
    }
}

table! {
    /// A day off (*hari libur*).
    pub struct Holiday = 42 "holiday" {
        /// Which day.
        1 A day_on: NaiveDate,
        /// What is kept.
        2 A name: String,
        /// National, joint leave or local.
        3 A kind: HolidayKind,
        /// Training is held all the same in this centre.
        4 A held: bool,
        /// The decree (*SKB*) or letter.
        5 A decree: Option<String>,
        /// Taken back since.
        6 A retired_at: Option<DateTime<Utc>>,
    }
}
