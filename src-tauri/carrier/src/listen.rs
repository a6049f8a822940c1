//! Who wants to know how an exchange goes on.

use chrono::{DateTime, Utc};
use serde::Serialize;
use std::time::Duration;
use ts_rs::TS;

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CourierStage")]
pub enum Stage {
    /// The hub is greeted.
    Greeting,
    /// Counts are sent.
    Numbers,
    /// Entries are sent.
    Sending,
    /// Entries are fetched.
    Fetching,
    /// Scans and pictures are carried.
    Attachments,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CourierProgress")]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Entries or chunks done.
    pub done: u64,
    /// Of so many, as far as is known.
    pub total: u64,
}

/// The one who called the courier.
pub trait Listener: Sync {
    /// Now, by the clock of this PC.
    fn now(&self) -> DateTime<Utc>;
    /// It goes on.
    fn progress(&self, progress: Progress);
    /// Rows of these tables changed.
    fn changed(&self, tables: &[&'static str]);
    /// How long it waits before a broken line is taken up again, the `n`-th time.
    fn pause(&self, n: u32) -> Duration {
        Duration::from_millis(250 << n.min(6))
    }
    /// Whether a person wants it to stop; what is done stays done.
    fn stopped(&self) -> bool {
        false
    }
}
