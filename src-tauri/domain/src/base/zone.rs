//! The three official time zones of Indonesia; none has summer time.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Utc};

words! {
    /// An office's time zone (*zona waktu*).
    pub enum Zone {
        /// *Waktu Indonesia Barat*, UTC+7.
        Wib = "WIB",
        /// *Waktu Indonesia Tengah*, UTC+8.
        Wita = "WITA",
        /// *Waktu Indonesia Timur*, UTC+9.
        Wit = "WIT",
    }
}

impl Zone {
    /// Hours east of Greenwich.
    pub fn hours(self) -> i32 {
        match self {
            Zone::Wib => 7,
            Zone::Wita => 8,
            Zone::Wit => 9,
        }
    }

    /// The calendar day at the office when it is `at`.
    pub fn day(self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date_naive()
    }

    /// The office's wall clock when it is `at`.
    pub fn local(self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        let offset = FixedOffset::east_opt(self.hours() * 3600).expect("whole hours below a day");
        at.with_timezone(&offset)
    }

    /// The moment at which the office's wall clock shows `local`.
    pub fn utc(self, local: NaiveDateTime) -> DateTime<Utc> {
        (local - TimeDelta::hours(i64::from(self.hours()))).and_utc()
    }

    /// The zone in force for a province, by its Kemendagri code; a suggestion at set-up.
    pub fn of_province(code: &str) -> Zone {
        match code.get(..2) {
            Some("51" | "52" | "53" | "63" | "64" | "65" | "71" | "72" | "73" | "74" | "75" | "76") => Zone::Wita,
            Some("81" | "82" | "91" | "92" | "93" | "94" | "95" | "96") => Zone::Wit,
            _ => Zone::Wib,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn a_late_evening_in_london_is_the_next_day_in_jayapura() {
        let at = Utc.with_ymd_and_hms(2026, 11, 23, 18, 0, 0).single().expect("a moment");
        assert_eq!(Zone::Wit.day(at).to_string(), "2026-11-24");
        assert_eq!(Zone::Wit.utc(Zone::Wit.local(at).naive_local()), at);
        assert_eq!(Zone::Wib.day(at).to_string(), "2026-11-24");
        let at = Utc.with_ymd_and_hms(2026, 11, 23, 16, 30, 0).single().expect("a moment");
        assert_eq!(Zone::Wib.day(at).to_string(), "2026-11-23");
        assert_eq!(Zone::Wita.day(at).to_string(), "2026-11-24");
    }

    #[test]
    fn bali_keeps_wita_and_papua_wit() {
        assert_eq!(Zone::of_province("51.71"), Zone::Wita);
        assert_eq!(Zone::of_province("91"), Zone::Wit);
        assert_eq!(Zone::of_province("32.16"), Zone::Wib);
    }
}
