//! A written address to a region's code: `Ds. Sukamaju, Kec. Ciawi, Kab. Bogor`.

use super::region_index::{DISTRICT, REGENCY, RegionIndex, VILLAGE};
use rapidfuzz::distance::levenshtein;
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

words! {
    /// How certain a written address is.
    pub enum Certainty {
        /// Every part was found as written, down to one village.
        Sure = "sure",
        /// Found with a slip forgiven, a part missing, or not down to the village.
        Guess = "guess",
        /// Not found.
        None = "none",
    }
}

/// The region that a written address means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Resolved {
    /// The code, as deep as could be found.
    pub code: Option<String>,
    /// How certain it is.
    pub certainty: Certainty,
}

/// A name to look for: its letters and figures, and the kind that a regency is said to be.
struct Wanted {
    key: String,
    kind: Option<&'static str>,
}

/// Resolves many addresses: what a regency's name means is worked out once.
pub struct Resolver<'a> {
    index: &'a RegionIndex,
    regencies: HashMap<String, (Vec<usize>, bool)>,
}

impl<'a> Resolver<'a> {
    /// A resolver that has seen nothing yet.
    pub fn new(index: &'a RegionIndex) -> Self {
        Self { index, regencies: HashMap::new() }
    }

    /// Finds the region of three written parts, each of which may be empty, shortened, misspelt or prefixed.
    pub fn resolve(&mut self, village: &str, district: &str, regency: &str) -> Resolved {
        let index = self.index;
        if !self.regencies.contains_key(regency) {
            self.regencies.insert(regency.to_owned(), index.regencies_named(&wanted(regency)));
        }
        let (regencies, regency_as_written) = &self.regencies[regency];
        let (districts, district_as_written) = index.districts_named(&wanted(district), regencies);
        let as_written = *regency_as_written && district_as_written;
        let village = wanted(village);
        let in_district = |at: &usize| index.sisters(VILLAGE, index.below(DISTRICT, *at), &village.key);
        let villages: Vec<(usize, bool)> = districts.iter().flat_map(in_district).collect();
        let exact: Vec<usize> = villages.iter().filter(|(_, exact)| *exact).map(|(at, _)| *at).collect();
        let found = |level, at, sure: bool| Resolved {
            code: Some(index.code(level, at)),
            certainty: if sure { Certainty::Sure } else { Certainty::Guess },
        };
        match (exact.as_slice(), villages.as_slice(), districts.as_slice(), regencies.as_slice()) {
            ([one], ..) => found(VILLAGE, *one, as_written),
            ([], [(one, _)], ..) => found(VILLAGE, *one, false),
            (_, _, [one], _) => found(DISTRICT, *one, false),
            (_, _, _, [one]) => found(REGENCY, *one, false),
            _ => Resolved { code: None, certainty: Certainty::None },
        }
    }
}

impl RegionIndex {
    /// Finds the region of one written address; see [`Resolver`] for many.
    pub fn resolve(&self, village: &str, district: &str, regency: &str) -> Resolved {
        Resolver::new(self).resolve(village, district, regency)
    }

    /// The code of a written regency or city; a bare name that is both means the regency.
    pub fn resolve_regency(&self, text: &str) -> Option<String> {
        let (found, _) = self.regencies_named(&wanted(text));
        found.first().map(|at| self.code(REGENCY, *at))
    }

    /// Regencies and cities of a name, and whether as written.
    fn regencies_named(&self, wanted: &Wanted) -> (Vec<usize>, bool) {
        if wanted.key.is_empty() {
            return (Vec::new(), false);
        }
        let level = &self.levels[REGENCY];
        let bare = |at: usize| bare_regency(level.folded(at));
        let of_kind = |at: &usize| wanted.kind.is_none_or(|kind| bare(*at).0 == kind);
        let named = |test: &dyn Fn(&str) -> bool| -> Vec<usize> {
            (0..level.len()).filter(of_kind).filter(|at| test(bare(*at).1)).collect()
        };
        let exact = named(&|name| same(name, &wanted.key));
        if exact.is_empty() { (named(&|name| slips(name, &wanted.key)), false) } else { (exact, true) }
    }

    /// Districts of a name in the regencies, or in the country when none is known.
    fn districts_named(&self, wanted: &Wanted, regencies: &[usize]) -> (Vec<usize>, bool) {
        if wanted.key.is_empty() {
            return (Vec::new(), false);
        }
        if regencies.is_empty() {
            let level = &self.levels[DISTRICT];
            let by_name = &self.districts_by_name;
            let from = by_name.partition_point(|at| key(level.folded((*at).into())) < wanted.key);
            let named = by_name[from..].iter().map(|at| usize::from(*at));
            return (named.take_while(|at| same(level.folded(*at), &wanted.key)).collect(), false);
        }
        let found: Vec<_> =
            regencies.iter().flat_map(|at| self.sisters(DISTRICT, self.below(REGENCY, *at), &wanted.key)).collect();
        let exact = found.iter().any(|(_, exact)| *exact);
        (found.into_iter().filter(|(_, is_exact)| *is_exact == exact).map(|(at, _)| at).collect(), exact)
    }

    /// The regions of a range that bear a name: those as written, otherwise those with a slip.
    fn sisters(&self, level: usize, range: std::ops::Range<usize>, key: &str) -> Vec<(usize, bool)> {
        let level = &self.levels[level];
        if key.is_empty() {
            return Vec::new();
        }
        let exact: Vec<_> = range.clone().filter(|at| same(level.folded(*at), key)).map(|at| (at, true)).collect();
        if !exact.is_empty() {
            return exact;
        }
        range.filter(|at| slips(level.folded(*at), key)).map(|at| (at, false)).collect()
    }
}

