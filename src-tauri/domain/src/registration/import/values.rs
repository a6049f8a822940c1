//! From the cells of one row to what they say about one person.

use super::{
    cell::{Cell, at},
    headers::Target,
    nik_cell, tick,
    verdict::{Reason, Remark},
};
use crate::{
    base::{
        dates::{self, Order, Reading},
        kk::Kk,
        nik::Nik,
        phone,
        sex::Sex,
        text::words,
        word::Word,
    },
    people::{
        education::Education,
        particulars::{Disability, DisabilityReading, Employment, Marital, Religion},
        region_resolve::{Certainty, Resolved, Resolver},
    },
};
use chrono::{Datelike, NaiveDate};

/// One person as a row tells it; empty texts are things not told.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Candidate {
    /// The name, tidied; case as written.
    pub full_name: String,
    /// The NIK, when it is well formed.
    pub nik: Option<Nik>,
    /// The family card number.
    pub kk: Option<Kk>,
    /// *Tempat lahir*.
    pub birth_place: String,
    /// The birth date as written, else from the NIK.
    pub birth_on: Option<NaiveDate>,
    /// The sex as written, else from the NIK.
    pub sex: Option<Sex>,
    /// *Agama*.
    pub religion: Option<Religion>,
    /// *Status perkawinan*.
    pub marital: Option<Marital>,
    /// *Pendidikan terakhir*.
    pub education: Option<Education>,
    /// *Jurusan*.
    pub major: String,
    /// *Asal sekolah*.
    pub school: String,
    /// *Tahun lulus*.
    pub graduation_year: Option<i64>,
    /// Street or hamlet, without RT and RW.
    pub address: String,
    /// *RT*.
    pub rt: String,
    /// *RW*.
    pub rw: String,
    /// Village in words.
    pub village: String,
    /// District in words.
    pub district: String,
    /// Regency or city in words.
    pub regency: String,
    /// Province in words.
    pub province: String,
    /// The code that the words mean.
    pub region: Option<Resolved>,
    /// *Kode pos*.
    pub postcode: String,
    /// The first telephone number, `+62…`.
    pub phone: String,
    /// The second one.
    pub phone_other: String,
    /// E-mail.
    pub email: String,
    /// The programme in words.
    pub programme: String,
    /// What the person does now.
    pub employment: Option<Employment>,
    /// Kinds of disability.
    pub disability: Vec<Disability>,
    /// *Tanggal daftar*.
    pub registered_on: Option<NaiveDate>,
    /// *Keterangan*.
    pub note: String,
}

/// Where each target stands in a row.
#[derive(Debug, Clone)]
pub(super) struct Columns([Option<usize>; Target::ALL.len()]);

impl Columns {
    /// From the targets of the columns, left to right.
    pub(super) fn of(mapping: &[Target]) -> Self {
        let mut columns = [None; Target::ALL.len()];
        for (column, target) in mapping.iter().enumerate().rev() {
            columns[*target as usize] = Some(column);
        }
        Self(columns)
    }

    pub(super) fn column(&self, target: Target) -> Option<usize> {
        self.0[target as usize]
    }

    pub(super) fn cell<'a>(&self, row: &'a [Cell], target: Target) -> &'a Cell {
        self.column(target).map_or(&super::cell::NOTHING, |column| at(row, column))
    }

    /// The text of a cell; `-` and the like are nothing.
    fn text(&self, row: &[Cell], target: Target) -> String {
        let text = self.cell(row, target).text();
        if text.chars().any(char::is_alphanumeric) { text } else { String::new() }
    }
}

/// The date in a cell, `None` when nothing is written.
pub(super) fn date(cell: &Cell, today: NaiveDate) -> Option<Reading> {
    match cell {
        Cell::Date(at) => Some(Reading::Sure { date: at.date(), proves: None }),
        Cell::Number(_) if cell.day().is_some() => cell.day().map(|date| Reading::Sure { date, proves: None }),
        Cell::Number(number) => Some(dates::read(&format!("{number:08}"), today)),
        Cell::Text(text) if text.chars().any(char::is_alphanumeric) => Some(dates::read(text, today)),
        Cell::Error(_) | Cell::Bool(_) => Some(Reading::Bad),
        Cell::Text(_) | Cell::Empty => None,
    }
}

