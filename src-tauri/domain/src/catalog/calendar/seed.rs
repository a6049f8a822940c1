//! The calendar that every new office begins with: holidays of some years, the usual time patterns, Ramadan.

use super::{
    holiday::{Holiday, HolidayKind},
    pattern::{Shift, SlotKind, TimePattern},
    pattern_sheet::{self, PatternDraft, SlotLine},
    season::Season,
};
use crate::{
    base::{id::Id, word::Word},
    store::{Error, Result, Work},
};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use std::collections::HashMap;

const HOLIDAYS: &str = include_str!("../../../../../assets/seed/calendar/holidays.csv");
const PATTERNS: &str = include_str!("../../../../../assets/seed/calendar/patterns.csv");
const SEASONS: &str = include_str!("../../../../../assets/seed/calendar/seasons.csv");

/// The lines of a file below its head, parted by semicolons.
fn lines<const WIDTH: usize>(file: &'static str) -> impl Iterator<Item = Result<[&'static str; WIDTH]>> {
    file.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(';').collect();
        cells.try_into().map_err(|_| wrong(line))
    })
}

fn wrong(line: &str) -> Error {
    Error::Encoding(format!("the calendar of the seed: {line}"))
}

fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|_| wrong(text))
}

fn coded<W: Word>(text: &str) -> Result<W> {
    W::parse(text).ok_or_else(|| wrong(text))
}

/// Plants holidays, time patterns and seasons in an office that has none.
pub async fn plant(work: &mut Work) -> Result<()> {
    let mut holidays = Vec::new();
    for line in lines(HOLIDAYS) {
        let [day_on, kind, name, estimated, decree] = line?;
        holidays.push(Holiday {
            id: work.id(),
            day_on: day(day_on)?,
            name: name.to_owned(),
            kind: coded::<HolidayKind>(kind)?,
            held: None,
            decree: Some(decree.to_owned()),
            estimated: estimated == "1",
            retired_at: None,
        });
    }
    work.put_new_many(&holidays).await?;
    let mut patterns: HashMap<String, Id<TimePattern>> = HashMap::new();
    for draft in drafts()? {
        let name = draft.name.clone();
        patterns.insert(name, pattern_sheet::save(work, draft).await?);
    }
    for line in lines(SEASONS) {
        let [name, shift, only, pattern, from, to, estimated] = line?;
        let known = |name: &str| patterns.get(name).copied();
        let season = Season {
            id: work.id(),
            name: name.to_owned(),
            shift: coded(shift)?,
            instead_of_id: known(only),
            pattern_id: known(pattern).ok_or_else(|| wrong(pattern))?,
            from_on: day(from)?,
            to_on: day(to)?,
            estimated: estimated == "1",
            retired_at: None,
        };
        work.put_new(&season).await?;
    }
    Ok(())
}

/// The patterns: each line is some weekdays of one.
fn drafts() -> Result<Vec<PatternDraft>> {
    let mut drafts: Vec<PatternDraft> = Vec::new();
    for line in lines(PATTERNS) {
        let [name, shift, minutes, days, start, parts, _] = line?;
        let minutes_per_jp = minutes.parse().map_err(|_| wrong(minutes))?;
        if drafts.last().is_none_or(|last| last.name != name) {
            let (name, shift) = (name.to_owned(), coded::<Shift>(shift)?);
            drafts.push(PatternDraft { id: None, name, shift, minutes_per_jp, slots: Vec::new() });
        }
        let (first, last) = days.split_once('-').unwrap_or((days, days));
        let weekday = |text: &str| text.parse::<i64>().map_err(|_| wrong(days));
        let slots = written(start, parts, minutes_per_jp).ok_or_else(|| wrong(parts))?;
        if let Some(draft) = drafts.last_mut() {
            for weekday in weekday(first)?..=weekday(last)? {
                draft.slots.extend(slots.iter().map(|slot| SlotLine { weekday, ..*slot }));
            }
        }
    }
    Ok(drafts)
}

