//! The year of a training centre as the planner sees it: numbers only. Whoever calls keeps the names.

use super::rules::Rules;

/// Days from the problem's first.
pub type Day = u16;
/// Stretches of the clock as bits: any two lessons that overlap share one. The caller parts the day so, at most 128 ways.
pub type Clock = u128;

/// A lesson (JP) of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// When it is.
    pub clock: Clock,
    /// Which half of the day: a longer break parts them.
    pub half: u8,
}

/// The lessons of a day, first to last. At most 16.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// The lessons.
    pub lessons: Vec<Lesson>,
}

impl Pattern {
    /// When some lessons are; nothing when the day has not so many.
    pub fn clock(&self, slot: usize, length: usize) -> Option<Clock> {
        let lessons = self.lessons.get(slot..slot.checked_add(length)?)?;
        Some(lessons.iter().fold(0, |clock, lesson| clock | lesson.clock))
    }
}

/// An instructor.
#[derive(Clone, Debug, Default)]
pub struct Instructor {
    /// Away, by day: the stretches of the clock in which they are not there. Days beyond are free.
    pub away: Vec<Clock>,
    /// Most JP a day.
    pub day_cap: u16,
    /// Most JP a week.
    pub week_cap: u16,
    /// Most JP a month.
    pub month_cap: u16,
    /// Field of training, for ranking substitutes.
    pub department: Option<u32>,
}

/// How gladly a room is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// First choice.
    Optimal,
    /// Fine.
    #[default]
    Normal,
    /// When nothing else is left.
    Emergency,
}

/// A room.
#[derive(Clone, Debug, Default)]
pub struct Room {
    /// Seats.
    pub seats: u32,
    /// Reached without a step.
    pub step_free: bool,
    /// How gladly it is used.
    pub priority: Priority,
    /// Days on which it is closed.
    pub closed: Vec<Day>,
}

/// A tool or a consumable.
#[derive(Clone, Copy, Debug)]
pub struct Supply {
    /// How many there are.
    pub stock: u32,
    /// Used up, instead of coming back after the session.
    pub consumed: bool,
}

/// Who may teach a course, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Qualified {
    /// Who.
    pub instructor: usize,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

/// A part of a unit, theory or practice: so many JP in blocks.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// JP in all.
    pub jp: u16,
    /// Shortest and longest block, in JP. A shorter one only where the course leaves no more.
    pub block: (u8, u8),
    /// Parts of one unit have the same number: they keep their instructor.
    pub unit: u32,
    /// Practice.
    pub practice: bool,
    /// Instructors at a time, 0 to 2.
    pub people: u8,
    /// Who may teach it.
    pub qualified: Vec<Qualified>,
    /// Rooms of the right kind with the equipment; none where it needs no room.
    pub rooms: Vec<usize>,
    /// Takes place in a room.
    pub needs_room: bool,
    /// What a block needs of supplies: which, how many. For a consumable: for the whole course.
    pub supplies: Vec<(usize, u32)>,
    /// Courses of the same batch that must be finished before.
    pub after: Vec<usize>,
}

/// A block that stands where it is: ceremony, assessment, on the job, or locked by the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which batch.
    pub batch: usize,
    /// Which of its courses; `None`: an event that only takes time.
    pub course: Option<usize>,
    /// The day.
    pub day: Day,
    /// First lesson of the day's pattern, from 0.
    pub slot: u8,
    /// Lessons.
    pub length: u8,
    /// Who.
    pub people: [Option<usize>; 2],
    /// Where.
    pub room: Option<usize>,
    /// The planner leaves it there.
    pub locked: bool,
    /// By which the caller knows it again; 0: new.
    pub tag: u64,
}

/// A class.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The pattern of each day; `None`: no training. As long as the problem has days.
    pub open: Vec<Option<u16>>,
    /// First day.
    pub first: Day,
    /// Last day on which anything may be.
    pub last: Day,
    /// The day on which it should be done.
    pub due: Day,
    /// Seats needed.
    pub seats: u32,
    /// Rooms without steps.
    pub step_free: bool,
    /// Most JP a day.
    pub jp_day: u16,
    /// What is taught, in the usual order.
    pub courses: Vec<Course>,
}

/// Everything.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// How many days.
    pub days: usize,
    /// The weekday of the first, 0 Monday.
    pub weekday: u8,
    /// The planner puts nothing on the days before this one; what stands there stays.
    pub today: Day,
    /// The month of each day, any numbers that differ.
    pub months: Vec<u16>,
    /// Patterns of days.
    pub patterns: Vec<Pattern>,
    /// Classes.
    pub batches: Vec<Batch>,
    /// Instructors.
    pub instructors: Vec<Instructor>,
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Tools and consumables.
    pub supplies: Vec<Supply>,
    /// Blocks that stand already. Those that are not locked the planner may take up again.
    pub standing: Vec<Block>,
    /// How the rules are kept.
    pub rules: Rules,
}

impl Problem {
    /// The lessons of a class on a day; none when it has none.
    pub fn pattern(&self, batch: usize, day: Day) -> Option<&Pattern> {
        let open = self.batches[batch].open.get(usize::from(day)).copied().flatten()?;
        self.patterns.get(usize::from(open))
    }

    /// When a block is; `None`: the day has not these lessons.
    pub fn clock(&self, block: &Block) -> Option<Clock> {
        self.pattern(block.batch, block.day)?.clock(usize::from(block.slot), usize::from(block.length))
    }

    /// When an instructor is away on a day.
    pub fn away(&self, who: usize, day: Day) -> Clock {
        self.instructors[who].away.get(usize::from(day)).copied().unwrap_or(0)
    }

    /// The weekday of a day, 0 Monday.
    pub fn weekday_of(&self, day: Day) -> u16 {
        (u16::from(self.weekday) + day) % 7
    }

    /// The week of a day; weeks begin on Monday.
    pub fn week(&self, day: Day) -> usize {
        usize::from((u16::from(self.weekday) + day) / 7)
    }

    /// The course of a block, if it teaches one.
    pub fn course(&self, block: &Block) -> Option<&Course> {
        self.batches[block.batch].courses.get(block.course?)
    }
}
