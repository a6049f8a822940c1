//! Judges a solution from the two texts alone: what is broken, what it costs.
//!
//! It shares nothing with the reader, the model or the counting of the search, so that a mistake there shows here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Broken hard rules are counted, soft ones weighed, as the formulation UD2 defines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Lectures missing, too many, or two of a course at once.
    pub lectures: u64,
    pub conflicts: u64,
    pub availability: u64,
    pub room_occupancy: u64,
    pub room_capacity: u64,
    pub min_working_days: u64,
    pub compactness: u64,
    pub room_stability: u64,
}

impl Verdict {
    pub fn hard(&self) -> u64 {
        self.lectures + self.conflicts + self.availability + self.room_occupancy
    }

    pub fn soft(&self) -> u64 {
        self.room_capacity + self.min_working_days + self.compactness + self.room_stability
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            to,
            "broken   {} (lectures {}, conflicts {}, availability {}, room occupancy {})",
            self.hard(),
            self.lectures,
            self.conflicts,
            self.availability,
            self.room_occupancy
        )?;
        write!(
            to,
            "cost     {} (room capacity {}, working days {}, compactness {}, room stability {})",
            self.soft(),
            self.room_capacity,
            self.min_working_days,
            self.compactness,
            self.room_stability
        )
    }
}

type Words = Vec<String>;

/// The words of the lines of an instance, by section; the head under "".
fn sections(text: &str) -> BTreeMap<String, Vec<Words>> {
    let mut all: BTreeMap<String, Vec<Words>> = BTreeMap::new();
    let mut section = String::new();
    for line in text.lines() {
        let words: Words = line.split_ascii_whitespace().map(str::to_owned).collect();
        match words.as_slice() {
            [] => (),
            [word] if word == "END." => break,
            [word] if word.ends_with(':') && word.to_uppercase() == *word => section = word.clone(),
            _ => all.entry(section.clone()).or_default().push(words),
        }
    }
    all
}

fn number(word: &str) -> Result<i64, String> {
    word.parse().map_err(|_| format!("`{word}` is no number"))
}

struct Rules {
    days: i64,
    per_day: i64,
    /// Teacher, lectures, working days, students.
    courses: BTreeMap<String, (String, i64, i64, i64)>,
    rooms: BTreeMap<String, i64>,
    curricula: Vec<BTreeSet<String>>,
    unavailable: BTreeSet<(String, i64, i64)>,
}

impl Rules {
    fn of(text: &str) -> Result<Self, String> {
        let all = sections(text);
        let lines = |name: &str| all.get(name).map(Vec::as_slice).unwrap_or_default();
        let head = |name: &str| {
            let line = lines("").iter().find(|line| line[0] == name);
            number(line.and_then(|line| line.get(1)).ok_or(format!("no {name}"))?)
        };
        let mut rules = Self {
            days: head("Days:")?,
            per_day: head("Periods_per_day:")?,
            courses: BTreeMap::new(),
            rooms: BTreeMap::new(),
            curricula: Vec::new(),
            unavailable: BTreeSet::new(),
        };
        for line in lines("COURSES:") {
            let [name, teacher, lectures, days, students, ..] = line.as_slice() else {
                return Err(format!("course {line:?}"));
            };
            let course = (teacher.clone(), number(lectures)?, number(days)?, number(students)?);
            rules.courses.insert(name.clone(), course);
        }
        for line in lines("ROOMS:") {
            rules.rooms.insert(line[0].clone(), number(line.get(1).ok_or("a room without seats")?)?);
        }
        for line in lines("CURRICULA:") {
            rules.curricula.push(line.iter().skip(2).cloned().collect());
        }
        for line in lines("UNAVAILABILITY_CONSTRAINTS:") {
            let [name, day, period, ..] = line.as_slice() else {
                return Err(format!("unavailability {line:?}"));
            };
            rules.unavailable.insert((name.clone(), number(day)?, number(period)?));
        }
        Ok(rules)
    }

    fn clash(&self, one: &str, other: &str) -> bool {
        self.courses[one].0 == self.courses[other].0
            || self.curricula.iter().any(|all| all.contains(one) && all.contains(other))
    }
}

/// Course, room, day, period.
type Row = (String, String, i64, i64);

fn rows(rules: &Rules, text: &str) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let [course, room, day, period] = line.split_ascii_whitespace().collect::<Vec<_>>()[..] else {
            return Err(format!("`{line}` is not: course room day period"));
        };
        let (day, period) = (number(day)?, number(period)?);
        let is_known = rules.courses.contains_key(course) && rules.rooms.contains_key(room);
        if !is_known || !(0..rules.days).contains(&day) || !(0..rules.per_day).contains(&period) {
            return Err(format!("`{line}` names what there is not"));
        }
        rows.push((course.to_owned(), room.to_owned(), day, period));
    }
    Ok(rows)
}

