//! Dates as people write them in Indonesia. A birth date is never converted, only read.
//!
//! `12/05/1999` may be May or December: a reading keeps both, and the whole column decides
//! (`registration/import/date_column.rs`).

use super::text::is_invisible;
use chrono::{Datelike, NaiveDate};

words! {
    /// Which part of a date in figures comes first.
    pub enum Order {
        /// `31/12/1999`, as in Indonesia.
        DayFirst = "day-first",
        /// `12/31/1999`, as in spreadsheets set to American English.
        MonthFirst = "month-first",
    }
}

/// What one written date can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// One date. `proves` is the order that its figures leave no doubt about, as `31/12/1999` does.
    Sure {
        /// The date.
        date: NaiveDate,
        /// The order that only this date's figures allow.
        proves: Option<Order>,
    },
    /// Two dates, according to the order.
    Either {
        /// Read as day, month, year.
        day_first: NaiveDate,
        /// Read as month, day, year.
        month_first: NaiveDate,
    },
    /// No date.
    Bad,
}

impl Reading {
    /// The date when figures come in this order; a sure one stays what it is.
    pub fn by(self, order: Order) -> Option<NaiveDate> {
        match (self, order) {
            (Self::Sure { date, .. }, _) => Some(date),
            (Self::Either { day_first, .. }, Order::DayFirst) => Some(day_first),
            (Self::Either { month_first, .. }, Order::MonthFirst) => Some(month_first),
            (Self::Bad, _) => None,
        }
    }

    fn sure(date: Option<NaiveDate>) -> Self {
        date.map_or(Self::Bad, |date| Self::Sure { date, proves: None })
    }
}

/// Age in full years on a day. Who is born on 29 February has a birthday on 1 March in other years.
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> i32 {
    day.year() - birth.year() - i32::from((day.month(), day.day()) < (birth.month(), birth.day()))
}

/// The day that a spreadsheet counts as this number, in the years 1908 to 2119; fewer days are ages or counts.
pub fn from_serial(serial: f64) -> Option<NaiveDate> {
    let days = (3_000.0..=80_000.0).contains(&serial).then_some(serial as u64)?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))
}

/// Reads a written date. A year of two figures is the latest one that is not after `today`.
pub fn read(text: &str, today: NaiveDate) -> Reading {
    let Some(parts) = parts(without_time(text)) else { return Reading::Bad };
    let n = |place: usize| parts.numbers[place];
    match (parts.month, parts.count) {
        (Some(month), 2) if n(0).digits == 4 || n(0).value > 31 => Reading::sure(n(0).year(today, month, n(1).value)),
        (Some(month), 2) => Reading::sure(n(1).year(today, month, n(0).value)),
        (None, 3) if n(0).digits == 4 || n(0).value > 31 => Reading::sure(n(0).year(today, n(1).value, n(2).value)),
        (None, 3) => in_figures(n(0).value, n(1).value, n(2), today),
        (None, 1) => compact(n(0), today),
        _ => Reading::Bad,
    }
}

#[derive(Clone, Copy, Default)]
struct Number {
    value: u32,
    digits: u8,
}

impl Number {
    /// The date with this number as its year.
    fn year(self, today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
        let at = |year: u32| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
        match self.digits {
            4 if (1900..=2100).contains(&self.value) => at(self.value),
            2 => at(2000 + self.value).filter(|date| *date <= today).or_else(|| at(1900 + self.value)),
            _ => None,
        }
    }
}

/// Two figures and a year: day and month in an order yet unknown.
fn in_figures(a: u32, b: u32, year: Number, today: NaiveDate) -> Reading {
    let sure = |date, order| Reading::Sure { date, proves: Some(order) };
    match (year.year(today, b, a), year.year(today, a, b)) {
        (Some(day_first), Some(month_first)) if day_first != month_first => Reading::Either { day_first, month_first },
        (Some(date), Some(_)) => Reading::Sure { date, proves: None },
        (Some(date), None) => sure(date, Order::DayFirst),
        (None, Some(date)) => sure(date, Order::MonthFirst),
        (None, None) => Reading::Bad,
    }
}

