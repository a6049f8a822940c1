//! How a PC signs what it asks over HTTP: method, path, both nonces and the body's hash, with the key in its certificate.
//! Nobody's clock is trusted: that a request is fresh is shown by the hub's own nonce, which comes with every answer.

use crate::{
    error::Result,
    message::{Message, Nonce},
    sign::{PublicKey, SecretKey, Signature},
};
use minicbor::{Decode, Encode};

/// The header with the certificate; like all of these in base 64.
pub const CERTIFICATE: &str = "balai-certificate";
/// The header with the nonce that was drawn for this question.
pub const NONCE: &str = "balai-nonce";
/// The header with the hub's nonce, in a question and in every answer.
pub const HUB_NONCE: &str = "balai-hub-nonce";
/// The header with the signature.
pub const SIGNATURE: &str = "balai-signature";

const PURPOSE: &str = "balai-exchange/1 request";

/// What a request is, apart from who asks.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// `GET`, `POST` and so on.
    pub method: &'a str,
    /// The path with what follows the question mark.
    pub path: &'a str,
    /// The hub's.
    pub hub_nonce: &'a [u8],
    /// Drawn for this question.
    pub nonce: &'a Nonce,
    /// What is sent.
    pub body: &'a [u8],
}

impl Request<'_> {
    /// The signature that goes into the header.
    #[must_use]
    pub fn sign(&self, key: &SecretKey) -> Signature {
        let body = blake3::hash(self.body);
        key.sign(PURPOSE, &[self.method.as_bytes(), self.path.as_bytes(), self.hub_nonce, self.nonce, body.as_bytes()])
    }

    /// Whether the key's owner asked exactly this.
    pub fn verify(&self, key: &PublicKey, signature: &Signature) -> Result<()> {
        let body = blake3::hash(self.body);
        let parts: [&[u8]; 5] =
            [self.method.as_bytes(), self.path.as_bytes(), self.hub_nonce, self.nonce, body.as_bytes()];
        key.verify(PURPOSE, &parts, signature)
    }
}

/// The hub tells the time, and gives a nonce to ask with. Signed for the asker's nonce.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct TimeReply {
    /// The hub's clock, in milliseconds since 1970.
    #[n(1)]
    pub hub_time: u64,
    /// To be sent with the next questions.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub hub_nonce: Vec<u8>,
}

impl Message for TimeReply {
    const PURPOSE: &'static str = "balai-exchange/1 time";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_request_is_signed() {
        let key = SecretKey::from_seed([1; 32]);
        let asked =
            Request { method: "POST", path: "/v1/push?x=1", hub_nonce: b"hub", nonce: &[1; 16], body: b"frame" };
        let signature = asked.sign(&key);
        assert_eq!(asked.verify(&key.public(), &signature), Ok(()));
        let others = [
            Request { method: "PUT", ..asked },
            Request { path: "/v1/push?x=2", ..asked },
            Request { hub_nonce: b"hut", ..asked },
            Request { nonce: &[2; 16], ..asked },
            Request { body: b"flame", ..asked },
        ];
        for other in others {
            assert!(other.verify(&key.public(), &signature).is_err(), "{other:?}");
        }
        assert!(asked.verify(&SecretKey::from_seed([2; 32]).public(), &signature).is_err());
    }
}
