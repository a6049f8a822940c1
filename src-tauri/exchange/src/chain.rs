//! The chain over a device's records: whoever has the same chain at the same place has the same records before it.

use crate::{
    id::{DeviceId, Epoch},
    record::Record,
};
use minicbor::{Decode, Encode};

/// The hash of one record's whole content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct RecordHash(#[cbor(with = "minicbor::bytes")] pub [u8; 32]);

/// The state of the chain after a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Chain(#[cbor(with = "minicbor::bytes")] pub [u8; 32]);

impl Chain {
    /// The state before the first record of an epoch.
    #[must_use]
    pub fn genesis(device: DeviceId, epoch: Epoch) -> Chain {
        let mut hasher = blake3::Hasher::new_derive_key("balai-exchange/1 chain");
        hasher.update(&device.0.to_le_bytes());
        hasher.update(&epoch.0.to_le_bytes());
        Chain(hasher.finalize().into())
    }

    /// The state after one more record.
    #[must_use]
    pub fn link(self, record: RecordHash) -> Chain {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.0);
        hasher.update(&record.0);
        Chain(hasher.finalize().into())
    }

    /// The state after these records.
    #[must_use]
    pub fn over<'a>(self, records: impl IntoIterator<Item = &'a Record>) -> Chain {
        records.into_iter().fold(self, |chain, record| chain.link(record.hash()))
    }
}
