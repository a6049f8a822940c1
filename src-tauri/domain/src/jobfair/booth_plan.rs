//! Which company stands at which booth: rivals apart, the crowd spread, the entrance free of jams. Pure and seeded; the
//! search is the scheduler's own.

use balai_scheduler::{
    random::Dice,
    search::{Budget, Cooling, Cost, Landscape, Weights, anneal},
};

/// A booth on the plan: its middle, in half metres, and how far it is from where one comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Half metres from the left.
    pub x: i64,
    /// Half metres from the back.
    pub y: i64,
    /// Half metres from the entrance; booths of another hall are far from each other.
    pub from_entrance: i64,
    /// Which hall.
    pub hall: usize,
}

/// A company to place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stall {
    /// Its branch (*KBLI*).
    pub branch: Option<String>,
    /// The occupations it looks for (*KBJI*).
    pub occupations: Vec<String>,
    /// How many it looks for: the crowd that it draws.
    pub draw: i64,
    /// It keeps the booth that it has.
    pub keeps: Option<usize>,
}

/// Booths nearer than this, in half metres, are neighbours.
const NEAR: i64 = 14;
/// A crowd this near to the entrance jams it.
const MOUTH: i64 = 12;
/// Steps of the search: some tenths of a second for a large fair, and the same plan everywhere.
const STEPS: u64 = 200_000;

/// How much two companies are rivals, 0 to 8.
pub fn rivalry(one: &Stall, other: &Stall) -> i64 {
    let common = |a: &str, b: &str| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() as i64;
    let branch = match (&one.branch, &other.branch) {
        (Some(a), Some(b)) => match common(a, b) {
            0 | 1 => 0,
            2 => 2,
            3 | 4 => 3,
            _ => 4,
        },
        _ => 0,
    };
    let pairs = one.occupations.iter().flat_map(|a| other.occupations.iter().map(move |b| common(a, b)));
    branch + pairs.max().map_or(0, |same| if same >= 4 { 4 } else { i64::from(same >= 2) })
}

/// Two booths beside each other weigh most; who is far apart does not matter.
fn closeness(a: Spot, b: Spot) -> i64 {
    let away = (a.x - b.x).abs().max((a.y - b.y).abs());
    if a.hall != b.hall || away >= NEAR { 0 } else { NEAR - away }
}

struct Floor<'a> {
    spots: &'a [Spot],
    /// Which stall stands at a spot.
    at: Vec<Option<usize>>,
    /// Spots that may change.
    free: Vec<usize>,
    near: Vec<Vec<(usize, i64)>>,
    rivals: Vec<Vec<i64>>,
    crowd: Vec<i64>,
}

impl<'a> Floor<'a> {
    fn new(spots: &'a [Spot], stalls: &[Stall], at: Vec<Option<usize>>, fixed: &[bool]) -> Self {
        let near = |a: usize| {
            let others = (0..spots.len()).filter(move |b| *b != a);
            others.map(|b| (b, closeness(spots[a], spots[b]))).filter(|(_, close)| *close > 0).collect()
        };
        // A square root: ten times the vacancies do not draw ten times the people.
        let crowd = stalls.iter().map(|stall| (stall.draw.max(0) as f64).sqrt().round() as i64).collect();
        let rivals = stalls.iter().map(|a| stalls.iter().map(|b| rivalry(a, b)).collect()).collect();
        Self {
            spots,
            at,
            free: (0..spots.len()).filter(|spot| !fixed[*spot]).collect(),
            near: (0..spots.len()).map(near).collect(),
            rivals,
            crowd,
        }
    }

    /// What the stall at a spot costs against its neighbours; a pair is seen from both sides.
    fn around(&self, spot: usize) -> i64 {
        let Some(stall) = self.at[spot] else { return 0 };
        let jam = (MOUTH - self.spots[spot].from_entrance).max(0) * self.crowd[stall];
        let pair = |(other, close): &(usize, i64)| {
            self.at[*other]
                .map_or(0, |there| close * (4 * self.rivals[stall][there] + self.crowd[stall].min(self.crowd[there])))
        };
        2 * jam + self.near[spot].iter().map(pair).sum::<i64>()
    }

