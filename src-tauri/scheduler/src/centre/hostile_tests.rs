//! Problems that nobody means: refused or planned in part, never a panic, and what is planned is right.

use super::{
    checker::{missing, violations},
    culprits::culprits,
    plan::{Flavour, Outcome, plan},
    problem::{Batch, Block, Course, Instructor, Lesson, Pattern, Priority, Problem, Qualified, Room, Supply},
    proof::proofs,
    repair::repair,
    rules::{Rule, Rules, Strength},
};
use proptest::prelude::*;

/// Mostly sensible, sometimes not at all.
fn number(most: u16) -> impl Strategy<Value = u16> {
    prop_oneof![12 => 0..=most, 1 => Just(0), 1 => any::<u16>()]
}

fn at(most: usize) -> impl Strategy<Value = usize> {
    prop_oneof![60 => 0..most.max(1), 1 => any::<usize>()]
}

prop_compose! {
    fn a_course()(
        (jp, least, longest, people) in (number(12), 0u8..5, 0u8..6, 0u8..4),
        qualified in prop::collection::vec((at(3), number(9), number(9)), 0..4),
        rooms in prop::collection::vec(at(2), 0..3),
        supplies in prop::collection::vec((at(2), any::<u32>()), 0..2),
        after in prop::collection::vec(at(2), 0..2),
        (unit, practice, needs_room) in (0u32..3, any::<bool>(), any::<bool>()),
    ) -> Course {
        let qualified = qualified.into_iter().map(|(instructor, from, to)| Qualified { instructor, from, to }).collect();
        Course { jp, block: (least, longest), unit, practice, people, qualified, rooms, needs_room, supplies, after }
    }
}

prop_compose! {
    fn a_batch()(
        open in prop::collection::vec(prop::option::of(0u16..2), 0..12),
        (first, last, due, jp_day) in (number(9), number(9), number(9), number(9)),
        (seats, step_free) in (0u32..30, any::<bool>()),
        courses in prop::collection::vec(a_course(), 0..4),
    ) -> Batch {
        Batch { open, first, last, due, seats, step_free, jp_day, courses }
    }
}

prop_compose! {
    fn a_block()(
        (batch, course, day, room) in (at(3), prop::option::of(at(2)), number(9), prop::option::of(at(2))),
        people in [prop::option::of(at(3)), prop::option::of(at(3))],
        (slot, length, locked, tag) in (0u8..9, 0u8..6, any::<bool>(), 0u64..6),
    ) -> Block {
        Block { batch, course, day, slot, length, people, room, locked, tag }
    }
}

prop_compose! {
    fn a_problem()(
        (days, weekday) in (prop_oneof![20 => 0usize..12, 1 => any::<usize>()], prop_oneof![20 => 0u8..7, 1 => any::<u8>()]),
        months in prop::collection::vec(0u16..3, 0..12),
        patterns in prop::collection::vec(prop::collection::vec((any::<u128>(), 0u8..3), 0..9), 2),
        batches in prop::collection::vec(a_batch(), 0..4),
        instructors in prop::collection::vec((prop::collection::vec(any::<u128>(), 0..12), number(9), number(20), number(40)), 3),
        rooms in prop::collection::vec((0u32..30, any::<bool>(), prop::collection::vec(number(9), 0..3)), 2),
        supplies in prop::collection::vec((any::<u32>(), any::<bool>()), 2),
        standing in prop::collection::vec(a_block(), 0..5),
        rules in prop::collection::vec((0usize..27, prop_oneof![Just(Strength::Off), any::<u32>().prop_map(Strength::Soft)]), 0..4),
        today in number(9),
    ) -> Problem {
        let lessons = |all: Vec<(u128, u8)>| Pattern {
            lessons: all.into_iter().map(|(clock, half)| Lesson { clock, half }).collect(),
        };
        let instructor = |(away, day_cap, week_cap, month_cap)| Instructor { away, day_cap, week_cap, month_cap, department: None };
        let room = |(seats, step_free, closed)| Room { seats, step_free, priority: Priority::Normal, closed };
        Problem {
            days,
            weekday,
            today,
            months,
            patterns: patterns.into_iter().map(lessons).collect(),
            batches,
            instructors: instructors.into_iter().map(instructor).collect(),
            rooms: rooms.into_iter().map(room).collect(),
            supplies: supplies.into_iter().map(|(stock, consumed)| Supply { stock, consumed }).collect(),
            standing,
            rules: rules.into_iter().fold(Rules::default(), |rules, (at, strength)| rules.with(Rule::ALL[at], strength)),
        }
    }
}

fn planned(problem: &Problem, steps: u64) -> Option<Outcome> {
    plan(problem, Flavour::BestRooms, 1, steps, &|| false, &mut |_| ()).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]
    #[test]
    fn any_problem_is_refused_or_planned_without_a_silent_loss(problem in a_problem()) {
        if let Some(done) = planned(&problem, 20) {
            let told: u32 = done.unplaced.iter().map(|one| u32::from(one.jp)).sum();
            prop_assert_eq!(missing(&problem, &done.blocks).iter().map(|(.., jp)| jp).sum::<u32>(), told);
            for block in problem.standing.iter().filter(|block| block.locked) {
                prop_assert!(done.blocks.contains(block));
            }
            proofs(&problem);
            for batch in 0..problem.batches.len() {
                culprits(&problem, &done.blocks, batch);
            }
        }
        if let Ok(done) = repair(&problem, &|| false) {
            for block in problem.standing.iter().filter(|block| block.locked) {
                prop_assert!(done.blocks.contains(block));
            }
        }
    }

    #[test]
    fn what_the_planner_adds_to_nothing_breaks_no_hard_rule(problem in a_problem()) {
        let problem = Problem { standing: Vec::new(), ..problem };
        if let Some(done) = planned(&problem, 20) {
            let hard = |rule: Rule| problem.rules.is_hard(rule) && rule != Rule::Stock;
            let broken: Vec<_> = violations(&problem, &done.blocks).into_iter().filter(|one| hard(one.rule)).collect();
            prop_assert_eq!(broken, vec![]);
        }
    }
}

#[test]
fn ten_thousand_units_are_planned_as_far_as_the_days_reach() {
    let course = Course { jp: 4, block: (2, 4), ..Course::default() };
    let problem = Problem {
        days: 300,
        patterns: vec![super::generator::a_day(4)],
        batches: vec![Batch {
            open: vec![Some(0); 300],
            last: 299,
            due: 299,
            jp_day: 8,
            courses: vec![course; 10_000],
            ..Batch::default()
        }],
        ..Problem::default()
    };
    let done = planned(&problem, 3).expect("no faults");
    assert_eq!(done.blocks.iter().map(|block| u32::from(block.length)).sum::<u32>(), 2_400);
    assert_eq!(done.unplaced.len(), 10_000 - 600);
    assert_eq!(done.unplaced[0].reasons[0].rule, Rule::BatchClash);
}
