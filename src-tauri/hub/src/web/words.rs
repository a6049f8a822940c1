//! Numbers, moments and the hub's own terms in words.

use chrono::{DateTime, FixedOffset};
use std::time::Duration;

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

/// Western Indonesian time: the page tells which it means.
const WIB: i32 = 7 * 3600;

/// `1.234.567`
pub fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if value < 0 { format!("−{text}") } else { text }
}

/// `24 November 2026 20.31 WIB`
pub fn moment(millis: i64) -> String {
    match FixedOffset::east_opt(WIB).zip(DateTime::from_timestamp_millis(millis)) {
        Some((zone, at)) => {
            let at = at.with_timezone(&zone);
            let month = MONTHS[chrono::Datelike::month0(&at) as usize % 12];
            format!("{} {month} {} WIB", at.format("%-d"), at.format("%Y %H.%M"))
        }
        None => "–".to_owned(),
    }
}

/// `2026-11` as `November 2026`; anything else as it is.
pub fn period(period: &str) -> String {
    let parts: Vec<&str> = period.split('-').collect();
    let month = |text: &str| text.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match parts[..] {
        [year, at] => month(at).map_or_else(|| period.to_owned(), |name| format!("{name} {year}")),
        [year, at, day] => {
            month(at).map_or_else(|| period.to_owned(), |name| format!("{} {name} {year}", day.trim_start_matches('0')))
        }
        _ => period.to_owned(),
    }
}

/// `baru saja`, `12 menit lalu`, `3 hari lalu`
pub fn ago(millis: i64, now: i64) -> String {
    let past = Duration::from_millis((now - millis).max(0).unsigned_abs());
    if past.as_secs() < 60 { "baru saja".to_owned() } else { format!("{} lalu", duration(past)) }
}

/// `12 menit`
pub fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..60 => format!("{} detik", seconds.max(1)),
        60..3_600 => format!("{} menit", seconds / 60),
        3_600..86_400 => format!("{} jam", seconds / 3_600),
        _ => format!("{} hari", seconds / 86_400),
    }
}

/// What is counted. A kind that this list does not have is shown as the office wrote it.
pub fn kind(kind: &str) -> String {
    match kind {
        "registrations" => "Pendaftar".to_owned(),
        "cards" => "Kartu pencari kerja (AK/I)".to_owned(),
        "batches" => "Angkatan pelatihan".to_owned(),
        "sessions_held" => "Pertemuan terlaksana".to_owned(),
        other => other.replace('_', " "),
    }
}

/// Why a change lies aside.
pub fn reason(reason: &str) -> &str {
    match reason {
        "unreadable" => "Tidak dapat dibaca",
        "table" => "Tanpa tabel",
        "row" => "Tanpa baris",
        "kind" => "Tanpa jenis perubahan",
        "size" => "Terlalu besar",
        "act" => "Bagian dari tindakan yang ditahan",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_moments_are_told_as_offices_write_them() {
        assert_eq!(number(1_234_567), "1.234.567");
        assert_eq!(number(-12), "−12");
        assert_eq!(moment(1_795_527_066_000), "24 November 2026 20.31 WIB");
        assert_eq!(period("2026-11"), "November 2026");
        assert_eq!(period("2026-11-04"), "4 November 2026");
        assert_eq!(period("2026"), "2026");
        assert_eq!(period("2026-13"), "2026-13");
    }

    #[test]
    fn how_long_ago_is_told_in_the_largest_unit() {
        let minute = 60_000;
        assert_eq!(ago(0, 30_000), "baru saja");
        assert_eq!(ago(0, 12 * minute), "12 menit lalu");
        assert_eq!(ago(0, 3 * 24 * 60 * minute), "3 hari lalu");
        assert_eq!(ago(5, 0), "baru saja");
    }

    #[test]
    fn a_new_kind_of_number_needs_no_word_here() {
        assert_eq!(kind("cards"), "Kartu pencari kerja (AK/I)");
        assert_eq!(kind("fair_visits"), "fair visits");
    }
}
