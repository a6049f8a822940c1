//! What a face gives to the search.

use super::Cost;
use crate::random::Dice;

/// A plan that can be changed a step at a time.
///
/// Two manners fit the same four calls. *Small moves*: `propose` works out the difference only, `accept` applies it,
/// `reject` does nothing. *Large moves* (ruin and recreate): `propose` applies and keeps a journal, `accept` forgets the
/// journal, `reject` undoes from it. After every proposal exactly one of the two follows.
pub trait Landscape {
    /// A proposed step; what `accept` or `reject` needs.
    type Step;
    /// A whole plan, as kept for the best and the elites.
    type Plan: Clone + Default;

    /// The cost of the plan as it stands (with nothing proposed).
    fn cost(&self) -> Cost;

    /// Throws a step and the difference it makes. None when the dice found nothing possible; that counts as a step of
    /// the budget. `limit` is the largest rise of energy that would be taken: a landscape may give up (None) as soon as it
    /// knows that the step costs more.
    fn propose(&mut self, dice: &mut Dice, limit: f64) -> Option<(Self::Step, Cost)>;

    fn accept(&mut self, step: Self::Step);

    fn reject(&mut self, step: Self::Step);

    /// Writes the plan as it stands into `plan`, whose former content may be anything.
    fn save(&self, plan: &mut Self::Plan);

    /// Makes the plan as it stands equal to one that was saved.
    fn restore(&mut self, plan: &Self::Plan);
}
