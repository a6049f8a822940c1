//! Which order of day and month a whole column of dates has. One `31/12/1999` decides for all `12/05/1999`.

use crate::base::dates::{Order, Reading};
use serde::Serialize;
use ts_rs::TS;

/// How many rows are named when a column contradicts itself.
const NAMED: usize = 10;

/// What a column's dates say about their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ColumnOrder {
    /// Some date is only possible day first, or no date leaves a doubt.
    DayFirst,
    /// Some date is only possible month first.
    MonthFirst,
    /// Every doubtful date can be read both ways: somebody has to say.
    Ambiguous,
    /// Some dates are only possible day first, some only month first: somebody has to look.
    Conflicting {
        /// The first rows that are day first.
        day_first: Vec<u32>,
        /// The first rows that are month first.
        month_first: Vec<u32>,
    },
}

impl ColumnOrder {
    /// Whether a person has to decide.
    pub fn asks(&self) -> bool {
        matches!(self, Self::Ambiguous | Self::Conflicting { .. })
    }

    /// The order to read by until a person decides: day first, as in Indonesia.
    pub fn usual(&self) -> Order {
        if *self == Self::MonthFirst { Order::MonthFirst } else { Order::DayFirst }
    }
}

/// Decides from all dates of a column, each with its row. A doubtful date votes when the birth date in the row's NIK
/// fits only one of its readings; votes count only where no date proves anything.
pub fn decide(dates: impl Iterator<Item = (u32, Reading, Option<Order>)>) -> ColumnOrder {
    let (mut day_first, mut month_first) = (Vec::new(), Vec::new());
    let (mut doubtful, mut for_day, mut for_month) = (false, 0_u32, 0_u32);
    for (row, reading, vote) in dates {
        match reading {
            Reading::Sure { proves: Some(Order::DayFirst), .. } => day_first.push(row),
            Reading::Sure { proves: Some(Order::MonthFirst), .. } => month_first.push(row),
            Reading::Either { .. } => {
                doubtful = true;
                for_day += u32::from(vote == Some(Order::DayFirst));
                for_month += u32::from(vote == Some(Order::MonthFirst));
            }
            Reading::Sure { proves: None, .. } | Reading::Bad => {}
        }
    }
    // A typing error in one NIK must not turn a column: the winner needs three times the other's votes.
    match (day_first.is_empty(), month_first.is_empty()) {
        (false, true) => ColumnOrder::DayFirst,
        (true, false) => ColumnOrder::MonthFirst,
        (true, true) if !doubtful || for_day > 3 * for_month => ColumnOrder::DayFirst,
        (true, true) if for_month > 3 * for_day => ColumnOrder::MonthFirst,
        (true, true) => ColumnOrder::Ambiguous,
        (false, false) => {
            day_first.truncate(NAMED);
            month_first.truncate(NAMED);
            ColumnOrder::Conflicting { day_first, month_first }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::read;
    use chrono::{Duration, NaiveDate};
    use proptest::prelude::*;

    fn order(texts: &[String]) -> ColumnOrder {
        let today = "2026-11-24".parse().unwrap();
        decide((1..).zip(texts).map(|(row, text)| (row, read(text, today), None)))
    }

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn one_certain_date_decides_for_the_column() {
        assert_eq!(order(&texts(&["12/05/1999", "31/12/1999", "12 Mei 1999"])), ColumnOrder::DayFirst);
        assert_eq!(order(&texts(&["12/05/1999", "12/31/1999"])), ColumnOrder::MonthFirst);
        assert_eq!(order(&texts(&["12 Mei 1999", "1999-05-12", "-", ""])), ColumnOrder::DayFirst);
    }

    #[test]
    fn a_column_that_could_be_either_asks() {
        let ambiguous = order(&texts(&["12/05/1999", "01/02/2003", "07/07/2001"]));
        assert_eq!(ambiguous, ColumnOrder::Ambiguous);
        assert!(ambiguous.asks() && ambiguous.usual() == Order::DayFirst);
    }

    #[test]
    fn a_column_that_contradicts_itself_names_its_rows() {
        let conflicting = order(&texts(&["31/12/1999", "12/05/1999", "12/31/1999", "30/01/2000"]));
        assert_eq!(conflicting, ColumnOrder::Conflicting { day_first: vec![1, 4], month_first: vec![3] });
        assert!(conflicting.asks());
    }

    #[test]
    fn the_identity_numbers_vote_where_nothing_is_proved() {
        let either = read("12/05/1999", "2026-11-24".parse().unwrap());
        let votes = |votes: &[Option<Order>]| decide((1..).zip(votes).map(|(row, vote)| (row, either, *vote)));
        let (day, month) = (Some(Order::DayFirst), Some(Order::MonthFirst));
        assert_eq!(votes(&[day, None]), ColumnOrder::DayFirst);
        assert_eq!(votes(&[month, month, month, month, day]), ColumnOrder::MonthFirst);
        assert_eq!(votes(&[month, day]), ColumnOrder::Ambiguous);
        assert_eq!(votes(&[None]), ColumnOrder::Ambiguous);
    }

    proptest! {
        #[test]
        fn a_column_written_in_one_order_is_never_read_in_the_other(
            days in prop::collection::vec(0_i64..40_000, 1..40), month_first: bool,
        ) {
            let format = if month_first { "%m/%d/%Y" } else { "%d/%m/%Y" };
            let dates: Vec<NaiveDate> =
                days.iter().map(|days| NaiveDate::from_ymd_opt(1915, 1, 1).unwrap() + Duration::days(*days)).collect();
            let texts: Vec<_> = dates.iter().map(|date| date.format(format).to_string()).collect();
            let wrong = if month_first { ColumnOrder::DayFirst } else { ColumnOrder::MonthFirst };
            let found = order(&texts);
            let doubtful = texts.iter().any(|text| matches!(read(text, "2026-11-24".parse().unwrap()), Reading::Either { .. }));
            prop_assert!(found != wrong || !doubtful, "{:?}", texts);
            if !found.asks() {
                for (text, date) in texts.iter().zip(dates) {
                    prop_assert_eq!(read(text, "2026-11-24".parse().unwrap()).by(found.usual()), Some(date));
                }
            }
        }
    }
}
