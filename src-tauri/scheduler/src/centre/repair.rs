//! Repair: an instructor is ill, a room closed, a day lost. Everything else stays where it is; each block that is hit gets
//! the nearest place that works: a substitute at the same time, then the same day, the week, any day. Only then must others
//! make room, and only then the rest of its course or of its class is taken up.

use super::{
    build::{self, Manner},
    cost::Published,
    ejection::eject,
    faults::{self, Fault},
    plan::{self, Unplaced},
    problem::{Block, Problem},
    reasons,
    rules::Rule,
    search::retag,
    spots::{fitted, nearest, spots},
    state::State,
};
use crate::random::Dice;
use std::collections::{BTreeMap, BTreeSet};

/// Ways of making one other block give room that are tried.
const EJECTIONS: u32 = 300;
/// Most blocks that make room for one, few first, and the ways that are tried.
const OUT: [(usize, u32); 3] = [(3, 150), (6, 60), (12, 30)];
/// Places of each block, and placings in all, in the search for a repair that touches only what was hit.
const PLACES: usize = 40;
const PLACINGS: u32 = 4_000;
/// Most blocks for which that is tried.
const TOGETHER: usize = 60;
/// Steps of the search that is the last resort.
const STEPS: u64 = 300;

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
    /// Blocks that are new: what a session that could not stay whole was parted into.
    pub added: Vec<Block>,
    /// What has no place any more.
    pub unplaced: Vec<Unplaced>,
    /// No repair changes fewer blocks.
    pub proved: bool,
}

/// Repairs what the problem, as it is now, forbids of the blocks that stand. Locked blocks never move, even when hit.
/// Refused when the problem is not consistent.
pub fn repair(problem: &Problem, stop: &dyn Fn() -> bool) -> Result<Repair, Vec<Fault>> {
    let faults = faults::faults(problem);
    if faults.contains(&Fault::Dangling) {
        return Err(faults);
    }
    // While it is mended, a block's tag is its place among those that stand, plus one.
    let standing: Vec<Block> = problem.standing.iter().zip(1..).map(|(block, tag)| Block { tag, ..*block }).collect();
    let mut hit: Vec<Block> = standing.iter().filter(|block| is_hit(problem, block)).copied().collect();
    hit.sort_unstable_by_key(|block| (block.day, block.slot, block.batch));
    let before = State::with(problem, &standing);
    let mut mending = Mending { state: before.clone(), before: &before, rebuilt: BTreeSet::new() };
    mending.take(&hit);
    let state = &mending.state;
    let each_fits = hit.iter().all(|block| nearest(state, block).is_some());
    for block in mending.place(&hit, each_fits) {
        if stop() {
            break;
        }
        mending.mend(&block);
    }
    if !stop() {
        mending.last_resort(&standing, stop);
    }
    Ok(mending.told(problem, &hit, each_fits))
}

/// Whether a block cannot stay: its lessons are gone, its instructor away, its room closed.
fn is_hit(problem: &Problem, block: &Block) -> bool {
    if block.locked {
        return false;
    }
    let binds = |rule| problem.rules.binds(rule, false);
    let Some(clock) = problem.clock(block) else { return binds(Rule::ClosedSlot) };
    let away = |who: usize| problem.away(who, block.day) & clock != 0;
    binds(Rule::Absence) && block.people.into_iter().flatten().any(away)
        || binds(Rule::RoomClosed) && block.room.is_some_and(|room| problem.rooms[room].closed.contains(&block.day))
}

struct Mending<'s, 'p> {
    state: State<'p>,
    before: &'s State<'p>,
    /// Blocks that were taken up with the rest of their course or class.
    rebuilt: BTreeSet<u64>,
}

/// A way of putting the rest of a course or class in anew.
struct Anew {
    /// The lessons of the block all have a place.
    complete: bool,
    /// Blocks that are not as they were.
    changed: usize,
    taken: Vec<Block>,
    now: Vec<Block>,
}

impl Mending<'_, '_> {
    fn take(&mut self, blocks: &[Block]) {
        for block in blocks {
            let mut ids = self.state.ids_of(block.batch).iter().copied();
            let found = ids.find(|id| self.state.block(*id).is_some_and(|one| one.tag == block.tag));
            if let Some(id) = found {
                self.state.remove(id);
            }
        }
    }

