//! The calendar as screens show it: a year's holidays and seasons, and the patterns with what they hold.

use super::{Calendar, TimePattern, holiday::KeptHoliday, pattern_sheet::SlotLine, season::Season};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A season with the names of its patterns.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SeasonRow {
    /// The season.
    pub season: Season,
    /// The pattern that holds.
    pub pattern: String,
    /// The only pattern that it goes before; `None`: all of the shift.
    pub instead_of: Option<String>,
}

/// A pattern with its week.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PatternRow {
    /// The pattern.
    pub pattern: TimePattern,
    /// What it holds, by weekday and the clock.
    pub slots: Vec<SlotLine>,
}

/// A year.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CalendarYear {
    /// Its holidays by day.
    pub holidays: Vec<KeptHoliday>,
    /// The seasons that touch it, by first day.
    pub seasons: Vec<SeasonRow>,
}

impl Calendar {
    /// The holidays and seasons of a year.
    pub fn year(&self, year: i32) -> CalendarYear {
        let ends = NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31));
        let Some((first, last)) = ends else { return CalendarYear { holidays: Vec::new(), seasons: Vec::new() } };
        let mut seasons = self.season_rows();
        seasons.retain(|row| row.season.from_on <= last && first <= row.season.to_on);
        CalendarYear { holidays: self.holidays(first, last).cloned().collect(), seasons }
    }

    /// All seasons by first day, with the names of their patterns.
    pub fn season_rows(&self) -> Vec<SeasonRow> {
        let name = |id| self.pattern(id).map(|pattern| pattern.name.clone());
        let row = |season: &Season| SeasonRow {
            pattern: name(season.pattern_id).unwrap_or_default(),
            instead_of: season.instead_of_id.and_then(name),
            season: season.clone(),
        };
        self.seasons().iter().map(row).collect()
    }

    /// The patterns by name with what they hold; also those no longer used when `retired`.
    pub fn pattern_rows(&self, retired: bool) -> Vec<PatternRow> {
        let slots = |id| (1..=7).flat_map(move |weekday| self.slots_on(id, weekday)).map(SlotLine::from).collect();
        let shown = self.patterns().into_iter().filter(|pattern| retired || pattern.retired_at.is_none());
        shown.map(|pattern| PatternRow { slots: slots(pattern.id), pattern: pattern.clone() }).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        catalog::calendar::{load, seed},
        store::testing::{an_office, begin},
    };

    #[tokio::test]
    async fn a_year_shows_its_own_holidays_and_every_season_that_touches_it() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "office_first_run").await;
        seed::plant(&mut work).await.expect("planted");
        let calendar = load(work.reads()).await.expect("loaded");
        let year = calendar.year(2027);
        assert_eq!(year.holidays.len(), 26);
        let names: Vec<_> = year.seasons.iter().map(|row| (&*row.pattern, row.instead_of.as_deref())).collect();
        assert_eq!(names, [("Ramadan", None), ("Ramadan 6 hari", Some("Pagi 6 hari"))]);
        assert!(calendar.year(2031).holidays.is_empty());
        let patterns = calendar.pattern_rows(false);
        let morning = patterns.iter().find(|row| row.pattern.name == "Pagi 8 JP").expect("there");
        assert_eq!(morning.slots.len(), 4 * 11 + 10);
    }
}
