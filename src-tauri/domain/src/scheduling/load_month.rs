//! The load list of a month (*daftar beban mengajar*): every instructor's JP by week, against the caps.

use super::{
    load::{loads, monday},
    timetable,
};
use crate::{
    base::id::Id,
    catalog::{
        self,
        instructor::Instructor,
        load::{self as caps, LoadCaps},
    },
    store::{Result, SqliteConnection},
};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

/// The load of one instructor in a month, in JP.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LoadRow {
    /// Who.
    pub id: Id<Instructor>,
    /// Full name.
    pub name: String,
    /// JP of each week, also of its days in the months beside.
    pub weeks: Vec<i64>,
    /// JP of the heaviest day of the month.
    pub heaviest_day: i64,
    /// JP of the month.
    pub month: i64,
    /// Most JP a day.
    pub day_cap: i64,
    /// Most JP a week.
    pub week_cap: i64,
    /// Most JP a month.
    pub month_cap: i64,
    /// Above a cap.
    pub over: bool,
    /// Above a warning, below the cap.
    pub near: bool,
}

/// The load list of a month.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LoadMonth {
    /// First day of the month.
    pub month_on: NaiveDate,
    /// The Mondays of its weeks.
    pub weeks: Vec<NaiveDate>,
    /// The instructors by name.
    pub rows: Vec<LoadRow>,
}

/// The load list of the month of a day, after the published timetable.
pub async fn load_month(connection: &mut SqliteConnection, on: NaiveDate) -> Result<LoadMonth> {
    let first = on.with_day(1).unwrap_or(on);
    let last = first + Months::new(1) - Days::new(1);
    let weeks: Vec<NaiveDate> = monday(first).iter_days().step_by(7).take_while(|week| *week <= last).collect();
    let until = weeks.last().map_or(last, |week| *week + Days::new(6));
    let sessions = match timetable::published(&mut *connection).await? {
        Some(plan) => timetable::sessions(&mut *connection, plan.id, monday(first), until).await?,
        None => Vec::new(),
    };
    let resources = catalog::resources(&mut *connection).await?;
    let caps = caps::caps(connection, first).await?;
    let mut loads = loads(&sessions);
    let rows = resources.instructors.iter().map(|instructor| {
        let load = loads.remove(&instructor.id).unwrap_or_default();
        let weekly = weeks.iter().map(|week| load.weeks.get(week).copied().unwrap_or(0)).collect();
        let heaviest = load.days.range(first..=last).map(|(_, jp)| *jp).max().unwrap_or(0);
        row(instructor, caps.of(instructor), weekly, heaviest, load.months.get(&first).copied().unwrap_or(0))
    });
    Ok(LoadMonth { month_on: first, rows: rows.collect(), weeks })
}

fn row(instructor: &Instructor, caps: LoadCaps, weeks: Vec<i64>, heaviest_day: i64, month: i64) -> LoadRow {
    let heaviest_week = weeks.iter().copied().max().unwrap_or(0);
    let spans = [(heaviest_day, caps.day), (heaviest_week, caps.week), (month, caps.month)];
    let over = spans.iter().any(|(jp, cap)| *jp > cap.block);
    LoadRow {
        id: instructor.id,
        name: instructor.name.clone(),
        weeks,
        heaviest_day,
        month,
        day_cap: caps.day.block,
        week_cap: caps.week.block,
        month_cap: caps.month.block,
        over,
        near: !over && spans.iter().any(|(jp, cap)| *jp > cap.warn),
    }
}
