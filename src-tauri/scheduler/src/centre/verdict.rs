//! "Why not this slot?": every rule that a block would break at a place, with what it breaks it against; and the places
//! where it would break none.

use super::{
    fit::{Ask, Habit},
    problem::{Block, Day, Problem},
    reasons::{instructor_breaks, room_breaks},
    rules::Rule,
    state::State,
};

/// A rule that a block would break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Which rule.
    pub rule: Rule,
    /// The block that it clashes with, if it is one.
    pub with: Option<Block>,
    /// The instructor whom it is about.
    pub instructor: Option<usize>,
    /// How many there would be, and how many there may be: JP, seats, tools.
    pub counts: Option<(u32, u32)>,
}

impl Clash {
    fn of(rule: Rule) -> Self {
        Clash { rule, with: None, instructor: None, counts: None }
    }
}

/// A timetable that is asked questions. The block in question is not in it.
pub struct Judge<'p> {
    pub(super) state: State<'p>,
    blocks: Vec<Block>,
}

/// A place where a block breaks no hard rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The block there.
    pub block: Block,
    /// Wishes that it does not meet: what it costs.
    pub cost: i64,
}

impl<'p> Judge<'p> {
    /// All blocks but the one with this tag.
    pub fn without(problem: &'p Problem, blocks: &[Block], tag: u64) -> Self {
        let blocks: Vec<Block> = blocks.iter().filter(|block| block.tag != tag).copied().collect();
        Judge { state: State::with(problem, &blocks), blocks }
    }

    /// Every rule that the block would break, hard ones and soft ones. Rules that are off are not told.
    pub fn clashes(&self, block: &Block) -> Vec<Clash> {
        let problem = self.state.problem;
        let batch = &problem.batches[block.batch];
        let Some(clock) = problem.clock(block) else { return vec![Clash::of(Rule::ClosedSlot)] };
        let mut found = Vec::new();
        if block.day < batch.first || block.day > batch.last {
            found.push(Clash::of(Rule::Window));
        }
        let jp = u32::from(self.state.batch_jp(block.batch, block.day)) + u32::from(block.length);
        if jp > u32::from(batch.jp_day) {
            found.push(Clash { counts: Some((jp, u32::from(batch.jp_day))), ..Clash::of(Rule::BatchDay) });
        }
        self.against(block, clock, &mut found);
        self.order(block, &mut found);
        self.people_and_room(block, clock, &mut found);
        if batch.due < block.day {
            found.push(Clash::of(Rule::FinishEarly));
        }
        found.retain(|clash| problem.rules.get(clash.rule) != super::rules::Strength::Off);
        found
    }

    /// Clashes with other blocks of the same moment.
    fn against(&self, block: &Block, clock: u128, found: &mut Vec<Clash>) {
        let problem = self.state.problem;
        let same = |other: &&Block| other.day == block.day && problem.clock(other).is_some_and(|its| its & clock != 0);
        for other in self.blocks.iter().filter(same) {
            let clash = |rule| Clash { with: Some(*other), ..Clash::of(rule) };
            if other.batch == block.batch {
                found.push(clash(Rule::BatchClash));
            }
            if block.room.is_some() && other.room == block.room {
                found.push(clash(Rule::RoomClash));
            }
            for who in block.people.iter().flatten().filter(|who| other.people.contains(&Some(**who))) {
                found.push(Clash { instructor: Some(*who), ..clash(Rule::InstructorClash) });
            }
        }
        let Some(course) = problem.course(block) else { return };
        for (supply, quantity) in course.supplies.iter().filter(|(supply, _)| !problem.supplies[*supply].consumed) {
            let out = self.state.supply_out(*supply, block.day, clock).saturating_add(*quantity);
            if out > problem.supplies[*supply].stock {
                found
                    .push(Clash { counts: Some((out, problem.supplies[*supply].stock)), ..Clash::of(Rule::ToolClash) });
            }
        }
    }

