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

#[test]
fn every_deliberate_fault_is_found() {
    let lives = asked("BALAI_MUTANT_SEEDS").unwrap_or(120);
    let mut alive = Vec::new();
    println!("{:<20} {:>9}  {:<60} found by", "fault", "lives", "what it does");
    for (name, what) in mutant::ALL.iter().chain(OF_STORES) {
        let (failed, _) = live_all(0..lives, || mutant::set(name));
        let mut by: BTreeMap<String, u32> = BTreeMap::new();
        for (_, why) in &failed {
            *by.entry(why.split(' ').next().unwrap_or_default().to_owned()).or_default() += 1;
        }
        println!("{name:<20} {:>4}/{lives:<4}  {what:<60} {by:?}", failed.len());
        if failed.is_empty() {
            alive.push(*name);
        }
    }
    assert!(alive.is_empty(), "not found: {alive:?}");
}
