//! An application at a fair (*lamaran kerja*): one visitor, one vacancy, from the first word to hired, or to no from
//! either side, with the day of each step.

use super::{vacancy::Vacancy, visit::Visit};
use crate::{base::id::Id, people::card::SeekerEvent};
use chrono::NaiveDate;

words! {
    /// How far an application has come.
    pub enum JobState {
        /// Applied.
        Applied = "MELAMAR",
        /// The papers were good.
        Screened = "LOLOS_BERKAS",
        /// Interviewed.
        Interviewed = "WAWANCARA",
        /// Hired.
        Hired = "DITERIMA",
        /// The company said no.
        Rejected = "DITOLAK",
        /// The person said no.
        Declined = "MENGUNDURKAN_DIRI",
    }
}

table! {
    /// An application at a fair.
    pub struct JobApplication = 72 "job_application" {
        /// Whose.
        1 A visit_id: Id<Visit>,
        /// For what.
        2 A vacancy_id: Id<Vacancy>,
        /// How far it has come.
        3 B state: JobState,
        /// Applied on.
        4 A applied_on: NaiveDate,
        /// Papers good on.
        5 A screened_on: Option<NaiveDate>,
        /// Interviewed on.
        6 A interviewed_on: Option<NaiveDate>,
        /// Hired, or told no, on.
        7 A decided_on: Option<NaiveDate>,
        /// Why not.
        8 A reason: Option<String>,
        /// First working day.
        9 A starts_on: Option<NaiveDate>,
        /// Wage agreed, rupiah a month.
        10 A wage: Option<i64>,
        /// The placement as the monthly reports count it.
        11 A event_id: Option<Id<SeekerEvent>>,
    }
}
