//! A time pattern as people write it: its name and the slots of its weekdays, checked and saved as one sheet.

use super::{
    pattern::{PatternSlot, Shift, SlotKind, TimePattern},
    store,
};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, Work},
};
use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use ts_rs::TS;

/// Minutes that one JP may have.
const MINUTES: RangeInclusive<i64> = 15..=120;
/// The most lessons of a day: what the timetable and its forms hold.
pub const LESSONS_MOST: usize = 16;

/// One slot of a weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlotLine {
    /// 1 Monday to 7 Sunday.
    pub weekday: i64,
    /// Lesson or break.
    pub kind: SlotKind,
    /// From.
    pub from_time: NaiveTime,
    /// Until.
    pub to_time: NaiveTime,
}

impl From<&PatternSlot> for SlotLine {
    fn from(slot: &PatternSlot) -> Self {
        Self { weekday: slot.weekday, kind: slot.kind, from_time: slot.from_time, to_time: slot.to_time }
    }
}

/// A pattern to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PatternDraft {
    /// `None`: a new one.
    pub id: Option<Id<TimePattern>>,
    /// Its name: `Pagi 8 JP`.
    pub name: String,
    /// Which part of the day.
    pub shift: Shift,
    /// Minutes of one JP.
    pub minutes_per_jp: i64,
    /// The slots of all weekdays.
    pub slots: Vec<SlotLine>,
}

refusals! {
    "pattern" =>
    /// What keeps a pattern from being saved or taken out.
    PatternRefusal {
        /// No such pattern.
        Unknown => "unknown",
        /// No name.
        NameMissing => "name_missing",
        /// Another pattern has this name.
        NameTaken { name } => "name_taken",
        /// A JP of so few or so many minutes.
        MinutesRange { least, most } => "minutes_range",
        /// Not one lesson in the week.
        NoLesson => "no_lesson",
        /// More lessons on a day than the timetable can hold.
        TooManyLessons { day, lessons, most } => "too_many_lessons",
        /// Not a day of the week.
        WeekdayUnknown => "weekday_unknown",
        /// A slot ends before it begins. `day` is 1 for Monday.
        SlotReversed { day, at } => "slot_reversed",
        /// A slot begins before the one before it ends.
        SlotsOverlap { day, at } => "slots_overlap",
        /// A lesson is not as long as one JP.
        LessonLength { day, at, minutes } => "lesson_length",
        /// A season needs it.
        InSeason { season } => "in_season",
    }
}

/// The slots in order of days and the clock, if they can be a week. Pure.
pub fn checked(minutes_per_jp: i64, slots: &[SlotLine]) -> std::result::Result<Vec<SlotLine>, PatternRefusal> {
    if !MINUTES.contains(&minutes_per_jp) {
        let (least, most) = (MINUTES.start().to_string(), MINUTES.end().to_string());
        return Err(PatternRefusal::MinutesRange { least, most });
    }
    let mut slots = slots.to_vec();
    slots.sort_by_key(|slot| (slot.weekday, slot.from_time, slot.to_time));
    let at = |slot: &SlotLine| (slot.weekday.to_string(), slot.from_time.format("%H.%M").to_string());
    for slot in &slots {
        let (day, at) = at(slot);
        if !(1..=7).contains(&slot.weekday) {
            return Err(PatternRefusal::WeekdayUnknown);
        }
        if slot.to_time <= slot.from_time {
            return Err(PatternRefusal::SlotReversed { day, at });
        }
        if slot.kind == SlotKind::Lesson && slot.to_time - slot.from_time != TimeDelta::minutes(minutes_per_jp) {
            return Err(PatternRefusal::LessonLength { day, at, minutes: minutes_per_jp.to_string() });
        }
    }
    let meets = |two: &&[SlotLine]| two[0].weekday == two[1].weekday && two[1].from_time < two[0].to_time;
    if let Some([_, later]) = slots.windows(2).find(meets) {
        let (day, at) = at(later);
        return Err(PatternRefusal::SlotsOverlap { day, at });
    }
    for weekday in 1..=7 {
        let lessons = slots.iter().filter(|slot| slot.weekday == weekday && slot.kind == SlotKind::Lesson).count();
        if lessons > LESSONS_MOST {
            let (day, lessons, most) = (weekday.to_string(), lessons.to_string(), LESSONS_MOST.to_string());
            return Err(PatternRefusal::TooManyLessons { day, lessons, most });
        }
    }
    match slots.iter().any(|slot| slot.kind == SlotKind::Lesson) {
        true => Ok(slots),
        false => Err(PatternRefusal::NoLesson),
    }
}

