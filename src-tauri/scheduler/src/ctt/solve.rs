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

/// Placing ends soon in most instances; in a tight one it is decided where an exchange of one for two is rarely taken.
const PLACING: Cooling = Cooling { reheats: 8, first: 0.1, warm: 0.4, ..Cooling::once(0.6, 0.2, EVEN) };

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ctt::check::check;
    use crate::ctt::made::made;
    use crate::ctt::read::read;

    fn solved(text: &[u8], seed: u64, limit: u64) -> (Vec<u8>, i64) {
        let instance = read(text).expect("an instance");
        let spent = |steps: u64| steps as f64 / limit as f64;
        let budget = Budget { spent: &spent, stop: &|| false, every: EVERY };
        match solve(&instance, seed, &budget, &mut |_| ()) {
            Answer::Solved { plan, soft, .. } => (solution(&instance, &plan), soft),
            other => panic!("not solved: {other:?}"),
        }
    }

    #[test]
    fn every_output_stands_before_the_independent_checker_with_the_cost_that_was_counted() {
        for seed in 0..12 {
            let text = made(seed);
            let (solution, soft) = solved(&text, seed, 400_000);
            let verdict = check(&text, &solution).expect("readable");
            assert_eq!((verdict.hard(), verdict.soft()), (0, soft as u64), "seed {seed}: {verdict}");
        }
    }

    #[test]
    fn the_search_finds_what_a_short_one_does_not() {
        let text = made(3);
        assert!(solved(&text, 1, 1_000_000).1 < solved(&text, 1, 5_000).1);
    }

    #[test]
    fn the_same_seed_and_steps_give_the_same_bytes_and_another_seed_others() {
        let text = made(4);
        let (one, again, other) = (solved(&text, 9, 200_000), solved(&text, 9, 200_000), solved(&text, 10, 200_000));
        assert_eq!(one, again);
        assert_ne!(one.0, other.0);
    }

    #[test]
    fn the_best_of_a_tiny_instance_that_every_timetable_was_tried_for_is_found() {
        // worked out by hand: the two lectures of A on two days (else 5), B next to one of them in the same room
        let text = b"Name: tiny\nCourses: 2\nRooms: 1\nDays: 2\nPeriods_per_day: 2\nCurricula: 1\nConstraints: 1\n\
            COURSES:\nA t 2 2 30\nB u 1 1 10\nROOMS:\nr 25\nCURRICULA:\nq 2 A B\n\
            UNAVAILABILITY_CONSTRAINTS:\nB 0 0\nEND.\n";
        // 5 students stand twice, one lecture of A is alone in its day
        assert_eq!(solved(text, 1, 20_000).1, 5 + 5 + 2);
    }

    #[test]
    fn an_impossible_instance_is_proved_so() {
        let text =
            b"Courses: 1\nRooms: 1\nDays: 1\nPeriods_per_day: 1\nCurricula: 0\nCOURSES:\nA t 2 1 1\nROOMS:\nr 1\n";
        let budget = Budget { spent: &|_| 0.0, stop: &|| false, every: 1 };
        let answer = solve(&read(text).expect("an instance"), 1, &budget, &mut |_| ());
        assert!(matches!(answer, Answer::Impossible(proofs) if proofs.len() == 3));
    }

    #[test]
    fn an_instance_without_lectures_has_an_empty_timetable() {
        let text = b"Courses: 0\nRooms: 0\nDays: 0\nPeriods_per_day: 0\nCurricula: 0\n";
        assert_eq!(solved(text, 1, 10).0, b"");
    }
}
