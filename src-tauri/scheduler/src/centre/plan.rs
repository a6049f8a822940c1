//! From a problem to a timetable: what stands is kept, the rest generated and improved, what is left is explained.

use super::{
    build::{self, Manner},
    cost::{self, Published},
    faults::{self, Fault},
    problem::{Block, Day, Problem},
    reasons::{self, Reason},
    rules::{Rule, Strength},
    search::Walk,
    state::State,
};
use crate::{
    random::Dice,
    search::{Budget, Cooling, Cost, Progress, Weights, anneal},
};

/// Courses whose reasons are counted.
const EXPLAINED: usize = 60;

/// What a plan is to be best at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// Ends earliest.
    EarliestEnd,
    /// The best rooms, and few changes of them.
    BestRooms,
    /// The load of instructors spread evenly.
    LightestLoad,
}

impl Flavour {
    /// All, in the order in which they are offered.
    pub const ALL: [Flavour; 3] = [Flavour::EarliestEnd, Flavour::BestRooms, Flavour::LightestLoad];

    /// The rules with the wishes of this flavour weighing more. Wishes that are off stay off.
    fn rules(self, problem: &Problem) -> Problem {
        let mut problem = problem.clone();
        let raised: &[(Rule, u32)] = match self {
            Flavour::EarliestEnd => &[(Rule::FinishEarly, 10)],
            Flavour::BestRooms => &[(Rule::RoomPriority, 10), (Rule::RoomChange, 10)],
            Flavour::LightestLoad => &[(Rule::LoadBalance, 20)],
        };
        for (rule, times) in raised {
            if let Strength::Soft(weight) = problem.rules.get(*rule) {
                problem.rules = problem.rules.with(*rule, Strength::Soft(weight.saturating_mul(*times)));
            }
        }
        problem
    }
}

/// JP of a course for which there is no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// Which class.
    pub batch: usize,
    /// Which of its courses.
    pub course: usize,
    /// How many JP.
    pub jp: u16,
    /// Which rules stand in the way, the one that alone forbids most places first. Only of the first courses, where
    /// very many found no place.
    pub reasons: Vec<Reason>,
}

/// A timetable and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Every block, also those that stood before, by day and lesson.
    pub blocks: Vec<Block>,
    /// What found no place.
    pub unplaced: Vec<Unplaced>,
    /// Days after its due day on which each class ends.
    pub late: Vec<Day>,
    /// The cost, for comparing plans of the same problem.
    pub cost: Cost,
    /// Steps of the search.
    pub steps: u64,
    /// Someone said stop before the budget was spent.
    pub stopped: bool,
}

