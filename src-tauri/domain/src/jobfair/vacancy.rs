//! A vacancy (*lowongan kerja*) with what the reporting duty asks (Perpres 57/2023 Ps 5). The law discourages vacancies
//! for one sex, the reports ask for them: three numbers are kept.

use super::{
    company::{Company, classified},
    store,
};
use crate::{
    base::{id::Id, text::filled},
    catalog::{unit_code, word_list::word_list},
    people::education::Education,
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// How one is employed (*jenis hubungan kerja*).
    pub enum WorkKind {
        /// For a time (*PKWT*).
        FixedTerm = "PKWT",
        /// For good (*PKWTT*).
        Permanent = "PKWTT",
        /// By the day.
        Daily = "HARIAN",
        /// Apprenticeship.
        Apprentice = "MAGANG",
    }
}

table! {
    /// A vacancy (*lowongan*).
    pub struct Vacancy = 62 "vacancy" {
        /// Whose.
        1 A company_id: Id<Company>,
        /// The post (*jabatan*).
        2 A title: String,
        /// Year of the KBJI edition that the code is of.
        3 A kbji_version: Option<i64>,
        /// Occupation (*KBJI*).
        4 A kbji_code: Option<String>,
        /// For men only.
        5 A men: i64,
        /// For women only.
        6 A women: i64,
        /// For whoever fits.
        7 A either: i64,
        /// Least wage, rupiah a month.
        8 A wage_min: Option<i64>,
        /// Highest wage.
        9 A wage_max: Option<i64>,
        /// Least education.
        10 A education: Option<Education>,
        /// Months of work asked for.
        11 A experience_months: i64,
        /// Skills, words parted by commas.
        12 A skills: Option<String>,
        /// Units of competence, codes parted by commas.
        13 A units: Option<String>,
        /// Least age; reported, never matched by.
        14 A age_min: Option<i64>,
        /// Highest age; reported, never matched by.
        15 A age_max: Option<i64>,
        /// Open to people with a disability.
        16 A disability_friendly: bool,
        /// What the work place offers them.
        17 A accommodation: Option<String>,
        /// Kemendagri code of the regency or city of the work.
        18 A regency_code: Option<String>,
        /// The site in words.
        19 A site: Option<String>,
        /// How one is employed.
        20 A work_kind: WorkKind,
        /// First day.
        21 A valid_from: Option<NaiveDate>,
        /// Last day.
        22 A valid_to: Option<NaiveDate>,
        /// What is done.
        23 A description: Option<String>,
        /// Number of its report in Karirhub.
        24 A report_number: Option<String>,
        /// Taken out since.
        25 A retired_at: Option<DateTime<Utc>>,
    }
}

impl Vacancy {
    /// How many people are looked for.
    pub fn openings(&self) -> i64 {
        self.men + self.women + self.either
    }
}

/// A vacancy as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct VacancyDraft {
    /// `None`: a new one.
    pub id: Option<Id<Vacancy>>,
    /// Whose.
    pub company_id: Id<Company>,
    /// The post.
    pub title: String,
    /// Year of the KBJI edition.
    pub kbji_version: Option<i64>,
    /// Occupation.
    pub kbji_code: String,
    /// For men only.
    pub men: i64,
    /// For women only.
    pub women: i64,
    /// For whoever fits.
    pub either: i64,
    /// Least wage.
    pub wage_min: Option<i64>,
    /// Highest wage.
    pub wage_max: Option<i64>,
    /// Least education.
    pub education: Option<Education>,
    /// Months of work asked for.
    pub experience_months: i64,
    /// Skills.
    pub skills: String,
    /// Units of competence.
    pub units: String,
    /// Least age.
    pub age_min: Option<i64>,
    /// Highest age.
    pub age_max: Option<i64>,
    /// Open to people with a disability.
    pub disability_friendly: bool,
    /// What the work place offers them.
    pub accommodation: String,
    /// Where the work is.
    pub regency_code: String,
    /// The site in words.
    pub site: String,
    /// How one is employed.
    pub work_kind: WorkKind,
    /// First day.
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    pub valid_to: Option<NaiveDate>,
    /// What is done.
    pub description: String,
    /// Number of its report in Karirhub.
    pub report_number: String,
}

