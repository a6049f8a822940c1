//! What a plan costs: broken rules first, then lateness, then wishes. Never one sum before people.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Compared in this order; a difference of two costs is a cost too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cost {
    /// Hard rules broken, things not placed.
    pub hard: i64,
    /// How late the plan is, in what the face counts (days).
    pub late: i64,
    /// Weighted wishes not met.
    pub soft: i64,
}

impl Cost {
    pub const ZERO: Self = Self { hard: 0, late: 0, soft: 0 };

    #[inline]
    pub const fn hard(hard: i64) -> Self {
        Self { hard, ..Self::ZERO }
    }

    #[inline]
    pub const fn late(late: i64) -> Self {
        Self { late, ..Self::ZERO }
    }

    #[inline]
    pub const fn soft(soft: i64) -> Self {
        Self { soft, ..Self::ZERO }
    }
}

impl Add for Cost {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        Self { hard: self.hard + other.hard, late: self.late + other.late, soft: self.soft + other.soft }
    }
}

impl Neg for Cost {
    type Output = Self;
    #[inline]
    fn neg(self) -> Self {
        Self { hard: -self.hard, late: -self.late, soft: -self.soft }
    }
}

impl Sub for Cost {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl AddAssign for Cost {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Cost {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::ZERO, Add::add)
    }
}

/// How the parts weigh against each other while the search is hot; which plan is best is decided by order alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    pub hard: f64,
    pub late: f64,
    pub soft: f64,
}

impl Weights {
    #[inline]
    pub fn energy(self, cost: Cost) -> f64 {
        cost.hard as f64 * self.hard + cost.late as f64 * self.late + cost.soft as f64 * self.soft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_broken_rule_is_worse_than_any_lateness_and_any_wish() {
        assert!(Cost::hard(1) > Cost { hard: 0, late: 1_000_000, soft: 1_000_000 });
        assert!(Cost::late(1) > Cost::soft(1_000_000));
        assert!(Cost::soft(1) > Cost::ZERO);
    }

    #[test]
    fn a_difference_added_gives_the_other_cost() {
        let (one, other) = (Cost { hard: 2, late: 3, soft: 5 }, Cost { hard: 1, late: 8, soft: 0 });
        assert_eq!(one + (other - one), other);
    }
}
