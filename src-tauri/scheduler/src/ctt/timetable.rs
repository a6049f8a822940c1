//! A timetable under construction: who is where, and what is counted about it so that a difference is cheap.
//!
//! Never in conflict: a lecture stands in a slot of its own, at a time that its course has and that no rival has. It may
//! stand nowhere yet.

use super::model::Model;

/// No lecture here; this lecture nowhere.
pub const NONE: u16 = u16::MAX;

/// What a missing day of a course costs; what a lecture of a curriculum alone in its half of the day costs.
const MISSING_DAY: i32 = 5;
const ALONE: i32 = 2;

/// Set in `blocked` where the course itself is not available.
const UNAVAILABLE: u16 = 1 << 15;

/// How many lonely lectures a curriculum gains when a lecture joins a day, by the five periods around it (itself in the
/// middle, which is not looked at).
const JOINS: [i8; 32] = joins();

const fn joins() -> [i8; 32] {
    let mut table = [0; 32];
    let mut around = 0;
    while around < 32 {
        let (before, after) = (around >> 1 & 1, around >> 3 & 1);
        let (two_before, two_after) = (around & 1, around >> 4 & 1);
        let mut gain = 0;
        if before == 0 && after == 0 {
            gain += 1;
        }
        if before == 1 && two_before == 0 {
            gain -= 1;
        }
        if after == 1 && two_after == 0 {
            gain -= 1;
        }
        table[around] = gain;
        around += 1;
    }
    table
}

#[inline]
fn joins_at(day: u32, hour: u8) -> i32 {
    i32::from(JOINS[((u64::from(day) << 2 >> hour) & 31) as usize])
}

pub struct Timetable<'a> {
    pub model: &'a Model,
    /// Slot (`period * rooms + room`) of a lecture.
    pub at: Vec<u16>,
    /// Lecture in a slot.
    pub grid: Vec<u16>,
    /// How many rivals stand at a period: `course * periods + period`. The course's own lectures count too.
    blocked: Vec<u16>,
    /// Periods of a day with a lecture of a curriculum, as bits: `curriculum * days + day`.
    taught: Vec<u32>,
    /// Lectures of a course on a day and in a room, and how many days it has.
    on_day: Vec<u16>,
    in_room: Vec<u16>,
    days_used: Vec<u16>,
}

impl<'a> Timetable<'a> {
    pub fn new(model: &'a Model) -> Self {
        let blocked = model.available.iter().map(|available| if *available { 0 } else { UNAVAILABLE }).collect();
        Self {
            at: vec![NONE; model.lectures()],
            grid: vec![NONE; model.periods * model.rooms],
            blocked,
            taught: vec![0; model.curriculum_weight.len() * model.days],
            on_day: vec![0; model.courses * model.days],
            in_room: vec![0; model.courses * model.rooms],
            days_used: vec![0; model.courses],
            model,
        }
    }

    #[inline]
    pub fn course(&self, lecture: u16) -> usize {
        usize::from(self.model.course_of[usize::from(lecture)])
    }

    #[inline]
    pub fn period_of(&self, slot: u16) -> usize {
        usize::from(slot) / self.model.rooms
    }

    /// How many rivals stand in the way of a course at a period; none when the course is not available then.
    #[inline]
    pub fn rivals_at(&self, course: usize, period: usize) -> Option<u16> {
        let blocked = self.blocked[course * self.model.periods + period];
        (blocked < UNAVAILABLE).then_some(blocked)
    }

    #[inline]
    pub fn is_free(&self, course: usize, period: usize) -> bool {
        self.blocked[course * self.model.periods + period] == 0
    }

    /// Puts a lecture that stands nowhere into an empty slot that it may take.
    pub fn put(&mut self, lecture: u16, slot: u16) {
        debug_assert_eq!((self.at[usize::from(lecture)], self.grid[usize::from(slot)]), (NONE, NONE));
        let (course, period) = (self.course(lecture), self.period_of(slot));
        debug_assert!(self.is_free(course, period));
        self.seat(lecture, slot);
        self.block(course, period, 1);
    }

    pub fn take(&mut self, lecture: u16) {
        let (course, period) = (self.course(lecture), self.period_of(self.at[usize::from(lecture)]));
        self.unseat(lecture);
        self.block(course, period, -1);
    }

