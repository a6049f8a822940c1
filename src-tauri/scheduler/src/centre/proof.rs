//! What no plan can do, proved before any search: nobody teaches it, no room holds it, the window is too short, or more is
//! asked of some rooms or instructors between two days than they have.

use super::{
    flow::shortage,
    problem::{Clock, Course, Day, Pattern, Problem},
    rules::Rule,
};
use std::collections::{BTreeMap, BTreeSet};

/// Most first days and most last days that are tried against each other in a group.
const ENDS: usize = 24;

/// Rooms or instructors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Rooms.
    Rooms,
    /// Instructors.
    Instructors,
}

/// A proof that not everything can be placed. JP are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Too few may teach the course in the class's window.
    NoInstructor {
        /// Which class.
        batch: usize,
        /// Which of its courses.
        course: usize,
    },
    /// No room is of the right kind, large enough and within reach.
    NoRoom {
        /// Which class.
        batch: usize,
        /// Which of its courses.
        course: usize,
    },
    /// The window has fewer lessons than the class needs.
    TooShort {
        /// Which class.
        batch: usize,
        /// JP that it needs.
        need: u64,
        /// JP that its window holds.
        have: u64,
    },
    /// More is asked than there is.
    Crowded {
        /// Of rooms or of instructors.
        kind: Kind,
        /// Which, by their places.
        which: Vec<usize>,
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
        /// The classes that ask.
        batches: Vec<usize>,
        /// JP asked of these.
        need: u64,
        /// JP that they have in these days.
        have: u64,
        /// Only the due days cannot be kept; later days would do.
        late: bool,
    },
}

/// What can be proved. None is no promise that everything can be placed. The problem must have no faults.
pub fn proofs(problem: &Problem) -> Vec<Proof> {
    let mut found = Vec::new();
    for batch in 0..problem.batches.len() {
        alone(problem, batch, &mut found);
    }
    if !found.is_empty() {
        return found;
    }
    for late in [false, true] {
        for kind in [Kind::Rooms, Kind::Instructors] {
            found.extend(crowded(problem, kind, late));
        }
        if !found.is_empty() {
            break;
        }
    }
    found
}

fn alone(problem: &Problem, batch: usize, found: &mut Vec<Proof>) {
    let one = &problem.batches[batch];
    let taught = || one.courses.iter().enumerate().filter(|(_, course)| course.jp > 0);
    for (at, course) in taught() {
        if problem.rules.is_hard(Rule::Competence) && course.people > 0 {
            let able = givers(problem, Kind::Instructors, batch, course, (one.first, one.last));
            if able.len() < usize::from(course.people.min(2)) {
                found.push(Proof::NoInstructor { batch, course: at });
            }
        }
        if problem.rules.is_hard(Rule::Equipment) && course.needs_room {
            let able = givers(problem, Kind::Rooms, batch, course, (one.first, one.last));
            if able.is_empty() {
                found.push(Proof::NoRoom { batch, course: at });
            }
        }
    }
    if !problem.rules.is_hard(Rule::Window) || !problem.rules.is_hard(Rule::BatchClash) {
        return;
    }
    let need: u64 = taught().map(|(_, course)| u64::from(course.jp)).sum();
    let day = |day: Day| {
        let lessons = problem.pattern(batch, day).map_or(0, |pattern| disjoint([pattern].into_iter(), 0));
        if problem.rules.is_hard(Rule::BatchDay) { lessons.min(u64::from(one.jp_day)) } else { lessons }
    };
    let have: u64 = (one.first..=one.last).map(day).sum();
    if need > have {
        found.push(Proof::TooShort { batch, need, have });
    }
}