/// `Bekasi, 12 Mei 1999`: the place, and the date when there is one.
pub(super) fn place_and_date(cell: &Cell, today: NaiveDate) -> (String, Option<Reading>) {
    let Cell::Text(text) = cell else { return (String::new(), date(cell, today)) };
    // The date begins at the first figure, or at a month's name before it.
    let figure = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let comma = text.find([',', '/']).filter(|comma| *comma < figure);
    let cut = comma.filter(|comma| dates::read(&text[*comma..], today) != Reading::Bad).unwrap_or(figure);
    let place = crate::base::text::tidy(text[..cut].trim_end_matches([' ', ',', '/', '-', '.', ';', ':']));
    let rest = &text[cut..];
    (place, rest.chars().any(char::is_alphanumeric).then(|| dates::read(rest, today)))
}

/// Reads rows into candidates.
pub(super) struct Reader<'a> {
    pub(super) columns: Columns,
    pub(super) resolver: Resolver<'a>,
    pub(super) today: NaiveDate,
    /// The office's own regency, for files that name only village and district.
    pub(super) home: &'a str,
}

/// What a row became: the person, the reasons against and the remarks.
pub(super) type Read = (Candidate, Vec<Reason>, Vec<Remark>);

impl Reader<'_> {
    /// The birth date in a row as written, and the place when both stand in one cell.
    pub(super) fn birth(&self, row: &[Cell]) -> (String, Option<Reading>) {
        let together = self.columns.cell(row, Target::BirthPlaceAndDate);
        match date(self.columns.cell(row, Target::BirthOn), self.today) {
            None => place_and_date(together, self.today),
            reading => (place_and_date(together, self.today).0, reading),
        }
    }

    /// Reads a row, dates in the order of their columns; the caller judges the birth date against the NIK.
    pub(super) fn read(&mut self, row: &[Cell], registered: Order) -> Read {
        let text = |target| self.columns.text(row, target);
        let mut candidate = Candidate {
            full_name: text(Target::FullName),
            birth_place: text(Target::BirthPlace),
            major: text(Target::Major),
            school: text(Target::School),
            address: text(Target::Address),
            rt: text(Target::Rt),
            rw: text(Target::Rw),
            village: text(Target::Village),
            district: text(Target::District),
            regency: text(Target::Regency),
            province: text(Target::Province),
            postcode: text(Target::Postcode),
            programme: text(Target::Programme),
            note: text(Target::Note),
            ..Candidate::default()
        };
        let (mut reasons, mut remarks) = (Vec::new(), Vec::new());
        self.identity(row, &mut candidate, &mut reasons);
        self.particulars(row, &mut candidate, &mut reasons, &mut remarks);
        self.contact(row, &mut candidate, &mut reasons);
        if let Some(reading) = date(self.columns.cell(row, Target::RegisteredOn), self.today) {
            candidate.registered_on = reading.by(registered);
            if candidate.registered_on.is_none() {
                reasons.push(Reason::RegisteredOnUnreadable);
            }
        }
        neighbourhood(&text(Target::RtRw), &mut candidate);
        self.region(&mut candidate, &mut remarks);
        (candidate, reasons, remarks)
    }

    fn identity(&self, row: &[Cell], candidate: &mut Candidate, reasons: &mut Vec<Reason>) {
        match nik_cell::read(self.columns.cell(row, Target::Nik)) {
            Ok((nik, kk)) => (candidate.nik, candidate.kk) = (Some(nik), kk),
            Err(reason) => reasons.push(reason),
        }
        if !candidate.full_name.chars().any(char::is_alphabetic) {
            candidate.full_name.clear();
            reasons.push(Reason::NameMissing);
        }
        let kk = self.columns.text(row, Target::KkNumber);
        if !kk.is_empty() {
            let exact = !matches!(self.columns.cell(row, Target::KkNumber), Cell::Number(_));
            candidate.kk = Kk::parse(&kk).ok().filter(|_| exact);
            if candidate.kk.is_none() {
                reasons.push(Reason::KkUnreadable);
            }
        }
    }

    fn particulars(
        &self,
        row: &[Cell],
        candidate: &mut Candidate,
        reasons: &mut Vec<Reason>,
        remarks: &mut Vec<Remark>,
    ) {
        let text = |target| self.columns.text(row, target);
        match self.sex(row) {
            Ok(sex) => candidate.sex = sex,
            Err(reason) => reasons.push(reason),
        }
        let education = text(Target::Education);
        candidate.education = Education::read(&education);
        if candidate.education.is_none() && !education.is_empty() {
            reasons.push(Reason::EducationUnreadable);
        }
        let (religion, marital, employment) = (text(Target::Religion), text(Target::Marital), text(Target::Employment));
        candidate.religion = Religion::read(&religion);
        candidate.marital = Marital::read(&marital);
        candidate.employment = Employment::read(&employment);
        let disability = Disability::read(&text(Target::Disability));
        let unread = (candidate.religion.is_none() && !religion.is_empty())
            || (candidate.marital.is_none() && !marital.is_empty())
            || (candidate.employment.is_none() && !employment.is_empty())
            || disability == DisabilityReading::Unclear;
        if unread {
            remarks.push(Remark::ParticularsUnreadable);
        }
        if let DisabilityReading::Kinds(kinds) = disability {
            candidate.disability = kinds;
        }
        let year = match self.columns.cell(row, Target::GraduationYear) {
            Cell::Date(at) => Some(i64::from(at.year())),
            cell => words(&cell.text()).iter().filter_map(|word| word.parse().ok()).next_back(),
        };
        candidate.graduation_year = year.filter(|year| (1940..=i64::from(self.today.year()) + 1).contains(year));
    }

    /// In words, or as a tick in one of two columns.
    fn sex(&self, row: &[Cell]) -> Result<Option<Sex>, Reason> {
        let written = self.columns.text(row, Target::Sex);
        if !written.is_empty() {
            return Sex::read(&written).map(Some).ok_or(Reason::SexUnreadable);
        }
        let ticked = |target| tick::read(self.columns.cell(row, target)).ok_or(Reason::SexUnreadable);
        match (ticked(Target::SexMale)?, ticked(Target::SexFemale)?) {
            (true, true) => Err(Reason::SexUnreadable),
            (true, false) => Ok(Some(Sex::Male)),
            (false, true) => Ok(Some(Sex::Female)),
            (false, false) => Ok(None),
        }
    }

    fn contact(&self, row: &[Cell], candidate: &mut Candidate, reasons: &mut Vec<Reason>) {
        let phones = self.columns.text(row, Target::Phone);
        match phone::read(&phones) {
            Some(phones) => {
                candidate.phone = phones.first;
                candidate.phone_other = phones.others.into_iter().next().unwrap_or_default();
            }
            None if phones.chars().any(|c| c.is_ascii_digit() && c != '0') => reasons.push(Reason::PhoneUnreadable),
            None => {}
        }
        let email = self.columns.text(row, Target::Email).replace(' ', "");
        match email.split_once('@') {
            Some((user, host)) if !user.is_empty() && host.contains('.') && !host.contains('@') => {
                candidate.email = email
            }
            Some(_) => reasons.push(Reason::EmailUnreadable),
            None => {}
        }
    }

    fn region(&mut self, candidate: &mut Candidate, remarks: &mut Vec<Remark>) {
        if candidate.village.is_empty() && candidate.district.is_empty() && candidate.regency.is_empty() {
            return;
        }
        let regency = if candidate.regency.is_empty() { self.home } else { &candidate.regency };
        let resolved = self.resolver.resolve(&candidate.village, &candidate.district, regency);
        let to_village = resolved.code.as_ref().is_some_and(|code| code.len() == 13);
        if !to_village && !candidate.village.is_empty() {
            remarks.push(Remark::VillageUnknown);
        } else if to_village && resolved.certainty == Certainty::Guess {
            remarks.push(Remark::VillageGuessed);
        }
        candidate.region = Some(resolved);
    }
}

