//! `GET /v1/pull?after=…&most=…`: the next stretch of the feed of the certificate's own office.

use super::answer::{Answer, sealed};
use super::guest::Guest;
use super::refused::Refused;
use crate::hub::Hub;
use crate::ledger::head::Head;
use crate::ledger::{devices, oplog};
use crate::ledger::{reading, writing};
use axum::extract::{Query, State};
use balai_exchange::Pos;
use balai_exchange::feed::{MOST_ENTRIES, page};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Question {
    /// The last place that was applied; 0 before the first.
    after: u64,
    /// Entries at most.
    #[serde(default = "most")]
    most: u32,
}

fn most() -> u32 {
    MOST_ENTRIES
}

pub async fn pull(State(hub): State<Arc<Hub>>, Query(asked): Query<Question>, guest: Guest) -> Result<Answer, Refused> {
    let (after, most) = (Pos(asked.after), asked.most.clamp(1, MOST_ENTRIES));
    let stretch = reading!(hub.ledger, &guest.scope, |tx| {
        let head = Head::read(tx).await?;
        Ok((oplog::feed(tx, after, most).await?, head.feed))
    });
    let (entries, head) = stretch?;
    // What a PC asks after, it has.
    let read = after.to_i64();
    writing!(hub.ledger, &guest.scope, |tx| devices::read_up_to(tx, guest.device, read).await)?;
    let page = page(guest.certificate.office, after, entries, head);
    hub.metrics.fed.add(page.entries.len() as u64);
    Ok(sealed(&hub, &guest.nonce, &page))
}
