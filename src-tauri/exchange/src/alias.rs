//! One person under two ids: the second leads to the first, and can be parted from it again. The leads are ordinary cells;
//! here is how they are followed.

use crate::mutant;
use uuid::Uuid;

/// Longer chains of merges are not made by people.
const FAR: usize = 64;

/// Where `row` leads in the end. Where merges made without knowing of each other lead in a circle, its smallest id is
/// meant: every row of the circle gives the same answer at every desk.
pub fn resolve(row: Uuid, leads_to: impl Fn(Uuid) -> Option<Uuid>) -> Uuid {
    let mut path = vec![row];
    let mut at = row;
    while let Some(next) = leads_to(at).filter(|next| *next != at) {
        if let Some(start) = path.iter().position(|seen| *seen == next) {
            if mutant::on("alias_circles") {
                return at;
            }
            return path[start..].iter().copied().min().unwrap_or(next);
        }
        if path.len() == FAR {
            return next;
        }
        path.push(next);
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn leads(pairs: &[(u128, u128)]) -> impl Fn(Uuid) -> Option<Uuid> + use<> {
        let map: HashMap<Uuid, Uuid> = pairs.iter().map(|(a, b)| (Uuid::from_u128(*a), Uuid::from_u128(*b))).collect();
        move |row| map.get(&row).copied()
    }

    fn end(row: u128, pairs: &[(u128, u128)]) -> u128 {
        resolve(Uuid::from_u128(row), leads(pairs)).as_u128()
    }

    #[test]
    fn a_chain_of_merges_leads_to_its_end_and_a_parted_row_to_itself() {
        assert_eq!(end(9, &[(9, 5), (5, 2)]), 2);
        assert_eq!(end(9, &[(5, 2)]), 9);
        assert_eq!(end(9, &[(9, 9)]), 9);
    }

    #[test]
    fn a_circle_gives_one_answer_wherever_it_is_entered() {
        let circle = [(9, 5), (5, 2), (2, 9), (11, 9)];
        for row in [9, 5, 2, 11] {
            assert_eq!(end(row, &circle), 2);
        }
    }
}
