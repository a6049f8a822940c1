//! A batch (*paket, angkatan pelatihan*): one class that goes through one programme.

use super::{batch_store, store};
use crate::{
    base::{id::Id, text::filled},
    catalog::{
        Programme,
        calendar::{self, TimePattern},
    },
    registration::{Intake, intake::Funding},
    store::{Result, Work},
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most trainees of one class.
const SEATS_MOST: i64 = 100;
/// The most lessons of a day.
const JP_DAY_MOST: i64 = 16;
/// The most weeks on the job.
const OJT_MOST: i64 = 52;
/// The most days of assessment.
const ASSESSMENT_MOST: i64 = 20;

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

/// A batch to save.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BatchDraft {
    /// `None`: a new one.
    pub id: Option<Id<Batch>>,
    /// What is taught.
    pub programme_id: Id<Programme>,
    /// Whose applicants it takes.
    pub intake_id: Option<Id<Intake>>,
    /// Its name; empty: made of the programme, the number and the year.
    pub name: String,
    /// *PBK ke-*; `None`: the next one of the programme in the year.
    pub number: Option<i64>,
    /// The kind of training.
    pub kind: BatchKind,
    /// Who pays.
    pub funding: Option<Funding>,
    /// Trainees.
    pub seats: i64,
    /// A trainee needs rooms without steps.
    pub step_free: bool,
    /// Its usual time pattern.
    pub pattern_id: Id<TimePattern>,
    /// First day it may start.
    pub starts_on: NaiveDate,
    /// Last day it may end.
    pub due_on: Option<NaiveDate>,
    /// Most JP a day.
    pub jp_day: Option<i64>,
    /// Weeks on the job at the end.
    pub ojt_weeks: i64,
    /// A ceremony opens it.
    pub opening: bool,
    /// A ceremony closes it.
    pub closing: bool,
    /// Days of assessment.
    pub assessment_days: i64,
}

refusals! {
    "batch" =>
    /// What keeps a batch from being saved.
    BatchRefusal {
        /// No such batch.
        Unknown => "unknown",
        /// No such programme.
        ProgrammeUnknown => "programme_unknown",
        /// The programme has no unit, or units without lessons.
        ProgrammeEmpty { programme } => "programme_empty",
        /// No such time pattern, or none yet.
        PatternUnknown => "pattern_unknown",
        /// The pattern has no lesson.
        PatternEmpty { pattern } => "pattern_empty",
        /// No such intake.
        IntakeUnknown => "intake_unknown",
        /// The intake is for another programme.
        IntakeOther { programme } => "intake_other",
        /// Another batch has this name.
        NameTaken { name } => "name_taken",
        /// Not a number of a batch.
        NumberRange => "number_range",
        /// No trainee, or more than a class holds.
        Seats { most } => "seats",
        /// It would have to end before it starts.
        DueEarly { starts_on, due_on } => "due_early",
        /// No lesson may be held between its first and its last day.
        NoOpenDay { starts_on, due_on } => "no_open_day",
        /// No lesson a day, or more than a day holds.
        JpDay { most } => "jp_day",
        /// Fewer weeks on the job than none, or more than a year.
        OjtWeeks { most } => "ojt_weeks",
        /// Fewer days of assessment than none, or too many.
        AssessmentDays { most } => "assessment_days",
    }
}

