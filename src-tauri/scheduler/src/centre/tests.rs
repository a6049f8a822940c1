//! The planner against the independent checker, on centres that are known to have a perfect plan.

use super::{
    checker::{missing, violations},
    cost,
    generator::{Centre, Size, centre},
    plan::{Flavour, Outcome, plan},
    problem::Block,
    repair::repair,
    rules::Rule,
    search::Walk,
    state::State,
    verdict::Judge,
};
use crate::{random::Dice, search::Landscape};

fn a_plan(centre: &Centre, seed: u64, steps: u64) -> Outcome {
    plan(&centre.problem, Flavour::EarliestEnd, seed, steps, &|| false, &mut |_| ()).expect("no faults")
}

#[test]
fn the_hidden_plan_of_a_made_centre_breaks_nothing_and_leaves_nothing_out() {
    for (size, seed) in [(Size::SMALL, 1), (Size::MEDIUM, 2), (Size::TIGHT, 3)] {
        let Centre { problem, hidden } = centre(size, seed);
        assert_eq!(violations(&problem, &hidden), []);
        assert_eq!(missing(&problem, &hidden), []);
        let courses = || problem.batches.iter().flat_map(|batch| &batch.courses);
        assert!(courses().any(|course| course.people == 2), "sessions of two instructors");
        assert!(courses().any(|course| !course.supplies.is_empty()), "sessions with tools");
        assert!(problem.batches.len() > size.batches / 2, "{}", problem.batches.len());
    }
}

#[test]
fn a_small_centre_is_planned_whole_and_the_independent_checker_finds_nothing() {
    for seed in 0..6 {
        let centre = centre(Size::SMALL, seed);
        let done = a_plan(&centre, seed, 4_000);
        assert_eq!(violations(&centre.problem, &done.blocks), [], "seed {seed}");
        assert_eq!(missing(&centre.problem, &done.blocks), [], "seed {seed}: {:?}", done.unplaced);
        assert!(done.unplaced.is_empty());
    }
}

#[test]
fn the_same_seed_gives_the_same_plan() {
    let centre = centre(Size::SMALL, 5);
    assert_eq!(a_plan(&centre, 9, 500).blocks, a_plan(&centre, 9, 500).blocks);
    assert_ne!(a_plan(&centre, 9, 500).blocks, a_plan(&centre, 10, 500).blocks);
}

#[test]
fn a_step_that_is_taken_back_leaves_no_trace_and_the_difference_is_the_recount() {
    let Centre { problem, hidden } = centre(Size::SMALL, 3);
    let published = Default::default();
    let mut state = State::with(&problem, &hidden);
    let mut dice = Dice::new(4);
    let sorted = |state: &State<'_>| {
        let mut blocks: Vec<Block> = state.blocks().copied().collect();
        blocks.sort_unstable_by_key(|block| (block.batch, block.day, block.slot));
        blocks
    };
    for round in 0..300 {
        let before = (cost::total(&state, &published), sorted(&state));
        let mut walk = Walk::new(&mut state, &published);
        let Some((step, change)) = walk.propose(&mut dice, f64::MAX) else { continue };
        let take = round % 3 == 0;
        if take {
            walk.accept(step);
            let told = walk.cost();
            assert_eq!(told, before.0 + change);
            assert_eq!(cost::total(&state, &published), told);
            assert_eq!(cost::total(&State::with(&problem, &sorted(&state)), &published), told, "a fresh count agrees");
        } else {
            walk.reject(step);
            assert_eq!((cost::total(&state, &published), sorted(&state)), before);
        }
    }
}

#[test]
fn locked_blocks_stay_where_they_are() {
    let Centre { mut problem, hidden } = centre(Size::SMALL, 7);
    let locked: Vec<Block> = hidden.iter().step_by(5).map(|block| Block { locked: true, ..*block }).collect();
    problem.standing = locked.clone();
    let done = plan(&problem, Flavour::EarliestEnd, 1, 2_000, &|| false, &mut |_| ()).expect("no faults");
    assert!(locked.iter().all(|block| done.blocks.contains(block)));
    assert_eq!(violations(&problem, &done.blocks), []);
}

#[test]
fn a_course_whose_only_instructor_is_gone_is_told_with_the_rule_to_relax() {
    let Centre { mut problem, .. } = centre(Size::SMALL, 8);
    problem.batches[3].courses[2].qualified.clear();
    let done = plan(&problem, Flavour::EarliestEnd, 1, 500, &|| false, &mut |_| ()).expect("no faults");
    let told = done.unplaced.iter().find(|one| (one.batch, one.course) == (3, 2)).expect("told");
    assert_eq!(told.jp, problem.batches[3].courses[2].jp);
    assert_eq!(told.reasons[0].rule, Rule::Competence, "{:?}", told.reasons);
    assert!(told.reasons[0].alone > 0);
    assert_eq!(violations(&problem, &done.blocks), []);
}

/// A published plan in which every block has a name.
fn published(size: Size, seed: u64) -> super::problem::Problem {
    let Centre { mut problem, hidden } = centre(size, seed);
    problem.standing = hidden.iter().zip(1..).map(|(block, tag)| Block { tag, ..*block }).collect();
    problem
}

#[test]
fn a_repair_with_nothing_wrong_changes_nothing() {
    let problem = published(Size::SMALL, 2);
    let done = repair(&problem, &|| false).expect("no faults");
    assert_eq!((done.hit, done.moves.len(), done.unplaced.len()), (0, 0, 0));
    let mut standing = problem.standing.clone();
    standing.sort_unstable_by_key(|block| (block.day, block.slot, block.batch));
    assert_eq!(done.blocks, standing);
}

