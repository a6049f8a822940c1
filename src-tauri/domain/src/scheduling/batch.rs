//! A batch (*paket, angkatan pelatihan*): one class that goes through one programme.

use crate::{
    base::id::Id,
    catalog::{Programme, calendar::TimePattern},
    registration::{Intake, intake::Funding},
};
use chrono::{DateTime, NaiveDate, Utc};

words! {
    /// The kind of training (*jenis pelatihan*).
    pub enum BatchKind {
        /// At the centre.
        Institutional = "INSTITUSIONAL",
        /// Mobile training unit, in villages.
        Mobile = "MTU",
        /// Boarding.
        Boarding = "BOARDING",
        /// Made for one company (*tailor-made training*).
        TailorMade = "TMT",
        /// Project-based.
        Project = "PBL",
        /// Raising productivity.
        Productivity = "PRODUKTIVITAS",
        /// For founding a business.
        Entrepreneurship = "KEWIRAUSAHAAN",
    }

    /// How far a batch has come.
    pub enum BatchState {
        /// Not on the published timetable yet.
        Draft = "DRAF",
        /// On the published timetable.
        Scheduled = "TERJADWAL",
        /// Given up.
        Cancelled = "BATAL",
    }
}

table! {
    /// A batch (*paket, angkatan*).
    pub struct Batch = 50 "batch" {
        /// What is taught.
        1 A programme_id: Id<Programme>,
        /// Whose applicants it takes.
        2 A intake_id: Option<Id<Intake>>,
        /// Its name: `Las SMAW 3F 1/2027`.
        3 A name: String,
        /// *PBK ke-*.
        4 A number: Option<i64>,
        /// The kind of training.
        5 A kind: BatchKind,
        /// Who pays.
        6 A funding: Option<Funding>,
        /// Trainees.
        7 A seats: i64,
        /// A trainee needs rooms without steps.
        8 A step_free: bool,
        /// Its usual time pattern; seasons of its shift go before it.
        9 A pattern_id: Id<TimePattern>,
        /// First day it may start.
        10 A starts_on: NaiveDate,
        /// Last day it may end; `None`: as early as can be.
        11 A due_on: Option<NaiveDate>,
        /// Most JP a day; `None`: as the pattern.
        12 A jp_day: Option<i64>,
        /// Weeks on the job at the end.
        13 A ojt_weeks: i64,
        /// A ceremony opens it on the first day.
        14 A opening: bool,
        /// A ceremony closes it on the last day.
        15 A closing: bool,
        /// Days of assessment (*uji kompetensi*) after the last unit.
        16 A assessment_days: i64,
        /// How far it has come.
        17 A state: BatchState,
        /// Gone since.
        18 A retired_at: Option<DateTime<Utc>>,
    }
}
