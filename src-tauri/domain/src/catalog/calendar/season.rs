//! Seasons (*masa pola*): days on which batches follow another pattern than their own, above all Ramadan.

use super::pattern::{Shift, TimePattern};
use crate::base::id::Id;
use chrono::{DateTime, NaiveDate, Utc};

table! {
    /// Days on which a shift, or the batches of one pattern, follow another pattern (*masa pola*): Ramadan.
    pub struct Season = 45 "season" {
        /// `Ramadan 1448 H`.
        1 A name: String,
        /// For which shift.
        2 A shift: Shift,
        /// Only for batches of this pattern; `None`: for all of the shift.
        3 A instead_of_id: Option<Id<TimePattern>>,
        /// The pattern that holds then.
        4 A pattern_id: Id<TimePattern>,
        /// First day.
        5 A from_on: NaiveDate,
        /// Last day.
        6 A to_on: NaiveDate,
        /// The days are not certain yet: they hang on the moon.
        7 A estimated: bool,
        /// Taken back since.
        8 A retired_at: Option<DateTime<Utc>>,
    }
}
