//! The instance as the search wants it: numbers in flat tables.

use super::instance::Instance;
use std::collections::HashMap;

/// What cannot be looked up in time must be looked up in a table.
pub struct Model {
    pub days: usize,
    pub per_day: usize,
    pub periods: usize,
    pub rooms: usize,
    pub courses: usize,
    /// Day and place in the day of a period.
    pub day_of: Vec<u8>,
    pub hour_of: Vec<u8>,
    /// Course of a lecture; the lectures of a course stand together.
    pub course_of: Vec<u16>,
    pub first_lecture: Vec<u16>,
    pub min_days: Vec<u16>,
    /// `course * periods + period`.
    pub available: Vec<bool>,
    /// The periods at which a course is available.
    pub open: Vec<Vec<u16>>,
    /// Students without a seat: `course * rooms + room`.
    pub standing: Vec<i32>,
    /// The curricula of a course; identical curricula are one with a weight.
    pub curricula: Vec<Vec<u16>>,
    pub curriculum_weight: Vec<i32>,
    /// The other courses that may not be taught at the same time.
    pub rivals: Vec<Vec<u16>>,
    /// The same as bits, the course itself included: `course * words + word`.
    rival_bits: Vec<u64>,
    words: usize,
    /// Curricula of a course as bits.
    curriculum_bits: Vec<u64>,
    curriculum_words: usize,
}

impl Model {
    pub fn new(instance: &Instance) -> Self {
        let (courses, rooms, periods) = (instance.courses.len(), instance.rooms.len(), instance.periods());
        let (groups, curriculum_weight) = groups(instance);
        let mut curricula = vec![Vec::new(); courses];
        for (number, group) in groups.iter().enumerate() {
            for course in group {
                curricula[*course].push(number as u16);
            }
        }
        let (words, curriculum_words) = (courses.div_ceil(64), groups.len().div_ceil(64));
        let mut model = Self {
            days: instance.days,
            per_day: instance.periods_per_day,
            periods,
            rooms,
            courses,
            day_of: (0..periods).map(|period| (period / instance.periods_per_day) as u8).collect(),
            hour_of: (0..periods).map(|period| (period % instance.periods_per_day) as u8).collect(),
            course_of: Vec::new(),
            first_lecture: Vec::new(),
            min_days: instance.courses.iter().map(|course| course.min_days.min(usize::from(u16::MAX)) as u16).collect(),
            available: vec![true; courses * periods],
            open: Vec::new(),
            standing: Vec::with_capacity(courses * rooms),
            curricula,
            curriculum_weight,
            rivals: vec![Vec::new(); courses],
            rival_bits: vec![0; courses * words],
            words,
            curriculum_bits: vec![0; courses * curriculum_words],
            curriculum_words,
        };
        for (number, course) in instance.courses.iter().enumerate() {
            model.first_lecture.push(model.course_of.len() as u16);
            model.course_of.extend(std::iter::repeat_n(number as u16, course.lectures));
            let standing = |seats: usize| course.students.saturating_sub(seats) as i32;
            model.standing.extend(instance.rooms.iter().map(|room| standing(room.seats)));
        }
        model.first_lecture.push(model.course_of.len() as u16);
        for (course, day, period) in &instance.unavailable {
            model.available[course * periods + day * instance.periods_per_day + period] = false;
        }
        let is_open = |course: usize, at: u16| model.available[course * periods + usize::from(at)];
        let open = |course: usize| (0..periods as u16).filter(|at| is_open(course, *at)).collect();
        model.open = (0..courses).map(open).collect();
        model.note_rivals(instance, &groups);
        model
    }

    fn note_rivals(&mut self, instance: &Instance, groups: &[Vec<usize>]) {
        let mut taught: HashMap<&[u8], Vec<usize>> = HashMap::new();
        for (number, course) in instance.courses.iter().enumerate() {
            taught.entry(&course.teacher).or_default().push(number);
            self.rival_bits[number * self.words + number / 64] |= 1 << (number % 64);
        }
        for together in groups.iter().chain(taught.values()) {
            let mut bits = vec![0_u64; self.words];
            together.iter().for_each(|course| bits[course / 64] |= 1 << (course % 64));
            for one in together {
                let row = &mut self.rival_bits[one * self.words..][..self.words];
                row.iter_mut().zip(&bits).for_each(|(kept, more)| *kept |= more);
            }
        }
        for one in 0..self.courses {
            for curriculum in &self.curricula[one] {
                let bit = usize::from(*curriculum);
                self.curriculum_bits[one * self.curriculum_words + bit / 64] |= 1 << (bit % 64);
            }
            let rivals = (0..self.courses).filter(|other| *other != one && self.are_rivals(one, *other));
            self.rivals[one] = rivals.map(|other| other as u16).collect();
        }
    }

    pub fn lectures(&self) -> usize {
        self.course_of.len()
    }

    /// May the two courses not be taught at the same time? True for a course and itself.
    #[inline]
    pub fn are_rivals(&self, one: usize, other: usize) -> bool {
        self.rival_bits[one * self.words + other / 64] >> (other % 64) & 1 != 0
    }

    #[inline]
    pub fn is_in(&self, course: usize, curriculum: u16) -> bool {
        let bit = usize::from(curriculum);
        self.curriculum_bits[course * self.curriculum_words + bit / 64] >> (bit % 64) & 1 != 0
    }
}

/// The different sets of courses among the curricula, in order of appearance, and how often each stands.
fn groups(instance: &Instance) -> (Vec<Vec<usize>>, Vec<i32>) {
    let mut number: HashMap<&[usize], usize> = HashMap::new();
    let (mut groups, mut weights) = (Vec::new(), Vec::new());
    for curriculum in &instance.curricula {
        let next = groups.len();
        let place = *number.entry(&curriculum.courses).or_insert(next);
        if place == next {
            groups.push(curriculum.courses.clone());
            weights.push(0);
        }
        weights[place] += 1;
    }
    (groups, weights)
}
