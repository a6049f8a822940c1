//! An instructor (*instruktur*): what they may teach, when they are there, and how much they may carry.

use super::{department::Department, load, resources_store as store, unit::Unit};
use crate::{
    base::{
        id::Id,
        text::{filled, tidy},
    },
    store::{Result, Work},
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Deserialize;
use ts_rs::TS;

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

/// An instructor to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct InstructorDraft {
    /// `None`: a new one.
    pub id: Option<Id<Instructor>>,
    /// Full name with titles.
    pub name: String,
    /// As on the timetable; empty: made from the name.
    pub initials: String,
    /// NIP.
    pub nip: Option<String>,
    /// How employed.
    pub status: InstructorStatus,
    /// Main field of training.
    pub department_id: Option<Id<Department>>,
    /// Certificate of teaching method.
    pub methodology: Option<String>,
    /// Assessor's number.
    pub assessor_number: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Most JP a day.
    pub jp_day: Option<i64>,
    /// Most JP a week.
    pub jp_week: Option<i64>,
    /// Most JP a month.
    pub jp_month: Option<i64>,
}

refusals! {
    "instructor" =>
    /// What keeps an instructor, or what is noted of one, from being saved.
    InstructorRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// Another instructor has these initials.
        InitialsTaken { initials, name } => "initials_taken",
        /// A NIP has 18 digits.
        NipLength { got } => "nip_length",
        /// Another instructor has this NIP.
        NipTaken { name } => "nip_taken",
        /// Most JP must be above zero, and a day's within a week's within a month's.
        CapsWrong => "caps_wrong",
        /// No such field of training.
        DepartmentUnknown => "department_unknown",
        /// A line names neither a unit nor a field of training.
        CompetenceEmpty { row } => "competence_empty",
        /// No unit has this code.
        UnitUnknown { code } => "unit_unknown",
        /// It would end before it begins.
        DatesReversed => "dates_reversed",
        /// The days of a week are 1 to 7, and hours end after they begin.
        HoursWrong { row } => "hours_wrong",
        /// Two lines of one day overlap.
        HoursOverlap { row } => "hours_overlap",
        /// These days are noted already.
        AbsenceOverlaps { from, to } => "absence_overlaps",
        /// No such instructor.
        Unknown => "unknown",
    }
}

/// Initials from a name without titles: `Budi Santoso, S.T.` -> `BS`, `H. Ahmad Fauzi` -> `AF`.
pub fn initials_of(name: &str) -> String {
    let bare = name.split(',').next().unwrap_or(name);
    let words = bare.split_whitespace().filter(|word| !word.ends_with('.') || word.chars().count() == 2);
    // A single letter with a point is a title in front (H., Hj.) only as the first word.
    let words: Vec<&str> =
        words.enumerate().filter(|(at, word)| *at > 0 || !word.ends_with('.')).map(|(_, word)| word).collect();
    words
        .iter()
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()))
        .take(3)
        .flat_map(char::to_uppercase)
        .collect()
}

