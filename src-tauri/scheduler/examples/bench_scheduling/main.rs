//! `cargo xtask bench scheduling [ctt] [centre] [board]`: the planner against the field, and on made centres.
//!
//! `seconds=60 seeds=1,2,3 folder=… only=comp01,… peers=no|fet,cp-sat` for `ctt`, `seconds=30 seed=1 size=small,…` for
//! `centre`. The board is measured in the desk's window, by a bench of the desk.

mod centre;
mod ctt;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
    let only = |part: &str| words.iter().all(|word| word.contains('=')) || words.iter().any(|word| word == part);
    if only("ctt") {
        ctt::measure(&value);
    }
    if only("centre") {
        centre::measure(&value);
    }
}
