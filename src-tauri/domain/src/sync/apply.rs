//! Takes in what other PCs did: whole acts or nothing of them, each row made what all entries that are known of it come
//! to, in one transaction with the place in the feed.

use super::{
    aside_store::{self, Why},
    erasure, log_store,
    relations_store::{Relations, exists},
    settle::{self, Outcome},
};
use crate::store::{
    Error, Meta, Result, Value, Work,
    registers::registers,
    remote::{Foreign, values_of},
};
use balai_exchange::{Kind, Record, Stamp};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A record and when it reached the hub, if it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// What was done.
    pub record: Record,
    /// When it reached the hub.
    pub received: Option<Stamp>,
}

/// What became of arrivals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Entries that are in the log now and were not before.
    pub new: u64,
    /// Entries that wait for others.
    pub waiting: u64,
}

/// Takes arrivals in. What cannot be applied yet waits in the file and is tried again each time.
pub async fn apply(work: &mut Work, tables: &'static [&'static Meta], arrivals: Vec<Arrival>) -> Result<Taken> {
    log_store::defer_references(work.reads()).await?;
    let relations = Relations::read(work.reads(), tables).await?;
    let mut intake = Intake { tables, relations, taken: Taken::default() };
    let mut acts = BTreeSet::new();
    let mut order = Vec::new();
    for arrival in arrivals {
        if log_store::knows(work.reads(), arrival.record.op().uuid()).await? {
            intake.echo(work, &arrival).await?;
            continue;
        }
        aside_store::put(work.reads(), &arrival, Why::Incomplete).await?;
        if acts.insert(arrival.record.tx) {
            order.push(arrival.record.tx);
        }
    }
    order.extend(aside_store::waiting(work.reads()).await?.into_iter().filter(|tx| !acts.contains(tx)));
    intake.acts(work, order).await?;
    work.keep();
    Ok(intake.taken)
}

/// Tries acts again that waited.
pub async fn retry(work: &mut Work, tables: &'static [&'static Meta], acts: Vec<Uuid>) -> Result<Taken> {
    let relations = Relations::read(work.reads(), tables).await?;
    let mut intake = Intake { tables, relations, taken: Taken::default() };
    intake.acts(work, acts).await?;
    work.keep();
    Ok(intake.taken)
}

struct Intake {
    tables: &'static [&'static Meta],
    relations: Relations,
    taken: Taken,
}

