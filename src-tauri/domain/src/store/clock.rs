//! The hybrid clock: 48 bits of milliseconds, 16 bits of counter. It never goes back, whatever the PC's clock does.

use chrono::{DateTime, Utc};

/// A moment of the hybrid clock; later causes have larger stamps on one device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Stamp(pub u64);

impl Stamp {
    /// The next stamp after `self` when the wall clock shows `now`.
    #[must_use]
    pub fn next(self, now: DateTime<Utc>) -> Stamp {
        let physical = now.timestamp_millis().max(0).unsigned_abs() << 16;
        Stamp(physical.max(self.0 + 1))
    }

    /// As SQLite keeps it.
    pub fn to_i64(self) -> i64 {
        i64::try_from(self.0).unwrap_or(i64::MAX)
    }

    /// From SQLite's form.
    pub fn from_i64(number: i64) -> Stamp {
        Stamp(number.max(0).unsigned_abs())
    }

    /// The milliseconds part, as a moment.
    pub fn wall(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(i64::try_from(self.0 >> 16).unwrap_or(0)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stamps_always_rise_even_when_the_wall_clock_jumps(jumps in proptest::collection::vec(-400_000_000i64..400_000_000, 1..60)) {
            let mut now = DateTime::from_timestamp(1_790_000_000, 0).expect("a moment");
            let mut last = Stamp::default();
            for jump in jumps {
                now += TimeDelta::seconds(jump % 315_000_000);
                let next = last.next(now);
                prop_assert!(next > last);
                last = next;
            }
        }
    }

    #[test]
    fn a_clock_set_back_a_year_keeps_the_order() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).expect("a moment");
        let first = Stamp::default().next(now);
        let second = first.next(now - TimeDelta::days(365));
        assert_eq!(second.0, first.0 + 1);
        assert_eq!(second.wall(), now);
    }
}
