//! Repair: an instructor is ill, a room closed, a day lost. Everything else stays where it is; each block that is hit gets
//! the nearest place that works: a substitute at the same time, then the same day, the week, any day, and only then the
//! rest of its course or of its class is taken up.

use super::{
    build::{self, Manner},
    faults::Fault,
    fit::{Ask, Habit},
    plan::Unplaced,
    problem::{Block, Day, Problem},
    reasons,
    rules::Rule,
    state::State,
};
use crate::random::Dice;

/// How far a block had to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// Another instructor or room at the same time.
    Substitute,
    /// Another lesson of the same day.
    SameDay,
    /// Another day of the same week.
    SameWeek,
    /// Another week.
    Later,
    /// The rest of the course or of the class was put in anew.
    Rebuilt,
}

/// A block that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// As it was.
    pub before: Block,
    /// As it is.
    pub after: Block,
    /// How far it had to go.
    pub how: How,
}

/// A repaired timetable.
#[derive(Clone, Debug)]
pub struct Repair {
    /// All blocks, repaired.
    pub blocks: Vec<Block>,
    /// Blocks that stood where they could not stay.
    pub hit: usize,
    /// Blocks that changed.
    pub moves: Vec<Move>,
    /// Blocks that the rebuilding added or took away without a counterpart.
    pub added: Vec<Block>,
    /// What has no place any more.
    pub unplaced: Vec<Unplaced>,
    /// No repair changes fewer blocks: each that was hit changed once and no other did.
    pub proved: bool,
}

/// Repairs what the problem, as it is now, forbids of the blocks that stand. Locked blocks never move, even when hit.
/// Refused with the faults that no plan can mend.
pub fn repair(problem: &Problem, stop: &dyn Fn() -> bool) -> Result<Repair, Vec<Fault>> {
    let faults = super::faults::faults(problem);
    if faults.contains(&Fault::Dangling) {
        return Err(faults);
    }
    let mut state = State::with(problem, &problem.standing);
    let mut hit: Vec<u32> =
        state.ids().filter(|id| state.block(*id).is_some_and(|block| is_hit(problem, block))).collect();
    hit.sort_unstable_by_key(|id| state.block(*id).map(|block| (block.day, block.slot, block.batch)));
    let mut blocks: Vec<Block> = Vec::new();
    for id in &hit {
        blocks.extend(state.remove(*id));
    }
    let mut moves = Vec::new();
    let mut homeless = Vec::new();
    for block in blocks.iter().copied() {
        match nearest(&state, &block) {
            Some((after, how)) => {
                state.add(after);
                moves.push(Move { before: block, after, how });
            }
            None => homeless.push(block),
        }
    }
    let mut added = Vec::new();
    for block in homeless {
        if stop() {
            break;
        }
        rebuild(&mut state, &block, &mut moves, &mut added);
    }
    let proved = moves.len() == hit.len() && added.is_empty();
    let unplaced = left(problem, &state);
    let mut all: Vec<Block> = state.blocks().copied().collect();
    all.sort_unstable_by_key(|block| (block.day, block.slot, block.batch));
    moves.sort_by_key(|one| (one.before.day, one.before.slot, one.before.batch));
    Ok(Repair { blocks: all, hit: hit.len(), moves, added, unplaced, proved })
}

/// Whether a block cannot stay: its lessons are gone, its instructor away, its room closed.
fn is_hit(problem: &Problem, block: &Block) -> bool {
    if block.locked {
        return false;
    }
    let binds = |rule| problem.rules.binds(rule, false);
    let Some(clock) = problem.clock(block) else { return binds(Rule::ClosedSlot) };
    let away =
        |who: &usize| problem.instructors[*who].away.get(usize::from(block.day)).copied().unwrap_or(0) & clock != 0;
    binds(Rule::Absence) && block.people.iter().flatten().any(away)
        || binds(Rule::RoomClosed) && block.room.is_some_and(|room| problem.rooms[room].closed.contains(&block.day))
}

/// The nearest place for a block that is not in the state: the fewest changes first.
fn nearest(state: &State<'_>, block: &Block) -> Option<(Block, How)> {
    let problem = state.problem;
    let batch = &problem.batches[block.batch];
    if let Some(there) = fitted(state, block, block.day, block.slot) {
        return Some((there, How::Substitute));
    }
    let lessons = |day: Day| problem.pattern(block.batch, day).map_or(0, |pattern| pattern.lessons.len()) as u8;
    let mut slots: Vec<u8> = (0..lessons(block.day)).collect();
    slots.sort_by_key(|slot| slot.abs_diff(block.slot));
    if let Some(there) = slots.iter().find_map(|slot| fitted(state, block, block.day, *slot)) {
        return Some((there, How::SameDay));
    }
    let mut days: Vec<Day> =
        (batch.first..=batch.last.min(problem.days.saturating_sub(1) as Day)).filter(|day| *day != block.day).collect();
    days.sort_by_key(|day| {
        (problem.week(*day) != problem.week(block.day), *day > batch.due, day.abs_diff(block.day), *day)
    });
    days.iter().find_map(|day| {
        let there = (0..lessons(*day)).find_map(|slot| fitted(state, block, *day, slot))?;
        let how = if problem.week(*day) == problem.week(block.day) { How::SameWeek } else { How::Later };
        Some((there, how))
    })
}

