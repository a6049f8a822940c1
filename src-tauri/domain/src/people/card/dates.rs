//! The dates of a card: months are counted from the day of issue, and a day that a month lacks becomes its last one.

use chrono::{Months, NaiveDate};

/// The day that lies `months` after another: 29 February and two years give 28 February.
pub fn after_months(day: NaiveDate, months: i64) -> NaiveDate {
    let months = u32::try_from(months.max(0)).unwrap_or(u32::MAX);
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// A day as messages write it: `24-11-2026`.
pub fn shown(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

/// The days on which reports fall due, first one first; none lies behind the card's end.
pub fn report_days(issued: NaiveDate, valid_until: NaiveDate, every_months: i64, count: i64) -> Vec<NaiveDate> {
    if every_months < 1 {
        return Vec::new();
    }
    (1..=count.min(120))
        .map(|slot| after_months(issued, slot * every_months))
        .filter(|day| *day <= valid_until)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn two_years_after_the_leap_day_is_the_last_of_february() {
        assert_eq!(after_months(day("2024-02-29"), 24), day("2026-02-28"));
        assert_eq!(after_months(day("2024-02-29"), 48), day("2028-02-29"));
        assert_eq!(after_months(day("2026-11-24"), 24), day("2028-11-24"));
    }

    #[test]
    fn reports_fall_due_every_six_months_without_drifting_from_the_day_of_issue() {
        let days = report_days(day("2026-08-31"), day("2028-08-31"), 6, 4);
        assert_eq!(days, [day("2027-02-28"), day("2027-08-31"), day("2028-02-29"), day("2028-08-31")]);
        assert_eq!(report_days(day("2026-08-31"), day("2028-08-31"), 6, 3).len(), 3);
        assert_eq!(report_days(day("2026-08-31"), day("2027-08-31"), 6, 4).len(), 2);
        assert!(report_days(day("2026-08-31"), day("2028-08-31"), 0, 4).is_empty());
    }

    proptest! {
        #[test]
        fn a_span_of_months_keeps_the_day_or_takes_the_months_last(days in 0_i64..40_000, months in 0_i64..600) {
            let from = day("1990-01-01") + chrono::TimeDelta::days(days);
            let to = after_months(from, months);
            let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
            prop_assert_eq!(month(to) - month(from), months);
            prop_assert!(to.day() == from.day() || to.succ_opt().is_some_and(|next| next.day() == 1 && to.day() < from.day()));
        }
    }
}
