//! Reads the `.ctt` format of ITC-2007 and its extension `.ectt`.
//!
//! Blank lines, blanks and line ends do not matter. What the extension adds to a line (double lectures, buildings) and
//! its room constraints are no part of the formulation solved here and are passed over.

use super::instance::{Course, Curriculum, Instance, Name, Room};
use std::collections::HashMap;
use std::fmt;

/// Why a file is no instance, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Counted from 1; 0 when it is about the file as a whole.
    pub line: usize,
    pub reason: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 { write!(to, "{}", self.reason) } else { write!(to, "line {}: {}", self.line, self.reason) }
    }
}

impl std::error::Error for Unreadable {}

/// The largest counts taken: some ten times the largest public instance, and small enough for any PC.
const LIMITS: [(&str, usize); 6] = [
    ("courses", 5_000),
    ("rooms", 1_000),
    ("days", 200),
    ("periods_per_day", 32),
    ("curricula", 20_000),
    ("constraints", 1_000_000),
];
const LARGEST_PERIODS: usize = 2_000;
const LARGEST_LECTURES: usize = 20_000;
const LARGEST_SLOTS: usize = 60_000;
const LARGEST_NUMBER: usize = 1_000_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Head,
    Courses,
    Rooms,
    Curricula,
    Unavailable,
    RoomConstraints,
}

fn section(word: &[u8]) -> Option<Section> {
    Some(match word {
        b"COURSES:" => Section::Courses,
        b"ROOMS:" => Section::Rooms,
        b"CURRICULA:" => Section::Curricula,
        b"UNAVAILABILITY_CONSTRAINTS:" => Section::Unavailable,
        b"ROOM_CONSTRAINTS:" => Section::RoomConstraints,
        _ => return None,
    })
}

/// One line: its number and its words.
struct Line<'a> {
    number: usize,
    words: Vec<&'a [u8]>,
}

impl<'a> Line<'a> {
    fn refuse<T>(&self, reason: impl Into<String>) -> Result<T, Unreadable> {
        Err(Unreadable { line: self.number, reason: reason.into() })
    }

    fn word(&self, place: usize, what: &str) -> Result<&'a [u8], Unreadable> {
        self.words.get(place).copied().map_or_else(|| self.refuse(format!("{what} is missing")), Ok)
    }

    fn number(&self, place: usize, what: &str) -> Result<usize, Unreadable> {
        let word = self.word(place, what)?;
        let number = std::str::from_utf8(word).ok().and_then(|word| word.parse::<usize>().ok());
        match number {
            Some(number) if number <= LARGEST_NUMBER => Ok(number),
            Some(_) => self.refuse(format!("{what} is larger than {LARGEST_NUMBER}")),
            None => self.refuse(format!("{what} should be a whole number, not `{}`", lossy(word))),
        }
    }
}

fn lossy(word: &[u8]) -> String {
    String::from_utf8_lossy(word).chars().take(40).collect()
}

fn refuse<T>(reason: String) -> Result<T, Unreadable> {
    Err(Unreadable { line: 0, reason })
}

