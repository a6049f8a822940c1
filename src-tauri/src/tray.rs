//! What the desk keeps between two commands, such as a backup that was chosen but not yet restored.

use std::{
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Things laid ready.
#[derive(Debug, Default)]
pub struct Tray {
    backup: Mutex<Option<PathBuf>>,
}

impl Tray {
    /// The backup that was chosen.
    pub fn backup(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.backup.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
