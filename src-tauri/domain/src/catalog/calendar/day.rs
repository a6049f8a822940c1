//! What one day holds for a class: its lessons and breaks, or why there is no training.

use super::{
    Calendar,
    pattern::{PatternSlot, SlotKind, TimePattern},
    season::Season,
};
use crate::base::id::Id;
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use serde::Serialize;
use ts_rs::TS;

/// How far to look for an open day: beyond it the pattern has none.
const LOOK_DAYS: u64 = 400;

/// A lesson of a day, 1 JP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Lesson {
    /// From 1 through the day.
    pub number: i64,
    /// From.
    pub from: NaiveTime,
    /// Until.
    pub to: NaiveTime,
}

/// A stretch of a day, lesson or break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DaySlot {
    /// What it is.
    pub kind: SlotKind,
    /// From.
    pub from: NaiveTime,
    /// Until.
    pub to: NaiveTime,
}

/// Why a day has no training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "why", content = "name", rename_all = "snake_case")]
pub enum Closed {
    /// A holiday of this name, on which this centre does not train.
    Holiday(String),
    /// The pattern has no lesson on this weekday.
    NoLesson,
}

/// A day of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DayPlan {
    /// The pattern that holds: the class's own, or a season's.
    pub pattern_id: Id<TimePattern>,
    /// The season that put it there: `Ramadan 1448 H`.
    pub season: Option<String>,
    /// The lessons in order; none when closed.
    pub lessons: Vec<Lesson>,
    /// Lessons and breaks in order; none when closed.
    pub slots: Vec<DaySlot>,
    /// Why there is no training; `None`: there is.
    pub why_closed: Option<Closed>,
}

impl DayPlan {
    /// Whether training is held.
    pub fn open(&self) -> bool {
        self.why_closed.is_none()
    }
}

impl Calendar {
    /// What a day holds for classes of a pattern. A season goes before the pattern, a holiday before both.
    pub fn day(&self, pattern: Id<TimePattern>, date: NaiveDate) -> DayPlan {
        let pattern_id = self.pattern_on(pattern, date);
        let season = self.season_of(pattern, date).map(|season| season.name.clone());
        let closed = |why| DayPlan {
            pattern_id,
            season: season.clone(),
            lessons: Vec::new(),
            slots: Vec::new(),
            why_closed: Some(why),
        };
        if let Some(name) = self.day_off(date) {
            return closed(Closed::Holiday(name.to_owned()));
        }
        let slots = self.slots_on(pattern_id, i64::from(date.weekday().number_from_monday()));
        let lessons = lessons(slots);
        if lessons.is_empty() {
            return closed(Closed::NoLesson);
        }
        let slots =
            slots.iter().map(|slot| DaySlot { kind: slot.kind, from: slot.from_time, to: slot.to_time }).collect();
        DayPlan { pattern_id, season, lessons, slots, why_closed: None }
    }

    /// The pattern that classes of a pattern follow on a day: their own, or a season's.
    pub fn pattern_on(&self, pattern: Id<TimePattern>, date: NaiveDate) -> Id<TimePattern> {
        self.season_of(pattern, date).map_or(pattern, |season| season.pattern_id)
    }

    /// The season that holds for a pattern on a day: one for just this pattern before one for its shift, the one that
    /// began last before others.
    pub fn season_of(&self, pattern: Id<TimePattern>, date: NaiveDate) -> Option<&Season> {
        let shift = self.pattern(pattern)?.shift;
        let holds = |season: &&Season| {
            (season.from_on..=season.to_on).contains(&date)
                && match season.instead_of_id {
                    Some(only) => only == pattern,
                    None => season.shift == shift,
                }
        };
        let rank = |season: &&Season| (season.instead_of_id.is_some(), season.from_on, season.id.uuid());
        self.seasons.iter().filter(holds).max_by_key(rank)
    }

    /// The holiday on which this centre does not train, if the day is one.
    pub fn day_off(&self, date: NaiveDate) -> Option<&str> {
        let holidays = self.holidays.get(&date)?;
        holidays.iter().find(|one| !one.held).map(|one| &*one.holiday.name)
    }

    /// The first open day from a day on, itself included; `None`: none within a year and a month.
    pub fn next_open(&self, pattern: Id<TimePattern>, from: NaiveDate) -> Option<NaiveDate> {
        let mut days = (0..LOOK_DAYS).map_while(|ahead| from.checked_add_days(Days::new(ahead)));
        days.find(|date| self.day(pattern, *date).open())
    }

