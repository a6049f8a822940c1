//! How alike two people are, and why one would think so. A name alone is never enough: many people share one word.

use super::name::fold_tokens;
use chrono::{Datelike, NaiveDate};
use rapidfuzz::distance::{jaro_winkler, osa};
use serde::Serialize;
use ts_rs::TS;

/// Names at least this alike count as the same name written twice (0 to 1).
const SAME_NAME: f64 = 0.93;
/// Names at least this alike count as similar.
const SIMILAR_NAME: f64 = 0.84;

words! {
    /// Why two rows may be one person; words live under `duplicate_reason.<code>`.
    pub enum Reason {
        /// The same NIK.
        SameNik = "same_nik",
        /// NIKs that differ by one typing mistake.
        NikOneOff = "nik_one_off",
        /// The same phone.
        SamePhone = "same_phone",
        /// The same family card.
        SameKk = "same_kk",
        /// The same name, spelt any way.
        SameName = "same_name",
        /// A similar name.
        SimilarName = "similar_name",
        /// The same birth date.
        SameBirth = "same_birth",
        /// Day and month of birth changed places.
        BirthSwapped = "birth_swapped",
        /// Birth dates that differ in one part.
        BirthOneOff = "birth_one_off",
    }
}

/// What is compared of a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Likeness {
    /// The name as written.
    pub full_name: String,
    /// 16 digits.
    pub nik: Option<String>,
    /// `+62…`.
    pub phone: Option<String>,
    /// 16 digits.
    pub kk_number: Option<String>,
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
}

/// How alike, 1 to 100, and why.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Match {
    /// 100: surely the same.
    pub score: u8,
    /// Why, strongest first.
    pub reasons: Vec<Reason>,
}

/// Compares two people; `None` when nothing suggests that they are one.
pub fn compare(a: &Likeness, b: &Likeness) -> Option<Match> {
    let name = name_reason(&a.full_name, &b.full_name);
    let birth = a.birth_on.zip(b.birth_on).and_then(|(a, b)| birth_reason(a, b));
    let nik = a.nik.as_deref().zip(b.nik.as_deref()).and_then(|(a, b)| nik_reason(a, b));
    let equal = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
    let phone = equal(&a.phone, &b.phone).then_some(Reason::SamePhone);
    let kk = equal(&a.kk_number, &b.kk_number).then_some(Reason::SameKk);
    let score: u8 = match (nik, name, birth) {
        (Some(Reason::SameNik), Some(_), _) | (Some(Reason::SameNik), None, Some(Reason::SameBirth)) => 100,
        (Some(Reason::SameNik), None, _) => 80,
        (Some(_), Some(Reason::SameName), _) | (Some(_), _, Some(Reason::SameBirth)) => 90,
        (Some(_), Some(_), _) => 80,
        (_, Some(Reason::SameName), Some(Reason::SameBirth)) => 85,
        (_, Some(_), Some(Reason::SameBirth)) => 70,
        (_, Some(Reason::SameName), Some(_)) => 65,
        (_, Some(Reason::SameName), None) if phone.is_some() || kk.is_some() => 75,
        (_, Some(_), _) if phone.is_some() || kk.is_some() => 60,
        _ => return None,
    };
    let reasons = [nik, phone, kk, name, birth].into_iter().flatten().collect();
    Some(Match { score: score.saturating_add(if phone.is_some() { 5 } else { 0 }).min(100), reasons })
}

fn name_reason(a: &str, b: &str) -> Option<Reason> {
    let (mut a, mut b) = (fold_tokens(a), fold_tokens(b));
    // The order of the words does not matter.
    a.sort();
    b.sort();
    let (a, b) = (a.join(" "), b.join(" "));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let alike = jaro_winkler::similarity(a.chars(), b.chars());
    let close = osa::distance(a.chars(), b.chars()) <= 1 && a.len().min(b.len()) >= 5;
    if a == b || alike >= SAME_NAME && close {
        Some(Reason::SameName)
    } else if alike >= SIMILAR_NAME || close || contains_words(&a, &b) {
        Some(Reason::SimilarName)
    } else {
        None
    }
}

/// One name has all words of the other and some more: `Siti Aminah` and `Siti Aminah Lubis`.
fn contains_words(a: &str, b: &str) -> bool {
    let (a, b): (Vec<_>, Vec<_>) = (a.split(' ').collect(), b.split(' ').collect());
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.len() >= 2 && few.iter().all(|word| many.contains(word))
}

fn birth_reason(a: NaiveDate, b: NaiveDate) -> Option<Reason> {
    if a == b {
        return Some(Reason::SameBirth);
    }
    if (a.year(), a.month(), a.day()) == (b.year(), b.day(), b.month()) {
        return Some(Reason::BirthSwapped);
    }
    let same = [a.year() == b.year(), a.month() == b.month(), a.day() == b.day()];
    (same.into_iter().filter(|part| *part).count() == 2).then_some(Reason::BirthOneOff)
}

fn nik_reason(a: &str, b: &str) -> Option<Reason> {
    if a == b {
        return Some(Reason::SameNik);
    }
    // A neighbour in the running number is another person of the same day and district, not a mistake.
    let same_head = a.get(..12) == b.get(..12);
    (!same_head && osa::distance(a.chars(), b.chars()) == 1).then_some(Reason::NikOneOff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn someone(name: &str, nik: &str, birth: &str) -> Likeness {
        let nik = Some(nik.to_owned()).filter(|nik| !nik.is_empty());
        Likeness { full_name: name.into(), nik, birth_on: birth.parse().ok(), ..Likeness::default() }
    }

    #[test]
    fn one_person_written_twice_is_found_with_the_reasons() {
        let a = someone("Muh. Yusuf Hidayat", "3216010101990001", "1999-01-01");
        let b = someone("Muhammad Jusuf Hidajat", "3216010101990001", "1999-01-01");
        let found = compare(&a, &b).expect("alike");
        assert_eq!(found.score, 100);
        assert!(found.reasons.contains(&Reason::SameNik) && found.reasons.contains(&Reason::SameBirth));
        let c = someone("Siti Aminah", "", "1999-03-04");
        let d = someone("Siti Aminah Lubis", "", "1999-03-04");
        assert_eq!(compare(&c, &d).expect("alike").reasons, [Reason::SimilarName, Reason::SameBirth]);
        let e = someone("Sri", "3216014403990001", "1999-03-04");
        let f = someone("Sri", "3216014403990001", "1999-04-03");
        assert!(compare(&e, &f).expect("alike").reasons.contains(&Reason::BirthSwapped));
    }

    #[test]
    fn a_shared_name_or_neighbouring_numbers_alone_are_nothing() {
        let pairs = [
            (someone("Sri", "", "1990-01-01"), someone("Sri", "", "1985-05-07")),
            (someone("Budi", "3216010101990001", "1999-01-01"), someone("Ahmad", "3216010101990002", "1999-01-01")),
            (someone("Budi Santoso", "", ""), someone("Budi Santoso", "", "")),
        ];
        for (a, b) in pairs {
            assert_eq!(compare(&a, &b), None, "{a:?} {b:?}");
        }
    }

    proptest! {
        #[test]
        fn likeness_does_not_depend_on_the_order(a in "[A-Za-z' ]{0,20}", b in "[A-Za-z' ]{0,20}", x in "[0-9]{16}", y in "[0-9]{16}") {
            let (a, b) = (someone(&a, &x, "1999-01-02"), someone(&b, &y, "1999-02-01"));
            prop_assert_eq!(compare(&a, &b), compare(&b, &a));
        }
    }
}
