//! The key of the file: 256 random bits, kept only wrapped. One slot is the passphrase (Argon2id); a second may be
//! the operating system's keyring, if it proves at start that it keeps what it is given. Never a plain file.

use super::error::{Error, Result};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce, aead::Aead};
use rand::Rng;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, io::Write, path::Path};

/// File name of the slots, beside the database.
pub const SLOTS: &str = "balai.keys.json";
/// The slots that are to follow, until they are proved.
const FRESH: &str = "balai.keys.json.new";
const SERVICE: &str = "id.go.balai";
/// Argon2id: 64 MiB, 3 passes, 1 lane; about 0.3 s on an office PC.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
/// Shortest passphrase that is accepted.
pub const PASSPHRASE_MIN: usize = 8;
/// Fewest different letters of a passphrase.
const LETTERS_MIN: usize = 5;

refusals! {
    "key" =>
    /// Why the office's file stays locked.
    KeyRefusal {
        /// The passphrase does not open it.
        WrongPassphrase => "wrong_passphrase",
        /// Too short to protect anything.
        PassphraseShort { min } => "passphrase_short",
        /// Guessed at once: figures only, or the same few letters over and over.
        PassphraseWeak => "passphrase_weak",
        /// The new passphrase is the old one.
        PassphraseSame => "passphrase_same",
        /// The operating system keeps no key for this program.
        KeyringRefused => "keyring_refused",
        /// The slots file is missing or damaged.
        SlotsUnreadable => "slots_unreadable",
    }
}

/// The 256-bit key itself. Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseKey([u8; 32]);

impl std::fmt::Debug for DatabaseKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseKey(…)")
    }
}

impl DatabaseKey {
    fn random() -> Self {
        Self(rand::rng().random())
    }

    /// The raw key in SQLCipher's notation, so that no connection derives it again.
    pub(super) fn pragma(&self) -> String {
        format!("\"x'{}'\"", hex(&self.0))
    }
}

/// The wrapped key, as it lies beside the database and travels in every backup.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Slots {
    version: u32,
    /// Names the keyring's entry; random, so that two offices on one PC do not meet.
    office: String,
    passphrase: Wrapped,
    keyring: Option<Wrapped>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Wrapped {
    salt: String,
    nonce: String,
    sealed: String,
}

impl Slots {
    /// A new key under a passphrase, and the keyring slot if this system has a keyring that works.
    pub fn create(passphrase: &str, with_keyring: bool) -> Result<(Slots, DatabaseKey)> {
        check_strength(passphrase)?;
        let key = DatabaseKey::random();
        let office = hex(&rand::rng().random::<[u8; 8]>());
        let mut slots =
            Slots { version: 1, office, passphrase: seal_with_passphrase(&key, passphrase)?, keyring: None };
        if with_keyring {
            slots.add_keyring(&key);
        }
        Ok((slots, key))
    }

    /// The key by passphrase; `key.wrong_passphrase` otherwise.
    pub fn open_with_passphrase(&self, passphrase: &str) -> Result<DatabaseKey> {
        let salt = unhex(&self.passphrase.salt)?;
        open(&self.passphrase, &derive(passphrase, &salt)?).ok_or_else(|| KeyRefusal::WrongPassphrase.into())
    }

    /// The key by the operating system's keyring, if it holds it.
    pub fn open_with_keyring(&self) -> Option<DatabaseKey> {
        let slot = self.keyring.as_ref()?;
        let secret = keyring_entry(&self.office)?.get_password().ok()?;
        let wrapping: [u8; 32] = unhex(&secret).ok()?.try_into().ok()?;
        open(slot, &wrapping)
    }

    /// Adds the keyring slot when the keyring passes its self-test: written, read back through a new handle.
    /// Answers whether it did.
    pub fn add_keyring(&mut self, key: &DatabaseKey) -> bool {
        let wrapping: [u8; 32] = rand::rng().random();
        let kept = keyring_entry(&self.office)
            .and_then(|entry| entry.set_password(&hex(&wrapping)).ok())
            .and_then(|()| keyring_entry(&self.office))
            .and_then(|entry| entry.get_password().ok())
            .is_some_and(|read| read == hex(&wrapping));
        self.keyring = if kept { seal(key, &wrapping, "").ok() } else { None };
        self.keyring.is_some()
    }

    /// The slots of a data folder.
    pub fn read(folder: &Path) -> Result<Slots> {
        read_from(&folder.join(SLOTS))
    }

    /// Writes the slots so that a crash leaves the old or the new ones, never half.
    pub fn write(&self, folder: &Path) -> Result<()> {
        self.lay_beside(folder)?;
        take_place(folder)
    }

