//! Signatures: a thin face over ed25519. What is signed is always a BLAKE3 digest under a purpose of its own, so that
//! a signature made for one thing is never taken for another.

use crate::{
    error::{Fault, Result},
    mutant,
};
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use minicbor::{Decode, Encode};

/// The public half of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct PublicKey(#[cbor(with = "minicbor::bytes")] pub [u8; 32]);

/// A signature over a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Signature(#[cbor(with = "minicbor::bytes")] pub [u8; 64]);

/// The secret half of a device's or hub's key.
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// From 32 random bytes, which are what is kept.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    /// The half to give away.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// The same secret for agreeing on a key.
    pub(crate) fn scalar(&self) -> [u8; 32] {
        self.0.to_scalar_bytes()
    }

    /// Signs `parts` for `purpose`.
    #[must_use]
    pub fn sign(&self, purpose: &str, parts: &[&[u8]]) -> Signature {
        Signature(self.0.sign(&digest(purpose, parts)).to_bytes())
    }
}

impl PublicKey {
    /// The same key for agreeing on one.
    pub(crate) fn montgomery(&self) -> Option<[u8; 32]> {
        VerifyingKey::from_bytes(&self.0).ok().map(|key| key.to_montgomery().to_bytes())
    }

    /// Whether the key's owner signed `parts` for `purpose`.
    pub fn verify(&self, purpose: &str, parts: &[&[u8]], signature: &Signature) -> Result<()> {
        if mutant::on("seal_unread") {
            return Ok(());
        }
        let key = VerifyingKey::from_bytes(&self.0).map_err(|_| Fault::Signature)?;
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        key.verify_strict(&digest(purpose, parts), &signature).map_err(|_| Fault::Signature)
    }
}

/// Each part counts with its length, so that nothing can move from one to the next.
fn digest(purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key(purpose);
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_purpose_its_parts_and_its_key_only() {
        let key = SecretKey::from_seed([7; 32]);
        let signature = key.sign("frame", &[b"ab", b"c"]);
        assert_eq!(key.public().verify("frame", &[b"ab", b"c"], &signature), Ok(()));
        assert_eq!(key.public().verify("reply", &[b"ab", b"c"], &signature), Err(Fault::Signature));
        assert_eq!(key.public().verify("frame", &[b"a", b"bc"], &signature), Err(Fault::Signature));
        let other = SecretKey::from_seed([8; 32]).public();
        assert_eq!(other.verify("frame", &[b"ab", b"c"], &signature), Err(Fault::Signature));
    }
}
