//! Bundles (`.balaix`): what would go over the wire, in a file for a stick. For the hub, which answers with a bundle of
//! its own, and for the other PCs of the office, which take it in directly. Reading one again, late or in another order
//! changes nothing.

use balai_domain::{
    store::{Act, Error, Store, work::Done},
    sync::{
        apply::Arrival,
        exchange, office_key,
        own::Own,
        own_store,
        review::ExchangeRefusal,
        run_store::{self, ExchangeWay, Run},
    },
};
use balai_exchange::{
    Epoch, Frame, Seq,
    bundle::{Drawn, Item, Items, MOST_BYTES, Manifest, Writer, verify},
    enrol::Certificate,
    message::{Cursor, Page, PushReply, open},
    seal::{ContentKey, OpeningKey, Recipient},
    sign::PublicKey,
};
use chrono::{DateTime, Utc};
use std::{
    fs::File,
    io::{BufReader, BufWriter},
    path::Path,
};

/// Entries taken in by one transaction.
const AT_ONCE: usize = 2_000;

/// What was written.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    /// Entries in it.
    pub entries: u64,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Read {
    /// Entries that were not known before.
    pub entries: u64,
    /// Own entries that the hub has confirmed with it.
    pub confirmed: u64,
    /// The acts, to be told to the page.
    pub done: Vec<Done>,
}

async fn own(store: &Store) -> Result<Own, Error> {
    own_store::own(&mut *store.read().await?).await?.ok_or_else(|| ExchangeRefusal::NotEnrolled.into())
}

fn unreadable<T>(_: T) -> Error {
    ExchangeRefusal::BundleUnreadable.into()
}

/// Draws the key by which the office's PCs open each other's bundles, if there is none.
pub(crate) async fn draw_office_key(store: &Store, now: DateTime<Utc>) -> Result<(), Error> {
    let mut work = store.begin(Act { verb: "office_key", actor: None, at: now }).await?;
    office_key::make(&mut work, rand::random()).await?;
    work.commit().await.map(|_| ())
}

/// Writes what is not confirmed into a bundle. Refuses `exchange.not_enrolled`.
pub async fn export(store: &Store, file: &Path, now: DateTime<Utc>) -> Result<Written, Error> {
    let own = own(store).await?;
    draw_office_key(store, now).await?;
    let frames = exchange::frames(store, &own, MOST_BYTES).await?;
    // With nothing to send it still asks the hub for what is new.
    let author = &own.author;
    let (first, last, chain) = match frames.last().map(|frame| &frame.header) {
        Some(header) => (author.acked.plus(1), header.last(), header.after),
        None => (Seq(0), author.acked, author.chain),
    };
    let manifest = Manifest {
        id: rand::random(),
        office: own.office,
        device: author.device,
        epoch: author.epoch,
        first,
        last,
        chain,
        cursors: vec![Cursor { office: own.office, pos: own.head }],
        created: now.timestamp_millis().max(0).unsigned_abs(),
    };
    let keys = office_key::keys(&mut *store.read().await?).await?;
    let mut recipients: Vec<Recipient> = keys.iter().take(1).map(OpeningKey::recipient).collect();
    recipients.extend(Recipient::of(&own.hub));
    let entries = frames.iter().map(|frame| u64::from(frame.header.n)).sum();
    write(file, &own, &recipients, manifest, &frames)?;
    let run = Run {
        at: now,
        way: ExchangeWay::Bundle,
        sent: i64::try_from(entries).unwrap_or(0),
        received: 0,
        failure: None,
    };
    run_store::note(&mut *store.local().await?, &run).await?;
    Ok(Written { entries })
}

fn write(
    file: &Path,
    own: &Own,
    recipients: &[Recipient],
    manifest: Manifest,
    frames: &[Frame],
) -> std::io::Result<()> {
    let drawn = Drawn { content: ContentKey(rand::random()), once: rand::random() };
    let key = own.key();
    // Whole or not at all: a stick is pulled out at any time.
    let beside = file.with_extension("balaix-part");
    let out = BufWriter::new(File::create(&beside)?);
    let mut writer = Writer::begin(out, &key, recipients, &drawn, manifest)?;
    writer.add(&Item::Certificate(own.certificate.clone()))?;
    for frame in frames {
        writer.add(&Item::Frame(frame.to_bytes()))?;
    }
    writer.finish()?.into_inner().map_err(|error| error.into_error())?.sync_all()?;
    std::fs::rename(beside, file)
}

