//! The hub's side: what a frame adds to an office, given what the hub knows. The caller looks up what [`needs`] says, asks
//! [`take`], and writes everything it answers in one transaction.

use crate::{
    chain::Chain,
    frame::Header,
    gather::gather,
    id::{DeviceId, Epoch, OpId, Pos, Seq},
    message::{PushReply, Quarantined},
    mutant,
    record::Record,
};
use std::collections::HashSet;
use uuid::Uuid;

/// What must be looked up, within the office of the device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Which of these the office has already, given on or kept aside.
    pub ops: Vec<OpId>,
    /// Which of these acts wait for their rest, and which are kept aside.
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
    /// Of the asked acts, the parts that wait; with the place at which each came.
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
    /// Takes the place of everything that waited for the asked acts.
    pub waiting: Vec<(Record, Place)>,
    /// Acts for which nothing waits any longer.
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
            waiting: known.waiting.clone(),
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
    let mut arrives = Vec::new();
    for (n, record) in fresh.iter().enumerate() {
        if !seen.insert(record.op()) && !mutant::on("no_op_identity") {
            continue;
        }
        if spoilt.contains(&record.tx) {
            decision.aside.push((record.clone(), place(n), wrong(record).unwrap_or("act")));
        } else {
            arrives.push((record.clone(), place(n)));
        }
    }
    let (lost, waited): (Vec<_>, Vec<_>) =
        known.waiting.iter().cloned().partition(|(record, _)| spoilt.contains(&record.tx));
    decision.settled = spoilt.difference(&known.aside).copied().collect();
    decision.settled.sort_unstable();
    decision.aside.extend(lost.into_iter().map(|(record, place)| (record, place, "act")));
    let gathered = gather(waited, arrives);
    decision.settled.extend(gathered.complete());
    decision.feed = gathered.whole.into_iter().flatten().collect();
    decision.waiting = gathered.waiting;
    decision
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
