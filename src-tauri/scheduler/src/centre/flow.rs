//! How much of what is asked can be had, when each asker takes from some of the givers only (maximum flow).

use std::collections::VecDeque;

/// What stays unmet at best, and who stands against whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// How much is missing.
    pub missing: u64,
    /// The askers that together ask for more than all their givers have.
    pub askers: Vec<usize>,
    /// All from whom these may take.
    pub givers: Vec<usize>,
}

/// The shortage of some askers, each with its amount and its givers; `None`: everybody can be served.
pub fn shortage(asked: &[(u64, Vec<usize>)], given: &[u64]) -> Option<Shortage> {
    let mut open: Vec<u64> = asked.iter().map(|(amount, _)| *amount).collect();
    let mut free = given.to_vec();
    // What each giver gives to whom.
    let mut gives: Vec<Vec<(usize, u64)>> = vec![Vec::new(); given.len()];
    loop {
        let (way, reached) = search(asked, &open, &free, &gives);
        let Some(way) = way else {
            let missing: u64 = open.iter().sum();
            let askers: Vec<usize> = (0..asked.len()).filter(|asker| reached.0[*asker]).collect();
            let givers = (0..given.len()).filter(|giver| reached.1[*giver]).collect();
            return (missing > 0).then_some(Shortage { missing, askers, givers });
        };
        push(&way, &mut open, &mut free, &mut gives);
    }
}

/// Asker, giver, asker whose share is passed on, giver, …, giver with something free.
type Way = Vec<(usize, usize)>;

fn search(
    asked: &[(u64, Vec<usize>)],
    open: &[u64],
    free: &[u64],
    gives: &[Vec<(usize, u64)>],
) -> (Option<Way>, (Vec<bool>, Vec<bool>)) {
    let mut seen = (vec![false; asked.len()], vec![false; free.len()]);
    // By which giver an asker was reached, by which asker a giver.
    let mut by_giver: Vec<Option<usize>> = vec![None; asked.len()];
    let mut by_asker: Vec<usize> = vec![0; free.len()];
    let mut line: VecDeque<usize> = (0..asked.len()).filter(|asker| open[*asker] > 0).collect();
    line.iter().for_each(|asker| seen.0[*asker] = true);
    while let Some(asker) = line.pop_front() {
        for giver in asked[asker].1.iter().copied() {
            if std::mem::replace(&mut seen.1[giver], true) {
                continue;
            }
            by_asker[giver] = asker;
            if free[giver] > 0 {
                let mut way = vec![(asker, giver)];
                let mut at = asker;
                while let Some(before) = by_giver[at] {
                    at = by_asker[before];
                    way.push((at, before));
                }
                way.reverse();
                return (Some(way), seen);
            }
            for (other, _) in &gives[giver] {
                if !std::mem::replace(&mut seen.0[*other], true) {
                    by_giver[*other] = Some(giver);
                    line.push_back(*other);
                }
            }
        }
    }
    (None, seen)
}

fn push(way: &Way, open: &mut [u64], free: &mut [u64], gives: &mut [Vec<(usize, u64)>]) {
    let (Some((first, _)), Some((_, last))) = (way.first(), way.last()) else { return };
    // Between two steps the second asker leaves the first step's giver.
    let passed = way.windows(2).map(|pair| share(&gives[pair[0].1], pair[1].0));
    let amount = passed.chain([open[*first], free[*last]]).min().unwrap_or(0);
    open[*first] -= amount;
    free[*last] -= amount;
    for (asker, giver) in way {
        match gives[*giver].iter_mut().find(|(other, _)| other == asker) {
            Some((_, share)) => *share += amount,
            None => gives[*giver].push((*asker, amount)),
        }
    }
    for pair in way.windows(2) {
        let list = &mut gives[pair[0].1];
        list.iter_mut().filter(|(other, _)| *other == pair[1].0).for_each(|(_, share)| *share -= amount);
        list.retain(|(_, share)| *share > 0);
    }
}

fn share(list: &[(usize, u64)], asker: usize) -> u64 {
    list.iter().find(|(other, _)| *other == asker).map_or(0, |(_, share)| *share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_share_is_passed_on_where_that_serves_everybody() {
        assert_eq!(shortage(&[(5, vec![0, 1]), (5, vec![0])], &[5, 5]), None);
        let told = shortage(&[(5, vec![0, 1]), (4, vec![0]), (3, vec![0])], &[6, 9]).expect("short");
        assert_eq!(told, Shortage { missing: 1, askers: vec![1, 2], givers: vec![0] });
    }

    proptest! {
        #[test]
        fn what_is_missing_is_the_worst_that_any_group_of_askers_lacks(
            asked in prop::collection::vec((0u64..9, prop::collection::btree_set(0usize..4, 0..4)), 0..6),
            given in prop::collection::vec(0u64..9, 4),
        ) {
            // Hall's condition by trying every group.
            let worst = (0u32..1 << asked.len()).map(|group| {
                let mine = || (0..asked.len()).filter(|at| group >> at & 1 == 1);
                let need: u64 = mine().map(|at| asked[at].0).sum();
                let from: std::collections::BTreeSet<usize> = mine().flat_map(|at| asked[at].1.clone()).collect();
                need.saturating_sub(from.iter().map(|giver| given[*giver]).sum())
            }).max().unwrap_or(0);
            let asked: Vec<(u64, Vec<usize>)> = asked.into_iter().map(|(n, from)| (n, from.into_iter().collect())).collect();
            let told = shortage(&asked, &given);
            prop_assert_eq!(told.as_ref().map_or(0, |short| short.missing), worst);
            if let Some(short) = told {
                let need: u64 = short.askers.iter().map(|at| asked[*at].0).sum();
                let have: u64 = short.givers.iter().map(|at| given[*at]).sum();
                prop_assert_eq!(need - have, worst, "the group that is named is short by so much");
            }
        }
    }
}
