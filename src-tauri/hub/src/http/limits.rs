//! How much one device and one office may ask for, and how much the hub does at once.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Mutex;
use std::time::Duration;

/// A rate with room for a burst.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// What may be taken at once.
    pub burst: f64,
    /// What comes back each second.
    pub per_second: f64,
}

/// Token buckets, one per key. A full bucket is forgotten.
#[derive(Debug)]
pub struct Buckets<K> {
    rate: Rate,
    taken: Mutex<HashMap<K, Bucket>>,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    missing: f64,
    at: i64,
}

/// How many buckets are kept before the full ones are swept out.
const MOST: usize = 20_000;

impl<K: Hash + Eq + Copy> Buckets<K> {
    pub fn new(rate: Rate) -> Self {
        Self { rate, taken: Mutex::default() }
    }

    /// Takes `amount` at `now` (milliseconds), or says after how long it would be there.
    pub fn take(&self, key: K, amount: f64, now: i64) -> Result<(), Duration> {
        let mut taken = self.taken.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if taken.len() >= MOST {
            taken.retain(|_, bucket| self.missing(*bucket, now) > 0.0);
        }
        let missing = taken.get(&key).map_or(0.0, |bucket| self.missing(*bucket, now));
        // What is larger than the bucket is let through when it is full.
        let after = missing + amount.min(self.rate.burst);
        if after > self.rate.burst {
            let seconds = (after - self.rate.burst) / self.rate.per_second;
            return Err(Duration::from_secs_f64(seconds.clamp(0.05, 3600.0)));
        }
        taken.insert(key, Bucket { missing: missing + amount, at: now });
        Ok(())
    }

    fn missing(&self, bucket: Bucket, now: i64) -> f64 {
        let seconds = (now - bucket.at).max(0) as f64 / 1000.0;
        (bucket.missing - seconds * self.rate.per_second).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_taken_and_then_the_rate() {
        let buckets = Buckets::new(Rate { burst: 3.0, per_second: 2.0 });
        for _ in 0..3 {
            assert_eq!(buckets.take("a", 1.0, 0), Ok(()));
        }
        assert_eq!(buckets.take("a", 1.0, 0), Err(Duration::from_millis(500)));
        assert_eq!(buckets.take("b", 1.0, 0), Ok(()));
        assert_eq!(buckets.take("a", 1.0, 500), Ok(()));
        assert!(buckets.take("a", 1.0, 500).is_err());
    }

    #[test]
    fn what_is_larger_than_the_bucket_passes_when_it_is_full_and_is_paid_for() {
        let buckets = Buckets::new(Rate { burst: 10.0, per_second: 10.0 });
        assert_eq!(buckets.take(1, 30.0, 0), Ok(()));
        assert!(buckets.take(1, 1.0, 1_500).is_err());
        assert_eq!(buckets.take(1, 1.0, 2_200), Ok(()));
    }

    #[test]
    fn full_buckets_are_swept_out() {
        let buckets = Buckets::new(Rate { burst: 1.0, per_second: 1000.0 });
        for key in 0..(MOST + 5) {
            assert_eq!(buckets.take(key, 1.0, key as i64 * 10), Ok(()));
        }
        assert!(buckets.taken.lock().unwrap().len() < 100);
    }
}
