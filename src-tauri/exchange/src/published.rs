//! Numbers that an office publishes to the province: how many registered, how many cards were printed. Kinds are words;
//! a new one needs no change at the hub.

use crate::message::Message;
use minicbor::{Decode, Encode};

/// Letters in a kind.
const MOST: usize = 64;

/// One number.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Number {
    /// What is counted: a word such as `registrations`.
    #[n(1)]
    pub kind: String,
    /// For when: `2026`, `2026-11` or `2026-11-24`.
    #[n(2)]
    pub period: String,
    /// How many.
    #[n(3)]
    pub value: i64,
}

/// A desk publishes its office's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Publish {
    /// From this period on the numbers are complete: what was published before and is not among them is nought now.
    #[n(1)]
    pub since: String,
    /// The numbers.
    #[n(2)]
    pub numbers: Vec<Number>,
}

/// The hub has them.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Published {
    /// How many were taken; those that are no numbers are passed over.
    #[n(1)]
    pub taken: u32,
    /// The hub's clock, in milliseconds since 1970.
    #[n(2)]
    pub hub_time: u64,
}

impl Message for Publish {
    const PURPOSE: &'static str = "balai-exchange/1 numbers";
}

impl Message for Published {
    const PURPOSE: &'static str = "balai-exchange/1 numbers reply";
}

impl Number {
    /// Whether it is what it should be, and no place for words about anybody.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        (1..=MOST).contains(&self.kind.len()) && self.kind.bytes().all(letter) && is_period(&self.period)
    }
}

/// A year, a month or a day.
#[must_use]
pub fn is_period(period: &str) -> bool {
    let right = |(place, byte): (usize, u8)| if matches!(place, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    matches!(period.len(), 4 | 7 | 10) && period.bytes().enumerate().all(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(kind: &str, period: &str) -> Number {
        Number { kind: kind.into(), period: period.into(), value: 5 }
    }

    #[test]
    fn a_number_is_a_word_a_period_and_a_count() {
        for period in ["2026", "2026-11", "2026-11-24"] {
            assert!(number("sessions_held", period).is_plain(), "{period}");
        }
        for (kind, period) in [("Siti Aminah", "2026"), ("", "2026"), ("cards", "november"), ("cards", "2026-1")] {
            assert!(!number(kind, period).is_plain(), "{kind} {period}");
        }
    }
}