/// Takes the kind off a written name: `Kab. Bogor`, `KOTA ADM. JAKARTA TIMUR`, `Kec. Ciawi`, `Desa/Kel. Sukamaju`.
fn wanted(text: &str) -> Wanted {
    let lower = text.to_lowercase();
    let mut words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && !"'’`\"".contains(c)).filter(|w| !w.is_empty()).collect();
    let mut kind = None;
    while words.len() > 1 {
        match words[0] {
            "kabupaten" | "kab" => kind = Some("kabupaten"),
            "kota" | "kotamadya" | "kodya" => kind = Some("kota"),
            "administrasi" | "adm" if kind.is_some() => {}
            "kecamatan" | "kec" | "distrik" | "desa" | "ds" | "kelurahan" | "kel" | "gampong" | "nagari"
            | "kampung" => {}
            _ => break,
        }
        words.remove(0);
    }
    Wanted { key: key(&words.concat()), kind }
}

/// Kind and bare name of a regency in the list.
fn bare_regency(folded: &str) -> (&str, &str) {
    let (kind, name) = folded.split_once(' ').unwrap_or(("", folded));
    (kind, name.strip_prefix("administrasi ").unwrap_or(name))
}

/// A name's letters and figures.
pub(super) fn key(folded: &str) -> String {
    letters(folded).collect()
}

fn letters(folded: &str) -> impl DoubleEndedIterator<Item = char> + Clone {
    folded.chars().filter(|c| c.is_alphanumeric())
}

fn same(folded: &str, key: &str) -> bool {
    letters(folded).eq(key.chars())
}

/// Whether a name differs by one slip, or two in a long name. Short names allow none.
fn slips(folded: &str, key: &str) -> bool {
    let allowed = match key.len() {
        0..=4 => return false,
        5..=9 => 1,
        _ => 2,
    };
    let long = folded.len().abs_diff(key.len()) > allowed + folded.len() - letters(folded).count();
    !long && levenshtein::distance(letters(folded), key.chars()) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::region_seed::{coded, unpack};

    fn resolve(village: &str, district: &str, regency: &str) -> (String, Certainty) {
        let resolved = RegionIndex::shared().resolve(village, district, regency);
        (resolved.code.unwrap_or_default(), resolved.certainty)
    }

    #[test]
    fn offices_write_the_same_village_in_many_ways() {
        for (village, district, regency) in [
            ("Pantai Makmur", "Tarumajaya", "Kabupaten Bekasi"),
            ("PANTAI MAKMUR", "TARUMAJAYA", "KAB. BEKASI"),
            ("Ds. Pantai Makmur", "Kec. Taruma Jaya", "Kab Bekasi"),
            ("pantaimakmur", "tarumajaya", "Bekasi"),
        ] {
            assert_eq!(resolve(village, district, regency), ("32.16.01.2008".into(), Certainty::Sure), "{village}");
        }
    }

    #[test]
    fn a_slip_or_a_missing_part_makes_it_a_guess() {
        for (village, district, regency) in [
            ("Pantai Makmurr", "Tarumajaya", "Kab. Bekasi"),
            ("Pantai Makmur", "Tarumajya", "Kab. Bekasi"),
            ("Pantai Makmur", "Tarumajaya", ""),
            ("Pantai Makmur", "Tarumajaya", "Kab. Bekassi"),
        ] {
            assert_eq!(resolve(village, district, regency), ("32.16.01.2008".into(), Certainty::Guess), "{district}");
        }
        assert_eq!(resolve("Nirgendwo", "Tarumajaya", "Kab. Bekasi"), ("32.16.01".into(), Certainty::Guess));
        assert_eq!(resolve("", "", "Kota Bekasi"), ("32.75".into(), Certainty::Guess));
        assert_eq!(resolve("Nirgendwo", "Nirgends", "Nie"), (String::new(), Certainty::None));
        assert_eq!(resolve("", "", ""), (String::new(), Certainty::None));
    }

    #[test]
    fn a_regency_and_a_city_of_one_name_are_told_apart() {
        let index = RegionIndex::shared();
        assert_eq!(index.resolve_regency("Kab. Bekasi").as_deref(), Some("32.16"));
        assert_eq!(index.resolve_regency("KODYA BEKASI").as_deref(), Some("32.75"));
        assert_eq!(index.resolve_regency("Jakarta Selatan").as_deref(), Some("31.74"));
        assert_eq!(index.resolve_regency("Kota Adm. Jakarta Selatan").as_deref(), Some("31.74"));
        assert_eq!(index.resolve_regency("Kab. Jakarta"), None);
        // The district decides which Bekasi is meant.
        assert_eq!(resolve("", "Tarumajaya", "Bekasi").0, "32.16.01");
    }

    #[test]
    fn every_unambiguous_village_of_a_province_resolves_to_itself() {
        let (index, text) = (RegionIndex::shared(), unpack());
        let (mut sure, mut all) = (0, 0);
        for (code, name) in coded(&text).filter(|(code, _)| code.len() == 13 && code.starts_with("34.")) {
            let path = index.path(&code).unwrap();
            let resolved = index.resolve(name, &path.district.unwrap(), &path.regency.unwrap());
            sure += i32::from(resolved == Resolved { code: Some(code), certainty: Certainty::Sure });
            all += 1;
        }
        assert_eq!((sure, all), (438, 438));
    }
}