/// A day as refusals name it.
fn shown(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

/// What is wrong with a draft for itself. Pure.
fn check(draft: &BatchDraft) -> std::result::Result<(), BatchRefusal> {
    if !(1..=SEATS_MOST).contains(&draft.seats) {
        return Err(BatchRefusal::Seats { most: SEATS_MOST.to_string() });
    }
    if draft.number.is_some_and(|number| !(1..=9999).contains(&number)) {
        return Err(BatchRefusal::NumberRange);
    }
    if let Some(due) = draft.due_on.filter(|due| *due < draft.starts_on) {
        return Err(BatchRefusal::DueEarly { starts_on: shown(draft.starts_on), due_on: shown(due) });
    }
    if draft.jp_day.is_some_and(|jp| !(1..=JP_DAY_MOST).contains(&jp)) {
        return Err(BatchRefusal::JpDay { most: JP_DAY_MOST.to_string() });
    }
    if !(0..=OJT_MOST).contains(&draft.ojt_weeks) {
        return Err(BatchRefusal::OjtWeeks { most: OJT_MOST.to_string() });
    }
    if !(0..=ASSESSMENT_MOST).contains(&draft.assessment_days) {
        return Err(BatchRefusal::AssessmentDays { most: ASSESSMENT_MOST.to_string() });
    }
    Ok(())
}

/// The number that the next batch of a programme in a year bears. Pure.
pub fn next_number(batches: &[Batch], programme: Id<Programme>, year: i32, but: Option<Id<Batch>>) -> i64 {
    let own = batches
        .iter()
        .filter(|batch| batch.programme_id == programme && batch.starts_on.year() == year && Some(batch.id) != but);
    own.filter_map(|batch| batch.number).max().unwrap_or(0) + 1
}

/// The name of a batch that nobody named: `Las SMAW 3F 1/2027`.
pub fn name_of(programme: &str, number: i64, year: i32) -> String {
    format!("{programme} {number}/{year}")
}

/// Saves a batch. Refuses what [`BatchRefusal`] lists.
pub async fn save(work: &mut Work, draft: BatchDraft) -> Result<Id<Batch>> {
    check(&draft)?;
    let programme = work.get(draft.programme_id).await?.ok_or(BatchRefusal::ProgrammeUnknown)?;
    if batch_store::lessons(work.reads(), programme.id).await?.total() == 0 {
        return Err(BatchRefusal::ProgrammeEmpty { programme: programme.name }.into());
    }
    if let Some(intake) = draft.intake_id {
        let intake = work.get(intake).await?.ok_or(BatchRefusal::IntakeUnknown)?;
        if intake.programme_id != programme.id {
            return Err(BatchRefusal::IntakeOther { programme: programme.name }.into());
        }
    }
    check_calendar(work, &draft).await?;
    let all = store::batches(work.reads()).await?;
    let before = match draft.id {
        Some(id) => Some(all.iter().find(|known| known.id == id).ok_or(BatchRefusal::Unknown)?),
        None => None,
    };
    let year = draft.starts_on.year();
    let number = draft.number.unwrap_or_else(|| next_number(&all, programme.id, year, draft.id));
    let name = filled(&draft.name).unwrap_or_else(|| name_of(&programme.name, number, year));
    let same = |other: &&Batch| {
        Some(other.id) != draft.id && other.retired_at.is_none() && other.name.to_lowercase() == name.to_lowercase()
    };
    if let Some(other) = all.iter().find(same) {
        return Err(BatchRefusal::NameTaken { name: other.name.clone() }.into());
    }
    let batch = Batch {
        id: draft.id.unwrap_or_else(|| work.id()),
        programme_id: programme.id,
        intake_id: draft.intake_id,
        name,
        number: Some(number),
        kind: draft.kind,
        funding: draft.funding,
        seats: draft.seats,
        step_free: draft.step_free,
        pattern_id: draft.pattern_id,
        starts_on: draft.starts_on,
        due_on: draft.due_on,
        jp_day: draft.jp_day,
        ojt_weeks: draft.ojt_weeks,
        opening: draft.opening,
        closing: draft.closing,
        assessment_days: draft.assessment_days,
        state: before.map_or(BatchState::Draft, |batch| batch.state),
        retired_at: before.and_then(|batch| batch.retired_at),
    };
    work.put(&batch).await?;
    work.about(batch.id).await?;
    Ok(batch.id)
}

/// Whether the calendar leaves the batch a day.
async fn check_calendar(work: &mut Work, draft: &BatchDraft) -> Result<()> {
    let calendar = calendar::load(work.reads()).await?;
    let pattern = calendar.pattern(draft.pattern_id).ok_or(BatchRefusal::PatternUnknown)?;
    if !calendar.has_lessons(pattern.id) {
        return Err(BatchRefusal::PatternEmpty { pattern: pattern.name.clone() }.into());
    }
    match draft.due_on {
        Some(due) if calendar.open_days(pattern.id, draft.starts_on, due).next().is_none() => {
            Err(BatchRefusal::NoOpenDay { starts_on: shown(draft.starts_on), due_on: shown(due) }.into())
        }
        _ => Ok(()),
    }
}

/// Takes a batch out of the lists, or (`gone` false) puts it back. Refuses `batch.unknown`.
pub async fn retire(work: &mut Work, id: Id<Batch>, gone: bool) -> Result<()> {
    let mut batch = work.get(id).await?.ok_or(BatchRefusal::Unknown)?;
    batch.retired_at = gone.then(|| work.at());
    work.put(&batch).await?;
    work.about(id).await
}

/// Gives a batch up (*batal*), or (`given_up` false) takes it up again, to be planned anew. Refuses `batch.unknown`.
pub async fn cancel(work: &mut Work, id: Id<Batch>, given_up: bool) -> Result<()> {
    let mut batch = work.get(id).await?.ok_or(BatchRefusal::Unknown)?;
    batch.state = if given_up { BatchState::Cancelled } else { BatchState::Draft };
    work.put(&batch).await?;
    work.about(id).await
}
