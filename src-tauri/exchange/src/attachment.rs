//! Scans and pictures at the hub: sealed by the office, cut into chunks, named by the hash of the sealed bytes. What is
//! missing can be asked, so that a line that breaks costs one chunk.

use crate::message::Message;
use minicbor::{Decode, Encode};

/// Bytes in every chunk but the last.
pub const CHUNK: usize = 64 * 1024;

/// Bytes in one attachment.
pub const MOST: u64 = 32 * 1024 * 1024;

/// What the hub has of an attachment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Holding {
    /// Its name: the BLAKE3 hash of the sealed bytes.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub hash: [u8; 32],
    /// Its size, once a chunk came; 0 before.
    #[n(2)]
    pub size: u64,
    /// The chunks that have not come. Empty and not complete before the first.
    #[n(3)]
    pub missing: Vec<u32>,
    /// All are here and the hash is right: only now may a desk let go of its own.
    #[n(4)]
    pub complete: bool,
}

impl Message for Holding {
    const PURPOSE: &'static str = "balai-exchange/1 attachment";
}

/// How many chunks `size` bytes have.
#[must_use]
pub fn chunks(size: u64) -> u32 {
    u32::try_from(size.div_ceil(CHUNK as u64)).unwrap_or(u32::MAX)
}

/// How long the `n`-th chunk of `size` bytes is, if there is one.
#[must_use]
pub fn length(size: u64, n: u32) -> Option<usize> {
    let start = u64::from(n) * CHUNK as u64;
    (start < size).then(|| usize::try_from(size - start).map_or(CHUNK, |rest| rest.min(CHUNK)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_chunk_is_what_is_left() {
        assert_eq!((chunks(0), chunks(1), chunks(65_536), chunks(65_537)), (0, 1, 1, 2));
        assert_eq!((length(65_537, 0), length(65_537, 1), length(65_537, 2)), (Some(65_536), Some(1), None));
    }
}