    fn whole(&self) -> i64 {
        (0..self.spots.len()).map(|spot| self.around(spot)).sum()
    }

    /// What two spots cost, the pair between them once for each side.
    fn both(&self, one: usize, other: usize) -> i64 {
        // Neighbours see the same pairs from their side, hence twice; the pair of the two is in both already.
        let between = self.near[one].iter().find(|(spot, _)| *spot == other).map_or(0, |(_, close)| {
            match (self.at[one], self.at[other]) {
                (Some(a), Some(b)) => close * (4 * self.rivals[a][b] + self.crowd[a].min(self.crowd[b])),
                _ => 0,
            }
        });
        let jam = |spot: usize| {
            self.at[spot].map_or(0, |stall| 2 * (MOUTH - self.spots[spot].from_entrance).max(0) * self.crowd[stall])
        };
        2 * (self.around(one) + self.around(other)) - 2 * between - jam(one) - jam(other)
    }
}

impl Landscape for Floor<'_> {
    type Step = (usize, usize);
    type Plan = Vec<Option<usize>>;

    fn cost(&self) -> Cost {
        Cost::soft(self.whole())
    }

    fn propose(&mut self, dice: &mut Dice, _limit: f64) -> Option<(Self::Step, Cost)> {
        let (one, other) = (*dice.pick(&self.free)?, *dice.pick(&self.free)?);
        if one == other || self.at[one] == self.at[other] {
            return None;
        }
        let before = self.both(one, other);
        self.at.swap(one, other);
        let after = self.both(one, other);
        self.at.swap(one, other);
        Some(((one, other), Cost::soft(after - before)))
    }

    fn accept(&mut self, (one, other): Self::Step) {
        self.at.swap(one, other);
    }

    fn reject(&mut self, _step: Self::Step) {}

    fn save(&self, plan: &mut Self::Plan) {
        plan.clone_from(&self.at);
    }

    fn restore(&mut self, plan: &Self::Plan) {
        self.at.clone_from(plan);
    }
}

