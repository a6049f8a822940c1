//! Every deliberate fault has to be found.

use super::{asked, live_all};
use balai_exchange::mutant;
use std::collections::BTreeMap;

/// Faults of a store, in the simulation's own.
const OF_STORES: &[(&str, &str)] = &[
    ("cursor_before_apply", "the cursor is saved before the page is applied"),
    ("late_commits", "a place in the feed is given before the commit"),
    ("no_scope", "the hub gives any office's feed to anybody"),
];

/// Lives that are tried at once, and how often.
const LIVES: u64 = 40;
const TIMES: u64 = 10;

#[test]
fn every_deliberate_fault_is_found() {
    let times = asked("BALAI_MUTANT_TIMES").unwrap_or(TIMES);
    let mut alive = Vec::new();
    println!("{:<20} {:<64} {:>8}  found by", "fault", "what it does", "lives");
    for (name, what) in mutant::ALL.iter().chain(OF_STORES) {
        let mut by: BTreeMap<String, usize> = BTreeMap::new();
        let mut tried = 0;
        while by.is_empty() && tried < times * LIVES {
            let (failed, _) = live_all(tried..tried + LIVES, || mutant::set(name));
            tried += LIVES;
            for (_, why) in &failed {
                *by.entry(why.split(' ').next().unwrap_or_default().to_owned()).or_default() += 1;
            }
        }
        println!("{name:<20} {what:<64} {:>3}/{tried:<4}  {by:?}", by.values().sum::<usize>());
        if by.is_empty() {
            alive.push(*name);
        }
    }
    assert!(alive.is_empty(), "not found: {alive:?}");
}
