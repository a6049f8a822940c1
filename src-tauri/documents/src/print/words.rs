//! Dates as Indonesian papers write them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// `24 November 2026`.
pub fn tanggal(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), MONTHS[day.month0() as usize], day.year())
}

/// `24 November 2026 pukul 08.05`; the office adds its zone.
pub fn tanggal_pukul(moment: NaiveDateTime) -> String {
    format!("{} pukul {:02}.{:02}", tanggal(moment.date()), moment.hour(), moment.minute())
}

/// `Bekasi, 24 November 2026`, as it stands above a signature.
pub fn tempat_tanggal(place: &str, day: NaiveDate) -> String {
    if place.is_empty() { tanggal(day) } else { format!("{place}, {}", tanggal(day)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_on_letters() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(tanggal(day), "24 November 2026");
        assert_eq!(tanggal(NaiveDate::from_ymd_opt(2000, 5, 1).unwrap()), "1 Mei 2000");
        assert_eq!(tanggal_pukul(day.and_hms_opt(8, 5, 59).unwrap()), "24 November 2026 pukul 08.05");
        assert_eq!(tempat_tanggal("Cikarang", day), "Cikarang, 24 November 2026");
    }
}
