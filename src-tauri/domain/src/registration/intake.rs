//! An intake (*angkatan, gelombang pendaftaran*): a programme with its window, its seats and its rules.

use super::store;
use crate::{
    base::{id::Id, text::filled, word::Word},
    catalog::Programme,
    office::setting,
    people::{document::DocumentKind, education::Education, particulars::Employment, region_index::RegionIndex},
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Ages that a rule may name.
const AGES: std::ops::RangeInclusive<i64> = 15..=70;
/// The most seats of one intake.
const SEATS_MOST: i64 = 1000;
/// The longest pause between two courses, in months.
const COOLDOWN_MOST: i64 = 120;
/// Days of a window that nobody set otherwise.
const WINDOW_DAYS: i64 = 30;

words! {
    /// Who pays (*sumber dana*).
    pub enum Funding {
        /// State budget.
        State = "APBN",
        /// Province.
        Province = "APBD_PROVINSI",
        /// Regency or city.
        Regency = "APBD_KABKOTA",
        /// Tobacco excise share.
        Tobacco = "DBHCHT",
        /// A company's social funds.
        Company = "CSR",
        /// The participants.
        Own = "SWADANA",
    }
}

table! {
    /// A programme open for applications (*angkatan*).
    pub struct Intake = 21 "intake" {
        /// What is taught.
        1 A programme_id: Id<Programme>,
        /// Its name: `Angkatan 2/2026`.
        2 A name: String,
        /// First day of registration.
        3 A opens_on: NaiveDate,
        /// Last day of registration.
        4 A closes_on: NaiveDate,
        /// First day of the course.
        5 A starts_on: Option<NaiveDate>,
        /// Seats (*kuota*).
        6 A seats: i64,
        /// Reserves (*cadangan*).
        7 A reserves: i64,
        /// Who pays.
        8 A funding: Option<Funding>,
        /// Youngest age.
        9 A age_min: Option<i64>,
        /// Oldest age.
        10 A age_max: Option<i64>,
        /// Least education.
        11 A education_min: Option<Education>,
        /// Where applicants must live: a region's code.
        12 A domicile_code: Option<String>,
        /// Employment statuses that are not taken, parted by commas.
        13 A employment_not: Option<String>,
        /// Months since the last course.
        14 A cooldown_months: Option<i64>,
        /// Required papers, codes parted by commas.
        15 A documents: String,
        /// Gone since.
        16 A retired_at: Option<DateTime<Utc>>,
    }
}

/// An intake to save.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct IntakeDraft {
    /// `None`: a new one.
    pub id: Option<Id<Intake>>,
    /// What is taught.
    pub programme_id: Id<Programme>,
    /// Its name; empty: the next `Angkatan n/year` of the programme.
    pub name: String,
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
    /// Who pays.
    pub funding: Option<Funding>,
    /// Youngest age.
    pub age_min: Option<i64>,
    /// Oldest age.
    pub age_max: Option<i64>,
    /// Least education.
    pub education_min: Option<Education>,
    /// Where applicants must live.
    pub domicile_code: Option<String>,
    /// Employment statuses that are not taken.
    pub employment_not: Vec<Employment>,
    /// Months since the last course.
    pub cooldown_months: Option<i64>,
    /// Required papers.
    pub documents: Vec<DocumentKind>,
}

refusals! {
    "intake" =>
    /// What keeps an intake from being saved.
    IntakeRefusal {
        /// No such intake.
        Unknown => "unknown",
        /// No such programme.
        ProgrammeUnknown => "programme_unknown",
        /// The window ends before it begins.
        DatesOrder { opens_on, closes_on } => "dates_order",
        /// The course begins before registration does.
        StartsEarly { opens_on, starts_on } => "starts_early",
        /// No seat, or more than a hall holds.
        Seats { most } => "seats",
        /// Fewer reserves than none, or more than seats.
        Reserves { most } => "reserves",
        /// Not an age of applicants.
        Age { least, most } => "age",
        /// The youngest is older than the oldest.
        AgesOrder { age_min, age_max } => "ages_order",
        /// No such region.
        RegionUnknown { code } => "region_unknown",
        /// The pause is too long.
        Cooldown { most } => "cooldown",
    }
}

impl Intake {
    /// Employment statuses that are not taken.
    pub fn employment_not(&self) -> Vec<Employment> {
        self.employment_not.iter().flat_map(|codes| codes.split(',')).filter_map(Employment::parse).collect()
    }

    /// Required papers.
    pub fn documents(&self) -> Vec<DocumentKind> {
        DocumentKind::list(&self.documents)
    }

    /// The day on which ages are counted: the first day of the course, else the last of registration.
    pub fn age_day(&self) -> NaiveDate {
        self.starts_on.unwrap_or(self.closes_on)
    }
}

