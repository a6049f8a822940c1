//! The first phase: every lecture a place, whatever it costs otherwise.
//!
//! A lecture without a place is pushed in at some period and those in its way are pushed out; the search core decides
//! which exchanges are taken. In between, placed lectures wander, which costs nothing here and opens gaps.

use super::timetable::{NONE, Timetable};
use crate::random::Dice;
use crate::search::{Cost, Landscape};

/// How many periods are looked at for one that pushes the fewest out.
const LOOKS: usize = 15;

pub struct Placing<'a> {
    pub table: Timetable<'a>,
    /// Lectures that stand nowhere.
    pub out: Vec<u16>,
    /// Those that the proposed step pushes out.
    pushed: Vec<u16>,
    candidates: Vec<u16>,
}

pub enum Step {
    /// The place in `out` of a lecture, and the period it is pushed into.
    Push(usize, usize),
    Wander(u16, u16),
}

impl<'a> Placing<'a> {
    pub fn new(table: Timetable<'a>) -> Self {
        Self { out: table.missing(), table, pushed: Vec::new(), candidates: Vec::new() }
    }

    fn free_room(&self, period: usize, dice: usize) -> Option<u16> {
        let rooms = self.table.model.rooms;
        let slots = (0..rooms).map(|room| (period * rooms + (room + dice) % rooms) as u16);
        slots.into_iter().find(|slot| self.table.grid[usize::from(*slot)] == NONE)
    }

    /// Those whom a lecture of `course` pushes out at a period; with no rival and no room, anyone.
    fn in_the_way(&mut self, course: usize, period: usize, dice: &mut Dice) -> bool {
        self.candidates.clear();
        let Some(rivals) = self.table.rivals_at(course, period) else {
            return false;
        };
        let rooms = self.table.model.rooms;
        let row = &self.table.grid[period * rooms..][..rooms];
        if rivals > 0 {
            let is_rival = |lecture: u16| self.table.model.are_rivals(course, self.table.course(lecture));
            self.candidates.extend(row.iter().filter(|lecture| **lecture != NONE && is_rival(**lecture)));
        } else if !row.contains(&NONE) {
            self.candidates.extend(dice.pick(row));
        }
        true
    }

    fn push(&mut self, dice: &mut Dice) -> Option<(Step, Cost)> {
        let place = dice.below(self.out.len());
        let course = self.table.course(*self.out.get(place)?);
        let mut best = None;
        for _ in 0..LOOKS {
            let period = dice.below(self.table.model.periods);
            if self.in_the_way(course, period, dice) && (best.is_none() || self.candidates.len() < self.pushed.len()) {
                best = Some(period);
                std::mem::swap(&mut self.pushed, &mut self.candidates);
            }
            if best.is_some() && self.pushed.is_empty() {
                break;
            }
        }
        Some((Step::Push(place, best?), Cost::hard(self.pushed.len() as i64 - 1)))
    }

    fn wander(&mut self, dice: &mut Dice) -> Option<(Step, Cost)> {
        let lecture = dice.below(self.table.at.len()) as u16;
        let slot = dice.below(self.table.grid.len()) as u16;
        let from = *self.table.at.get(usize::from(lecture))?;
        if from == NONE || *self.table.grid.get(usize::from(slot))? != NONE {
            return None;
        }
        let period = self.table.period_of(slot);
        let stays = period == self.table.period_of(from);
        (stays || self.table.is_free(self.table.course(lecture), period))
            .then_some((Step::Wander(lecture, slot), Cost::ZERO))
    }
}

impl Landscape for Placing<'_> {
    type Step = Step;
    type Plan = Vec<u16>;

    fn cost(&self) -> Cost {
        Cost::hard(self.out.len() as i64)
    }

    fn propose(&mut self, dice: &mut Dice, _limit: f64) -> Option<(Step, Cost)> {
        if dice.once_in(3) { self.wander(dice) } else { self.push(dice) }
    }

    fn accept(&mut self, step: Step) {
        match step {
            Step::Wander(lecture, slot) => {
                self.table.shift(lecture, slot);
            }
            Step::Push(place, period) => {
                let lecture = self.out.swap_remove(place);
                for pushed in self.pushed.drain(..) {
                    self.table.take(pushed);
                    self.out.push(pushed);
                }
                if let Some(slot) = self.free_room(period, usize::from(lecture)) {
                    self.table.put(lecture, slot);
                }
            }
        }
    }

    fn reject(&mut self, _step: Step) {}

    fn save(&self, plan: &mut Vec<u16>) {
        plan.clone_from(&self.table.at);
    }

    fn restore(&mut self, plan: &Vec<u16>) {
        self.table.restore(plan);
        self.out = self.table.missing();
    }
}

#[cfg(test)]
impl Placing<'_> {
    pub fn run_until_placed(&mut self, dice: &mut Dice, steps: u64) {
        let cooling =
            crate::search::Cooling::once(0.5, 0.2, crate::search::Weights { hard: 1.0, late: 1.0, soft: 1.0 });
        let spent = |gone: u64| gone as f64 / steps as f64;
        let budget = crate::search::Budget { spent: &spent, stop: &|| false, every: 64 };
        crate::search::anneal(self, dice, &cooling, &budget, &mut |_| ());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ctt::made::{crowded, made};
    use crate::ctt::model::Model;
    use crate::ctt::read::read;

    #[test]
    fn what_is_pushed_in_and_out_is_counted() {
        let model = Model::new(&read(&made(5)).expect("an instance"));
        let mut placing = Placing::new(Timetable::new(&model));
        let mut dice = Dice::new(5);
        for _ in 0..20_000 {
            let cost = placing.cost();
            if let Some((step, change)) = placing.propose(&mut dice, 0.0) {
                placing.accept(step);
                assert_eq!(placing.cost(), cost + change);
                assert_eq!(placing.table.missing().len(), placing.out.len());
            }
        }
        let mut anew = Timetable::new(&model);
        anew.restore(&placing.table.at);
        assert!(placing.table.counts() == anew.counts());
    }

    #[test]
    fn rooms_that_are_full_at_every_hour_and_courses_that_clash_with_most_others_are_placed() {
        let model = Model::new(&read(&crowded(1)).expect("an instance"));
        let mut placing = Placing::new(Timetable::new(&model));
        placing.run_until_placed(&mut Dice::new(1), 3_000_000);
        assert_eq!(placing.cost(), Cost::ZERO);
    }

    #[test]
    fn an_instance_with_a_hidden_timetable_that_fills_nearly_all_rooms_is_placed() {
        for seed in 100..110 {
            let model = Model::new(&read(&made(seed)).expect("an instance"));
            let mut placing = Placing::new(Timetable::new(&model));
            placing.run_until_placed(&mut Dice::new(seed), 300_000);
            assert_eq!(placing.cost(), Cost::ZERO, "seed {seed}");
        }
    }
}
