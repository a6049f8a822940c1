//! The hub's secret: one seed from which its keys follow. It lies in a file of its own, never in the ledger.

use crate::ledger::hex;
use balai_exchange::sign::{PublicKey, SecretKey};
use std::io::Write;
use std::path::Path;

/// The keys of a hub.
pub struct Keys {
    seed: [u8; 32],
    sign: SecretKey,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Keys of {}", hex(&self.public().0[..4]))
    }
}

impl Keys {
    /// From the seed.
    pub fn from_seed(seed: [u8; 32]) -> Keys {
        Keys { seed, sign: SecretKey::from_seed(blake3::derive_key("balai-hub signing key", &seed)) }
    }

    /// Reads the file, or makes it with a fresh seed that only the owner may read.
    pub fn load_or_make(file: &Path) -> std::io::Result<Keys> {
        match std::fs::read(file) {
            Ok(bytes) => {
                let seed = bytes.try_into().map_err(|_| {
                    std::io::Error::other(format!("{} does not hold a key of 32 bytes", file.display()))
                })?;
                Ok(Keys::from_seed(seed))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let seed: [u8; 32] = rand::random();
                let mut options = std::fs::OpenOptions::new();
                options.write(true).create_new(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                let mut file = options.open(file)?;
                file.write_all(&seed)?;
                file.sync_all()?;
                Ok(Keys::from_seed(seed))
            }
            Err(error) => Err(error),
        }
    }

    /// Signs certificates and answers.
    pub fn sign(&self) -> &SecretKey {
        &self.sign
    }

    /// What devices pin.
    pub fn public(&self) -> PublicKey {
        self.sign.public()
    }

    /// The keyed hash under which a NIK is compared between offices. It differs from hub to hub.
    pub fn blind(&self, nik: &str) -> [u8; 32] {
        let key = blake3::derive_key("balai-hub blind index", &self.seed);
        *blake3::keyed_hash(&key, nik.as_bytes()).as_bytes()
    }

    /// The key under which the hub recognises its own nonces.
    pub fn nonces(&self) -> [u8; 32] {
        blake3::derive_key("balai-hub nonces", &self.seed)
    }

    /// Pseudo-random bytes that are the same each time for the same thing: a salt that need not be kept.
    pub fn derive(&self, what: &[u8]) -> [u8; 32] {
        *blake3::keyed_hash(&blake3::derive_key("balai-hub derived", &self.seed), what).as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_file_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("hub.key");
        let made = Keys::load_or_make(&file).unwrap();
        assert_eq!(Keys::load_or_make(&file).unwrap().public(), made.public());
        std::fs::write(&file, b"short").unwrap();
        assert!(Keys::load_or_make(&file).is_err());
    }

    #[test]
    fn the_same_nik_is_found_under_the_same_hash_of_one_hub_only() {
        let (one, other) = (Keys::from_seed([1; 32]), Keys::from_seed([2; 32]));
        assert_eq!(one.blind("3204110202900001"), one.blind("3204110202900001"));
        assert_ne!(one.blind("3204110202900001"), other.blind("3204110202900001"));
        assert_ne!(one.blind("3204110202900001"), one.blind("3204110202900002"));
    }
}