/// A day written as `JP 3, ISTIRAHAT 15, JP 2`: lessons counted, everything else in minutes.
fn written(start: &str, parts: &str, minutes_per_jp: i64) -> Option<Vec<SlotLine>> {
    let mut from_time = NaiveTime::parse_from_str(start, "%H:%M").ok()?;
    let mut slots = Vec::new();
    for part in parts.split(", ") {
        let (kind, amount) = part.split_once(' ')?;
        let (kind, amount) = (SlotKind::parse(kind)?, amount.parse::<i64>().ok()?);
        let (count, minutes) = if kind == SlotKind::Lesson { (amount, minutes_per_jp) } else { (1, amount) };
        for _ in 0..count {
            let to_time = from_time + TimeDelta::minutes(minutes);
            slots.push(SlotLine { weekday: 0, kind, from_time, to_time });
            from_time = to_time;
        }
    }
    Some(slots)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::calendar::{Calendar, Closed, load},
        store::testing::{an_office, begin},
    };
    use chrono::Datelike;

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    async fn planted() -> Calendar {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "office_first_run").await;
        plant(&mut work).await.expect("planted");
        let calendar = load(work.reads()).await.expect("loaded");
        drop(work);
        store.close().await;
        calendar
    }

    fn named(calendar: &Calendar, name: &str) -> Id<TimePattern> {
        calendar.patterns().iter().find(|pattern| pattern.name == name).expect("a pattern").id
    }

    #[tokio::test]
    async fn each_year_has_its_holidays_and_joint_leave() {
        let calendar = planted().await;
        let count = |year: i32, kind: HolidayKind| {
            let (from, to) = (on(&format!("{year}-01-01")), on(&format!("{year}-12-31")));
            calendar.holidays(from, to).filter(|kept| kept.holiday.kind == kind && !kept.held).count()
        };
        let counts =
            [2025, 2026, 2027].map(|year| (count(year, HolidayKind::National), count(year, HolidayKind::JointLeave)));
        assert_eq!(counts, [(17, 11), (17, 8), (18, 8)]);
        let isra = calendar.holidays(on("2027-01-01"), on("2027-12-31"));
        assert_eq!(isra.filter(|kept| kept.holiday.name.starts_with("Isra Mikraj")).count(), 2);
    }

    #[tokio::test]
    async fn the_usual_week_is_that_of_the_real_form() {
        let calendar = planted().await;
        let pattern = named(&calendar, "Pagi 8 JP");
        let hours = |date: &str| -> Vec<String> {
            let day = calendar.day(pattern, on(date));
            day.lessons.iter().map(|lesson| lesson.from.format("%H.%M").to_string()).collect()
        };
        let thursday = ["08.00", "08.45", "09.30", "10.30", "11.15", "13.00", "13.45", "14.30"];
        let friday = ["08.45", "09.30", "10.15", "11.00", "12.45", "13.30", "14.15", "15.00"];
        assert_eq!(
            (hours("2026-11-26"), hours("2026-11-27")),
            (thursday.map(String::from).into(), friday.map(String::from).into())
        );
        assert_eq!(calendar.day(pattern, on("2026-11-28")).why_closed, Some(Closed::NoLesson));
        let six = named(&calendar, "Pagi 6 hari");
        assert_eq!(calendar.day(six, on("2026-11-28")).lessons.len(), 5);
    }

    #[tokio::test]
    async fn nobody_is_taught_during_the_friday_prayer() {
        let calendar = planted().await;
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").expect("a time");
        for pattern in calendar.patterns() {
            let friday = calendar.slots_on(pattern.id, 5);
            let taught = friday.iter().filter(|slot| slot.kind == SlotKind::Lesson);
            let clash =
                |slot: &&super::super::PatternSlot| slot.from_time < time("12:45") && time("11:45") < slot.to_time;
            assert_eq!(taught.filter(clash).count(), 0, "{}", pattern.name);
        }
    }

    #[tokio::test]
    async fn in_ramadan_the_morning_classes_follow_its_hours_until_the_feast() {
        let calendar = planted().await;
        let [pattern, evening] = ["Pagi 8 JP", "Malam"].map(|name| named(&calendar, name));
        let monday = calendar.day(pattern, on("2027-02-15"));
        assert_eq!(monday.season.as_deref(), Some("Ramadan 1448 H"));
        assert_eq!((monday.pattern_id, monday.lessons.len()), (named(&calendar, "Ramadan"), 8));
        for lesson in calendar.day(pattern, on("2027-02-19")).lessons {
            assert_eq!((lesson.to - lesson.from).num_minutes(), 35);
        }
        assert_eq!(calendar.day(named(&calendar, "Pagi 6 hari"), on("2027-02-20")).lessons.len(), 5);
        assert_eq!(calendar.day(evening, on("2027-02-15")).season, None);
        let feast = Closed::Holiday("Hari Raya Idul Fitri".into());
        assert_eq!(calendar.day(pattern, on("2027-03-10")).why_closed, Some(feast));
        let after = calendar.next_open(pattern, on("2027-03-08"));
        assert_eq!(after, Some(on("2027-03-16")));
        assert_eq!(calendar.pattern_on(pattern, on("2027-03-16")), pattern);
        let estimated: Vec<_> =
            calendar.seasons().iter().map(|season| (season.from_on.year(), season.estimated)).collect();
        assert_eq!(estimated, [(2026, false), (2026, false), (2027, true), (2027, true)]);
    }
}
