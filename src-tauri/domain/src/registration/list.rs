//! The list of applications (*daftar pendaftar*): filtered, ordered and cut to a page in the file, for the grid.

use super::{
    application::{Application, ApplicationSource},
    intake::Intake,
    state::ApplicationState,
    store,
};
use crate::{
    base::id::Id,
    catalog::Programme,
    people::person::Person,
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Rows of one page at most.
const PAGE_MOST: i64 = 500;

words! {
    /// By what the list is ordered.
    pub enum ApplicationOrder {
        /// In the order of registration.
        Entered = "entered",
        /// By number.
        Number = "number",
        /// By the person's name.
        Name = "name",
        /// By the programme's name.
        Programme = "programme",
        /// By state.
        State = "state",
        /// By the day of application.
        Applied = "applied",
        /// By the day of the present state.
        Since = "since",
    }
}

/// What the list shows, in which order, which page of it. Saved views keep it as JSON.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ApplicationQuery {
    /// Only this intake.
    pub intake_id: Option<Id<Intake>>,
    /// Only this programme.
    pub programme_id: Option<Id<Programme>>,
    /// Only wishes that no intake has taken up.
    pub wishes: bool,
    /// Only these states; empty: all.
    pub states: Vec<ApplicationState>,
    /// Only those that came in this way.
    pub source: Option<ApplicationSource>,
    /// Only with missing papers.
    pub lacking: bool,
    /// Handed in on or after.
    pub from: Option<NaiveDate>,
    /// Handed in on or before.
    pub until: Option<NaiveDate>,
    /// Part of a name, or the beginning of a number or a NIK.
    pub text: String,
    /// The order.
    pub order: ApplicationOrder,
    /// The other way round.
    pub descending: bool,
    /// Rows to skip.
    pub offset: i64,
    /// Rows of the page.
    pub limit: i64,
}

impl Default for ApplicationQuery {
    fn default() -> Self {
        Self {
            intake_id: None,
            programme_id: None,
            wishes: false,
            states: Vec::new(),
            source: None,
            lacking: false,
            from: None,
            until: None,
            text: String::new(),
            order: ApplicationOrder::Entered,
            descending: true,
            offset: 0,
            limit: 100,
        }
    }
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ApplicationRow {
    /// Which.
    pub id: Id<Application>,
    /// Its number.
    pub number: String,
    /// Whose.
    pub person_id: Id<Person>,
    /// The name.
    pub full_name: String,
    /// NIK with its middle hidden.
    pub nik_masked: Option<String>,
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
    /// To which intake.
    pub intake_id: Option<Id<Intake>>,
    /// The intake's name.
    pub intake: Option<String>,
    /// The programme's name.
    pub programme: Option<String>,
    /// The programme wished for, in the applicant's words.
    pub wish: Option<String>,
    /// Where it stands.
    pub state: ApplicationState,
    /// Since when.
    pub state_on: NaiveDate,
    /// The day it was handed in.
    pub applied_on: NaiveDate,
    /// How it came in.
    pub source: ApplicationSource,
    /// How many papers are missing.
    pub missing: i64,
    /// A rule was passed over.
    pub noted: bool,
}

/// A page of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ApplicationPage {
    /// How many rows the filter leaves.
    pub total: i64,
    /// The rows of the page.
    pub rows: Vec<ApplicationRow>,
}

/// A page of the list.
pub async fn list(connection: &mut SqliteConnection, query: &ApplicationQuery) -> Result<ApplicationPage> {
    let query =
        ApplicationQuery { limit: query.limit.clamp(1, PAGE_MOST), offset: query.offset.max(0), ..query.clone() };
    let total = store::count_applications(connection, &query).await?;
    let rows = store::applications(connection, &query).await?;
    Ok(ApplicationPage { total, rows })
}

/// The ids of all rows that the filter leaves, for "select all".
pub async fn ids(connection: &mut SqliteConnection, query: &ApplicationQuery) -> Result<Vec<Id<Application>>> {
    store::application_ids(connection, query).await
}