/// The spot of every stall; `None`: there were not enough. The first stalls of the list are placed first.
pub fn arrange(spots: &[Spot], stalls: &[Stall], seed: u64) -> Vec<Option<usize>> {
    let mut at: Vec<Option<usize>> = vec![None; spots.len()];
    let mut fixed = vec![false; spots.len()];
    let mut doubled = Vec::new();
    for (stall, spot) in stalls.iter().enumerate().filter_map(|(at, stall)| Some((at, stall.keeps?))) {
        if spot < spots.len() && at[spot].is_none() {
            (at[spot], fixed[spot]) = (Some(stall), true);
        } else if spot < spots.len() {
            // Two companies that share a booth stay there together.
            doubled.push((stall, spot));
        }
    }
    let waiting = (0..stalls.len()).filter(|stall| stalls[*stall].keeps.is_none());
    let empty: Vec<usize> = (0..spots.len()).filter(|spot| at[*spot].is_none()).collect();
    for (stall, spot) in waiting.zip(empty) {
        at[spot] = Some(stall);
    }
    let mut floor = Floor::new(spots, stalls, at, &fixed);
    let weights = Weights { hard: 1.0, late: 1.0, soft: 1.0 };
    let spent = |steps: u64| steps as f64 / STEPS as f64;
    let budget = Budget { spent: &spent, stop: &|| false, every: 1000 };
    if floor.free.len() > 1 {
        anneal(&mut floor, &mut Dice::new(seed), &Cooling::once(200.0, 0.5, weights), &budget, &mut |_| ());
    }
    let mut placed = vec![None; stalls.len()];
    for (spot, stall) in floor.at.iter().enumerate() {
        if let Some(stall) = stall {
            placed[*stall] = Some(spot);
        }
    }
    doubled.into_iter().for_each(|(stall, spot)| placed[stall] = Some(spot));
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(count: i64) -> Vec<Spot> {
        (0..count).map(|at| Spot { x: at * 6, y: 0, from_entrance: 100, hall: 0 }).collect()
    }

    fn stall(branch: &str, draw: i64) -> Stall {
        Stall { branch: Some(branch.into()), occupations: Vec::new(), draw, keeps: None }
    }

    #[test]
    fn rivals_are_put_apart() {
        // Two of each branch in a row of eight: nobody has to stand beside a rival.
        let branches = ["14111", "14111", "47111", "47111", "62010", "62010", "55110", "55110"];
        let stalls: Vec<Stall> = branches.iter().map(|branch| stall(branch, 10)).collect();
        let placed = arrange(&row(8), &stalls, 1);
        for pair in 0..4 {
            let [one, other] = [placed[2 * pair], placed[2 * pair + 1]].map(|spot| spot.expect("placed") as i64);
            assert!((one - other).abs() >= 3, "branch {pair}: {placed:?}");
        }
    }

    #[test]
    fn those_who_draw_a_crowd_stand_apart_and_away_from_the_entrance() {
        let mut spots = row(9);
        spots.iter_mut().enumerate().for_each(|(at, spot)| spot.from_entrance = at as i64 * 6);
        let branches = ["10", "20", "30", "40", "50", "60", "70", "80", "90"];
        let draws = [900, 900, 900, 4, 4, 4, 4, 4, 4];
        let stalls: Vec<Stall> = branches.iter().zip(draws).map(|(branch, draw)| stall(branch, draw)).collect();
        let placed: Vec<usize> = arrange(&spots, &stalls, 7).into_iter().map(|spot| spot.expect("placed")).collect();
        let mut crowds = placed[..3].to_vec();
        crowds.sort_unstable();
        assert!(crowds[0] >= 2 && crowds.windows(2).all(|pair| pair[1] - pair[0] >= 3), "{placed:?}");
    }

    #[test]
    fn whoever_keeps_a_booth_keeps_it_and_a_shared_booth_stays_shared() {
        let mut stalls = vec![stall("14111", 5), stall("14111", 5), stall("14112", 5)];
        stalls[0].keeps = Some(2);
        stalls[1].keeps = Some(2);
        let placed = arrange(&row(4), &stalls, 3);
        assert_eq!(&placed[..2], [Some(2), Some(2)]);
        assert_eq!(arrange(&row(1), &[stall("1", 1), stall("2", 1)], 1).iter().flatten().count(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn every_stall_has_one_spot_of_its_own_and_the_difference_of_a_swap_is_the_true_one(
            draws in prop::collection::vec(0_i64..500, 1..8), seed: u64
        ) {
            let spots = row(9);
            let stalls: Vec<Stall> = draws.iter().map(|draw| stall(if draw % 2 == 0 { "14111" } else { "62010" }, *draw)).collect();
            let placed = arrange(&spots, &stalls, seed);
            let mut seen: Vec<usize> = placed.iter().flatten().copied().collect();
            seen.sort_unstable();
            seen.dedup();
            prop_assert_eq!(seen.len(), stalls.len());
            prop_assert_eq!(&placed, &arrange(&spots, &stalls, seed));

            let mut at: Vec<Option<usize>> = vec![None; spots.len()];
            placed.iter().enumerate().for_each(|(stall, spot)| at[spot.expect("placed")] = Some(stall));
            let mut floor = Floor::new(&spots, &stalls, at, &[false; 9]);
            let mut dice = Dice::new(seed);
            for _ in 0..20 {
                let before = floor.whole();
                if let Some((step, change)) = floor.propose(&mut dice, f64::MAX) {
                    floor.accept(step);
                    prop_assert_eq!(floor.whole() - before, change.soft);
                }
            }
        }
    }
}
