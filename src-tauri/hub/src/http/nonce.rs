//! The hub's nonces: proof that a request is not older than a quarter of an hour, without trusting anybody's clock, and
//! that it is not the same request again.

use std::collections::HashSet;
use std::sync::Mutex;

/// How long a nonce of the hub can be used, in milliseconds.
const LASTS: i64 = 15 * 60 * 1000;

/// How many requests of one period are remembered at most. Beyond that the period ends early.
const MOST: usize = 500_000;

/// A nonce of the hub: when it was given, and its seal.
pub type HubNonce = [u8; 40];

/// Gives nonces and remembers which requests were made with them.
#[derive(Debug)]
pub struct Nonces {
    key: [u8; 32],
    seen: Mutex<Seen>,
}

/// The requests of this period and of the one before it, by hash.
#[derive(Debug, Default)]
struct Seen {
    since: i64,
    now: HashSet<[u8; 16]>,
    before: HashSet<[u8; 16]>,
}

/// Why a request is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// The nonce is not ours or too old: ask again with the one that comes with the answer.
    Nonce,
    /// This very request was made before.
    Again,
}

impl Nonces {
    pub fn new(key: [u8; 32]) -> Nonces {
        Nonces { key, seen: Mutex::default() }
    }

    /// A nonce that can be used from `now` on.
    pub fn give(&self, now: i64) -> HubNonce {
        let mut nonce = [0; 40];
        nonce[..8].copy_from_slice(&now.to_be_bytes());
        nonce[8..].copy_from_slice(self.seal(&now.to_be_bytes()).as_bytes());
        nonce
    }

    /// Whether the nonce is ours and fresh.
    pub fn check(&self, nonce: &[u8], now: i64) -> Result<(), Stale> {
        let nonce: &HubNonce = nonce.try_into().map_err(|_| Stale::Nonce)?;
        let mut given = [0; 8];
        given.copy_from_slice(&nonce[..8]);
        let mut seal = [0; 32];
        seal.copy_from_slice(&nonce[8..]);
        let age = now - i64::from_be_bytes(given);
        // Hashes compare in a time that tells nothing.
        let ours = self.seal(&given) == blake3::Hash::from_bytes(seal);
        if ours && (0..=LASTS).contains(&age) { Ok(()) } else { Err(Stale::Nonce) }
    }

    /// Remembers a request by its signature; the second time it is refused.
    pub fn once(&self, signature: &[u8], now: i64) -> Result<(), Stale> {
        let mut name = [0; 16];
        name.copy_from_slice(&blake3::hash(signature).as_bytes()[..16]);
        let mut seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if now - seen.since > LASTS || seen.now.len() >= MOST {
            seen.before = std::mem::take(&mut seen.now);
            seen.since = now;
        }
        if seen.before.contains(&name) || !seen.now.insert(name) { Err(Stale::Again) } else { Ok(()) }
    }

    fn seal(&self, given: &[u8; 8]) -> blake3::Hash {
        blake3::keyed_hash(&self.key, given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 1_790_000_000_000;

    #[test]
    fn a_nonce_is_taken_while_it_lasts_and_from_this_hub_only() {
        let hub = Nonces::new([1; 32]);
        let nonce = hub.give(NOON);
        assert_eq!(hub.check(&nonce, NOON + LASTS), Ok(()));
        assert_eq!(hub.check(&nonce, NOON + LASTS + 1), Err(Stale::Nonce));
        assert_eq!(hub.check(&nonce, NOON - 1), Err(Stale::Nonce));
        assert_eq!(Nonces::new([2; 32]).check(&nonce, NOON), Err(Stale::Nonce));
        let mut later = nonce;
        later[7] ^= 1;
        assert_eq!(hub.check(&later, NOON + 1), Err(Stale::Nonce));
    }

    #[test]
    fn the_same_request_is_taken_once_while_its_nonce_lasts() {
        let hub = Nonces::new([1; 32]);
        assert_eq!(hub.once(b"one", NOON), Ok(()));
        assert_eq!(hub.once(b"other", NOON), Ok(()));
        assert_eq!(hub.once(b"one", NOON + 1), Err(Stale::Again));
        assert_eq!(hub.once(b"one", NOON + LASTS), Err(Stale::Again));
    }
}
