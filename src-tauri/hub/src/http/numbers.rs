//! `POST /v1/numbers`: the numbers that an office publishes, also one that gives nothing else away.

use super::answer::{Answer, sealed};
use super::guest::Guest;
use super::refused::Refused;
use crate::hub::Hub;
use crate::ledger::devices::{self, Call};
use crate::ledger::numbers;
use crate::ledger::writing;
use axum::extract::State;
use balai_exchange::message::open;
use balai_exchange::published::{Publish, Published, is_period};
use std::sync::Arc;

/// Numbers in one message.
const MOST: usize = 5_000;

pub async fn publish(State(hub): State<Arc<Hub>>, guest: Guest) -> Result<Answer, Refused> {
    let publish: Publish = open(&guest.certificate.key, &guest.nonce, &guest.body).map_err(|_| Refused::Malformed)?;
    if publish.numbers.len() > MOST || !is_period(&publish.since) {
        return Err(Refused::Malformed);
    }
    let call = Call { at: hub.now(), ..Call::default() };
    let taken = writing!(hub.ledger, &guest.scope, |tx| {
        devices::seen(tx, guest.device, &call).await?;
        numbers::publish(tx, &publish, call.at).await
    });
    let taken = taken?;
    Ok(sealed(&hub, &guest.nonce, &Published { taken, hub_time: hub.time() }))
}
