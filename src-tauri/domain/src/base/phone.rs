//! Telephone numbers (*nomor HP/WA*): kept as `+62812…`, shown as `0812-3456-7890`.

use super::text::is_invisible;

/// What a cell or field with telephone numbers holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phones {
    /// The first number, `+62…`.
    pub first: String,
    /// Further numbers of the same cell, same form.
    pub others: Vec<String>,
}

/// Reads `0812-3456-7890`, `+62 812 …`, `62812…`, `8123456789` (a cell that lost its zero), `(021) 555…`;
/// two numbers in one cell become first and others. `None` when no part is a number.
pub fn read(text: &str) -> Option<Phones> {
    let mut numbers = text.split(['/', ',', ';', '\n', '&', '|']).filter_map(one);
    let first = numbers.next()?;
    let others = numbers.filter(|other| *other != first).collect();
    Some(Phones { first, others })
}

/// One number, or `None` when the text is none.
pub fn one(text: &str) -> Option<String> {
    let mut digits = String::with_capacity(16);
    let mut foreign = false;
    for c in text.chars().filter(|c| !is_invisible(*c) && !c.is_whitespace()) {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => foreign = true,
            '-' | '–' | '.' | '(' | ')' | '\'' | '’' | '_' | '*' => {}
            _ if c.is_alphabetic() || c == ':' => {}
            _ => return None,
        }
    }
    let national = match (digits.strip_prefix("62"), digits.strip_prefix('0')) {
        _ if foreign && !digits.starts_with("62") => return within(&digits, 8, 15).then(|| format!("+{digits}")),
        (Some(rest), _) => rest.strip_prefix('0').unwrap_or(rest),
        (None, Some(rest)) => match rest.strip_prefix("062").or_else(|| rest.strip_prefix("62")) {
            // 0062812… and the frequent slip 062812….
            Some(rest) if rest.starts_with('8') => rest,
            _ => rest,
        },
        // A number cell loses the leading zero of a mobile number.
        (None, None) if digits.starts_with('8') => &digits,
        _ => return None,
    };
    let (least, most) = if national.starts_with('8') { (8, 12) } else { (7, 11) };
    (within(national, least, most) && !national.starts_with('0')).then(|| format!("+62{national}"))
}

fn within(digits: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&digits.len())
}

/// How a kept number is shown: `0812-3456-7890`; a foreign one as it is.
pub fn shown(phone: &str) -> String {
    let Some(national) = phone.strip_prefix("+62") else { return phone.to_owned() };
    let digits = format!("0{national}");
    let mut cuts = vec![0];
    let mut at = if national.starts_with('8') || digits.len() > 11 { 4 } else { 3 };
    while at < digits.len() {
        cuts.push(at);
        at += 4;
    }
    // A last group of one figure reads badly: it joins the one before.
    if digits.len() - cuts.last().copied().unwrap_or_default() == 1 {
        cuts.pop();
    }
    let ends = cuts.iter().skip(1).copied().chain([digits.len()]);
    cuts.iter().zip(ends).map(|(from, to)| &digits[*from..to]).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mobile_number_is_kept_in_one_form() {
        for text in [
            "081234567890",
            "0812-3456-7890",
            "+62 812 3456 7890",
            "6281234567890",
            "81234567890",
            "(0812) 34567890",
            "+62081234567890",
            "0062 81234567890",
            "WA: 081234567890",
            "'081234567890",
            "0812.3456.7890\u{a0}",
            "6281234567890 (WA)",
            "062 81234567890",
        ] {
            assert_eq!(one(text).as_deref(), Some("+6281234567890"), "{text}");
        }
    }

    #[test]
    fn a_landline_and_a_foreign_number_are_numbers_too() {
        assert_eq!(one("(021) 8900123").as_deref(), Some("+62218900123"));
        assert_eq!(one("+60 12-345 6789").as_deref(), Some("+60123456789"));
        assert_eq!(shown("+62218900123"), "021-8900-123");
        assert_eq!(shown("+60123456789"), "+60123456789");
    }

    #[test]
    fn two_numbers_in_one_cell_become_first_and_others() {
        let phones = read("0812-3456-7890 / 0813 1111 2222").unwrap();
        assert_eq!(
            (phones.first.as_str(), phones.others.as_slice()),
            ("+6281234567890", &["+6281311112222".to_owned()][..])
        );
        assert_eq!(read("081234567890/081234567890").unwrap().others, Vec::<String>::new());
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", "0", "tidak ada", "08123", "0812345678901234567", "1234567890", "a@b.id", "000000000"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_shown_in_groups_of_four() {
        assert_eq!(shown("+6281234567890"), "0812-3456-7890");
        assert_eq!(shown("+628123456789"), "0812-3456-789");
        assert_eq!(shown("+6281234567"), "0812-34567");
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back_to_what_is_kept(rest in "8[1-9][0-9]{6,10}") {
            let kept = format!("+62{rest}");
            prop_assert_eq!(one(&shown(&kept)), Some(kept));
        }

        #[test]
        fn any_text_is_read_without_panic(text in any::<String>()) {
            if let Some(phones) = read(&text) {
                shown(&phones.first);
            }
        }
    }
}
