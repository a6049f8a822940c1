//! The hybrid clock: 48 bits of milliseconds, 16 bits of counter. It never goes back, whatever the PC's clock does.

use crate::mutant;
use chrono::{DateTime, Utc};
use minicbor::{Decode, Encode};

/// How far ahead of the own wall clock another's stamp may be to be adopted: 24 hours, in milliseconds.
const AHEAD: u64 = 24 * 60 * 60 * 1000;

/// A moment of the hybrid clock; later causes have larger stamps on one device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Stamp(pub u64);

impl Stamp {
    /// The earliest stamp of a wall-clock moment.
    #[must_use]
    pub fn at(moment: DateTime<Utc>) -> Stamp {
        Stamp(moment.timestamp_millis().max(0).unsigned_abs() << 16)
    }

    /// The next stamp after `self` when the wall clock shows `now`.
    #[must_use]
    pub fn next(self, now: DateTime<Utc>) -> Stamp {
        Stamp(Stamp::at(now).0.max(self.0 + 1))
    }

    /// The clock after a stamp from elsewhere was seen. One that is more than a day ahead is left alone: the order of
    /// causes does not need it, and one wrong clock must not carry all others away. Nothing is ever refused.
    #[must_use]
    pub fn receive(self, remote: Stamp, now: DateTime<Utc>) -> Stamp {
        let limit = Stamp::at(now).0.saturating_add(AHEAD << 16);
        if remote.0 <= limit || mutant::on("clock_carried_away") { self.max(remote) } else { self }
    }

    /// As SQLite keeps it.
    #[must_use]
    pub fn to_i64(self) -> i64 {
        i64::try_from(self.0).unwrap_or(i64::MAX)
    }

    /// From SQLite's form.
    #[must_use]
    pub fn from_i64(number: i64) -> Stamp {
        Stamp(number.max(0).unsigned_abs())
    }

    /// The milliseconds part, as a moment.
    #[must_use]
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

    #[test]
    fn a_stamp_from_far_ahead_does_not_move_the_own_clock() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).expect("a moment");
        let own = Stamp::at(now);
        let near = Stamp::at(now + TimeDelta::hours(24));
        assert_eq!(own.receive(near, now), near);
        assert_eq!(own.receive(Stamp(near.0 + 1), now), own);
        assert_eq!(own.receive(Stamp(5), now), own);
    }
}
