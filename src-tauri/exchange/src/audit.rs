//! The audit chain of an office: who changes, drops or moves an entry changes every hash after it.
//!
//! What an entry says beyond its head is held by a salted commitment only, so that it can be destroyed and the chain
//! still holds.

use crate::mutant;
use minicbor::{Decode, Encode};

/// The state of the chain after an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Link(#[cbor(with = "minicbor::bytes")] pub [u8; 32]);

/// What stands in the chain for a payload.
#[must_use]
pub fn commitment(salt: &[u8; 32], payload: &[u8]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("balai-exchange/1 audit payload");
    hasher.update(salt).update(payload);
    hasher.finalize().into()
}

impl Link {
    /// The state after one more entry: the `n`-th, with its head and the commitment to its payload.
    #[must_use]
    pub fn next(self, n: u64, meta: &[u8], commitment: &[u8; 32]) -> Link {
        let mut hasher = blake3::Hasher::new_derive_key("balai-exchange/1 audit");
        if !mutant::on("audit_unchained") {
            hasher.update(&self.0);
        }
        hasher.update(&n.to_le_bytes());
        hasher.update(&(meta.len() as u64).to_le_bytes()).update(meta).update(commitment);
        Link(hasher.finalize().into())
    }
}

/// Goes through an audit: the number of the first entry, from 1, whose state is not what the entries before it give.
pub fn first_broken<'a>(entries: impl IntoIterator<Item = (&'a [u8], [u8; 32], Link)>) -> Option<u64> {
    let mut link = Link::default();
    entries.into_iter().zip(1..).find_map(|((meta, held, told), n)| {
        link = link.next(n, meta, &held);
        (link != told).then_some(n)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_changes_moves_or_drops_an_entry_is_found() {
        let mut link = Link::default();
        let entry = |n: u8| {
            link = link.next(u64::from(n), &[n], &[n; 32]);
            (vec![n], [n; 32], link)
        };
        let audit: Vec<(Vec<u8>, [u8; 32], Link)> = (1..=5).map(entry).collect();
        let broken = |audit: &[(Vec<u8>, [u8; 32], Link)]| {
            first_broken(audit.iter().map(|(meta, held, link)| (&meta[..], *held, *link)))
        };
        assert_eq!(broken(&audit), None);
        let mut changed = audit.clone();
        changed[2].0[0] ^= 1;
        assert_eq!(broken(&changed), Some(3));
        let mut moved = audit.clone();
        moved.swap(1, 2);
        assert_eq!(broken(&moved), Some(2));
        let mut dropped = audit;
        dropped.remove(3);
        assert_eq!(broken(&dropped), Some(4));
    }

    #[test]
    fn every_part_of_an_entry_counts() {
        let held = commitment(&[1; 32], b"who and what");
        let link = Link::default().next(1, b"push", &held);
        assert_ne!(link, Link([1; 32]).next(1, b"push", &held));
        assert_ne!(link, Link::default().next(2, b"push", &held));
        assert_ne!(link, Link::default().next(1, b"pull", &held));
        assert_ne!(link, Link::default().next(1, b"push", &commitment(&[2; 32], b"who and what")));
        assert_ne!(held, commitment(&[1; 32], b"who and whom"));
    }
}
