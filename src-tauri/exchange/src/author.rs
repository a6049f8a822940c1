//! The desk's side of its own sequence: which frame goes next, and what an answer or a page means for it.
//!
//! A desk keeps its own records in order. Those that the hub has are behind `acked`; the n-th of the others has the place
//! `acked + n`. So a new numbering is nothing but a new epoch: the identities of the records stay.

use crate::{
    chain::Chain,
    error::Result,
    frame::{Frame, MOST_RECORDS},
    id::{DeviceId, Epoch, Pos, Seq},
    message::{Page, PushReply, Quarantined},
    mutant,
    record::Record,
    sign::SecretKey,
};
use minicbor::{Decode, Encode};

/// Records in the smallest frame that is tried before they go one by one.
const LEAST: u32 = 10;

/// Where a desk stands in its sequence. It is kept in the office's file, and moves in the same transaction as what it
/// counts.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Author {
    /// This PC.
    #[n(1)]
    pub device: DeviceId,
    /// The present life of its sequence.
    #[n(2)]
    pub epoch: Epoch,
    /// The hub has everything up to here.
    #[n(3)]
    pub acked: Seq,
    /// The chain there.
    #[n(4)]
    pub chain: Chain,
    /// Records in the next frame.
    #[n(5)]
    pub size: u32,
}

/// What an answer or a page means for the own records that are not acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The first `n` of them are at the hub now; those of `quarantined` wait there for a person.
    Advanced {
        /// How many.
        n: usize,
        /// Kept aside.
        quarantined: Vec<Quarantined>,
    },
    /// This PC was restored or cloned: they go again under a new epoch. To be shown to the administrator.
    Renumbered,
    /// The hub was restored from a backup: everything that this PC knows of the office, own and others', goes again from
    /// the very first under a new epoch, and the feed is read from its start. What the hub still has counts once.
    Rewound,
    /// Nothing moves.
    Nothing,
}

impl Author {
    /// The start of a sequence.
    #[must_use]
    pub fn new(device: DeviceId, epoch: Epoch) -> Author {
        Author { device, epoch, acked: Seq(0), chain: Chain::genesis(device, epoch), size: LEAST }
    }

    /// The next frame of `unsent`, the own records after `acked`, in order; at least [`MOST_RECORDS`] of them if there
    /// are as many.
    pub fn frame(&self, unsent: &[Record], key: &SecretKey) -> Result<Option<Frame>> {
        let most = (self.size as usize).clamp(1, MOST_RECORDS);
        Frame::build(self.device, self.epoch, self.acked.plus(1), self.chain, unsent, most, key)
    }

    /// What the hub's answer to a frame means that began at `first`; with an answer that came on a stick, the first place
    /// there is. `unsent` must reach at least as far as any frame that was ever
    /// built, and `fresh` is drawn at random. Only answers that were signed for their question may come here.
    pub fn on_reply(&mut self, unsent: &[Record], first: Seq, reply: PushReply, fresh: Epoch) -> Outcome {
        let PushReply::Have { epoch, seq, chain, quarantined, .. } = reply else {
            self.on_failure();
            return Outcome::Nothing;
        };
        if epoch != self.epoch {
            return Outcome::Nothing;
        }
        if seq.plus(1) < first {
            // What lies before a frame had been acknowledged.
            return self.start_again(fresh);
        }
        if seq < self.acked {
            return Outcome::Nothing;
        }
        let n = (seq.0 - self.acked.0) as usize;
        let own = unsent.get(..n).map(|records| self.chain.over(records));
        if own != Some(chain) && !mutant::on("ack_unseen") {
            return self.renumber(fresh);
        }
        if n == 0 {
            return Outcome::Nothing;
        }
        (self.acked, self.chain) = (seq, chain);
        self.size = (self.size * 2).clamp(LEAST, MOST_RECORDS as u32);
        Outcome::Advanced { n: n.min(unsent.len()), quarantined }
    }

    /// A frame did not arrive, or no answer did: the next one is smaller.
    pub fn on_failure(&mut self) {
        self.size = (self.size / 2).max(1);
    }

    /// What the own places in a page mean; to be asked, and carried out, before the page is applied, in the same
    /// transaction. `unsent` as for [`Author::on_reply`].
    pub fn on_page(&mut self, unsent: &[Record], page: &Page, fresh: Epoch) -> Vec<Outcome> {
        let mine = |device, epoch| device == self.device && epoch == self.epoch;
        let mut reached = 0;
        let mut foreign = false;
        for entry in page.entries.iter().filter(|entry| mine(entry.device, entry.epoch) && entry.seq > self.acked) {
            let n = (entry.seq.0 - self.acked.0) as usize;
            match unsent.get(n - 1) {
                Some(own) if is(own, &entry.record) => reached = reached.max(n),
                _ => foreign = true,
            }
        }
        let mut outcomes = Vec::new();
        if reached > 0 {
            // The hub took these in order behind the same chain, so it has all before them too.
            self.chain = self.chain.over(&unsent[..reached]);
            self.acked = self.acked.plus(reached as u64);
            outcomes.push(Outcome::Advanced { n: reached, quarantined: Vec::new() });
        }
        if foreign && !mutant::on("echo_unseen") {
            outcomes.push(self.renumber(fresh));
        }
        outcomes
    }

    /// To be called when the hub greets with another life than before, when the digests differ though everything was sent
    /// and read, or when a feed is shorter than what was read of it: the hub forgot something.
    pub fn start_again(&mut self, fresh: Epoch) -> Outcome {
        self.renumber(fresh);
        Outcome::Rewound
    }

    fn renumber(&mut self, fresh: Epoch) -> Outcome {
        *self = Author { size: self.size, ..Author::new(self.device, fresh) };
        Outcome::Renumbered
    }
}

/// Whether these are the bytes of this change; of an erased person they may say less by now.
fn is(own: &Record, bytes: &[u8]) -> bool {
    Record::from_bytes(bytes).is_ok_and(|other| other.op() == own.op())
}

/// What of a page is new after `cursor`, or nothing when it does not follow it.
#[must_use]
pub fn news(page: &Page, cursor: Pos) -> Option<&[crate::message::Entry]> {
    let follows =
        page.after <= cursor && page.entries.iter().zip(page.after.0 + 1..).all(|(entry, place)| entry.pos.0 == place);
    let known = usize::try_from(cursor.0.checked_sub(page.after.0)?).ok()?;
    if follows { page.entries.get(known..) } else { None }
}

#[cfg(test)]
#[path = "author_tests.rs"]
mod tests;
