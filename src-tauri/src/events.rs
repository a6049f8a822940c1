//! What the desk tells the page without being asked.

use serde::Serialize;
use std::sync::{Arc, OnceLock};
use tauri::{AppHandle, Emitter};
use ts_rs::TS;

/// `changed`: rows of these tables changed; whoever shows them asks again.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Changed {
    /// Names of tables.
    pub tables: Vec<String>,
}

/// `progress`: how far a long job is.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Progress {
    /// Which job, as its command answered.
    pub id: String,
    /// Rows done.
    pub done: i64,
    /// Rows in all.
    pub total: i64,
}

/// The way to the page; silent until there is a window.
#[derive(Clone, Debug, Default)]
pub struct Voice(Arc<OnceLock<AppHandle>>);

impl Voice {
    /// From now on there is a window.
    pub fn give(&self, app: AppHandle) {
        // A second window program does not exist, so the first handle stays.
        let _ = self.0.set(app);
    }

    /// The running application, once there is one.
    pub fn app(&self) -> Option<&AppHandle> {
        self.0.get()
    }

    /// Rows changed.
    pub fn changed(&self, changed: &Changed) {
        self.say("changed", changed);
    }

    /// The desk locked itself: the page asks `office_status`.
    pub fn locked(&self) {
        self.say("locked", &());
    }

    /// A long job went on.
    pub fn progress(&self, progress: &Progress) {
        self.say("progress", progress);
    }

    fn say(&self, event: &str, payload: &impl Serialize) {
        if let Some(app) = self.0.get()
            && let Err(error) = app.emit(event, payload)
        {
            tracing::warn!("event {event}: {error}");
        }
    }
}