/// The block at a place, with the same people and room where they can stay.
fn fitted(state: &State<'_>, block: &Block, day: Day, slot: u8) -> Option<Block> {
    let problem = state.problem;
    let Some(course) = block.course else {
        // A ceremony or an assessment only needs its class to be free.
        let there = Block { day, slot, ..*block };
        let clock = problem.clock(&there)?;
        let free = state.batch_busy(block.batch, day) & clock == 0
            && block.room.is_none_or(|room| {
                state.room_busy(room, day) & clock == 0 && !problem.rooms[room].closed.contains(&day)
            })
            && block.people.iter().flatten().all(|who| {
                let away = problem.instructors[*who].away.get(usize::from(day)).copied().unwrap_or(0);
                (state.instructor_busy(*who, day) | away) & clock == 0
            });
        return free.then_some(there);
    };
    let ask = Ask { batch: block.batch, course, day, slot, length: block.length, last_resort: false };
    if !in_order(state, block, day, slot) {
        return None;
    }
    let there = state.fit(&ask, &Habit { people: block.people, room: block.room }, &mut || 0)?;
    Some(Block { tag: block.tag, ..there })
}

/// What it waits for has ended by then, and what waits for it has not begun.
fn in_order(state: &State<'_>, block: &Block, day: Day, slot: u8) -> bool {
    let courses = &state.problem.batches[block.batch].courses;
    let Some(course) = block.course.filter(|_| state.problem.rules.binds(Rule::Order, false)) else { return true };
    let (start, end) = ((day, slot), (day, slot + block.length));
    state.blocks_of(block.batch).all(|other| {
        let Some(its) = other.course else { return true };
        let early = courses[course].after.contains(&its) && (other.day, other.slot + other.length) > start;
        let late = courses[its].after.contains(&course) && (other.day, other.slot) < end;
        !early && !late
    })
}

/// Takes up what comes after the block in its class, its own course first, and puts it in anew.
fn rebuild(state: &mut State<'_>, block: &Block, moves: &mut Vec<Move>, added: &mut Vec<Block>) {
    let mut dice = Dice::new(0);
    let own: Vec<u32> = state.ids_of(block.batch).to_vec();
    let after =
        |other: &&Block| !other.locked && other.course.is_some() && (other.day, other.slot) >= (block.day, block.slot);
    for whole in [false, true] {
        let ids = own
            .iter()
            .copied()
            .filter(|id| state.block(*id).filter(after).is_some_and(|other| whole || other.course == block.course));
        let ids: Vec<u32> = ids.collect();
        let mut taken: Vec<Block> = ids.iter().filter_map(|id| state.remove(*id)).collect();
        let fresh = build::build(state, block.batch, block.day, Manner::default(), &mut dice);
        if state.left_of(block.batch) == 0 || whole {
            let before: Vec<Block> = std::iter::once(*block).chain(taken.drain(..)).collect();
            pair(state, before, &fresh, moves, added);
            return;
        }
        for id in &fresh {
            state.remove(*id);
        }
        for other in taken {
            state.add(other);
        }
    }
}

/// Tells the same sessions again: those that did not change first, the others in their order.
fn pair(state: &mut State<'_>, mut before: Vec<Block>, fresh: &[u32], moves: &mut Vec<Move>, added: &mut Vec<Block>) {
    before.sort_unstable_by_key(|block| (block.day, block.slot));
    let mut open: Vec<u32> = fresh.to_vec();
    open.sort_unstable_by_key(|id| state.block(*id).map(|block| (block.day, block.slot)));
    for exact in [true, false] {
        open.retain(|id| {
            let Some(block) = state.block(*id).copied() else { return false };
            let bare = |block: &Block| Block { tag: 0, ..*block };
            let same = |old: &Block| old.course == block.course && (!exact || bare(old) == bare(&block));
            let Some(place) = before.iter().position(same) else { return true };
            let old = before.remove(place);
            state.tag(*id, old.tag);
            let after = Block { tag: old.tag, ..block };
            // A block that was moved before and moves again is one move.
            let first =
                moves.iter().position(|one| one.after.tag == old.tag && old.tag != 0).map(|at| moves.remove(at).before);
            let old = first.unwrap_or(old);
            if bare(&old) != bare(&after) {
                moves.push(Move { before: old, after, how: How::Rebuilt });
            }
            false
        });
    }
    added.extend(open.iter().filter_map(|id| state.block(*id).copied()));
}

fn left(problem: &Problem, state: &State<'_>) -> Vec<Unplaced> {
    // What never had a place is not the repair's to tell.
    let before = State::with(problem, &problem.standing);
    let all = (0..problem.batches.len())
        .flat_map(|batch| (0..problem.batches[batch].courses.len()).map(move |course| (batch, course)));
    all.filter(|(batch, course)| state.left(*batch, *course) > before.left(*batch, *course))
        .map(|(batch, course)| Unplaced {
            batch,
            course,
            jp: state.left(batch, course) - before.left(batch, course),
            reasons: reasons::reasons(state, batch, course),
        })
        .collect()
}
