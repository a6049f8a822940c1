//! A competence unit (*unit kompetensi*) of the national standards (SKKNI).

use chrono::{DateTime, Utc};

table! {
    /// A competence unit (*unit kompetensi*). Code and version together name it.
    pub struct Unit = 31 "unit" {
        /// Its code without the version's dot part, normalised: `C.14GMT06.024.1`.
        1 A code: String,
        /// Which issue of the unit, from the code's last part.
        2 A version: Option<i64>,
        /// What one is able to do.
        3 A title: String,
        /// The decree of its standard (*Kepmenaker*) with number and year.
        4 A decree: Option<String>,
        /// Superseded since.
        5 A retired_at: Option<DateTime<Utc>>,
    }
}