/// `19990512`, `12051999`, `120599`.
fn compact(number: Number, today: NaiveDate) -> Reading {
    let Number { value, digits } = number;
    let four = |value| Number { value, digits: 4 };
    match digits {
        8 => match four(value / 10_000).year(today, value / 100 % 100, value % 100) {
            Some(date) => Reading::sure(Some(date)),
            None => in_figures(value / 1_000_000, value / 10_000 % 100, four(value % 10_000), today),
        },
        6 => in_figures(value / 10_000, value / 100 % 100, Number { value: value % 100, digits: 2 }, today),
        _ => Reading::Bad,
    }
}

#[derive(Default)]
struct Parts {
    numbers: [Number; 3],
    count: usize,
    month: Option<u32>,
}

/// Splits into runs of figures and letters; any sign between them is noise. `None` for a word that is no date.
fn parts(text: &str) -> Option<Parts> {
    let mut parts = Parts::default();
    let mut rest = text.trim_matches(|c: char| !c.is_alphanumeric());
    while let Some(first) = rest.chars().next() {
        let end = |test: fn(char) -> bool| rest.find(|c: char| !test(c) && !is_invisible(c)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let digits = &rest[..end(|c| c.is_ascii_digit())];
            let digits_only = || digits.bytes().filter(u8::is_ascii_digit);
            let number = Number {
                value: digits_only().take(8).fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')),
                digits: u8::try_from(digits_only().count()).ok()?,
            };
            *parts.numbers.get_mut(parts.count)? = number;
            parts.count += 1;
            digits.len()
        } else if first.is_alphabetic() {
            let word = &rest[..end(char::is_alphabetic)];
            if let Some(month) = month(word) {
                parts.month.replace(month).is_none().then_some(())?;
            } else if !is_noise(word) {
                return None;
            }
            word.len()
        } else {
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    Some(parts)
}

/// The text before a time of day: `1999-05-12 00:00:00`, `5/12/1999 12:00 AM`.
fn without_time(text: &str) -> &str {
    let Some((before, _)) = text.split_once(':') else { return text };
    before.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['T', 't', ' '])
}

const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan", "i"],
    &["februari", "february", "pebruari", "feb", "peb", "ii"],
    &["maret", "march", "mrt", "iii"],
    &["april", "apr", "iv"],
    &["mei", "may", "mey", "v"],
    &["juni", "june", "vi"],
    &["juli", "july", "vii"],
    &["agustus", "august", "agt", "ags", "aug", "viii"],
    &["september", "sept", "ix"],
    &["oktober", "october", "okt", "oct", "x"],
    &["november", "nopember", "nov", "nop", "xi"],
    &["desember", "december", "des", "dec", "xii"],
];

/// A month's name, number in Roman figures, abbreviation of three letters or more, or name with one slip.
fn month(word: &str) -> Option<u32> {
    let word = word.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).collect::<String>();
    let found = |test: &dyn Fn(&str) -> bool| MONTHS.iter().position(|names| names.iter().any(|name| test(name)));
    let slip = |name: &str| {
        name.len() >= 5
            && word.len() >= 5
            && rapidfuzz::distance::levenshtein::distance(name.chars(), word.chars()) == 1
    };
    found(&|name| name == word)
        .or_else(|| found(&|name| word.len() >= 3 && name.starts_with(&word)))
        .or_else(|| found(&slip))
        .and_then(|place| u32::try_from(place + 1).ok())
}

