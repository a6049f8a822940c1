//! Which programme or field of training a file means: names are shortened, misspelt and put in other orders, so the nearest one that
//! stands clearly before all others is taken, and none otherwise.

use crate::base::{id::Id, text::words};

/// What a file may name.
pub trait Named: Sized {
    /// The row's id.
    fn id(&self) -> Id<Self>;

    /// Its code, its name and its other names.
    fn names(&self) -> impl Iterator<Item = &str>;
}

/// How alike a name must be, from 0 to 100.
const ALIKE: f64 = 84.0;
/// How far the best must stand before the next.
const CLEAR: f64 = 4.0;
/// Words that tell no programme from another.
const EMPTY: &[&str] =
    &["program", "programme", "pelatihan", "kejuruan", "kelas", "paket", "training", "kursus", "dan", "dengan"];

/// The one that a text names by code, name or another name; `None` when none is clearly meant.
pub fn resolve<T: Named>(text: &str, all: &[T]) -> Option<Id<T>> {
    let typed = key(text);
    if typed.is_empty() {
        return None;
    }
    let mut best: Option<(f64, Id<T>)> = None;
    let mut next = 0.0_f64;
    for one in all {
        let score = one.names().map(|name| alike(&typed, &key(name))).fold(0.0, f64::max);
        match best {
            Some((most, _)) if score <= most => next = next.max(score),
            _ => {
                next = best.map_or(0.0, |(most, _)| most);
                best = Some((score, one.id()));
            }
        }
    }
    best.filter(|(score, _)| *score >= ALIKE && score - next >= CLEAR).map(|(_, id)| id)
}

/// The telling words of a name.
fn key(name: &str) -> Vec<String> {
    let mut key = words(name);
    if key.iter().any(|word| !EMPTY.contains(&word.as_str())) {
        key.retain(|word| !EMPTY.contains(&word.as_str()));
    }
    key
}

/// 100 for the same words, 96 in another order or run together, less for a part of them or for other letters.
fn alike(typed: &[String], name: &[String]) -> f64 {
    if typed.is_empty() || name.is_empty() {
        return 0.0;
    }
    if typed == name {
        return 100.0;
    }
    if typed.concat() == name.concat() || sorted(typed) == sorted(name) {
        return 96.0;
    }
    let (short, long) = if typed.len() < name.len() { (typed, name) } else { (name, typed) };
    if short.iter().map(String::len).sum::<usize>() > 3 && short.iter().all(|word| long.contains(word)) {
        return 90.0;
    }
    let letters = |key: &[String]| sorted(key).join(" ");
    let straight = ratio(&typed.join(" "), &name.join(" "));
    straight.max(ratio(&letters(typed), &letters(name))).min(95.0)
}

fn ratio(one: &str, other: &str) -> f64 {
    rapidfuzz::fuzz::ratio(one.chars(), other.chars()) * 100.0
}

fn sorted(key: &[String]) -> Vec<&str> {
    let mut key: Vec<&str> = key.iter().map(String::as_str).collect();
    key.sort_unstable();
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalog::Programme, store::testing::noon};
    use proptest::prelude::*;

    fn the_programmes() -> Vec<Programme> {
        [
            ("LAS-3F", "Pengelasan SMAW 3F", "Las SMAW, las listrik"),
            ("LAS-6G", "Pengelasan SMAW 6G", ""),
            ("IT-JWD", "Junior Web Developer", "Pemrograman Web"),
            ("IT-POA", "Practical Office Advance", "Operator Komputer"),
            ("OTO-SPM", "Pemeliharaan Sepeda Motor", "Mekanik Motor, Teknik Sepeda Motor"),
            ("GAR-JPM", "Menjahit Pakaian Dengan Mesin", "Garmen Apparel, garment, Fashion Technology, Menjahit"),
            ("PAR-BAR", "Barista", ""),
            ("LIS-ILB", "Instalasi Listrik Bangunan", ""),
        ]
        .into_iter()
        .map(|(code, name, aliases)| Programme {
            id: Id::new(noon()),
            code: code.into(),
            name: name.into(),
            department_id: None,
            aliases: Some(aliases.into()),
            retired_at: None,
            form: None,
            kkni_level: None,
            jp_day: None,
            version: 1,
            valid_from: None,
            valid_to: None,
            siapkerja_id: None,
        })
        .collect()
    }

    fn code(text: &str) -> Option<String> {
        let all = the_programmes();
        let id = resolve(text, &all)?;
        all.into_iter().find(|programme| programme.id == id).map(|programme| programme.code)
    }

    #[test]
    fn the_names_that_files_use_are_understood() {
        for (text, meant) in [
            ("Pengelasan SMAW 3F", "LAS-3F"),
            ("PENGELASAN SMAW 3 F", "LAS-3F"),
            ("pelatihan pengelasan smaw-6g", "LAS-6G"),
            ("Las listrik", "LAS-3F"),
            ("las-3f", "LAS-3F"),
            ("Yunior Web Developer", "IT-JWD"),
            ("Junior Web Develover", "IT-JWD"),
            ("Web Developer Junior", "IT-JWD"),
            ("Web Developer", "IT-JWD"),
            ("Garment", "GAR-JPM"),
            ("Kejuruan Menjahit", "GAR-JPM"),
            ("Menjahit pakaian dgn mesin", "GAR-JPM"),
            ("Mekanik  sepeda motor", "OTO-SPM"),
            ("BARISTA ", "PAR-BAR"),
            ("Instalasi Listrik", "LIS-ILB"),
        ] {
            assert_eq!(code(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn a_name_that_fits_two_or_none_is_left_to_the_clerk() {
        for text in ["", " - ", "Pengelasan SMAW", "Pengelasan", "Tata Boga", "Bahasa Jepang", "pelatihan"] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_name_finds_its_own_programme_in_any_case_and_order_of_words(at in 0..8usize, upper: bool, turn: bool) {
            let all = the_programmes();
            let mut name = if upper { all[at].name.to_uppercase() } else { all[at].name.to_lowercase() };
            if turn {
                name = name.split(' ').rev().collect::<Vec<_>>().join("  ");
            }
            prop_assert_eq!(resolve(&name, &all), Some(all[at].id));
        }

        #[test]
        fn any_text_is_read_without_panic(text in any::<String>()) {
            resolve(&text, &the_programmes());
        }
    }
}
