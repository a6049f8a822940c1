//! A timetable that is being made: where every block is and what that takes up, so that a question is an AND of bits.

use super::problem::{Block, Clock, Day, Problem};

/// How many lessons end where: day and the lesson after the last.
pub type Moment = (Day, u8);

/// The blocks and what they take up.
#[derive(Clone)]
pub struct State<'p> {
    /// The problem.
    pub problem: &'p Problem,
    blocks: Vec<Option<Block>>,
    free: Vec<u32>,
    of_batch: Vec<Vec<u32>>,
    batch_busy: Vec<Clock>,
    instructor_busy: Vec<Clock>,
    room_busy: Vec<Clock>,
    /// Places that hold more than one block at some moment: only there a removal has to look again.
    doubled: Vec<(Kind, usize)>,
    supply_use: Vec<Vec<(Clock, u32)>>,
    batch_day: Vec<u16>,
    instructor_day: Vec<u16>,
    instructor_week: Vec<u16>,
    instructor_month: Vec<u16>,
    instructor_jp: Vec<i64>,
    months: Vec<usize>,
    month_count: usize,
    weeks: usize,
    /// JP of each class and course that have a place.
    placed: Vec<Vec<u16>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Batch,
    Instructor,
    Room,
}

impl<'p> State<'p> {
    /// An empty timetable.
    pub fn new(problem: &'p Problem) -> Self {
        let days = problem.days;
        let weeks = problem.week(days.saturating_sub(1) as Day) + 1;
        let mut known: Vec<u16> = problem.months.clone();
        known.sort_unstable();
        known.dedup();
        let place = |day: usize| known.binary_search(problem.months.get(day).unwrap_or(&0)).unwrap_or(0);
        let month_count = known.len().max(1);
        let instructors = problem.instructors.len();
        State {
            problem,
            blocks: Vec::new(),
            free: Vec::new(),
            of_batch: vec![Vec::new(); problem.batches.len()],
            batch_busy: vec![0; problem.batches.len() * days],
            instructor_busy: vec![0; instructors * days],
            room_busy: vec![0; problem.rooms.len() * days],
            doubled: Vec::new(),
            supply_use: vec![Vec::new(); problem.supplies.len() * days],
            batch_day: vec![0; problem.batches.len() * days],
            instructor_day: vec![0; instructors * days],
            instructor_week: vec![0; instructors * weeks],
            instructor_month: vec![0; instructors * month_count],
            instructor_jp: vec![0; instructors],
            months: (0..days).map(place).collect(),
            month_count,
            weeks,
            placed: problem.batches.iter().map(|batch| vec![0; batch.courses.len()]).collect(),
        }
    }

    /// A timetable with blocks that stand already.
    pub fn with(problem: &'p Problem, blocks: &[Block]) -> Self {
        let mut state = State::new(problem);
        for block in blocks {
            state.add(*block);
        }
        state
    }

    fn at(&self, one: usize, day: Day) -> usize {
        one * self.problem.days + usize::from(day)
    }

    /// Puts a block; it is for the caller to have asked whether it fits. Answers its number.
    pub fn add(&mut self, block: Block) -> u32 {
        let clock = self.problem.clock(&block).unwrap_or(0);
        self.occupy(Kind::Batch, self.at(block.batch, block.day), clock);
        for person in block.people.into_iter().flatten() {
            self.occupy(Kind::Instructor, self.at(person, block.day), clock);
        }
        if let Some(room) = block.room {
            self.occupy(Kind::Room, self.at(room, block.day), clock);
        }
        self.count(&block, clock, true);
        let id = match self.free.pop() {
            Some(id) => {
                self.blocks[id as usize] = Some(block);
                id
            }
            None => {
                self.blocks.push(Some(block));
                (self.blocks.len() - 1) as u32
            }
        };
        self.of_batch[block.batch].push(id);
        id
    }

    /// Takes a block away. Answers what it was; `None`: there is none of this number.
    pub fn remove(&mut self, id: u32) -> Option<Block> {
        let block = self.blocks.get_mut(id as usize)?.take()?;
        self.free.push(id);
        let list = &mut self.of_batch[block.batch];
        if let Some(place) = list.iter().position(|other| *other == id) {
            list.swap_remove(place);
        }
        let clock = self.problem.clock(&block).unwrap_or(0);
        self.vacate(Kind::Batch, block.batch, block.day, clock);
        for person in block.people.into_iter().flatten() {
            self.vacate(Kind::Instructor, person, block.day, clock);
        }
        if let Some(room) = block.room {
            self.vacate(Kind::Room, room, block.day, clock);
        }
        self.count(&block, clock, false);
        Some(block)
    }

    fn busy_mut(&mut self, kind: Kind, at: usize) -> &mut Clock {
        match kind {
            Kind::Batch => &mut self.batch_busy[at],
            Kind::Instructor => &mut self.instructor_busy[at],
            Kind::Room => &mut self.room_busy[at],
        }
    }

    fn occupy(&mut self, kind: Kind, at: usize, clock: Clock) {
        let busy = self.busy_mut(kind, at);
        let twice = *busy & clock != 0;
        *busy |= clock;
        if twice && !self.doubled.contains(&(kind, at)) {
            self.doubled.push((kind, at));
        }
    }

