//! How much an instructor may carry (*beban mengajar*), in JP a day, a week and a month: a warning and a wall. What the
//! office keeps is a dated setting; an instructor may have walls of their own.

use super::instructor::Instructor;
use crate::{
    office::setting,
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// One span of time: from how many JP on there is a warning, and how many are the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoadCap {
    /// More than so many is much.
    pub warn: i64,
    /// More than so many is not allowed.
    pub block: i64,
}

/// The caps of an office, or of one instructor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoadCaps {
    /// A day.
    pub day: LoadCap,
    /// A week, Monday to Sunday.
    pub week: LoadCap,
    /// A calendar month.
    pub month: LoadCap,
}

impl LoadCap {
    /// With the wall of one instructor, if there is one; a warning never stands behind its wall.
    fn of(self, own: Option<i64>) -> Self {
        let block = own.unwrap_or(self.block);
        Self { warn: self.warn.min(block), block }
    }
}

impl LoadCaps {
    /// Those of one instructor.
    pub fn of(self, instructor: &Instructor) -> Self {
        Self {
            day: self.day.of(instructor.jp_day),
            week: self.week.of(instructor.jp_week),
            month: self.month.of(instructor.jp_month),
        }
    }
}

/// What the office keeps on a day.
pub async fn caps(connection: &mut SqliteConnection, on: NaiveDate) -> Result<LoadCaps> {
    let mut found = [0; 6];
    let keys = ["day_warn", "day_block", "week_warn", "week_block", "month_warn", "month_block"];
    for (place, key) in found.iter_mut().zip(keys) {
        *place = setting::number(connection, &format!("load.{key}"), on).await?;
    }
    let cap = |at: usize| LoadCap { warn: found[at].min(found[at + 1]), block: found[at + 1] };
    Ok(LoadCaps { day: cap(0), week: cap(2), month: cap(4) })
}

/// Whether an instructor's own walls can be kept: above zero, a day's within a week's within a month's.
pub(super) fn caps_fit(own: [Option<i64>; 3]) -> bool {
    let given: Vec<i64> = own.into_iter().flatten().collect();
    given.iter().all(|jp| (1..=744).contains(jp)) && given.is_sorted()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{instructor, testing::an_instructor},
        office::setting::{SettingChange, change},
        store::testing::{an_office, begin},
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[tokio::test]
    async fn caps_are_those_of_the_day_and_an_instructor_may_have_own_walls() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "setting_change").await;
        let raised = SettingChange {
            key: "load.day_block".into(),
            value: "12".into(),
            valid_from: day("2027-01-01"),
            source: None,
        };
        change(&mut work, raised).await.expect("changed");
        let before = caps(work.reads(), day("2026-12-31")).await.expect("caps");
        assert_eq!(
            (before.day, before.week, before.month),
            (LoadCap { warn: 8, block: 10 }, LoadCap { warn: 40, block: 53 }, LoadCap { warn: 212, block: 242 })
        );
        let after = caps(work.reads(), day("2027-01-01")).await.expect("caps");
        assert_eq!(after.day, LoadCap { warn: 8, block: 12 });
        let draft = instructor::InstructorDraft { jp_day: Some(6), ..an_instructor("Budi") };
        let id = instructor::save(&mut work, draft).await.expect("saved");
        let budi = work.get(id).await.expect("read").expect("there");
        assert_eq!(after.of(&budi).day, LoadCap { warn: 6, block: 6 });
        assert_eq!(after.of(&budi).week, after.week);
    }

    #[test]
    fn own_walls_are_above_zero_and_stand_one_in_the_other() {
        assert!(caps_fit([None, None, None]) && caps_fit([Some(6), None, Some(120)]));
        assert!(!caps_fit([Some(0), None, None]) && !caps_fit([Some(10), Some(8), None]));
    }
}
