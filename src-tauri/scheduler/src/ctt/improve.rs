//! The second phase: every lecture stays placed, and the soft cost goes down.
//!
//! Steps: a lecture to another time, another room or both; two lectures exchanging places; where rivals are in the way, a
//! Kempe chain.

use super::chain::Chain;
use super::timetable::{NONE, Timetable};
use crate::random::Dice;
use crate::search::{Cooling, Cost, Landscape, Weights};

const HOT: f64 = 5.0;
const COLD: f64 = 0.12;

pub struct Improving<'a> {
    pub table: Timetable<'a>,
    soft: i64,
    chain: Chain,
}

/// How often what is thrown, of 256: another time in the same room; another room at the same time; either, otherwise.
const SAME_ROOM: u64 = 90;
const SAME_TIME: u64 = 20;
/// How often rivals in the way are answered by a chain, of 256.
const CHAIN: u64 = 8;

pub enum Step {
    Shift(u16, u16),
    Swap(u16, u16),
    Chain,
}

impl<'a> Improving<'a> {
    pub fn new(table: Timetable<'a>) -> Self {
        Self { soft: table.soft(), table, chain: Chain::default() }
    }

    /// How it cools.
    pub fn cooling(&self) -> Cooling {
        Cooling::once(HOT, COLD, Weights { hard: 1.0, late: 1.0, soft: 1.0 })
    }

    /// Another slot for a lecture.
    fn target(&self, from: u16, bits: u64) -> u16 {
        let (model, rooms) = (self.table.model, self.table.model.rooms);
        let (kind, bits) = (bits & 0xff, bits >> 32);
        if kind < SAME_ROOM {
            let room = usize::from(from) % rooms;
            ((((bits * model.periods as u64) >> 32) as usize) * rooms + room) as u16
        } else if kind < SAME_ROOM + SAME_TIME {
            (self.table.period_of(from) * rooms + ((bits * rooms as u64) >> 32) as usize) as u16
        } else {
            ((bits * self.table.grid.len() as u64) >> 32) as u16
        }
    }
}

impl Landscape for Improving<'_> {
    type Step = Step;
    type Plan = Vec<u16>;

    fn cost(&self) -> Cost {
        Cost::soft(self.soft)
    }

    #[inline]
    fn propose(&mut self, dice: &mut Dice, limit: f64) -> Option<(Step, Cost)> {
        let (table, rooms) = (&self.table, self.table.model.rooms);
        let lecture = dice.below(table.at.len()) as u16;
        let from = *table.at.get(usize::from(lecture))?;
        let bits = dice.bits();
        let to = self.target(from, bits);
        if to == from {
            return None;
        }
        let course = table.course(lecture);
        let found = table.grid[usize::from(to)];
        let (old, new) = (table.period_of(from), table.period_of(to));
        let (old_room, new_room) = (usize::from(from) - old * rooms, usize::from(to) - new * rooms);
        let step = |step, change: i32| (f64::from(change) <= limit).then_some((step, Cost::soft(i64::from(change))));
        if found == NONE {
            if old == new {
                return step(Step::Shift(lecture, to), table.room_difference(course, old_room, new_room));
            }
            if table.is_free(course, new) {
                let change = table.difference(course, (old, old_room), (new, new_room), None);
                return step(Step::Shift(lecture, to), change);
            }
        } else {
            let other = table.course(found);
            if other == course {
                return None;
            }
            let rooms =
                table.room_difference(course, old_room, new_room) + table.room_difference(other, new_room, old_room);
            if old == new {
                return step(Step::Swap(lecture, found), rooms);
            }
            let rivals = table.model.are_rivals(course, other);
            let only = Some(u16::from(rivals));
            if table.rivals_at(course, new) == only && table.rivals_at(other, old) == only {
                let (without, with) = if rivals { (Some(other), Some(course)) } else { (None, None) };
                let change = rooms
                    + table.time_difference(course, old, new, without)
                    + table.time_difference(other, new, old, with);
                return step(Step::Swap(lecture, found), change);
            }
        }
        if (bits >> 8) & 0xff >= CHAIN || table.rivals_at(course, new).is_none() {
            return None;
        }
        let change = self.chain.try_out(&mut self.table, lecture, new)?;
        Some((Step::Chain, Cost::soft(i64::from(change))))
    }

    #[inline]
    fn accept(&mut self, step: Step) {
        match step {
            Step::Shift(lecture, slot) => self.soft += i64::from(self.table.shift(lecture, slot)),
            Step::Swap(one, other) => self.soft += i64::from(self.table.swap(one, other)),
            Step::Chain => self.soft += i64::from(self.chain.keep(&mut self.table)),
        }
    }

    fn reject(&mut self, step: Step) {
        if matches!(step, Step::Chain) {
            self.chain.undo(&mut self.table);
        }
    }

    fn save(&self, plan: &mut Vec<u16>) {
        plan.clone_from(&self.table.at);
    }

    fn restore(&mut self, plan: &Vec<u16>) {
        self.table.restore(plan);
        self.soft = self.table.soft();
    }
}
