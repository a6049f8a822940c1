//! Time patterns (*pola waktu*): how a week's days are parted into lessons and breaks, and from when to when.

use crate::base::id::Id;
use chrono::{DateTime, NaiveTime, Utc};

words! {
    /// Which part of the day a pattern fills.
    pub enum Shift {
        /// Morning to afternoon.
        Morning = "PAGI",
        /// Afternoon.
        Afternoon = "SIANG",
        /// Evening.
        Evening = "MALAM",
    }

    /// What a slot of the day is.
    pub enum SlotKind {
        /// A lesson, 1 JP.
        Lesson = "JP",
        /// Break.
        Break = "ISTIRAHAT",
        /// Rest, prayer, meal.
        Isoma = "ISOMA",
        /// Roll-call.
        RollCall = "APEL",
        /// Gymnastics.
        Gymnastics = "SENAM",
    }
}

table! {
    /// A time pattern (*pola waktu*).
    pub struct TimePattern = 43 "time_pattern" {
        /// Its name: `Pagi 8 JP`.
        1 A name: String,
        /// Which part of the day.
        2 A shift: Shift,
        /// Minutes of one JP.
        3 A minutes_per_jp: i64,
        /// No longer used since.
        4 A retired_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// One slot of a day in a pattern. A weekday without a lesson has no training.
    pub struct PatternSlot = 44 "pattern_slot" {
        /// Of which pattern.
        1 A pattern_id: Id<TimePattern>,
        /// 1 Monday to 7 Sunday.
        2 A weekday: i64,
        /// Lesson or break.
        3 A kind: SlotKind,
        /// From.
        4 A from_time: NaiveTime,
        /// Until.
        5 A to_time: NaiveTime,
    }
}