/// Saves a pattern with its slots. Timetables that follow it keep their lessons' numbers, not their hours. Refuses what
/// [`PatternRefusal`] lists but `pattern.in_season`.
pub async fn save(work: &mut Work, draft: PatternDraft) -> Result<Id<TimePattern>> {
    let name = filled(&draft.name).ok_or(PatternRefusal::NameMissing)?;
    let mut wanted = checked(draft.minutes_per_jp, &draft.slots)?;
    let all = store::patterns(work.reads()).await?;
    let same = |other: &&TimePattern| Some(other.id) != draft.id && other.name.to_lowercase() == name.to_lowercase();
    if let Some(other) = all.iter().find(same) {
        return Err(PatternRefusal::NameTaken { name: other.name.clone() }.into());
    }
    let retired_at = match draft.id {
        Some(id) => all.iter().find(|known| known.id == id).ok_or(PatternRefusal::Unknown)?.retired_at,
        None => None,
    };
    let id = draft.id.unwrap_or_else(|| work.id());
    let (shift, minutes_per_jp) = (draft.shift, draft.minutes_per_jp);
    work.put(&TimePattern { id, name, shift, minutes_per_jp, retired_at }).await?;
    for slot in store::slots(work.reads()).await?.iter().filter(|slot| slot.pattern_id == id) {
        let line = SlotLine::from(slot);
        match wanted.iter().position(|wish| *wish == line) {
            Some(place) => drop(wanted.remove(place)),
            None => work.remove(slot).await?,
        }
    }
    let row = |line: SlotLine| {
        let SlotLine { weekday, kind, from_time, to_time } = line;
        PatternSlot { id: work.id(), pattern_id: id, weekday, kind, from_time, to_time }
    };
    let fresh: Vec<PatternSlot> = wanted.into_iter().map(row).collect();
    work.put_new_many(&fresh).await?;
    work.about(id).await?;
    Ok(id)
}

/// Takes a pattern out of the lists, or (`gone` false) puts it back; batches that follow it go on. Refuses
/// `pattern.unknown`, `pattern.in_season`.
pub async fn retire(work: &mut Work, id: Id<TimePattern>, gone: bool) -> Result<()> {
    let mut pattern = work.get(id).await?.ok_or(PatternRefusal::Unknown)?;
    let seasons = store::seasons(work.reads()).await?;
    if let Some(season) = seasons.iter().find(|season| gone && season.pattern_id == id) {
        return Err(PatternRefusal::InSeason { season: season.name.clone() }.into());
    }
    pattern.retired_at = gone.then(|| work.at());
    work.put(&pattern).await?;
    work.about(id).await
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;

    pub fn a_line(weekday: i64, kind: SlotKind, from: &str, to: &str) -> SlotLine {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").expect("a time");
        SlotLine { weekday, kind, from_time: time(from), to_time: time(to) }
    }

    /// Two lessons of 45 minutes on Mondays and Tuesdays.
    pub async fn a_plain_pattern(work: &mut Work, name: &str, shift: Shift) -> Id<TimePattern> {
        let lesson = |day, from, to| a_line(day, SlotKind::Lesson, from, to);
        let hours = [("08:00", "08:45"), ("08:45", "09:30")];
        let slots = (1..=2).flat_map(|day| hours.map(|(from, to)| lesson(day, from, to))).collect();
        let draft = PatternDraft { id: None, name: name.into(), shift, minutes_per_jp: 45, slots };
        save(work, draft).await.expect("a pattern")
    }
}

#[cfg(test)]
mod tests {
    use super::{testing::a_line, *};
    use crate::{
        catalog::calendar::load,
        store::{
            Error,
            testing::{an_office, begin},
        },
    };
    use proptest::prelude::*;

    fn a_draft(slots: Vec<SlotLine>) -> PatternDraft {
        PatternDraft { id: None, name: "Pagi".into(), shift: Shift::Morning, minutes_per_jp: 45, slots }
    }

