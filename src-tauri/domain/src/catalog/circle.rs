//! Whether things that need one another go round in a circle, and through which of them. Pure.

/// What stands on a circle, in order, each needed by the one before it; `None`: there is no circle. `needs[i]` are the
/// places of what `i` needs.
pub fn circle(needs: &[Vec<usize>]) -> Option<Vec<usize>> {
    // 0 not seen, 1 on the way, 2 done.
    let mut seen = vec![0_u8; needs.len()];
    for start in 0..needs.len() {
        if seen[start] != 0 {
            continue;
        }
        let mut way = vec![(start, 0_usize)];
        seen[start] = 1;
        while let Some((at, next)) = way.last_mut() {
            let Some(to) = needs[*at].get(*next).copied() else {
                seen[*at] = 2;
                way.pop();
                continue;
            };
            *next += 1;
            match seen.get(to) {
                Some(0) => {
                    seen[to] = 1;
                    way.push((to, 0));
                }
                Some(1) => {
                    let from = way.iter().position(|(place, _)| *place == to).unwrap_or(0);
                    return Some(way[from..].iter().map(|(place, _)| *place).collect());
                }
                _ => {}
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_circle_is_told_in_order() {
        assert_eq!(circle(&[vec![1], vec![2], vec![0]]), Some(vec![0, 1, 2]));
        assert_eq!(circle(&[vec![], vec![1]]), Some(vec![1]));
        assert_eq!(circle(&[vec![1, 2], vec![2], vec![]]), None);
    }

    #[test]
    fn ten_thousand_in_a_row_are_no_circle_until_the_last_needs_the_first() {
        let mut needs: Vec<Vec<usize>> = (0..10_000).map(|n| if n == 0 { vec![] } else { vec![n - 1] }).collect();
        assert_eq!(circle(&needs), None);
        needs[0].push(9_999);
        assert_eq!(circle(&needs).map(|found| found.len()), Some(10_000));
    }

    proptest! {
        #[test]
        fn what_needs_only_earlier_ones_has_no_circle(needs in prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 0..4), 0..40)) {
            let needs: Vec<Vec<usize>> = needs.iter().enumerate()
                .map(|(at, to)| if at == 0 { vec![] } else { to.iter().map(|index| index.index(at)).collect() }).collect();
            prop_assert_eq!(circle(&needs), None);
        }

        #[test]
        fn a_circle_that_is_told_is_one(needs in prop::collection::vec(prop::collection::vec(0..20_usize, 0..3), 20)) {
            if let Some(found) = circle(&needs) {
                for (at, place) in found.iter().enumerate() {
                    prop_assert!(needs[*place].contains(&found[(at + 1) % found.len()]));
                }
            }
        }
    }
}
