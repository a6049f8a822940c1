//! An instance of curriculum-based course timetabling, as its file states it.

/// Identifiers are bytes: old files are in no stated encoding, and a solution must repeat them exactly.
pub type Name = Vec<u8>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    pub name: Name,
    pub days: usize,
    pub periods_per_day: usize,
    pub courses: Vec<Course>,
    pub rooms: Vec<Room>,
    pub curricula: Vec<Curriculum>,
    /// Course, day, period: not there and then.
    pub unavailable: Vec<(usize, usize, usize)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    pub name: Name,
    pub teacher: Name,
    pub lectures: usize,
    /// Over how many days the lectures should be spread at least.
    pub min_days: usize,
    pub students: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub name: Name,
    pub seats: usize,
}

/// A group of courses that the same students attend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curriculum {
    pub name: Name,
    pub courses: Vec<usize>,
}

impl Instance {
    pub fn periods(&self) -> usize {
        self.days * self.periods_per_day
    }

    pub fn lectures(&self) -> usize {
        self.courses.iter().map(|course| course.lectures).sum()
    }
}
