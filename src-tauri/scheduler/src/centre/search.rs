//! Ruin and recreate over whole classes, annealed by the shared search.

use super::{
    build::{self, Manner},
    cost::{self, Published},
    problem::{Block, Day},
    state::State,
};
use crate::{
    random::Dice,
    search::{Cost, Landscape},
};

/// Most classes taken up in one step.
const CLASSES: usize = 3;

/// The timetable as the search walks over it.
pub struct Walk<'s, 'p> {
    state: &'s mut State<'p>,
    published: &'s Published,
    costs: Vec<Cost>,
    loads: i64,
    /// Classes that share an instructor or a room.
    near: Vec<Vec<usize>>,
    /// Classes with anything to move.
    movable: Vec<usize>,
    /// Another number for every timetable that a class has had.
    stamps: Vec<u64>,
    next: u64,
}

/// A timetable as the search keeps it, class by class, so that only what changed is copied.
#[derive(Default)]
pub struct Kept {
    classes: Vec<(u64, Vec<Block>)>,
}

impl Clone for Kept {
    fn clone(&self) -> Self {
        Kept { classes: self.classes.clone() }
    }

    fn clone_from(&mut self, other: &Self) {
        self.classes.resize_with(other.classes.len(), Default::default);
        for (own, (stamp, blocks)) in self.classes.iter_mut().zip(&other.classes) {
            if own.0 != *stamp {
                own.0 = *stamp;
                own.1.clone_from(blocks);
            }
        }
    }
}

/// What a step did, for taking it back.
pub struct Step {
    removed: Vec<Block>,
    added: Vec<u32>,
    costs: Vec<(usize, Cost)>,
    loads: i64,
}

impl<'s, 'p> Walk<'s, 'p> {
    /// Begins at the timetable as it stands.
    pub fn new(state: &'s mut State<'p>, published: &'s Published) -> Self {
        let problem = state.problem;
        let count = problem.batches.len();
        let resources = |batch: usize| {
            let courses = &problem.batches[batch].courses;
            let people = courses.iter().flat_map(|course| course.qualified.iter().map(|one| (0, one.instructor)));
            let rooms = courses.iter().flat_map(|course| course.rooms.iter().map(|room| (1, *room)));
            let mut all: Vec<(u8, usize)> = people.chain(rooms).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let all: Vec<Vec<(u8, usize)>> = (0..count).map(resources).collect();
        let shares = |one: usize, other: usize| {
            let (a, b) = (&problem.batches[one], &problem.batches[other]);
            one != other
                && a.first <= b.last
                && b.first <= a.last
                && all[one].iter().any(|thing| all[other].binary_search(thing).is_ok())
        };
        let near = (0..count).map(|one| (0..count).filter(|other| shares(one, *other)).collect()).collect();
        let costs = (0..count).map(|batch| cost::of_batch(state, batch, published)).collect();
        let loads = cost::of_loads(state);
        let movable =
            (0..count).filter(|batch| problem.batches[*batch].courses.iter().any(|course| course.jp > 0)).collect();
        // 0 is the stamp of what was never kept.
        let (stamps, next) = (vec![1; count], 2);
        Walk { state, published, costs, loads, near, movable, stamps, next }
    }

    /// Classes to take up: rather one that is late or unfinished, with some that compete with it.
    fn pick(&self, dice: &mut Dice) -> Option<Vec<usize>> {
        let bad: Vec<usize> = self
            .movable
            .iter()
            .copied()
            .filter(|batch| self.costs[*batch].hard > 0 || self.costs[*batch].late > 0)
            .collect();
        let first = match dice.pick(&bad) {
            Some(batch) if !dice.once_in(4) => *batch,
            _ => *dice.pick(&self.movable)?,
        };
        let mut classes = vec![first];
        for _ in 0..dice.below(CLASSES) {
            if let Some(other) = dice.pick(&self.near[first]).filter(|other| !classes.contains(other)) {
                classes.push(*other);
            }
        }
        Some(classes)
    }

    fn ruin(&mut self, batch: usize, from: Day, removed: &mut Vec<Block>) {
        let ids: Vec<u32> = self.state.ids_of(batch).to_vec();
        for id in ids {
            let taken = |block: &&Block| !block.locked && block.course.is_some() && block.day >= from;
            if self.state.block(id).filter(taken).is_some() {
                removed.extend(self.state.remove(id));
            }
        }
    }
}

impl Landscape for Walk<'_, '_> {
    type Step = Step;
    type Plan = Kept;

