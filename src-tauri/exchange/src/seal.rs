//! Bytes that only their recipients can read: X25519 to each recipient, ChaCha20-Poly1305 for the content. Nothing here says
//! who wrote it; that is what signatures are for.

use crate::{
    error::{Fault, Result},
    sign::{PublicKey as SigningHalf, SecretKey},
};
use chacha20poly1305::{
    ChaCha20Poly1305, Key, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use minicbor::{Decode, Encode};
use x25519_dalek::{PublicKey, StaticSecret};

/// The public half of a recipient's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct Recipient(#[cbor(with = "minicbor::bytes")] pub [u8; 32]);

impl Recipient {
    /// Whoever signs with this key can open; `None` when it is no key.
    #[must_use]
    pub fn of(key: &SigningHalf) -> Option<Recipient> {
        key.montgomery().map(Recipient)
    }
}

/// The secret half.
pub struct OpeningKey(StaticSecret);

impl OpeningKey {
    /// From 32 random bytes, which are what is kept.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(StaticSecret::from(seed))
    }

    /// The key by which whoever signs with `key` also opens.
    #[must_use]
    pub fn of(key: &SecretKey) -> Self {
        Self(StaticSecret::from(key.scalar()))
    }

    /// The half to give away.
    #[must_use]
    pub fn recipient(&self) -> Recipient {
        Recipient(PublicKey::from(&self.0).to_bytes())
    }
}

/// A content key, locked for one recipient.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Lock {
    #[n(1)]
    for_whom: Recipient,
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    locked: Vec<u8>,
}

/// The key of one content; drawn at random for it.
#[derive(Clone, Copy)]
pub struct ContentKey(pub [u8; 32]);

impl ContentKey {
    /// Locks it for a recipient, with the secret half of a pair drawn for this content.
    pub(crate) fn lock(&self, once: &OpeningKey, recipient: Recipient) -> Result<Lock> {
        let key = shared(once, recipient, once.recipient(), recipient)?;
        let locked = cipher(&key).encrypt(&Nonce::default(), &self.0[..]).map_err(|_| Fault::Sealed)?;
        Ok(Lock { for_whom: recipient, locked })
    }

    /// Unlocks it with the own key; `once` is the public half of the content's pair.
    pub(crate) fn unlock(locks: &[Lock], once: Recipient, own: &OpeningKey) -> Result<ContentKey> {
        let me = own.recipient();
        let lock = locks.iter().find(|lock| lock.for_whom == me).ok_or(Fault::Sealed)?;
        let key = shared(own, once, once, me)?;
        let bytes = cipher(&key).decrypt(&Nonce::default(), &lock.locked[..]).map_err(|_| Fault::Sealed)?;
        Ok(ContentKey(bytes.try_into().map_err(|_| Fault::Sealed)?))
    }

    /// Encrypts the `n`-th part; `last` says that none follows, and `bound` is what it belongs to.
    pub(crate) fn encrypt(&self, n: u64, last: bool, bound: &[u8; 32], plain: &[u8]) -> Result<Vec<u8>> {
        let payload = Payload { msg: plain, aad: bound };
        cipher(&self.0).encrypt(&place(n, last), payload).map_err(|_| Fault::TooLarge("part"))
    }

    /// Decrypts the `n`-th part.
    pub(crate) fn decrypt(&self, n: u64, last: bool, bound: &[u8; 32], sealed: &[u8]) -> Result<Vec<u8>> {
        let payload = Payload { msg: sealed, aad: bound };
        cipher(&self.0).decrypt(&place(n, last), payload).map_err(|_| Fault::Sealed)
    }
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(*key))
}

fn place(n: u64, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[..8].copy_from_slice(&n.to_le_bytes());
    nonce[11] = u8::from(last);
    Nonce::from(nonce)
}

fn shared(secret: &OpeningKey, public: Recipient, once: Recipient, recipient: Recipient) -> Result<[u8; 32]> {
    let shared = secret.0.diffie_hellman(&PublicKey::from(public.0));
    if !shared.was_contributory() {
        return Err(Fault::Sealed);
    }
    let mut hasher = blake3::Hasher::new_derive_key("balai-exchange/1 lock");
    hasher.update(shared.as_bytes()).update(&once.0).update(&recipient.0);
    Ok(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_recipient_unlocks_and_parts_stay_in_their_place() {
        let [hub, office, stranger] = [1, 2, 3].map(|n| OpeningKey::from_seed([n; 32]));
        let once = OpeningKey::from_seed([9; 32]);
        let content = ContentKey([7; 32]);
        let locks: Vec<Lock> = [&hub, &office].map(|key| content.lock(&once, key.recipient()).expect("locks")).into();
        for key in [&hub, &office] {
            assert_eq!(ContentKey::unlock(&locks, once.recipient(), key).expect("unlocks").0, content.0);
        }
        assert_eq!(ContentKey::unlock(&locks, once.recipient(), &stranger).err(), Some(Fault::Sealed));
        assert_eq!(content.lock(&once, Recipient([0; 32])).err(), Some(Fault::Sealed));

        let bound = [4; 32];
        let sealed = content.encrypt(1, false, &bound, b"Siti").expect("seals");
        assert_eq!(content.decrypt(1, false, &bound, &sealed), Ok(b"Siti".to_vec()));
        assert_eq!(content.decrypt(2, false, &bound, &sealed), Err(Fault::Sealed));
        assert_eq!(content.decrypt(1, true, &bound, &sealed), Err(Fault::Sealed));
        assert_eq!(content.decrypt(1, false, &[5; 32], &sealed), Err(Fault::Sealed));
    }

    #[test]
    fn what_is_locked_for_a_signing_key_is_opened_by_its_secret_half_only() {
        let [key, stranger] = [5, 6].map(|n| SecretKey::from_seed([n; 32]));
        let once = OpeningKey::from_seed([9; 32]);
        let content = ContentKey([7; 32]);
        let locks = [content.lock(&once, Recipient::of(&key.public()).expect("a key")).expect("locks")];
        assert_eq!(ContentKey::unlock(&locks, once.recipient(), &OpeningKey::of(&key)).expect("unlocks").0, content.0);
        assert!(ContentKey::unlock(&locks, once.recipient(), &OpeningKey::of(&stranger)).is_err());
    }
}
