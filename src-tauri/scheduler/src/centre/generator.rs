//! Centres with a hidden perfect plan, for tests and the benchmark: everything can be placed, nothing is late.

use super::problem::{
    Batch, Block, Clock, Course, Day, Instructor, Lesson, Pattern, Priority, Problem, Qualified, Room,
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
const HALF: usize = 4;

/// A problem and the plan that it was made from.
#[derive(Clone, Debug)]
pub struct Centre {
    /// The problem.
    pub problem: Problem,
    /// The hidden plan.
    pub hidden: Vec<Block>,
}

/// A day of eight lessons in two halves; every lesson is one stretch of the clock.
pub fn a_day() -> Pattern {
    Pattern { lessons: (0..2 * HALF).map(|at| Lesson { clock: 1 << at, half: u8::from(at >= HALF) }).collect() }
}

/// Makes a centre.
pub fn centre(size: Size, seed: u64) -> Centre {
    let mut dice = Dice::new(seed);
    let open: Vec<Option<u16>> = (0..DAYS).map(|day| (day % 7 < 5 && !dice.once_in(25)).then_some(0)).collect();
    let days: Vec<Day> = (0..DAYS).filter(|day| open[*day].is_some()).map(|day| day as Day).collect();
    let fields = (size.rooms / 2).max(1);
    let field_of = |one: usize| one % fields;
    let mut centre = Centre {
        problem: Problem {
            days: DAYS,
            months: (0..DAYS).map(|day| (day / 30) as u16).collect(),
            patterns: vec![a_day()],
            rooms: (0..size.rooms).map(|_| Room { seats: 20, priority: Priority::Normal, ..Room::default() }).collect(),
            instructors: (0..size.instructors)
                .map(|who| Instructor {
                    away: vec![0; DAYS],
                    day_cap: 10,
                    week_cap: 53,
                    month_cap: 242,
                    department: Some(field_of(who) as u32),
                })
                .collect(),
            ..Problem::default()
        },
        hidden: Vec::new(),
    };
    // When each instructor teaches in the hidden plan: two halves a day.
    let mut taught = vec![0 as Clock; size.instructors * DAYS];
    let per_room = size.batches.div_ceil(size.rooms);
    for room in 0..size.rooms {
        let mut at = dice.below(4);
        let count = per_room.min(size.batches - centre.problem.batches.len());
        for _ in 0..count {
            let most = (days.len().saturating_sub(at)) / (per_room.max(1));
            let length = (16 + dice.below(20)).min(most.max(12));
            let Some(stretch) = days.get(at..at + length) else { break };
            a_batch(&mut centre, &mut taught, room, fields, stretch, &open, size.slack, &mut dice);
            at += length;
        }
    }
    leave(&mut centre.problem, &taught, &mut dice);
    centre
}

#[expect(clippy::too_many_arguments, reason = "one step of the generator, used once")]
fn a_batch(
    centre: &mut Centre,
    taught: &mut [Clock],
    room: usize,
    fields: usize,
    stretch: &[Day],
    open: &[Option<u16>],
    slack: usize,
    dice: &mut Dice,
) {
    let batch = centre.problem.batches.len();
    let field = room % fields;
    let people: Vec<usize> = (0..centre.problem.instructors.len()).filter(|who| who % fields == field).collect();
    let rooms: Vec<usize> = (0..centre.problem.rooms.len()).filter(|other| other % fields == field).collect();
    let mut courses: Vec<Course> = Vec::new();
    let halves: Vec<(Day, u8)> = stretch.iter().flat_map(|day| [(*day, 0), (*day, HALF as u8)]).collect();
    let mut at = 0;
    while at < halves.len() {
        let count = (3 + dice.below(6)).min(halves.len() - at);
        let mut qualified: Vec<usize> = Vec::new();
        for (day, slot) in &halves[at..at + count] {
            let clock: Clock = 0b1111 << slot;
            let free = |who: &usize| taught[who * DAYS + usize::from(*day)] & clock == 0;
            let usual = qualified.iter().copied().find(free);
            let fresh = people.iter().copied().filter(free).min_by_key(|who| (who * 7 + at) % 5);
            let Some(who) = usual.or(fresh) else { continue };
            if !qualified.contains(&who) {
                qualified.push(who);
            }
            taught[who * DAYS + usize::from(*day)] |= clock;
            centre.hidden.push(Block {
                batch,
                course: Some(courses.len()),
                day: *day,
                slot: *slot,
                length: HALF as u8,
                people: [Some(who), None],
                room: Some(room),
                locked: false,
                tag: 0,
            });
        }
        let placed =
            centre.hidden.iter().filter(|block| block.batch == batch && block.course == Some(courses.len())).count();
        for _ in 0..dice.below(3) {
            qualified.extend(
                dice.pick(&people).filter(|who| !qualified.contains(who)).copied().into_iter().collect::<Vec<_>>(),
            );
        }
        courses.push(Course {
            jp: (placed * HALF) as u16,
            block: (2, 4),
            unit: courses.len() as u32,
            people: 1,
            qualified: qualified.iter().map(|who| Qualified { instructor: *who, from: 0, to: DAYS as Day }).collect(),
            rooms: rooms.clone(),
            needs_room: true,
            after: courses.len().checked_sub(1).filter(|_| dice.once_in(3)).into_iter().collect(),
            ..Course::default()
        });
        at += count;
    }
    let end = stretch.last().copied().unwrap_or(0);
    let due = (end + dice.below(slack + 1) as Day).min(DAYS as Day - 1);
    let last = (due + 90).min(DAYS as Day - 1);
    centre.problem.batches.push(Batch {
        open: open.to_vec(),
        first: stretch[0],
        last,
        due,
        seats: 16,
        jp_day: 8,
        courses,
        step_free: false,
    });
}

/// Leave only where the hidden plan is free.
fn leave(problem: &mut Problem, taught: &[Clock], dice: &mut Dice) {
    for (who, instructor) in problem.instructors.iter_mut().enumerate() {
        for day in (0..DAYS).filter(|day| taught[who * DAYS + day] == 0) {
            if dice.once_in(12) {
                instructor.away[day] = Clock::MAX;
            }
        }
    }
}
