//! `/v1/attachment/{hash}` and its chunks: what is missing, a chunk in, a chunk out.

use super::answer::{Answer, sealed};
use super::guest::Guest;
use super::refused::Refused;
use crate::hub::Hub;
use crate::ledger::attachments::{self, Hash};
use crate::ledger::{Result as Kept, Scope, Tx};
use crate::ledger::{reading, writing};
use axum::extract::{Path, Query, State};
use balai_exchange::attachment::{Holding, MOST, chunks, length};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Whole {
    /// Bytes in the whole attachment.
    size: u64,
}

/// `GET`: what the hub has of it.
pub async fn state(State(hub): State<Arc<Hub>>, Path(hash): Path<String>, guest: Guest) -> Result<Answer, Refused> {
    let hash = name(&hash)?;
    let holding = reading!(hub.ledger, &guest.scope, |tx| holding(tx, &hash).await)?;
    Ok(sealed(&hub, &guest.nonce, &holding))
}

/// `GET` of a chunk: its bytes. The name of the whole proves them.
pub async fn get(
    State(hub): State<Arc<Hub>>,
    Path((hash, chunk)): Path<(String, u32)>,
    guest: Guest,
) -> Result<Answer, Refused> {
    let hash = name(&hash)?;
    let found = reading!(hub.ledger, &guest.scope, |tx| {
        let complete = attachments::find(tx, &hash).await?.is_some_and(|found| found.complete_at.is_some());
        if complete { attachments::get(tx, &hash, chunk).await } else { Ok(None) }
    });
    found?.map(Answer::from).ok_or(Refused::Missing)
}

/// `PUT` of a chunk. The last one that was missing makes the whole, if its hash is right.
pub async fn put(
    State(hub): State<Arc<Hub>>,
    Path((hash, chunk)): Path<(String, u32)>,
    Query(whole): Query<Whole>,
    guest: Guest,
) -> Result<Answer, Refused> {
    let hash = name(&hash)?;
    if whole.size > MOST || length(whole.size, chunk) != Some(guest.body.len()) {
        return Err(Refused::Malformed);
    }
    let now = hub.now();
    let kept = writing!(hub.ledger, &guest.scope, |tx| {
        let size = i64::try_from(whole.size).unwrap_or(i64::MAX);
        attachments::begin(tx, &hash, size, chunks(whole.size), now).await?;
        let begun = attachments::find(tx, &hash).await?;
        if begun.as_ref().is_none_or(|begun| begun.size != whole.size) {
            return Ok(None);
        }
        attachments::put(tx, &hash, chunk, &guest.body).await?;
        finish(tx, &hash, now).await?;
        holding(tx, &hash).await.map(Some)
    });
    let holding = kept?.ok_or(Refused::Malformed)?;
    Ok(sealed(&hub, &guest.nonce, &holding))
}

/// Proves the whole once nothing is missing; what does not prove itself is forgotten and can be sent again.
async fn finish(tx: &mut Tx<Scope>, hash: &Hash, now: i64) -> Kept<()> {
    let Some(found) = attachments::find(tx, hash).await? else {
        return Ok(());
    };
    if found.complete_at.is_some() || found.present.len() < found.chunks as usize {
        return Ok(());
    }
    let mut hasher = blake3::Hasher::new();
    for n in 0..found.chunks {
        hasher.update(&attachments::get(tx, hash, n).await?.unwrap_or_default());
    }
    if hasher.finalize() == *hash {
        attachments::complete(tx, hash, now).await
    } else {
        attachments::discard(tx, hash).await
    }
}

async fn holding(tx: &mut Tx<Scope>, hash: &Hash) -> Kept<Holding> {
    Ok(match attachments::find(tx, hash).await? {
        Some(found) => Holding {
            hash: *hash,
            size: found.size,
            missing: (0..found.chunks).filter(|n| found.present.binary_search(n).is_err()).collect(),
            complete: found.complete_at.is_some(),
        },
        None => Holding { hash: *hash, size: 0, missing: Vec::new(), complete: false },
    })
}

/// 64 hexadecimal digits.
pub(super) fn name(text: &str) -> Result<Hash, Refused> {
    blake3::Hash::from_hex(text).map(|hash| *hash.as_bytes()).map_err(|_| Refused::Malformed)
}
