//! A bundle on a stick: the same frames as over the wire, taken in the same way; the answers go back in another bundle.

use crate::keys::Keys;
use crate::ledger::head::Head;
use crate::ledger::{self, Ledger, Scope, oplog, reading};
use crate::push::{self, Caller};
use balai_exchange::bundle::{Drawn, Item, Items, MOST_BYTES, Manifest, Writer, verify};
use balai_exchange::enrol::Certificate;
use balai_exchange::feed::{MOST_ENTRIES, page};
use balai_exchange::message::{Message, PushReply, seal};
use balai_exchange::seal::{ContentKey, OpeningKey, Recipient};
use balai_exchange::{Fault, Frame, Pos, Stamp};
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

/// Why a bundle was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Changed on the way, not for this hub, or not what it should be.
    #[error("bundle: {0}")]
    Bundle(#[from] Fault),
    /// Its writer is not on the guest list.
    #[error("the writer is not on the list")]
    Stranger,
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
    #[error(transparent)]
    File(#[from] std::io::Error),
}

/// What a bundle brought.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub frames: u64,
    /// Changes that were new.
    pub changes: u64,
    /// Entries of the feed in the answer.
    pub answered: u64,
}

/// Takes the bundle in `file` in and writes the answer.
pub async fn take(ledger: &Ledger, keys: &Keys, file: &Path, answer: &Path, now: Stamp) -> Result<Taken, Failure> {
    // Proved from end to end before anything in it counts.
    let signer = verify(BufReader::new(File::open(file)?))?;
    let mut items = Items::open(BufReader::new(File::open(file)?), &OpeningKey::of(keys.sign()))?;
    let Some(Item::Manifest(about)) = items.next().transpose()? else {
        return Err(Fault::Malformed("manifest").into());
    };
    let Some(Item::Certificate(paper)) = items.next().transpose()? else {
        return Err(Fault::Malformed("certificate").into());
    };
    let certificate = Certificate::read(&keys.public(), &paper)?;
    if certificate.office != about.office || certificate.key != signer {
        return Err(Failure::Stranger);
    }
    let caller = Caller { scope: Scope::of(certificate.office), device: certificate.device };
    if push::author(ledger, caller.scope, caller.device).await? != Some(signer) {
        return Err(Failure::Stranger);
    }
    let (mut taken, mut reply) = (Taken::default(), None);
    for item in items {
        if let Item::Frame(bytes) = item? {
            let frame = Frame::from_bytes(&bytes)?;
            let author = push::author(ledger, caller.scope, frame.header.device).await?.ok_or(Failure::Stranger)?;
            frame.verify(&author)?;
            let done = push::take(ledger, keys, caller, &frame, now).await?;
            taken.frames += 1;
            taken.changes += done.fed as u64;
            if done.erased {
                ledger.sweep().await?;
            }
            if frame.header.device == about.device {
                reply = Some(done.reply);
            }
        }
    }
    taken.answered = write(ledger, keys, caller.scope, &about, reply, answer).await?;
    Ok(taken)
}

/// The answer: how far the hub came, and the feed after what the PC has read.
async fn write(
    ledger: &Ledger,
    keys: &Keys,
    scope: Scope,
    about: &Manifest,
    reply: Option<PushReply>,
    answer: &Path,
) -> Result<u64, Failure> {
    let device = push::author(ledger, scope, about.device).await?.ok_or(Failure::Stranger)?;
    let recipient = Recipient::of(&device).ok_or(Failure::Stranger)?;
    let drawn = Drawn { content: ContentKey(rand::random()), once: rand::random() };
    let beside = answer.with_extension("balaix-part");
    let out = BufWriter::new(File::create(&beside)?);
    let mut writer = Writer::begin(out, keys.sign(), &[recipient], &drawn, about.clone())?;
    if let Some(reply) = reply {
        writer.add(&Item::Reply(sealed(keys, about, &reply)))?;
    }
    let read = about.cursors.iter().find(|cursor| cursor.office == about.office);
    let (mut after, mut count) = (read.map_or(Pos(0), |cursor| cursor.pos), 0);
    loop {
        let (entries, head) = reading!(ledger, &scope, |tx| {
            Ok((oplog::feed(tx, after, MOST_ENTRIES).await?, Head::read(tx).await?.feed))
        })?;
        let page = page(about.office, after, entries, head);
        let Some(last) = page.entries.last() else { break };
        after = last.pos;
        count += page.entries.len() as u64;
        writer.add(&Item::Page(sealed(keys, about, &page)))?;
        if writer.len() >= MOST_BYTES {
            break;
        }
    }
    writer.finish()?.into_inner().map_err(|error| error.into_error())?.sync_all()?;
    std::fs::rename(beside, answer)?;
    Ok(count)
}

/// Answers are signed for the id of the bundle they answer.
fn sealed<M: Message>(keys: &Keys, about: &Manifest, message: &M) -> Vec<u8> {
    seal(keys.sign(), &about.id, message)
}
