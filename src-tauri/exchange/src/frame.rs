//! A frame: some records of one device, in order, packed and signed. It is the same on the network, in the office's own
//! wires and on a stick, and whoever passes it on cannot change it.

use crate::{
    body,
    cbor::{from_bytes, to_bytes},
    chain::Chain,
    error::{Fault, Result},
    id::{DeviceId, Epoch, Seq},
    mutant,
    record::Record,
    sign::{PublicKey, SecretKey, Signature},
};
use minicbor::{Decode, Encode};

/// Records in one frame.
pub const MOST_RECORDS: usize = 500;
/// Packed bytes in a frame of several records.
pub const MOST_PACKED: usize = 64 * 1024;
/// Packed bytes in a frame of one record.
pub const MOST_ALONE: usize = 4 * 1024 * 1024;
/// Bytes that a body may unpack to.
const MOST_RAW: u32 = 16 * 1024 * 1024;
const MOST_HEADER: usize = 512;

const MAGIC: [u8; 4] = *b"blxf";
const VERSION: u8 = 1;
const PURPOSE: &str = "balai-exchange/1 frame";
const LEVEL: i32 = 3;

/// What stands before the records.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Header {
    /// Whose records.
    #[n(1)]
    pub device: DeviceId,
    /// In which life of the device.
    #[n(2)]
    pub epoch: Epoch,
    /// The first record's place.
    #[n(3)]
    pub first: Seq,
    /// How many.
    #[n(4)]
    pub n: u32,
    /// The chain before the first.
    #[n(5)]
    pub before: Chain,
    /// The chain after the last.
    #[n(6)]
    pub after: Chain,
    /// The newest schema among the records.
    #[n(7)]
    pub schema: u32,
    /// The dictionary it is packed with; 0 for none.
    #[n(8)]
    pub dictionary: u32,
    /// Bytes before packing.
    #[n(9)]
    pub raw_len: u32,
    /// Their BLAKE3 hash.
    #[n(10)]
    pub raw_hash: Chain,
}

impl Header {
    /// The last record's place.
    #[must_use]
    pub fn last(&self) -> Seq {
        Seq(self.first.0.saturating_add(u64::from(self.n)).saturating_sub(1))
    }
}

/// A frame as it travels, taken apart but not yet believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What stands before the records.
    pub header: Header,
    head: Vec<u8>,
    packed: Vec<u8>,
    signature: Signature,
}

impl Frame {
    /// Packs the first of `records`, as many as fit and at most `most`, following `before` at place `first`.
    /// `None` when there are none.
    pub fn build(
        device: DeviceId,
        epoch: Epoch,
        first: Seq,
        before: Chain,
        records: &[Record],
        most: usize,
        key: &SecretKey,
    ) -> Result<Option<Frame>> {
        let mut n = records.len().min(most).min(MOST_RECORDS);
        while n > 0 {
            let raw = body::pack(&records[..n]);
            let packed = zstd::bulk::compress(&raw, LEVEL).map_err(|_| Fault::TooLarge("record"))?;
            if packed.len() > if n == 1 { MOST_ALONE } else { MOST_PACKED } {
                if n == 1 {
                    return Err(Fault::TooLarge("record"));
                }
                n /= 2;
                continue;
            }
            let taken = &records[..n];
            let header = Header {
                device,
                epoch,
                first,
                n: n as u32,
                before,
                after: before.over(taken),
                schema: taken.iter().map(|record| record.schema).max().unwrap_or(0),
                dictionary: 0,
                raw_len: u32::try_from(raw.len()).map_err(|_| Fault::TooLarge("record"))?,
                raw_hash: Chain(blake3::hash(&raw).into()),
            };
            let head = to_bytes(&header);
            let signature = key.sign(PURPOSE, &[&head, &packed]);
            return Ok(Some(Frame { header, head, packed, signature }));
        }
        Ok(None)
    }

    /// The bytes that travel.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.packed.len() + self.head.len() + 80);
        bytes.extend(MAGIC);
        bytes.push(VERSION);
        bytes.extend((self.head.len() as u16).to_le_bytes());
        bytes.extend((self.packed.len() as u32).to_le_bytes());
        bytes.extend(&self.head);
        bytes.extend(&self.packed);
        bytes.extend(self.signature.0);
        bytes
    }

    /// Takes bytes apart. Nothing is unpacked or believed yet.
    pub fn from_bytes(bytes: &[u8]) -> Result<Frame> {
        let short = Fault::Malformed("frame");
        let (fixed, rest) = bytes.split_first_chunk::<11>().ok_or(short.clone())?;
        if fixed[..4] != MAGIC {
            return Err(short);
        }
        if fixed[4] != VERSION {
            return Err(Fault::Version(fixed[4]));
        }
        let head_len = usize::from(u16::from_le_bytes([fixed[5], fixed[6]]));
        let packed_len = u32::from_le_bytes([fixed[7], fixed[8], fixed[9], fixed[10]]) as usize;
        if head_len > MOST_HEADER || packed_len > MOST_ALONE {
            return Err(Fault::TooLarge("frame"));
        }
        if rest.len() != head_len + packed_len + 64 {
            return Err(short);
        }
        let (head, rest) = rest.split_at(head_len);
        let (packed, signature) = rest.split_at(packed_len);
        let header: Header = from_bytes(head)?;
        if header.n == 0 || header.n as usize > MOST_RECORDS || header.first.0 == 0 || header.raw_len > MOST_RAW {
            return Err(Fault::Malformed("header"));
        }
        if header.n > 1 && packed_len > MOST_PACKED {
            return Err(Fault::TooLarge("frame"));
        }
        let signature = Signature(signature.try_into().map_err(|_| short)?);
        Ok(Frame { header, head: head.to_vec(), packed: packed.to_vec(), signature })
    }

    /// Whether the device's key signed exactly this.
    pub fn verify(&self, key: &PublicKey) -> Result<()> {
        key.verify(PURPOSE, &[&self.head, &self.packed], &self.signature)
    }

    /// The records; they are what the header says. Verify first: nothing is unpacked for strangers.
    pub fn records(&self) -> Result<Vec<Record>> {
        if self.header.dictionary != 0 {
            return Err(Fault::Dictionary(self.header.dictionary));
        }
        let raw = zstd::bulk::decompress(&self.packed, self.header.raw_len as usize)
            .map_err(|_| Fault::Malformed("packed"))?;
        let read = !mutant::on("seal_unread");
        if read && (raw.len() != self.header.raw_len as usize || blake3::hash(&raw) != self.header.raw_hash.0) {
            return Err(Fault::Malformed("packed"));
        }
        let records = body::unpack(&raw)?;
        if read && (records.len() != self.header.n as usize || self.header.before.over(&records) != self.header.after) {
            return Err(Fault::Malformed("chain"));
        }
        Ok(records)
    }
}

#[cfg(test)]
#[path = "frame_tests.rs"]
mod tests;
