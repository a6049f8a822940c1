//! The NIK (*Nomor Induk Kependudukan*): sixteen digits `PP KK CC DD MM YY SSSS`, given once for life.
//!
//! There is no check digit, so a number can only be *well formed* (*format NIK benar*), never "valid".
//! A difference from the typed birth date, sex or region is a warning that a clerk may accept with a note:
//! the number does not change when the person moves or when the date is corrected later.

use super::{dates::age_on, sex::Sex};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use ts_rs::TS;

/// Younger than this nobody registers; it decides the century where the number leaves it open.
const WORKING_AGE: i32 = 15;

/// A NIK: sixteen ASCII digits. Neither `Debug` nor `Display` shows it; `expose` is the only way out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Nik([u8; 16]);

/// Why a text is no NIK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NikError {
    /// Nothing was written.
    #[error("no NIK")]
    Missing,
    /// Digits, but not sixteen of them.
    #[error("{got} digits instead of 16")]
    Length {
        /// How many digits there are.
        got: usize,
    },
    /// A letter, a sign or a digit of another script.
    #[error("not all characters are digits 0-9")]
    NotDigits,
    /// Day, month and year are no date in either century.
    #[error("the date part is no date")]
    Date,
    /// Sequences start at 0001. A supervisor may override this one: see [`Nik::restore`].
    #[error("the sequence is 0000")]
    Sequence,
}

impl NikError {
    /// The fixed code, the same in the import's reasons.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "nik-missing",
            Self::Length { .. } => "nik-length",
            Self::NotDigits => "nik-not-digits",
            Self::Date => "nik-date",
            Self::Sequence => "nik-sequence",
        }
    }
}

words! {
    /// Where a NIK and what was typed beside it disagree; each may be accepted with a note.
    pub enum NikWarning {
        /// The typed birth date is none that the number allows.
        BirthDateDiffers = "birth-date-differs",
        /// The typed sex is not the number's.
        SexDiffers = "sex-differs",
        /// The province exists, the regency or district does not: probably an old region (*kode wilayah lama?*).
        RegionCodeUnknown = "region-code-unknown",
        /// Not even the province exists: probably a typing error.
        ProvinceCodeUnknown = "province-code-unknown",
    }
}

/// What today's and yesterday's region lists say about the first six digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionStanding {
    /// The district is in the list, or in a list of the past.
    Known,
    /// Only the province is known.
    ProvinceOnly,
    /// No province ever had this prefix.
    Unknown,
}

/// What a NIK says about its bearer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NikFacts {
    /// District of first registration, dotted as in the region list: `32.16.01`.
    pub region_code: String,
    /// From the day: women have 40 added.
    pub sex: Sex,
    /// The dates that fit, not in the future, the latest first; the century is not in the number.
    pub birth_candidates: Vec<NaiveDate>,
    /// The running number within district and day.
    pub sequence: u16,
}

impl Nik {
    /// Reads a typed or imported NIK: spaces, dots, dashes and apostrophes do not count.
    pub fn parse(text: &str) -> Result<Self, NikError> {
        let nik = sixteen_digits(text)?;
        if nik.dates().next().is_none() {
            return Err(NikError::Date);
        }
        if nik.sequence() == 0 {
            return Err(NikError::Sequence);
        }
        Ok(nik)
    }

    /// Takes exactly sixteen digits on trust: what the file holds, or what a supervisor overrode.
    pub fn restore(digits: &str) -> Option<Self> {
        let digits: [u8; 16] = digits.as_bytes().try_into().ok()?;
        digits.iter().all(u8::is_ascii_digit).then_some(Self(digits))
    }

    /// The number itself. Whoever shows it to a person logs that.
    pub fn expose(&self) -> &str {
        std::str::from_utf8(&self.0).expect("sixteen ASCII digits")
    }

    /// What lists show: `3216••••••••0001`.
    pub fn masked(&self) -> String {
        let digits = self.expose();
        format!("{}••••••••{}", &digits[..4], &digits[12..])
    }

    /// Decodes the number as of `today`.
    pub fn decode(&self, today: NaiveDate) -> NikFacts {
        let digits = self.expose();
        let mut birth_candidates: Vec<_> = self.dates().filter(|date| *date <= today).collect();
        birth_candidates.sort_unstable_by(|a, b| b.cmp(a));
        NikFacts {
            region_code: format!("{}.{}.{}", &digits[..2], &digits[2..4], &digits[4..6]),
            sex: if self.number(6, 8) > 40 { Sex::Female } else { Sex::Male },
            birth_candidates,
            sequence: self.sequence(),
        }
    }

    fn sequence(&self) -> u16 {
        self.number(12, 16)
    }

    /// The dates that the number allows, one per century at most.
    fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let day = match self.number(6, 8) {
            day @ 1..=31 => day,
            day @ 41..=71 => day - 40,
            _ => 0,
        };
        let (month, year) = (self.number(8, 10), self.number(10, 12));
        [1900, 2000].into_iter().filter_map(move |century| date(century + i32::from(year), month, day))
    }

    fn number(&self, from: usize, to: usize) -> u16 {
        self.0[from..to].iter().fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'))
    }
}

