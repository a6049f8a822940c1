//! What must hold when everything has come to rest.

use crate::{
    acts::{LEADS_TO, class},
    desk::Desk,
    hub::Hub,
    truth::Key,
    world::{OFFICES, World},
};
use balai_exchange::{
    Cell, OpId, Record, RowState, Stamp, Value, alias, audit::first_broken, digest::Buckets, message::Entry,
};
use chrono::TimeDelta;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use uuid::Uuid;

type Verdict = Result<(), String>;

pub fn check(world: &World) -> Verdict {
    everything_arrived(world)?;
    once_and_not_invented(world)?;
    acts_are_whole(world)?;
    feed_and_audit(&world.hub)?;
    rows_are_the_truth(world)?;
    for desk in &world.desks {
        same_as_hub(world, desk)?;
        no_double(world, desk)?;
        aliases(desk)?;
    }
    clocks(world)
}

fn fails(that: bool, why: impl Fn() -> String) -> Verdict {
    if that { Err(why()) } else { Ok(()) }
}

fn everything_arrived(world: &World) -> Verdict {
    for (n, desk) in world.desks.iter().enumerate() {
        fails(!desk.unsent().is_empty(), || format!("I0 desk {n} still has {} unsent", desk.unsent().len()))?;
    }
    Ok(())
}

fn once_and_not_invented(world: &World) -> Verdict {
    let mut count: HashMap<OpId, u32> = HashMap::new();
    for (office, store) in &world.hub.offices {
        for entry in &store.feed {
            let record = Record::from_bytes(&entry.record).map_err(|fault| format!("I2 {fault}"))?;
            let fact = world.truth.facts.get(&record.op());
            let told = fact.is_some_and(|fact| fact.record == record && fact.office == *office);
            fails(!told, || format!("I2 nobody wrote {:?}", record.op()))?;
            fails(world.truth.poisoned.contains(&record.tx), || "I2 an invalid record was given on".into())?;
            *count.entry(record.op()).or_default() += 1;
        }
    }
    if let Some((op, times)) = count.iter().find(|(_, times)| **times > 1) {
        return Err(format!("I2 {times} times {op:?}"));
    }
    let aside: HashSet<OpId> =
        world.hub.offices.values().flat_map(|store| store.aside.iter().map(Record::op)).collect();
    // A part of an act whose rest was lost with a disk waits for ever, and is not seen.
    let remembered = world.remembered();
    for op in &remembered {
        let Some(fact) = world.truth.facts.get(op) else { return Err(format!("I2 nobody wrote {op:?}")) };
        let act = &fact.record;
        let whole = (0..act.of).all(|index| remembered.contains(&OpId::of(act.tx, index)));
        fails(whole && !count.contains_key(op) && !aside.contains(op), || format!("I2 lost {op:?}"))?;
    }
    Ok(())
}

fn acts_are_whole(world: &World) -> Verdict {
    for (n, desk) in world.desks.iter().enumerate() {
        for op in &desk.ops {
            let Some(fact) = world.truth.facts.get(op) else { return Err(format!("I2 desk {n} invented {op:?}")) };
            let act = &fact.record;
            let whole = (0..act.of).all(|index| desk.ops.contains(&OpId::of(act.tx, index)));
            fails(!whole, || format!("I6 desk {n} has a part of an act"))?;
        }
    }
    for store in world.hub.offices.values() {
        let mut before: Option<Record> = None;
        for entry in &store.feed {
            let record = Record::from_bytes(&entry.record).map_err(|fault| format!("I6 {fault}"))?;
            let goes_on = before.as_ref().is_none_or(|before| before.index + 1 == before.of);
            let fits = if goes_on {
                record.index == 0
            } else {
                before.as_ref().is_some_and(|before| before.tx == record.tx && before.index + 1 == record.index)
            };
            fails(!fits, || "I6 the feed tears an act".into())?;
            before = Some(record);
        }
    }
    Ok(())
}

fn feed_and_audit(hub: &Hub) -> Verdict {
    for store in hub.offices.values() {
        let gap = store.feed.iter().zip(1..).any(|(entry, place)| entry.pos.0 != place);
        fails(gap, || "I9 a gap in the feed".into())?;
        let entries = || store.audit.iter().map(|(meta, held, link)| (&meta[..], *held, *link));
        fails(first_broken(entries()).is_some(), || "I10 the audit does not hold".into())?;
        // Whoever forges an entry together with its own hash has to be found by the next one.
        if store.audit.len() >= 2 {
            let mut forged = store.audit.clone();
            forged[0].0.push(1);
            forged[0].2 = balai_exchange::audit::Link::default().next(1, &forged[0].0, &forged[0].1);
            let found = first_broken(forged.iter().map(|(meta, held, link)| (&meta[..], *held, *link)));
            fails(found.is_none(), || "I10 a forged entry is not found".into())?;
        }
    }
    Ok(())
}