impl Intake {
    fn table(&self, number: u32) -> Option<&'static Meta> {
        self.tables.iter().find(|meta| meta.id == number).copied()
    }

    /// Takes acts in until none of those that wait can go.
    async fn acts(&mut self, work: &mut Work, mut order: Vec<Uuid>) -> Result<()> {
        while !order.is_empty() {
            let mut moved = false;
            for tx in std::mem::take(&mut order) {
                moved |= self.act(work, tx).await?;
            }
            if moved {
                // What waited for a row of these may go now.
                order = aside_store::waiting(work.reads()).await?;
            }
        }
        self.taken.waiting = aside_store::count(work.reads()).await?;
        Ok(())
    }

    /// An entry that is here already came again. One from a clock that runs ahead counts from when the hub got it.
    async fn echo(&mut self, work: &mut Work, arrival: &Arrival) -> Result<()> {
        let record = &arrival.record;
        let Some(received) = arrival.received else { return Ok(()) };
        if received < record.hlc
            && log_store::set_received(work.reads(), record.op().uuid(), received).await?
            && let Some(meta) = self.table(record.table)
        {
            settle::again(work, meta, &self.relations, record.row).await?;
        }
        Ok(())
    }

    /// Takes one act in; whether it went.
    async fn act(&mut self, work: &mut Work, tx: Uuid) -> Result<bool> {
        let waiting = aside_store::count_of_act(work.reads(), tx).await?;
        let arrivals = if waiting == 0 { Vec::new() } else { aside_store::first_of_act(work.reads(), tx).await? };
        let Some(first) = arrivals.first() else { return Ok(false) };
        let known = log_store::count_of_act(work.reads(), tx).await?;
        if waiting + known < u64::from(first.record.of) {
            return Ok(false);
        }
        let arrivals = aside_store::of_act(work.reads(), tx).await?;
        let part = work.try_part().await?;
        let gone_in = async {
            let record = &arrivals[0].record;
            work.enter_act(tx, record.actor, record.hlc.wall()).await?;
            self.records(work, &arrivals).await
        };
        match gone_in.await {
            Ok(()) => {
                work.keep_part().await?;
                aside_store::drop_act(work.reads(), tx).await?;
                self.taken.new += arrivals.len() as u64;
                Ok(true)
            }
            Err(Stop::Wait(why)) => {
                work.drop_part(part).await?;
                aside_store::set_why(work.reads(), tx, why).await?;
                Ok(false)
            }
            Err(Stop::Fault(error)) => Err(error),
        }
    }

    async fn records(&mut self, work: &mut Work, arrivals: &[Arrival]) -> std::result::Result<(), Stop> {
        let coming: BTreeSet<Uuid> = arrivals.iter().map(|arrival| arrival.record.row).collect();
        for arrival in arrivals {
            self.record(work, arrival, &coming).await?;
        }
        // What was allowed to come later has come.
        let none = BTreeSet::new();
        let rows: BTreeSet<(u32, Uuid)> = arrivals.iter().map(|one| (one.record.table, one.record.row)).collect();
        for (table, row) in rows {
            let Some(meta) = self.table(table) else { continue };
            if let Some(values) = values_of(work.reads(), meta, row).await? {
                self.check(work, meta, &values, &none).await?;
            }
            work.judge(meta, row).await?;
        }
        Ok(())
    }

    async fn record(
        &mut self,
        work: &mut Work,
        arrival: &Arrival,
        coming: &BTreeSet<Uuid>,
    ) -> std::result::Result<(), Stop> {
        let record = &arrival.record;
        let entry = Foreign::new(record, arrival.received);
        let Some(meta) = self.table(record.table) else {
            work.note_unknown(entry, &record.cells).await?;
            return Ok(());
        };
        work.flush_log().await?;
        let (told, mut state) = registers(work.reads(), meta.id, record.row).await?;
        if record.kind == Kind::ERASE || told.iter().any(|told| told.erased) {
            return Ok(erasure::take_in(work, meta, &self.relations, record, entry).await?);
        }
        state.apply(record, arrival.received);
        let then = settle::outcome(work, meta, &self.relations, record.row, &state).await?;
        if let Outcome::There(values) = &then {
            self.check(work, meta, values, coming).await?;
        }
        let before = values_of(work.reads(), meta, record.row).await?;
        let effect = work.make_so(meta, record.row, then.values(), told.is_empty()).await.map_err(Stop::of_row)?;
        work.note_foreign(meta, entry, effect, &record.cells).await?;
        if let Some(before) = before {
            settle::release(work, meta, &self.relations, &before, then.values()).await?;
        }
        Ok(())
    }

    /// The rows that this one points to are here, or come with it; and this program can read what it holds.
    async fn check(
        &self,
        work: &mut Work,
        meta: &'static Meta,
        values: &[Value],
        coming: &BTreeSet<Uuid>,
    ) -> std::result::Result<(), Stop> {
        if !(meta.readable)(values) {
            return Err(Stop::Wait(Why::Newer));
        }
        for (parent, row) in self.relations.needed(meta, values) {
            if coming.contains(&row) || exists(work.reads(), parent, row).await? {
                continue;
            }
            if !settle::revive(work, parent, &self.relations, row).await? {
                return Err(Stop::Wait(Why::Parent));
            }
        }
        Ok(())
    }
}

/// Why an act does not go in now.
enum Stop {
    Wait(Why),
    Fault(Error),
}

impl Stop {
    /// A row that the table does not take waits for a program that knows better.
    fn of_row(error: Error) -> Stop {
        if error.is_of_a_constraint() { Stop::Wait(Why::Newer) } else { Stop::Fault(error) }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Fault(error)
    }
}
