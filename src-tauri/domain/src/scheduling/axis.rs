//! The columns of a day on the board. Batches follow different time patterns, so a column is a stretch of the clock: with
//! one pattern it is a lesson, with several it begins wherever a lesson of any of them begins.

use crate::{base::id::Id, catalog::calendar::TimePattern};
use chrono::NaiveTime;
use serde::Serialize;
use ts_rs::TS;

/// A lesson of a pattern on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// From.
    pub from: NaiveTime,
    /// Until.
    pub to: NaiveTime,
}

/// A column of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BoardColumn {
    /// The number of the lesson that begins here, of the pattern that has it first.
    pub label: String,
    /// From.
    #[ts(type = "string")]
    pub from_time: NaiveTime,
    /// Until.
    #[ts(type = "string")]
    pub to_time: NaiveTime,
}

/// In which columns the lessons of a pattern begin: the first lesson is at 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PatternLessons {
    /// Which pattern.
    pub pattern_id: Id<TimePattern>,
    /// The column of each lesson.
    pub columns: Vec<usize>,
    /// The column after each lesson's end.
    pub ends: Vec<usize>,
}

/// The columns of a day, and where each pattern's lessons lie in them.
pub fn columns(patterns: &[(Id<TimePattern>, Vec<Hours>)]) -> (Vec<BoardColumn>, Vec<PatternLessons>) {
    let mut starts: Vec<(NaiveTime, usize, NaiveTime)> = patterns
        .iter()
        .flat_map(|(_, lessons)| lessons.iter().enumerate().map(|(at, hours)| (hours.from, at + 1, hours.to)))
        .collect();
    starts.sort_unstable();
    starts.dedup_by_key(|start| start.0);
    let columns: Vec<BoardColumn> = starts
        .iter()
        .map(|(from, number, to)| BoardColumn { label: number.to_string(), from_time: *from, to_time: *to })
        .collect();
    let at = |time: NaiveTime| columns.partition_point(|column| column.from_time < time);
    let lessons = patterns
        .iter()
        .map(|(pattern_id, lessons)| PatternLessons {
            pattern_id: *pattern_id,
            columns: lessons.iter().map(|hours| at(hours.from)).collect(),
            ends: lessons.iter().map(|hours| at(hours.to)).collect(),
        })
        .collect();
    (columns, lessons)
}

impl PatternLessons {
    /// Column and width of some lessons from number `slot` (from 1); lessons beyond the day's end are cut off.
    pub fn span(&self, slot: i64, length: i64) -> Option<(usize, usize)> {
        let first = usize::try_from(slot - 1).ok()?;
        let last = (first + usize::try_from(length).ok()?).min(self.columns.len()).checked_sub(1)?;
        let from = *self.columns.get(first)?;
        Some((from, self.ends.get(last)?.saturating_sub(from).max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::noon;

    fn hours(from: &str, to: &str) -> Hours {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").expect("a time");
        Hours { from: time(from), to: time(to) }
    }

    #[test]
    fn with_one_pattern_a_column_is_a_lesson_and_breaks_take_no_room() {
        let id = Id::new(noon());
        let day = vec![hours("08:00", "08:45"), hours("08:45", "09:30"), hours("10:00", "10:45")];
        let (columns, lessons) = columns(&[(id, day)]);
        assert_eq!(columns.iter().map(|column| &*column.label).collect::<Vec<_>>(), ["1", "2", "3"]);
        assert_eq!(lessons[0].span(1, 3), Some((0, 3)));
        assert_eq!(lessons[0].span(3, 5), Some((2, 1)), "a lesson beyond the day is cut off");
        assert_eq!((lessons[0].span(4, 1), lessons[0].span(0, 1)), (None, None));
    }

    #[test]
    fn a_shift_that_begins_within_a_lesson_of_another_parts_it_in_two() {
        let (morning, noon_) = (Id::new(noon()), Id::new(noon()));
        let patterns =
            [(morning, vec![hours("12:00", "13:00"), hours("13:00", "14:00")]), (noon_, vec![hours("13:30", "14:30")])];
        let (columns, lessons) = columns(&patterns);
        assert_eq!(columns.len(), 3);
        assert_eq!(lessons[0].span(2, 1), Some((1, 2)), "13.00 to 14.00 spans what begins at 13.30");
        assert_eq!(lessons[1].span(1, 1), Some((2, 1)));
    }
}