#[test]
fn an_illness_is_repaired_without_breaking_anything_and_without_touching_what_it_does_not_hit() {
    for seed in 0..8 {
        let mut problem = published(Size::SMALL, seed);
        let who = (seed as usize) % problem.instructors.len();
        let from = 40 + 10 * seed as u16;
        (from..from + 10).for_each(|day| problem.instructors[who].away[usize::from(day)] = u128::MAX);
        let done = repair(&problem, &|| false).expect("no faults");
        let hit: Vec<&Block> = problem
            .standing
            .iter()
            .filter(|b| b.people[0] == Some(who) && (from..from + 10).contains(&b.day))
            .collect();
        assert_eq!(done.hit, hit.len(), "seed {seed}");
        assert_eq!(violations(&problem, &done.blocks), [], "seed {seed}");
        let moved = |tag: u64| done.moves.iter().any(|one| one.before.tag == tag);
        if done.proved {
            assert!(hit.iter().all(|block| moved(block.tag)) && done.moves.len() == hit.len());
            assert!(problem.standing.iter().all(|block| moved(block.tag) || done.blocks.contains(block)));
        }
        assert_eq!(missing(&problem, &done.blocks).len(), done.unplaced.len());
    }
}

#[test]
fn a_lost_day_moves_every_session_of_that_day_and_no_locked_one() {
    let mut problem = published(Size::SMALL, 4);
    let lost = problem.standing[problem.standing.len() / 2].day;
    let locked = problem.standing.iter().position(|block| block.day == lost).expect("a block");
    problem.standing[locked].locked = true;
    problem.batches.iter_mut().for_each(|batch| batch.open[usize::from(lost)] = None);
    let done = repair(&problem, &|| false).expect("no faults");
    let left: Vec<&Block> = done.blocks.iter().filter(|block| block.day == lost).collect();
    assert_eq!(left, [&problem.standing[locked]]);
    assert!(done.unplaced.is_empty() && done.moves.len() >= done.hit);
}

#[test]
fn why_not_names_the_rule_and_the_session_in_the_way() {
    let problem = published(Size::SMALL, 6);
    let one = problem.standing[0];
    let other = problem
        .standing
        .iter()
        .find(|b| b.day == one.day && b.slot == one.slot && b.batch != one.batch)
        .expect("another");
    let judge = Judge::without(&problem, &problem.standing, one.tag);
    assert_eq!(judge.clashes(&one), [], "where it stands it is right");
    let there = Block { room: other.room, people: other.people, ..one };
    let told = judge.clashes(&there);
    for rule in [Rule::RoomClash, Rule::InstructorClash] {
        assert!(told.iter().any(|clash| clash.rule == rule && clash.with == Some(*other)), "{rule:?} in {told:?}");
    }
    assert_eq!(judge.clashes(&Block { slot: 6, ..one })[0].rule, Rule::ClosedSlot, "beyond the day");
}

#[test]
fn what_is_offered_as_an_opening_breaks_nothing_by_the_independent_checker() {
    let problem = published(Size::SMALL, 1);
    for one in problem.standing.iter().step_by(37) {
        let judge = Judge::without(&problem, &problem.standing, one.tag);
        for opening in judge.openings(one, one.day.saturating_sub(7)..=one.day + 7, 5) {
            let mut blocks: Vec<Block> =
                problem.standing.iter().filter(|block| block.tag != one.tag).copied().collect();
            blocks.push(opening.block);
            assert_eq!(violations(&problem, &blocks), []);
        }
    }
}

#[test]
fn a_substitute_who_breaks_no_rule_breaks_none_by_the_independent_checker_and_comes_first() {
    let problem = published(Size::SMALL, 9);
    for one in problem.standing.iter().step_by(61) {
        let judge = Judge::without(&problem, &problem.standing, one.tag);
        let ranked = judge.substitutes(one);
        assert_eq!(ranked.len(), problem.instructors.len() - one.people.iter().flatten().count());
        for candidate in &ranked {
            let mut blocks = problem.standing.clone();
            blocks[one.tag as usize - 1].people[0] = Some(candidate.instructor);
            assert_eq!(violations(&problem, &blocks).is_empty(), candidate.breaks.is_empty(), "{candidate:?}");
        }
        assert!(ranked.is_sorted_by_key(|candidate| !candidate.breaks.is_empty()), "{ranked:?}");
    }
}

#[test]
fn nothing_is_planned_or_moved_to_days_gone_by() {
    let mut problem = published(Size::SMALL, 3);
    problem.today = 150;
    problem.standing.iter_mut().for_each(|block| block.locked |= block.day < 150);
    let who = problem.standing.iter().find(|block| block.day == 151).and_then(|block| block.people[0]).expect("taught");
    (150..160).for_each(|day| problem.instructors[who].away[day] = u128::MAX);
    let mended = repair(&problem, &|| false).expect("no faults");
    assert!(!mended.moves.is_empty() && mended.moves.iter().all(|one| one.after.day >= 150));
    let done = a_plan(&Centre { problem: problem.clone(), hidden: Vec::new() }, 1, 100);
    let early = |blocks: &[Block]| blocks.iter().filter(|block| block.day < 150).count();
    assert_eq!(early(&done.blocks), early(&problem.standing));
}
