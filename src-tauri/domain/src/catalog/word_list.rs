//! Lists of words in one text, parted by commas: other names of a thing, the equipment of a room.

use crate::base::text::filled;

/// The words without blanks around them, each once, without the name itself; `None`: there is none.
pub fn word_list(text: &str, name: &str) -> Option<String> {
    let mut kept: Vec<String> = Vec::new();
    for word in text.split([',', ';', '\n']).filter_map(filled) {
        let same = |other: &String| other.to_lowercase() == word.to_lowercase();
        if !kept.iter().any(same) && word.to_lowercase() != name.to_lowercase() {
            kept.push(word);
        }
    }
    (!kept.is_empty()).then(|| kept.join(", "))
}

/// Whether every word of one list is in the other, in any case: what a unit needs and what a room has.
pub fn has_all(needed: Option<&str>, there: Option<&str>) -> bool {
    let words = |text: Option<&str>| -> Vec<String> {
        text.unwrap_or_default().split(',').filter_map(filled).map(|word| word.to_lowercase()).collect()
    };
    let there = words(there);
    words(needed).iter().all(|word| there.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_once_and_never_the_name_itself() {
        let kept = word_list(" Las,las ;Welding,, PENGELASAN", "Pengelasan");
        assert_eq!(kept.as_deref(), Some("Las, Welding"));
        assert_eq!(word_list(" , ", "Las"), None);
    }

    #[test]
    fn a_room_has_what_is_needed_when_it_has_every_word() {
        assert!(has_all(Some("Proyektor"), Some("papan tulis, proyektor")));
        assert!(!has_all(Some("proyektor, mesin las"), Some("proyektor")));
        assert!(has_all(None, None) && has_all(Some(" , "), None));
    }
}