/// Plans everything that is not locked. Refused with the faults that no plan can mend.
///
/// The same problem, flavour, seed and number of steps give the same plan everywhere.
pub fn plan(
    problem: &Problem,
    flavour: Flavour,
    seed: u64,
    steps: u64,
    stop: &dyn Fn() -> bool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Outcome, Vec<Fault>> {
    plan_within(problem, flavour, seed, &|done| done as f64 / steps.max(1) as f64, stop, progress)
}

/// As [`plan`], with the share of the work that is done after so many steps told from outside, as by a clock.
pub fn plan_within(
    problem: &Problem,
    flavour: Flavour,
    seed: u64,
    spent: &dyn Fn(u64) -> f64,
    stop: &dyn Fn() -> bool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Outcome, Vec<Fault>> {
    let courses: usize = problem.batches.iter().map(|batch| batch.courses.len()).max().unwrap_or(0);
    // Whoever says stop is heard soon, also where a step is long.
    let every = (2_000 / courses.max(1) as u64).clamp(1, 20);
    plan_until(problem, flavour, seed, &Budget { spent, stop, every }, progress)
}

/// As [`plan`], for as long as the budget lasts.
pub fn plan_until(
    problem: &Problem,
    flavour: Flavour,
    seed: u64,
    budget: &Budget<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Outcome, Vec<Fault>> {
    let faults = faults::faults(problem);
    if !faults.is_empty() {
        return Err(faults);
    }
    let weighed = flavour.rules(problem);
    let published: Published =
        problem.standing.iter().filter(|block| block.tag != 0).map(|block| (block.tag, *block)).collect();
    let mut state = State::with(&weighed, &problem.standing);
    let mut dice = Dice::new(seed);
    first(&mut state, &mut dice);
    let mut walk = Walk::new(&mut state, &published);
    let cooling = cooling(&weighed);
    let found = anneal(&mut walk, &mut dice, &cooling, budget, progress);
    last_resort(&mut state, &mut dice);
    Ok(finish(problem, &state, &published, found.steps, found.stopped))
}

/// Searches for places for what has none, as near as can be to a published timetable; no other wish counts.
pub(super) fn near(
    problem: &Problem,
    blocks: &[Block],
    published: &Published,
    steps: u64,
    stop: &dyn Fn() -> bool,
) -> Vec<Block> {
    let mut weighed = problem.clone();
    for rule in Rule::ALL.into_iter().filter(|rule| !rule.constrains() && *rule != Rule::NearPublished) {
        weighed.rules = weighed.rules.with(rule, Strength::Off);
    }
    weighed.rules = weighed.rules.with(Rule::NearPublished, Rule::NearPublished.usual());
    let mut state = State::with(&weighed, blocks);
    let mut walk = Walk::new(&mut state, published);
    let spent = |done: u64| done as f64 / steps.max(1) as f64;
    let budget = Budget { spent: &spent, stop, every: 20 };
    let cooling = Cooling::once(0.3, 0.1, Weights { hard: 100.0, late: 1.0, soft: 0.15 });
    anneal(&mut walk, &mut Dice::new(0), &cooling, &budget, &mut |_| ());
    state.blocks().copied().collect()
}

/// The first plan: classes by their due day, the longest first among equals.
fn first(state: &mut State<'_>, dice: &mut Dice) {
    let problem = state.problem;
    let mut order: Vec<usize> = (0..problem.batches.len()).collect();
    order.sort_by_key(|batch| {
        let one = &problem.batches[*batch];
        (one.due, std::cmp::Reverse(state.left_of(*batch)), *batch)
    });
    for batch in order {
        build::build(state, batch, 0, Manner::default(), dice);
    }
}

/// What has no place may break soft constraints rather than stay away.
fn last_resort(state: &mut State<'_>, dice: &mut Dice) {
    for batch in 0..state.problem.batches.len() {
        if state.left_of(batch) > 0 {
            build::build(state, batch, 0, Manner { last_resort: true, ..Manner::default() }, dice);
        }
    }
}

fn cooling(problem: &Problem) -> Cooling {
    let size = problem.batches.len() as f64;
    Cooling {
        reheats: if size > 60.0 { 1 } else { 3 },
        ..Cooling::once(6.0, 0.3, Weights { hard: 40.0, late: 8.0, soft: 0.15 })
    }
}

fn finish(problem: &Problem, state: &State<'_>, published: &Published, steps: u64, stopped: bool) -> Outcome {
    let mut blocks: Vec<Block> = state.blocks().copied().collect();
    blocks.sort_unstable_by_key(|block| (block.day, block.slot, block.batch));
    let judged = State::with(problem, &blocks);
    let late = (0..problem.batches.len()).map(|batch| {
        let last = judged.blocks_of(batch).map(|block| block.day).max().unwrap_or(0);
        last.saturating_sub(problem.batches[batch].due)
    });
    let courses = (0..problem.batches.len())
        .flat_map(|batch| (0..problem.batches[batch].courses.len()).map(move |course| (batch, course)));
    let unplaced =
        courses.filter(|(batch, course)| judged.left(*batch, *course) > 0).enumerate().map(|(at, (batch, course))| {
            Unplaced {
                batch,
                course,
                jp: judged.left(batch, course),
                reasons: if at < EXPLAINED { reasons::reasons(&judged, batch, course) } else { Vec::new() },
            }
        });
    Outcome {
        late: late.collect(),
        unplaced: unplaced.collect(),
        cost: cost::total(&judged, published),
        steps,
        stopped,
        blocks,
    }
}