impl VacancyDraft {
    /// A vacancy of a company of which nothing else is known.
    pub fn blank(company_id: Id<Company>) -> Self {
        Self {
            id: None,
            company_id,
            title: String::new(),
            kbji_version: None,
            kbji_code: String::new(),
            men: 0,
            women: 0,
            either: 1,
            wage_min: None,
            wage_max: None,
            education: None,
            experience_months: 0,
            skills: String::new(),
            units: String::new(),
            age_min: None,
            age_max: None,
            disability_friendly: false,
            accommodation: String::new(),
            regency_code: String::new(),
            site: String::new(),
            work_kind: WorkKind::FixedTerm,
            valid_from: None,
            valid_to: None,
            description: String::new(),
            report_number: String::new(),
        }
    }
}

/// A vacancy in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct VacancyRow {
    /// The vacancy.
    pub vacancy: Vacancy,
    /// The company's name.
    pub company: String,
    /// The occupation in words, where its list was taken in.
    pub kbji_name: Option<String>,
    /// People who applied for it at fairs.
    pub applied: i64,
    /// People who were hired.
    pub hired: i64,
}

refusals! {
    "vacancy" =>
    /// What keeps a vacancy from being saved.
    VacancyRefusal {
        /// No post.
        TitleMissing => "title_missing",
        /// A post has at most 200 signs.
        TitleLong => "title_long",
        /// Nobody is looked for, or fewer than none.
        NumberRange => "number_range",
        /// The wage runs backwards or is below nothing.
        WageOrder => "wage_order",
        /// Nobody works below 15, and ages do not run backwards.
        AgeRange => "age_range",
        /// An occupation is one to six digits, with the year of its edition.
        KbjiForm => "kbji_form",
        /// It would end before it begins.
        DatesReversed => "dates_reversed",
        /// Months below nothing.
        ExperienceRange => "experience_range",
        /// No such company.
        CompanyUnknown => "company_unknown",
        /// No such vacancy.
        Unknown => "unknown",
    }
}

/// What is wrong with a vacancy for itself. Pure.
fn check(draft: &VacancyDraft) -> std::result::Result<(), VacancyRefusal> {
    use VacancyRefusal as R;
    let title = filled(&draft.title).ok_or(R::TitleMissing)?;
    if title.chars().count() > 200 {
        return Err(R::TitleLong);
    }
    let numbers = [draft.men, draft.women, draft.either];
    if numbers.iter().any(|number| !(0..=100_000).contains(number)) || numbers.iter().sum::<i64>() == 0 {
        return Err(R::NumberRange);
    }
    let backwards = |from: Option<i64>, to: Option<i64>| matches!((from, to), (Some(from), Some(to)) if to < from);
    if [draft.wage_min, draft.wage_max].into_iter().flatten().any(|wage| wage < 0)
        || backwards(draft.wage_min, draft.wage_max)
    {
        return Err(R::WageOrder);
    }
    if [draft.age_min, draft.age_max].into_iter().flatten().any(|age| !(15..=99).contains(&age))
        || backwards(draft.age_min, draft.age_max)
    {
        return Err(R::AgeRange);
    }
    if !(0..=600).contains(&draft.experience_months) {
        return Err(R::ExperienceRange);
    }
    match (draft.valid_from, draft.valid_to) {
        (Some(from), Some(to)) if to < from => Err(R::DatesReversed),
        _ => Ok(()),
    }
}

/// Codes of units in one form, each once.
fn unit_list(text: &str) -> Option<String> {
    let codes: Vec<String> =
        text.split([',', ';', '\n']).filter_map(filled).map(|one| unit_code::normalised(&one)).collect();
    word_list(&codes.join(","), "")
}