/// What is wrong with a draft, if anything.
fn check(draft: &IntakeDraft) -> std::result::Result<(), IntakeRefusal> {
    let (opens_on, closes_on) = (draft.opens_on.to_string(), draft.closes_on.to_string());
    if draft.closes_on < draft.opens_on {
        return Err(IntakeRefusal::DatesOrder { opens_on, closes_on });
    }
    if let Some(starts) = draft.starts_on.filter(|starts| *starts < draft.opens_on) {
        return Err(IntakeRefusal::StartsEarly { opens_on, starts_on: starts.to_string() });
    }
    if !(1..=SEATS_MOST).contains(&draft.seats) {
        return Err(IntakeRefusal::Seats { most: SEATS_MOST.to_string() });
    }
    if !(0..=draft.seats).contains(&draft.reserves) {
        return Err(IntakeRefusal::Reserves { most: draft.seats.to_string() });
    }
    if [draft.age_min, draft.age_max].into_iter().flatten().any(|age| !AGES.contains(&age)) {
        return Err(IntakeRefusal::Age { least: AGES.start().to_string(), most: AGES.end().to_string() });
    }
    if let (Some(least), Some(most)) = (draft.age_min, draft.age_max)
        && least > most
    {
        return Err(IntakeRefusal::AgesOrder { age_min: least.to_string(), age_max: most.to_string() });
    }
    if draft.cooldown_months.is_some_and(|months| !(0..=COOLDOWN_MOST).contains(&months)) {
        return Err(IntakeRefusal::Cooldown { most: COOLDOWN_MOST.to_string() });
    }
    match draft.domicile_code.as_deref().and_then(filled) {
        Some(code) if !RegionIndex::shared().exists(&code) => Err(IntakeRefusal::RegionUnknown { code }),
        _ => Ok(()),
    }
}

/// The codes in the order of their list, each once, parted by commas.
fn joined<W: Word>(words: &[W]) -> String {
    let kept = W::ALL.iter().filter(|word| words.contains(word));
    kept.map(|word| word.code()).collect::<Vec<_>>().join(",")
}

/// A new intake of a programme with the office's usual numbers, for the form.
pub async fn blank(
    connection: &mut SqliteConnection,
    programme: Id<Programme>,
    today: NaiveDate,
) -> Result<IntakeDraft> {
    let cooldown = setting::number(connection, "alumni.cooldown_months", today).await?;
    Ok(IntakeDraft {
        id: None,
        programme_id: programme,
        name: String::new(),
        opens_on: today,
        closes_on: today + TimeDelta::days(WINDOW_DAYS),
        starts_on: None,
        seats: setting::number(connection, "package.seats", today).await?,
        reserves: setting::number(connection, "package.reserves", today).await?,
        funding: None,
        age_min: None,
        age_max: None,
        education_min: None,
        domicile_code: None,
        employment_not: Vec::new(),
        cooldown_months: (cooldown > 0).then_some(cooldown),
        documents: Vec::new(),
    })
}

/// Saves an intake. Refuses what [`IntakeRefusal`] lists.
pub async fn save(work: &mut Work, draft: IntakeDraft) -> Result<Id<Intake>> {
    check(&draft)?;
    work.get(draft.programme_id).await?.ok_or(IntakeRefusal::ProgrammeUnknown)?;
    let retired_at = match draft.id {
        Some(id) => work.get(id).await?.ok_or(IntakeRefusal::Unknown)?.retired_at,
        None => None,
    };
    let name = match filled(&draft.name) {
        Some(name) => name,
        None => {
            let day = draft.starts_on.unwrap_or(draft.opens_on);
            let count = store::intakes_of_year(work.reads(), draft.programme_id, draft.id, day.year()).await?;
            format!("Angkatan {}/{}", count + 1, day.year())
        }
    };
    let id = draft.id.unwrap_or_else(|| work.id());
    let employment_not = joined(&draft.employment_not);
    let intake = Intake {
        id,
        programme_id: draft.programme_id,
        name,
        opens_on: draft.opens_on,
        closes_on: draft.closes_on,
        starts_on: draft.starts_on,
        seats: draft.seats,
        reserves: draft.reserves,
        funding: draft.funding,
        age_min: draft.age_min,
        age_max: draft.age_max,
        education_min: draft.education_min,
        domicile_code: draft.domicile_code.as_deref().and_then(filled),
        employment_not: Some(employment_not).filter(|codes| !codes.is_empty()),
        cooldown_months: draft.cooldown_months.filter(|months| *months > 0),
        documents: joined(&draft.documents),
        retired_at,
    };
    work.put(&intake).await?;
    work.about(id).await?;
    Ok(id)
}

/// Takes an intake out of the lists, or (`gone` false) puts it back. Refuses `intake.unknown`.
pub async fn retire(work: &mut Work, id: Id<Intake>, gone: bool) -> Result<()> {
    let mut intake = work.get(id).await?.ok_or(IntakeRefusal::Unknown)?;
    intake.retired_at = gone.then(|| work.at());
    work.put(&intake).await?;
    work.about(id).await
}
