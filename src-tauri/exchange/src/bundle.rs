//! A bundle (`.balaix`): what travels on a stick when there is no network. The same frames and answers as over the wire,
//! locked for the hub and the office, and signed outside by whoever wrote it. It may be read again, late, and in any
//! order: its items mean the same as if they had come over the wire.
//!
//! The file: `blxb`, version, head, parts, signature over everything before it. Each item is one encrypted part.

use crate::{
    cbor::{from_bytes, to_bytes},
    chain::Chain,
    error::{Fault, Result},
    id::{DeviceId, Epoch, OfficeId, Seq},
    message::Cursor,
    seal::{ContentKey, Lock, OpeningKey, Recipient},
    sign::{PublicKey, SecretKey, Signature},
};
use minicbor::{Decode, Encode};
use std::io::{self, Read, Write};

/// A stick formatted as FAT32 holds no larger file than 4 GB; a bundle is split before that.
pub const MOST_BYTES: u64 = 3_500_000_000;
/// Bytes of one part.
const MOST_PART: u32 = 5 * 1024 * 1024;
const MOST_HEAD: u32 = 64 * 1024;
const MAGIC: [u8; 4] = *b"blxb";
const VERSION: u8 = 1;
const PURPOSE: &str = "balai-exchange/1 bundle";
const SIGNATURE: u64 = 64;

/// What a bundle is about. Nobody reads it but the recipients.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Manifest {
    /// Its own id; the answers in a return bundle are signed for it.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub id: [u8; 16],
    /// The office.
    #[n(2)]
    pub office: OfficeId,
    /// The PC that wrote it, or for which it was written.
    #[n(3)]
    pub device: DeviceId,
    /// In which life.
    #[n(4)]
    pub epoch: Epoch,
    /// The first place of its frames; 0 when it has none.
    #[n(5)]
    pub first: Seq,
    /// The last place.
    #[n(6)]
    pub last: Seq,
    /// The chain there.
    #[n(7)]
    pub chain: Chain,
    /// How far the PC has read the feeds: the return bundle goes on from there.
    #[n(8)]
    pub cursors: Vec<Cursor>,
    /// When, in milliseconds since 1970 by the writer's clock.
    #[n(9)]
    pub created: u64,
}

