//! What no plan can mend: found before the search, said plainly.

use super::{
    problem::{Batch, Block, Course, Problem},
    rules::Rule,
};

/// The most lessons of a day.
const LESSONS_MOST: usize = 16;
/// The most days of a problem.
const DAYS_MOST: usize = 5_000;

/// A fault of the problem itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A number points beyond its list, or is one that no timetable has: the caller's mistake.
    Dangling,
    /// The class's last day is before its first, or outside the days there are.
    EmptyWindow {
        /// Which class.
        batch: usize,
    },
    /// The class has no training on any day of its window.
    NoLessons {
        /// Which class.
        batch: usize,
    },
    /// The class has nothing to learn.
    NoCourses {
        /// Which class.
        batch: usize,
    },
    /// Courses wait for one another in a circle.
    Circle {
        /// Which class.
        batch: usize,
        /// Its courses in the order of the circle.
        courses: Vec<usize>,
    },
}

/// The faults of a problem, each once.
pub fn faults(problem: &Problem) -> Vec<Fault> {
    if dangles(problem) {
        return vec![Fault::Dangling];
    }
    let mut faults = Vec::new();
    let jp = |batch: &Batch| batch.courses.iter().map(|course| u32::from(course.jp)).sum::<u32>();
    let nothing = problem.batches.iter().all(|batch| jp(batch) == 0);
    for (batch, one) in problem.batches.iter().enumerate() {
        // A class of which nothing is asked stands beside the others as it is.
        if jp(one) == 0 {
            if one.courses.is_empty() || nothing {
                faults.push(Fault::NoCourses { batch });
            }
            continue;
        }
        if one.first > one.last || usize::from(one.last) >= problem.days {
            faults.push(Fault::EmptyWindow { batch });
            continue;
        }
        let lessons = (one.first..=one.last).filter_map(|day| problem.pattern(batch, day));
        if lessons.map(|pattern| pattern.lessons.len()).sum::<usize>() == 0 {
            faults.push(Fault::NoLessons { batch });
        }
        let needs: Vec<&[usize]> = one.courses.iter().map(|course| &course.after[..]).collect();
        if let Some(courses) = circle(&needs).filter(|_| problem.rules.binds(Rule::Order, false)) {
            faults.push(Fault::Circle { batch, courses });
        }
    }
    faults
}

/// Whether any number points beyond its list.
fn dangles(problem: &Problem) -> bool {
    let batch = |one: &Batch| {
        let open = one.open.iter().flatten().any(|pattern| usize::from(*pattern) >= problem.patterns.len());
        let course = |course: &Course| {
            course.after.iter().any(|before| *before >= one.courses.len())
                || course.rooms.iter().any(|room| *room >= problem.rooms.len())
                || course.qualified.iter().any(|qualified| qualified.instructor >= problem.instructors.len())
                || course.supplies.iter().any(|(supply, _)| *supply >= problem.supplies.len())
        };
        open || one.courses.iter().any(course)
    };
    let block = |block: &Block| {
        let courses = problem.batches.get(block.batch).map(|batch| batch.courses.len());
        courses.is_none_or(|courses| block.course.is_some_and(|course| course >= courses))
            || usize::from(block.day) >= problem.days
            || block.length == 0
            || block.slot.max(block.length) > LESSONS_MOST as u8
            || block.people.iter().flatten().any(|who| *who >= problem.instructors.len())
            || block.room.is_some_and(|room| room >= problem.rooms.len())
    };
    let patterns = problem.patterns.iter().any(|pattern| pattern.lessons.len() > LESSONS_MOST);
    let days = problem.days > DAYS_MOST || problem.weekday > 6;
    days || patterns || problem.batches.iter().any(batch) || problem.standing.iter().any(block)
}

/// A circle among what waits for what.
fn circle(needs: &[&[usize]]) -> Option<Vec<usize>> {
    // 0 not seen, 1 on the way, 2 done.
    let mut seen = vec![0u8; needs.len()];
    for start in 0..needs.len() {
        let mut way: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((at, next)) = way.last_mut() {
            if *next == 0 && seen[*at] == 2 {
                way.pop();
                continue;
            }
            seen[*at] = 1;
            let Some(need) = needs[*at].get(*next).copied() else {
                seen[*at] = 2;
                way.pop();
                continue;
            };
            *next += 1;
            match seen[need] {
                1 => {
                    let from = way.iter().position(|(on, _)| *on == need).unwrap_or(0);
                    return Some(way[from..].iter().map(|(on, _)| *on).collect());
                }
                0 => way.push((need, 0)),
                _ => {}
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::circle;

    #[test]
    fn a_circle_is_told_by_its_members_and_a_long_chain_is_none() {
        assert_eq!(circle(&[&[1], &[2], &[0]]), Some(vec![0, 1, 2]));
        assert_eq!(circle(&[&[], &[1]]), Some(vec![1]));
        assert_eq!(circle(&[&[1, 2], &[2], &[]]), None);
        let chain: Vec<Vec<usize>> = (0..10_000).map(|at| if at > 0 { vec![at - 1] } else { vec![] }).collect();
        let chain: Vec<&[usize]> = chain.iter().map(Vec::as_slice).collect();
        assert_eq!(circle(&chain), None);
    }
}
