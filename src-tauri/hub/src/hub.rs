//! One hub: its ledger, its keys, its clock, what it allows and what it counts.

use crate::http::limits::{Buckets, Rate};
use crate::http::metrics::Metrics;
use crate::http::nonce::Nonces;
use crate::keys::Keys;
use crate::ledger::Ledger;
use crate::turns::Turns;
use balai_exchange::{DeviceId, OfficeId, Stamp};
use chrono::{DateTime, Utc};
use std::fmt;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// A running hub.
pub struct Hub {
    pub ledger: Ledger,
    pub keys: Keys,
    pub nonces: Nonces,
    pub limits: Limits,
    pub metrics: Metrics,
    pub turns: Turns,
    clock: Clock,
}

/// What may be asked for, and how much is done at once.
#[derive(Debug)]
pub struct Limits {
    /// Requests of one device.
    pub requests: Buckets<DeviceId>,
    /// Bytes from one device.
    pub device_bytes: Buckets<DeviceId>,
    /// Bytes from all devices of an office.
    pub office_bytes: Buckets<OfficeId>,
    /// Attempts to enrol at one office.
    pub enrolments: Buckets<OfficeId>,
    /// Attempts to sign in at the page, all together: each costs much memory.
    pub sign_ins: Buckets<()>,
    /// Frames that are taken in at the same time.
    pub applies: Semaphore,
    /// The oldest program that may still fetch. Every program may send, for ever.
    pub pull_from: Option<String>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            requests: Buckets::new(Rate { burst: 240.0, per_second: 10.0 }),
            device_bytes: Buckets::new(Rate { burst: 32e6, per_second: 1e6 }),
            office_bytes: Buckets::new(Rate { burst: 128e6, per_second: 4e6 }),
            enrolments: Buckets::new(Rate { burst: 20.0, per_second: 0.1 }),
            sign_ins: Buckets::new(Rate { burst: 20.0, per_second: 0.5 }),
            applies: Semaphore::new(16),
            pull_from: None,
        }
    }
}

impl fmt::Debug for Hub {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Hub({:?})", self.keys)
    }
}

impl Hub {
    pub fn new(ledger: Ledger, keys: Keys, limits: Limits, clock: Clock) -> Hub {
        let nonces = Nonces::new(keys.nonces());
        Hub { ledger, keys, nonces, limits, metrics: Metrics::default(), turns: Turns::default(), clock }
    }

    /// The hub's clock, in milliseconds since 1970.
    pub fn now(&self) -> i64 {
        (self.clock)().timestamp_millis()
    }

    /// The same as messages carry it.
    pub fn time(&self) -> u64 {
        self.now().max(0).unsigned_abs()
    }

    /// The same as a stamp.
    pub fn stamp(&self) -> Stamp {
        Stamp::at((self.clock)())
    }
}
