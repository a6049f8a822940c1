//! Planted impossibilities are named, and a centre that has a perfect plan is never called impossible.

use super::{
    culprits::culprits,
    generator::{Centre, Size, centre},
    problem::{Block, Problem},
    proof::{Kind, Proof, proofs},
    rules::Rule,
};

#[test]
fn a_centre_with_a_perfect_plan_is_never_proved_impossible_or_late() {
    for (size, seed) in [(Size::SMALL, 1), (Size::SMALL, 2), (Size::TIGHT, 3), (Size::MEDIUM, 4)] {
        assert_eq!(proofs(&centre(size, seed).problem), []);
    }
}

#[test]
fn a_course_that_nobody_may_teach_and_one_without_a_room_are_named() {
    let Centre { mut problem, .. } = centre(Size::SMALL, 5);
    problem.batches[3].courses[1].qualified.clear();
    problem.batches[7].courses[0].rooms.clear();
    assert_eq!(proofs(&problem), [Proof::NoInstructor { batch: 3, course: 1 }, Proof::NoRoom { batch: 7, course: 0 }]);
}

#[test]
fn a_window_that_is_too_short_is_named_with_both_sums() {
    let Centre { mut problem, .. } = centre(Size::SMALL, 6);
    let one = &mut problem.batches[4];
    one.last = one.first + 3;
    let need = one.courses.iter().map(|course| u64::from(course.jp)).sum();
    let days = (one.first..=one.last).filter_map(|day| one.open[usize::from(day)]);
    let have = days.map(|pattern| if pattern == 0 { 8 } else { 6 }).sum();
    assert_eq!(proofs(&problem), [Proof::TooShort { batch: 4, need, have }]);
}

/// Three classes that need two rooms for the whole of the same days.
fn planted(size: Size) -> (Problem, Vec<usize>, u64) {
    let Centre { mut problem, hidden } = centre(size, 7);
    let mut one = problem.batches[5].clone();
    let days: Vec<u16> = hidden.iter().filter(|block| block.batch == 5).map(|block| block.day).collect();
    (one.first, one.last) = (days[0], days[days.len() - 1]);
    one.due = one.last;
    one.seats = 1;
    one.step_free = false;
    one.courses.iter_mut().for_each(|course| {
        course.people = 0;
        course.rooms = vec![0, 1];
    });
    let jp: u64 = one.courses.iter().map(|course| u64::from(course.jp)).sum();
    let from = problem.batches.len();
    problem.batches.extend([one.clone(), one.clone(), one]);
    (problem, (from..from + 3).collect(), 3 * jp)
}

#[test]
fn rooms_of_which_more_is_asked_than_they_have_are_named_with_the_days_and_the_classes() {
    let (problem, classes, asked) = planted(Size::SMALL);
    let told = proofs(&problem);
    let [Proof::Crowded { kind: Kind::Rooms, which, from, to, batches, need, have, late: false }] = &told[..] else {
        panic!("{told:?}");
    };
    let one = &problem.batches[classes[0]];
    assert_eq!((&which[..], *from, *to, batches, *need), (&[0, 1][..], one.first, one.last, &classes, asked));
    // Counted by hand: what two rooms have on the days on which they are open.
    let lessons = |day: u16| match one.open[usize::from(day)] {
        Some(0) => 8,
        Some(_) => 6,
        None => 0,
    };
    let open = |room: usize| {
        (one.first..=one.last).filter(|day| !problem.rooms[room].closed.contains(day)).map(lessons).sum::<u64>()
    };
    assert_eq!(*have, open(0) + open(1));
}

#[test]
fn in_a_large_centre_the_crowd_that_is_named_holds_the_planted_classes() {
    let (problem, classes, _) = planted(Size::LARGE);
    let told = proofs(&problem);
    let [Proof::Crowded { kind: Kind::Rooms, which, batches, need, have, .. }] = &told[..] else { panic!("{told:?}") };
    assert!(which.contains(&0) && which.contains(&1) && need > have);
    assert!(classes.iter().all(|class| batches.contains(class)));
}

#[test]
fn the_rules_that_together_keep_a_class_are_told_and_no_others() {
    let Centre { mut problem, hidden } = centre(Size::SMALL, 8);
    assert_eq!(culprits(&problem, &[], 2).rules, []);
    let who = problem.batches[2].courses[0].qualified[0];
    problem.batches[2].courses[0].qualified = vec![who];
    problem.instructors[who.instructor].away.fill(u128::MAX);
    // The other classes stand as they are, so only this one is in question.
    let others: Vec<Block> = hidden.into_iter().filter(|block| block.batch != 2).collect();
    problem.batches[2].courses.truncate(1);
    let told = culprits(&problem, &others, 2);
    assert_eq!(told.rules, [Rule::Absence, Rule::Competence]);
    assert!(told.tries > 0);
}
