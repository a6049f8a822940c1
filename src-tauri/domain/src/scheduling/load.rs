//! The load of instructors (*beban mengajar*) in lessons (JP): per day, week and month, against the caps.
//!
//! Source of the caps: agreement of the national scoring team for instructors; they are settings of the office. A day on
//! the job counts as 10 JP.

use super::plan::{Session, SessionKind};
use crate::{base::id::Id, catalog::instructor::Instructor};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What one day on the job counts, in JP.
const OJT_DAY: i64 = 10;

/// The JP of one instructor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Load {
    /// By day.
    pub days: BTreeMap<NaiveDate, i64>,
    /// By the Monday of the week.
    pub weeks: BTreeMap<NaiveDate, i64>,
    /// By the first day of the month.
    pub months: BTreeMap<NaiveDate, i64>,
}

impl Load {
    /// All JP.
    pub fn total(&self) -> i64 {
        self.days.values().sum()
    }

    /// The most JP of any day, week and month.
    pub fn most(&self) -> (i64, i64, i64) {
        let most = |by: &BTreeMap<NaiveDate, i64>| by.values().copied().max().unwrap_or(0);
        (most(&self.days), most(&self.weeks), most(&self.months))
    }
}

/// The Monday of a day's week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    day - chrono::Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// The load of each instructor; whoever teaches nothing is not in the answer.
pub fn loads(sessions: &[Session]) -> BTreeMap<Id<Instructor>, Load> {
    let mut lessons: BTreeMap<(Id<Instructor>, NaiveDate), (i64, bool)> = BTreeMap::new();
    for session in sessions {
        for instructor in [session.instructor_id, session.second_id].into_iter().flatten() {
            let day = lessons.entry((instructor, session.day_on)).or_default();
            if session.kind == SessionKind::OnTheJob {
                day.1 = true;
            } else {
                day.0 += session.length;
            }
        }
    }
    let mut loads: BTreeMap<Id<Instructor>, Load> = BTreeMap::new();
    for ((instructor, day), (taught, on_the_job)) in lessons {
        let jp = taught + if on_the_job { OJT_DAY } else { 0 };
        let load = loads.entry(instructor).or_default();
        *load.days.entry(day).or_default() += jp;
        *load.weeks.entry(monday(day)).or_default() += jp;
        *load.months.entry(day.with_day(1).unwrap_or(day)).or_default() += jp;
    }
    loads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheduling::testing::january;
    use crate::store::testing::noon;

    fn a_lesson(who: [Option<Id<Instructor>>; 2], kind: SessionKind, day: u32, length: i64) -> Session {
        Session {
            id: Id::new(noon()),
            plan_id: Id::new(noon()),
            batch_id: Id::new(noon()),
            programme_unit_id: None,
            kind,
            title: None,
            day_on: january(day),
            slot: 1,
            length,
            room_id: None,
            instructor_id: who[0],
            second_id: who[1],
            locked: false,
            origin_id: None,
        }
    }

    #[test]
    fn lessons_add_up_by_day_week_and_month_and_both_instructors_carry_them() {
        let (one, other) = (Id::new(noon()), Id::new(noon()));
        let sessions = [
            a_lesson([Some(one), Some(other)], SessionKind::Practice, 29, 3),
            a_lesson([Some(one), None], SessionKind::Theory, 29, 2),
            a_lesson([Some(one), None], SessionKind::Theory, 31, 4),
        ];
        let loads = loads(&sessions);
        assert_eq!(loads[&one].most(), (5, 9, 9));
        assert_eq!(loads[&one].weeks[&january(25)], 9);
        assert_eq!((loads[&other].total(), loads.len()), (3, 2));
    }

    #[test]
    fn a_day_on_the_job_counts_ten_lessons_however_many_batches_are_out() {
        let one = Id::new(noon());
        let out = |length| a_lesson([Some(one), None], SessionKind::OnTheJob, 6, length);
        assert_eq!(loads(&[out(8), out(8)])[&one].total(), 10);
    }
}
