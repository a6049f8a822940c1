//! The steps of an exchange at the desk, each of which stands in the file before the next begins: what goes next, what an
//! answer means, what a page brings. Neither sockets nor clocks: the courier carries.

use super::{
    apply::{self, Arrival, Taken},
    outbox_store::{self, REACH, Unsent},
    own::Own,
    own_store,
};
use crate::store::{Act, Error, Result, Store, Work, remote::EXCHANGE, work::Done};
use balai_exchange::{
    Epoch, Frame, Record, Seq,
    author::{Author, Outcome, news},
    message::{Page, PushReply},
};
use chrono::{DateTime, Utc};

/// Records in a frame of a bundle.
const FULL: u32 = 500;

/// What is on its way: a frame, and the own records that an answer is held against.
#[derive(Debug)]
pub struct Parcel {
    /// The frame.
    pub frame: Frame,
    unsent: Vec<Unsent>,
}

/// What an answer brought about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Own entries that lie at the hub now.
    pub sent: u64,
    /// This PC was found to be restored or cloned, and goes on under a new epoch.
    pub healed: bool,
}

fn records(unsent: &[Unsent]) -> Vec<Record> {
    unsent.iter().map(|one| one.record.clone()).collect()
}

fn unreadable(fault: balai_exchange::Fault) -> Error {
    Error::Encoding(fault.to_string())
}

/// The next frame; `None`: everything lies at the hub.
pub async fn next(store: &Store, own: &Own) -> Result<Option<Parcel>> {
    let unsent = outbox_store::unsent(&mut *store.read().await?, own.sent, REACH).await?;
    let frame = own.author.frame(&records(&unsent), &own.key()).map_err(unreadable)?;
    Ok(frame.map(|frame| Parcel { frame, unsent }))
}

/// What the hub's answer to a frame means. `fresh` is drawn at random.
pub async fn on_reply(
    store: &Store,
    own: &mut Own,
    parcel: &Parcel,
    reply: PushReply,
    fresh: Epoch,
    now: DateTime<Utc>,
) -> Result<Step> {
    answer(store, own, &parcel.unsent, parcel.frame.header.first, reply, (fresh, now)).await
}

/// What an answer means that came on a stick: it may be about more than any frame holds.
pub async fn on_carried_reply(
    store: &Store,
    own: &mut Own,
    reply: PushReply,
    fresh: Epoch,
    now: DateTime<Utc>,
) -> Result<Step> {
    let reach = match &reply {
        PushReply::Have { seq, .. } => seq.0.saturating_sub(own.author.acked.0),
        _ => 0,
    };
    let reach = i64::try_from(reach).unwrap_or(i64::MAX).max(REACH);
    let unsent = outbox_store::unsent(&mut *store.read().await?, own.sent, reach).await?;
    answer(store, own, &unsent, Seq(1), reply, (fresh, now)).await
}

async fn answer(
    store: &Store,
    own: &mut Own,
    unsent: &[Unsent],
    first: Seq,
    reply: PushReply,
    (fresh, now): (Epoch, DateTime<Utc>),
) -> Result<Step> {
    if let PushReply::Have { head, hub_time, .. } = &reply {
        own.hub_head = own.hub_head.max(*head);
        own.hub_time = own.hub_time.max(*hub_time);
    }
    let outcome = own.author.on_reply(&records(unsent), first, reply, fresh);
    let mut connection = store.local().await?;
    if let Outcome::Advanced { quarantined, .. } = &outcome {
        own_store::note_quarantined(&mut connection, quarantined, now).await?;
    }
    let step = carry_out(own, unsent, &outcome, now);
    own_store::keep(&mut connection, own).await?;
    Ok(step)
}

