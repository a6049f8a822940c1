//! The second phase: every lecture stays placed, and the soft cost goes down.
//!
//! Steps: a lecture to another room; to another time, alone where no rival stands in the way, in exchange with the one
//! rival or with whoever sits in the room; where several rivals hang together, a Kempe chain.

use super::chain::Chain;
use super::timetable::{NONE, Timetable};
use crate::random::Dice;
use crate::search::{Cooling, Cost, Landscape, Weights};

/// How often what is thrown, of 256: another room at the same time instead of another time.
const ELSEWHERE: u64 = 25;
/// A lecture that goes to another time keeps its room.
const KEEPS_ROOM: u64 = 128;
/// Rivals that hang together are answered by a chain.
const CHAIN: u64 = 16;
/// The temperatures between which it cools.
const HOT: f64 = 10.0;
const COLD: f64 = 0.1;

pub struct Improving<'a> {
    pub table: Timetable<'a>,
    soft: i64,
    chain: Chain,
}

pub enum Step {
    Shift(u16, u16),
    Swap(u16, u16),
    /// Two lectures change periods and keep their rooms.
    Cross(u16, u16),
    Chain,
}

type Proposal = Option<(Step, Cost)>;

/// A lecture about to go to another period.
#[derive(Clone, Copy)]
struct Going {
    lecture: u16,
    course: usize,
    old: usize,
    room: usize,
    new: usize,
}

#[inline]
fn within(limit: f64, step: Step, change: i32) -> Proposal {
    (f64::from(change) <= limit).then_some((step, Cost::soft(i64::from(change))))
}

/// A share of `limit` by 24 random bits.
#[inline]
fn part(bits: u64, limit: usize) -> usize {
    (((bits & 0xff_ffff) * limit as u64) >> 24) as usize
}

impl<'a> Improving<'a> {
    pub fn new(table: Timetable<'a>) -> Self {
        Self { soft: table.soft(), table, chain: Chain::default() }
    }

    /// How it cools.
    pub fn cooling(&self) -> Cooling {
        Cooling::once(HOT, COLD, Weights { hard: 1.0, late: 1.0, soft: 1.0 })
    }

    /// Another room at the same time.
    #[inline]
    fn elsewhere(&mut self, lecture: u16, from: u16, bits: u64, limit: f64) -> Proposal {
        let table = &self.table;
        let (rooms, old) = (table.model.rooms, table.period_of(from));
        let (room, other_room) = (usize::from(from) - old * rooms, part(bits, rooms));
        if room == other_room {
            return None;
        }
        let to = old * rooms + other_room;
        let found = table.grid[to];
        let mut change = table.room_difference(table.course(lecture), room, other_room);
        if found == NONE {
            return within(limit, Step::Shift(lecture, to as u16), change);
        }
        change += table.room_difference(table.course(found), other_room, room);
        within(limit, Step::Swap(lecture, found), change)
    }

    /// No rival in the way.
    #[inline]
    fn freely(&mut self, go: Going, bits: u64, limit: f64) -> Proposal {
        let table = &self.table;
        let rooms = table.model.rooms;
        let room = if bits & 0xff < KEEPS_ROOM { go.room } else { part(bits >> 8, rooms) };
        let to = go.new * rooms + room;
        let found = table.grid[to];
        let mut change = table.room_difference(go.course, go.room, room);
        if found == NONE {
            change += table.time_difference(go.course, go.old, go.new, None);
            return within(limit, Step::Shift(go.lecture, to as u16), change);
        }
        let other = table.course(found);
        if !table.is_free(other, go.old) {
            return None;
        }
        change += table.room_difference(other, room, go.room);
        change += table.time_difference(go.course, go.old, go.new, None);
        change += table.time_difference(other, go.new, go.old, None);
        within(limit, Step::Swap(go.lecture, found), change)
    }

