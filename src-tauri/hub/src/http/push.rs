//! `POST /v1/push`: a frame. Its author may be another PC of the same office, for which this one only carries.

use super::answer::{Answer, sealed};
use super::guest::Guest;
use super::refused::Refused;
use crate::hub::Hub;
use crate::push::{self, Caller};
use axum::extract::State;
use balai_exchange::Frame;
use std::sync::Arc;
use std::time::Duration;

pub async fn push(State(hub): State<Arc<Hub>>, guest: Guest) -> Result<Answer, Refused> {
    let Ok(_place) = hub.limits.applies.try_acquire() else {
        return Err(Refused::Later(Duration::from_secs_f64(1.0 + 4.0 * rand::random::<f64>())));
    };
    let frame = Frame::from_bytes(&guest.body).map_err(|_| Refused::Malformed)?;
    let author = if frame.header.device == guest.device {
        guest.certificate.key
    } else {
        push::author(&hub.ledger, guest.scope, frame.header.device).await?.ok_or(Refused::Scope)?
    };
    frame.verify(&author).map_err(|_| Refused::Signature)?;
    let _office = hub.turns.take(guest.certificate.office).await;
    let caller = Caller { scope: guest.scope, device: guest.device };
    let taken = push::take(&hub.ledger, &hub.keys, caller, &frame, hub.stamp()).await?;
    if taken.erased {
        hub.ledger.sweep().await?;
    }
    hub.metrics.frames.add(1);
    hub.metrics.pushed_bytes.add(guest.body.len() as u64);
    hub.metrics.changes.add(taken.fed as u64);
    hub.metrics.quarantined.add(taken.aside as u64);
    Ok(sealed(&hub, &guest.nonce, &taken.reply))
}
