//! The job seeker's card (*kartu tanda bukti pendaftaran pencari kerja*, AK/I, "kartu kuning").

use chrono::NaiveDate;
use serde::Serialize;

use super::letterhead::{in_words, perhaps_in_words, presence};
use super::words::tanggal;
use super::{Letterhead, PrintError, Printed, Signatory, press, qr};

/// How the card is laid on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CardLayout {
    /// Two pages of A5 landscape for printing on both sides (turned over the short edge); the card is 19 × 14 cm, folded once.
    #[default]
    Card,
    /// One page of A4 with the outside above and the inside below, and marks to cut at.
    A4,
}

/// Everything that stands on a card. A text that is empty is printed as a line to write on.
#[derive(Debug, Clone, PartialEq)]
pub struct CardPaper {
    /// The office that issues the card.
    pub letterhead: Letterhead,
    /// How the card is laid on paper.
    pub layout: CardLayout,
    /// The registration number (*nomor pendaftaran pencari kerja*); the QR code holds it and nothing else.
    pub number: String,
    /// The day up to which the card is valid.
    pub valid_until: NaiveDate,
    /// The identity number, sixteen digits.
    pub nik: String,
    /// The full name.
    pub name: String,
    /// Place of birth.
    pub birth_place: String,
    /// Day of birth.
    pub birth_date: NaiveDate,
    /// `Laki-laki` or `Perempuan`.
    pub sex: String,
    /// Marital status.
    pub marital: String,
    /// Religion; the row is left out where the office does not print it.
    pub religion: Option<String>,
    /// Where the person lives.
    pub address: CardAddress,
    /// Telephone.
    pub phone: String,
    /// E-mail; the row is left out when there is none.
    pub email: String,
    /// Formal education, the highest last or first as the office likes; at most [`CardPaper::EDUCATION_MAX`] are printed.
    pub education: Vec<CardEducation>,
    /// Skills and experience; at most [`CardPaper::SKILLS_MAX`] are printed.
    pub skills: Vec<CardSkill>,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// The occupation that is wished for.
    pub wished_job: String,
    /// Where the person is willing to be placed: within the region, between regions, abroad (AKL, AKAD, AKAN).
    pub wished_place: String,
    /// Who issues the card.
    pub officer: Signatory,
    /// The reports that fall due, one box for each.
    pub reports: Vec<CardReport>,
    /// The rules on the back, see [`CardPaper::usual_notes`].
    pub notes: Vec<String>,
    /// The portrait as JPEG or PNG; an empty frame without one.
    pub photo: Option<Vec<u8>>,
}

/// An address as identity cards write it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CardAddress {
    /// Street, hamlet, house number.
    pub street: String,
    /// Neighbourhood (*rukun tetangga*).
    pub rt: String,
    /// Ward (*rukun warga*).
    pub rw: String,
    /// Village (*desa/kelurahan*).
    pub village: String,
    /// District (*kecamatan*).
    pub district: String,
    /// Regency or city (*kabupaten/kota*).
    pub regency: String,
    /// Postcode.
    pub postcode: String,
}

impl CardAddress {
    /// The rows of an identity card: street with neighbourhood and ward, village, district, regency with postcode.
    fn rows(&self) -> [(&'static str, String); 4] {
        let numbered = match (self.rt.as_str(), self.rw.as_str()) {
            ("", "") => String::new(),
            (rt, "") => format!("RT {rt}"),
            ("", rw) => format!("RW {rw}"),
            (rt, rw) => format!("RT {rt} RW {rw}"),
        };
        [
            ("Alamat", joined(&[&self.street, &numbered], " ")),
            ("Desa/Kelurahan", self.village.clone()),
            ("Kecamatan", self.district.clone()),
            ("Kabupaten/Kota", joined(&[&self.regency, &self.postcode], " ")),
        ]
    }
}

/// The parts that are there, joined.
fn joined(parts: &[&str], by: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(by)
}

/// One school.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CardEducation {
    /// Level and school: `SMK Negeri 1 Cibarusah`.
    pub level: String,
    /// Subject.
    pub major: String,
    /// Year of leaving.
    pub year: String,
}

/// One skill or job.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CardSkill {
    /// What it is.
    pub text: String,
    /// Since when, or which year.
    pub year: String,
}