/// Words beside a date: days of the week, "tanggal", ordinals.
fn is_noise(word: &str) -> bool {
    const NOISE: [&str; 33] = [
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "jum",
        "at",
        "sabtu",
        "minggu",
        "ahad",
        "sen",
        "sel",
        "rab",
        "kam",
        "sab",
        "min",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "tanggal",
        "tgl",
        "bulan",
        "bln",
        "tahun",
        "thn",
        "th",
        "st",
        "nd",
        "rd",
    ];
    NOISE.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn reading(text: &str) -> Reading {
        read(text, day("2026-11-24"))
    }

    #[test]
    fn a_date_that_can_mean_one_day_only_is_sure() {
        for text in [
            "12 Mei 1999",
            "12 mei 99",
            "Mei 12, 1999",
            "May 12 1999",
            "1999-05-12",
            "19990512",
            "Senin, 12 Mei 1999",
            "12-Mei-99",
            "12.MEI.1999",
            " 12 , mei , 1999. ",
            "1999/05/12",
            "1999 Mei 12",
            "12-V-1999",
            "12th May, 1999",
            "1999-05-12 00:00:00",
            "1999-05-12T07:30:00",
            "Tgl. 12 Mei 1999",
            "Jum'at 12 Mei 1999",
            "12\u{a0}Mei\u{a0}1999",
            "99-05-12",
        ] {
            assert_eq!(reading(text), Reading::Sure { date: day("1999-05-12"), proves: None }, "{text}");
        }
    }

    #[test]
    fn every_month_is_known_by_its_names_and_abbreviations() {
        let names = [
            "Jan Januari January",
            "Feb Pebruari Februari Febuari",
            "Mar Maret March",
            "Apr April",
            "Mei May",
            "Jun Juni June",
            "Jul Juli July",
            "Agu Agt Ags Agustus August",
            "Sep Sept September",
            "Okt Oktober October",
            "Nov Nop Nopember November",
            "Des Desember December Desmber",
        ];
        for (month, names) in (1..).zip(names) {
            for name in names.split(' ') {
                let date = NaiveDate::from_ymd_opt(2003, month, 7).unwrap();
                assert_eq!(reading(&format!("7 {name} 2003")), Reading::Sure { date, proves: None }, "{name}");
            }
        }
    }

    #[test]
    fn figures_keep_their_doubt_about_day_and_month() {
        let either = Reading::Either { day_first: day("1999-05-12"), month_first: day("1999-12-05") };
        for text in ["12-05-1999", "12/05/99", "12.05.1999", "12 05 1999", "12051999", "120599", "12/5/1999"] {
            assert_eq!(reading(text), either, "{text}");
        }
        assert_eq!(either.by(Order::DayFirst), Some(day("1999-05-12")));
        assert_eq!(either.by(Order::MonthFirst), Some(day("1999-12-05")));
        let sure = |date, proves| Reading::Sure { date: day(date), proves };
        assert_eq!(reading("13/12/1995"), sure("1995-12-13", Some(Order::DayFirst)));
        assert_eq!(reading("12/13/1995 00:00"), sure("1995-12-13", Some(Order::MonthFirst)));
        assert_eq!(reading("05/05/2005"), sure("2005-05-05", None));
    }

    #[test]
    fn a_short_year_is_never_in_the_future() {
        assert_eq!(reading("24 Nov 26").by(Order::DayFirst), Some(day("2026-11-24")));
        assert_eq!(reading("25 Nov 26").by(Order::DayFirst), Some(day("1926-11-25")));
        assert_eq!(reading("29 Feb 00").by(Order::DayFirst), Some(day("2000-02-29")));
        assert_eq!(reading("1 Maret 2027").by(Order::DayFirst), Some(day("2027-03-01")));
    }

    #[test]
    fn what_is_no_date_is_bad() {
        for text in [
            "",
            "-",
            "1999",
            "Mei 1999",
            "30/02/1999",
            "31-04-2001",
            "29 Feb 2001",
            "12 Foo 1999",
            "12/05/199",
            "1/2/3/4",
            "Bekasi, 12 Mei 1999",
            "12 Mei Juni 1999",
            "32 Mei 1999",
            "12/05/1099",
            "0/0/0",
            "12:30",
        ] {
            assert_eq!(reading(text), Reading::Bad, "{text}");
        }
    }

    #[test]
    fn an_age_rises_on_the_birthday() {
        assert_eq!(age_on(day("2011-11-25"), day("2026-11-24")), 14);
        assert_eq!(age_on(day("2011-11-24"), day("2026-11-24")), 15);
        assert_eq!(age_on(day("2004-02-29"), day("2026-02-28")), 21);
        assert_eq!(age_on(day("2004-02-29"), day("2026-03-01")), 22);
    }

    proptest! {
        #[test]
        fn a_date_written_in_any_way_is_read_back(days in 0_i64..46_300, style in 0_usize..7) {
            let date = day("1900-01-01") + chrono::Duration::days(days);
            let styles = ["%Y-%m-%d", "%Y%m%d", "%-d/%-m/%Y", "%d.%m.%Y", "%d %B %Y", "%B %-d, %Y", "%A, %d-%b-%Y"];
            let text = date.format(styles[style]).to_string();
            prop_assert_eq!(reading(&text).by(Order::DayFirst), Some(date), "{}", text);
        }

        #[test]
        fn any_text_is_read_without_panic(text in any::<String>(), figures in "[0-9/., :-]{0,20}") {
            reading(&text);
            reading(&figures);
        }
    }
}
