//! Ids of one unit of work. They rise one by one, so that many new rows lie side by side in the indexes: with ids
//! drawn freely a large import would touch a page of its own for every row.

use crate::base::id::Id;
use chrono::{DateTime, Utc};
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Builder;

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
    use uuid::Uuid;

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
}
