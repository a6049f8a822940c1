//! A desk whose file is memory; what it decides is the product's code. A clone of the struct is a copy of the disk.

use crate::truth::{Key, Truth};
use balai_exchange::{
    Author, DeviceId, Epoch, Frame, OfficeId, OpId, Pos, Record, RowState, Stamp,
    author::{Outcome, news},
    message::{Cursor, Page, PullRequest, PushReply},
    mutant,
    sign::{PublicKey, SecretKey},
};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

#[derive(Clone)]
pub struct Desk {
    pub device: DeviceId,
    pub seed: [u8; 32],
    /// The office it writes for, and those it reads.
    pub home: OfficeId,
    pub reads: Vec<OfficeId>,
    /// An older program: it does not know the newest field, kind and key.
    pub old: bool,
    pub author: Author,
    /// Own changes in order; those before `sent` are acknowledged.
    pub log: Vec<Record>,
    pub sent: usize,
    /// Changes of others, in the order in which they came.
    others: Vec<Record>,
    pub ops: HashSet<OpId>,
    pub rows: BTreeMap<Key, RowState>,
    pub cursors: BTreeMap<OfficeId, Pos>,
    /// Parts of acts: from a feed, and from a neighbour.
    waiting: BTreeMap<OfficeId, Vec<Heard>>,
    heard: Vec<Heard>,
    /// Frames of neighbours, to be passed on.
    pub carried: Vec<Vec<u8>>,
    pub clock: Stamp,
    /// How wrong the clock on the wall is, in seconds.
    pub off: i64,
    pub healed: u32,
    /// The latest that its clock on the wall ever showed.
    pub latest: DateTime<Utc>,
}

impl Desk {
    pub fn new(device: u64, home: OfficeId, reads: Vec<OfficeId>, old: bool, epoch: Epoch, off: i64) -> Desk {
        Desk {
            device: DeviceId(device),
            seed: [device as u8 + 1; 32],
            home,
            reads,
            old,
            author: Author::new(DeviceId(device), epoch),
            log: Vec::new(),
            sent: 0,
            others: Vec::new(),
            ops: HashSet::new(),
            rows: BTreeMap::new(),
            cursors: BTreeMap::new(),
            waiting: BTreeMap::new(),
            heard: Vec::new(),
            carried: Vec::new(),
            clock: Stamp::default(),
            off,
            healed: 0,
            latest: DateTime::UNIX_EPOCH,
        }
    }

    pub fn key(&self) -> SecretKey {
        SecretKey::from_seed(self.seed)
    }

    pub fn now(&self, time: DateTime<Utc>) -> DateTime<Utc> {
        time + TimeDelta::seconds(self.off)
    }

    pub fn unsent(&self) -> &[Record] {
        &self.log[self.sent..]
    }

    pub fn frame(&self) -> Option<Frame> {
        self.author.frame(self.unsent(), &self.key()).expect("records fit")
    }

    pub fn request(&self, most: u32) -> PullRequest {
        let cursor = |office: &OfficeId| {
            let pos = self.cursors.get(office).copied().unwrap_or_default();
            Cursor { office: *office, pos }
        };
        PullRequest { cursors: self.reads.iter().map(cursor).collect(), most }
    }

    /// Writes one change of an act, as the one door for writes does.
    pub fn write(&mut self, mut record: Record, time: DateTime<Utc>, truth: &mut Truth) {
        self.latest = self.latest.max(self.now(time));
        self.clock = self.clock.next(self.now(time));
        record.hlc = self.clock;
        let state = self.rows.entry((self.home, record.table, record.row)).or_default();
        state.witness(&mut record);
        truth.note(self.home, &record, state);
        state.apply(&record, None);
        self.ops.insert(record.op());
        self.log.push(record);
    }

    pub fn on_reply(&mut self, first: balai_exchange::Seq, reply: PushReply, fresh: Epoch, truth: &mut Truth) {
        let outcome = self.author.on_reply(&self.log[self.sent..], first, reply, fresh);
        self.carry_out(outcome, truth);
    }

