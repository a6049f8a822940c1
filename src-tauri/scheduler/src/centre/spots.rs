//! Where a block that must go could be, the nearest to its old place first.

use super::{
    fit::{Ask, Habit},
    problem::{Block, Day, Problem},
    rules::Rule,
    state::State,
};

/// Days and first lessons for a block: its own, the same day, the same week, the other days of its class's window; days in
/// which the class is not yet late first.
pub fn spots(problem: &Problem, block: &Block) -> impl Iterator<Item = (Day, u8)> {
    let batch = &problem.batches[block.batch];
    let end = batch.last.min(problem.days.saturating_sub(1) as Day);
    let mut days: Vec<Day> = (batch.first.max(problem.today)..=end).collect();
    days.retain(|day| *day != block.day);
    let week = problem.week(block.day);
    days.sort_by_key(|day| (problem.week(*day) != week, *day > batch.due, day.abs_diff(block.day), *day));
    let across = crosses(problem, block, block.day, block.slot);
    let batch = block.batch;
    let block = *block;
    let slots = move |day: Day| {
        let lessons = problem.pattern(batch, day).map_or(0, |pattern| pattern.lessons.len()) as u8;
        let mut slots: Vec<u8> = (0..lessons).filter(|slot| across || !crosses(problem, &block, day, *slot)).collect();
        if day == block.day {
            slots.retain(|slot| *slot != block.slot);
            slots.sort_by_key(|slot| slot.abs_diff(block.slot));
        }
        slots.into_iter().map(move |slot| (day, slot))
    };
    std::iter::once((block.day, block.slot)).chain(std::iter::once(block.day).chain(days).flat_map(slots))
}

/// Whether the block would lie on both sides of the long break.
fn crosses(problem: &Problem, block: &Block, day: Day, slot: u8) -> bool {
    let lessons = problem.pattern(block.batch, day).map_or(&[][..], |pattern| &pattern.lessons);
    let end = usize::from(slot) + usize::from(block.length.max(1)) - 1;
    let half = |at: usize| lessons.get(at).map(|lesson| lesson.half);
    half(usize::from(slot)) != half(end)
}

/// The nearest place for a block that is not in the state, with the same people and room where they can stay.
pub fn nearest(state: &State<'_>, block: &Block) -> Option<Block> {
    spots(state.problem, block).find_map(|(day, slot)| fitted(state, block, day, slot))
}

/// The block at a place; `None`: it does not fit.
pub fn fitted(state: &State<'_>, block: &Block, day: Day, slot: u8) -> Option<Block> {
    let Some(course) = block.course else { return event(state, block, day, slot) };
    if !in_order(state, block, day, slot) {
        return None;
    }
    let ask = Ask { batch: block.batch, course, day, slot, length: block.length, last_resort: false };
    let there = state.fit(&ask, &Habit { people: block.people, room: block.room }, &mut || 0)?;
    Some(Block { tag: block.tag, ..there })
}

/// A ceremony or an assessment only needs its class, its room and its people to be free.
fn event(state: &State<'_>, block: &Block, day: Day, slot: u8) -> Option<Block> {
    let problem = state.problem;
    let there = Block { day, slot, ..*block };
    let clock = problem.clock(&there)?;
    let room = |room: usize| state.room_busy(room, day) & clock == 0 && !problem.rooms[room].closed.contains(&day);
    let person = |who: usize| (state.instructor_busy(who, day) | problem.away(who, day)) & clock == 0;
    let free = state.batch_busy(block.batch, day) & clock == 0
        && block.room.is_none_or(room)
        && block.people.into_iter().flatten().all(person);
    free.then_some(there)
}

/// What it waits for has ended by then, and what waits for it has not begun.
fn in_order(state: &State<'_>, block: &Block, day: Day, slot: u8) -> bool {
    !state.blocks_of(block.batch).any(|other| out_of_order(state.problem, block, day, slot, other))
}

/// Whether a block of the same class stands on the wrong side of this one.
pub fn out_of_order(problem: &Problem, block: &Block, day: Day, slot: u8, other: &Block) -> bool {
    let (Some(course), Some(its)) = (block.course, other.course) else { return false };
    if !problem.rules.binds(Rule::Order, false) {
        return false;
    }
    let courses = &problem.batches[block.batch].courses;
    let (start, end) = ((day, slot), (day, slot + block.length));
    let early = courses[course].after.contains(&its) && (other.day, other.slot + other.length) > start;
    let late = courses[its].after.contains(&course) && (other.day, other.slot) < end;
    early || late
}