/// One thing in a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Item {
    /// Always the first.
    #[n(1)]
    Manifest(#[n(0)] Manifest),
    /// The certificate of the PC whose frames follow.
    #[n(2)]
    Certificate(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// A frame, as it travels.
    #[n(3)]
    Frame(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// The hub's answer, in its envelope.
    #[n(4)]
    Reply(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// A page of a feed, in its envelope.
    #[n(5)]
    Page(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// A piece of a scan or picture.
    #[n(6)]
    Piece {
        /// The whole one's id.
        #[cbor(n(0), with = "minicbor::bytes")]
        attachment: [u8; 32],
        /// Which piece.
        #[n(1)]
        n: u32,
        /// Its bytes.
        #[cbor(n(2), with = "minicbor::bytes")]
        bytes: Vec<u8>,
    },
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Head {
    #[n(1)]
    signer: PublicKey,
    #[n(2)]
    once: Recipient,
    #[n(3)]
    locks: Vec<Lock>,
}

/// What must be drawn at random for one bundle.
pub struct Drawn {
    /// The key of its content.
    pub content: ContentKey,
    /// The seed of the pair that locks it.
    pub once: [u8; 32],
}

/// Writes a bundle item by item; nothing is held in memory but one item.
pub struct Writer<'k, W: Write> {
    out: W,
    key: &'k SecretKey,
    content: ContentKey,
    bound: [u8; 32],
    hasher: blake3::Hasher,
    n: u64,
    waiting: Vec<u8>,
    written: u64,
}

impl<'k, W: Write> Writer<'k, W> {
    /// Begins a bundle signed by `key` for `recipients`.
    pub fn begin(
        out: W,
        key: &'k SecretKey,
        recipients: &[Recipient],
        drawn: &Drawn,
        manifest: Manifest,
    ) -> io::Result<Self> {
        let once = OpeningKey::from_seed(drawn.once);
        let lock = |recipient: &Recipient| drawn.content.lock(&once, *recipient);
        let locks = recipients.iter().map(lock).collect::<Result<Vec<_>>>().map_err(io::Error::other)?;
        let head = to_bytes(&Head { signer: key.public(), once: once.recipient(), locks });
        let mut writer = Self {
            out,
            key,
            content: drawn.content,
            bound: blake3::hash(&head).into(),
            hasher: blake3::Hasher::new(),
            n: 0,
            waiting: to_bytes(&Item::Manifest(manifest)),
            written: 0,
        };
        writer.put(&[&MAGIC[..], &[VERSION], &(head.len() as u32).to_le_bytes(), &head].concat())?;
        Ok(writer)
    }

    /// Adds an item.
    pub fn add(&mut self, item: &Item) -> io::Result<()> {
        let before = std::mem::replace(&mut self.waiting, to_bytes(item));
        self.part(&before, false)
    }

    /// How large the file will be at least.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.written + self.waiting.len() as u64 + SIGNATURE + 64
    }

    /// Whether nothing was written. It never is: the head is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Signs it and gives the file back.
    pub fn finish(mut self) -> io::Result<W> {
        let last = std::mem::take(&mut self.waiting);
        self.part(&last, true)?;
        let signature = self.key.sign(PURPOSE, &[self.hasher.finalize().as_bytes()]);
        self.out.write_all(&signature.0)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn part(&mut self, plain: &[u8], last: bool) -> io::Result<()> {
        let sealed = self.content.encrypt(self.n, last, &self.bound, plain).map_err(io::Error::other)?;
        if sealed.len() as u64 > u64::from(MOST_PART) {
            return Err(io::Error::other(Fault::TooLarge("part")));
        }
        self.n += 1;
        self.put(&[&(sealed.len() as u32).to_le_bytes()[..], &[u8::from(last)], &sealed].concat())
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.written += bytes.len() as u64;
        self.out.write_all(bytes)
    }
}

/// Goes once through a file without opening it: who signed it, if nothing was changed since. Done before anything in it is
/// looked at.
pub fn verify(mut file: impl Read) -> Result<PublicKey> {
    let mut hasher = blake3::Hasher::new();
    let head = head(&mut file, &mut hasher)?;
    let mut last = false;
    while !last {
        last = part(&mut file, &mut hasher)?.1;
    }
    let signature = Signature(exactly(&mut file)?);
    if file.read(&mut [0]).map_err(|_| Fault::Malformed("bundle"))? != 0 {
        return Err(Fault::Malformed("bundle"));
    }
    let head: Head = from_bytes(&head)?;
    head.signer.verify(PURPOSE, &[hasher.finalize().as_bytes()], &signature)?;
    Ok(head.signer)
}

/// The items of a verified file, one by one.
pub struct Items<R: Read> {
    file: R,
    content: ContentKey,
    bound: [u8; 32],
    n: u64,
    done: bool,
}

impl<R: Read> Items<R> {
    /// Opens it with the own key.
    pub fn open(mut file: R, key: &OpeningKey) -> Result<Self> {
        let bytes = head(&mut file, &mut blake3::Hasher::new())?;
        let head: Head = from_bytes(&bytes)?;
        let content = ContentKey::unlock(&head.locks, head.once, key)?;
        Ok(Self { file, content, bound: blake3::hash(&bytes).into(), n: 0, done: false })
    }

    fn read(&mut self) -> Result<Item> {
        let (sealed, last) = part(&mut self.file, &mut blake3::Hasher::new())?;
        let plain = self.content.decrypt(self.n, last, &self.bound, &sealed)?;
        self.n += 1;
        self.done = last;
        from_bytes(&plain)
    }
}

impl<R: Read> Iterator for Items<R> {
    type Item = Result<Item>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let item = self.read();
        self.done |= item.is_err();
        Some(item)
    }
}

fn head(file: &mut impl Read, hasher: &mut blake3::Hasher) -> Result<Vec<u8>> {
    let fixed: [u8; 9] = exactly(file)?;
    if fixed[..4] != MAGIC {
        return Err(Fault::Malformed("bundle"));
    }
    if fixed[4] != VERSION {
        return Err(Fault::Version(fixed[4]));
    }
    hasher.update(&fixed);
    many(file, u32::from_le_bytes([fixed[5], fixed[6], fixed[7], fixed[8]]), MOST_HEAD, hasher)
}

fn part(file: &mut impl Read, hasher: &mut blake3::Hasher) -> Result<(Vec<u8>, bool)> {
    let fixed: [u8; 5] = exactly(file)?;
    hasher.update(&fixed);
    let length = u32::from_le_bytes([fixed[0], fixed[1], fixed[2], fixed[3]]);
    Ok((many(file, length, MOST_PART, hasher)?, fixed[4] != 0))
}

fn exactly<const N: usize>(file: &mut impl Read) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes).map_err(|_| Fault::Malformed("bundle"))?;
    Ok(bytes)
}

fn many(file: &mut impl Read, length: u32, most: u32, hasher: &mut blake3::Hasher) -> Result<Vec<u8>> {
    if length > most {
        return Err(Fault::TooLarge("part"));
    }
    let mut bytes = vec![0; length as usize];
    file.read_exact(&mut bytes).map_err(|_| Fault::Malformed("bundle"))?;
    hasher.update(&bytes);
    Ok(bytes)
}

#[cfg(test)]
#[path = "bundle_tests.rs"]
mod tests;
