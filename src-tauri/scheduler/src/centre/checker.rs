//! An independent judge of a timetable: it counts everything from the blocks alone and shares nothing with the planner.

use super::{
    problem::{Block, Problem},
    rules::Rule,
};
use std::collections::{BTreeMap, BTreeSet};

/// A broken constraint.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// Which rule.
    pub rule: Rule,
    /// The blocks that break it, by their place in the list; none for JP without a place.
    pub blocks: Vec<usize>,
}

/// Every broken constraint of a list of blocks, whatever its strength; rules that are off are not looked at.
pub fn violations(problem: &Problem, blocks: &[Block]) -> Vec<Violation> {
    let mut found: BTreeSet<Violation> = BTreeSet::new();
    let mut add = |rule: Rule, blocks: &[usize]| {
        if problem.rules.binds(rule, false) {
            found.insert(Violation { rule, blocks: blocks.to_vec() });
        }
    };
    for (at, block) in blocks.iter().enumerate() {
        alone(problem, block, at, &mut add);
    }
    pairs(problem, blocks, &mut add);
    sums(problem, blocks, &mut add);
    order(problem, blocks, &mut add);
    found.into_iter().collect()
}

type Add<'a> = dyn FnMut(Rule, &[usize]) + 'a;

/// What a block breaks by itself.
fn alone(problem: &Problem, block: &Block, at: usize, add: &mut Add<'_>) {
    let batch = &problem.batches[block.batch];
    let Some(clock) = problem.clock(block) else { return add(Rule::ClosedSlot, &[at]) };
    if block.day < batch.first || block.day > batch.last {
        add(Rule::Window, &[at]);
    }
    if let Some(room) = block.room {
        let one = &problem.rooms[room];
        if one.seats < batch.seats {
            add(Rule::Seats, &[at]);
        }
        if batch.step_free && !one.step_free {
            add(Rule::StepFree, &[at]);
        }
        if one.closed.contains(&block.day) {
            add(Rule::RoomClosed, &[at]);
        }
        if block
            .course
            .is_some_and(|course| batch.courses[course].needs_room && !batch.courses[course].rooms.contains(&room))
        {
            add(Rule::Equipment, &[at]);
        }
    }
    for who in block.people.iter().flatten() {
        let away = problem.instructors[*who].away.get(usize::from(block.day)).copied().unwrap_or(0);
        if away & clock != 0 {
            add(Rule::Absence, &[at]);
        }
        let Some(course) = block.course.map(|course| &batch.courses[course]).filter(|course| course.people > 0) else {
            continue;
        };
        if !course.qualified.iter().any(|q| q.instructor == *who && (q.from..=q.to).contains(&block.day)) {
            add(Rule::Competence, &[at]);
        }
    }
}

/// What two blocks of a day break together.
fn pairs(problem: &Problem, blocks: &[Block], add: &mut Add<'_>) {
    let mut days: BTreeMap<u16, Vec<(usize, u128)>> = BTreeMap::new();
    for (at, block) in blocks.iter().enumerate() {
        if let Some(clock) = problem.clock(block) {
            days.entry(block.day).or_default().push((at, clock));
        }
    }
    for day in days.values() {
        for (place, (one, clock)) in day.iter().enumerate() {
            for (other, _) in day[place + 1..].iter().filter(|(_, other)| other & clock != 0) {
                let (a, b) = (&blocks[*one], &blocks[*other]);
                if a.batch == b.batch {
                    add(Rule::BatchClash, &[*one, *other]);
                }
                if a.people.iter().flatten().any(|who| b.people.contains(&Some(*who))) {
                    add(Rule::InstructorClash, &[*one, *other]);
                }
                if a.room.is_some() && a.room == b.room {
                    add(Rule::RoomClash, &[*one, *other]);
                }
            }
        }
        tools(problem, blocks, day, add);
    }
}

