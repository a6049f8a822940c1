//! Proofs that no timetable exists, from counting alone.
//!
//! They are sufficient, not necessary: without one, an instance may still have no timetable.

use super::instance::Instance;
use std::collections::{BTreeMap, HashSet, VecDeque};
use std::fmt;

/// Why there is no timetable, whatever is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// More lectures than periods of rooms.
    Rooms { lectures: usize, slots: usize },
    /// Lectures that must all be at different times, and the times that can be filled with them.
    Together { who: String, lectures: usize, at_most: usize },
}

impl fmt::Display for Impossible {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rooms { lectures, slots } => {
                write!(to, "{lectures} lectures, but all rooms in all periods hold {slots}")
            }
            Self::Together { who, lectures, at_most } => {
                write!(to, "{who}: {lectures} lectures at different times, but the open periods hold {at_most}")
            }
        }
    }
}

/// All proofs found; none means that nothing is proved.
pub fn impossible(instance: &Instance) -> Vec<Impossible> {
    let mut found = Vec::new();
    let (lectures, slots) = (instance.lectures(), instance.periods() * instance.rooms.len());
    if lectures > slots {
        found.push(Impossible::Rooms { lectures, slots });
    }
    let open = Open::new(instance);
    let mut teachers: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (number, course) in instance.courses.iter().enumerate() {
        teachers.entry(&course.teacher).or_default().push(number);
    }
    let lossy = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    let courses =
        (0..instance.courses.len()).map(|course| ("course", lossy(&instance.courses[course].name), vec![course]));
    let teachers = teachers.into_iter().map(|(name, courses)| ("teacher", lossy(name), courses));
    let curricula = instance.curricula.iter().map(|all| ("curriculum", lossy(&all.name), all.courses.clone()));
    for (kind, name, courses) in courses.chain(teachers).chain(curricula) {
        let lectures = courses.iter().map(|course| instance.courses[*course].lectures).sum();
        let at_most = open.hold(instance, &courses, lectures);
        if at_most < lectures {
            found.push(Impossible::Together { who: format!("{kind} {name}"), lectures, at_most });
        }
    }
    found
}

/// The periods at which each course may be taught.
struct Open(Vec<Vec<usize>>);

impl Open {
    fn new(instance: &Instance) -> Self {
        let closed: HashSet<(usize, usize)> = instance
            .unavailable
            .iter()
            .map(|(course, day, period)| (*course, day * instance.periods_per_day + period))
            .collect();
        let periods = |course: usize| (0..instance.periods()).filter(|at| !closed.contains(&(course, *at))).collect();
        Self((0..instance.courses.len()).map(periods).collect())
    }

    /// How many of the lectures of `courses` fit into different periods: a largest matching.
    fn hold(&self, instance: &Instance, courses: &[usize], lectures: usize) -> usize {
        // nobody can be squeezed out where everyone has room for all
        if courses.iter().all(|course| self.0[*course].len() >= lectures) {
            return lectures;
        }
        let mut matching = Matching { open: self, taken: vec![None; instance.periods()], seen: Vec::new() };
        let wanted = courses.iter().flat_map(|course| std::iter::repeat_n(*course, instance.courses[*course].lectures));
        // a course that found no period once finds none later
        let mut full = None;
        let mut held = 0;
        for course in wanted {
            if full == Some(course) {
                continue;
            }
            matching.seen = vec![false; instance.periods()];
            if matching.find(course) {
                held += 1;
            } else {
                full = Some(course);
            }
        }
        held
    }
}

struct Matching<'a> {
    open: &'a Open,
    /// The course in a period.
    taken: Vec<Option<usize>>,
    seen: Vec<bool>,
}

impl Matching<'_> {
    /// Finds a period for one lecture more of `course`, others giving way where they can: the nearest way first.
    fn find(&mut self, course: usize) -> bool {
        // a period, who would take it, and which way its taker had to leave
        let mut ways: Vec<(usize, usize, Option<usize>)> = Vec::new();
        let mut queue = VecDeque::from([(course, None)]);
        while let Some((taker, left)) = queue.pop_front() {
            for period in &self.open.0[taker] {
                if std::mem::replace(&mut self.seen[*period], true) {
                    continue;
                }
                ways.push((*period, taker, left));
                let way = ways.len() - 1;
                if let Some(other) = self.taken[*period] {
                    queue.push_back((other, Some(way)));
                    continue;
                }
                let mut next = Some(way);
                while let Some((period, taker, left)) = next.map(|way| ways[way]) {
                    self.taken[period] = Some(taker);
                    next = left;
                }
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ctt::instance::{Course, Curriculum, Room};

    fn course(name: &str, teacher: &str, lectures: usize) -> Course {
        let (name, teacher) = (name.as_bytes().to_vec(), teacher.as_bytes().to_vec());
        Course { name, teacher, lectures, min_days: 1, students: 1 }
    }

    fn instance() -> Instance {
        Instance {
            name: Vec::new(),
            days: 1,
            periods_per_day: 3,
            courses: vec![course("A", "t", 1), course("B", "t", 1), course("C", "u", 1)],
            rooms: vec![Room { name: b"r".to_vec(), seats: 1 }, Room { name: b"s".to_vec(), seats: 1 }],
            curricula: vec![Curriculum { name: b"q".to_vec(), courses: vec![0, 2] }],
            unavailable: Vec::new(),
        }
    }

    #[test]
    fn nothing_is_proved_where_all_fits() {
        assert_eq!(impossible(&instance()), []);
    }

    #[test]
    fn two_courses_of_a_teacher_that_are_open_at_the_same_period_only_are_named() {
        let mut squeezed = instance();
        squeezed.unavailable = vec![(0, 0, 0), (0, 0, 1), (1, 0, 0), (1, 0, 1)];
        let together = Impossible::Together { who: "teacher t".into(), lectures: 2, at_most: 1 };
        assert_eq!(impossible(&squeezed), [together]);
    }

    #[test]
    fn who_can_give_way_does() {
        // A may stand at 0 or 1, C at 0 only: A must leave 0
        let mut tight = instance();
        tight.unavailable = vec![(0, 0, 2), (2, 0, 1), (2, 0, 2)];
        assert_eq!(impossible(&tight), []);
    }

    #[test]
    fn too_few_rooms_are_counted() {
        let mut crowded = instance();
        crowded.rooms.pop();
        crowded.courses[2].lectures = 2;
        let rooms = Impossible::Rooms { lectures: 4, slots: 3 };
        assert_eq!(impossible(&crowded), [rooms]);
    }
}