/// One box for a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardReport {
    /// The day on which it falls due.
    #[serde(serialize_with = "in_words")]
    pub due_on: NaiveDate,
    /// The day on which the person reported; a blank to fill in otherwise.
    #[serde(serialize_with = "perhaps_in_words")]
    pub reported_on: Option<NaiveDate>,
    /// Initials or name of the officer; a blank otherwise.
    pub officer: String,
}

impl CardPaper {
    /// How many schools fit on the card.
    pub const EDUCATION_MAX: usize = 6;
    /// How many skills fit on the card.
    pub const SKILLS_MAX: usize = 6;

    /// The rules that stand on the back, with the office's years of validity and months between reports.
    pub fn usual_notes(valid_years: u32, report_months: u32) -> Vec<String> {
        vec![
            "Kartu ini berlaku secara nasional.".to_owned(),
            format!("Kartu ini berlaku {valid_years} tahun, dengan kewajiban melapor setiap {report_months} bulan selama belum mendapatkan pekerjaan."),
            "Apabila ada perubahan data atau telah mendapatkan pekerjaan, pemegang kartu harap segera melapor.".to_owned(),
            "Apabila pencari kerja telah diterima bekerja, pemberi kerja harap mengembalikan kartu ini kepada dinas yang menerbitkan.".to_owned(),
            "Pelaporan dapat dilakukan di dinas yang membidangi ketenagakerjaan di kabupaten/kota mana pun.".to_owned(),
            "Keterangan yang tidak benar atau kepemilikan lebih dari satu kartu mengakibatkan kartu ini tidak berlaku.".to_owned(),
        ]
    }
}

/// The card as the template wants it.
#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    title: String,
    letterhead: &'a Letterhead,
    layout: CardLayout,
    number: &'a str,
    valid_until: String,
    nik: &'a str,
    name: &'a str,
    birth: String,
    sex: &'a str,
    marital: &'a str,
    religion: &'a Option<String>,
    address: [(&'static str, String); 4],
    phone: &'a str,
    email: &'a str,
    education: &'a [CardEducation],
    skills: &'a [CardSkill],
    languages: &'a [String],
    wished_job: &'a str,
    wished_place: &'a str,
    officer: &'a Signatory,
    reports: &'a [CardReport],
    notes: &'a [String],
    #[serde(serialize_with = "presence")]
    photo: &'a Option<Vec<u8>>,
}

impl<'a> From<&'a CardPaper> for Sheet<'a> {
    fn from(paper: &'a CardPaper) -> Self {
        Self {
            title: format!("Kartu AK/I {}", paper.number),
            letterhead: &paper.letterhead,
            layout: paper.layout,
            number: &paper.number,
            valid_until: tanggal(paper.valid_until),
            nik: &paper.nik,
            name: &paper.name,
            birth: joined(&[&paper.birth_place, &tanggal(paper.birth_date)], ", "),
            sex: &paper.sex,
            marital: &paper.marital,
            religion: &paper.religion,
            address: paper.address.rows(),
            phone: &paper.phone,
            email: &paper.email,
            education: &paper.education[..paper.education.len().min(CardPaper::EDUCATION_MAX)],
            skills: &paper.skills[..paper.skills.len().min(CardPaper::SKILLS_MAX)],
            languages: &paper.languages,
            wished_job: &paper.wished_job,
            wished_place: &paper.wished_place,
            officer: &paper.officer,
            reports: &paper.reports,
            notes: &paper.notes,
            photo: &paper.photo,
        }
    }
}

/// The card as PDF.
///
/// # Errors
/// [`PrintError::Picture`] when the portrait or the emblem cannot be read.
pub fn card(paper: &CardPaper) -> Result<Printed, PrintError> {
    let code = qr::svg(&paper.number)?;
    press::print("card.typ", &Sheet::from(paper), &pictures(paper, &code))
}

pub(super) fn pictures<'a>(paper: &'a CardPaper, code: &'a [u8]) -> [press::Picture<'a>; 3] {
    [("photo", paper.photo.as_deref()), ("emblem", paper.letterhead.emblem.as_deref()), ("qr.svg", Some(code))]
}
