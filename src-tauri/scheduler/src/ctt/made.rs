//! Instances for tests, made around a hidden timetable: it keeps every hard rule, so the instance has a solution.

use crate::random::Dice;
use std::collections::BTreeSet;
use std::fmt::Write;

struct Hidden {
    /// The periods at which the course is taught in the hidden timetable.
    times: BTreeSet<usize>,
    teacher: usize,
}

/// The text of an instance; the same for a seed.
pub fn made(seed: u64) -> Vec<u8> {
    filled(seed, 9)
}

/// The same with so many tenths of the rooms in use.
pub fn filled(seed: u64, tenths: usize) -> Vec<u8> {
    let mut dice = Dice::new(seed ^ 0x5eed);
    let shape = (4 + dice.below(3), 4 + dice.below(4), 3 + dice.below(5));
    text(dice, shape, tenths, (1, 8))
}

/// A larger one with every room in use at every hour and many curricula of many courses.
pub fn crowded(seed: u64) -> Vec<u8> {
    text(Dice::new(seed ^ 0x5eed), (5, 8, 10), 10, (2, 20))
}

/// Days, periods a day, rooms; tenths of the rooms in use; curricula for two courses, and courses tried for each.
fn text(mut dice: Dice, shape: (usize, usize, usize), tenths: usize, density: (usize, usize)) -> Vec<u8> {
    let (days, per_day, rooms) = shape;
    let periods = days * per_day;
    let courses = hidden(&mut dice, periods, periods * rooms * tenths / 10, rooms);
    let groups = groups(&mut dice, &courses, density);
    let closed = closed(&mut dice, &courses, periods);
    let mut text = format!(
        "Name: made\nCourses: {}\nRooms: {rooms}\nDays: {days}\nPeriods_per_day: {per_day}\nCurricula: {}\n\
         Constraints: {}\n\nCOURSES:\n",
        courses.len(),
        groups.len(),
        closed.len()
    );
    for (number, course) in courses.iter().enumerate() {
        let lectures = course.times.len();
        let (spread, students) = (1 + dice.below(lectures), 10 + dice.below(60));
        let _ = writeln!(text, "c{number:03} t{:03} {lectures} {spread} {students}", course.teacher);
    }
    text.push_str("\nROOMS:\n");
    for room in 0..rooms {
        let _ = writeln!(text, "r{room}\t{}", 20 + dice.below(60));
    }
    text.push_str("\nCURRICULA:\n");
    for (number, group) in groups.iter().enumerate() {
        let names: Vec<String> = group.iter().map(|course| format!("c{course:03}")).collect();
        let _ = writeln!(text, "q{number:03} {} {}", names.len(), names.join(" "));
    }
    text.push_str("\nUNAVAILABILITY_CONSTRAINTS:\n");
    for (course, period) in closed {
        let _ = writeln!(text, "c{course:03} {} {}", period / per_day, period % per_day);
    }
    text.push_str("\nEND.\n");
    text.into_bytes()
}

/// Courses of so many lectures together.
fn hidden(dice: &mut Dice, periods: usize, mut left: usize, rooms: usize) -> Vec<Hidden> {
    let mut free = vec![rooms; periods];
    let mut courses: Vec<Hidden> = Vec::new();
    while left > 0 {
        let open: Vec<usize> = (0..periods).filter(|period| free[*period] > 0).collect();
        let lectures = (1 + dice.below(5)).min(left).min(open.len());
        let mut times = BTreeSet::new();
        while times.len() < lectures {
            times.extend(dice.pick(&open));
        }
        times.iter().for_each(|period| free[*period] -= 1);
        left -= lectures;
        let teacher = courses.iter().rev().take(3).find(|other| other.times.is_disjoint(&times));
        let teacher = teacher.filter(|_| dice.once_in(3)).map_or(courses.len(), |other| other.teacher);
        let is_busy = courses.iter().any(|other| other.teacher == teacher && !other.times.is_disjoint(&times));
        courses.push(Hidden { teacher: if is_busy { courses.len() } else { teacher }, times });
    }
    courses
}

fn groups(dice: &mut Dice, courses: &[Hidden], (for_two, tries): (usize, usize)) -> Vec<BTreeSet<usize>> {
    let mut groups = Vec::new();
    for _ in 0..courses.len() * for_two / 2 {
        let mut group = BTreeSet::new();
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        for _ in 0..tries {
            let course = dice.below(courses.len());
            if courses[course].times.is_disjoint(&taken) {
                taken.extend(&courses[course].times);
                group.insert(course);
            }
        }
        groups.push(group);
    }
    groups
}

/// Courses are closed only where the hidden timetable does not teach them.
fn closed(dice: &mut Dice, courses: &[Hidden], periods: usize) -> BTreeSet<(usize, usize)> {
    let thrown = (0..courses.len() * 3).map(|_| (dice.below(courses.len()), dice.below(periods)));
    thrown.filter(|(course, period)| !courses[*course].times.contains(period)).collect()
}
