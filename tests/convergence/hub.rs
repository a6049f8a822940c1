//! A hub whose store is memory; what it decides is the product's code.

use crate::truth::Key;
use balai_exchange::{
    Chain, DeviceId, Epoch, Frame, OfficeId, OpId, Pos, Record, RowState, Seq, Stamp,
    audit::{Link, commitment},
    feed,
    frame::Header,
    message::{Cursor, Entry, Page, PullRequest, PushReply},
    mutant,
    receive::{Decision, Known, Place, awaited, carried, needs, take, take_unreadable},
    sign::PublicKey,
};
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// A table that no office has.
pub const NO_TABLE: u32 = 13;

/// What the hub's guest list says.
#[derive(Clone)]
pub struct Guest {
    pub key: PublicKey,
    pub writes: Option<OfficeId>,
    pub reads: Vec<OfficeId>,
}

fn fault(record: &Record) -> Option<&'static str> {
    (record.table == NO_TABLE).then_some("table")
}

#[derive(Clone, Default)]
pub struct Office {
    pub feed: Vec<Entry>,
    pub ops: HashSet<OpId>,
    pub aside: Vec<Record>,
    aside_acts: HashSet<Uuid>,
    waiting: Vec<(Record, Place)>,
    pub audit: Vec<(Vec<u8>, [u8; 32], Link)>,
    /// Entries that were numbered and are not committed yet: only a hub with a fault has any.
    late: Vec<(usize, Entry)>,
}

#[derive(Clone, Default)]
pub struct Hub {
    pub guests: HashMap<DeviceId, Guest>,
    chains: HashMap<(DeviceId, Epoch), (Seq, Chain)>,
    pub offices: BTreeMap<OfficeId, Office>,
    pub rows: BTreeMap<Key, RowState>,
}

impl Hub {
    /// A frame arrives that somebody else brings.
    pub fn push_carried(&mut self, bytes: &[u8], now: Stamp) {
        let Ok(frame) = Frame::from_bytes(bytes) else { return };
        let Some(guest) = self.guests.get(&frame.header.device) else { return };
        let (Ok(()), Some(office), Ok(records)) = (frame.verify(&guest.key), guest.writes, frame.records()) else {
            return;
        };
        let header = carried(&frame.header, &records);
        let known = self.known(office, &header, &records);
        let decision = take(&header, &records, &known, fault);
        self.commit(office, &header, &decision, now);
    }

    /// A frame arrives. `falls` is where the process dies: before the commit, or after it and before the answer.
    pub fn push(&mut self, bytes: &[u8], now: Stamp, falls: Option<bool>) -> Option<PushReply> {
        let frame = Frame::from_bytes(bytes).ok()?;
        let guest = self.guests.get(&frame.header.device)?;
        frame.verify(&guest.key).ok()?;
        let office = guest.writes?;
        let records = frame.records();
        let known = self.known(office, &frame.header, records.as_deref().unwrap_or_default());
        let decision = match &records {
            Ok(records) => take(&frame.header, records, &known, fault),
            Err(_) => take_unreadable(&frame.header, &known),
        };
        if falls == Some(true) {
            return None;
        }
        let head = self.commit(office, &frame.header, &decision, now);
        if falls.is_some() { None } else { Some(decision.reply(&frame.header, head, now.0 >> 16)) }
    }

    fn known(&mut self, office: OfficeId, header: &Header, records: &[Record]) -> Known {
        let genesis = (Seq(0), Chain::genesis(header.device, header.epoch));
        let (last, chain) = self.chains.get(&(header.device, header.epoch)).copied().unwrap_or(genesis);
        let needs = needs(records);
        let store = self.offices.entry(office).or_default();
        let mut parts: HashMap<Uuid, u32> = HashMap::new();
        for (record, _) in store.waiting.iter().filter(|(record, _)| needs.acts.contains(&record.tx)) {
            *parts.entry(record.tx).or_default() += 1;
        }
        let awaited = awaited(records, &parts, fault);
        Known {
            last,
            chain,
            ops: needs.ops.into_iter().filter(|op| store.ops.contains(op)).collect(),
            aside: needs.acts.iter().filter(|act| store.aside_acts.contains(act)).copied().collect(),
            waiting: store.waiting.iter().filter(|(record, _)| awaited.contains(&record.tx)).cloned().collect(),
            parts,
        }
    }

    fn commit(&mut self, office: OfficeId, header: &Header, decision: &Decision, now: Stamp) -> Pos {
        self.chains.insert((header.device, header.epoch), (decision.last, decision.chain));
        let store = self.offices.entry(office).or_default();
        store.waiting.retain(|(record, _)| !decision.settled.contains(&record.tx));
        store.waiting.extend(decision.waiting.iter().cloned());
        store.ops.extend(decision.waiting.iter().map(|(record, _)| record.op()));
        for (record, _, _) in &decision.aside {
            store.ops.insert(record.op());
            store.aside_acts.insert(record.tx);
            store.aside.push(record.clone());
        }
        for (record, place) in &decision.feed {
            store.ops.insert(record.op());
            let entry = Entry {
                pos: Pos(store.feed.len() as u64 + store.late.len() as u64 + 1),
                device: place.device,
                epoch: place.epoch,
                seq: place.seq,
                received: now,
                record: record.to_bytes(),
            };
            if mutant::on("late_commits") && now.0 & 3 == 0 {
                store.late.push((3, entry));
            } else {
                store.feed.push(entry);
            }
            self.rows.entry((office, record.table, record.row)).or_default().apply(record, Some(now));
        }
        store.late.iter_mut().for_each(|(wait, _)| *wait = wait.saturating_sub(1));
        while let Some(ready) = store.late.iter().position(|(wait, _)| *wait == 0) {
            store.feed.push(store.late.remove(ready).1);
        }
        let meta = [&header.device.0.to_le_bytes()[..], &header.first.0.to_le_bytes(), &header.raw_hash.0].concat();
        let held = commitment(&[7; 32], &header.after.0);
        let link = store.audit.last().map(|(_, _, link)| *link).unwrap_or_default();
        let link = link.next(store.audit.len() as u64 + 1, &meta, &held);
        store.audit.push((meta, held, link));
        Pos(store.feed.len() as u64)
    }

    /// The next page of each feed that a device may read.
    pub fn pull(&self, device: DeviceId, request: &PullRequest) -> Vec<Page> {
        let Some(guest) = self.guests.get(&device) else { return Vec::new() };
        let may = |office: &OfficeId| guest.reads.contains(office) || mutant::on("no_scope");
        request
            .cursors
            .iter()
            .filter(|cursor| may(&cursor.office))
            .map(|cursor| self.page(cursor, request.most))
            .collect()
    }

    fn page(&self, cursor: &Cursor, most: u32) -> Page {
        let feed = self.offices.get(&cursor.office).map(|office| &office.feed[..]).unwrap_or_default();
        let from = usize::try_from(cursor.pos.0).map_or(feed.len(), |from| from.min(feed.len()));
        let entries = feed[from..].iter().take(most as usize).cloned().collect();
        feed::page(cursor.office, cursor.pos, entries, Pos(feed.len() as u64))
    }
}