/// Judges `solution` against `instance`; an error when one of them cannot be read.
pub fn check(instance: &[u8], solution: &[u8]) -> Result<Verdict, String> {
    let rules = Rules::of(&latin(instance))?;
    let rows = rows(&rules, &latin(solution))?;
    let mut verdict = Verdict::default();
    hard(&rules, &rows, &mut verdict);
    for (course, room, _, _) in &rows {
        verdict.room_capacity += (rules.courses[course].3 - rules.rooms[room]).max(0) as u64;
    }
    for (name, (_, _, wanted, _)) in &rules.courses {
        let mine = || rows.iter().filter(|row| row.0 == *name);
        let days = mine().map(|row| row.2).collect::<BTreeSet<_>>().len() as i64;
        let rooms = mine().map(|row| &row.1).collect::<BTreeSet<_>>().len() as u64;
        verdict.min_working_days += 5 * (wanted - days).max(0) as u64;
        verdict.room_stability += rooms.saturating_sub(1);
    }
    for curriculum in &rules.curricula {
        let times: BTreeSet<(&str, i64, i64)> =
            rows.iter().filter(|row| curriculum.contains(&row.0)).map(|row| (row.0.as_str(), row.2, row.3)).collect();
        let busy = |day: i64, period: i64| times.iter().any(|(_, on, at)| (*on, *at) == (day, period));
        let alone = times.iter().filter(|(_, day, at)| !busy(*day, at - 1) && !busy(*day, at + 1));
        verdict.compactness += 2 * alone.count() as u64;
    }
    Ok(verdict)
}

/// Every byte a letter: the texts are in no stated encoding.
fn latin(text: &[u8]) -> String {
    text.iter().map(|byte| char::from(*byte)).collect()
}

fn hard(rules: &Rules, rows: &[Row], verdict: &mut Verdict) {
    let mut at: BTreeMap<(i64, i64), BTreeSet<&str>> = BTreeMap::new();
    let mut times: BTreeMap<(&str, i64, i64), u64> = BTreeMap::new();
    let mut rooms: BTreeMap<(&str, i64, i64), u64> = BTreeMap::new();
    for (course, room, day, period) in rows {
        at.entry((*day, *period)).or_default().insert(course);
        *times.entry((course, *day, *period)).or_default() += 1;
        *rooms.entry((room, *day, *period)).or_default() += 1;
    }
    for (name, course) in &rules.courses {
        let given = rows.iter().filter(|row| row.0 == *name).count() as u64;
        verdict.lectures += (course.1 as u64).abs_diff(given);
    }
    verdict.lectures += times.values().map(|count| count - 1).sum::<u64>();
    verdict.room_occupancy = rooms.values().map(|count| count - 1).sum();
    let barred =
        |(course, day, period): &&(&str, i64, i64)| rules.unavailable.contains(&((*course).to_owned(), *day, *period));
    verdict.availability = times.keys().filter(barred).count() as u64;
    for together in at.values() {
        for one in together {
            verdict.conflicts += together
                .range::<str, _>((std::ops::Bound::Excluded(*one), std::ops::Bound::Unbounded))
                .filter(|other| rules.clash(one, other))
                .count() as u64;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INSTANCE: &[u8] =
        b"Name: hand\nCourses: 3\nRooms: 2\nDays: 2\nPeriods_per_day: 3\nCurricula: 1\nConstraints: 1\n\
        COURSES:\nA t1 2 2 30\nB t2 2 1 50\nC t1 1 1 10\nROOMS:\nr 40\ns 60\nCURRICULA:\nq 2 A B\n\
        UNAVAILABILITY_CONSTRAINTS:\nC 0 0\nEND.\n";

    fn verdict(solution: &str) -> Verdict {
        check(INSTANCE, solution.as_bytes()).expect("readable")
    }

    #[test]
    fn a_good_solution_costs_what_was_worked_out_by_hand() {
        // ten students of B stand in r; B is in two rooms; the second A is alone in its day
        let good = verdict("A s 0 0\nA s 1 2\nB r 0 1\nB s 0 2\nC r 1 0\n");
        let wanted = Verdict { room_capacity: 10, room_stability: 1, compactness: 2, ..Verdict::default() };
        assert_eq!(good, wanted);
    }

    #[test]
    fn both_lectures_on_one_day_lack_a_day() {
        let close = verdict("A s 0 0\nA s 0 1\nB s 1 1\nB s 1 2\nC r 1 0\n");
        assert_eq!(close, Verdict { min_working_days: 5, ..Verdict::default() });
    }

    #[test]
    fn every_broken_hard_rule_is_counted() {
        // C where it is closed, with A of the same teacher; both As at once; one B missing; A and C in one room
        let bad = verdict("A r 0 0\nA s 0 0\nB s 0 2\nC r 0 0\n");
        assert_eq!((bad.lectures, bad.conflicts, bad.availability, bad.room_occupancy), (2, 1, 1, 1));
    }

    #[test]
    fn a_solution_that_names_what_there_is_not_is_refused() {
        for line in ["D r 0 0", "A x 0 0", "A r 2 0", "A r 0 3", "A r 0", "A r 0 -1"] {
            assert!(check(INSTANCE, line.as_bytes()).is_err(), "{line}");
        }
    }
}
