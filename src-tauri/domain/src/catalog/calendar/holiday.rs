//! Days off (*hari libur*): national holidays, joint leave, days of the region.

use crate::office::setting::Setting;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use ts_rs::TS;

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
        /// Whether training is held all the same in this centre; `None`: as on all days of the kind.
        4 A held: Option<bool>,
        /// The decree (*SKB*) or letter.
        5 A decree: Option<String>,
        /// The day is not certain yet: it hangs on the moon or on a decree to come.
        6 A estimated: bool,
        /// Taken back since.
        7 A retired_at: Option<DateTime<Utc>>,
    }
}

/// The setting that says whether this centre trains on joint leave: `yes` or `no`.
const JOINT_LEAVE: &str = "calendar.joint_leave_held";

/// A holiday with what this centre does on it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct KeptHoliday {
    /// The holiday.
    pub holiday: Holiday,
    /// Training is held all the same.
    pub held: bool,
}

/// Whether training is held on a holiday: as was said of the day itself, else on joint leave as the setting in force on
/// that day says, else not.
pub fn held(holiday: &Holiday, settings: &[Setting]) -> bool {
    let usual = || {
        let in_force = |setting: &&Setting| {
            setting.key == JOINT_LEAVE
                && setting.valid_from <= holiday.day_on
                && setting.valid_to.is_none_or(|to| holiday.day_on <= to)
        };
        let latest = settings.iter().filter(in_force).max_by_key(|setting| setting.valid_from);
        holiday.kind == HolidayKind::JointLeave && latest.is_some_and(|setting| setting.value == "yes")
    };
    holiday.held.unwrap_or_else(usual)
}