/// Saves a vacancy. Refuses the words of `vacancy`.
pub async fn save(work: &mut Work, draft: VacancyDraft) -> Result<Id<Vacancy>> {
    check(&draft)?;
    let (kbji_version, kbji_code) =
        classified(draft.kbji_version, &draft.kbji_code, 1..=6).ok_or(VacancyRefusal::KbjiForm)?;
    work.get(draft.company_id).await?.ok_or(VacancyRefusal::CompanyUnknown)?;
    let retired_at = match draft.id {
        Some(id) => work.get(id).await?.ok_or(VacancyRefusal::Unknown)?.retired_at,
        None => None,
    };
    let id = draft.id.unwrap_or_else(|| work.id());
    let vacancy = Vacancy {
        id,
        company_id: draft.company_id,
        title: filled(&draft.title).unwrap_or_default(),
        kbji_version,
        kbji_code,
        men: draft.men,
        women: draft.women,
        either: draft.either,
        wage_min: draft.wage_min,
        wage_max: draft.wage_max,
        education: draft.education,
        experience_months: draft.experience_months,
        skills: word_list(&draft.skills, ""),
        units: unit_list(&draft.units),
        age_min: draft.age_min,
        age_max: draft.age_max,
        disability_friendly: draft.disability_friendly,
        accommodation: filled(&draft.accommodation),
        regency_code: filled(&draft.regency_code),
        site: filled(&draft.site),
        work_kind: draft.work_kind,
        valid_from: draft.valid_from,
        valid_to: draft.valid_to,
        description: filled(&draft.description),
        report_number: filled(&draft.report_number),
        retired_at,
    };
    work.put(&vacancy).await?;
    work.about(id).await?;
    Ok(id)
}

/// Takes a vacancy out of the lists, or puts it back. Refuses `vacancy.unknown`.
pub async fn retire(work: &mut Work, id: Id<Vacancy>, gone: bool) -> Result<()> {
    let mut vacancy = work.get(id).await?.ok_or(VacancyRefusal::Unknown)?;
    vacancy.retired_at = gone.then(|| work.at());
    work.put(&vacancy).await?;
    work.about(id).await
}

/// The vacancies by company and post; also those that are gone when `retired`.
pub async fn list(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<VacancyRow>> {
    store::vacancy_rows(connection, retired).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        jobfair::company::{self, CompanyDraft},
        people::testing::refused,
        store::testing::{an_office, begin},
    };

    #[tokio::test]
    async fn a_vacancy_says_how_many_and_nothing_runs_backwards() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "vacancy_save").await;
        let company = CompanyDraft { name: "PT Contoh".into(), ..CompanyDraft::default() };
        let company = company::save(&mut work, company).await.expect("a company");
        let good = || VacancyDraft { title: "Operator jahit".into(), ..VacancyDraft::blank(company) };
        for (draft, code) in [
            (VacancyDraft { title: " ".into(), ..good() }, "vacancy.title_missing"),
            (VacancyDraft { title: "x".repeat(201), ..good() }, "vacancy.title_long"),
            (VacancyDraft { either: 0, ..good() }, "vacancy.number_range"),
            (VacancyDraft { men: -1, ..good() }, "vacancy.number_range"),
            (VacancyDraft { wage_min: Some(5_000_000), wage_max: Some(4_000_000), ..good() }, "vacancy.wage_order"),
            (VacancyDraft { age_min: Some(14), ..good() }, "vacancy.age_range"),
            (VacancyDraft { kbji_code: "8153".into(), ..good() }, "vacancy.kbji_form"),
            (VacancyDraft { experience_months: -1, ..good() }, "vacancy.experience_range"),
        ] {
            assert_eq!(refused(save(&mut work, draft).await), code);
        }
        let draft = VacancyDraft {
            men: 2,
            women: 3,
            kbji_version: Some(2014),
            kbji_code: "8153.01".into(),
            units: "c.14gmt06.024.1; C.14GMT06.024.1".into(),
            ..good()
        };
        let id = save(&mut work, draft).await.expect("saved");
        let kept = work.get(id).await.expect("read").expect("there");
        assert_eq!((kept.openings(), kept.units.as_deref()), (6, Some("C.14GMT06.024.1")));
        assert_eq!(list(work.reads(), false).await.expect("list").len(), 1);
    }
}