    /// Puts each of the blocks at its nearest place. Answers those that found none.
    fn place(&mut self, hit: &[Block], each_fits: bool) -> Vec<Block> {
        let mut homeless = Vec::new();
        for block in hit {
            match nearest(&self.state, block) {
                Some(there) => {
                    self.state.add(there);
                }
                None => homeless.push(*block),
            }
        }
        // One may have taken the only place of another.
        if !homeless.is_empty() && each_fits && hit.len() <= TOGETHER {
            let placed: Vec<Block> =
                hit.iter().filter(|block| !homeless.iter().any(|other| other.tag == block.tag)).copied().collect();
            let kept = self.state.clone();
            self.take(&placed);
            match only_these(&mut self.state, hit) {
                true => homeless.clear(),
                false => self.state = kept,
            }
        }
        homeless
    }

    /// Finds a place for a block that has none as things stand: the fewest changes first.
    fn mend(&mut self, block: &Block) {
        if let Some(there) = nearest(&self.state, block) {
            self.state.add(there);
            return;
        }
        if eject(&mut self.state, block, 1, &mut { EJECTIONS }) {
            return;
        }
        // A class that is not planned whole is not the repair's to plan.
        let whole = self.before.left_of(block.batch) == 0;
        if whole && self.part(block) {
            return;
        }
        let anew = if whole { self.anew(block) } else { None };
        // Others make room only where that changes fewer than putting the rest in anew.
        let limit = anew.as_ref().filter(|way| way.complete).map_or(usize::MAX, |way| way.changed.saturating_sub(2));
        for (most, mut tries) in
            OUT.into_iter().map(|(most, tries)| (most.min(limit), tries)).filter(|(most, _)| *most > 1)
        {
            if eject(&mut self.state, block, most, &mut tries) {
                return;
            }
        }
        if let Some(Anew { taken, now, .. }) = anew {
            self.take(&taken);
            self.rebuilt.extend(taken.iter().map(|old| old.tag).chain([block.tag]));
            now.into_iter().for_each(|fresh| {
                self.state.add(fresh);
            });
        }
    }

    /// Puts the lessons of a block into what is open, in parts.
    fn part(&mut self, block: &Block) -> bool {
        let left = self.state.left_of(block.batch);
        let fresh = build::build(&mut self.state, block.batch, 0, Manner::default(), &mut Dice::new(0));
        let done = self.state.left_of(block.batch) + u16::from(block.length) <= left;
        if done {
            retag(&mut self.state, &[*block], &fresh);
        } else {
            clear(&mut self.state, &fresh);
        }
        done
    }

    /// What comes after the block in its course, or else in its class, taken up and put in anew; of several ways the one
    /// that leaves least without a place and changes fewest. Changes nothing yet.
    fn anew(&mut self, block: &Block) -> Option<Anew> {
        let state = &mut self.state;
        let left = state.left_of(block.batch);
        let mut best: Option<(u16, Anew)> = None;
        for whole in [false, true] {
            for (seed, (skip, noise)) in (0..).zip([(0, 1), (0, 8), (6, 8), (3, 40)]) {
                let taken = take_up(state, block, whole);
                let replaced: Vec<Block> = taken.iter().copied().chain([*block]).collect();
                let manner = Manner { last_resort: false, skip, noise };
                let fresh = build::build(state, block.batch, block.day, manner, &mut Dice::new(seed));
                retag(state, &replaced, &fresh);
                let now: Vec<Block> = fresh.iter().filter_map(|id| state.block(*id).copied()).collect();
                let changed = replaced.iter().filter(|old| !now.contains(old)).count();
                let missing = state.left_of(block.batch);
                clear(state, &fresh);
                taken.iter().for_each(|old| {
                    state.add(*old);
                });
                let better = best.as_ref().is_none_or(|(known, way)| (missing, changed) < (*known, way.changed));
                if missing < left && better {
                    let complete = missing + u16::from(block.length) <= left;
                    best = Some((missing, Anew { complete, changed, taken, now }));
                }
            }
            if best.as_ref().is_some_and(|(_, way)| way.complete) {
                break;
            }
        }
        best.map(|(_, way)| way)
    }