/// Against the judge, who knows what each author had seen.
fn rows_are_the_truth(world: &World) -> Verdict {
    let feed = world.hub.offices.values().flat_map(|store| store.feed.iter());
    let ops: Vec<OpId> = feed.filter_map(|entry| Some(Record::from_bytes(&entry.record).ok()?.op())).collect();
    for (key, expected) in world.truth.rows(ops.into_iter()) {
        let blank = RowState::default();
        let state = world.hub.rows.get(&key).unwrap_or(&blank);
        fails(state.erased.is_some() != expected.erased, || format!("I3 erased or not: {key:?}"))?;
        let standing = |cell: &Cell| cell.siblings.iter().map(|one| one.op).collect::<BTreeSet<OpId>>();
        let values: BTreeMap<u32, BTreeSet<OpId>> = state
            .fields
            .iter()
            .map(|(field, cell)| (*field, standing(cell)))
            .filter(|(_, ops)| !ops.is_empty())
            .collect();
        for (field, ops) in &expected.values {
            let stands = values.get(field).cloned().unwrap_or_default();
            fails(!ops.is_subset(&stands), || format!("I3 a value that nobody replaced is gone: {key:?} {field}"))?;
            fails(!stands.is_subset(ops), || format!("I5 a replaced value stands: {key:?} {field}"))?;
        }
        fails(values.len() != expected.values.len(), || format!("I5 a replaced value stands: {key:?}"))?;
        fails(state.is_visible() != expected.visible, || format!("I3 visible or not: {key:?}"))?;
        counters(state)?;
    }
    Ok(())
}

fn counters(state: &RowState) -> Verdict {
    let Some(cell) = state.fields.get(&crate::acts::COUNTER) else { return Ok(()) };
    let highest = cell.siblings.iter().map(|one| &one.value).max();
    let shown = cell.winner(class(crate::acts::COUNTER)).map(|one| &one.value);
    fails(shown != highest, || "I3 a counter went back".into())
}

/// Rows that both sides have to have. What the hub keeps aside stands at its author's desk only.
fn compared<'a>(world: &World, desk: &'a Desk) -> impl Fn(&Key) -> bool + use<'a> {
    let poisoned = world.truth.facts.values().filter(|fact| world.truth.poisoned.contains(&fact.record.tx));
    let touched: HashSet<(u32, Uuid)> = poisoned.map(|fact| (fact.record.table, fact.record.row)).collect();
    move |key: &Key| desk.reads.contains(&key.0) && !touched.contains(&(key.1, key.2))
}

/// What desk and hub compare at the end of an exchange.
fn digests_agree(world: &World, desk: &Desk) -> bool {
    let compared = compared(world, desk);
    let digest = |rows: &BTreeMap<Key, RowState>| {
        let mut buckets = Buckets::default();
        for ((_, table, row), state) in rows.iter().filter(|(key, _)| compared(key)) {
            buckets.toggle(*table, *row, &state.outline());
        }
        buckets
    };
    digest(&desk.rows).differing(&digest(&world.hub.rows)).is_empty()
}

fn same_as_hub(world: &World, desk: &Desk) -> Verdict {
    let compared = compared(world, desk);
    if let Some(key) = desk.rows.keys().find(|key| !desk.reads.contains(&key.0)) {
        return Err(format!("I4 a row of {:?} at a desk of {:?}", key.0, desk.home));
    }
    fails(!digests_agree(world, desk), || format!("I1 digests differ at {:?}", desk.device))?;
    for (key, state) in world.hub.rows.iter().filter(|(key, _)| compared(key)) {
        let own = desk.rows.get(key);
        fails(own.map(RowState::to_bytes) != Some(state.to_bytes()), || {
            format!("I1 {:?} differs at {:?}: {own:?} {state:?}", key, desk.device)
        })?;
    }
    Ok(())
}

/// Whoever was restored or cloned has noticed, also when there was nothing to send.
fn no_double(world: &World, desk: &Desk) -> Verdict {
    let feed = world.hub.offices.get(&desk.home).map(|store| &store.feed[..]).unwrap_or_default();
    let own = |entry: &&Entry| entry.device == desk.device && entry.epoch == desk.author.epoch;
    let beyond = feed.iter().filter(own).any(|entry| entry.seq > desk.author.acked);
    fails(beyond, || format!("I2 {:?} does not notice its double", desk.device))
}

fn aliases(desk: &Desk) -> Verdict {
    for office in OFFICES.iter().filter(|office| desk.reads.contains(office)) {
        let leads = |row: Uuid| {
            let cell = desk.rows.get(&(*office, 1, row))?.fields.get(&LEADS_TO)?;
            match &cell.winner(class(LEADS_TO))?.value {
                Value::Blob(bytes) => Uuid::from_slice(bytes).ok(),
                _ => None,
            }
        };
        for (_, _, row) in desk.rows.keys().filter(|key| key.0 == *office && key.1 == 1) {
            let end = alias::resolve(*row, leads);
            fails(alias::resolve(end, leads) != end, || format!("I8 {row} leads to {end} and on"))?;
            let next = leads(*row).unwrap_or(*row);
            fails(alias::resolve(next, leads) != end, || format!("I8 {row} and {next} lead apart"))?;
        }
    }
    Ok(())
}

/// No clock follows another that is more than a day ahead.
fn clocks(world: &World) -> Verdict {
    for (n, desk) in world.desks.iter().enumerate() {
        let limit = Stamp::at(desk.latest + TimeDelta::hours(25));
        fails(desk.clock > limit, || format!("I5 the clock of desk {n} was carried away"))?;
    }
    Ok(())
}
