//! `GET /v1/snapshot` and its chunks: the office's state for a PC that starts anew.

use super::answer::{Answer, sealed};
use super::attachment::name;
use super::guest::Guest;
use super::refused::Refused;
use crate::hub::Hub;
use crate::ledger::reading;
use crate::ledger::snapshots;
use crate::snapshot;
use axum::extract::{Path, State};
use std::sync::Arc;

/// The signed list of the newest snapshot; one is made where there is none that is fresh enough.
pub async fn manifest(State(hub): State<Arc<Hub>>, guest: Guest) -> Result<Answer, Refused> {
    let manifest = snapshot::newest(&hub.ledger, guest.scope, hub.now()).await?;
    Ok(sealed(&hub, &guest.nonce, &manifest))
}

/// A chunk by its name, which proves it.
pub async fn chunk(State(hub): State<Arc<Hub>>, Path(chunk): Path<String>, guest: Guest) -> Result<Answer, Refused> {
    let hash = name(&chunk)?;
    let found = reading!(hub.ledger, &guest.scope, |tx| snapshots::chunk(tx, &hash).await)?;
    found.map(Answer::from).ok_or(Refused::Missing)
}