/// Who or what may serve a course in some days, each once.
fn givers(problem: &Problem, kind: Kind, batch: usize, course: &Course, (from, to): (Day, Day)) -> Vec<usize> {
    let one = &problem.batches[batch];
    let rules = &problem.rules;
    let able: BTreeSet<usize> = match kind {
        Kind::Instructors => {
            let valid = course.qualified.iter().filter(|who| who.from <= to && who.to >= from);
            valid.map(|who| who.instructor).collect()
        }
        Kind::Rooms => {
            let fits = |room: &usize| {
                let room = &problem.rooms[*room];
                !(rules.is_hard(Rule::Seats) && room.seats < one.seats
                    || rules.is_hard(Rule::StepFree) && one.step_free && !room.step_free)
            };
            course.rooms.iter().copied().filter(fits).collect()
        }
    };
    able.into_iter().collect()
}

/// A course that asks: its class, the days in which it must be, JP, and of whom.
struct Demand {
    batch: usize,
    from: Day,
    to: Day,
    jp: u64,
    of: Vec<usize>,
}

fn demands(problem: &Problem, kind: Kind, late: bool) -> Vec<Demand> {
    let mut all = Vec::new();
    for (batch, one) in problem.batches.iter().enumerate() {
        let to = if late { one.due.min(one.last) } else { one.last };
        for course in one.courses.iter().filter(|course| course.jp > 0) {
            let times = match kind {
                Kind::Rooms => u64::from(course.needs_room),
                Kind::Instructors => u64::from(course.people.min(2)),
            };
            if times > 0 {
                let of = givers(problem, kind, batch, course, (one.first, to));
                all.push(Demand { batch, from: one.first, to, jp: times * u64::from(course.jp), of });
            }
        }
    }
    all
}

/// The worst shortage of each group that shares nothing with another.
fn crowded(problem: &Problem, kind: Kind, late: bool) -> Vec<Proof> {
    let (clash, may) = match kind {
        Kind::Rooms => (Rule::RoomClash, Rule::Equipment),
        Kind::Instructors => (Rule::InstructorClash, Rule::Competence),
    };
    if [clash, may, Rule::Window, Rule::ClosedSlot].iter().any(|rule| !problem.rules.is_hard(*rule)) {
        return Vec::new();
    }
    let demands = demands(problem, kind, late);
    groups(&demands).iter().filter_map(|group| worst(problem, kind, late, group)).collect()
}