    /// The last open day up to a day, itself included; `None`: none within a year and a month.
    pub fn previous_open(&self, pattern: Id<TimePattern>, from: NaiveDate) -> Option<NaiveDate> {
        let mut days = (0..LOOK_DAYS).map_while(|back| from.checked_sub_days(Days::new(back)));
        days.find(|date| self.day(pattern, *date).open())
    }

    /// The open days from one day to another, both included, with what they hold.
    pub fn open_days(
        &self,
        pattern: Id<TimePattern>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, DayPlan)> {
        let days = from.iter_days().take_while(move |date| *date <= to);
        days.map(move |date| (date, self.day(pattern, date))).filter(|(_, day)| day.open())
    }
}

/// The lessons among a day's slots, numbered from 1.
fn lessons(slots: &[PatternSlot]) -> Vec<Lesson> {
    let taught = slots.iter().filter(|slot| slot.kind == SlotKind::Lesson);
    (1..).zip(taught).map(|(number, slot)| Lesson { number, from: slot.from_time, to: slot.to_time }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::calendar::{
            Holiday,
            holiday::{HolidayKind, KeptHoliday},
            pattern::Shift,
        },
        store::testing::noon,
    };
    use proptest::prelude::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn a_pattern(shift: Shift) -> TimePattern {
        TimePattern { id: Id::new(noon()), name: "Pagi".into(), shift, minutes_per_jp: 45, retired_at: None }
    }

    fn a_slot(pattern: &TimePattern, weekday: i64, kind: SlotKind, from: &str, to: &str) -> PatternSlot {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").expect("a time");
        let (from_time, to_time) = (time(from), time(to));
        PatternSlot { id: Id::new(noon()), pattern_id: pattern.id, weekday, kind, from_time, to_time }
    }

    fn a_lesson(pattern: &TimePattern, weekday: i64) -> PatternSlot {
        a_slot(pattern, weekday, SlotKind::Lesson, "08:00", "08:45")
    }

    fn a_holiday(day: &str, name: &str, held: bool) -> KeptHoliday {
        let holiday = Holiday {
            id: Id::new(noon()),
            day_on: on(day),
            name: name.into(),
            kind: HolidayKind::National,
            held: None,
            decree: None,
            estimated: false,
            retired_at: None,
        };
        KeptHoliday { holiday, held }
    }

    fn a_season(pattern: &TimePattern, only: Option<&TimePattern>, from: &str, to: &str) -> Season {
        Season {
            id: Id::new(noon()),
            name: "Ramadan".into(),
            shift: Shift::Morning,
            instead_of_id: only.map(|only| only.id),
            pattern_id: pattern.id,
            from_on: on(from),
            to_on: on(to),
            estimated: true,
            retired_at: None,
        }
    }

    #[test]
    fn lessons_are_numbered_by_the_clock_and_breaks_are_not() {
        let pattern = a_pattern(Shift::Morning);
        let slots = vec![
            a_slot(&pattern, 1, SlotKind::Lesson, "10:00", "10:45"),
            a_slot(&pattern, 1, SlotKind::Break, "09:30", "10:00"),
            a_slot(&pattern, 1, SlotKind::Lesson, "08:45", "09:30"),
            a_slot(&pattern, 2, SlotKind::Gymnastics, "07:15", "08:45"),
        ];
        let calendar = Calendar::new(vec![], vec![pattern.clone()], slots, vec![]);
        let monday = calendar.day(pattern.id, on("2027-01-04"));
        let starts: Vec<_> = monday.lessons.iter().map(|lesson| (lesson.number, lesson.from.to_string())).collect();
        assert_eq!(starts, [(1, "08:45:00".to_owned()), (2, "10:00:00".to_owned())]);
        assert_eq!(monday.slots[1].kind, SlotKind::Break);
        let tuesday = calendar.day(pattern.id, on("2027-01-05"));
        assert_eq!(tuesday.why_closed, Some(Closed::NoLesson), "gymnastics alone is no training");
    }

    #[test]
    fn a_holiday_closes_the_day_unless_training_is_held() {
        let pattern = a_pattern(Shift::Morning);
        let holidays = vec![
            a_holiday("2027-01-05", "Cuti bersama", true),
            a_holiday("2027-01-05", "Isra Mikraj", false),
            a_holiday("2027-01-06", "Ulang tahun kabupaten", true),
        ];
        let slots = vec![a_lesson(&pattern, 2), a_lesson(&pattern, 3)];
        let calendar = Calendar::new(holidays, vec![pattern.clone()], slots, vec![]);
        let closed = calendar.day(pattern.id, on("2027-01-05"));
        let name = Closed::Holiday("Isra Mikraj".into());
        assert_eq!((closed.why_closed, closed.lessons.len(), closed.slots.len()), (Some(name), 0, 0));
        assert_eq!(calendar.day(pattern.id, on("2027-01-06")).lessons.len(), 1);
        assert_eq!(calendar.next_open(pattern.id, on("2027-01-01")), Some(on("2027-01-06")));
        assert_eq!(calendar.previous_open(pattern.id, on("2027-01-05")), Some(on("2026-12-30")));
        let open: Vec<_> =
            calendar.open_days(pattern.id, on("2027-01-05"), on("2027-01-13")).map(|day| day.0).collect();
        assert_eq!(open, [on("2027-01-06"), on("2027-01-12"), on("2027-01-13")]);
    }

    #[test]
    fn a_pattern_without_lessons_has_no_open_day() {
        let pattern = a_pattern(Shift::Evening);
        let calendar = Calendar::new(vec![], vec![pattern.clone()], vec![], vec![]);
        assert_eq!(calendar.next_open(pattern.id, on("2027-01-04")), None);
        assert_eq!(calendar.next_open(Id::new(noon()), NaiveDate::MAX), None);
    }

    #[test]
    fn a_season_goes_before_the_pattern_of_its_shift_and_the_later_one_before_the_earlier() {
        let [morning, evening, ramadan, last_days] =
            [Shift::Morning, Shift::Evening, Shift::Morning, Shift::Morning].map(a_pattern);
        let seasons = vec![
            a_season(&ramadan, None, "2027-02-08", "2027-03-09"),
            a_season(&last_days, None, "2027-03-01", "2027-03-09"),
        ];
        let all = vec![morning.clone(), evening.clone(), ramadan.clone(), last_days.clone()];
        let calendar = Calendar::new(vec![], all, vec![], seasons);
        let holds = |pattern: &TimePattern, day: &str| calendar.pattern_on(pattern.id, on(day));
        assert_eq!(holds(&morning, "2027-02-07"), morning.id);
        assert_eq!(holds(&morning, "2027-02-08"), ramadan.id);
        assert_eq!(holds(&morning, "2027-03-02"), last_days.id);
        assert_eq!(holds(&morning, "2027-03-10"), morning.id);
        assert_eq!(holds(&evening, "2027-02-08"), evening.id);
    }

    #[test]
    fn a_season_of_one_pattern_goes_before_one_of_the_whole_shift() {
        let [five, six, ramadan, ramadan_six] = [Shift::Morning; 4].map(a_pattern);
        let seasons = vec![
            a_season(&ramadan_six, Some(&six), "2027-02-08", "2027-03-09"),
            a_season(&ramadan, None, "2027-02-09", "2027-03-09"),
        ];
        let all = vec![five.clone(), six.clone(), ramadan.clone(), ramadan_six.clone()];
        let calendar = Calendar::new(vec![], all, vec![], seasons);
        assert_eq!(calendar.pattern_on(six.id, on("2027-02-20")), ramadan_six.id);
        assert_eq!(calendar.pattern_on(five.id, on("2027-02-20")), ramadan.id);
    }

    proptest! {
        #[test]
        fn lessons_of_a_day_come_one_after_the_other_with_numbers_that_rise_by_one(
            starts in proptest::collection::btree_set(0_u32..40, 0..12), closed in any::<bool>()
        ) {
            let pattern = a_pattern(Shift::Morning);
            let at = |quarter| NaiveTime::from_num_seconds_from_midnight_opt(21_600 + quarter * 900, 0).expect("time");
            let slots: Vec<PatternSlot> = starts.iter().rev().map(|start| PatternSlot {
                from_time: at(*start), to_time: at(*start + 1), ..a_lesson(&pattern, 1)
            }).collect();
            let holidays = closed.then(|| a_holiday("2027-01-04", "Libur", false));
            let calendar = Calendar::new(holidays, vec![pattern.clone()], slots, vec![]);
            let day = calendar.day(pattern.id, on("2027-01-04"));
            prop_assert_eq!(day.lessons.len(), if closed { 0 } else { starts.len() });
            prop_assert_eq!(day.open(), !closed && !starts.is_empty());
            let mut pairs = day.lessons.windows(2);
            prop_assert!(pairs.all(|two| two[0].to <= two[1].from && two[0].number + 1 == two[1].number));
        }
    }
}
