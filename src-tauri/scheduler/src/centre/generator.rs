//! Centres with a hidden perfect plan, for tests and the benchmark: everything can be placed, nothing is late.
//!
//! The plan is made room by room, class after class with gaps between; only then come leave and closed rooms, where the
//! plan is free. So it is known what a planner can reach.

use super::problem::{
    Batch, Block, Clock, Course, Day, Instructor, Lesson, Pattern, Priority, Problem, Qualified, Room, Supply,
};
use crate::random::Dice;

/// How large a centre is, and how tight.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Workshops.
    pub rooms: usize,
    /// Instructors.
    pub instructors: usize,
    /// Classes.
    pub batches: usize,
    /// Most days between the hidden end of a class and its due day.
    pub slack: usize,
}

impl Size {
    /// 4 workshops, 10 instructors, 20 classes.
    pub const SMALL: Size = Size { rooms: 4, instructors: 10, batches: 20, slack: 3 };
    /// 15 workshops, 45 instructors, 100 classes.
    pub const MEDIUM: Size = Size { rooms: 15, instructors: 45, batches: 100, slack: 3 };
    /// 40 workshops, 120 instructors, 250 classes.
    pub const LARGE: Size = Size { rooms: 40, instructors: 120, batches: 250, slack: 3 };
    /// 60 workshops, 180 instructors, 380 classes.
    pub const XL: Size = Size { rooms: 60, instructors: 180, batches: 380, slack: 3 };
    /// As large, with the due day of every class on its hidden end.
    pub const TIGHT: Size = Size { slack: 0, ..Size::LARGE };
}

const DAYS: usize = 364;
/// The most lessons of a day.
const HOURS: usize = 16;
/// Rooms of a field of training.
const FIELD: usize = 4;
/// Most days by which a class might begin before it does in the hidden plan.
const EARLIER: usize = 10;
/// The days of Ramadan: fewer and shorter lessons.
const RAMADAN: std::ops::Range<usize> = 49..79;
/// Days after its due day in which a class may still be taught.
const BEYOND: Day = 90;

/// One course in so many is taught by two instructors, where somebody of the field is free all the time.
const TWO: usize = 8;
/// One course in so many needs sets of the tool of its field, and the most sets.
const TOOLED: (usize, usize) = (4, 3);
/// Parts the chance for both from that for the rest.
const SECONDS: u64 = 0x5EC0_17D5;

/// A problem and the plan that it was made from.
#[derive(Clone, Debug)]
pub struct Centre {
    /// The problem.
    pub problem: Problem,
    /// The hidden plan.
    pub hidden: Vec<Block>,
}

/// A day of two halves with so many lessons each, every lesson one stretch of the clock.
pub fn a_day(half: usize) -> Pattern {
    Pattern { lessons: (0..2 * half).map(|at| Lesson { clock: 1 << at, half: u8::from(at >= half) }).collect() }
}

/// Makes a centre: a week of six days, rooms used for 70 to 95 percent.
pub fn centre(size: Size, seed: u64) -> Centre {
    let mut dice = Dice::new(seed);
    let mut making = Making::new(size, &mut dice);
    let days: Vec<Day> = (0..DAYS).filter(|day| making.open[*day].is_some()).map(|day| day as Day).collect();
    for room in 0..size.rooms {
        let count = size.batches * (room + 1) / size.rooms - size.batches * room / size.rooms;
        for stretch in stretches(days.len(), count, &mut dice) {
            making.a_batch(room, &days[stretch], size.slack, &mut dice);
        }
    }
    // Chance of its own: what comes before and after stays as it is.
    let mut apart = Dice::new(seed ^ SECONDS);
    making.seconds(&mut apart);
    making.tools(&mut apart);
    making.leave(&mut dice);
    making.centre
}

/// Parts a year among the classes of a room: their lengths differ, and what they leave of the year lies between them.
fn stretches(days: usize, count: usize, dice: &mut Dice) -> Vec<std::ops::Range<usize>> {
    let taught = days * (70 + dice.below(26)) / 100;
    let shares: Vec<usize> = (0..count).map(|_| 60 + dice.below(80)).collect();
    let gaps: Vec<usize> = (0..=count).map(|_| dice.below(100)).collect();
    let (all, between) = (shares.iter().sum::<usize>().max(1), gaps.iter().sum::<usize>().max(1));
    let mut at = 0;
    let mut found = Vec::new();
    for (share, gap) in shares.iter().zip(&gaps) {
        at += (days - taught) * gap / between;
        let length = taught * share / all;
        found.push(at..(at + length).min(days));
        at += length;
    }
    found
}

