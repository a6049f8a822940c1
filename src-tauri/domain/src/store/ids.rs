//! Ids of one unit of work. They rise one by one, so that many new rows lie side by side in the indexes: with ids
//! drawn freely a large import would touch a page of its own for every row.

use crate::base::id::Id;
use chrono::{DateTime, Utc};
use std::sync::{
    LazyLock,
    atomic::{AtomicU64, Ordering},
};
use uuid::{Builder, Uuid};

/// The digits of every act's id while the program runs.
static DIGITS: LazyLock<u64> = LazyLock::new(rand::random);
/// Counts the acts.
static ACTS: AtomicU64 = AtomicU64::new(0);
/// The part of the count that stands before the digits, in bits.
const COUNT: u32 = 12;

/// The id of a new act. It differs from the one before in the moment and in a count only, which takes few bytes at the
/// exchange; another PC, and the same one started again, has other digits.
pub(super) fn act(at: DateTime<Utc>) -> Uuid {
    let mut digits = [0; 10];
    let count = ACTS.fetch_add(1, Ordering::Relaxed);
    digits[..2].copy_from_slice(&((count % (1 << COUNT)) as u16).to_be_bytes());
    digits[2..].copy_from_slice(&DIGITS.wrapping_add(count >> COUNT).to_be_bytes());
    Builder::from_unix_timestamp_millis(at.timestamp_millis().max(0).unsigned_abs(), &digits).into_uuid()
}

/// The digits after the moment: drawn once for the unit of work, then counted up in unforeseeable steps.
#[derive(Debug)]
pub(super) struct Ids {
    head: [u8; 3],
    tail: AtomicU64,
}

/// Bytes of the tail. Half of its range is free to count in.
const TAIL: usize = 7;

impl Ids {
    pub fn new() -> Self {
        Self { head: rand::random(), tail: AtomicU64::new(rand::random::<u64>() >> 9) }
    }

    /// The next id, whose first 48 bits are `at`.
    pub fn next<T>(&self, at: DateTime<Utc>) -> Id<T> {
        let step = 1 + u64::from(rand::random::<u16>());
        let tail = (self.tail.fetch_add(step, Ordering::Relaxed) + step).to_be_bytes();
        let mut digits = [0; 3 + TAIL];
        digits[..3].copy_from_slice(&self.head);
        digits[3..].copy_from_slice(&tail[tail.len() - TAIL..]);
        let millis = at.timestamp_millis().max(0).unsigned_abs();
        Id::from(Builder::from_unix_timestamp_millis(millis, &digits).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::noon;

    #[test]
    fn ids_of_one_unit_of_work_rise_and_those_of_two_differ() {
        let (one, other) = (Ids::new(), Ids::new());
        let of_one: Vec<Id<Uuid>> = (0..5_000).map(|_| one.next(noon())).collect();
        assert!(of_one.is_sorted_by(|a, b| a < b));
        let stranger: Id<Uuid> = other.next(noon());
        assert!(!of_one.contains(&stranger));
        assert_eq!(stranger.uuid().get_version_num(), 7);
        assert_eq!(&stranger.uuid().as_bytes()[..6], &noon().timestamp_millis().to_be_bytes()[2..]);
    }

    #[test]
    fn acts_of_one_moment_never_share_an_id() {
        let acts: std::collections::BTreeSet<Uuid> = (0..10_000).map(|_| act(noon())).collect();
        assert_eq!(acts.len(), 10_000);
    }

    #[test]
    fn an_act_differs_from_the_one_before_in_its_count_only() {
        let differ = |_| (act(noon()).as_u128() ^ act(noon()).as_u128()) >> 76 == 0;
        let same_digits = |_| (act(noon()).as_u128() as u64) == (act(noon()).as_u128() as u64);
        assert!((0..3).any(differ) && (0..3).any(same_digits));
    }
}