impl NikFacts {
    /// The birth date to believe: the typed one if the number allows it, else the candidate of working age,
    /// the later one when both are.
    pub fn likely_birth(&self, typed: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
        if let Some(typed) = typed.filter(|typed| self.birth_candidates.contains(typed)) {
            return Some(typed);
        }
        let of_age = |date: &&NaiveDate| age_on(**date, today) >= WORKING_AGE;
        self.birth_candidates.iter().find(of_age).or(self.birth_candidates.first()).copied()
    }

    /// Where the number and the typed particulars disagree; what was not typed is not compared.
    pub fn compare(&self, birth: Option<NaiveDate>, sex: Option<Sex>, region: RegionStanding) -> Vec<NikWarning> {
        let mut warnings = Vec::new();
        if birth.is_some_and(|birth| !self.birth_candidates.contains(&birth)) {
            warnings.push(NikWarning::BirthDateDiffers);
        }
        if sex.is_some_and(|sex| sex != self.sex) {
            warnings.push(NikWarning::SexDiffers);
        }
        match region {
            RegionStanding::Known => {}
            RegionStanding::ProvinceOnly => warnings.push(NikWarning::RegionCodeUnknown),
            RegionStanding::Unknown => warnings.push(NikWarning::ProvinceCodeUnknown),
        }
        warnings
    }
}

/// Cleans a typed number of its separators and wants sixteen digits.
pub(super) fn sixteen_digits(text: &str) -> Result<Nik, NikError> {
    let mut digits = [0; 16];
    let mut got = 0;
    for c in text.chars().filter(|c| !is_separator(*c)) {
        if !c.is_ascii_digit() {
            return Err(NikError::NotDigits);
        }
        if let Some(place) = digits.get_mut(got) {
            *place = c as u8;
        }
        got += 1;
    }
    match got {
        0 => Err(NikError::Missing),
        16 => Ok(Nik(digits)),
        got => Err(NikError::Length { got }),
    }
}

/// What people and spreadsheets put around or between the digits.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || super::text::is_invisible(c) || matches!(c, '.' | '-' | '–' | '\'' | '’' | '‘' | '`' | '"')
}

/// A date that exists, from small numbers.
pub(super) fn date(year: i32, month: u16, day: u16) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), day.into()).filter(|date| date.year() == year)
}

impl std::fmt::Debug for Nik {
    /// For logs: only the last four digits.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "••••••••••••{}", &self.expose()[12..])
    }
}

impl Serialize for Nik {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for Nik {
    /// As strict as [`Nik::parse`]; the error never repeats the number.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::word::Word;
    use proptest::prelude::*;

    const VECTORS: &str = include_str!("../../../../tests/fixtures/nik_test_vectors.csv");

