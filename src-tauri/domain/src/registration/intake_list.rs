//! The list of intakes (*daftar angkatan*) with how full they are.

use super::{
    intake::{Intake, IntakeRefusal},
    state::ApplicationState,
    store,
};
use crate::{
    base::id::Id,
    catalog::Programme,
    store::{Result, SqliteConnection, open::get},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

words! {
    /// Where a day stands to a window.
    pub enum IntakeWindow {
        /// Not open yet.
        Upcoming = "AKAN_DIBUKA",
        /// Open.
        Open = "DIBUKA",
        /// Over.
        Closed = "DITUTUP",
    }
}

/// An intake as the list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct IntakeRow {
    /// Which.
    pub id: Id<Intake>,
    /// Its name.
    pub name: String,
    /// Of which programme.
    pub programme_id: Id<Programme>,
    /// The programme's code.
    pub programme_code: String,
    /// The programme's name.
    pub programme: String,
    /// First day of registration.
    pub opens_on: NaiveDate,
    /// Last day of registration.
    pub closes_on: NaiveDate,
    /// First day of the course.
    pub starts_on: Option<NaiveDate>,
    /// Seats.
    pub seats: i64,
    /// Reserves.
    pub reserves: i64,
    /// Where today stands to its window.
    pub window: IntakeWindow,
    /// All who are on their way, drafts apart.
    pub applicants: i64,
    /// Those past the check of papers.
    pub verified: i64,
    /// Those whose papers are missing.
    pub lacking: i64,
    /// Seats that those past the check of papers leave.
    pub seats_left: i64,
    /// Taken out of the lists.
    pub retired: bool,
}

/// How many stand in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StateCount {
    /// The state.
    pub state: ApplicationState,
    /// How many.
    pub count: i64,
}

/// One intake with its rules and its counts.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakeDetail {
    /// The intake and its rules.
    pub intake: Intake,
    /// As the list shows it.
    pub row: IntakeRow,
    /// How many stand in each state, in the order of the way.
    pub counts: Vec<StateCount>,
}

/// Where a day stands to the window.
pub fn window(opens_on: NaiveDate, closes_on: NaiveDate, today: NaiveDate) -> IntakeWindow {
    if today < opens_on {
        IntakeWindow::Upcoming
    } else if today > closes_on {
        IntakeWindow::Closed
    } else {
        IntakeWindow::Open
    }
}

/// All intakes: the open ones first, then those to come, then the closed; also retired ones when `retired`.
pub async fn list(connection: &mut SqliteConnection, today: NaiveDate, retired: bool) -> Result<Vec<IntakeRow>> {
    let counts = store::counts(connection, None).await?;
    let mut by_intake: HashMap<Id<Intake>, Vec<StateCount>> = HashMap::new();
    for (intake, count) in counts {
        by_intake.entry(intake).or_default().push(count);
    }
    let mut rows = Vec::new();
    for (intake, programme) in store::intakes(connection, retired).await? {
        rows.push(row(&intake, &programme, by_intake.get(&intake.id).map_or(&[], Vec::as_slice), today));
    }
    let order = |window| match window {
        IntakeWindow::Open => 0,
        IntakeWindow::Upcoming => 1,
        IntakeWindow::Closed => 2,
    };
    // Of the closed ones the last to close comes first.
    rows.sort_by_key(|row| {
        let days = (row.closes_on - today).num_days();
        (row.retired, order(row.window), days.abs(), row.programme.clone())
    });
    Ok(rows)
}

/// One intake. Refuses `intake.unknown`.
pub async fn detail(connection: &mut SqliteConnection, id: Id<Intake>, today: NaiveDate) -> Result<IntakeDetail> {
    let intake = get(connection, id).await?.ok_or(IntakeRefusal::Unknown)?;
    let programme = get(connection, intake.programme_id).await?.ok_or(IntakeRefusal::ProgrammeUnknown)?;
    let mut counts: Vec<StateCount> =
        store::counts(connection, Some(id)).await?.into_iter().map(|(_, count)| count).collect();
    counts.sort_by_key(|count| count.state);
    Ok(IntakeDetail { row: row(&intake, &programme, &counts, today), intake, counts })
}

fn row(intake: &Intake, programme: &Programme, counts: &[StateCount], today: NaiveDate) -> IntakeRow {
    let sum = |test: fn(ApplicationState) -> bool| {
        counts.iter().filter(|count| test(count.state)).map(|count| count.count).sum()
    };
    let verified: i64 = sum(ApplicationState::is_verified);
    IntakeRow {
        id: intake.id,
        name: intake.name.clone(),
        programme_id: programme.id,
        programme_code: programme.code.clone(),
        programme: programme.name.clone(),
        opens_on: intake.opens_on,
        closes_on: intake.closes_on,
        starts_on: intake.starts_on,
        seats: intake.seats,
        reserves: intake.reserves,
        window: window(intake.opens_on, intake.closes_on, today),
        applicants: sum(|state| {
            state != ApplicationState::Draft && (state.is_running() || state == ApplicationState::Finished)
        }),
        verified,
        lacking: sum(|state| state == ApplicationState::PapersMissing),
        seats_left: (intake.seats - verified).max(0),
        retired: intake.retired_at.is_some(),
    }
}
