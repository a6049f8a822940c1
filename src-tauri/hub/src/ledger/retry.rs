//! Trying a transaction again: full jitter, eight tries. What it does must bear being done twice, since the answer to a
//! commit can be lost after the commit.

use super::error::Error;
use std::time::Duration;

/// How often a transaction is tried.
const TRIES: u32 = 8;

/// The longest first pause; it doubles from try to try.
const FIRST: Duration = Duration::from_millis(8);

/// The tries of one transaction.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    done: u32,
}

impl Tries {
    /// How long to wait before the next try; nothing when `error` is final or the tries are used up.
    pub fn pause_after(&mut self, error: &Error) -> Option<Duration> {
        self.done += 1;
        if self.done >= TRIES || !error.asks_for_another_try() {
            return None;
        }
        Some((FIRST * 2u32.pow(self.done)).mul_f64(rand::random::<f64>()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::faults::Fault;
    use super::*;

    #[test]
    fn a_broken_line_is_tried_eight_times_and_a_final_error_once() {
        let mut tries = Tries::default();
        let pauses = std::iter::from_fn(|| tries.pause_after(&Fault::lost())).count();
        assert_eq!(pauses, 7);
        assert!(Tries::default().pause_after(&Error::Unreadable("x".to_owned())).is_none());
    }
}
