//! `POST /v1/hello`: which schemas both speak, the time, and when this device should call.

use super::answer::{Answer, sealed};
use super::guest::Guest;
use super::refused::Refused;
use crate::hub::Hub;
use crate::ledger::devices::{self, Call};
use crate::ledger::head::Head;
use crate::ledger::{hex, writing};
use axum::extract::State;
use balai_exchange::DeviceId;
use balai_exchange::message::{Hello, HelloReply, open};
use std::sync::Arc;

/// Every schema that was ever released; the newest is whatever a desk says, since unknown things are kept as they are.
const SCHEMA_MIN: u32 = 1;

/// What this hub can do beyond the first version.
const FEATURES: &[&str] = &["attachments", "snapshots", "digest"];

pub async fn hello(State(hub): State<Arc<Hub>>, guest: Guest) -> Result<Answer, Refused> {
    let hello: Hello = open(&guest.certificate.key, &guest.nonce, &guest.body).map_err(|_| Refused::Malformed)?;
    let now = hub.now();
    let clock = i64::try_from(hello.clock).map_err(|_| Refused::Malformed)?;
    let call = Call {
        at: now,
        clock_offset: Some(clock - now),
        app_version: Some(hello.app),
        backlog: backlog(&hello.features),
    };
    let end = writing!(hub.ledger, &guest.scope, |tx| {
        devices::seen(tx, guest.device, &call).await?;
        Ok(Head::read(tx).await?.audit)
    })?;
    let mut features: Vec<String> = FEATURES.iter().map(|&feature| feature.to_owned()).collect();
    // Every PC is a witness: what it was told once, the chain must hold for ever.
    features.push(format!("audit={}:{}", end.n, hex(&end.link.0)));
    let reply = HelloReply {
        schema_min: SCHEMA_MIN,
        schema_max: hello.schema_max.max(SCHEMA_MIN),
        features,
        pull_from: hub.limits.pull_from.clone(),
        hub_time: hub.time(),
        slot: slot(guest.device),
        life: None,
    };
    Ok(sealed(&hub, &guest.nonce, &reply))
}

/// `backlog=12` among the features: how many changes the desk has not sent yet.
fn backlog(features: &[String]) -> Option<i64> {
    features.iter().find_map(|feature| feature.strip_prefix("backlog=")?.parse().ok()).filter(|count| *count >= 0)
}

/// A second of the hour, the same for one device and spread evenly over all.
fn slot(device: DeviceId) -> u32 {
    let digest = blake3::hash(&device.0.to_le_bytes());
    let bytes = digest.as_bytes();
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) % 3600
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_spread_over_the_hour() {
        let mut quarters = [0; 4];
        for device in 0..3_256 {
            quarters[slot(DeviceId(device)) as usize / 900] += 1;
        }
        assert!(quarters.iter().all(|count| (700..930).contains(count)), "{quarters:?}");
    }

    #[test]
    fn the_backlog_is_read_where_it_is_told() {
        assert_eq!(backlog(&["digest".to_owned(), "backlog=12".to_owned()]), Some(12));
        assert_eq!(backlog(&["backlog=-1".to_owned()]), None);
        assert_eq!(backlog(&[]), None);
    }
}
