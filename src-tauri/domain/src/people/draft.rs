//! What a clerk types of a person, what is wrong or doubtful about it, and how it becomes a row.

use super::{
    education::Education,
    particulars::{Disability, Employment, Marital, Religion},
    person::{LegalBasis, NikStatus, Person},
    region_index::RegionIndex,
};
use crate::base::{
    dates::age_on,
    id::Id,
    kk::Kk,
    nik::{Nik, NikError, NikWarning},
    phone,
    sex::Sex,
    text::{filled, tidy},
    word::Word,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest name that is stored.
const NAME_MAX: usize = 120;
/// Nobody alive is older.
const AGE_MAX: i32 = 120;
/// Below this age a guardian stands in (UU 27/2022 Ps 25).
pub const GUARDIAN_AGE: i32 = 18;

/// A person as typed; empty texts mean nothing known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PersonDraft {
    /// `None`: a new person.
    pub id: Option<Id<Person>>,
    /// As on the identity card.
    pub full_name: String,
    /// Titles before the name.
    pub title_front: String,
    /// Titles after the name.
    pub title_back: String,
    /// As typed, with or without separators.
    pub nik: String,
    /// Why a warning, or a missing NIK, is accepted.
    pub nik_note: String,
    /// How far the NIK was checked.
    pub nik_status: Option<NikStatus>,
    /// Family card number.
    pub kk_number: String,
    /// Birth place.
    pub birth_place: String,
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Religion.
    pub religion: Option<Religion>,
    /// Marital status.
    pub marital: Option<Marital>,
    /// Street or hamlet.
    pub address: String,
    /// RT.
    pub rt: String,
    /// RW.
    pub rw: String,
    /// Village from the list, else empty.
    pub village_code: String,
    /// Village in words when it is not in the list.
    pub village_name: String,
    /// District from the list, when the village is not.
    pub district_code: String,
    /// Postcode.
    pub postcode: String,
    /// Phone.
    pub phone: String,
    /// Second phone.
    pub phone_other: String,
    /// E-mail.
    pub email: String,
    /// Last education.
    pub education: Option<Education>,
    /// Its field.
    pub major: String,
    /// School.
    pub school: String,
    /// Year of graduation.
    pub graduation_year: Option<i64>,
    /// Employment status.
    pub employment: Option<Employment>,
    /// Kinds of disability.
    pub disability: Vec<Disability>,
    /// What the person needs.
    pub accommodation: String,
    /// Guardian under 18.
    pub guardian_name: String,
    /// Relation.
    pub guardian_relation: String,
    /// The guardian's phone.
    pub guardian_phone: String,
    /// The day of the guardian's consent.
    pub guardian_consent_on: Option<NaiveDate>,
    /// Ground for keeping the data; `None`: the office's usual one.
    pub legal_basis: Option<LegalBasis>,
    /// The notice was shown.
    pub notice_shown: bool,
    /// SIAPkerja account.
    pub siapkerja_id: String,
    /// A remark.
    pub note: String,
    /// The same NIK under another person is meant so; needs `nik_note`.
    pub same_nik_meant: bool,
}

words! {
    /// How much a finding weighs.
    pub enum Weight {
        /// Cannot be stored.
        Error = "error",
        /// Can be stored; a NIK warning wants a note.
        Warning = "warning",
    }
}

/// One thing about one field; words live under `person_finding.<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Finding {
    /// The draft's field.
    pub field: String,
    /// What about it.
    pub code: String,
    /// How much it weighs.
    pub weight: Weight,
    /// What the words name.
    pub param: Option<String>,
}

fn finding(field: &str, code: &str, weight: Weight, param: Option<String>) -> Finding {
    Finding { field: field.to_owned(), code: code.to_owned(), weight, param }
}

/// Everything that is wrong or doubtful about a draft on a day. Pure; the office's other people are not asked.
pub fn check(draft: &PersonDraft, today: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    check_name(draft, &mut findings);
    check_nik(draft, today, &mut findings);
    check_birth(draft, today, &mut findings);
    check_contact(draft, &mut findings);
    if !draft.village_code.is_empty() && !RegionIndex::shared().exists(&draft.village_code) {
        findings.push(finding("village_code", "village_unknown", Weight::Error, None));
    }
    if draft.graduation_year.is_some_and(|year| !(1940..=i64::from(chrono::Datelike::year(&today))).contains(&year)) {
        findings.push(finding("graduation_year", "year_unlikely", Weight::Error, None));
    }
    findings
}

