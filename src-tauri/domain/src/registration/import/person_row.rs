//! From what a row of a file tells to a row of the register: a new person, or what changes on a known one. Pure.

use super::{values::Candidate, verdict::Reason};
use crate::{
    base::{id::Id, text::filled, word::Word},
    people::{
        education::Education,
        name::fold,
        person::{LegalBasis, NikStatus, Person},
    },
};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A field that a file tells otherwise than the register. Values are as stored: codes, days as `2026-12-01`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldDifference {
    /// The field's name.
    pub field: String,
    /// In the register; `None`: nothing yet.
    pub before: Option<String>,
    /// In the file.
    pub after: String,
    /// A person has to decide: the register's word stands until somebody says otherwise.
    pub held: bool,
}

/// What every new row of one import has in common.
#[derive(Clone, Debug)]
pub struct Common {
    /// The day of the import at the office.
    pub today: NaiveDate,
    /// The office's usual ground for keeping data.
    pub legal_basis: LegalBasis,
    /// Why doubtful rows were taken.
    pub note: String,
}

/// Whether the row says something about its NIK that a note must explain.
pub fn doubts_nik(reasons: &[Reason]) -> bool {
    reasons
        .iter()
        .any(|reason| matches!(reason, Reason::BirthDateDiffers | Reason::SexDiffers | Reason::RegionCodeUnknown))
}

/// A new person from a row.
pub fn new_person(id: Id<Person>, row: &Candidate, reasons: &[Reason], common: &Common) -> Person {
    let code = row.region.as_ref().and_then(|region| region.code.as_deref()).unwrap_or_default();
    let part = |length: usize| code.get(..length).map(str::to_owned);
    Person {
        id,
        full_name: row.full_name.clone(),
        title_front: None,
        title_back: None,
        nik: row.nik.map(|nik| nik.expose().to_owned()),
        nik_note: doubts_nik(reasons).then(|| common.note.clone()),
        nik_status: NikStatus::Unseen,
        kk_number: row.kk.map(|kk| kk.expose().to_owned()),
        birth_place: filled(&row.birth_place),
        birth_on: row.birth_on,
        sex: row.sex,
        religion: row.religion,
        marital: row.marital,
        address: filled(&row.address),
        rt: filled(&row.rt),
        rw: filled(&row.rw),
        village_code: part(13),
        village_name: unplaced(row, code),
        district_code: part(8),
        regency_code: part(5),
        postcode: filled(&row.postcode),
        phone: filled(&row.phone),
        phone_other: filled(&row.phone_other),
        email: filled(&row.email),
        education: row.education,
        major: filled(&row.major),
        school: filled(&row.school),
        graduation_year: row.graduation_year,
        employment: row.employment,
        disability: disability(row),
        accommodation: None,
        guardian_name: None,
        guardian_relation: None,
        guardian_phone: None,
        guardian_consent_on: None,
        legal_basis: common.legal_basis,
        notice_version: None,
        notice_at: None,
        siapkerja_id: None,
        photo_hash: None,
        note: filled(&row.note),
        restricted_at: None,
        merged_into: None,
        erased_at: None,
        retired_at: None,
        created_on: common.today,
    }
}

/// The parts of the address that no code stands for, so that nothing written is lost.
fn unplaced(row: &Candidate, code: &str) -> Option<String> {
    let parts = [(13, &row.village), (8, &row.district), (5, &row.regency), (2, &row.province)];
    let lost = parts.into_iter().filter(|(length, text)| code.len() < *length && !text.is_empty());
    let lost: Vec<&str> = lost.map(|(_, text)| text.as_str()).collect();
    (!lost.is_empty()).then(|| lost.join(", "))
}

fn disability(row: &Candidate) -> Option<String> {
    let codes: Vec<&str> = row.disability.iter().map(|kind| kind.code()).collect();
    (!codes.is_empty()).then(|| codes.join(","))
}

/// Fields that two sources may not settle by themselves.
const HELD: &[&str] = &["full_name", "birth_on", "sex", "education"];

/// What the file tells otherwise than the register. Names that are one name by another spelling do not differ.
pub fn differences(stored: &Person, row: &Candidate) -> Vec<FieldDifference> {
    let told = told(row);
    let before = |field: &str| text_of(stored, field);
    let differing = told.into_iter().filter_map(|(field, after)| {
        let (after, before) = (after?, before(field));
        let same = before.as_deref() == Some(after.as_str())
            || field == "full_name" && fold(&stored.full_name) == fold(&after)
            || matches!(field, "birth_place" | "address" | "email" | "major" | "school")
                && before.as_deref().is_some_and(|before| before.to_lowercase() == after.to_lowercase())
            || field == "education" && stored.education.map(Education::rank) == row.education.map(Education::rank);
        let held = HELD.contains(&field) && before.is_some();
        (!same).then(|| FieldDifference { field: field.to_owned(), before, after, held })
    });
    let mut found: Vec<FieldDifference> = differing.collect();
    // Parts of an address belong together: where the file's village is known, all of its codes are taken.
    let placed = row.region.as_ref().and_then(|region| region.code.as_deref()).unwrap_or_default();
    if stored.village_code.as_deref().or(stored.district_code.as_deref()).is_some_and(|code| code.starts_with(placed)) {
        found.retain(|difference| {
            !matches!(difference.field.as_str(), "village_code" | "district_code" | "regency_code" | "village_name")
        });
    }
    found
}

