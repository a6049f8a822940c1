//! Why a course finds no place: every place of its class is asked, and every rule that forbids it is counted.

use super::{
    fit::Ask,
    problem::{Clock, Course},
    rules::Rule,
    state::{Moment, State},
};

/// Days on both sides of a class's window that are looked at too: a longer window may be the cheapest way out.
const BEYOND: u16 = 45;

/// How often a rule stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which rule.
    pub rule: Rule,
    /// Places that it forbids.
    pub forbids: u32,
    /// Places that only it forbids: what relaxing it would open.
    pub alone: u32,
}

/// The rules that keep a course from its places: the one whose relaxing opens most of them first.
pub fn reasons(state: &State<'_>, batch: usize, course: usize) -> Vec<Reason> {
    let problem = state.problem;
    let one = &problem.batches[batch];
    let length = (one.courses[course].block.0.max(1)).min(state.left(batch, course).max(1) as u8);
    let mut counts = [(0u32, 0u32); Rule::ALL.len()];
    let ends = state.ends(batch);
    let end = one.last.saturating_add(BEYOND).min(problem.days.saturating_sub(1) as u16);
    for day in one.first.saturating_sub(BEYOND).max(problem.today)..=end {
        let inside = one.first <= day && day <= one.last;
        let lessons = problem.pattern(batch, day).map_or(0, |pattern| pattern.lessons.len()) as u8;
        // What a closed day would hold nobody knows: it is counted as one place, and never as one that only it forbids.
        if lessons < length {
            counts[Rule::ClosedSlot as usize].0 += u32::from(inside);
            continue;
        }
        for slot in 0..=lessons - length {
            let ask = Ask { batch, course, day, slot, length, last_resort: false };
            let mut broken = broken(state, &ask, &ends);
            if !inside && problem.rules.binds(Rule::Window, false) {
                broken.push(Rule::Window);
            }
            for rule in &broken {
                counts[*rule as usize].0 += 1;
            }
            if let [only] = broken[..] {
                counts[only as usize].1 += 1;
            }
        }
    }
    let found = Rule::ALL.iter().map(|rule| Reason {
        rule: *rule,
        forbids: counts[*rule as usize].0,
        alone: counts[*rule as usize].1,
    });
    let mut found: Vec<Reason> = found.filter(|reason| reason.forbids > 0).collect();
    found.sort_by_key(|reason| (std::cmp::Reverse((reason.alone, reason.forbids)), reason.rule));
    found
}

/// The rules that one place breaks. Of instructors and rooms the one counts that breaks fewest.
fn broken(state: &State<'_>, ask: &Ask, ends: &[Option<Moment>]) -> Vec<Rule> {
    let problem = state.problem;
    let batch = &problem.batches[ask.batch];
    let course = &batch.courses[ask.course];
    let lessons = (usize::from(ask.slot), usize::from(ask.length));
    let Some(clock) = problem.pattern(ask.batch, ask.day).and_then(|pattern| pattern.clock(lessons.0, lessons.1))
    else {
        return vec![Rule::ClosedSlot];
    };
    let mut rules = Vec::new();
    let mut add = |rule: Rule, when: bool| {
        if when && problem.rules.binds(rule, false) {
            rules.push(rule);
        }
    };
    add(Rule::BatchClash, state.batch_busy(ask.batch, ask.day) & clock != 0);
    add(Rule::BatchDay, state.batch_jp(ask.batch, ask.day).saturating_add(u16::from(ask.length)) > batch.jp_day);
    let order = course
        .after
        .iter()
        .any(|before| state.left(ask.batch, *before) > 0 || ends[*before].is_some_and(|end| end > (ask.day, ask.slot)));
    add(Rule::Order, order);
    add(Rule::ToolClash, !state.supplies_fit(ask, course, clock));
    if course.needs_room {
        rules.extend(
            fewest((0..problem.rooms.len()).map(|room| room_breaks(state, ask, course, room, clock)))
                .unwrap_or_else(|| vec![Rule::Equipment]),
        );
    }
    if course.people > 0 {
        let mut each: Vec<Vec<Rule>> =
            (0..problem.instructors.len()).map(|who| instructor_breaks(state, ask, course, who, clock)).collect();
        each.sort_by_key(Vec::len);
        match each.get(usize::from(course.people.min(2)) - 1) {
            Some(worst) => rules.extend(worst.clone()),
            None => rules.push(Rule::Competence),
        }
    }
    rules.sort_unstable();
    rules.dedup();
    rules
}

fn fewest(each: impl Iterator<Item = Vec<Rule>>) -> Option<Vec<Rule>> {
    each.min_by_key(Vec::len)
}

/// The rules that a room breaks there.
pub(super) fn room_breaks(state: &State<'_>, ask: &Ask, course: &Course, room: usize, clock: Clock) -> Vec<Rule> {
    let (one, batch) = (&state.problem.rooms[room], &state.problem.batches[ask.batch]);
    let breaks = [
        (Rule::Equipment, !course.rooms.contains(&room)),
        (Rule::Seats, one.seats < batch.seats),
        (Rule::StepFree, batch.step_free && !one.step_free),
        (Rule::RoomClosed, one.closed.contains(&ask.day)),
        (Rule::RoomClash, state.room_busy(room, ask.day) & clock != 0),
    ];
    kept(state, ask, &breaks)
}

/// The rules that an instructor breaks there.
pub(super) fn instructor_breaks(state: &State<'_>, ask: &Ask, course: &Course, who: usize, clock: Clock) -> Vec<Rule> {
    let one = &state.problem.instructors[who];
    let qualified = course.qualified.iter().any(|q| q.instructor == who && q.from <= ask.day && ask.day <= q.to);
    let (day, week, month) = state.load(who, ask.day);
    let jp = u16::from(ask.length);
    let away = one.away.get(usize::from(ask.day)).copied().unwrap_or(0);
    let breaks = [
        (Rule::Competence, !qualified),
        (Rule::Absence, away & clock != 0),
        (Rule::InstructorClash, state.instructor_busy(who, ask.day) & clock != 0),
        (Rule::InstructorDay, day.saturating_add(jp) > one.day_cap),
        (Rule::InstructorWeek, week.saturating_add(jp) > one.week_cap),
        (Rule::InstructorMonth, month.saturating_add(jp) > one.month_cap),
    ];
    kept(state, ask, &breaks)
}

fn kept(state: &State<'_>, ask: &Ask, breaks: &[(Rule, bool)]) -> Vec<Rule> {
    let binds = |rule: Rule| state.problem.rules.binds(rule, ask.last_resort);
    breaks.iter().filter(|(rule, broken)| *broken && binds(*rule)).map(|(rule, _)| *rule).collect()
}
