//! Whether a block may be somewhere, and with whom and where best.

use super::{
    problem::{Block, Clock, Course, Day, Priority},
    rules::Rule,
    state::State,
};

/// What is asked of a place for some lessons of a course.
#[derive(Clone, Copy)]
pub struct Ask {
    /// Which class.
    pub batch: usize,
    /// Which of its courses.
    pub course: usize,
    /// The day.
    pub day: Day,
    /// First lesson, from 0.
    pub slot: u8,
    /// Lessons.
    pub length: u8,
    /// Soft constraints may be broken.
    pub last_resort: bool,
}

/// Whom and where the course had last, to go on with.
#[derive(Clone, Copy, Default)]
pub struct Habit {
    /// Who.
    pub people: [Option<usize>; 2],
    /// Where.
    pub room: Option<usize>,
}

impl State<'_> {
    /// Whether an instructor may take it: qualified on the day, there, free, below the caps.
    pub fn instructor_fits(&self, ask: &Ask, course: &Course, who: usize, clock: Clock) -> bool {
        let rules = &self.problem.rules;
        let binds = |rule| rules.binds(rule, ask.last_resort);
        let valid =
            |one: &&super::problem::Qualified| one.instructor == who && one.from <= ask.day && ask.day <= one.to;
        if binds(Rule::Competence) && !course.qualified.iter().any(|one| valid(&one)) {
            return false;
        }
        let instructor = &self.problem.instructors[who];
        let away = instructor.away.get(usize::from(ask.day)).copied().unwrap_or(0);
        if (binds(Rule::Absence) && away & clock != 0)
            || (binds(Rule::InstructorClash) && self.instructor_busy(who, ask.day) & clock != 0)
        {
            return false;
        }
        let (day, week, month) = self.load(who, ask.day);
        let jp = u16::from(ask.length);
        !(binds(Rule::InstructorDay) && day.saturating_add(jp) > instructor.day_cap
            || binds(Rule::InstructorWeek) && week.saturating_add(jp) > instructor.week_cap
            || binds(Rule::InstructorMonth) && month.saturating_add(jp) > instructor.month_cap)
    }

    /// Whether a room may hold it: seats, steps, open, free.
    pub fn room_fits(&self, ask: &Ask, course: &Course, room: usize, clock: Clock) -> bool {
        let binds = |rule| self.problem.rules.binds(rule, ask.last_resort);
        let (one, batch) = (&self.problem.rooms[room], &self.problem.batches[ask.batch]);
        !(binds(Rule::Equipment) && !course.rooms.contains(&room)
            || binds(Rule::Seats) && one.seats < batch.seats
            || binds(Rule::StepFree) && batch.step_free && !one.step_free
            || binds(Rule::RoomClosed) && one.closed.contains(&ask.day)
            || binds(Rule::RoomClash) && self.room_busy(room, ask.day) & clock != 0)
    }

    /// Whether the tools are there.
    pub fn supplies_fit(&self, ask: &Ask, course: &Course, clock: Clock) -> bool {
        if course.supplies.is_empty() || !self.problem.rules.binds(Rule::ToolClash, ask.last_resort) {
            return true;
        }
        course.supplies.iter().all(|(supply, quantity)| {
            let one = self.problem.supplies[*supply];
            one.consumed || self.supply_out(*supply, ask.day, clock).saturating_add(*quantity) <= one.stock
        })
    }

    /// Whether the class may be there at all: it has these lessons, is free, and has not had its JP of the day.
    pub fn batch_fits(&self, ask: &Ask) -> Option<Clock> {
        let binds = |rule| self.problem.rules.binds(rule, ask.last_resort);
        let batch = &self.problem.batches[ask.batch];
        let clock = self.problem.pattern(ask.batch, ask.day)?.clock(usize::from(ask.slot), usize::from(ask.length))?;
        let outside = ask.day < batch.first.max(self.problem.today) || ask.day > batch.last;
        let full = self.batch_jp(ask.batch, ask.day).saturating_add(u16::from(ask.length)) > batch.jp_day;
        let clash = self.batch_busy(ask.batch, ask.day) & clock != 0;
        let refused =
            binds(Rule::Window) && outside || binds(Rule::BatchDay) && full || binds(Rule::BatchClash) && clash;
        (!refused).then_some(clock)
    }

    /// The best block there; `None`: nothing fits. `noise` shakes the choice among near equals.
    pub fn fit(&self, ask: &Ask, habit: &Habit, noise: &mut dyn FnMut() -> i64) -> Option<Block> {
        let clock = self.batch_fits(ask)?;
        let course = &self.problem.batches[ask.batch].courses[ask.course];
        if !self.supplies_fit(ask, course, clock) {
            return None;
        }
        let room = match course.needs_room {
            true => Some(self.best_room(ask, course, habit, clock, noise)?),
            false => None,
        };
        let mut people = [None; 2];
        for place in 0..usize::from(course.people.min(2)) {
            people[place] = Some(self.best_instructor(ask, course, habit, people[0], clock, noise)?);
        }
        let Ask { batch, course, day, slot, length, .. } = *ask;
        Some(Block { batch, course: Some(course), day, slot, length, people, room, locked: false, tag: 0 })
    }

    fn best_room(
        &self,
        ask: &Ask,
        course: &Course,
        habit: &Habit,
        clock: Clock,
        noise: &mut dyn FnMut() -> i64,
    ) -> Option<usize> {
        let rules = &self.problem.rules;
        let usual = habit.room.filter(|room| self.room_fits(ask, course, *room, clock));
        if usual.is_some() {
            return usual;
        }
        let free = |room: &usize| self.room_fits(ask, course, *room, clock);
        let anywhere = !rules.binds(Rule::Equipment, ask.last_resort);
        let listed = course.rooms.iter().copied().filter(free);
        let all = (0..if anywhere { self.problem.rooms.len() } else { 0 }).filter(free);
        listed.chain(all).min_by_key(|room| {
            let one = &self.problem.rooms[*room];
            rank(one.priority) * rules.weight(Rule::RoomPriority) * 40 + i64::from(one.seats) + noise()
        })
    }

    fn best_instructor(
        &self,
        ask: &Ask,
        course: &Course,
        habit: &Habit,
        beside: Option<usize>,
        clock: Clock,
        noise: &mut dyn FnMut() -> i64,
    ) -> Option<usize> {
        let free = |who: &usize| beside != Some(*who) && self.instructor_fits(ask, course, *who, clock);
        if let Some(usual) = habit.people.iter().flatten().copied().find(free) {
            return Some(usual);
        }
        let anyone = !self.problem.rules.binds(Rule::Competence, ask.last_resort);
        let listed = course.qualified.iter().map(|one| one.instructor).filter(free);
        let all = (0..if anyone { self.problem.instructors.len() } else { 0 }).filter(free);
        listed.chain(all).min_by_key(|who| self.total(*who) + noise())
    }
}

/// How dear a room is by its priority.
pub fn rank(priority: Priority) -> i64 {
    match priority {
        Priority::Optimal => 0,
        Priority::Normal => 1,
        Priority::Emergency => 4,
    }
}