struct Making {
    centre: Centre,
    open: Vec<Option<u16>>,
    /// When each instructor teaches in the hidden plan, by day.
    taught: Vec<Clock>,
    /// Fields of training: rooms and instructors of one are for its classes only.
    fields: usize,
}

impl Making {
    fn new(size: Size, dice: &mut Dice) -> Self {
        let fields = (size.rooms / FIELD).max(1);
        let pattern = |day: usize| u16::from(RAMADAN.contains(&day));
        let open = (0..DAYS).map(|day| (day % 7 < 6 && !dice.once_in(25)).then(|| pattern(day))).collect();
        let instructor = |who: usize| Instructor {
            away: vec![0; DAYS],
            day_cap: 10,
            week_cap: 53,
            month_cap: 242,
            department: Some((who % fields) as u32),
        };
        let room = |at: usize| Room {
            seats: if at.is_multiple_of(3) { 24 } else { 16 },
            step_free: at.is_multiple_of(4),
            priority: [Priority::Optimal, Priority::Normal, Priority::Normal, Priority::Emergency][at % 4],
            closed: Vec::new(),
        };
        let problem = Problem {
            days: DAYS,
            months: (0..DAYS).map(|day| (day / 30) as u16).collect(),
            patterns: vec![a_day(4), a_day(3)],
            rooms: (0..size.rooms).map(room).collect(),
            instructors: (0..size.instructors).map(instructor).collect(),
            ..Problem::default()
        };
        let taught = vec![0; size.instructors * DAYS];
        Making { centre: Centre { problem, hidden: Vec::new() }, open, taught, fields }
    }

    fn a_batch(&mut self, room: usize, stretch: &[Day], slack: usize, dice: &mut Dice) {
        let (Some(first), Some(end)) = (stretch.first(), stretch.last()) else { return };
        let batch = self.centre.problem.batches.len();
        let own = self.centre.problem.rooms[room].clone();
        let half = |day: &Day| {
            self.centre.problem.patterns[usize::from(self.open[usize::from(*day)].unwrap_or(0))].lessons.len() / 2
        };
        let halves: Vec<(Day, u8, u8)> = stretch
            .iter()
            .flat_map(|day| [(*day, 0, half(day) as u8), (*day, half(day) as u8, half(day) as u8)])
            .collect();
        let mut courses: Vec<Course> = Vec::new();
        let mut at = 0;
        while at < halves.len() {
            let count = (3 + dice.below(8)).min(halves.len() - at);
            let waits = courses.len().checked_sub(1).filter(|_| dice.once_in(3));
            let course = self.a_course((batch, courses.len()), room, &halves[at..at + count], dice);
            courses.push(Course { after: waits.into_iter().collect(), ..course });
            at += count;
        }
        let due = (*end + dice.below(slack + 1) as Day).min(DAYS as Day - 1);
        self.centre.problem.batches.push(Batch {
            open: self.open.clone(),
            first: first.saturating_sub(dice.below(EARLIER) as Day),
            last: (due + BEYOND).min(DAYS as Day - 1),
            due,
            seats: own.seats,
            jp_day: 8,
            courses,
            step_free: own.step_free && dice.once_in(2),
        });
    }

    /// A course taught in some half days by whoever of the field is free, if possible one person throughout.
    fn a_course(
        &mut self,
        (batch, at): (usize, usize),
        room: usize,
        halves: &[(Day, u8, u8)],
        dice: &mut Dice,
    ) -> Course {
        let field = room % self.fields;
        let people: Vec<usize> =
            (0..self.centre.problem.instructors.len()).filter(|who| who % self.fields == field).collect();
        // Some are asked for more than others.
        let usual = people.get(dice.below(people.len()).min(dice.below(people.len()))).copied();
        let mut qualified: Vec<usize> = Vec::new();
        let mut jp = 0;
        for (day, slot, length) in halves {
            let clock: Clock = ((1 << length) - 1) << slot;
            let free = |who: &usize| self.taught[who * DAYS + usize::from(*day)] & clock == 0;
            let again = usual.into_iter().chain(qualified.iter().copied()).find(free);
            // The half day stays empty where nobody of the field is free.
            let Some(who) = again.or_else(|| people.iter().copied().find(free)) else { continue };
            if !qualified.contains(&who) {
                qualified.push(who);
            }
            self.taught[who * DAYS + usize::from(*day)] |= clock;
            jp += u16::from(*length);
            let people = [Some(who), None];
            let (slot, length, room) = (*slot, *length, Some(room));
            self.centre.hidden.push(Block {
                batch,
                course: Some(at),
                day: *day,
                slot,
                length,
                people,
                room,
                locked: false,
                tag: 0,
            });
        }
        for _ in 0..dice.below(3) {
            qualified.extend(dice.pick(&people).copied().filter(|who| !qualified.contains(who)));
        }
        Course {
            jp,
            block: (2, 4),
            unit: at as u32,
            people: 1,
            qualified: qualified.iter().map(|who| Qualified { instructor: *who, from: 0, to: DAYS as Day }).collect(),
            rooms: (0..self.centre.problem.rooms.len()).filter(|other| other % self.fields == field).collect(),
            needs_room: true,
            ..Course::default()
        }
    }

