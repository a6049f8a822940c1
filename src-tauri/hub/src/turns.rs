//! One frame of an office after the other within this program: whoever waits here need not be refused by the engine.

use balai_exchange::OfficeId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

/// The turns of all offices.
#[derive(Debug, Default)]
pub struct Turns(Mutex<HashMap<OfficeId, Arc<Turn<()>>>>);

impl Turns {
    /// Waits for the office's turn and holds it.
    pub async fn take(&self, office: OfficeId) -> OwnedMutexGuard<()> {
        let turn = self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(office).or_default().clone();
        turn.lock_owned().await
    }
}
