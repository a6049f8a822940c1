//! `GET /v1/time`: the hub's clock, signed, and a nonce to ask with. For a PC whose own clock stands still.

use super::answer::{Answer, sealed};
use super::refused::Refused;
use crate::hub::Hub;
use axum::extract::{Query, State};
use balai_exchange::message::Nonce;
use balai_exchange::request::TimeReply;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Question {
    /// The asker's nonce in base 64 for addresses.
    nonce: String,
}

pub async fn time(State(hub): State<Arc<Hub>>, Query(asked): Query<Question>) -> Result<Answer, Refused> {
    let nonce = URL_SAFE_NO_PAD.decode(asked.nonce).map_err(|_| Refused::Malformed)?;
    let nonce: Nonce = nonce.try_into().map_err(|_| Refused::Malformed)?;
    let reply = TimeReply { hub_time: hub.time(), hub_nonce: hub.nonces.give(hub.now()).to_vec() };
    Ok(sealed(&hub, &nonce, &reply))
}
