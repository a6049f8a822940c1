//! Writes a calendar file (`.ics`, RFC 5545), so that a class or an instructor has the timetable on the telephone.

use chrono::{DateTime, NaiveDateTime, Utc};

/// Octets of a line before it is folded (RFC 5545 §3.1).
const LINE: usize = 75;

/// One entry of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Never changes for the same session, so that a newer file replaces it.
    pub uid: String,
    /// From.
    pub from: DateTime<Utc>,
    /// Until.
    pub to: DateTime<Utc>,
    /// What.
    pub summary: String,
    /// Where; empty: nowhere in particular.
    pub place: String,
    /// Who and what else; empty: nothing.
    pub description: String,
}

/// The calendar as text. `made_at` stamps every entry.
pub fn calendar(name: &str, entries: &[CalendarEntry], made_at: DateTime<Utc>) -> String {
    let mut out = String::new();
    let mut line = |text: &str| fold(text, &mut out);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Balai//Jadwal//ID");
    line("CALSCALE:GREGORIAN");
    line(&format!("X-WR-CALNAME:{}", escaped(name)));
    for entry in entries {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", escaped(&entry.uid)));
        line(&format!("DTSTAMP:{}", moment(made_at.naive_utc())));
        line(&format!("DTSTART:{}", moment(entry.from.naive_utc())));
        line(&format!("DTEND:{}", moment(entry.to.naive_utc())));
        line(&format!("SUMMARY:{}", escaped(&entry.summary)));
        if !entry.place.is_empty() {
            line(&format!("LOCATION:{}", escaped(&entry.place)));
        }
        if !entry.description.is_empty() {
            line(&format!("DESCRIPTION:{}", escaped(&entry.description)));
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Text values escape what has a meaning of its own (RFC 5545 §3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Long lines go on in the next one after a blank, never inside a letter.
fn fold(text: &str, out: &mut String) {
    let mut room = LINE;
    for letter in text.chars() {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        out.push(letter);
        room -= letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn an_entry(summary: &str) -> CalendarEntry {
        CalendarEntry {
            uid: "sesi-1@balai".into(),
            from: "2027-01-04T01:00:00Z".parse().expect("a moment"),
            to: "2027-01-04T03:15:00Z".parse().expect("a moment"),
            summary: summary.into(),
            place: "Bengkel Las 1".into(),
            description: String::new(),
        }
    }

    #[test]
    fn an_entry_stands_between_its_marks_with_times_of_greenwich() {
        let made_at = "2026-11-24T02:00:00Z".parse().expect("a moment");
        let text = calendar("Las", &[an_entry("Mengelas")], made_at);
        for line in
            ["DTSTART:20270104T010000Z", "DTEND:20270104T031500Z", "DTSTAMP:20261124T020000Z", "LOCATION:Bengkel Las 1"]
        {
            assert!(text.contains(&format!("{line}\r\n")), "{line} in {text}");
        }
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
        assert!(!text.contains("DESCRIPTION"));
    }

    #[test]
    fn marks_of_the_format_inside_a_text_are_escaped_and_line_ends_make_no_new_property() {
        let text = calendar("a;b", &[an_entry("Las, \\ dasar;\nATTACH:x\r")], Utc::now());
        assert!(text.contains("SUMMARY:Las\\, \\\\ dasar\\;\\nATTACH:x\r\n"), "{text}");
    }

    #[test]
    fn no_line_is_longer_than_seventy_five_octets_and_unfolding_gives_the_text_back() {
        let long = "Menyambung pipa é ".repeat(20);
        let text = calendar("Las", &[an_entry(&long)], Utc::now());
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{long}\r\n")));
    }
}
