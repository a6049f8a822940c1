//! The state of an office at a place of its feed, for a PC that starts anew: a signed list of chunks, each named by its
//! hash. They may come from the hub, from a PC next door or from a stick, in any order and over several days.

use crate::{
    cbor::build,
    error::{Fault, Result},
    id::{OfficeId, Pos},
    message::Message,
    row::RowState,
};
use minicbor::{Decode, Decoder, Encode};
use uuid::Uuid;

/// Bytes in a packed chunk, about.
pub const CHUNK: usize = 256 * 1024;

/// Bytes that a chunk may unpack to.
const MOST_RAW: usize = 16 * 1024 * 1024;

const LEVEL: i32 = 6;

/// What a snapshot consists of.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Manifest {
    /// Whose.
    #[n(1)]
    pub office: OfficeId,
    /// The place in the feed up to which everything is in it; the feed goes on from there.
    #[n(2)]
    pub head: Pos,
    /// The newest schema in it.
    #[n(3)]
    pub schema: u32,
    /// How many rows.
    #[n(4)]
    pub rows: u64,
    /// The chunks.
    #[n(5)]
    pub chunks: Vec<ChunkName>,
}

impl Message for Manifest {
    const PURPOSE: &'static str = "balai-exchange/1 snapshot";
}

/// One chunk as the manifest names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ChunkName {
    /// The BLAKE3 hash of its packed bytes.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub hash: [u8; 32],
    /// How many bytes.
    #[n(2)]
    pub size: u32,
}

impl ChunkName {
    /// The name of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> ChunkName {
        ChunkName { hash: blake3::hash(bytes).into(), size: u32::try_from(bytes.len()).unwrap_or(u32::MAX) }
    }
}

/// A row in a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotRow {
    /// The table's number.
    pub table: u32,
    /// The row.
    pub row: Uuid,
    /// What is known of it, as [`RowState::to_bytes`] wrote it.
    pub state: Vec<u8>,
}

/// Packs rows into one chunk.
pub fn pack(rows: &[SnapshotRow]) -> Result<Vec<u8>> {
    let raw = build(|encoder| {
        for row in rows {
            encoder.array(3)?.u32(row.table)?.bytes(row.row.as_bytes())?.bytes(&row.state)?;
        }
        Ok(())
    });
    if raw.len() > MOST_RAW {
        return Err(Fault::TooLarge("chunk"));
    }
    zstd::bulk::compress(&raw, LEVEL).map_err(|_| Fault::TooLarge("chunk"))
}

/// The rows of a chunk, if it is the one that was named.
pub fn unpack(name: &ChunkName, bytes: &[u8]) -> Result<Vec<SnapshotRow>> {
    if ChunkName::of(bytes) != *name {
        return Err(Fault::Malformed("chunk"));
    }
    let raw = zstd::bulk::decompress(bytes, MOST_RAW).map_err(|_| Fault::Malformed("chunk"))?;
    let mut decoder = Decoder::new(&raw);
    let mut rows = Vec::new();
    while decoder.position() < raw.len() {
        if decoder.array()? != Some(3) {
            return Err(Fault::Malformed("chunk"));
        }
        let table = decoder.u32()?;
        let row = crate::cbor::uuid_from(decoder.bytes()?)?;
        let state = decoder.bytes()?.to_vec();
        RowState::from_bytes(&state)?;
        rows.push(SnapshotRow { table, row, state });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_from_the_chunk_that_was_named_only() {
        let state = RowState { inserted: true, ..RowState::default() }.to_bytes();
        let row = |n: u128| SnapshotRow { table: 3, row: Uuid::from_u128(n), state: state.clone() };
        let bytes = pack(&[row(1), row(2)]).expect("packed");
        let name = ChunkName::of(&bytes);
        assert_eq!(unpack(&name, &bytes), Ok(vec![row(1), row(2)]));
        let mut changed = bytes.clone();
        changed[5] ^= 1;
        assert!(unpack(&name, &changed).is_err());
        let strange = zstd::bulk::compress(&[0x83, 1, 2, 3], 3).expect("packed");
        assert!(unpack(&ChunkName::of(&strange), &strange).is_err());
    }
}