    /// Classes that are still not whole are searched for, with those that compete with them, near to what stood.
    fn last_resort(&mut self, standing: &[Block], stop: &dyn Fn() -> bool) {
        let lost = |state: &State<'_>| -> u64 {
            let classes = 0..state.problem.batches.len();
            classes.map(|batch| u64::from(state.left_of(batch).saturating_sub(self.before.left_of(batch)))).sum()
        };
        let missing = lost(&self.state);
        if missing == 0 || (0..self.state.problem.batches.len()).any(|batch| self.before.left_of(batch) > 0) {
            return;
        }
        let published: Published = standing.iter().map(|block| (block.tag, *block)).collect();
        let blocks: Vec<Block> = self.state.blocks().copied().collect();
        let found = plan::near(self.state.problem, &blocks, &published, STEPS, stop);
        let state = State::with(self.state.problem, &found);
        if lost(&state) < missing {
            let kept: BTreeMap<u64, Block> = blocks.into_iter().map(|block| (block.tag, block)).collect();
            let changed = found.iter().filter(|block| kept.get(&block.tag) != Some(block));
            self.rebuilt.extend(changed.map(|block| block.tag));
            self.state = state;
        }
    }

    /// What changed, by the caller's tags.
    fn told(&self, problem: &Problem, hit: &[Block], each_fits: bool) -> Repair {
        let name = |block: &Block| {
            let known = (block.tag as usize).checked_sub(1).and_then(|at| problem.standing.get(at));
            Block { tag: known.map_or(0, |known| known.tag), ..*block }
        };
        let now: BTreeMap<u64, &Block> = self.state.blocks().map(|block| (block.tag, block)).collect();
        let changed = problem.standing.iter().zip(1..).filter_map(|(before, tag)| {
            let after = name(now.get(&tag)?);
            let how = if self.rebuilt.contains(&tag) { How::Rebuilt } else { how(problem, before, &after) };
            (after != *before).then_some(Move { before: *before, after, how })
        });
        let mut moves: Vec<Move> = changed.collect();
        moves.sort_by_key(|one| (one.before.day, one.before.slot, one.before.batch));
        let fresh = self.state.blocks().filter(|block| block.tag == 0);
        let mut added: Vec<Block> = fresh.copied().collect();
        added.sort_unstable_by_key(|block| (block.day, block.slot, block.batch));
        let mut blocks: Vec<Block> = self.state.blocks().map(name).collect();
        blocks.sort_unstable_by_key(|block| (block.day, block.slot, block.batch));
        let unplaced = left(self.before, &self.state);
        // Where a block that was hit has no place of its own, another has to change as well.
        let least = hit.len() + usize::from(!each_fits);
        let proved = unplaced.is_empty() && moves.len() + added.len() <= least;
        Repair { blocks, hit: hit.len(), moves, added, unplaced, proved }
    }
}

/// Takes out what comes after a block in its course or in its whole class.
fn take_up(state: &mut State<'_>, block: &Block, whole: bool) -> Vec<Block> {
    let after = |other: &&Block| {
        !other.locked
            && other.course.is_some()
            && (other.day, other.slot) >= (block.day, block.slot)
            && (whole || other.course == block.course)
    };
    let ids = state.ids_of(block.batch).iter().copied().filter(|id| state.block(*id).filter(after).is_some());
    let ids: Vec<u32> = ids.collect();
    ids.into_iter().filter_map(|id| state.remove(id)).collect()
}

fn clear(state: &mut State<'_>, ids: &[u32]) {
    for id in ids {
        state.remove(*id);
    }
}

/// Puts all the blocks without touching any other: those with the fewest places first. True: done; false: nothing changed.
fn only_these(state: &mut State<'_>, blocks: &[Block]) -> bool {
    let places = |block: &Block| -> Vec<Block> {
        spots(state.problem, block).filter_map(|(day, slot)| fitted(state, block, day, slot)).take(PLACES).collect()
    };
    let mut all: Vec<(Block, Vec<Block>)> = blocks.iter().map(|block| (*block, places(block))).collect();
    all.sort_by_key(|(block, places)| (places.len(), block.tag));
    descend(state, &all, &mut { PLACINGS })
}

fn descend(state: &mut State<'_>, all: &[(Block, Vec<Block>)], placings: &mut u32) -> bool {
    let Some(((block, places), rest)) = all.split_first() else { return true };
    for place in places {
        if *placings == 0 {
            return false;
        }
        *placings -= 1;
        let Some(there) = fitted(state, block, place.day, place.slot) else { continue };
        let id = state.add(there);
        if descend(state, rest, placings) {
            return true;
        }
        state.remove(id);
    }
    false
}

fn how(problem: &Problem, before: &Block, after: &Block) -> How {
    match () {
        () if (before.day, before.slot) == (after.day, after.slot) => How::Substitute,
        () if before.day == after.day => How::SameDay,
        () if problem.week(before.day) == problem.week(after.day) => How::SameWeek,
        () => How::Later,
    }
}

/// What has no place any more. What never had one is not the repair's to tell.
fn left(before: &State<'_>, state: &State<'_>) -> Vec<Unplaced> {
    let batches = state.problem.batches.iter().enumerate();
    let all = batches.flat_map(|(batch, one)| (0..one.courses.len()).map(move |course| (batch, course)));
    all.filter(|(batch, course)| state.left(*batch, *course) > before.left(*batch, *course))
        .map(|(batch, course)| Unplaced {
            batch,
            course,
            jp: state.left(batch, course) - before.left(batch, course),
            reasons: reasons::reasons(state, batch, course),
        })
        .collect()
}