/// Takes a bundle in. Refuses `exchange.bundle_unreadable`, `exchange.other_office`, `exchange.not_enrolled`.
pub async fn import(store: &Store, file: &Path, now: DateTime<Utc>) -> Result<Read, Error> {
    let own = own(store).await?;
    // Proved from end to end before anything in it counts.
    let signer = verify(BufReader::new(File::open(file)?)).map_err(unreadable)?;
    let mut reader =
        Reader { store, own, signer, now, about: None, author: None, read: Read::default(), waiting: Vec::new() };
    for item in items(store, &reader.own, file).await? {
        reader.take(item.map_err(unreadable)?).await?;
    }
    reader.flush().await?;
    let received = i64::try_from(reader.read.entries).unwrap_or(0);
    let run = Run { at: now, way: ExchangeWay::Bundle, sent: 0, received, failure: None };
    run_store::note(&mut *store.local().await?, &run).await?;
    Ok(reader.read)
}

/// The items, opened with whichever key of this PC or its office fits.
async fn items(store: &Store, own: &Own, file: &Path) -> Result<Items<BufReader<File>>, Error> {
    let mut keys = office_key::keys(&mut *store.read().await?).await?;
    keys.push(OpeningKey::of(&own.key()));
    for key in &keys {
        if let Ok(items) = Items::open(BufReader::new(File::open(file)?), key) {
            return Ok(items);
        }
    }
    Err(ExchangeRefusal::BundleUnreadable.into())
}

struct Reader<'a> {
    store: &'a Store,
    own: Own,
    signer: PublicKey,
    now: DateTime<Utc>,
    about: Option<Manifest>,
    author: Option<Certificate>,
    waiting: Vec<Arrival>,
    read: Read,
}

impl Reader<'_> {
    async fn take(&mut self, item: Item) -> Result<(), Error> {
        match item {
            Item::Manifest(about) if about.office != self.own.office => Err(ExchangeRefusal::OtherOffice.into()),
            Item::Manifest(about) => {
                self.about = Some(about);
                Ok(())
            }
            Item::Certificate(bytes) => {
                let certificate = Certificate::read(&self.own.hub, &bytes).map_err(unreadable)?;
                if certificate.office != self.own.office {
                    return Err(ExchangeRefusal::OtherOffice.into());
                }
                self.author = Some(certificate);
                Ok(())
            }
            Item::Frame(bytes) => self.frame(&bytes).await,
            Item::Reply(bytes) if self.signer == self.own.hub => self.reply(&bytes).await,
            Item::Page(bytes) if self.signer == self.own.hub => self.page(&bytes).await,
            _ => Ok(()),
        }
    }

    /// A frame of another PC; of one's own there is nothing to learn.
    async fn frame(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let Some(author) = &self.author else { return Err(unreadable(())) };
        let frame = Frame::from_bytes(bytes).map_err(unreadable)?;
        if frame.header.device != author.device {
            return Err(unreadable(()));
        }
        frame.verify(&author.key).map_err(unreadable)?;
        let records = frame.records().map_err(unreadable)?;
        self.waiting.extend(records.into_iter().map(|record| Arrival { record, received: None }));
        if self.waiting.len() >= AT_ONCE { self.flush().await } else { Ok(()) }
    }

    async fn flush(&mut self) -> Result<(), Error> {
        let arrivals = std::mem::take(&mut self.waiting);
        if !arrivals.is_empty() {
            let (taken, done) = exchange::on_records(self.store, arrivals, self.now).await?;
            self.read.entries += taken.new;
            self.read.done.push(done);
        }
        Ok(())
    }

    async fn reply(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let Some(about) = self.about.as_ref().filter(|about| about.device == self.own.author.device) else {
            return Ok(());
        };
        let reply: PushReply = open(&self.own.hub, &about.id, bytes).map_err(unreadable)?;
        let fresh = Epoch::from_random(rand::random());
        let step = exchange::on_carried_reply(self.store, &mut self.own, reply, fresh, self.now).await?;
        self.read.confirmed += step.sent;
        Ok(())
    }

    async fn page(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let Some(about) = &self.about else { return Err(unreadable(())) };
        let page: Page = open(&self.own.hub, &about.id, bytes).map_err(unreadable)?;
        let fresh = Epoch::from_random(rand::random());
        let applied = exchange::on_page(self.store, &mut self.own, &page, fresh, self.now).await?;
        self.read.entries += applied.taken.new;
        self.read.confirmed += applied.step.sent;
        self.read.done.push(applied.done);
        Ok(())
    }
}