    fn cost(&self) -> Cost {
        self.costs.iter().copied().sum::<Cost>() + Cost::soft(self.loads)
    }

    fn propose(&mut self, dice: &mut Dice, _limit: f64) -> Option<(Step, Cost)> {
        let mut classes = self.pick(dice)?;
        let problem = self.state.problem;
        let one = &problem.batches[classes[0]];
        let span = usize::from(one.last.saturating_sub(one.first)) + 1;
        let from = if dice.once_in(2) { 0 } else { one.first + dice.below(span) as Day };
        let mut removed = Vec::new();
        for batch in &classes {
            self.ruin(*batch, from, &mut removed);
        }
        dice.shuffle(&mut classes);
        let manner =
            Manner { last_resort: false, skip: [0, 0, 12, 5][dice.below(4)], noise: [1, 8, 40][dice.below(3)] };
        let mut added = Vec::new();
        for batch in &classes {
            added.extend(build::build(self.state, *batch, from, manner, dice));
        }
        retag(self.state, &removed, &added);
        let costs: Vec<(usize, Cost)> =
            classes.iter().map(|batch| (*batch, cost::of_batch(self.state, *batch, self.published))).collect();
        let loads = cost::of_loads(self.state);
        let before: Cost = classes.iter().map(|batch| self.costs[*batch]).sum();
        let change = costs.iter().map(|(_, cost)| *cost).sum::<Cost>() - before + Cost::soft(loads - self.loads);
        Some((Step { removed, added, costs, loads }, change))
    }

    fn accept(&mut self, step: Step) {
        for (batch, cost) in step.costs {
            self.costs[batch] = cost;
            self.stamps[batch] = self.next;
        }
        self.next += 1;
        self.loads = step.loads;
    }

    fn reject(&mut self, step: Step) {
        for id in step.added {
            self.state.remove(id);
        }
        for block in step.removed {
            self.state.add(block);
        }
    }

    fn save(&self, plan: &mut Kept) {
        plan.classes.resize_with(self.stamps.len(), Default::default);
        for (batch, kept) in plan.classes.iter_mut().enumerate().filter(|(batch, kept)| kept.0 != self.stamps[*batch]) {
            kept.0 = self.stamps[batch];
            kept.1.clear();
            kept.1.extend(self.state.blocks_of(batch));
        }
    }

    fn restore(&mut self, plan: &Kept) {
        *self.state = State::new(self.state.problem);
        for (batch, (stamp, blocks)) in plan.classes.iter().enumerate() {
            self.stamps[batch] = *stamp;
            for block in blocks {
                self.state.add(*block);
            }
        }
        self.costs = (0..self.costs.len()).map(|batch| cost::of_batch(self.state, batch, self.published)).collect();
        self.loads = cost::of_loads(self.state);
    }
}

/// New blocks of a course take over the tags of those they replace, in their order, so that a session that only moved
/// is still the same session.
pub(super) fn retag(state: &mut State<'_>, removed: &[Block], added: &[u32]) {
    let mut tags: Vec<Block> = removed.iter().filter(|block| block.tag != 0).copied().collect();
    if tags.is_empty() {
        return;
    }
    tags.sort_unstable_by_key(|block| (block.day, block.slot));
    let mut fresh: Vec<u32> = added.to_vec();
    fresh.sort_unstable_by_key(|id| state.block(*id).map(|block| (block.day, block.slot)));
    for exact in [true, false] {
        for id in &fresh {
            let Some(block) = state.block(*id).copied().filter(|block| block.tag == 0) else { continue };
            let same = |old: &Block| {
                (old.batch, old.course) == (block.batch, block.course)
                    && (!exact || (old.day, old.slot, old.length) == (block.day, block.slot, block.length))
            };
            if let Some(place) = tags.iter().position(same) {
                state.tag(*id, tags.remove(place).tag);
            }
        }
    }
}
