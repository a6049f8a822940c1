//! The hub's side: what a frame adds to an office, given what the hub knows. The caller looks up what [`needs`] says, asks
//! [`take`], and writes everything it answers in one transaction.

use crate::{
    chain::Chain,
    frame::Header,
    id::{DeviceId, Epoch, OpId, Pos, Seq},
    message::{PushReply, Quarantined},
    mutant,
    record::Record,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What must be looked up, within the office of the device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Which of these the office has already, given on or kept aside.
    pub ops: Vec<OpId>,
    /// Of which of these acts how many parts wait for the rest, and which are kept aside.
    pub acts: Vec<Uuid>,
}

/// What the hub knows.
#[derive(Clone, Debug)]
pub struct Known {
    /// The last place it has of this device and epoch; 0 for none.
    pub last: Seq,
    /// The chain there; [`Chain::genesis`] for none.
    pub chain: Chain,
    /// Of the asked changes, those the office has.
    pub ops: HashSet<OpId>,
    /// Of the asked acts, those that are kept aside.
    pub aside: HashSet<Uuid>,
    /// Of the asked acts, how many parts wait.
    pub parts: HashMap<Uuid, u32>,
    /// The waiting parts of those acts that [`awaited`] names, with the place at which each came.
    pub waiting: Vec<(Record, Place)>,
}

/// Under which name a record came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From whom.
    pub device: DeviceId,
    /// In which life.
    pub epoch: Epoch,
    /// Where.
    pub seq: Seq,
}

/// What is to be written, in one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The new last place and chain of this device and epoch.
    pub last: Seq,
    /// The chain there.
    pub chain: Chain,
    /// To be appended to the office's feed, in this order, at its next places; whole acts only.
    pub feed: Vec<(Record, Place)>,
    /// Parts of acts that wait for the rest from now on, beside those that do already.
    pub waiting: Vec<(Record, Place)>,
    /// Acts for which nothing waits any longer: what waited of them is in `feed` or `aside` now.
    pub settled: Vec<Uuid>,
    /// To be kept aside for a person, with the word for what is wrong.
    pub aside: Vec<(Record, Place, &'static str)>,
    /// A frame of one record that cannot be read is kept aside as it is.
    pub unreadable: bool,
    /// It answers [`PushReply::Smaller`].
    pub smaller: bool,
}

impl Decision {
    fn nothing(known: &Known) -> Decision {
        Decision {
            last: known.last,
            chain: known.chain,
            feed: Vec::new(),
            waiting: Vec::new(),
            settled: Vec::new(),
            aside: Vec::new(),
            unreadable: false,
            smaller: false,
        }
    }

    /// The answer, once it is written.
    #[must_use]
    pub fn reply(&self, header: &Header, head: Pos, hub_time: u64) -> PushReply {
        if self.smaller {
            return PushReply::Smaller;
        }
        let mut quarantined: Vec<Quarantined> = self
            .aside
            .iter()
            .filter(|(_, place, _)| place.epoch == header.epoch && place.device == header.device)
            .map(|(record, place, reason)| Quarantined {
                seq: place.seq,
                op: Some(record.op()),
                reason: (*reason).into(),
            })
            .collect();
        if self.unreadable {
            quarantined.push(Quarantined { seq: header.first, op: None, reason: "unreadable".into() });
        }
        PushReply::Have { epoch: header.epoch, seq: self.last, chain: self.chain, head, hub_time, quarantined }
    }
}

/// What must be looked up for these records.
#[must_use]
pub fn needs(records: &[Record]) -> Needs {
    let mut acts: Vec<Uuid> = records.iter().map(|record| record.tx).collect();
    acts.dedup();
    Needs { ops: records.iter().map(Record::op).collect(), acts }
}

/// Of which acts the waiting parts themselves are needed: those that may become whole now, and those that are spoilt. A
/// large act comes in many frames; what waits of it is read once.
pub fn awaited(
    records: &[Record],
    parts: &HashMap<Uuid, u32>,
    fault: impl Fn(&Record) -> Option<&'static str>,
) -> Vec<Uuid> {
    let mut more: HashMap<Uuid, u32> = HashMap::new();
    for record in records.iter().filter(|record| parts.contains_key(&record.tx)) {
        let more = more.entry(record.tx).or_default();
        *more = more.saturating_add(if fault(record).is_some() { record.of } else { 1 });
    }
    let ends =
        |record: &&Record| more.get(&record.tx).is_some_and(|more| more.saturating_add(parts[&record.tx]) >= record.of);
    let mut acts: Vec<Uuid> = records.iter().filter(ends).map(|record| record.tx).collect();
    acts.sort_unstable();
    acts.dedup();
    acts
}

