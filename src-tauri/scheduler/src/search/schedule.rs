//! How long the search may run and how it cools.

use super::curve::{exp, ln};
use super::{Cost, Weights};

/// How long the search may run.
///
/// A budget in steps gives the same plan everywhere; a budget in time is only a wrapper for people who wait.
pub struct Budget<'a> {
    /// The share that is spent after so many steps; the search ends at 1.
    pub spent: &'a dyn Fn(u64) -> f64,
    /// Says stop (someone pressed the button); the best so far is kept.
    pub stop: &'a dyn Fn() -> bool,
    /// Both are asked every so many steps.
    pub every: u64,
}

/// From hot to cold, then again from warm, each round after the first beginning at one of the best plans found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cooling {
    /// Energy that a throw takes gladly at the beginning.
    pub hot: f64,
    /// The same at the end of every round.
    pub cold: f64,
    /// Where the later rounds begin.
    pub warm: f64,
    /// How often it is warmed up again.
    pub reheats: u32,
    /// The share of the budget of the first round; the reheats share the rest equally. 1 without reheats.
    pub first: f64,
    /// How many of the best plans are kept to begin again from.
    pub elites: usize,
    pub weights: Weights,
    /// A plan that costs no more ends the search.
    pub target: Cost,
}

impl Cooling {
    /// One long cooling.
    pub const fn once(hot: f64, cold: f64, weights: Weights) -> Self {
        Self { hot, cold, warm: hot, reheats: 0, first: 1.0, elites: 1, weights, target: Cost::ZERO }
    }

    /// The round (0 is the first) and the temperature when `spent` of the budget is gone.
    pub(super) fn at(&self, spent: f64) -> (u32, f64) {
        if self.reheats == 0 || spent < self.first {
            let first = if self.reheats == 0 { 1.0 } else { self.first };
            return (0, between(self.hot, self.cold, spent / first));
        }
        let rounds = (spent - self.first) / (1.0 - self.first) * f64::from(self.reheats);
        let round = (rounds as u32).min(self.reheats - 1);
        (round + 1, between(self.warm, self.cold, rounds - f64::from(round)))
    }
}

fn between(hot: f64, cold: f64, share: f64) -> f64 {
    hot * exp(ln(cold / hot) * share.clamp(0.0, 1.0))
}

/// What is told while the search runs, as often as the budget is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    pub spent: f64,
    pub steps: u64,
    pub round: u32,
    pub temperature: f64,
    pub cost: Cost,
    pub best: Cost,
}

#[cfg(test)]
mod tests {
    use super::*;

    const COOLING: Cooling = Cooling {
        warm: 8.0,
        reheats: 2,
        first: 0.5,
        ..Cooling::once(64.0, 1.0, Weights { hard: 1.0, late: 1.0, soft: 1.0 })
    };

    #[test]
    fn it_cools_evenly_and_warms_up_again() {
        let near = |spent: f64, round: u32, temperature: f64| {
            let (at_round, at) = COOLING.at(spent);
            assert_eq!(at_round, round, "at {spent}");
            assert!((at / temperature - 1.0).abs() < 1e-9, "at {spent}: {at}");
        };
        near(0.0, 0, 64.0);
        near(0.25, 0, 8.0);
        near(0.5, 1, 8.0);
        near(0.75, 2, 8.0);
        near(0.875, 2, 8.0_f64.sqrt());
        near(1.0, 2, 1.0);
    }

    #[test]
    fn without_reheats_one_cooling_takes_the_whole_budget() {
        let cooling = Cooling { reheats: 0, ..COOLING };
        assert!((cooling.at(0.5).1 - 8.0).abs() < 1e-9);
    }
}
