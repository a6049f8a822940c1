//! Serial generation: from day to day, from lesson to lesson, the next course that fits.

use super::{
    fit::{Ask, Habit},
    problem::{Block, Day},
    rules::Rule,
    state::{Moment, State},
};
use crate::random::Dice;
use std::collections::HashMap;

/// How freely a class is rebuilt.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// Soft constraints may be broken.
    pub last_resort: bool,
    /// One in so many choices takes not the first course but the next; 0: none.
    pub skip: usize,
    /// How many numbers the noise of a choice has; 0 or 1: none.
    pub noise: usize,
}

/// A class that is being built.
struct Builder<'s, 'p> {
    state: &'s mut State<'p>,
    batch: usize,
    manner: Manner,
    ends: Vec<Option<Moment>>,
    /// By when a course must have ended, for what waits for it stands already.
    limits: Vec<Option<Moment>>,
    habits: HashMap<(u32, usize), Habit>,
    people: HashMap<u32, [Option<usize>; 2]>,
    added: Vec<u32>,
}

/// Places what is left of a class from a day on. Answers the numbers of the blocks that were added.
pub fn build(state: &mut State<'_>, batch: usize, from: Day, manner: Manner, dice: &mut Dice) -> Vec<u32> {
    if state.left_of(batch) == 0 {
        return Vec::new();
    }
    let (ends, limits) = (state.ends(batch), limits(state, batch));
    let mut builder = Builder {
        batch,
        manner,
        ends,
        limits,
        habits: HashMap::new(),
        people: HashMap::new(),
        added: Vec::new(),
        state,
    };
    builder.remember();
    let one = &builder.state.problem.batches[batch];
    let (first, last) = (from.max(one.first).max(builder.state.problem.today), one.last);
    for day in first..=last {
        builder.day(day, dice);
        if builder.state.left_of(batch) == 0 {
            break;
        }
    }
    builder.added
}

/// The first moment at which anything that waits for each course stands already.
fn limits(state: &State<'_>, batch: usize) -> Vec<Option<Moment>> {
    let courses = &state.problem.batches[batch].courses;
    let mut limits: Vec<Option<Moment>> = vec![None; courses.len()];
    for block in state.blocks_of(batch) {
        for before in block.course.iter().flat_map(|course| &courses[*course].after) {
            let start = (block.day, block.slot);
            limits[*before] = Some(limits[*before].map_or(start, |limit| limit.min(start)));
        }
    }
    limits
}

impl Builder<'_, '_> {
    /// Whoever taught what stands already goes on.
    fn remember(&mut self) {
        let mut blocks: Vec<Block> = self.state.blocks_of(self.batch).copied().collect();
        blocks.sort_unstable_by_key(|block| (block.day, block.slot));
        blocks.iter().for_each(|block| self.note(block));
    }

    fn note(&mut self, block: &Block) {
        let Some(course) = block.course else { return };
        let unit = self.state.problem.batches[self.batch].courses[course].unit;
        self.people.insert(unit, block.people);
        self.habits.insert((unit, course), Habit { people: block.people, room: block.room });
    }

    fn habit(&self, course: usize) -> Habit {
        let unit = self.state.problem.batches[self.batch].courses[course].unit;
        let people = self.people.get(&unit).copied().unwrap_or_default();
        Habit { people, room: self.habits.get(&(unit, course)).and_then(|habit| habit.room) }
    }

    fn day(&mut self, day: Day, dice: &mut Dice) {
        let Some(pattern) = self.state.problem.pattern(self.batch, day) else { return };
        let mut slot = 0;
        while slot < pattern.lessons.len() {
            let half = pattern.lessons[slot].half;
            let busy = self.state.batch_busy(self.batch, day);
            let run = pattern.lessons[slot..]
                .iter()
                .take_while(|lesson| lesson.half == half && lesson.clock & busy == 0)
                .count();
            if run == 0 {
                slot += 1;
                continue;
            }
            match self.place(day, slot as u8, run, dice) {
                Some(length) => slot += length,
                None => slot += 1,
            }
            if self.state.left_of(self.batch) == 0 {
                return;
            }
        }
    }