/// What a frame of a device of this office adds. `fault` is the hub's own check of one record: a stable word, or nothing.
pub fn take(
    header: &Header,
    records: &[Record],
    known: &Known,
    fault: impl Fn(&Record) -> Option<&'static str>,
) -> Decision {
    let mut decision = Decision::nothing(known);
    let Some(fresh) = fresh(header, records, known) else { return decision };
    let place = |n: usize| Place {
        device: header.device,
        epoch: header.epoch,
        seq: Seq(header.last().0 + 1 - fresh.len() as u64 + n as u64),
    };
    if !fresh.is_empty() {
        (decision.last, decision.chain) = (header.last(), header.after);
    }
    let wrong = |record: &Record| if mutant::on("poison_passes") { None } else { fault(record) };
    if mutant::on("poison_blocks") && fresh.iter().any(|record| fault(record).is_some()) {
        return Decision { smaller: true, ..Decision::nothing(known) };
    }
    let mut spoilt: HashSet<Uuid> = known.aside.clone();
    spoilt.extend(fresh.iter().filter(|record| wrong(record).is_some()).map(|record| record.tx));
    let mut seen: HashSet<OpId> = known.ops.clone();
    let mut acts = Acts::new(known);
    for (n, record) in fresh.iter().enumerate() {
        if !seen.insert(record.op()) && !mutant::on("no_op_identity") {
            continue;
        }
        if spoilt.contains(&record.tx) {
            decision.aside.push((record.clone(), place(n), wrong(record).unwrap_or("act")));
        } else if let Some(whole) = acts.add(record, place(n)) {
            decision.feed.extend(whole);
        }
    }
    let lost = known.waiting.iter().filter(|(record, _)| spoilt.contains(&record.tx));
    decision.aside.extend(lost.map(|(record, place)| (record.clone(), *place, "act")));
    let given_on = decision.feed.iter().map(|(record, _)| record.tx);
    let mut settled: Vec<Uuid> =
        spoilt.into_iter().chain(given_on).filter(|act| known.parts.contains_key(act)).collect();
    settled.sort_unstable();
    settled.dedup();
    decision.settled = settled;
    decision.waiting = acts.rest();
    decision
}

/// Acts that are whole or not at all.
struct Acts<'a> {
    known: &'a Known,
    order: Vec<Uuid>,
    parts: HashMap<Uuid, Vec<(Record, Place)>>,
}

impl<'a> Acts<'a> {
    fn new(known: &'a Known) -> Self {
        Self { known, order: Vec::new(), parts: HashMap::new() }
    }

    /// Adds a part that was not there; the whole act in its own order, if it was the last one.
    fn add(&mut self, record: &Record, place: Place) -> Option<Vec<(Record, Place)>> {
        let parts = self.parts.entry(record.tx).or_insert_with(|| {
            self.order.push(record.tx);
            Vec::new()
        });
        parts.push((record.clone(), place));
        let had = self.known.parts.get(&record.tx).copied().unwrap_or(0);
        if parts.len() + (had as usize) < record.of as usize && !mutant::on("groups_torn") {
            return None;
        }
        let waited = self.known.waiting.iter().filter(|(other, _)| other.tx == record.tx);
        let mut whole: Vec<(Record, Place)> = waited.cloned().chain(self.parts.remove(&record.tx)?).collect();
        whole.sort_by_key(|(record, _)| record.index);
        Some(whole)
    }

    fn rest(mut self) -> Vec<(Record, Place)> {
        self.order.iter().filter_map(|act| self.parts.remove(act)).flatten().collect()
    }
}

/// The header under which a frame is taken that somebody else brings: a neighbour, or a stick found late. Such a frame says
/// nothing about how far its author has come, and its place may be taken by other content since; so it is a small sequence
/// of its own, always the same for the same frame.
#[must_use]
pub fn carried(header: &Header, records: &[Record]) -> Header {
    let [a, b, c, d, e, f, g, h, ..] = header.after.0;
    let epoch = Epoch::from_random(u64::from_le_bytes([a, b, c, d, e, f, g, h]));
    let before = Chain::genesis(header.device, epoch);
    Header { epoch, first: Seq(1), before, after: before.over(records), ..header.clone() }
}

/// What to do with a frame that the device did sign and that cannot be read.
#[must_use]
pub fn take_unreadable(header: &Header, known: &Known) -> Decision {
    let decision = Decision::nothing(known);
    if header.n > 1 || mutant::on("poison_blocks") {
        return Decision { smaller: true, ..decision };
    }
    if known.last.plus(1) != header.first || known.chain != header.before {
        return decision;
    }
    Decision { last: header.first, chain: header.after, unreadable: true, ..decision }
}

/// The records after what the hub has; nothing when the frame does not go on from there.
fn fresh<'a>(header: &Header, records: &'a [Record], known: &Known) -> Option<&'a [Record]> {
    let had = usize::try_from(known.last.plus(1).0.checked_sub(header.first.0)?).ok()?;
    let (old, new) = records.split_at_checked(had)?;
    (header.before.over(old) == known.chain || mutant::on("fork_unseen")).then_some(new)
}

#[cfg(test)]
#[path = "receive_tests.rs"]
mod tests;
