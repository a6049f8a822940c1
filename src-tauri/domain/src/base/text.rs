//! Typed and pasted text: what cannot be seen is removed, what is seen stays.

/// Characters that print nothing and are not blanks: zero-width marks, soft hyphen, BOM, direction marks.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{feff}' | '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}')
}

/// Trims, drops invisible characters, makes every run of blanks one space.
pub fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if !c.is_whitespace() {
            tidy.push(c);
        } else if !tidy.is_empty() && !tidy.ends_with(' ') {
            tidy.push(' ');
        }
    }
    if tidy.ends_with(' ') {
        tidy.pop();
    }
    tidy
}

/// The tidied text, or `None` when nothing is left of it.
pub fn filled(text: &str) -> Option<String> {
    Some(tidy(text)).filter(|text| !text.is_empty())
}

/// The words of a text in lower case, without signs; figures and letters part: `D-III (S1)` -> `d iii s 1`.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in text.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            let joins = last.is_alphanumeric() && c.is_numeric() == last.is_numeric();
            match words.last_mut().filter(|_| joins) {
                Some(word) => word.push(c),
                None => words.push(c.into()),
            }
        }
        last = c;
    }
    words
}

/// Suggests a spelling for a name that is all capitals (or all small): `SITI NUR'AINI` -> `Siti Nur'aini`.
/// A name of mixed case is its owner's spelling and stays. For display and for an offered correction only.
pub fn suggest_case(name: &str) -> String {
    let has = |test: fn(char) -> bool| name.chars().any(test);
    if has(char::is_uppercase) && has(char::is_lowercase) {
        return name.to_owned();
    }
    name.split_inclusive([' ', '-', '.', '/']).map(capitalised).collect()
}

fn capitalised(part: &str) -> String {
    let word = part.trim_end_matches([' ', '-', '.', '/', ',']).to_uppercase();
    if matches!(word.as_str(), "II" | "III" | "IV" | "VI" | "VII" | "VIII" | "IX" | "RT" | "RW" | "BTN") {
        return part.to_uppercase();
    }
    if matches!(word.as_str(), "BIN" | "BINTI") {
        return part.to_lowercase();
    }
    let mut letters = part.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters.as_str().to_lowercase().chars()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blanks_and_invisible_characters_are_tidied() {
        assert_eq!(tidy("  Marta\u{a0}\u{a0}Siregar \t"), "Marta Siregar");
        assert_eq!(tidy("Ma\u{ad}ria\u{200b}\u{feff}"), "Maria");
        assert_eq!(tidy("Dusun\nKrajan\r\nRT 1"), "Dusun Krajan RT 1");
        assert_eq!(filled(" \u{200b} "), None);
    }

    #[test]
    fn words_are_freed_of_signs_and_case() {
        assert_eq!(words(" D-III (S1), MTs.N2 "), ["d", "iii", "s", "1", "mts", "n", "2"]);
        assert!(words(" - ").is_empty());
    }

    #[test]
    fn only_a_name_of_one_case_gets_a_suggestion() {
        assert_eq!(suggest_case("SITI NUR'AINI"), "Siti Nur'aini");
        assert_eq!(suggest_case("i gede putu-arta"), "I Gede Putu-Arta");
        assert_eq!(suggest_case("MUH. ALI BIN UMAR"), "Muh. Ali bin Umar");
        assert_eq!(suggest_case("van der Berg"), "van der Berg");
        assert_eq!(suggest_case("PEMBUANG HULU II"), "Pembuang Hulu II");
        assert_eq!(suggest_case(""), "");
    }

    proptest! {
        #[test]
        fn tidy_text_is_tidy_already(text in any::<String>()) {
            let once = tidy(&text);
            prop_assert_eq!(tidy(&once), once);
        }
    }
}
