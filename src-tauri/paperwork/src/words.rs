//! The Indonesian words of `assets/i18n`, for papers and workbooks, which are Indonesian whatever the window's language.

use balai_domain::base::refusal::Refusal;
use serde_json::Value;
use std::{collections::BTreeMap, sync::OnceLock};

static SOURCE: &str = include_str!("../../../assets/i18n/id.json");

/// The words under `area.code`, which may go deeper by further dots; the code itself where there are none.
pub fn word(area: &str, code: &str) -> String {
    static WORDS: OnceLock<Value> = OnceLock::new();
    let words = WORDS.get_or_init(|| serde_json::from_str(SOURCE).unwrap_or_default());
    code.split('.').fold(&words[area], |within, part| &within[part]).as_str().unwrap_or(code).to_owned()
}

/// The words of a refusal, its parameters filled in.
pub fn message(refusal: &Refusal) -> String {
    filled(&refusal.area, &refusal.code, &refusal.params)
}

/// The words under `area.code` with their holes filled in.
pub fn filled(area: &str, code: &str, params: &BTreeMap<String, String>) -> String {
    let fill = |words: String, (name, value): (&String, &String)| words.replace(&format!("{{{name}}}"), value);
    params.iter().fold(word(area, code), fill)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_words_and_an_unknown_one_stands_for_itself() {
        assert_eq!(word("sex", "P"), "Perempuan");
        assert_eq!(word("timetable", "arrange.inTime"), "tepat waktu");
        assert_eq!(word("sex", "X"), "X");
        assert_eq!(word("nowhere", "code"), "code");
    }

    #[test]
    fn a_refusal_names_what_it_is_about() {
        let told = message(&Refusal::new("import", "register_changed").with("name", "Siti"));
        assert!(told.contains("Siti") && !told.contains('{'), "{told}");
    }
}