    fn carry_out(&mut self, outcome: Outcome, truth: &mut Truth) {
        match outcome {
            Outcome::Advanced { n, .. } => {
                truth.acknowledged.extend(self.log[self.sent..self.sent + n].iter().map(Record::op));
                self.sent += n;
            }
            Outcome::Renumbered => {
                self.healed += 1;
                if mutant::on("fork_loses") {
                    self.sent = self.log.len();
                }
            }
            Outcome::Rewound => {
                let own: HashSet<OpId> = self.log.iter().map(Record::op).collect();
                let others = std::mem::take(&mut self.others);
                self.log.extend(others.into_iter().filter(|record| !own.contains(&record.op())));
                self.sent = 0;
                self.cursors.clear();
                self.waiting.clear();
            }
            Outcome::Nothing => {}
        }
    }

    /// The digests differ though everything was sent and read.
    pub fn start_again(&mut self, fresh: Epoch, truth: &mut Truth) {
        let outcome = self.author.start_again(fresh);
        self.carry_out(outcome, truth);
    }

    /// One transaction: the numbering, the rows and the cursor.
    pub fn on_page(&mut self, page: &Page, fresh: Epoch, time: DateTime<Utc>, falls: bool, truth: &mut Truth) {
        let cursor = self.cursors.get(&page.office).copied().unwrap_or_default();
        if falls {
            // The process dies before the commit. With this fault the cursor was saved on its own.
            if mutant::on("cursor_before_apply") && news(page, cursor).is_some() {
                self.cursors.insert(page.office, Pos(page.after.0 + page.entries.len() as u64));
            }
            return;
        }
        let Some(fresh_entries) = news(page, cursor) else { return };
        for outcome in self.author.on_page(&self.log[self.sent..], page, fresh) {
            self.carry_out(outcome, truth);
        }
        let read = |entry: &balai_exchange::message::Entry| {
            Some((Record::from_bytes(&entry.record).ok()?, Some(entry.received)))
        };
        let arrives = fresh_entries.iter().filter_map(read).collect();
        let (whole, waiting) = gather(self.waiting.remove(&page.office).unwrap_or_default(), arrives);
        self.waiting.insert(page.office, waiting);
        for (record, received) in whole {
            self.take(page.office, &record, received, time);
        }
        self.cursors.insert(page.office, Pos(page.after.0 + page.entries.len() as u64));
    }

    /// A neighbour's frame, from the office's own wires.
    pub fn on_neighbour(&mut self, bytes: &[u8], key: &PublicKey, time: DateTime<Utc>) {
        let Ok(frame) = Frame::from_bytes(bytes) else { return };
        if frame.verify(key).is_err() {
            return;
        }
        let Ok(records) = frame.records() else { return };
        let heard = std::mem::take(&mut self.heard);
        let (whole, waiting) = gather(heard, records.into_iter().map(|record| (record, None)).collect());
        self.heard = waiting;
        for (record, received) in whole {
            self.take(self.home, &record, received, time);
        }
        self.carried.push(bytes.to_vec());
    }

    fn take(&mut self, office: OfficeId, record: &Record, received: Option<Stamp>, time: DateTime<Utc>) {
        self.rows.entry((office, record.table, record.row)).or_default().apply(record, received);
        if self.ops.insert(record.op()) {
            self.others.push(record.clone());
        }
        self.latest = self.latest.max(self.now(time));
        self.clock = self.clock.receive(record.hlc, self.now(time));
    }
}

/// What a desk knows of a record from elsewhere.
type Heard = (Record, Option<Stamp>);

/// The acts that are complete, and the parts that wait on.
fn gather(waited: Vec<Heard>, arrives: Vec<Heard>) -> (Vec<Heard>, Vec<Heard>) {
    let mut parts: BTreeMap<Uuid, BTreeMap<u32, Heard>> = BTreeMap::new();
    let (mut whole, mut waiting) = (Vec::new(), Vec::new());
    for (record, received) in waited.into_iter().chain(arrives) {
        parts.entry(record.tx).or_default().insert(record.index, (record, received));
    }
    for act in parts.into_values() {
        let of = act.values().next().map_or(0, |(record, _)| record.of as usize);
        if act.len() == of { &mut whole } else { &mut waiting }.extend(act.into_values());
    }
    (whole, waiting)
}
