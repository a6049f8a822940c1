//! The NIK out of a cell, where spreadsheets do their worst.

use super::{cell::Cell, verdict::Reason};
use crate::base::{kk::Kk, nik::Nik, text::words};

/// The NIK of a cell, and a family card number when the cell holds both.
pub(super) fn read(cell: &Cell) -> Result<(Nik, Option<Kk>), Reason> {
    match cell {
        Cell::Empty => Err(Reason::NikMissing),
        // A number has at most 15 exact digits in a spreadsheet: the sixteenth is already lost.
        Cell::Number(_) => Err(Reason::NikNumericCell),
        Cell::Text(text) if is_exponent(text) => Err(Reason::NikNumericCell),
        Cell::Text(text) if says_nothing(text) => Err(Reason::NikMissing),
        Cell::Text(text) => both(text).map_or_else(|| Ok((Nik::parse(text)?, None)), Ok),
        Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => Err(Reason::NikNotDigits),
    }
}

/// `3,17101E+15`: a number that went through text.
fn is_exponent(text: &str) -> bool {
    let text = text.trim().trim_start_matches('\'');
    let Some((digits, exponent)) = text.split_once(['E', 'e']) else { return false };
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    figures(digits.trim()) && figures(exponent.trim().trim_start_matches('+'))
}

/// `-`, `tidak ada`, `belum punya`, `0`.
fn says_nothing(text: &str) -> bool {
    const NOTHING: [&str; 16] = [
        "tidak", "tdk", "belum", "blm", "ada", "punya", "kosong", "nihil", "nik", "ktp", "hilang", "0", "none", "na",
        "n", "a",
    ];
    words(text).iter().all(|word| NOTHING.contains(&word.as_str()))
}

/// Two numbers in one cell, as under `NIK/No KK`: the first that is a NIK, and the other.
fn both(text: &str) -> Option<(Nik, Option<Kk>)> {
    if text.len() < 32 {
        return None;
    }
    let mut parts: Vec<&str> = text.split(['/', '\n', ';', ',', '|']).filter(|part| !part.trim().is_empty()).collect();
    if parts.len() < 2 {
        parts = text.split_whitespace().collect();
    }
    let numbers: Vec<&str> = parts.into_iter().filter(|part| part.chars().any(|c| c.is_ascii_digit())).collect();
    let [one, two] = numbers.as_slice() else { return None };
    let clean = |part: &str| part.chars().filter(|c| !c.is_alphabetic() && *c != ':').collect::<String>();
    let (one, two) = (clean(one), clean(two));
    // A text that names the card before the number is taken at its word.
    let kk_first = words(text).first().is_some_and(|word| word == "kk");
    let (nik, kk) = if kk_first || Nik::parse(&one).is_err() { (two, one) } else { (one, two) };
    Some((Nik::parse(&nik).ok()?, Kk::parse(&kk).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Result<String, Reason> {
        read(&Cell::Text(text.into()))
            .map(|(nik, kk)| format!("{} {}", nik.expose(), kk.map_or("-".into(), |kk| kk.expose().to_owned())))
    }

    #[test]
    fn a_number_has_lost_its_last_digit() {
        assert_eq!(read(&Cell::Number(3_216_014_101_990_001.0)).unwrap_err(), Reason::NikNumericCell);
        for exponent in ["3,21601E+15", "3.21601E+15", "3,21601e15", "3E+15", "'3,21601E+15"] {
            assert_eq!(text(exponent), Err(Reason::NikNumericCell), "{exponent}");
        }
    }

    #[test]
    fn nothing_is_missing_and_something_else_is_wrong() {
        for nothing in ["", " ", "-", "tidak ada", "Belum punya KTP", "0", "N/A"] {
            assert_eq!(text(nothing), Err(Reason::NikMissing), "{nothing}");
        }
        assert_eq!(read(&Cell::Empty).unwrap_err(), Reason::NikMissing);
        assert_eq!(text("321601410199000"), Err(Reason::NikLength));
        assert_eq!(text("32160141O1990001"), Err(Reason::NikNotDigits));
        assert_eq!(text("3216017208990001"), Err(Reason::NikDate));
        assert_eq!(text("3216014101990000"), Err(Reason::NikSequence));
        assert_eq!(read(&Cell::Error("#N/A".into())).unwrap_err(), Reason::NikNotDigits);
    }

    #[test]
    fn apostrophes_and_a_second_number_do_no_harm() {
        assert_eq!(text("'3216014101990001").unwrap(), "3216014101990001 -");
        assert_eq!(text("3216 0141 0199 0001\u{a0}").unwrap(), "3216014101990001 -");
        let both = "3216014101990001 3216011205060003";
        for cell in [
            "3216014101990001/3216011205060003",
            "3216014101990001\n3216011205060003",
            "NIK: 3216014101990001; KK: 3216011205060003",
            "KK 3216011205060003 / NIK 3216014101990001",
            "3216014101990001 3216011205060003",
        ] {
            assert_eq!(text(cell).as_deref(), Ok(both), "{cell}");
        }
    }
}
