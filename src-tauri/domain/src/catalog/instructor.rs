//! An instructor (*instruktur*): what they may teach, when they are there, and how much they may carry.

use super::{department::Department, unit::Unit};
use crate::base::id::Id;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

words! {
    /// How an instructor is employed (*status kepegawaian*).
    pub enum InstructorStatus {
        /// Civil servant.
        CivilServant = "PNS",
        /// Government employee under contract.
        Contract = "PPPK",
        /// Paid by honorarium.
        Honorary = "HONORER",
        /// Guest.
        Guest = "TAMU",
    }

    /// Why an instructor is away.
    pub enum AbsenceKind {
        /// Ill.
        Ill = "SAKIT",
        /// Leave.
        Leave = "CUTI",
        /// On duty elsewhere.
        Duty = "DINAS",
        /// Another reason.
        Other = "LAIN",
    }
}

table! {
    /// An instructor (*instruktur*).
    pub struct Instructor = 34 "instructor" {
        /// Full name with titles.
        1 A name: String,
        /// As on the timetable: `BS`.
        2 A initials: String,
        /// Civil servant's number (*NIP*), 18 digits.
        3 A nip: Option<String>,
        /// How employed.
        4 A status: InstructorStatus,
        /// Main field of training.
        5 A department_id: Option<Id<Department>>,
        /// Certificate of teaching method (*metodologi*).
        6 A methodology: Option<String>,
        /// Assessor's number (*MET*).
        7 A assessor_number: Option<String>,
        /// Phone.
        8 A phone: Option<String>,
        /// Most JP a day; `None`: as the rule of the office.
        9 A jp_day: Option<i64>,
        /// Most JP a week.
        10 A jp_week: Option<i64>,
        /// Most JP a month.
        11 A jp_month: Option<i64>,
        /// Left since.
        12 A retired_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// What an instructor may teach (*kompetensi instruktur*): one unit, or a whole field of training.
    pub struct Competence = 35 "competence" {
        /// Whose.
        1 A instructor_id: Id<Instructor>,
        /// One unit.
        2 A unit_id: Option<Id<Unit>>,
        /// A whole field.
        3 A department_id: Option<Id<Department>>,
        /// Number of the certificate.
        4 A certificate: Option<String>,
        /// First day it holds.
        5 A valid_from: Option<NaiveDate>,
        /// Last day it holds.
        6 A valid_to: Option<NaiveDate>,
    }
}

table! {
    /// When an instructor can teach in a normal week. Without any row: always.
    pub struct Availability = 36 "availability" {
        /// Whose.
        1 A instructor_id: Id<Instructor>,
        /// 1 Monday to 7 Sunday.
        2 A weekday: i64,
        /// From.
        3 A from_time: NaiveTime,
        /// Until.
        4 A to_time: NaiveTime,
    }
}

table! {
    /// Days on which an instructor is away (*ketidakhadiran instruktur*).
    pub struct Absence = 37 "absence" {
        /// Whose.
        1 A instructor_id: Id<Instructor>,
        /// Why.
        2 A kind: AbsenceKind,
        /// First day.
        3 A from_on: NaiveDate,
        /// Last day.
        4 A to_on: NaiveDate,
        /// In words.
        5 A reason: Option<String>,
    }
}