/// RT and RW from a cell `005/001`, or from the end of the address: `Dusun II RT 05 RW 01`.
fn neighbourhood(rt_rw: &str, candidate: &mut Candidate) {
    let mut numbers = rt_rw.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    if let (Some(rt), Some(rw)) = (numbers.next(), numbers.next()) {
        (candidate.rt, candidate.rw) = (rt.to_owned(), rw.to_owned());
    }
    if !candidate.rt.is_empty() || !candidate.rw.is_empty() {
        return;
    }
    let upper = candidate.address.to_ascii_uppercase();
    let starts = |at: usize| at == 0 || !upper.as_bytes()[at - 1].is_ascii_alphanumeric();
    let Some(place) = upper.match_indices("RT").map(|(at, _)| at).find(|at| starts(*at)) else { return };
    let mut words = words(&upper[place..]).into_iter().filter(|word| word != "no");
    let parts = (words.next(), words.next(), words.next(), words.next());
    let is_number = |text: &str| !text.is_empty() && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    let (rt, rw, used) = match parts {
        (_, Some(rt), Some(mark), Some(rw)) if mark == "rw" && is_number(&rt) && is_number(&rw) => {
            (rt, rw, words.next())
        }
        (_, Some(rt), Some(mark), Some(rw)) if mark == "rw" => (rt, rw, Some(String::new())),
        (Some(both), Some(rt), Some(rw), more) if both == "rt" && is_number(&rt) && is_number(&rw) => (rt, rw, more),
        (Some(mark), Some(slash), Some(rt), Some(rw)) if mark == "rt" && slash == "rw" => (rt, rw, words.next()),
        _ => return,
    };
    // Only when nothing follows is the end of the address cut off.
    if used.is_none() && is_number(&rt) && is_number(&rw) {
        (candidate.rt, candidate.rw) = (rt, rw);
        candidate.address.truncate(place);
        let kept = candidate.address.trim_end_matches([' ', ',', '.', '/', '-']).len();
        candidate.address.truncate(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn together(text: &str) -> (String, Option<NaiveDate>) {
        let (place, reading) = place_and_date(&Cell::Text(text.into()), "2026-11-24".parse().unwrap());
        (place, reading.and_then(|reading| reading.by(Order::DayFirst)))
    }

    #[test]
    fn place_and_date_in_one_cell_are_parted() {
        let day = "1999-05-12".parse().ok();
        for text in [
            "Bekasi, 12 Mei 1999",
            "Bekasi 12-05-1999",
            "Bekasi/12/05/1999",
            "Bekasi,12 Mei 99",
            "Bekasi, Rabu, 12 Mei 1999",
            "Bekasi - 12.05.1999",
            "Bekasi, Mei 12, 1999",
        ] {
            assert_eq!(together(text), ("Bekasi".to_owned(), day), "{text}");
        }
        assert_eq!(together("Kab. Bandung Barat, 12 Mei 1999").0, "Kab. Bandung Barat");
        assert_eq!(together("Bekasi"), ("Bekasi".to_owned(), None));
        assert_eq!(together("12-05-1999"), (String::new(), day));
        assert_eq!(together("-"), (String::new(), None));
    }

    #[test]
    fn rt_and_rw_are_taken_from_the_end_of_an_address() {
        let parted = |address: &str, rt_rw: &str| {
            let mut candidate = Candidate { address: address.into(), ..Candidate::default() };
            neighbourhood(rt_rw, &mut candidate);
            format!("{}|{}|{}", candidate.address, candidate.rt, candidate.rw)
        };
        assert_eq!(parted("Dusun II RT 05 RW 01", ""), "Dusun II|05|01");
        assert_eq!(parted("Jl. Artha No. 3, RT.005/RW.001", ""), "Jl. Artha No. 3|005|001");
        assert_eq!(parted("Kp. Kertajaya RT05/01", ""), "Kp. Kertajaya|05|01");
        assert_eq!(parted("Kp. Rawa RT/RW 005/001", ""), "Kp. Rawa|005|001");
        assert_eq!(parted("Jl. Mawar", "005 / 001"), "Jl. Mawar|005|001");
        assert_eq!(parted("Jl. Kartini 5", ""), "Jl. Kartini 5||");
        assert_eq!(parted("RT 05 RW 01 Dusun Krajan", ""), "RT 05 RW 01 Dusun Krajan||");
    }
}
