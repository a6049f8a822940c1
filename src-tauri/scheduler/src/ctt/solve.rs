//! From an instance to a timetable: proofs that there is none, every lecture placed, then the cost down.

use super::improve::Improving;
use super::instance::Instance;
use super::model::Model;
use super::place::Placing;
use super::proof::{Impossible, impossible};
use super::timetable::Timetable;
use crate::random::Dice;
use crate::search::{Budget, Cooling, Found, Progress, Weights, anneal};

/// How often the budget is asked, in steps.
const EVERY: u64 = 4096;

const EVEN: Weights = Weights { hard: 1.0, late: 1.0, soft: 1.0 };

/// Placing: warmed up again and again, for it either ends soon or is stuck.
const PLACING: Cooling = Cooling { reheats: 50, first: 0.02, warm: 0.5, ..Cooling::once(0.6, 0.1, EVEN) };

/// A lecture in its place; numbers as in the instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub course: usize,
    pub room: usize,
    pub day: usize,
    pub period: usize,
}

#[derive(Clone, Debug)]
pub enum Answer {
    /// All hard rules are kept.
    Solved { plan: Vec<Placed>, soft: i64, steps: u64, taken: u64 },
    /// Proved: no timetable keeps the hard rules.
    Impossible(Vec<Impossible>),
    /// Not proved, only not found.
    NotFound { unplaced: i64, steps: u64 },
}

/// Solves an instance. A budget in steps and a seed fix the answer to the last byte.
pub fn solve(instance: &Instance, seed: u64, budget: &Budget<'_>, progress: &mut dyn FnMut(Progress)) -> Answer {
    let proofs = impossible(instance);
    if !proofs.is_empty() {
        return Answer::Impossible(proofs);
    }
    let model = Model::new(instance);
    let mut dice = Dice::new(seed);
    let mut placing = Placing::new(Timetable::new(&model));
    let placed = anneal(&mut placing, &mut dice, &PLACING, budget, progress);
    if placed.best.hard > 0 {
        return Answer::NotFound { unplaced: placed.best.hard, steps: placed.steps };
    }
    let mut improving = Improving::new(placing.table);
    let improved = improve(&mut improving, &mut dice, budget, placed.steps, progress);
    let plan = improving.table.at.iter().enumerate().map(|(lecture, slot)| {
        let (period, room) = (usize::from(*slot) / model.rooms, usize::from(*slot) % model.rooms);
        let (day, period) = (period / model.per_day, period % model.per_day);
        Placed { course: usize::from(model.course_of[lecture]), room, day, period }
    });
    let (steps, taken) = (placed.steps + improved.steps, placed.taken + improved.taken);
    Answer::Solved { plan: plan.collect(), soft: improved.best.soft, steps, taken }
}

/// The second phase in what the first has left of the budget.
fn improve(
    improving: &mut Improving<'_>,
    dice: &mut Dice,
    budget: &Budget<'_>,
    gone: u64,
    progress: &mut dyn FnMut(Progress),
) -> Found {
    let before = (budget.spent)(gone).min(1.0);
    let spent = |steps| {
        let left = 1.0 - before;
        if left > 0.0 { ((budget.spent)(gone + steps) - before) / left } else { 1.0 }
    };
    let rest = Budget { spent: &spent, stop: budget.stop, every: EVERY };
    anneal(improving, dice, &improving.cooling(), &rest, progress)
}

/// The lines `course room day period` of a plan.
pub fn solution(instance: &Instance, plan: &[Placed]) -> Vec<u8> {
    let mut text = Vec::new();
    for placed in plan {
        text.extend_from_slice(&instance.courses[placed.course].name);
        text.push(b' ');
        text.extend_from_slice(&instance.rooms[placed.room].name);
        text.extend_from_slice(format!(" {} {}\n", placed.day, placed.period).as_bytes());
    }
    text
}