fn check_name(draft: &PersonDraft, findings: &mut Vec<Finding>) {
    let name = tidy(&draft.full_name);
    if name.is_empty() {
        findings.push(finding("full_name", "name_missing", Weight::Error, None));
    } else if name.chars().count() > NAME_MAX {
        findings.push(finding("full_name", "name_long", Weight::Error, Some(NAME_MAX.to_string())));
    } else if name.chars().any(|c| c.is_ascii_digit()) {
        findings.push(finding("full_name", "name_digits", Weight::Warning, None));
    }
}

fn check_nik(draft: &PersonDraft, today: NaiveDate, findings: &mut Vec<Finding>) {
    match Nik::parse(&draft.nik) {
        Err(NikError::Missing) => {
            let weight = if filled(&draft.nik_note).is_some() { Weight::Warning } else { Weight::Error };
            findings.push(finding("nik", "nik_missing", weight, None));
        }
        Err(error) => {
            let got = match error {
                NikError::Length { got } => Some(got.to_string()),
                _ => None,
            };
            findings.push(finding("nik", &error.code().replace('-', "_"), Weight::Error, got));
        }
        Ok(nik) => {
            let facts = nik.decode(today);
            let standing = RegionIndex::shared().standing(&facts.region_code);
            for warning in facts.compare(draft.birth_on, draft.sex, standing) {
                let param = match warning {
                    NikWarning::BirthDateDiffers => facts.likely_birth(None, today).map(|date| date.to_string()),
                    NikWarning::SexDiffers => Some(facts.sex.code().to_owned()),
                    _ => Some(facts.region_code.clone()),
                };
                findings.push(finding("nik", &warning.code().replace('-', "_"), Weight::Warning, param));
            }
        }
    }
    if filled(&draft.kk_number).is_some()
        && let Err(error) = Kk::parse(&draft.kk_number)
    {
        findings.push(finding("kk_number", &error.code().replace('-', "_"), Weight::Error, None));
    }
}

fn check_birth(draft: &PersonDraft, today: NaiveDate, findings: &mut Vec<Finding>) {
    let Some(birth) = draft.birth_on else { return };
    let age = age_on(birth, today);
    if birth > today {
        findings.push(finding("birth_on", "birth_future", Weight::Error, None));
    } else if age > AGE_MAX {
        findings.push(finding("birth_on", "birth_unlikely", Weight::Error, Some(age.to_string())));
    } else if age < GUARDIAN_AGE && filled(&draft.guardian_name).is_none() {
        findings.push(finding("guardian_name", "guardian_missing", Weight::Warning, Some(age.to_string())));
    }
}

fn check_contact(draft: &PersonDraft, findings: &mut Vec<Finding>) {
    for (field, text) in
        [("phone", &draft.phone), ("phone_other", &draft.phone_other), ("guardian_phone", &draft.guardian_phone)]
    {
        if filled(text).is_some() && phone::one(text).is_none() {
            findings.push(finding(field, "phone_unreadable", Weight::Error, None));
        }
    }
    if let Some(email) = filled(&draft.email) {
        let fits = email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        if !fits || email.contains(' ') {
            findings.push(finding("email", "email_unreadable", Weight::Error, None));
        }
    }
}

