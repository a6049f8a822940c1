//! A field of training (*kejuruan*) and the names by which offices call it.

use chrono::{DateTime, Utc};

table! {
    /// A field of training (*kejuruan*): `Teknik Las`.
    pub struct Department = 30 "department" {
        /// Its name.
        1 A name: String,
        /// Other names that files use for it, parted by commas.
        2 A aliases: Option<String>,
        /// No longer offered since.
        3 A retired_at: Option<DateTime<Utc>>,
    }
}
