//! When training is held: holidays, time patterns of the week, and the seasons in which another pattern holds.

pub mod day;
pub mod holiday;
pub mod pattern;
pub mod pattern_sheet;
pub mod season;
pub mod seed;
mod store;
pub mod year;

pub use day::{Closed, DayPlan, DaySlot, Lesson};
pub use holiday::Holiday;
pub use pattern::{PatternSlot, TimePattern};
pub use season::Season;

use crate::{
    base::id::Id,
    office::setting,
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use holiday::{KeptHoliday, held};
use pattern::SlotKind;
use std::collections::{BTreeMap, HashMap};

/// The slots of a pattern by weekday, Monday first, each day in order of the clock.
type Week = [Vec<PatternSlot>; 7];

/// Everything that decides whether and when training is held, read once.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    holidays: BTreeMap<NaiveDate, Vec<KeptHoliday>>,
    patterns: HashMap<Id<TimePattern>, (TimePattern, Week)>,
    seasons: Vec<Season>,
}

/// Reads the calendar. Patterns no longer used are in it, for batches may still follow them.
pub async fn load(connection: &mut SqliteConnection) -> Result<Calendar> {
    let holidays = store::holidays(&mut *connection).await?;
    let patterns = store::patterns(&mut *connection).await?;
    let slots = store::slots(&mut *connection).await?;
    let seasons = store::seasons(&mut *connection).await?;
    let settings = setting::all(connection).await?;
    let kept = holidays.into_iter().map(|holiday| KeptHoliday { held: held(&holiday, &settings), holiday });
    Ok(Calendar::new(kept, patterns, slots, seasons))
}

impl Calendar {
    /// A calendar of its parts.
    pub fn new(
        holidays: impl IntoIterator<Item = KeptHoliday>,
        patterns: Vec<TimePattern>,
        slots: Vec<PatternSlot>,
        seasons: Vec<Season>,
    ) -> Self {
        let mut by_day: BTreeMap<NaiveDate, Vec<KeptHoliday>> = BTreeMap::new();
        for kept in holidays {
            by_day.entry(kept.holiday.day_on).or_default().push(kept);
        }
        let mut weeks: HashMap<Id<TimePattern>, (TimePattern, Week)> =
            patterns.into_iter().map(|pattern| (pattern.id, (pattern, Week::default()))).collect();
        for slot in slots {
            let day = usize::try_from(slot.weekday - 1).ok();
            let week = weeks.get_mut(&slot.pattern_id).map(|(_, week)| week);
            if let Some(day) = week.zip(day).and_then(|(week, day)| week.get_mut(day)) {
                day.push(slot);
            }
        }
        for (_, week) in weeks.values_mut() {
            week.iter_mut().for_each(|day| day.sort_by_key(|slot| (slot.from_time, slot.to_time)));
        }
        Self { holidays: by_day, patterns: weeks, seasons }
    }

    /// A pattern, also one no longer used.
    pub fn pattern(&self, id: Id<TimePattern>) -> Option<&TimePattern> {
        self.patterns.get(&id).map(|(pattern, _)| pattern)
    }

    /// All patterns by name, those no longer used last.
    pub fn patterns(&self) -> Vec<&TimePattern> {
        let mut all: Vec<&TimePattern> = self.patterns.values().map(|(pattern, _)| pattern).collect();
        all.sort_by_key(|pattern| (pattern.retired_at.is_some(), pattern.name.to_lowercase(), pattern.id.uuid()));
        all
    }

    /// What a pattern holds on a weekday, 1 Monday to 7 Sunday, in order of the clock.
    pub fn slots_on(&self, pattern: Id<TimePattern>, weekday: i64) -> &[PatternSlot] {
        let day = usize::try_from(weekday - 1).ok();
        let week = self.patterns.get(&pattern).map(|(_, week)| week);
        week.zip(day).and_then(|(week, day)| week.get(day)).map_or(&[], Vec::as_slice)
    }

    /// The lessons that a pattern holds on a weekday, whatever the day.
    pub fn lessons_on(&self, pattern: Id<TimePattern>, weekday: i64) -> impl Iterator<Item = &PatternSlot> {
        self.slots_on(pattern, weekday).iter().filter(|slot| slot.kind == SlotKind::Lesson)
    }

    /// Whether a pattern holds any lesson in a week.
    pub fn has_lessons(&self, pattern: Id<TimePattern>) -> bool {
        (1..=7).any(|weekday| self.lessons_on(pattern, weekday).next().is_some())
    }

    /// The holidays from one day to another, both included, by day.
    pub fn holidays(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &KeptHoliday> {
        let range = (from <= to).then(|| self.holidays.range(from..=to));
        range.into_iter().flatten().flat_map(|(_, kept)| kept)
    }

    /// The seasons by first day.
    pub fn seasons(&self) -> &[Season] {
        &self.seasons
    }
}
