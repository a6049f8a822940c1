//! The calendar: holidays, time patterns, seasons.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    catalog::calendar::{
        self, TimePattern,
        holiday::{self, Holiday, HolidayDraft},
        pattern_sheet::{self, PatternDraft},
        season::{self, Season, SeasonDraft},
        year::{CalendarYear, PatternRow, SeasonRow},
    },
    scheduling::timetable,
};
use serde::{Deserialize, Serialize};
use tauri::State;
use ts_rs::TS;

/// Takes a pattern out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct PatternMark {
    /// Which.
    pub id: Id<TimePattern>,
    /// Out, or back.
    pub gone: bool,
}

/// What a saved holiday does to the timetable.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct SavedHoliday {
    /// Published sessions on its days, when no training is held on them.
    pub disturbed: i64,
}

/// A year's holidays and seasons.
#[tauri::command]
pub async fn calendar_year(desk: State<'_, Desk>, input: i32) -> Answer<CalendarYear> {
    Ok(calendar::load(&mut *desk.read().await?).await?.year(input))
}

/// Stores a holiday, or one for each of several days.
#[tauri::command]
pub async fn holiday_save(desk: State<'_, Desk>, input: HolidayDraft) -> Answer<SavedHoliday> {
    let mut work = desk.begin("holiday_save").await?;
    let (first, last) = holiday::save(&mut work, input).await?;
    desk.commit(work).await?;
    let mut connection = desk.read().await?;
    let calendar = calendar::load(&mut connection).await?;
    let mut disturbed = 0;
    for day in first.iter_days().take_while(|day| *day <= last).filter(|day| calendar.day_off(*day).is_some()) {
        disturbed += timetable::disturbed(&mut connection, day, day).await?;
    }
    Ok(SavedHoliday { disturbed })
}

/// Takes a holiday back.
#[tauri::command]
pub async fn holiday_retire(desk: State<'_, Desk>, input: Id<Holiday>) -> Answer<()> {
    let mut work = desk.begin("holiday_retire").await?;
    holiday::retire(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// The time patterns; with `true` also those no longer used.
#[tauri::command]
pub async fn pattern_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<PatternRow>> {
    Ok(calendar::load(&mut *desk.read().await?).await?.pattern_rows(input))
}

/// Stores a time pattern.
#[tauri::command]
pub async fn pattern_save(desk: State<'_, Desk>, input: PatternDraft) -> Answer<Id<TimePattern>> {
    let mut work = desk.begin("pattern_save").await?;
    let id = pattern_sheet::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a time pattern out, or puts it back.
#[tauri::command]
pub async fn pattern_retire(desk: State<'_, Desk>, input: PatternMark) -> Answer<()> {
    let mut work = desk.begin("pattern_retire").await?;
    pattern_sheet::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// All seasons.
#[tauri::command]
pub async fn season_list(desk: State<'_, Desk>) -> Answer<Vec<SeasonRow>> {
    Ok(calendar::load(&mut *desk.read().await?).await?.season_rows())
}

/// Stores a season.
#[tauri::command]
pub async fn season_save(desk: State<'_, Desk>, input: SeasonDraft) -> Answer<Id<Season>> {
    let mut work = desk.begin("season_save").await?;
    let id = season::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a season back.
#[tauri::command]
pub async fn season_retire(desk: State<'_, Desk>, input: Id<Season>) -> Answer<()> {
    let mut work = desk.begin("season_retire").await?;
    season::retire(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}