    fn vacate(&mut self, kind: Kind, one: usize, day: Day, clock: Clock) {
        let at = self.at(one, day);
        if !self.doubled.contains(&(kind, at)) {
            *self.busy_mut(kind, at) &= !clock;
            return;
        }
        let mine = |block: &&Block| {
            block.day == day
                && match kind {
                    Kind::Batch => block.batch == one,
                    Kind::Instructor => block.people.contains(&Some(one)),
                    Kind::Room => block.room == Some(one),
                }
        };
        let clocks: Vec<Clock> = self.blocks().filter(mine).filter_map(|block| self.problem.clock(block)).collect();
        let once = clocks.iter().fold(0, |all, clock| all | clock);
        let overlap = clocks.iter().map(|clock| clock.count_ones()).sum::<u32>() != once.count_ones();
        *self.busy_mut(kind, at) = once;
        if !overlap {
            self.doubled.retain(|place| *place != (kind, at));
        }
    }

    fn count(&mut self, block: &Block, clock: Clock, more: bool) {
        let jp = u16::from(block.length);
        let change = |count: &mut u16| *count = if more { count.wrapping_add(jp) } else { count.wrapping_sub(jp) };
        let batch_day = self.at(block.batch, block.day);
        change(&mut self.batch_day[batch_day]);
        for person in block.people.into_iter().flatten() {
            let (day, week) = (self.at(person, block.day), person * self.weeks + self.problem.week(block.day));
            let month = person * self.month_count + self.months[usize::from(block.day)];
            change(&mut self.instructor_day[day]);
            change(&mut self.instructor_week[week]);
            change(&mut self.instructor_month[month]);
            self.instructor_jp[person] += if more { i64::from(jp) } else { -i64::from(jp) };
        }
        let Some(course) = block.course else { return };
        change(&mut self.placed[block.batch][course]);
        for (supply, quantity) in &self.problem.batches[block.batch].courses[course].supplies {
            if self.problem.supplies[*supply].consumed {
                continue;
            }
            let list = &mut self.supply_use[supply * self.problem.days + usize::from(block.day)];
            if more {
                list.push((clock, *quantity));
            } else if let Some(place) = list.iter().position(|used| *used == (clock, *quantity)) {
                list.swap_remove(place);
            }
        }
    }

    /// All blocks.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().flatten()
    }

    /// Gives a block the name by which the caller knows it.
    pub fn tag(&mut self, id: u32, tag: u64) {
        if let Some(block) = self.blocks.get_mut(id as usize).and_then(Option::as_mut) {
            block.tag = tag;
        }
    }

    /// The block of a number.
    pub fn block(&self, id: u32) -> Option<&Block> {
        self.blocks.get(id as usize)?.as_ref()
    }

    /// The numbers of all blocks.
    pub fn ids(&self) -> impl Iterator<Item = u32> {
        (0u32..).zip(&self.blocks).filter(|(_, block)| block.is_some()).map(|(id, _)| id)
    }

    /// The numbers of a class's blocks, in no order.
    pub fn ids_of(&self, batch: usize) -> &[u32] {
        &self.of_batch[batch]
    }

    /// The blocks of a class, in no order.
    pub fn blocks_of(&self, batch: usize) -> impl Iterator<Item = &Block> {
        self.of_batch[batch].iter().filter_map(|id| self.block(*id))
    }

    /// When a class is busy.
    pub fn batch_busy(&self, batch: usize, day: Day) -> Clock {
        self.batch_busy[self.at(batch, day)]
    }

    /// When an instructor teaches or is away.
    pub fn instructor_busy(&self, instructor: usize, day: Day) -> Clock {
        self.instructor_busy[self.at(instructor, day)]
    }

    /// When a room is used.
    pub fn room_busy(&self, room: usize, day: Day) -> Clock {
        self.room_busy[self.at(room, day)]
    }

    /// The most of a tool that is out at one moment of these.
    pub fn supply_out(&self, supply: usize, day: Day, clock: Clock) -> u32 {
        let list = &self.supply_use[supply * self.problem.days + usize::from(day)];
        let moments = (0..Clock::BITS).map(|bit| 1 << bit).filter(|moment: &Clock| clock & moment != 0);
        moments
            .map(|moment| {
                list.iter().filter(|(used, _)| used & moment != 0).fold(0u32, |sum, (_, n)| sum.saturating_add(*n))
            })
            .max()
            .unwrap_or(0)
    }

    /// JP of a class on a day.
    pub fn batch_jp(&self, batch: usize, day: Day) -> u16 {
        self.batch_day[self.at(batch, day)]
    }

    /// JP of an instructor on the day, in its week and in its month.
    pub fn load(&self, instructor: usize, day: Day) -> (u16, u16, u16) {
        let month = instructor * self.month_count + self.months[usize::from(day)];
        let week = instructor * self.weeks + self.problem.week(day);
        (self.instructor_day[self.at(instructor, day)], self.instructor_week[week], self.instructor_month[month])
    }

    /// JP of an instructor in all.
    pub fn total(&self, instructor: usize) -> i64 {
        self.instructor_jp[instructor]
    }

    /// JP of a course that have no place yet.
    pub fn left(&self, batch: usize, course: usize) -> u16 {
        self.problem.batches[batch].courses[course].jp.saturating_sub(self.placed[batch][course])
    }

    /// JP of a class that have no place yet.
    pub fn left_of(&self, batch: usize) -> u16 {
        (0..self.placed[batch].len()).fold(0, |sum, course| sum.saturating_add(self.left(batch, course)))
    }

    /// When the last block of each course of a class ends; `None`: it has none.
    pub fn ends(&self, batch: usize) -> Vec<Option<Moment>> {
        let mut ends = vec![None; self.problem.batches[batch].courses.len()];
        for block in self.blocks_of(batch) {
            let Some(course) = block.course else { continue };
            ends[course] = ends[course].max(Some((block.day, block.slot + block.length)));
        }
        ends
    }
}
