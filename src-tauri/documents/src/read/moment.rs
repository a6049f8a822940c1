//! Dates and times as the formats write them: serial days from 1900 or 1904, and ISO 8601.

use calamine::ExcelDateTime;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::Cell;

/// The first serial day that no spreadsheet shows as a date any more: 1 January 10000.
const SERIAL_END: f64 = 2_958_466.0;

/// A cell that the spreadsheet shows as a date, a time of day or a duration.
///
/// A time of day has no date and becomes text (`08:30`). A value that cannot be a date, as when an identity number stands in
/// a column formatted as a date, stays the number that it is.
pub(super) fn from_serial(serial: &ExcelDateTime) -> Cell {
    let value = serial.as_f64();
    if !(0.0..SERIAL_END).contains(&value) {
        return Cell::Number(value);
    }
    if serial.is_duration() || value < 1.0 {
        return Cell::Text(clock((value * 86_400.0).round() as u64));
    }
    serial.as_datetime().map_or(Cell::Number(value), Cell::Date)
}

/// An ISO 8601 date, date and time, or anything else as text.
pub(super) fn from_iso(text: &str) -> Cell {
    parse_iso(text).map_or_else(|| Cell::text(text), Cell::Date)
}

/// An ISO 8601 duration as ods writes times of day: `PT08H30M00S`.
pub(super) fn from_iso_duration(text: &str) -> Cell {
    parse_duration(text).map_or_else(|| Cell::text(text), |seconds| Cell::Text(clock(seconds)))
}

fn parse_iso(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, "00:00:00"));
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    let time = time.trim_end_matches('Z');
    let time =
        NaiveTime::parse_from_str(time, "%H:%M:%S%.f").or_else(|_| NaiveTime::parse_from_str(time, "%H:%M")).ok()?;
    Some(date.and_time(time))
}

fn parse_duration(text: &str) -> Option<u64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, worth) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, after)) = rest.split_once(unit) {
            seconds +=
                number.replace(',', ".").parse::<f64>().ok().filter(|number| (0.0..1e9).contains(number))? * worth;
            rest = after;
        }
    }
    rest.is_empty().then_some(seconds.round() as u64)
}

/// `08:30`, or `30:15:20` when there are seconds.
fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    fn day(year: i32, month: u32, day: u32) -> Cell {
        Cell::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap().and_time(NaiveTime::MIN))
    }

    #[test]
    fn serial_days_count_from_1900_or_1904() {
        assert_eq!(from_serial(&ExcelDateTime::new(36_826.0, DateTime, false)), day(2000, 10, 27));
        assert_eq!(from_serial(&ExcelDateTime::new(36_826.0 - 1462.0, DateTime, true)), day(2000, 10, 27));
        assert_eq!(from_serial(&ExcelDateTime::new(1.0, DateTime, false)), day(1900, 1, 1));
    }

    #[test]
    fn a_time_of_day_and_a_duration_become_text() {
        assert_eq!(from_serial(&ExcelDateTime::new(8.5 / 24.0, DateTime, false)), Cell::Text("08:30".into()));
        assert_eq!(from_serial(&ExcelDateTime::new(1.25, TimeDelta, false)), Cell::Text("30:00".into()));
    }

    #[test]
    fn an_identity_number_in_a_date_column_stays_a_number() {
        let nik = 3_216_061_205_990_003.0;
        assert_eq!(from_serial(&ExcelDateTime::new(nik, DateTime, false)), Cell::Number(nik));
        assert_eq!(from_serial(&ExcelDateTime::new(-1.0, DateTime, false)), Cell::Number(-1.0));
    }

    #[test]
    fn iso_dates_are_dates_and_other_words_stay_words() {
        assert_eq!(from_iso("1999-05-12"), day(1999, 5, 12));
        let Cell::Date(moment) = from_iso("1999-05-12T13:45:00") else { panic!("a date") };
        assert_eq!(moment.to_string(), "1999-05-12 13:45:00");
        assert_eq!(from_iso("1999-13-40"), Cell::Text("1999-13-40".into()));
        assert_eq!(from_iso_duration("PT08H30M00S"), Cell::Text("08:30".into()));
        assert_eq!(from_iso_duration("P1D"), Cell::Text("P1D".into()));
    }
}
