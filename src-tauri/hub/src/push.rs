//! Taking a frame in: the protocol decides, this writes what it decided, in one transaction that bears being done twice.

use crate::fold;
use crate::keys::Keys;
use crate::ledger::audit::{self, Act};
use crate::ledger::devices::Call;
use crate::ledger::head::Head;
use crate::ledger::quarantine::{self, Aside};
use crate::ledger::{Ledger, Result, Scope, Tx, devices, oplog};
use crate::ledger::{reading, writing};
use balai_exchange::chain::Chain;
use balai_exchange::frame::Header;
use balai_exchange::message::PushReply;
use balai_exchange::receive::{self, Decision, Known, Needs, Place};
use balai_exchange::sign::PublicKey;
use balai_exchange::{DeviceId, Frame, Kind, OpId, Record, Seq, Stamp};
use uuid::Uuid;

/// Bytes that one record may have.
const MOST_RECORD: usize = 1024 * 1024;

/// What a frame came to.
#[derive(Debug)]
pub struct Taken {
    pub reply: PushReply,
    /// Changes that were appended to the feed.
    pub fed: usize,
    pub aside: usize,
    /// Something was erased: what the engine keeps of it should be swept out.
    pub erased: bool,
}

/// The device that brings a frame, by its certificate.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    pub scope: Scope,
    pub device: DeviceId,
}

/// The key of the device that wrote a frame, if it is on the office's list.
pub async fn author(ledger: &Ledger, scope: Scope, device: DeviceId) -> Result<Option<PublicKey>> {
    let found = reading!(ledger, &scope, |tx| devices::find(tx, device).await)?;
    Ok(found.filter(|device| device.revoked_at.is_none()).map(|device| device.key))
}

/// Takes in a frame whose signature was found right.
pub async fn take(ledger: &Ledger, keys: &Keys, caller: Caller, frame: &Frame, received: Stamp) -> Result<Taken> {
    let records = frame.records().ok();
    let header = match &records {
        Some(records) if frame.header.device != caller.device => receive::carried(&frame.header, records),
        _ => frame.header.clone(),
    };
    let salt = keys.derive(&frame.to_bytes());
    let now = received.wall().timestamp_millis();
    let hub_time = now.max(0).unsigned_abs();
    let call = Call { at: now, ..Call::default() };
    writing!(ledger, &caller.scope, |tx| {
        devices::seen(tx, caller.device, &call).await?;
        let mut head = Head::lock(tx).await?;
        let known = look_up(tx, &header, records.as_deref()).await?;
        let decision = match &records {
            Some(records) => receive::take(&header, records, &known, fault),
            None => receive::take_unreadable(&header, &known),
        };
        let moved = decision.last != known.last;
        if moved {
            let work = Work { keys, frame, header: &header, received, salt };
            work.write(tx, &mut head, &decision).await?;
        }
        let erased = erasures(&decision).next().is_some();
        Ok(Taken {
            reply: decision.reply(&header, head.feed, hub_time),
            fed: decision.feed.len(),
            aside: decision.aside.len() + usize::from(decision.unreadable),
            erased,
        })
    })
}

async fn look_up(tx: &mut Tx<Scope>, header: &Header, records: Option<&[Record]>) -> Result<Known> {
    let at = devices::chain(tx, header.device, header.epoch).await?;
    let (last, chain) = at.unwrap_or_else(|| (Seq(0), Chain::genesis(header.device, header.epoch)));
    let Needs { ops, mut acts } = records.map(receive::needs).unwrap_or_default();
    acts.sort_unstable();
    acts.dedup();
    let parts = oplog::parts(tx, &acts).await?;
    let awaited = receive::awaited(records.unwrap_or_default(), &parts, fault);
    Ok(Known {
        last,
        chain,
        ops: oplog::known(tx, &ops).await?,
        aside: quarantine::acts(tx, &acts).await?,
        waiting: oplog::waiting(tx, &awaited).await?,
        parts,
    })
}

/// The hub's own check of a record.
fn fault(record: &Record) -> Option<&'static str> {
    if record.table == 0 {
        Some("table")
    } else if record.row.is_nil() || record.tx.is_nil() {
        Some("row")
    } else if record.kind.0 == 0 {
        Some("kind")
    } else if record.to_bytes().len() > MOST_RECORD {
        Some("size")
    } else {
        None
    }
}

/// What is the same for everything that one frame brings.
struct Work<'a> {
    keys: &'a Keys,
    frame: &'a Frame,
    /// The frame's own, or the one under which it is taken when another PC brings it.
    header: &'a Header,
    received: Stamp,
    salt: [u8; 32],
}

impl Work<'_> {
    async fn write(&self, tx: &mut Tx<Scope>, head: &mut Head, decision: &Decision) -> Result<()> {
        let header = self.header;
        let now = self.received.wall().timestamp_millis();
        devices::set_chain(tx, header.device, header.epoch, decision.last, &decision.chain).await?;
        oplog::wait(tx, &decision.settled, &decision.waiting).await?;
        let feed = fold::fold(tx, self.keys, &decision.feed, self.received).await?;
        oplog::append(tx, head, &feed, self.received).await?;
        let aside = self.aside(decision, now);
        quarantine::keep(tx, &aside).await?;
        audit::add(tx, head, Act::Pushed, self.salt, &stretch(header, decision.last), now).await?;
        for record in erasures(decision) {
            let payload = record.row.as_bytes();
            audit::add(tx, head, Act::Erased, self.keys.derive(&record.op().0), payload, now).await?;
        }
        for aside in &aside {
            audit::add(tx, head, Act::Quarantined, self.keys.derive(&aside.op.0), aside.reason.as_bytes(), now).await?;
        }
        head.save(tx).await
    }

    fn aside(&self, decision: &Decision, now: i64) -> Vec<Aside> {
        let one = |record: &Record, place: &Place, reason: &str| Aside {
            op: record.op(),
            act: record.tx,
            table: record.table,
            row: record.row,
            device: place.device,
            epoch: place.epoch,
            seq: place.seq,
            received_at: now,
            reason: reason.to_owned(),
            record: record.to_bytes(),
        };
        let mut all: Vec<Aside> =
            decision.aside.iter().map(|(record, place, reason)| one(record, place, reason)).collect();
        if decision.unreadable {
            let header = self.header;
            // What cannot be read has no identity; its place in the sequence gives it one.
            let mut name = [0; 16];
            name.copy_from_slice(&blake3::hash(&header.after.0).as_bytes()[..16]);
            all.push(Aside {
                op: OpId(name),
                act: Uuid::from_bytes(name),
                table: 0,
                row: Uuid::nil(),
                device: header.device,
                epoch: header.epoch,
                seq: header.first,
                received_at: now,
                reason: "unreadable".to_owned(),
                record: self.frame.to_bytes(),
            });
        }
        all
    }
}

fn erasures(decision: &Decision) -> impl Iterator<Item = &Record> {
    decision.feed.iter().map(|(record, _)| record).filter(|record| record.kind == Kind::ERASE)
}

/// Which stretch of a device's sequence came, and the chain at its end, which the device signed.
fn stretch(header: &Header, last: Seq) -> Vec<u8> {
    let mut payload = Vec::with_capacity(64);
    for number in [header.device.0, header.epoch.0, header.first.0, last.0] {
        payload.extend(number.to_be_bytes());
    }
    payload.extend(header.after.0);
    payload
}