    fn today() -> NaiveDate {
        day("2026-11-24")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_vector_decodes_as_written() {
        let mut good = 0;
        for line in VECTORS.lines().skip(1) {
            let cells: Vec<_> = line.split(',').collect();
            if cells[1] == "GALAT" {
                continue;
            }
            let nik = Nik::parse(cells[0]).unwrap();
            let facts = nik.decode(today());
            let dates: Vec<_> = cells[3].split('|').map(day).collect();
            assert_eq!(facts.sex.code(), cells[2], "{line}");
            assert_eq!(facts.birth_candidates, dates, "{line}");
            assert_eq!(facts.region_code.replace('.', ""), cells[4], "{line}");
            assert_eq!(format!("{:04}", facts.sequence), cells[6], "{line}");
            good += 1;
        }
        assert_eq!(good, 15);
    }

    #[test]
    fn every_faulty_vector_is_refused_for_its_reason() {
        let mut bad = 0;
        for line in VECTORS.lines().skip(1).filter(|line| line.contains("GALAT")) {
            let cells: Vec<_> = line.split(',').collect();
            match cells[7] {
                "tanggal" => assert_eq!(Nik::parse(cells[0]), Err(NikError::Date), "{line}"),
                "urut0000" => assert_eq!(Nik::parse(cells[0]), Err(NikError::Sequence), "{line}"),
                // The spaced number is wrong as a stored value and right as a typed one.
                _ => assert_eq!(Nik::restore(cells[0]), None, "{line}"),
            }
            bad += 1;
        }
        assert_eq!(bad, 13);
    }

    #[test]
    fn a_refusal_says_what_is_wrong_with_the_shape() {
        assert_eq!(Nik::parse(""), Err(NikError::Missing));
        assert_eq!(Nik::parse(" - "), Err(NikError::Missing));
        assert_eq!(Nik::parse("321601010199000"), Err(NikError::Length { got: 15 }));
        assert_eq!(Nik::parse("32160101019900011"), Err(NikError::Length { got: 17 }));
        assert_eq!(Nik::parse("32160101019900A1"), Err(NikError::NotDigits));
        assert_eq!(Nik::parse("٣٢١٦٠١٠١٠١٩٩٠٠٠١"), Err(NikError::NotDigits));
        assert_eq!(Nik::parse("3216010101990００1"), Err(NikError::NotDigits));
        assert_eq!(Nik::parse("3,21601E+15"), Err(NikError::NotDigits));
    }

    #[test]
    fn separators_and_invisible_characters_do_not_count() {
        for text in [
            "3216 0101 0199 0001",
            "'3216010101990001",
            "3216.0101.0199.0001",
            "3216-0101-0199-0001",
            "\u{feff}3216010101990001\u{a0}",
        ] {
            assert_eq!(Nik::parse(text).unwrap().expose(), "3216010101990001", "{text}");
        }
    }

    #[test]
    fn the_number_is_shown_nowhere_by_accident() {
        let nik = Nik::parse("3216015203990007").unwrap();
        assert_eq!(nik.masked(), "3216••••••••0007");
        assert_eq!(format!("{nik:?}"), "••••••••••••0007");
        assert_eq!(serde_json::to_string(&nik).unwrap(), "\"3216015203990007\"");
        let refused = serde_json::from_str::<Nik>("\"3216017208990001\"").unwrap_err().to_string();
        assert!(!refused.contains("3216"), "{refused}");
    }

    #[test]
    fn the_century_follows_the_typed_date_then_the_working_age_then_the_later_one() {
        let facts = |nik: &str| Nik::parse(nik).unwrap().decode(today());
        let both = facts("3216012902040002");
        assert_eq!(both.likely_birth(Some(day("1904-02-29")), today()), Some(day("1904-02-29")));
        assert_eq!(both.likely_birth(Some(day("1999-01-01")), today()), Some(day("2004-02-29")));
        assert_eq!(both.likely_birth(None, today()), Some(day("2004-02-29")));
        let child_or_old = facts("3216010101150001");
        assert_eq!(child_or_old.likely_birth(None, today()), Some(day("1915-01-01")));
        // Fifteen years old tomorrow is not yet of working age.
        let almost = facts("3216012511110001");
        assert_eq!(almost.likely_birth(None, today()), Some(day("1911-11-25")));
        assert_eq!(almost.likely_birth(None, day("2026-11-25")), Some(day("2011-11-25")));
    }

    #[test]
    fn what_was_typed_is_compared_and_what_was_not_is_left_alone() {
        let facts = Nik::parse("3216015203990007").unwrap().decode(today());
        assert_eq!(facts.compare(None, None, RegionStanding::Known), []);
        assert_eq!(facts.compare(Some(day("1999-03-12")), Some(Sex::Female), RegionStanding::Known), []);
        assert_eq!(
            facts.compare(Some(day("1999-12-03")), Some(Sex::Male), RegionStanding::ProvinceOnly),
            [NikWarning::BirthDateDiffers, NikWarning::SexDiffers, NikWarning::RegionCodeUnknown]
        );
        assert_eq!(facts.compare(None, None, RegionStanding::Unknown), [NikWarning::ProvinceCodeUnknown]);
    }

    #[test]
    fn a_supervisor_may_keep_a_sequence_of_zero() {
        assert_eq!(Nik::parse("3216010101990000"), Err(NikError::Sequence));
        assert_eq!(Nik::restore("3216010101990000").unwrap().decode(today()).sequence, 0);
    }

    proptest! {
        #[test]
        fn a_number_decodes_to_what_it_was_made_from(
            region in 110_101_u32..999_999, female: bool, days in 0_i64..46_000, sequence in 1_u16..=9999,
        ) {
            let birth = day("1900-01-01") + chrono::Duration::days(days);
            prop_assume!(birth <= today());
            let coded = birth.day() + if female { 40 } else { 0 };
            let text = format!("{region:06}{coded:02}{:02}{:02}{sequence:04}", birth.month(), birth.year() % 100);
            let nik = Nik::parse(&text).unwrap();
            let facts = nik.decode(today());
            prop_assert!(facts.birth_candidates.contains(&birth));
            prop_assert_eq!(facts.sex == Sex::Female, female);
            prop_assert_eq!(facts.sequence, sequence);
            prop_assert_eq!(facts.region_code.replace('.', ""), region.to_string());
            prop_assert_eq!(facts.likely_birth(Some(birth), today()), Some(birth));
            prop_assert_eq!(Nik::restore(nik.expose()), Some(nik));
        }

        #[test]
        fn any_text_is_read_or_refused_without_panic(text in any::<String>()) {
            if let Ok(nik) = Nik::parse(&text) {
                nik.decode(today());
            }
        }

        #[test]
        fn any_sixteen_digits_decode_without_panic(text in "[0-9]{16}") {
            let nik = Nik::restore(&text).unwrap();
            let facts = nik.decode(today());
            facts.likely_birth(None, today());
            prop_assert_eq!(Nik::parse(&text).is_ok(), !facts.birth_candidates.is_empty() && facts.sequence > 0);
        }

        #[test]
        fn the_mask_hides_the_eight_in_the_middle(text in "[0-9]{16}") {
            let masked = Nik::restore(&text).unwrap().masked();
            let shown: String = masked.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(masked.chars().count(), 16);
            prop_assert_eq!(shown, format!("{}{}", &text[..4], &text[12..]));
        }
    }
}