    /// A second instructor for some courses.
    fn seconds(&mut self, dice: &mut Dice) {
        let instructors = self.centre.problem.instructors.len();
        let (fields, taught, hidden) = (self.fields, &mut self.taught, &mut self.centre.hidden);
        let mut from = 0;
        while from < hidden.len() {
            let (batch, course) = (hidden[from].batch, hidden[from].course);
            let many = hidden[from..].iter().take_while(|one| (one.batch, one.course) == (batch, course)).count();
            let blocks = &mut hidden[from..from + many];
            from += many;
            if !dice.once_in(TWO) {
                continue;
            }
            let field = blocks[0].room.unwrap_or(0) % fields;
            let place = |who: usize, block: &Block| who * DAYS + usize::from(block.day);
            let clock = |block: &Block| -> Clock { ((1 << block.length) - 1) << block.slot };
            let mut free = (field..instructors).step_by(fields).filter(|who| {
                blocks.iter().all(|one| taught[place(*who, one)] & clock(one) == 0 && !one.people.contains(&Some(*who)))
            });
            let (Some(who), Some(course)) = (free.next(), course) else { continue };
            for block in blocks {
                block.people[1] = Some(who);
                taught[who * DAYS + usize::from(block.day)] |= clock(block);
            }
            let course = &mut self.centre.problem.batches[batch].courses[course];
            course.people = 2;
            if course.qualified.iter().all(|one| one.instructor != who) {
                course.qualified.push(Qualified { instructor: who, from: 0, to: DAYS as Day });
            }
        }
    }

    /// A tool for each field, of which there are as many sets as the hidden plan has out at once.
    fn tools(&mut self, dice: &mut Dice) {
        let Centre { problem, hidden } = &mut self.centre;
        let (one_in, most) = TOOLED;
        for course in problem.batches.iter_mut().flat_map(|batch| &mut batch.courses) {
            let field = course.rooms.first().map_or(0, |room| room % self.fields);
            if dice.once_in(one_in) {
                course.supplies = vec![(field, 1 + dice.below(most) as u32)];
            }
        }
        let mut out = vec![0u32; self.fields * DAYS * HOURS];
        for block in hidden.iter() {
            let supplies = block.course.map(|course| &problem.batches[block.batch].courses[course].supplies);
            for (supply, sets) in supplies.into_iter().flatten() {
                let from = (supply * DAYS + usize::from(block.day)) * HOURS + usize::from(block.slot);
                out[from..from + usize::from(block.length)].iter_mut().for_each(|count| *count += sets);
            }
        }
        let stock = |field: &[u32]| Supply { stock: field.iter().copied().max().unwrap_or(0), consumed: false };
        problem.supplies = out.chunks(DAYS * HOURS).map(stock).collect();
    }

    /// Leave and closed rooms only where the hidden plan is free.
    fn leave(&mut self, dice: &mut Dice) {
        for (who, instructor) in self.centre.problem.instructors.iter_mut().enumerate() {
            for day in (0..DAYS).filter(|day| self.taught[who * DAYS + day] == 0) {
                if dice.once_in(8) {
                    instructor.away[day] = Clock::MAX;
                }
            }
        }
        let mut used = vec![false; self.centre.problem.rooms.len() * DAYS];
        for block in &self.centre.hidden {
            used[block.room.unwrap_or(0) * DAYS + usize::from(block.day)] = true;
        }
        for (at, room) in self.centre.problem.rooms.iter_mut().enumerate() {
            room.closed =
                (0..DAYS).filter(|day| !used[at * DAYS + day] && dice.once_in(12)).map(|day| day as Day).collect();
        }
    }
}
