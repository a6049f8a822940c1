//! Tiny centres whose best plan is found by trying everything: the planner reaches it, however things are numbered.

use super::{
    checker::violations,
    plan::{Flavour, plan},
    problem::{Batch, Block, Course, Instructor, Lesson, Pattern, Problem, Qualified, Room},
};
use proptest::prelude::*;

const DAYS: u16 = 3;

/// Its due day, and of each course who may teach it, which rooms, whether it waits for the one before.
type Class = (u16, Vec<(u8, u8, bool)>);

/// Three days of two halves with two lessons each; courses of one block.
fn tiny(batches: Vec<Class>, away: [u8; 2]) -> Problem {
    let course = |at: usize, (who, rooms, waits): (u8, u8, bool)| Course {
        jp: 2,
        block: (2, 2),
        unit: at as u32,
        people: 1,
        qualified: (0..2)
            .filter(|one| who >> one & 1 == 1)
            .map(|instructor| Qualified { instructor, from: 0, to: DAYS })
            .collect(),
        rooms: (0..2).filter(|room| rooms >> room & 1 == 1).collect(),
        needs_room: true,
        after: at.checked_sub(1).filter(|_| waits).into_iter().collect(),
        ..Course::default()
    };
    let batch = |(due, courses): Class| Batch {
        open: vec![Some(0); usize::from(DAYS)],
        last: DAYS - 1,
        due,
        jp_day: 4,
        courses: courses.into_iter().enumerate().map(|(at, one)| course(at, one)).collect(),
        ..Batch::default()
    };
    let instructor = |away: u8| Instructor {
        away: (0..DAYS).map(|day| if away >> day & 1 == 1 { u128::MAX } else { 0 }).collect(),
        day_cap: 10,
        week_cap: 53,
        month_cap: 242,
        department: None,
    };
    Problem {
        days: usize::from(DAYS),
        patterns: vec![Pattern { lessons: (0..4).map(|at| Lesson { clock: 1 << at, half: at / 2 }).collect() }],
        batches: batches.into_iter().map(batch).collect(),
        instructors: away.map(instructor).to_vec(),
        rooms: vec![Room::default(); 2],
        ..Problem::default()
    }
}

/// The fewest JP without a place and, with these, the fewest days late, by trying every place of every course.
fn best(problem: &Problem) -> (i64, i64) {
    let all: Vec<(usize, usize)> = (0..problem.batches.len())
        .flat_map(|batch| (0..problem.batches[batch].courses.len()).map(move |course| (batch, course)))
        .collect();
    let mut found = (i64::MAX, 0);
    descend(problem, &all, &mut Vec::new(), 0, &mut found);
    found
}

fn descend(problem: &Problem, rest: &[(usize, usize)], blocks: &mut Vec<Block>, left: i64, found: &mut (i64, i64)) {
    let late = |batch: usize, due: u16| {
        let last = blocks.iter().filter(|block| block.batch == batch).map(|block| block.day).max();
        last.map_or(0, |last| i64::from(last.saturating_sub(due)))
    };
    let late: i64 = problem.batches.iter().enumerate().map(|(batch, one)| late(batch, one.due)).sum();
    if (left, late) >= *found {
        return;
    }
    let Some(((batch, course), rest)) = rest.split_first() else {
        *found = (left, late);
        return;
    };
    for day in 0..DAYS {
        for (slot, who, room) in (0..8).map(|at| ([0, 2][at & 1], at >> 1 & 1, at >> 2)) {
            let people = [Some(who), None];
            let (batch, course) = (*batch, Some(*course));
            blocks.push(Block { batch, course, day, slot, length: 2, people, room: Some(room), locked: false, tag: 0 });
            // What waits for a course without a place has none either.
            let waits = &problem.batches[batch].courses[course.unwrap_or(0)].after;
            let there =
                |before: &usize| blocks.iter().any(|block| block.batch == batch && block.course == Some(*before));
            if waits.iter().all(there) && violations(problem, blocks).is_empty() {
                descend(problem, rest, blocks, left, found);
            }
            blocks.pop();
        }
    }
    descend(problem, rest, blocks, left + 2, found);
}

fn reached(problem: &Problem) -> (i64, i64) {
    let done = plan(problem, Flavour::EarliestEnd, 1, 400, &|| false, &mut |_| ()).expect("no faults");
    assert_eq!(violations(problem, &done.blocks), []);
    (done.cost.hard, done.cost.late)
}

/// The same centre with rooms, instructors and classes numbered the other way round.
fn turned(problem: &Problem) -> Problem {
    let mut other = problem.clone();
    other.instructors.reverse();
    other.batches.reverse();
    for course in other.batches.iter_mut().flat_map(|batch| &mut batch.courses) {
        course.qualified.iter_mut().for_each(|one| one.instructor = 1 - one.instructor);
        course.rooms.iter_mut().for_each(|room| *room = 1 - *room);
    }
    other
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn the_best_plan_is_found_however_things_are_numbered(
        batches in prop::collection::vec((0u16..3, prop::collection::vec((1u8..4, 1u8..4, any::<bool>()), 1..3)), 1..3),
        away in [0u8..8, 0u8..8],
    ) {
        let problem = tiny(batches, away);
        let best = best(&problem);
        prop_assert_eq!(reached(&problem), best);
        prop_assert_eq!(reached(&turned(&problem)), best);
    }
}
