//! The simulator of the exchange: offices, PCs and a hub in memory, run by the product's own protocol, with everything that
//! can go wrong. One seed repeats one life: `BALAI_SEED=n`; `BALAI_SEEDS=100000` for a long run.

mod acts;
mod check;
mod desk;
mod hub;
mod random;
mod stick;
mod truth;
mod world;

use std::{
    env,
    sync::atomic::{AtomicU64, Ordering},
    thread,
};
use world::{Tally, World};

const SEEDS: u64 = 3_000;

fn asked(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

/// One life; what was wrong at its end.
fn live(seed: u64) -> (Result<(), String>, Tally) {
    let mut world = World::new(seed);
    let verdict = world.run().and_then(|()| check::check(&world));
    world.tally.healed += world.desks.iter().map(|desk| u64::from(desk.healed)).sum::<u64>();
    world.tally.contested = world.hub.rows.values().map(|row| row.contested().count() as u64).sum();
    world.tally.aside = world.hub.offices.values().map(|office| office.aside.len() as u64).sum();
    (verdict, world.tally)
}

/// The seeds that fail, each with its reason, and what happened in all.
fn live_all(seeds: impl Iterator<Item = u64> + Clone + Send, prepare: impl Fn() + Sync) -> (Vec<(u64, String)>, Tally) {
    let workers = thread::available_parallelism().map_or(2, usize::from);
    let next = AtomicU64::new(0);
    let seeds: Vec<u64> = seeds.collect();
    let work = || {
        prepare();
        let (mut failed, mut sum) = (Vec::new(), Tally::default());
        while let Some(seed) = seeds.get(next.fetch_add(1, Ordering::Relaxed) as usize) {
            let (verdict, tally) = live(*seed);
            add(&mut sum, &tally);
            failed.extend(verdict.err().map(|why| (*seed, why)));
        }
        (failed, sum)
    };
    let parts: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        running.into_iter().map(|one| one.join().expect("a worker")).collect()
    });
    let (mut failed, mut sum) = (Vec::new(), Tally::default());
    for (more, tally) in parts {
        failed.extend(more);
        add(&mut sum, &tally);
    }
    failed.sort();
    (failed, sum)
}

fn add(sum: &mut Tally, one: &Tally) {
    sum.writes += one.writes;
    sum.restores += one.restores;
    sum.clones += one.clones;
    sum.falls += one.falls;
    sum.bent += one.bent;
    sum.sticks += one.sticks;
    sum.neighbours += one.neighbours;
    sum.healed += one.healed;
    sum.contested += one.contested;
    sum.aside += one.aside;
    sum.hub_restores += one.hub_restores;
}

#[test]
fn whatever_goes_wrong_nothing_is_lost_doubled_or_left_apart() {
    let seeds = match asked("BALAI_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..asked("BALAI_SEEDS").unwrap_or(SEEDS),
    };
    let (failed, sum) = live_all(seeds.clone(), || {});
    println!("{} lives: {sum:?}", seeds.end - seeds.start);
    for (seed, why) in failed.iter().take(10) {
        println!("BALAI_SEED={seed}: {why}");
    }
    assert!(failed.is_empty(), "{} of {} lives ended badly", failed.len(), seeds.end - seeds.start);
}

#[cfg(feature = "mutants")]
mod mutants;