/// What a row tells, field by field, as stored.
fn told(row: &Candidate) -> Vec<(&'static str, Option<String>)> {
    let code = row.region.as_ref().and_then(|region| region.code.as_deref()).unwrap_or_default();
    let part = |length: usize| code.get(..length).map(str::to_owned);
    vec![
        ("full_name", filled(&row.full_name)),
        ("kk_number", row.kk.map(|kk| kk.expose().to_owned())),
        ("birth_place", filled(&row.birth_place)),
        ("birth_on", row.birth_on.map(|day| day.to_string())),
        ("sex", row.sex.map(|word| word.code().to_owned())),
        ("religion", row.religion.map(|word| word.code().to_owned())),
        ("marital", row.marital.map(|word| word.code().to_owned())),
        ("address", filled(&row.address)),
        ("rt", filled(&row.rt)),
        ("rw", filled(&row.rw)),
        ("village_code", part(13)),
        ("village_name", unplaced(row, code)),
        ("district_code", part(8)),
        ("regency_code", part(5)),
        ("postcode", filled(&row.postcode)),
        ("phone", filled(&row.phone)),
        ("phone_other", filled(&row.phone_other)),
        ("email", filled(&row.email)),
        ("education", row.education.map(|word| word.code().to_owned())),
        ("major", filled(&row.major)),
        ("school", filled(&row.school)),
        ("graduation_year", row.graduation_year.map(|year| year.to_string())),
        ("employment", row.employment.map(|word| word.code().to_owned())),
        ("disability", disability(row)),
    ]
}

fn text_of(person: &Person, field: &str) -> Option<String> {
    let code = |code: Option<&'static str>| code.map(str::to_owned);
    match field {
        "full_name" => Some(person.full_name.clone()),
        "kk_number" => person.kk_number.clone(),
        "birth_place" => person.birth_place.clone(),
        "birth_on" => person.birth_on.map(|day| day.to_string()),
        "sex" => code(person.sex.map(Word::code)),
        "religion" => code(person.religion.map(Word::code)),
        "marital" => code(person.marital.map(Word::code)),
        "address" => person.address.clone(),
        "rt" => person.rt.clone(),
        "rw" => person.rw.clone(),
        "village_code" => person.village_code.clone(),
        "village_name" => person.village_name.clone(),
        "district_code" => person.district_code.clone(),
        "regency_code" => person.regency_code.clone(),
        "postcode" => person.postcode.clone(),
        "phone" => person.phone.clone(),
        "phone_other" => person.phone_other.clone(),
        "email" => person.email.clone(),
        "education" => code(person.education.map(Word::code)),
        "major" => person.major.clone(),
        "school" => person.school.clone(),
        "graduation_year" => person.graduation_year.map(|year| year.to_string()),
        "employment" => code(person.employment.map(Word::code)),
        "disability" => person.disability.clone(),
        _ => None,
    }
}

/// The known person after the row: what was empty is filled, what may change is changed, what is held stays unless
/// `overwrite`.
pub fn changed_person(stored: &Person, row: &Candidate, overwrite: bool, common: &Common) -> Person {
    let differences = differences(stored, row);
    let takes = |field: &str| differences.iter().any(|found| found.field == field && (overwrite || !found.held));
    let fresh = new_person(stored.id, row, &[], common);
    let mut person = stored.clone();
    macro_rules! take {
        ($($field:ident),* $(,)?) => { $( if takes(stringify!($field)) { person.$field = fresh.$field.clone(); } )* };
    }
    take!(
        full_name,
        kk_number,
        birth_place,
        birth_on,
        sex,
        religion,
        marital,
        address,
        rt,
        rw,
        village_code,
        village_name,
        district_code,
        regency_code,
        postcode,
        phone,
        phone_other,
        email,
        education,
        major,
        school,
        graduation_year,
        employment,
        disability,
    );
    if takes("regency_code") || takes("district_code") || takes("village_code") {
        // A new place takes the place of the old one as a whole.
        person.village_code = fresh.village_code;
        person.village_name = fresh.village_name;
        person.district_code = fresh.district_code;
        person.regency_code = fresh.regency_code;
    }
    person
}