    /// The same key under another passphrase. Refuses `key.wrong_passphrase`, `key.passphrase_same`, and one that is
    /// short or weak.
    pub fn with_passphrase(&self, old: &str, fresh: &str) -> Result<Slots> {
        let key = self.open_with_passphrase(old)?;
        check_strength(fresh)?;
        if old == fresh {
            return Err(KeyRefusal::PassphraseSame.into());
        }
        Ok(Slots { passphrase: seal_with_passphrase(&key, fresh)?, ..self.clone() })
    }

    /// Whether this PC opens the file by itself.
    pub fn has_keyring(&self) -> bool {
        self.keyring.is_some()
    }

    fn lay_beside(&self, folder: &Path) -> Result<()> {
        let text = serde_json::to_vec_pretty(self).map_err(|error| Error::Encoding(error.to_string()))?;
        let mut file = std::fs::File::create(folder.join(FRESH))?;
        file.write_all(&text)?;
        Ok(file.sync_all()?)
    }
}

/// Changes the passphrase of a data folder. The old slots stay until the new ones have been read back and have opened
/// the same key; a power cut before that leaves the old passphrase in force.
pub fn change_passphrase(folder: &Path, old: &str, fresh: &str) -> Result<()> {
    let slots = Slots::read(folder)?;
    let key = slots.open_with_passphrase(old)?;
    slots.with_passphrase(old, fresh)?.lay_beside(folder)?;
    if read_from(&folder.join(FRESH))?.open_with_passphrase(fresh)? != key {
        return Err(KeyRefusal::SlotsUnreadable.into());
    }
    take_place(folder)
}

/// Lets this PC open the data folder by itself, or no longer. Refuses `key.keyring_refused`.
pub fn set_keyring(folder: &Path, key: &DatabaseKey, on: bool) -> Result<()> {
    let mut slots = Slots::read(folder)?;
    if on && slots.open_with_keyring().as_ref() == Some(key) {
        return Ok(());
    }
    if on && !slots.add_keyring(key) {
        return Err(KeyRefusal::KeyringRefused.into());
    }
    if !on {
        slots.keyring = None;
    }
    slots.write(folder)?;
    if !on && let Some(entry) = keyring_entry(&slots.office) {
        // Last: what is left of it after a power cut opens nothing that lies in the folder.
        let _ = entry.delete_credential();
    }
    Ok(())
}

fn read_from(path: &Path) -> Result<Slots> {
    serde_json::from_slice(&std::fs::read(path)?).map_err(|_| KeyRefusal::SlotsUnreadable.into())
}

/// The slots that lie beside become those of the folder.
fn take_place(folder: &Path) -> Result<()> {
    std::fs::rename(folder.join(FRESH), folder.join(SLOTS))?;
    // The name itself must outlive a power cut; Windows writes names through and opens no folder.
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}

fn check_strength(passphrase: &str) -> Result<()> {
    if passphrase.chars().count() < PASSPHRASE_MIN {
        return Err(KeyRefusal::PassphraseShort { min: PASSPHRASE_MIN.to_string() }.into());
    }
    let letters: BTreeSet<char> = passphrase.chars().filter(|c| !c.is_whitespace()).collect();
    if letters.len() < LETTERS_MIN || letters.iter().all(char::is_ascii_digit) {
        return Err(KeyRefusal::PassphraseWeak.into());
    }
    Ok(())
}

fn keyring_entry(office: &str) -> Option<keyring::Entry> {
    keyring::Entry::new(SERVICE, office).ok()
}

