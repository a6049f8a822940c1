//! `GET /v1/digest`: the office in 256 numbers, at the present end of its feed.

use super::answer::{Answer, sealed};
use super::guest::Guest;
use super::refused::Refused;
use crate::hub::Hub;
use crate::ledger::head::Head;
use crate::ledger::reading;
use crate::ledger::rows;
use axum::extract::State;
use balai_exchange::message::Digests;
use std::sync::Arc;

pub async fn digest(State(hub): State<Arc<Hub>>, guest: Guest) -> Result<Answer, Refused> {
    let read = reading!(hub.ledger, &guest.scope, |tx| Ok((Head::read(tx).await?.feed, rows::digest(tx).await?)));
    let (pos, buckets) = read?;
    Ok(sealed(&hub, &guest.nonce, &Digests { office: guest.certificate.office, pos, buckets }))
}