    /// Half of `put`: everything but what rivals are told. A step of several lectures is weighed between the halves; the
    /// differences in soft cost add up over a whole step, for in the end no lecture stands nowhere.
    pub fn seat(&mut self, lecture: u16, slot: u16) -> i32 {
        let (course, period) = (self.course(lecture), self.period_of(slot));
        let room = usize::from(slot) - period * self.model.rooms;
        self.at[usize::from(lecture)] = slot;
        self.grid[usize::from(slot)] = lecture;
        let mut change = self.model.standing[course * self.model.rooms + room];
        let in_room = &mut self.in_room[course * self.model.rooms + room];
        *in_room += 1;
        change += i32::from(*in_room == 1);
        let (day, hour) = (self.model.day_of[period], self.model.hour_of[period]);
        let on_day = &mut self.on_day[course * self.model.days + usize::from(day)];
        *on_day += 1;
        if *on_day == 1 {
            self.days_used[course] += 1;
            change -= MISSING_DAY * i32::from(self.days_used[course] <= self.model.min_days[course]);
        }
        for curriculum in &self.model.curricula[course] {
            let taught = &mut self.taught[usize::from(*curriculum) * self.model.days + usize::from(day)];
            change += ALONE * self.model.curriculum_weight[usize::from(*curriculum)] * joins_at(*taught, hour);
            *taught |= 1 << hour;
        }
        change
    }

    /// Half of `take`.
    pub fn unseat(&mut self, lecture: u16) -> i32 {
        let (course, slot) = (self.course(lecture), self.at[usize::from(lecture)]);
        let period = self.period_of(slot);
        let room = usize::from(slot) - period * self.model.rooms;
        self.at[usize::from(lecture)] = NONE;
        self.grid[usize::from(slot)] = NONE;
        let mut change = -self.model.standing[course * self.model.rooms + room];
        let in_room = &mut self.in_room[course * self.model.rooms + room];
        *in_room -= 1;
        change -= i32::from(*in_room == 0);
        let (day, hour) = (self.model.day_of[period], self.model.hour_of[period]);
        let on_day = &mut self.on_day[course * self.model.days + usize::from(day)];
        *on_day -= 1;
        if *on_day == 0 {
            change += MISSING_DAY * i32::from(self.days_used[course] <= self.model.min_days[course]);
            self.days_used[course] -= 1;
        }
        for curriculum in &self.model.curricula[course] {
            let taught = &mut self.taught[usize::from(*curriculum) * self.model.days + usize::from(day)];
            *taught &= !(1 << hour);
            change -= ALONE * self.model.curriculum_weight[usize::from(*curriculum)] * joins_at(*taught, hour);
        }
        change
    }

    /// The other half: rivals are told that one lecture more, or less, stands in their way.
    pub fn block(&mut self, course: usize, period: usize, by: i16) {
        let periods = self.model.periods;
        let own = &mut self.blocked[course * periods + period];
        *own = own.wrapping_add_signed(by);
        for rival in &self.model.rivals[course] {
            let blocked = &mut self.blocked[usize::from(*rival) * periods + period];
            *blocked = blocked.wrapping_add_signed(by);
        }
    }

    /// Moves a lecture to an empty slot that it may take.
    pub fn shift(&mut self, lecture: u16, slot: u16) -> i32 {
        let (from, to) = (self.period_of(self.at[usize::from(lecture)]), self.period_of(slot));
        let course = self.course(lecture);
        let change = self.unseat(lecture) + self.seat(lecture, slot);
        if from != to {
            self.block(course, from, -1);
            self.block(course, to, 1);
        }
        change
    }

    /// Exchanges the slots of two lectures that may take them.
    pub fn swap(&mut self, one: u16, other: u16) -> i32 {
        let (from, to) = (self.at[usize::from(one)], self.at[usize::from(other)]);
        self.exchange((one, to), (other, from))
    }

    /// Exchanges the periods of two lectures; each keeps its room.
    pub fn cross(&mut self, one: u16, other: u16) -> i32 {
        let rooms = self.model.rooms as u16;
        let (from, to) = (self.at[usize::from(one)], self.at[usize::from(other)]);
        let (room, other_room) = (from % rooms, to % rooms);
        self.exchange((one, to - other_room + room), (other, from - room + other_room))
    }

    fn exchange(&mut self, one: (u16, u16), other: (u16, u16)) -> i32 {
        let (from, to) = (self.period_of(self.at[usize::from(one.0)]), self.period_of(one.1));
        let mut change = self.unseat(one.0) + self.unseat(other.0);
        change += self.seat(one.0, one.1) + self.seat(other.0, other.1);
        if from != to {
            let (one, other) = (self.course(one.0), self.course(other.0));
            self.block(one, from, -1);
            self.block(one, to, 1);
            self.block(other, to, -1);
            self.block(other, from, 1);
        }
        change
    }

    /// Everything as in a plan: the slots of the lectures.
    pub fn restore(&mut self, plan: &[u16]) {
        *self = Self::new(self.model);
        for (lecture, slot) in plan.iter().enumerate() {
            if *slot != NONE {
                self.put(lecture as u16, *slot);
            }
        }
    }