fn derive(passphrase: &str, salt: &[u8]) -> Result<[u8; 32]> {
    let mut wrapping = [0; 32];
    Params::new(MEMORY_KIB, PASSES, 1, Some(32))
        .map(|params| Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
        .and_then(|argon2| argon2.hash_password_into(passphrase.as_bytes(), salt, &mut wrapping))
        .map_err(|error| Error::Encoding(error.to_string()))?;
    Ok(wrapping)
}

fn seal_with_passphrase(key: &DatabaseKey, passphrase: &str) -> Result<Wrapped> {
    let salt: [u8; 16] = rand::rng().random();
    seal(key, &derive(passphrase, &salt)?, &hex(&salt))
}

fn seal(key: &DatabaseKey, wrapping: &[u8; 32], salt: &str) -> Result<Wrapped> {
    let nonce: [u8; 24] = rand::rng().random();
    let sealed = XChaCha20Poly1305::new(wrapping.into())
        .encrypt(&XNonce::from(nonce), key.0.as_slice())
        .map_err(|error| Error::Encoding(error.to_string()))?;
    Ok(Wrapped { salt: salt.to_owned(), nonce: hex(&nonce), sealed: hex(&sealed) })
}

fn open(slot: &Wrapped, wrapping: &[u8; 32]) -> Option<DatabaseKey> {
    let nonce: [u8; 24] = unhex(&slot.nonce).ok()?.try_into().ok()?;
    let sealed = unhex(&slot.sealed).ok()?;
    let key = XChaCha20Poly1305::new(wrapping.into()).decrypt(&XNonce::from(nonce), sealed.as_slice()).ok()?;
    Some(DatabaseKey(key.try_into().ok()?))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Result<Vec<u8>> {
    let bad = || Error::from(KeyRefusal::SlotsUnreadable);
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return Err(bad());
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).map_err(|_| bad())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_passphrase_opens_and_a_wrong_one_does_not() {
        let (slots, key) = Slots::create("kursi rotan biru", false).expect("slots");
        assert_eq!(slots.open_with_passphrase("kursi rotan biru").expect("key"), key);
        let refused = slots.open_with_passphrase("kursi rotan hijau").expect_err("refused");
        assert!(matches!(refused, Error::Refused(r) if r.code == "wrong_passphrase"));
    }

    #[test]
    fn neither_key_nor_passphrase_lies_in_the_slots() {
        let (slots, key) = Slots::create("kursi rotan biru", false).expect("slots");
        let text = serde_json::to_string(&slots).expect("json");
        assert!(!text.contains("rotan") && !text.contains(&hex(&key.0)));
        assert_eq!(format!("{key:?}"), "DatabaseKey(…)");
    }

    #[test]
    fn a_short_passphrase_is_refused() {
        assert!(Slots::create("pendek", false).is_err());
    }

    fn a_folder() -> (tempfile::TempDir, DatabaseKey) {
        let folder = tempfile::tempdir().expect("a folder");
        let (slots, key) = Slots::create("kursi rotan biru", false).expect("slots");
        slots.write(folder.path()).expect("written");
        (folder, key)
    }

    fn opens(folder: &Path, passphrase: &str, key: &DatabaseKey) -> bool {
        Slots::read(folder).expect("slots").open_with_passphrase(passphrase).is_ok_and(|opened| opened == *key)
    }

    fn refused(result: Result<()>) -> String {
        match result {
            Err(Error::Refused(refusal)) => refusal.code,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_changed_passphrase_opens_the_same_key_and_the_old_one_no_longer() {
        let (folder, key) = a_folder();
        change_passphrase(folder.path(), "kursi rotan biru", "meja jati hijau").expect("changed");
        assert!(opens(folder.path(), "meja jati hijau", &key));
        assert!(!opens(folder.path(), "kursi rotan biru", &key));
        assert!(!folder.path().join(FRESH).exists());
    }

    #[test]
    fn a_refused_change_leaves_the_old_passphrase_in_force() {
        let (folder, key) = a_folder();
        let change = |old: &str, fresh: &str| refused(change_passphrase(folder.path(), old, fresh));
        assert_eq!(change("kursi rotan hijau", "meja jati hijau"), "wrong_passphrase");
        assert_eq!(change("kursi rotan biru", "meja"), "passphrase_short");
        assert_eq!(change("kursi rotan biru", "3216014101990001"), "passphrase_weak");
        assert_eq!(change("kursi rotan biru", "aaaa bbbb aaaa"), "passphrase_weak");
        assert_eq!(change("kursi rotan biru", "kursi rotan biru"), "passphrase_same");
        assert!(opens(folder.path(), "kursi rotan biru", &key) && !folder.path().join(FRESH).exists());
    }

    #[test]
    fn the_power_goes_before_the_new_slots_take_their_place_and_the_old_passphrase_opens() {
        let (folder, key) = a_folder();
        let slots = Slots::read(folder.path()).expect("slots");
        let fresh = slots.with_passphrase("kursi rotan biru", "meja jati hijau").expect("sealed");
        fresh.lay_beside(folder.path()).expect("written");
        assert!(opens(folder.path(), "kursi rotan biru", &key));
        // Cut off within the writing, too; and the next change is not disturbed by what was left.
        let half = std::fs::read(folder.path().join(FRESH)).expect("read");
        std::fs::write(folder.path().join(FRESH), &half[..half.len() / 2]).expect("cut");
        assert!(opens(folder.path(), "kursi rotan biru", &key));
        change_passphrase(folder.path(), "kursi rotan biru", "meja jati hijau").expect("changed");
        assert!(opens(folder.path(), "meja jati hijau", &key));
    }

    #[test]
    fn the_keyring_slot_is_taken_away_and_the_passphrase_stays() {
        let (folder, key) = a_folder();
        let mut slots = Slots::read(folder.path()).expect("slots");
        slots.keyring = Some(seal(&key, &[7; 32], "").expect("sealed"));
        slots.write(folder.path()).expect("written");
        assert!(Slots::read(folder.path()).expect("slots").has_keyring());
        set_keyring(folder.path(), &key, false).expect("off");
        assert!(!Slots::read(folder.path()).expect("slots").has_keyring());
        assert!(opens(folder.path(), "kursi rotan biru", &key));
    }
}