/// Parts the demands so that no two parts ask of the same one.
fn groups(demands: &[Demand]) -> Vec<Vec<&Demand>> {
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&Demand>> = Vec::new();
    for demand in demands {
        let known: BTreeSet<usize> = demand.of.iter().filter_map(|one| group_of.get(one).copied()).collect();
        let mut merged = vec![demand];
        known.iter().for_each(|at| merged.append(&mut groups[*at]));
        let at = groups.len();
        merged.iter().flat_map(|one| &one.of).for_each(|one| {
            group_of.insert(*one, at);
        });
        groups.push(merged);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn worst(problem: &Problem, kind: Kind, late: bool, group: &[&Demand]) -> Option<Proof> {
    let ends = |all: BTreeSet<Day>| -> Vec<Day> {
        let step = all.len().div_ceil(ENDS).max(1);
        let last = all.last().copied();
        all.into_iter().step_by(step).chain(last).collect()
    };
    let (froms, tos) =
        (ends(group.iter().map(|one| one.from).collect()), ends(group.iter().map(|one| one.to).collect()));
    let which: BTreeSet<usize> = group.iter().flat_map(|one| one.of.iter().copied()).collect();
    let which: Vec<usize> = which.into_iter().collect();
    let sums = Supply::new(problem, kind, &which, group);
    let mut worst: Option<(u64, Proof)> = None;
    for (from, to) in froms.iter().flat_map(|from| tos.iter().map(move |to| (*from, *to))).filter(|(a, b)| a <= b) {
        let inside: Vec<&&Demand> = group.iter().filter(|one| one.from >= from && one.to <= to).collect();
        let mut asked: BTreeMap<&[usize], u64> = BTreeMap::new();
        inside.iter().for_each(|one| *asked.entry(&one.of).or_default() += one.jp);
        let place = |one: &usize| which.binary_search(one).ok();
        let asked: Vec<(u64, Vec<usize>)> =
            asked.into_iter().map(|(of, jp)| (jp, of.iter().filter_map(place).collect())).collect();
        let given: Vec<u64> = (0..which.len()).map(|at| sums.of(at, from, to)).collect();
        let Some(short) = shortage(&asked, &given) else { continue };
        if worst.as_ref().is_some_and(|(missing, _)| *missing >= short.missing) {
            continue;
        }
        let named: Vec<usize> = short.givers.iter().map(|at| which[*at]).collect();
        let asking: BTreeSet<usize> =
            inside.iter().filter(|one| one.of.iter().all(|giver| named.contains(giver))).map(|one| one.batch).collect();
        let need = short.askers.iter().map(|at| asked[*at].0).sum();
        let batches = asking.into_iter().collect();
        let proof = Proof::Crowded { kind, which: named, from, to, batches, need, have: need - short.missing, late };
        worst = Some((short.missing, proof));
    }
    worst.map(|(_, proof)| proof)
}

/// JP that each of some rooms or instructors has by the day, at most, as running sums.
struct Supply(Vec<Vec<u64>>);

impl Supply {
    fn new(problem: &Problem, kind: Kind, which: &[usize], group: &[&Demand]) -> Self {
        let batches: BTreeSet<usize> = group.iter().map(|one| one.batch).collect();
        let patterns: Vec<Vec<&Pattern>> = (0..problem.days)
            .map(|day| {
                let open = batches.iter().filter_map(|batch| problem.batches[*batch].open.get(day).copied().flatten());
                let open: BTreeSet<u16> = open.collect();
                open.iter().filter_map(|at| problem.patterns.get(usize::from(*at))).collect()
            })
            .collect();
        let running = |one: &usize| {
            let mut sum = 0;
            let mut sums = vec![0];
            for (day, patterns) in patterns.iter().enumerate() {
                sum += on_day(problem, kind, *one, day as Day, patterns);
                sums.push(sum);
            }
            sums
        };
        Supply(which.iter().map(running).collect())
    }

    fn of(&self, at: usize, from: Day, to: Day) -> u64 {
        self.0[at][usize::from(to) + 1] - self.0[at][usize::from(from)]
    }
}

fn on_day(problem: &Problem, kind: Kind, one: usize, day: Day, patterns: &[&Pattern]) -> u64 {
    let rules = &problem.rules;
    match kind {
        Kind::Rooms if rules.is_hard(Rule::RoomClosed) && problem.rooms[one].closed.contains(&day) => 0,
        Kind::Rooms => disjoint(patterns.iter().copied(), 0),
        Kind::Instructors => {
            let instructor = &problem.instructors[one];
            let away = instructor.away.get(usize::from(day)).copied().filter(|_| rules.is_hard(Rule::Absence));
            let jp = disjoint(patterns.iter().copied(), away.unwrap_or(0));
            if rules.is_hard(Rule::InstructorDay) { jp.min(u64::from(instructor.day_cap)) } else { jp }
        }
    }
}

/// The most lessons of some patterns of which no two overlap: always the one that ends first.
fn disjoint<'p>(patterns: impl Iterator<Item = &'p Pattern>, away: Clock) -> u64 {
    let mut clocks: Vec<Clock> = patterns
        .flat_map(|pattern| pattern.lessons.iter().map(|lesson| lesson.clock))
        .filter(|clock| clock & away == 0)
        .collect();
    clocks.sort_unstable_by_key(|clock| clock.leading_zeros());
    clocks.reverse();
    let mut taken: Clock = 0;
    let mut count = 0;
    for clock in clocks {
        if clock & taken == 0 {
            taken |= clock;
            count += 1;
        }
    }
    count
}
