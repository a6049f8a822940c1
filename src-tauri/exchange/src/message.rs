//! What desk and hub say to each other. Maps with integer keys: a newer side may say more, an older one passes over it.
//!
//! Every message travels in an envelope signed for its purpose and its nonce, so that nobody between the two, a login
//! page least of all, can speak for the hub.

use crate::{
    cbor::{from_bytes, to_bytes},
    chain::Chain,
    error::{Fault, Result},
    id::{DeviceId, Epoch, OfficeId, OpId, Pos, Seq},
    sign::{PublicKey, SecretKey, Signature},
};
use minicbor::{Decode, Encode};

/// Drawn by the asker for one question.
pub type Nonce = [u8; 16];

/// Something that is asked or answered, with the word its signature is bound to.
pub trait Message: Encode<()> + for<'b> Decode<'b, ()> {
    /// The purpose of the signature.
    const PURPOSE: &'static str;
}

macro_rules! messages {
    ($($name:ident = $purpose:literal),* $(,)?) => { $(
        impl Message for $name {
            const PURPOSE: &'static str = concat!("balai-exchange/1 ", $purpose);
        }
    )* };
}

messages! {
    Hello = "hello",
    HelloReply = "hello reply",
    PushReply = "push reply",
    PullRequest = "pull",
    Page = "page",
    Digests = "digest reply",
}

/// A desk greets the hub.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Hello {
    /// The program's version.
    #[n(1)]
    pub app: String,
    /// The oldest schema it reads.
    #[n(2)]
    pub schema_min: u32,
    /// The newest schema it reads.
    #[n(3)]
    pub schema_max: u32,
    /// What it can do beyond the first version.
    #[n(4)]
    pub features: Vec<String>,
    /// Its present epoch.
    #[n(5)]
    pub epoch: Epoch,
    /// Its clock, in milliseconds since 1970.
    #[n(6)]
    pub clock: u64,
}

/// The hub greets back.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct HelloReply {
    /// The oldest schema the hub reads.
    #[n(1)]
    pub schema_min: u32,
    /// The newest schema the hub reads.
    #[n(2)]
    pub schema_max: u32,
    /// What it can do beyond the first version.
    #[n(3)]
    pub features: Vec<String>,
    /// The oldest program that may still pull. Every program may push, for ever.
    #[n(4)]
    pub pull_from: Option<String>,
    /// The hub's clock, in milliseconds since 1970.
    #[n(5)]
    pub hub_time: u64,
    /// This device's second within the hour for its scheduled exchange.
    #[n(6)]
    pub slot: u32,
    /// Drawn when the hub was set up, and again whenever it was restored from a backup: then desks start again.
    #[n(7)]
    pub life: Option<u64>,
}

/// What the hub says to a frame. It names the epoch it speaks of: an answer to an earlier life of the PC says nothing
/// about this one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum PushReply {
    /// How far the hub has come in this sequence. The desk moves on only when its own chain there is the same; where
    /// it differs, or the desk never came so far, this PC was restored or cloned.
    #[n(1)]
    #[cbor(map)]
    Have {
        /// The sequence.
        #[n(1)]
        epoch: Epoch,
        /// The last place.
        #[n(2)]
        seq: Seq,
        /// The hub's chain there.
        #[n(3)]
        chain: Chain,
        /// The office's feed reaches to here.
        #[n(4)]
        head: Pos,
        /// The hub's clock, in milliseconds since 1970.
        #[n(5)]
        hub_time: u64,
        /// Records of this frame that were kept aside.
        #[n(6)]
        quarantined: Vec<Quarantined>,
    },
    /// The frame cannot be read; in smaller ones the hub can tell which record it is, and take the others.
    #[n(2)]
    Smaller,
}

/// A record that the hub keeps aside until a person has looked.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Quarantined {
    /// Its place.
    #[n(1)]
    pub seq: Seq,
    /// Its identity, when it could be read.
    #[n(2)]
    pub op: Option<OpId>,
    /// A stable word for what is wrong.
    #[n(3)]
    pub reason: String,
}

/// A desk asks for what is new.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PullRequest {
    /// Per office, the last place it has.
    #[n(1)]
    pub cursors: Vec<Cursor>,
    /// How many entries it wants at most.
    #[n(2)]
    pub most: u32,
}

/// How far an office's feed was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Cursor {
    /// The office.
    #[n(1)]
    pub office: OfficeId,
    /// The last place that was applied; 0 before the first.
    #[n(2)]
    pub pos: Pos,
}

/// A stretch of an office's feed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Page {
    /// The office.
    #[n(1)]
    pub office: OfficeId,
    /// The place before the first entry.
    #[n(2)]
    pub after: Pos,
    /// The entries, one place after the other.
    #[n(3)]
    pub entries: Vec<Entry>,
    /// The feed reaches to here.
    #[n(4)]
    pub head: Pos,
}

/// One record in an office's feed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Entry {
    /// Its place.
    #[n(1)]
    pub pos: Pos,
    /// Who sent it first.
    #[n(2)]
    pub device: DeviceId,
    /// In which life.
    #[n(3)]
    pub epoch: Epoch,
    /// At which place.
    #[n(4)]
    pub seq: Seq,
    /// When it reached the hub, as a stamp.
    #[n(5)]
    pub received: crate::stamp::Stamp,
    /// The record, in its one form.
    #[n(6)]
    #[cbor(with = "minicbor::bytes")]
    pub record: Vec<u8>,
}

/// The state of an office in 256 numbers, at a place of its feed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Digests {
    /// The office.
    #[n(1)]
    pub office: OfficeId,
    /// The place.
    #[n(2)]
    pub pos: Pos,
    /// One after the other.
    #[n(3)]
    pub buckets: crate::digest::Buckets,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Envelope {
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    body: Vec<u8>,
    #[n(2)]
    signature: Signature,
}

/// The message in an envelope for `nonce`.
#[must_use]
pub fn seal<M: Message>(key: &SecretKey, nonce: &Nonce, message: &M) -> Vec<u8> {
    let body = to_bytes(message);
    let signature = key.sign(M::PURPOSE, &[nonce, &body]);
    to_bytes(&Envelope { body, signature })
}

/// The message, if `key` put it into an envelope for `nonce`.
pub fn open<M: Message>(key: &PublicKey, nonce: &Nonce, bytes: &[u8]) -> Result<M> {
    let envelope: Envelope = from_bytes(bytes)?;
    key.verify(M::PURPOSE, &[nonce, &envelope.body], &envelope.signature)?;
    from_bytes(&envelope.body).map_err(|_| Fault::Malformed("message"))
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
