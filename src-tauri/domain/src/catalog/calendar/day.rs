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
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Closed {
    /// A holiday on which this centre does not train.
    Holiday {
        /// Its name.
        name: String,
    },
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
        let season = self.season_of(pattern, date);
        let pattern_id = season.map_or(pattern, |season| season.pattern_id);
        let season = season.map(|season| season.name.clone());
        let closed = |why| DayPlan {
            pattern_id,
            season: season.clone(),
            lessons: Vec::new(),
            slots: Vec::new(),
            why_closed: Some(why),
        };
        if let Some(name) = self.day_off(date) {
            return closed(Closed::Holiday { name: name.to_owned() });
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
        let days = (0..LOOK_DAYS).map_while(|ahead| from.checked_add_days(Days::new(ahead)));
        days.into_iter().find(|date| self.day(pattern, *date).open())
    }

    /// The last open day up to a day, itself included; `None`: none within a year and a month.
    pub fn previous_open(&self, pattern: Id<TimePattern>, from: NaiveDate) -> Option<NaiveDate> {
        let days = (0..LOOK_DAYS).map_while(|back| from.checked_sub_days(Days::new(back)));
        days.into_iter().find(|date| self.day(pattern, *date).open())
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