/// Reads an instance.
pub fn read(text: &[u8]) -> Result<Instance, Unreadable> {
    let mut reader = Reader::default();
    let mut part = Section::Head;
    for (place, raw) in text.split(|byte| *byte == b'\n').enumerate() {
        let words: Vec<&[u8]> = raw.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).collect();
        let line = Line { number: place + 1, words };
        match line.words.first() {
            None => (),
            Some(&b"END.") => break,
            Some(word) => match section(word) {
                Some(next) => part = next,
                None => reader.take(part, &line)?,
            },
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    name: Name,
    head: HashMap<String, usize>,
    courses: Vec<Course>,
    course_names: HashMap<Name, usize>,
    rooms: Vec<Room>,
    room_names: HashMap<Name, usize>,
    /// With their lines: courses are looked up when all are known.
    curricula: Vec<(usize, Name, Vec<Name>)>,
    unavailable: Vec<(usize, Name, usize, usize)>,
}

impl Reader {
    fn take(&mut self, part: Section, line: &Line<'_>) -> Result<(), Unreadable> {
        match part {
            Section::Head => self.head(line),
            Section::Courses => self.course(line),
            Section::Rooms => self.room(line),
            Section::Curricula => self.curriculum(line),
            Section::Unavailable => {
                let name = line.word(0, "the course")?.to_vec();
                self.unavailable.push((line.number, name, line.number(1, "the day")?, line.number(2, "the period")?));
                Ok(())
            }
            Section::RoomConstraints => Ok(()),
        }
    }

    fn head(&mut self, line: &Line<'_>) -> Result<(), Unreadable> {
        let key = lossy(line.words[0]).trim_end_matches(':').to_lowercase();
        if key == "name" {
            self.name = line.words.get(1).map(|word| word.to_vec()).unwrap_or_default();
            return Ok(());
        }
        let Some((_, limit)) = LIMITS.iter().find(|(known, _)| *known == key) else {
            return Ok(());
        };
        let number = line.number(1, &key)?;
        if number > *limit {
            return line.refuse(format!("{key}: {number} is more than the {limit} that are taken"));
        }
        self.head.insert(key, number);
        Ok(())
    }

    fn course(&mut self, line: &Line<'_>) -> Result<(), Unreadable> {
        let course = Course {
            name: line.word(0, "the course")?.to_vec(),
            teacher: line.word(1, "the teacher")?.to_vec(),
            lectures: line.number(2, "the number of lectures")?,
            min_days: line.number(3, "the number of days")?,
            students: line.number(4, "the number of students")?,
        };
        if self.course_names.insert(course.name.clone(), self.courses.len()).is_some() {
            return line.refuse(format!("course `{}` stands twice", lossy(&course.name)));
        }
        self.courses.push(course);
        Ok(())
    }

    fn room(&mut self, line: &Line<'_>) -> Result<(), Unreadable> {
        let room = Room { name: line.word(0, "the room")?.to_vec(), seats: line.number(1, "the number of seats")? };
        if self.room_names.insert(room.name.clone(), self.rooms.len()).is_some() {
            return line.refuse(format!("room `{}` stands twice", lossy(&room.name)));
        }
        self.rooms.push(room);
        Ok(())
    }

    fn curriculum(&mut self, line: &Line<'_>) -> Result<(), Unreadable> {
        let name = line.word(0, "the curriculum")?.to_vec();
        let count = line.number(1, "the number of courses")?;
        let courses: Vec<Name> = line.words[2..].iter().map(|word| word.to_vec()).collect();
        if courses.len() != count {
            return line.refuse(format!("{count} courses are announced and {} listed", courses.len()));
        }
        self.curricula.push((line.number, name, courses));
        Ok(())
    }

    fn finish(self) -> Result<Instance, Unreadable> {
        let head = |key: &str| match self.head.get(key) {
            Some(number) => Ok(*number),
            None => refuse(format!("the head has no `{key}`")),
        };
        let (days, periods_per_day) = (head("days")?, head("periods_per_day")?);
        let found = [("courses", self.courses.len()), ("rooms", self.rooms.len()), ("curricula", self.curricula.len())];
        for (key, found) in found {
            let told = head(key)?;
            if told != found {
                return refuse(format!("the head announces {told} {key}, and there are {found}"));
            }
        }
        let instance = Instance {
            name: self.name.clone(),
            days,
            periods_per_day,
            curricula: self.known_curricula()?,
            unavailable: self.known_unavailable(days, periods_per_day)?,
            courses: self.courses,
            rooms: self.rooms,
        };
        let periods = instance.periods();
        let sizes = [
            ("periods", periods, LARGEST_PERIODS),
            ("lectures", instance.lectures(), LARGEST_LECTURES),
            ("periods of rooms", periods * instance.rooms.len(), LARGEST_SLOTS),
        ];
        for (what, number, limit) in sizes {
            if number > limit {
                return refuse(format!("{number} {what} are more than the {limit} that are taken"));
            }
        }
        Ok(instance)
    }

    fn known(&self, line: usize, name: &Name) -> Result<usize, Unreadable> {
        let unknown = || Unreadable { line, reason: format!("no course is called `{}`", lossy(name)) };
        self.course_names.get(name).copied().ok_or_else(unknown)
    }

    fn known_curricula(&self) -> Result<Vec<Curriculum>, Unreadable> {
        let known = |(line, name, courses): &(usize, Name, Vec<Name>)| {
            let mut courses = courses.iter().map(|name| self.known(*line, name)).collect::<Result<Vec<_>, _>>()?;
            courses.sort_unstable();
            courses.dedup();
            Ok(Curriculum { name: name.clone(), courses })
        };
        self.curricula.iter().map(known).collect()
    }

    fn known_unavailable(&self, days: usize, periods: usize) -> Result<Vec<(usize, usize, usize)>, Unreadable> {
        let known = |(line, name, day, period): &(usize, Name, usize, usize)| {
            if *day >= days || *period >= periods {
                let reason = format!("there is no day {day}, period {period} (both are counted from 0)");
                return Err(Unreadable { line: *line, reason });
            }
            Ok((self.known(*line, name)?, *day, *period))
        };
        self.unavailable.iter().map(known).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ctt::made::made;
    use proptest::prelude::*;

    const SMALL: &str = "Name: small\nCourses: 2\nRooms: 1\nDays: 5\nPeriods_per_day: 4\nCurricula: 1\nConstraints: 1\n\n\
        COURSES:\nA t 3 2 30\nB t 1 1 12\n\nROOMS:\nr1 40\n\nCURRICULA:\nq1 2 A B\n\n\
        UNAVAILABILITY_CONSTRAINTS:\nA 4 3\n\nEND.\n";

    fn refused(text: &str) -> (usize, String) {
        let unreadable = read(text.as_bytes()).expect_err("unreadable");
        (unreadable.line, unreadable.reason)
    }

    #[test]
    fn a_file_is_read_whatever_its_blanks_and_line_ends() {
        let small = read(SMALL.as_bytes()).expect("readable");
        assert_eq!((small.days, small.periods_per_day, small.lectures()), (5, 4, 4));
        assert_eq!(small.courses[0].name, b"A");
        assert_eq!(small.curricula[0].courses, [0, 1]);
        assert_eq!(small.unavailable, [(0, 4, 3)]);
        let spread = SMALL.replace('\n', " \r\n\r\n").replace(' ', "\t ");
        assert_eq!(read(spread.as_bytes()), Ok(small));
    }

    #[test]
    fn the_extended_format_is_read_as_the_same_instance() {
        let extended = SMALL
            .replace("Constraints: 1", "Min_Max_Daily_Lectures: 2 4\nUnavailabilityConstraints: 1\nRoomConstraints: 1")
            .replace("3 2 30", "3 2 30 1")
            .replace("r1 40", "r1 40 0")
            .replace("END.", "ROOM_CONSTRAINTS:\nA r1\n\nEND.");
        assert_eq!(read(extended.as_bytes()), read(SMALL.as_bytes()));
    }

    #[test]
    fn a_mistake_is_named_with_its_line() {
        let line = |text: &str, number: usize| assert_eq!(refused(text).0, number, "{:?}", refused(text));
        line(&SMALL.replace("A t 3 2 30", "A t three 2 30"), 10);
        line(&SMALL.replace("B t 1 1 12", "B t 1 1"), 11);
        line(&SMALL.replace("B t 1 1 12", "A t 1 1 12"), 11);
        line(&SMALL.replace("q1 2 A B", "q1 2 A C"), 17);
        line(&SMALL.replace("q1 2 A B", "q1 3 A B"), 17);
        line(&SMALL.replace("A 4 3", "A 5 3"), 20);
        line(&SMALL.replace("Days: 5", "Days: 4000000000"), 4);
        line(&SMALL.replace("Days: 5", "Days: -1"), 4);
        line(&SMALL.replace("Courses: 2", "Courses: 3"), 0);
        line(&SMALL.replace("Days: 5\n", ""), 0);
    }

    #[test]
    fn an_instance_too_large_for_any_pc_is_refused() {
        assert!(refused(&SMALL.replace("A t 3", "A t 900000")).1.contains("lectures"));
        let long = SMALL.replace("Days: 5", "Days: 150").replace("Periods_per_day: 4", "Periods_per_day: 32");
        assert!(refused(&long).1.contains("periods"));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(text in proptest::collection::vec(any::<u8>(), 0..600)) {
            let _ = read(&text);
        }

        #[test]
        fn no_damage_to_a_good_file_makes_reader_or_model_panic(
            seed in 0_u64..50,
            at in any::<prop::sample::Index>(),
            length in 0_usize..30,
            instead in "[A-Z0-9_: \n.-]{0,20}",
        ) {
            let mut text = made(seed);
            let from = at.index(text.len());
            let to = (from + length).min(text.len());
            text.splice(from..to, instead.bytes());
            if let Ok(instance) = read(&text) {
                let _ = crate::ctt::proof::impossible(&instance);
                let _ = crate::ctt::model::Model::new(&instance);
            }
        }
    }
}