/// Saves an instructor. Refuses `instructor.name_missing`, `.initials_taken`, `.nip_length`, `.nip_taken`,
/// `.caps_wrong`, `.department_unknown`, `.unknown`.
pub async fn save(work: &mut Work, draft: InstructorDraft) -> Result<Id<Instructor>> {
    let name = filled(&draft.name).ok_or(InstructorRefusal::NameMissing)?;
    if !load::caps_fit([draft.jp_day, draft.jp_week, draft.jp_month]) {
        return Err(InstructorRefusal::CapsWrong.into());
    }
    if let Some(department) = draft.department_id {
        work.get(department).await?.ok_or(InstructorRefusal::DepartmentUnknown)?;
    }
    let all = store::instructors(work.reads(), true).await?;
    let others = || all.iter().filter(|other| Some(other.id) != draft.id && other.retired_at.is_none());
    let nip = draft.nip.as_deref().map(digits).transpose()?.flatten();
    if let Some(other) = others().find(|other| nip.is_some() && other.nip == nip) {
        return Err(InstructorRefusal::NipTaken { name: other.name.clone() }.into());
    }
    let taken = |initials: &str| others().find(|other| other.initials == initials);
    let mut initials = tidy(&draft.initials).to_uppercase();
    if initials.is_empty() {
        let stem = initials_of(&name);
        let numbered = (2..).map(|n| format!("{stem}{n}"));
        initials = std::iter::once(stem.clone()).chain(numbered).find(|one| taken(one).is_none()).unwrap_or(stem);
    } else if let Some(other) = taken(&initials) {
        return Err(InstructorRefusal::InitialsTaken { initials, name: other.name.clone() }.into());
    }
    let retired_at = match draft.id {
        Some(id) => all.iter().find(|known| known.id == id).ok_or(InstructorRefusal::Unknown)?.retired_at,
        None => None,
    };
    let text = |text: Option<String>| text.as_deref().and_then(filled);
    let instructor = Instructor {
        id: draft.id.unwrap_or_else(|| work.id()),
        name,
        initials,
        nip,
        status: draft.status,
        department_id: draft.department_id,
        methodology: text(draft.methodology),
        assessor_number: text(draft.assessor_number),
        phone: text(draft.phone),
        jp_day: draft.jp_day,
        jp_week: draft.jp_week,
        jp_month: draft.jp_month,
        retired_at,
    };
    work.put(&instructor).await?;
    work.about(instructor.id).await?;
    Ok(instructor.id)
}

/// The digits of a NIP; nothing typed is none.
fn digits(typed: &str) -> Result<Option<String>> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        18 => Ok(Some(digits)),
        0 if filled(typed).is_none() => Ok(None),
        got => Err(InstructorRefusal::NipLength { got: got.to_string() }.into()),
    }
}

/// Takes an instructor out of the lists, or (`gone` false) puts them back. Refuses `instructor.unknown`.
pub async fn retire(work: &mut Work, id: Id<Instructor>, gone: bool) -> Result<()> {
    let mut instructor = work.get(id).await?.ok_or(InstructorRefusal::Unknown)?;
    instructor.retired_at = gone.then(|| work.at());
    work.put(&instructor).await?;
    work.about(id).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::testing::an_instructor,
        store::{
            Error,
            testing::{an_office, begin},
        },
    };

    #[test]
    fn initials_leave_titles_out() {
        for (name, initials) in [
            ("Budi Santoso, S.T., M.T.", "BS"),
            ("H. Ahmad Fauzi", "AF"),
            ("Ir. Siti Nur Aini", "SNA"),
            ("I Gede Putu Arta", "IGP"),
            ("Suparman", "S"),
            ("M. Ali", "A"),
        ] {
            assert_eq!(initials_of(name), initials, "{name}");
        }
    }

    #[tokio::test]
    async fn initials_are_made_once_and_taken_ones_are_refused() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "instructor_save").await;
        let first = save(&mut work, an_instructor("Budi Santoso")).await.expect("saved");
        let second = save(&mut work, an_instructor("Bambang Sutrisno")).await.expect("saved");
        let initials = |one: Option<Instructor>| one.expect("there").initials;
        assert_eq!(initials(work.get(first).await.expect("read")), "BS");
        assert_eq!(initials(work.get(second).await.expect("read")), "BS2");
        let draft = InstructorDraft { initials: "bs".into(), ..an_instructor("Beni Saputra") };
        let error = save(&mut work, draft).await.expect_err("refused");
        assert!(matches!(error, Error::Refused(refusal) if refusal.params["name"] == "Budi Santoso"));
    }

    #[tokio::test]
    async fn a_nip_has_18_digits_and_belongs_to_one() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "instructor_save").await;
        let with = |name: &str, nip: &str| InstructorDraft { nip: Some(nip.into()), ..an_instructor(name) };
        save(&mut work, with("Budi", "19850101 201001 1 001")).await.expect("saved");
        for (nip, code) in [("198501012010011001", "nip_taken"), ("1985", "nip_length"), ("tidak ada", "nip_length")] {
            let error = save(&mut work, with("Beni", nip)).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code), "{nip}");
        }
        save(&mut work, with("Beni", " ")).await.expect("none is fine");
    }
}