    /// Places one block at a lesson with so many free ones in a row. Answers its length.
    fn place(&mut self, day: Day, slot: u8, run: usize, dice: &mut Dice) -> Option<usize> {
        let courses = &self.state.problem.batches[self.batch].courses;
        let mut skips = usize::from(self.manner.skip > 0 && dice.once_in(self.manner.skip));
        let mut passed = None;
        for at in 0..courses.len() {
            if self.state.left(self.batch, at) == 0 || !self.ready(at, day, slot) {
                continue;
            }
            if skips > 0 {
                skips -= 1;
                passed = Some(at);
                continue;
            }
            if let Some(length) = self.try_course(at, day, slot, run, dice) {
                return Some(length);
            }
        }
        passed.and_then(|at| self.try_course(at, day, slot, run, dice))
    }

    /// What must come before has ended by then.
    fn ready(&self, course: usize, day: Day, slot: u8) -> bool {
        if !self.state.problem.rules.binds(Rule::Order, self.manner.last_resort) {
            return true;
        }
        let after = &self.state.problem.batches[self.batch].courses[course].after;
        after.iter().all(|before| {
            self.state.left(self.batch, *before) == 0 && self.ends[*before].is_none_or(|end| end <= (day, slot))
        })
    }

    fn try_course(&mut self, course: usize, day: Day, slot: u8, run: usize, dice: &mut Dice) -> Option<usize> {
        let one = &self.state.problem.batches[self.batch].courses[course];
        let left = usize::from(self.state.left(self.batch, course));
        let habit = self.habit(course);
        for length in lengths(run, left, (usize::from(one.block.0), usize::from(one.block.1))) {
            let late = self.limits[course].is_some_and(|limit| (day, slot + length as u8) > limit);
            if late && self.state.problem.rules.binds(Rule::Order, self.manner.last_resort) {
                continue;
            }
            let ask = Ask {
                batch: self.batch,
                course,
                day,
                slot,
                length: length as u8,
                last_resort: self.manner.last_resort,
            };
            let noise = self.manner.noise.max(1);
            if let Some(block) = self.state.fit(&ask, &habit, &mut || dice.below(noise) as i64) {
                self.added.push(self.state.add(block));
                self.ends[course] = self.ends[course].max(Some((day, slot + length as u8)));
                self.note(&block);
                return Some(length);
            }
        }
        None
    }
}

/// Block lengths to try, best first: as long as can be, without leaving a single lesson of the course or of the half day.
/// A block shorter than the course's shortest is tried only when the course has no more.
pub fn lengths(run: usize, left: usize, (least, most): (usize, usize)) -> Vec<usize> {
    let top = run.min(left).min(most.max(1));
    let least = least.min(most).max(1).min(left);
    let mut lengths: Vec<usize> = (least..=top).rev().filter(|length| left - length != 1 || *length == left).collect();
    // A lesson alone at the end of a half day helps nobody.
    lengths.sort_by_key(|length| run - length == 1 && *length != left);
    if lengths.is_empty() && top >= least {
        lengths.push(top);
    }
    lengths
}

#[cfg(test)]
mod tests {
    use super::lengths;

    #[test]
    fn blocks_leave_no_single_lesson_behind() {
        assert_eq!(lengths(5, 20, (2, 4)), [3, 2, 4]);
        assert_eq!(lengths(4, 20, (2, 4)), [4, 2, 3]);
        assert_eq!(lengths(4, 5, (2, 4)), [2, 3]);
        assert_eq!(lengths(3, 3, (2, 4)), [3]);
    }

    #[test]
    fn a_course_of_one_lesson_is_one_block_and_a_run_that_is_too_short_holds_none() {
        assert_eq!(lengths(4, 1, (2, 4)), [1]);
        assert!(lengths(1, 20, (2, 4)).is_empty());
        assert_eq!(lengths(2, 3, (2, 2)), [2], "a single lesson is left only when nothing else can be");
    }
}
