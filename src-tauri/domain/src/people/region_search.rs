//! Type-ahead over villages: `cib citeureup bogor`.

use super::region_index::{DISTRICT, PROVINCE, REGENCY, RegionIndex, VILLAGE};
use serde::Serialize;
use std::collections::HashSet;
use ts_rs::TS;

/// A village that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RegionHit {
    /// The dotted code of the village.
    pub village_code: String,
    /// `Cibinong, Cibinong, Kabupaten Bogor, Jawa Barat`.
    pub label: String,
}

/// Fewer letters than this fit half the country.
const FEWEST: usize = 3;

/// Better hits have smaller ranks: nearness, how the first word fits, other words that fit only above, place.
type Rank = (u8, u8, u8, usize);

impl RegionIndex {
    /// Villages whose name has the first word (or whose district begins with it) and whose names or districts, regencies
    /// and provinces have words that begin with each further one. `near`, a regency's code, comes first, then its province.
    pub fn search(&self, query: &str, near: Option<&str>, limit: usize) -> Vec<RegionHit> {
        let lower = query.to_lowercase();
        let words: Vec<&str> = lower.split([' ', ',', '.', '/']).filter(|word| !word.is_empty()).collect();
        let Some((first, others)) = words.split_first() else { return Vec::new() };
        if words.iter().map(|word| word.len()).sum::<usize>() < FEWEST {
            return Vec::new();
        }
        let near = near.and_then(|code| self.find(code)).map(|(level, at)| self.up(level, at));
        let near = near.map(|up| (up[REGENCY], up[PROVINCE]));
        let mut hits: Vec<Rank> = self
            .candidates(first)
            .into_iter()
            .filter_map(|(village, fit)| self.rank(village, fit, others, near))
            .collect();
        if limit < hits.len() {
            hits.select_nth_unstable(limit);
            hits.truncate(limit);
        }
        hits.sort_unstable();
        hits.into_iter().map(|(_, _, _, village)| self.hit(village)).collect()
    }

    /// Villages that the first word names, each with how well: 0 whole name, 1 beginning, 2 beginning of a later
    /// word, 3 inside a word, 4 only its district begins so.
    fn candidates(&self, word: &str) -> Vec<(usize, u8)> {
        let villages = &self.levels[VILLAGE];
        let bytes = villages.folded.as_bytes();
        let mut found: Vec<(usize, u8)> = Vec::new();
        for (byte, _) in villages.folded.match_indices(word) {
            let village = villages.at_byte(byte);
            let before = if byte == 0 { b'\n' } else { bytes[byte - 1] };
            let fit = match before {
                b'\n' if bytes.get(byte + word.len()) == Some(&b'\n') => 0,
                b'\n' => 1,
                other if !other.is_ascii_alphanumeric() => 2,
                _ => 3,
            };
            match found.last_mut().filter(|(last, _)| *last == village) {
                Some((_, best)) => *best = fit.min(*best),
                None => found.push((village, fit)),
            }
        }
        let direct: HashSet<usize> = found.iter().map(|(village, _)| *village).collect();
        let districts = &self.levels[DISTRICT];
        for (byte, _) in districts.folded.match_indices(word) {
            let district = districts.at_byte(byte);
            if districts.folded(district).starts_with(word) {
                found.extend(
                    self.below(DISTRICT, district).filter(|at| !direct.contains(at)).map(|village| (village, 4)),
                );
            }
        }
        found
    }

    fn rank(&self, village: usize, fit: u8, others: &[&str], near: Option<(usize, usize)>) -> Option<Rank> {
        let up = self.up(VILLAGE, village);
        let mut above = 0;
        for word in others {
            let has = |level: usize| has_word(self.levels[level].folded(up[level]), word);
            if !has(VILLAGE) {
                above += 1;
                [DISTRICT, REGENCY, PROVINCE].into_iter().any(has).then_some(())?;
            }
        }
        let distance = match near {
            Some((regency, _)) if regency == up[REGENCY] => 0,
            Some((_, province)) if province == up[PROVINCE] => 1,
            _ => 2,
        };
        Some((distance, fit, above, village))
    }

    fn hit(&self, village: usize) -> RegionHit {
        let up = self.up(VILLAGE, village);
        let names = [VILLAGE, DISTRICT, REGENCY, PROVINCE].map(|level| self.levels[level].name(up[level]));
        RegionHit { village_code: self.code(VILLAGE, village), label: names.join(", ") }
    }
}

/// Whether a word of the name begins like this.
fn has_word(name: &str, word: &str) -> bool {
    let begins = |at: usize| at == 0 || !name.as_bytes()[at - 1].is_ascii_alphanumeric();
    name.match_indices(word).any(|(at, _)| begins(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(query: &str, near: Option<&str>) -> Vec<String> {
        RegionIndex::shared().search(query, near, 8).into_iter().map(|hit| hit.label).collect()
    }

    #[test]
    fn further_words_narrow_to_district_and_regency() {
        assert_eq!(labels("pantai mak tarumajaya", None), ["Pantai Makmur, Tarumajaya, Kabupaten Bekasi, Jawa Barat"]);
        let hits = labels("setia tarumajaya bekasi", None);
        assert!(
            !hits.is_empty() && hits.iter().all(|label| label.contains("Tarumajaya, Kabupaten Bekasi")),
            "{hits:?}"
        );
        assert!(labels("sukamaju xyzzy", None).is_empty());
    }

    #[test]
    fn the_own_regency_comes_first_then_the_own_province() {
        let hits = RegionIndex::shared().search("sukamaju", Some("32.01"), 200);
        let ranks: Vec<_> = hits
            .iter()
            .map(|hit| {
                if hit.village_code.starts_with("32.01.") {
                    0
                } else {
                    1 + u8::from(!hit.village_code.starts_with("32."))
                }
            })
            .collect();
        assert!(ranks.is_sorted() && ranks[0] == 0 && ranks.contains(&1) && ranks.contains(&2));
    }

    #[test]
    fn a_beginning_comes_before_an_inside() {
        let hits = labels("mulyasari", None);
        assert!(hits[0].starts_with("Mulyasari, "), "{hits:?}");
        let all = RegionIndex::shared().search("jaya", None, 5000);
        let first_inside = all.iter().position(|hit| !hit.label.to_lowercase().starts_with("jaya")).unwrap();
        assert!(all[first_inside..].iter().all(|hit| !hit.label.to_lowercase().starts_with("jaya")));
    }

    #[test]
    fn a_district_alone_offers_its_villages() {
        let hits = labels("tarumajaya", None);
        assert_eq!(hits.len(), 8);
        assert!(hits.iter().all(|label| label.contains("Tarumajaya")), "{hits:?}");
    }

    #[test]
    fn too_little_is_no_question() {
        assert!(labels("", None).is_empty() && labels("su", None).is_empty() && labels(" , ", None).is_empty());
        assert!(labels("sukamaju", Some("nonsense")).len() == 8);
    }
}