    /// One rival in the way: it goes the other way.
    #[inline]
    fn in_exchange(&mut self, go: Going, bits: u64, limit: f64) -> Proposal {
        let table = &self.table;
        let rooms = table.model.rooms;
        let row = &table.grid[go.new * rooms..][..rooms];
        let is_rival = |lecture: &u16| *lecture != NONE && table.model.are_rivals(go.course, table.course(*lecture));
        let room = row.iter().position(is_rival)?;
        let (rival, other) = (row[room], table.course(row[room]));
        if other == go.course {
            return None;
        }
        match table.rivals_at(other, go.old)? {
            1 => (),
            _ => return self.by_chain(go, bits),
        }
        let change = table.time_difference(go.course, go.old, go.new, Some(other))
            + table.time_difference(other, go.new, go.old, Some(go.course));
        let back = table.grid[go.old * rooms + room];
        let keeps = room == go.room || (row[go.room] == NONE && back == NONE);
        if keeps && room != go.room && (bits & 0xff) < KEEPS_ROOM {
            return within(limit, Step::Cross(go.lecture, rival), change);
        }
        let change =
            change + table.room_difference(go.course, go.room, room) + table.room_difference(other, room, go.room);
        within(limit, Step::Swap(go.lecture, rival), change)
    }

    fn by_chain(&mut self, go: Going, bits: u64) -> Proposal {
        if (bits >> 32) & 0xff >= CHAIN {
            return None;
        }
        let change = self.chain.try_out(&mut self.table, go.lecture, go.new)?;
        Some((Step::Chain, Cost::soft(i64::from(change))))
    }
}

impl Landscape for Improving<'_> {
    type Step = Step;
    type Plan = Vec<u16>;

    fn cost(&self) -> Cost {
        Cost::soft(self.soft)
    }

    #[inline]
    fn propose(&mut self, dice: &mut Dice, limit: f64) -> Proposal {
        let table = &self.table;
        let bits = dice.bits();
        let lecture = part(bits >> 40, table.at.len()) as u16;
        let from = *table.at.get(usize::from(lecture))?;
        if bits & 0xff < ELSEWHERE {
            return self.elsewhere(lecture, from, bits >> 8, limit);
        }
        let course = table.course(lecture);
        let open = &table.model.open[course];
        let new = usize::from(*open.get(part(bits >> 8, open.len()))?);
        let old = table.period_of(from);
        if old == new {
            return None;
        }
        let go = Going { lecture, course, old, room: usize::from(from) - old * table.model.rooms, new };
        match table.rivals_at(course, new)? {
            0 => self.freely(go, dice.bits(), limit),
            1 => self.in_exchange(go, dice.bits(), limit),
            _ => self.by_chain(go, dice.bits()),
        }
    }

    #[inline]
    fn accept(&mut self, step: Step) {
        self.soft += i64::from(match step {
            Step::Shift(lecture, slot) => self.table.shift(lecture, slot),
            Step::Swap(one, other) => self.table.swap(one, other),
            Step::Cross(one, other) => self.table.cross(one, other),
            Step::Chain => self.chain.keep(&mut self.table),
        });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ctt::made::filled;
    use crate::ctt::model::Model;
    use crate::ctt::place::Placing;
    use crate::ctt::read::read;
    use proptest::prelude::*;

    /// Everything that is counted, counted anew from where the lectures stand.
    fn assert_well_counted(improving: &Improving<'_>) {
        let mut anew = Timetable::new(improving.table.model);
        anew.restore(&improving.table.at);
        assert!(improving.table.counts() == anew.counts());
        assert_eq!(improving.soft, anew.soft());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn a_difference_is_what_counting_anew_finds_and_leaving_a_step_changes_nothing(seed in 0_u64..1_000_000) {
            let model = Model::new(&read(&filled(seed, 6)).expect("an instance"));
            let mut placing = Placing::new(Timetable::new(&model));
            let mut dice = Dice::new(seed);
            placing.run_until_placed(&mut dice, 200_000);
            prop_assert!(placing.out.is_empty());
            let mut improving = Improving::new(placing.table);
            let mut kinds = [0; 4];
            for _ in 0..3_000 {
                let (before, cost) = (improving.table.counts(), improving.cost());
                let Some((step, change)) = improving.propose(&mut dice, 40.0) else { continue };
                if dice.once_in(3) {
                    improving.reject(step);
                    prop_assert!(improving.table.counts() == before);
                    continue;
                }
                kinds[match step { Step::Shift(..) => 0, Step::Swap(..) => 1, Step::Cross(..) => 2, Step::Chain => 3 }] += 1;
                improving.accept(step);
                prop_assert_eq!(improving.cost(), cost + change);
                assert_well_counted(&improving);
            }
            prop_assert!(kinds.iter().all(|kind| *kind > 0), "not every kind was thrown: {:?}", kinds);
        }
    }
}