/// The row of a draft that has no errors, on top of what was stored of the person.
pub fn to_row(
    draft: &PersonDraft,
    stored: Option<Person>,
    id: Id<Person>,
    at: DateTime<Utc>,
    today: NaiveDate,
    notice_version: &str,
) -> Person {
    let region = if draft.village_code.is_empty() { &draft.district_code } else { &draft.village_code };
    let part = |length: usize| region.get(..length).map(str::to_owned);
    let notice = stored.as_ref().and_then(|person| person.notice_version.clone().zip(person.notice_at));
    let notice = if draft.notice_shown { notice.or(Some((notice_version.to_owned(), at))) } else { notice };
    let (notice_version, notice_at) = notice.unzip();
    let disability: Vec<&str> = draft.disability.iter().map(|kind| kind.code()).collect();
    Person {
        id,
        full_name: tidy(&draft.full_name),
        title_front: filled(&draft.title_front),
        title_back: filled(&draft.title_back),
        nik: Nik::parse(&draft.nik).ok().map(|nik| nik.expose().to_owned()),
        nik_note: filled(&draft.nik_note),
        nik_status: draft.nik_status.unwrap_or(NikStatus::Unseen),
        kk_number: Kk::parse(&draft.kk_number).ok().map(|kk| kk.expose().to_owned()),
        birth_place: filled(&draft.birth_place),
        birth_on: draft.birth_on,
        sex: draft.sex,
        religion: draft.religion,
        marital: draft.marital,
        address: filled(&draft.address),
        rt: filled(&draft.rt),
        rw: filled(&draft.rw),
        village_code: filled(&draft.village_code),
        village_name: if draft.village_code.is_empty() { filled(&draft.village_name) } else { None },
        district_code: part(8),
        regency_code: part(5),
        postcode: filled(&draft.postcode),
        phone: phone::one(&draft.phone),
        phone_other: phone::one(&draft.phone_other),
        email: filled(&draft.email),
        education: draft.education,
        major: filled(&draft.major),
        school: filled(&draft.school),
        graduation_year: draft.graduation_year,
        employment: draft.employment,
        disability: Some(disability.join(",")).filter(|codes| !codes.is_empty()),
        accommodation: filled(&draft.accommodation),
        guardian_name: filled(&draft.guardian_name),
        guardian_relation: filled(&draft.guardian_relation),
        guardian_phone: phone::one(&draft.guardian_phone),
        guardian_consent_on: draft.guardian_consent_on,
        legal_basis: draft.legal_basis.unwrap_or(LegalBasis::PublicTask),
        notice_version,
        notice_at,
        siapkerja_id: filled(&draft.siapkerja_id),
        photo_hash: stored.as_ref().and_then(|person| person.photo_hash.clone()),
        note: filled(&draft.note),
        restricted_at: stored.as_ref().and_then(|person| person.restricted_at),
        merged_into: stored.as_ref().and_then(|person| person.merged_into),
        erased_at: None,
        retired_at: stored.as_ref().and_then(|person| person.retired_at),
        created_on: stored.map_or(today, |person| person.created_on),
    }
}

impl From<&Person> for PersonDraft {
    fn from(person: &Person) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let shown = |number: &Option<String>| number.as_deref().map(phone::shown).unwrap_or_default();
        let kinds = person.disability.as_deref().unwrap_or_default().split(',');
        PersonDraft {
            id: Some(person.id),
            full_name: person.full_name.clone(),
            title_front: text(&person.title_front),
            title_back: text(&person.title_back),
            nik: text(&person.nik),
            nik_note: text(&person.nik_note),
            nik_status: Some(person.nik_status),
            kk_number: text(&person.kk_number),
            birth_place: text(&person.birth_place),
            birth_on: person.birth_on,
            sex: person.sex,
            religion: person.religion,
            marital: person.marital,
            address: text(&person.address),
            rt: text(&person.rt),
            rw: text(&person.rw),
            village_code: text(&person.village_code),
            village_name: text(&person.village_name),
            district_code: text(&person.district_code),
            postcode: text(&person.postcode),
            phone: shown(&person.phone),
            phone_other: shown(&person.phone_other),
            email: text(&person.email),
            education: person.education,
            major: text(&person.major),
            school: text(&person.school),
            graduation_year: person.graduation_year,
            employment: person.employment,
            disability: kinds.filter_map(Disability::parse).collect(),
            accommodation: text(&person.accommodation),
            guardian_name: text(&person.guardian_name),
            guardian_relation: text(&person.guardian_relation),
            guardian_phone: shown(&person.guardian_phone),
            guardian_consent_on: person.guardian_consent_on,
            legal_basis: Some(person.legal_basis),
            notice_shown: person.notice_at.is_some(),
            siapkerja_id: text(&person.siapkerja_id),
            note: text(&person.note),
            same_nik_meant: false,
        }
    }
}