    /// The lectures that stand nowhere.
    pub fn missing(&self) -> Vec<u16> {
        (0..self.at.len() as u16).filter(|lecture| self.at[usize::from(*lecture)] == NONE).collect()
    }

    /// What a room costs a course that has one lecture more to seat.
    pub fn room_cost(&self, course: usize, room: usize) -> i32 {
        let place = course * self.model.rooms + room;
        self.model.standing[place] + i32::from(self.in_room[place] == 0)
    }

    /// The difference in soft cost when a lecture of `course` goes to another room of the same period.
    #[inline]
    pub fn room_difference(&self, course: usize, from: usize, to: usize) -> i32 {
        if from == to {
            return 0;
        }
        let row = course * self.model.rooms;
        let standing = self.model.standing[row + to] - self.model.standing[row + from];
        standing + i32::from(self.in_room[row + to] == 0) - i32::from(self.in_room[row + from] == 1)
    }

    /// The difference in soft cost when a lecture of `course` goes to another period in the same room. Curricula that
    /// `with` is in too, a course that goes the other way, notice nothing.
    #[inline]
    pub fn time_difference(&self, course: usize, from: usize, to: usize, with: Option<usize>) -> i32 {
        if from == to {
            return 0;
        }
        let (old_day, new_day) = (self.model.day_of[from], self.model.day_of[to]);
        let (old_hour, new_hour) = (self.model.hour_of[from], self.model.hour_of[to]);
        let mut lonely = 0;
        for curriculum in &self.model.curricula[course] {
            if with.is_some_and(|with| self.model.is_in(with, *curriculum)) {
                continue;
            }
            let row = usize::from(*curriculum) * self.model.days;
            let without = self.taught[row + usize::from(old_day)] & !(1 << old_hour);
            let arrives = if old_day == new_day { without } else { self.taught[row + usize::from(new_day)] };
            let gain = joins_at(arrives, new_hour) - joins_at(without, old_hour);
            lonely += gain * self.model.curriculum_weight[usize::from(*curriculum)];
        }
        ALONE * lonely + self.day_difference(course, usize::from(old_day), usize::from(new_day))
    }

    #[inline]
    fn day_difference(&self, course: usize, from: usize, to: usize) -> i32 {
        if from == to {
            return 0;
        }
        let row = course * self.model.days;
        let used = i32::from(self.days_used[course]);
        let now = used + i32::from(self.on_day[row + to] == 0) - i32::from(self.on_day[row + from] == 1);
        let wanted = i32::from(self.model.min_days[course]);
        MISSING_DAY * ((wanted - now).max(0) - (wanted - used).max(0))
    }

    /// The soft cost, from what is counted.
    pub fn soft(&self) -> i64 {
        let model = self.model;
        let mut soft = 0;
        for lecture in 0..model.lectures() {
            if self.at[lecture] != NONE {
                let room = usize::from(self.at[lecture]) % model.rooms;
                soft += i64::from(model.standing[usize::from(model.course_of[lecture]) * model.rooms + room]);
            }
        }
        for course in 0..model.courses {
            soft += i64::from(MISSING_DAY) * i64::from(model.min_days[course].saturating_sub(self.days_used[course]));
            let rooms = self.in_room[course * model.rooms..][..model.rooms].iter().filter(|count| **count > 0).count();
            soft += rooms.saturating_sub(1) as i64;
        }
        for (place, day) in self.taught.iter().enumerate() {
            let weight = model.curriculum_weight[place / model.days];
            let lonely = (*day & !(*day << 1) & !(*day >> 1)).count_ones();
            soft += i64::from(ALONE * weight) * i64::from(lonely);
        }
        soft
    }

    /// All that is kept, to be compared.
    #[cfg(test)]
    pub fn counts(&self) -> (Vec<u16>, Vec<u16>, Vec<u32>) {
        let counts = [&self.blocked, &self.on_day, &self.in_room, &self.days_used];
        let places = [&self.at, &self.grid];
        (
            counts.into_iter().flatten().copied().collect(),
            places.into_iter().flatten().copied().collect(),
            self.taught.clone(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_joins_a_day_is_alone_or_keeps_others_company() {
        // periods 2 and 5 are taught, each alone
        let day = 0b10_0100;
        assert_eq!(joins_at(day, 0), 1, "alone");
        assert_eq!(joins_at(day, 1), -1, "company for 2");
        assert_eq!(joins_at(0b1010, 2), -2, "company for both neighbours");
        assert_eq!(joins_at(0b11_0110, 3), 0, "nobody was alone");
        assert_eq!(joins_at(1 << 31, 30), -1, "at the end of the longest day");
    }
}