    fn order(&self, block: &Block, found: &mut Vec<Clash>) {
        let Some(course) = block.course else { return };
        let courses = &self.state.problem.batches[block.batch].courses;
        let (start, end) = ((block.day, block.slot), (block.day, block.slot.saturating_add(block.length)));
        let mine = self.blocks.iter().filter(|other| other.batch == block.batch);
        let wrong = mine.filter(|other| {
            let Some(its) = other.course else { return false };
            let late =
                courses[course].after.contains(&its) && (other.day, other.slot.saturating_add(other.length)) > start;
            late || courses[its].after.contains(&course) && (other.day, other.slot) < end
        });
        found.extend(wrong.take(1).map(|other| Clash { with: Some(*other), ..Clash::of(Rule::Order) }));
    }

    fn people_and_room(&self, block: &Block, clock: u128, found: &mut Vec<Clash>) {
        let problem = self.state.problem;
        let Some(at) = block.course else { return };
        let course = &problem.batches[block.batch].courses[at];
        let ask = Ask {
            batch: block.batch,
            course: at,
            day: block.day,
            slot: block.slot,
            length: block.length,
            last_resort: false,
        };
        let told = [Rule::RoomClash, Rule::InstructorClash];
        if let Some(room) = block.room.filter(|_| course.needs_room) {
            let breaks = room_breaks(&self.state, &ask, course, room, clock);
            found.extend(breaks.into_iter().filter(|rule| !told.contains(rule)).map(|rule| Clash {
                counts: (rule == Rule::Seats).then(|| (problem.batches[block.batch].seats, problem.rooms[room].seats)),
                ..Clash::of(rule)
            }));
        }
        for who in block.people.iter().flatten() {
            let (day, week, month) = self.state.load(*who, block.day);
            let one = &problem.instructors[*who];
            let jp = |had: u16, cap: u16| Some((u32::from(had) + u32::from(block.length), u32::from(cap)));
            let breaks = instructor_breaks(&self.state, &ask, course, *who, clock);
            found.extend(breaks.into_iter().filter(|rule| !told.contains(rule)).map(|rule| Clash {
                instructor: Some(*who),
                counts: match rule {
                    Rule::InstructorDay => jp(day, one.day_cap),
                    Rule::InstructorWeek => jp(week, one.week_cap),
                    Rule::InstructorMonth => jp(month, one.month_cap),
                    _ => None,
                },
                ..Clash::of(rule)
            }));
        }
    }

    /// Places of some days where the block breaks no hard rule, with the same people and room where they can be had:
    /// the nearest to where it stands first.
    pub fn openings(&self, block: &Block, days: std::ops::RangeInclusive<Day>, most: usize) -> Vec<Opening> {
        let problem = self.state.problem;
        let Some(course) = block.course else { return Vec::new() };
        let habit = Habit { people: block.people, room: block.room };
        let mut found = Vec::new();
        for day in days.filter(|day| usize::from(*day) < problem.days) {
            let lessons = problem.pattern(block.batch, day).map_or(0, |pattern| pattern.lessons.len());
            for slot in 0..lessons as u8 {
                let ask = Ask { batch: block.batch, course, day, slot, length: block.length, last_resort: false };
                let Some(fit) = self.state.fit(&ask, &habit, &mut || 0) else { continue };
                let there = Block { tag: block.tag, locked: false, ..fit };
                let here = (block.day, block.slot, block.people, block.room) == (day, slot, there.people, there.room);
                if here || self.clashes(&there).iter().any(|clash| problem.rules.is_hard(clash.rule)) {
                    continue;
                }
                let other = i64::from(there.people != block.people) * 4 + i64::from(there.room != block.room) * 2;
                let far = i64::from(day.abs_diff(block.day)) * 8 + i64::from(slot.abs_diff(block.slot));
                found.push(Opening { block: there, cost: far + other });
            }
        }
        found.sort_by_key(|opening| (opening.cost, opening.block.day, opening.block.slot));
        found.truncate(most);
        found
    }
}