    #[test]
    fn each_thing_that_cannot_be_a_week_is_refused_by_name() {
        let lesson = a_line(5, SlotKind::Lesson, "08:00", "08:45");
        let refused = |slots: &[SlotLine]| checked(45, slots).expect_err("refused");
        assert_eq!(refused(&[a_line(1, SlotKind::Break, "10:00", "10:15")]), PatternRefusal::NoLesson);
        assert_eq!(refused(&[SlotLine { weekday: 8, ..lesson }]), PatternRefusal::WeekdayUnknown);
        let (day, at) = ("5".to_owned(), "08.30".to_owned());
        let late = a_line(5, SlotKind::Break, "08:30", "09:00");
        assert_eq!(refused(&[late, lesson]), PatternRefusal::SlotsOverlap { day: day.clone(), at: at.clone() });
        let reversed = a_line(5, SlotKind::Break, "08:30", "08:00");
        assert_eq!(refused(&[reversed]), PatternRefusal::SlotReversed { day: day.clone(), at: at.clone() });
        let long = a_line(5, SlotKind::Lesson, "08:30", "09:30");
        assert_eq!(refused(&[long]), PatternRefusal::LessonLength { day, at, minutes: "45".into() });
        for minutes in [0, -45, 14, 121] {
            assert!(matches!(checked(minutes, &[lesson]), Err(PatternRefusal::MinutesRange { .. })), "{minutes}");
        }
        assert_eq!(checked(45, &[lesson]), Ok(vec![lesson]));
        let full: Vec<SlotLine> = (0..17)
            .map(|at| a_line(2, SlotKind::Lesson, &format!("{:02}:00", at + 4), &format!("{:02}:45", at + 4)))
            .collect();
        assert_eq!(checked(45, &full[..16]).map(|kept| kept.len()), Ok(16));
        let (day, lessons, most) = ("2".into(), "17".into(), "16".into());
        assert_eq!(refused(&full), PatternRefusal::TooManyLessons { day, lessons, most });
    }

    #[tokio::test]
    async fn a_saved_sheet_replaces_the_slots_and_keeps_those_that_stay() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "pattern_save").await;
        let (first, second) =
            (a_line(1, SlotKind::Lesson, "08:00", "08:45"), a_line(1, SlotKind::Lesson, "09:00", "09:45"));
        let id = save(&mut work, a_draft(vec![second, first])).await.expect("saved");
        let kept = store::slots(work.reads()).await.expect("slots")[0].id;
        let third = a_line(6, SlotKind::Lesson, "09:00", "09:45");
        save(&mut work, PatternDraft { id: Some(id), ..a_draft(vec![first, third]) }).await.expect("saved");
        let now = store::slots(work.reads()).await.expect("slots");
        assert_eq!(now.iter().map(SlotLine::from).collect::<Vec<_>>(), [first, third]);
        assert_eq!(now[0].id, kept);
        let taken = save(&mut work, PatternDraft { name: "PAGI".into(), ..a_draft(vec![first]) }).await;
        assert!(matches!(taken.expect_err("refused"), Error::Refused(refusal) if refusal.code == "name_taken"));
    }

    #[tokio::test]
    async fn a_retired_pattern_is_still_followed_by_the_classes_that_have_it() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "pattern_retire").await;
        let id = testing::a_plain_pattern(&mut work, "Pagi", Shift::Morning).await;
        retire(&mut work, id, true).await.expect("retired");
        let calendar = load(work.reads()).await.expect("loaded");
        assert_eq!(calendar.day(id, "2027-01-04".parse().expect("a day")).lessons.len(), 2);
    }

    proptest! {
        #[test]
        fn what_is_accepted_never_overlaps_and_loses_nothing(
            lines in proptest::collection::vec((1_i64..=7, 0_u32..20, 1_u32..4, any::<bool>()), 1..20)
        ) {
            let at = |quarter| NaiveTime::from_num_seconds_from_midnight_opt(quarter * 900, 0).expect("a time");
            let slots: Vec<SlotLine> = lines.iter().map(|(weekday, from, long, lesson)| {
                let long = if *lesson { 3 } else { *long };
                let kind = if *lesson { SlotKind::Lesson } else { SlotKind::Break };
                SlotLine { weekday: *weekday, kind, from_time: at(*from), to_time: at(from + long) }
            }).collect();
            let clash = slots.iter().enumerate().any(|(place, one)| slots[..place].iter().any(|other|
                one.weekday == other.weekday && one.from_time < other.to_time && other.from_time < one.to_time));
            let taught = slots.iter().any(|slot| slot.kind == SlotKind::Lesson);
            match checked(45, &slots) {
                Ok(kept) => {
                    prop_assert!(!clash && taught);
                    prop_assert_eq!(kept.len(), slots.len());
                    prop_assert!(slots.iter().all(|slot| kept.contains(slot)));
                }
                Err(PatternRefusal::SlotsOverlap { .. }) => prop_assert!(clash),
                Err(refusal) => prop_assert!(refusal == PatternRefusal::NoLesson && !taught),
            }
        }
    }
}
