//! The search itself: throw a step, take it or leave it, cool down, remember the best.

use super::curve::Rises;
use super::{Budget, Cooling, Cost, Landscape, Progress};
use crate::random::Dice;

/// What a search came to. The landscape itself stands at the best plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub best: Cost,
    pub steps: u64,
    pub taken: u64,
    /// Ended before its budget because someone said stop.
    pub stopped: bool,
}

/// The best plans, best first, no two of the same cost.
struct Elites<P> {
    plans: Vec<(Cost, P)>,
    room: usize,
}

impl<P: Clone> Elites<P> {
    fn offer(&mut self, cost: Cost, plan: &P) {
        let place = self.plans.partition_point(|(kept, _)| *kept < cost);
        if place < self.room && self.plans.get(place).is_none_or(|(kept, _)| *kept != cost) {
            self.plans.insert(place, (cost, plan.clone()));
            self.plans.truncate(self.room);
        }
    }
}

/// Anneals from the plan as it stands and leaves the landscape at the best plan found.
///
/// Costs are compared by order; within a temperature, differences are weighed by `cooling.weights`.
pub fn anneal<L: Landscape>(
    landscape: &mut L,
    dice: &mut Dice,
    cooling: &Cooling,
    budget: &Budget<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Found {
    let rises = Rises::new();
    let mut cost = landscape.cost();
    let mut found = Found { best: cost, steps: 0, taken: 0, stopped: false };
    let mut best = L::Plan::default();
    landscape.save(&mut best);
    let (mut round_best, mut round_plan) = (cost, best.clone());
    let mut elites = Elites { plans: Vec::new(), room: cooling.elites.max(1) };
    let mut round = 0;
    loop {
        let spent = (budget.spent)(found.steps);
        found.stopped = (budget.stop)();
        let (now, temperature) = cooling.at(spent);
        progress(Progress { spent, steps: found.steps, round: now, temperature, cost, best: found.best });
        if spent >= 1.0 || found.stopped || found.best <= cooling.target {
            break;
        }
        if now != round {
            round = now;
            elites.offer(round_best, &round_plan);
            let (from, plan) = &elites.plans[dice.below(elites.plans.len())];
            landscape.restore(plan);
            cost = *from;
            round_plan.clone_from(plan);
            round_best = cost;
        }
        for _ in 0..budget.every.max(1) {
            found.steps += 1;
            let limit = rises.of(dice.bits()) * temperature;
            let Some((step, change)) = landscape.propose(dice, limit) else { continue };
            if cooling.weights.energy(change) > limit {
                landscape.reject(step);
                continue;
            }
            landscape.accept(step);
            found.taken += 1;
            cost += change;
            if cost < round_best {
                round_best = cost;
                landscape.save(&mut round_plan);
                if cost < found.best {
                    found.best = cost;
                    best.clone_from(&round_plan);
                    if cost <= cooling.target {
                        break;
                    }
                }
            }
        }
    }
    landscape.restore(&best);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Weights;

    /// Numbers in a row, to be sorted by swaps; the cost is how far each is from its place.
    struct Row {
        items: Vec<i64>,
        /// Applies on proposing and undoes on rejecting, as large moves do.
        eager: bool,
    }

    impl Row {
        fn off(&self, place: usize) -> i64 {
            (self.items[place] - place as i64).abs()
        }
    }

    impl Landscape for Row {
        type Step = (usize, usize);
        type Plan = Vec<i64>;

        fn cost(&self) -> Cost {
            Cost::soft((0..self.items.len()).map(|place| self.off(place)).sum())
        }

        fn propose(&mut self, dice: &mut Dice, _limit: f64) -> Option<((usize, usize), Cost)> {
            let (one, other) = (dice.below(self.items.len()), dice.below(self.items.len()));
            if one == other {
                return None;
            }
            let before = self.off(one) + self.off(other);
            self.items.swap(one, other);
            let after = self.off(one) + self.off(other);
            if !self.eager {
                self.items.swap(one, other);
            }
            Some(((one, other), Cost::soft(after - before)))
        }

        fn accept(&mut self, (one, other): (usize, usize)) {
            if !self.eager {
                self.items.swap(one, other);
            }
        }

        fn reject(&mut self, (one, other): (usize, usize)) {
            if self.eager {
                self.items.swap(one, other);
            }
        }

        fn save(&self, plan: &mut Vec<i64>) {
            plan.clone_from(&self.items);
        }

        fn restore(&mut self, plan: &Vec<i64>) {
            self.items.clone_from(plan);
        }
    }

    const COOLING: Cooling = Cooling {
        reheats: 3,
        first: 0.4,
        elites: 2,
        warm: 3.0,
        ..Cooling::once(20.0, 0.1, Weights { hard: 1.0, late: 1.0, soft: 1.0 })
    };

    fn run(eager: bool, limit: u64, stop: &dyn Fn() -> bool) -> (Found, Vec<i64>) {
        let mut row = Row { items: (0..60).rev().collect(), eager };
        let spent = |steps: u64| steps as f64 / limit as f64;
        let budget = Budget { spent: &spent, stop, every: 100 };
        let found = anneal(&mut row, &mut Dice::new(1), &COOLING, &budget, &mut |_| ());
        assert_eq!(row.cost(), found.best, "the landscape stands at the best plan");
        (found, row.items)
    }

    #[test]
    fn a_row_gets_sorted_and_the_search_ends_there() {
        let (found, items) = run(false, 500_000, &|| false);
        assert_eq!(found.best, Cost::ZERO);
        assert!(items.is_sorted() && found.steps < 500_000 && !found.stopped);
    }

    #[test]
    fn moves_applied_at_once_and_moves_applied_when_taken_go_the_same_way() {
        assert_eq!(run(false, 20_000, &|| false), run(true, 20_000, &|| false));
    }

    #[test]
    fn stop_keeps_the_best_so_far() {
        let (found, _) = run(false, 500_000, &|| true);
        assert!(found.stopped);
        assert_eq!((found.steps, found.best), (0, Cost::soft(1800)));
    }
}
