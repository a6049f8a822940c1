//! Which rules together keep a class from being placed whole: one rule after the other is left out, and whatever the class
//! can do without stays out.

use super::{
    build::{self, Manner},
    problem::{Block, Day, Problem},
    rules::{Rule, Strength},
    state::State,
};
use crate::random::Dice;

/// Ways in which a class is put in before it counts as not found.
const WAYS: u64 = 6;

/// What keeps a class from being placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Culprits {
    /// These together, and none of the others: every other rule can go without helping, and without any one of these the
    /// class would find its place.
    pub rules: Vec<Rule>,
    /// Nothing was found for the class in so many tries with all of them; no proof that there is nothing. 0: it can be placed.
    pub tries: u64,
}

/// The rules that keep a class from being placed whole around the blocks of the others. Its own locked blocks stay.
pub fn culprits(problem: &Problem, blocks: &[Block], batch: usize) -> Culprits {
    let fixed: Vec<Block> = blocks.iter().filter(|block| block.batch != batch || block.locked).copied().collect();
    let mut relaxed = problem.clone();
    let mut tries = 0;
    let mut whole = |problem: &Problem| {
        let found = (0..WAYS).find(|way| is_whole(problem, &fixed, batch, *way));
        tries += found.map_or(WAYS, |way| way + 1);
        found.is_some()
    };
    if whole(&relaxed) {
        return Culprits { rules: Vec::new(), tries: 0 };
    }
    let mut rules = Vec::new();
    for rule in Rule::ALL.into_iter().filter(|rule| rule.constrains() && problem.rules.binds(*rule, false)) {
        let kept = relaxed.clone();
        relax(&mut relaxed, batch, rule);
        if whole(&relaxed) {
            relaxed = kept;
            rules.push(rule);
        }
    }
    Culprits { rules, tries }
}

fn relax(problem: &mut Problem, batch: usize, rule: Rule) {
    problem.rules = std::mem::take(&mut problem.rules).with(rule, Strength::Off);
    if rule == Rule::Window {
        let one = &mut problem.batches[batch];
        (one.first, one.last) = (0, problem.days.saturating_sub(1) as Day);
    }
}

fn is_whole(problem: &Problem, fixed: &[Block], batch: usize, way: u64) -> bool {
    let mut state = State::with(problem, fixed);
    let manner = match way {
        0 => Manner::default(),
        way => Manner { last_resort: false, skip: [0, 6, 3][way as usize % 3], noise: 20 },
    };
    build::build(&mut state, batch, 0, manner, &mut Dice::new(way));
    state.left_of(batch) == 0
}