fn tools(problem: &Problem, blocks: &[Block], day: &[(usize, u128)], add: &mut Add<'_>) {
    for (supply, one) in problem.supplies.iter().enumerate().filter(|(_, supply)| !supply.consumed) {
        let need = |at: usize| {
            let course = problem.course(&blocks[at]);
            course.map_or(0, |course| {
                course.supplies.iter().filter(|(which, _)| *which == supply).map(|(_, n)| u64::from(*n)).sum::<u64>()
            })
        };
        let users: Vec<(usize, u128, u64)> =
            day.iter().map(|(at, clock)| (*at, *clock, need(*at))).filter(|user| user.2 > 0).collect();
        for bit in 0..u128::BITS {
            let there: Vec<&(usize, u128, u64)> = users.iter().filter(|user| user.1 >> bit & 1 == 1).collect();
            if there.iter().map(|user| user.2).sum::<u64>() > u64::from(one.stock) {
                add(Rule::ToolClash, &there.iter().map(|user| user.0).collect::<Vec<_>>());
            }
        }
    }
}

/// What many blocks break together: JP of a day, a week, a month, and what is used up.
fn sums(problem: &Problem, blocks: &[Block], add: &mut Add<'_>) {
    let mut batch_days: BTreeMap<(usize, u16), Vec<usize>> = BTreeMap::new();
    let mut loads: BTreeMap<(Rule, usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, block) in blocks.iter().enumerate() {
        batch_days.entry((block.batch, block.day)).or_default().push(at);
        let spans = [
            (Rule::InstructorDay, usize::from(block.day)),
            (Rule::InstructorWeek, problem.week(block.day)),
            (Rule::InstructorMonth, usize::from(problem.months.get(usize::from(block.day)).copied().unwrap_or(0))),
        ];
        for (who, (rule, span)) in block.people.iter().flatten().flat_map(|who| spans.map(|span| (*who, span))) {
            loads.entry((rule, who, span)).or_default().push(at);
        }
    }
    let jp = |list: &[usize]| list.iter().map(|at| u32::from(blocks[*at].length)).sum::<u32>();
    for ((batch, _), list) in &batch_days {
        if jp(list) > u32::from(problem.batches[*batch].jp_day) {
            add(Rule::BatchDay, list);
        }
    }
    for ((rule, who, _), list) in &loads {
        let one = &problem.instructors[*who];
        let cap = match rule {
            Rule::InstructorDay => one.day_cap,
            Rule::InstructorWeek => one.week_cap,
            _ => one.month_cap,
        };
        if jp(list) > u32::from(cap) {
            add(*rule, list);
        }
    }
    for (supply, one) in problem.supplies.iter().enumerate().filter(|(_, supply)| supply.consumed) {
        let courses = problem.batches.iter().flat_map(|batch| &batch.courses).flat_map(|course| &course.supplies);
        let used: u64 = courses.filter(|(which, _)| *which == supply).map(|(_, n)| u64::from(*n)).sum();
        if used > u64::from(one.stock) {
            add(Rule::Stock, &[]);
        }
    }
}

/// What comes before what it waits for.
fn order(problem: &Problem, blocks: &[Block], add: &mut Add<'_>) {
    let mut courses: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, block) in blocks.iter().enumerate() {
        if let Some(course) = block.course {
            courses.entry((block.batch, course)).or_default().push(at);
        }
    }
    for ((batch, course), list) in &courses {
        for before in &problem.batches[*batch].courses[*course].after {
            for earlier in courses.get(&(*batch, *before)).into_iter().flatten() {
                let end = (blocks[*earlier].day, blocks[*earlier].slot + blocks[*earlier].length);
                for later in list.iter().filter(|later| (blocks[**later].day, blocks[**later].slot) < end) {
                    add(Rule::Order, &[*earlier, *later]);
                }
            }
        }
    }
}

/// JP of each class and course that the blocks leave without a place.
pub fn missing(problem: &Problem, blocks: &[Block]) -> Vec<(usize, usize, u32)> {
    let mut placed: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for block in blocks {
        if let Some(course) = block.course {
            *placed.entry((block.batch, course)).or_default() += u32::from(block.length);
        }
    }
    let all = problem.batches.iter().enumerate().flat_map(|(batch, one)| {
        one.courses.iter().enumerate().map(move |(at, course)| (batch, at, u32::from(course.jp)))
    });
    all.filter_map(|(batch, course, jp)| {
        let left = jp.saturating_sub(placed.get(&(batch, course)).copied().unwrap_or(0));
        (left > 0).then_some((batch, course, left))
    })
    .collect()
}
