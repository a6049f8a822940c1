//! What a class's timetable costs: JP without a place, days late, wishes not met.

use super::{
    fit::rank,
    problem::{Block, Day},
    rules::{Rule, Strength},
    state::State,
};
use crate::search::Cost;
use std::collections::HashMap;

/// The published timetable by tag, for nearness.
pub type Published = HashMap<u64, Block>;

/// The load of one instructor counts by its square, so that even loads are cheapest; this is the divisor.
const LOAD_SCALE: i64 = 4096;

/// The cost of one class.
pub fn of_batch(state: &State<'_>, batch: usize, published: &Published) -> Cost {
    let problem = state.problem;
    let rules = &problem.rules;
    let one = &problem.batches[batch];
    let mut blocks: Vec<&Block> = state.blocks_of(batch).collect();
    blocks.sort_unstable_by_key(|block| (block.day, block.slot));
    let mut cost = Cost::hard(i64::from(state.left_of(batch)));
    if let (Some(first), Some(last)) = (blocks.first(), blocks.last()) {
        if rules.get(Rule::FinishEarly) != Strength::Off {
            cost.late += i64::from(last.day.saturating_sub(one.due));
        }
        cost.soft += i64::from(last.day - first.day) * rules.weight(Rule::FinishEarly);
    }
    cost.soft += idle(state, &blocks) * rules.weight(Rule::Idle);
    cost.soft += fridays(state, &blocks) * rules.weight(Rule::LightFriday);
    cost.soft += changes(state, batch, &blocks);
    cost.soft += nearness(&blocks, published) * rules.weight(Rule::NearPublished);
    cost
}

/// Lessons between two blocks of the same half day.
fn idle(state: &State<'_>, blocks: &[&Block]) -> i64 {
    let half = |block: &Block, slot: u8| {
        let pattern = state.problem.pattern(block.batch, block.day);
        pattern.and_then(|pattern| pattern.lessons.get(usize::from(slot))).map(|lesson| lesson.half)
    };
    let gaps = blocks.windows(2).filter(|pair| pair[0].day == pair[1].day);
    let gaps = gaps.filter_map(|pair| {
        let end = pair[0].slot + pair[0].length;
        let gap = pair[1].slot.checked_sub(end)?;
        (gap > 0 && half(pair[0], end - 1) == half(pair[1], pair[1].slot)).then_some(i64::from(gap))
    });
    gaps.sum()
}

/// Lessons on Fridays beyond three quarters of what the day has.
fn fridays(state: &State<'_>, blocks: &[&Block]) -> i64 {
    let mut seen: Option<Day> = None;
    let mut sum = 0;
    for block in blocks.iter().filter(|block| state.problem.weekday_of(block.day) == 4) {
        if seen == Some(block.day) {
            continue;
        }
        seen = Some(block.day);
        let lessons = state.problem.pattern(block.batch, block.day).map_or(0, |pattern| pattern.lessons.len());
        sum += (i64::from(state.batch_jp(block.batch, block.day)) - (lessons * 3 / 4) as i64).max(0);
    }
    sum
}

/// Changes of room within a course and of instructor within a unit, practice before theory, rooms of lesser choice.
fn changes(state: &State<'_>, batch: usize, blocks: &[&Block]) -> i64 {
    let rules = &state.problem.rules;
    let courses = &state.problem.batches[batch].courses;
    let mut rooms: Vec<Option<usize>> = vec![None; courses.len()];
    let mut people: HashMap<u32, [Option<usize>; 2]> = HashMap::new();
    let mut ends: HashMap<u32, (Day, u8)> = HashMap::new();
    for block in blocks {
        if let Some(course) = block.course.map(|course| &courses[course]).filter(|course| !course.practice) {
            ends.insert(course.unit, (block.day, block.slot));
        }
    }
    let (mut room_changes, mut people_changes, mut early, mut priorities) = (0, 0, 0, 0);
    for block in blocks {
        let Some(at) = block.course else { continue };
        let course = &courses[at];
        if let Some(room) = block.room {
            room_changes += i64::from(rooms[at].replace(room).is_some_and(|before| before != room));
            priorities += rank(state.problem.rooms[room].priority);
        }
        if block.people[0].is_some() {
            let before = people.insert(course.unit, block.people);
            people_changes +=
                i64::from(before.is_some_and(|before| before[0] != block.people[0] && before[1] != block.people[0]));
        }
        early += i64::from(course.practice && ends.get(&course.unit).is_some_and(|end| *end > (block.day, block.slot)));
    }
    room_changes * rules.weight(Rule::RoomChange)
        + people_changes * rules.weight(Rule::InstructorChange)
        + early * rules.weight(Rule::TheoryFirst)
        + priorities * rules.weight(Rule::RoomPriority)
}

/// Moved blocks count one, another instructor a half, rounded up.
fn nearness(blocks: &[&Block], published: &Published) -> i64 {
    let mut halves = 0;
    for block in blocks {
        let Some(before) = (block.tag != 0).then(|| published.get(&block.tag)).flatten() else { continue };
        let moved =
            (before.day, before.slot, before.length, before.room) != (block.day, block.slot, block.length, block.room);
        halves += if moved { 2 } else { i64::from(before.people != block.people) };
    }
    (halves + 1) / 2
}

/// What the loads of all instructors cost.
pub fn of_loads(state: &State<'_>) -> i64 {
    (0..state.problem.instructors.len()).map(|who| of_load(state, who)).sum()
}

fn of_load(state: &State<'_>, who: usize) -> i64 {
    let total = state.total(who);
    total * total * state.problem.rules.weight(Rule::LoadBalance) / LOAD_SCALE
}

/// The cost of everything.
pub fn total(state: &State<'_>, published: &Published) -> Cost {
    let batches = (0..state.problem.batches.len()).map(|batch| of_batch(state, batch, published));
    batches.sum::<Cost>() + Cost::soft(of_loads(state))
}