/// All frames that are not confirmed, one after the other, for a bundle; at most `most` bytes of them.
pub async fn frames(store: &Store, own: &Own, most: u64) -> Result<Vec<Frame>> {
    let mut author = Author { size: FULL, ..own.author.clone() };
    let (mut sent, mut bytes, mut frames) = (own.sent, 0, Vec::new());
    loop {
        let unsent = outbox_store::unsent(&mut *store.read().await?, sent, REACH).await?;
        let Some(frame) = author.frame(&records(&unsent), &own.key()).map_err(unreadable)? else { return Ok(frames) };
        (author.acked, author.chain) = (frame.header.last(), frame.header.after);
        if let Some(last) = unsent.get(frame.header.n as usize - 1) {
            sent = last.seq;
        }
        bytes += frame.to_bytes().len() as u64;
        if bytes > most {
            return Ok(frames);
        }
        frames.push(frame);
    }
}

/// The frame did not get through.
pub async fn on_failure(store: &Store, own: &mut Own) -> Result<()> {
    own.author.on_failure();
    own_store::keep(&mut *store.local().await?, own).await
}

fn carry_out(own: &mut Own, unsent: &[Unsent], outcome: &Outcome, now: DateTime<Utc>) -> Step {
    match outcome {
        Outcome::Advanced { n, .. } => {
            if let Some(last) = n.checked_sub(1).and_then(|last| unsent.get(last)) {
                own.sent = last.seq;
            }
            Step { sent: *n as u64, healed: false }
        }
        Outcome::Renumbered => {
            own.healed_at = Some(now);
            Step { sent: 0, healed: true }
        }
        Outcome::Rewound => {
            own.sent = 0;
            Step::default()
        }
        Outcome::Nothing => Step::default(),
    }
}

/// What a page brought.
#[derive(Debug)]
pub struct Applied {
    /// Entries.
    pub taken: Taken,
    /// What it meant for the own sequence.
    pub step: Step,
    /// The act and the tables that changed.
    pub done: Done,
}

/// Takes a page in, with the place in the feed, in one transaction.
pub async fn on_page(store: &Store, own: &mut Own, page: &Page, fresh: Epoch, now: DateTime<Utc>) -> Result<Applied> {
    let mut work = store.begin(act(now)).await?;
    let mine = page.entries.iter().filter(|entry| entry.device == own.author.device && entry.epoch == own.author.epoch);
    let reach = mine.map(|entry| entry.seq.0.saturating_sub(own.author.acked.0)).max().unwrap_or(0);
    let reach = i64::try_from(reach).unwrap_or(i64::MAX);
    let unsent = outbox_store::unsent(work.reads(), own.sent, reach).await?;
    let mut next = own.clone();
    let mut step = Step::default();
    for outcome in next.author.on_page(&records(&unsent), page, fresh) {
        let one = carry_out(&mut next, &unsent, &outcome, now);
        step = Step { sent: step.sent + one.sent, healed: step.healed || one.healed };
    }
    let mut arrivals = Vec::new();
    let new = news(page, own.head).unwrap_or_default();
    for entry in new {
        let record = Record::from_bytes(&entry.record).map_err(unreadable)?;
        arrivals.push(Arrival { record, received: Some(entry.received) });
    }
    next.head = new.last().map_or(own.head, |entry| entry.pos);
    next.hub_head = next.hub_head.max(page.head);
    let (taken, done) = finish(work, store, arrivals, &next).await?;
    *own = next;
    Ok(Applied { taken, step, done })
}

async fn finish(mut work: Work, store: &Store, arrivals: Vec<Arrival>, next: &Own) -> Result<(Taken, Done)> {
    let taken = apply::apply(&mut work, store.tables(), arrivals).await?;
    own_store::keep(work.reads(), next).await?;
    Ok((taken, work.commit().await?))
}

/// Takes in records that came in a bundle.
pub async fn on_records(store: &Store, arrivals: Vec<Arrival>, now: DateTime<Utc>) -> Result<(Taken, Done)> {
    let mut work = store.begin(act(now)).await?;
    let taken = apply::apply(&mut work, store.tables(), arrivals).await?;
    Ok((taken, work.commit().await?))
}

fn act(now: DateTime<Utc>) -> Act {
    Act { verb: EXCHANGE, actor: None, at: now }
}
