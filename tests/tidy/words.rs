//! Every refusal that the domain knows can be read by a person, in both languages.

use super::tree::{files, none, top};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A refusal as its feature declares it.
#[derive(Debug, PartialEq)]
struct Refusal {
    key: String,
    params: BTreeSet<String>,
}

/// The words of a language, flat, under `area.code`.
fn words(language: &str) -> BTreeMap<String, String> {
    let file = top().join(format!("assets/i18n/{language}.json"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let mut flat = BTreeMap::new();
    flatten("", &serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display())), &mut flat);
    flat
}

fn flatten(key: &str, value: &Value, flat: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(inner) => {
            for (name, value) in inner {
                flatten(&if key.is_empty() { name.clone() } else { format!("{key}.{name}") }, value, flat);
            }
        }
        Value::String(words) => drop(flat.insert(key.to_owned(), words.clone())),
        odd => panic!("{key} is {odd}, not words"),
    }
}

/// The names that a message fills in: `{name}` and `{count?one|other}`.
fn holes(message: &str) -> BTreeSet<String> {
    let opened = message.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    opened.map(|(hole, _)| hole.split('?').next().unwrap_or_default().to_owned()).collect()
}

/// The refusals of a source: the blocks `refusals! { "area" => Name { Variant { param } => "code", … } }`.
fn refusals(source: &str) -> Vec<Refusal> {
    let mut found = Vec::new();
    for block in source.split("refusals! {").skip(1) {
        // The block ends where a line closes at the margin.
        let block = block.split("\n}").next().unwrap_or_default();
        let lines = block.lines().map(str::trim).filter(|line| !line.starts_with("//"));
        let text = lines.collect::<Vec<_>>().join(" ");
        let pieces: Vec<&str> = text.split("=>").collect();
        // "area" => Name { Variant => "code", Variant { param } => "code", }
        for index in 2..pieces.len() {
            let before = pieces[index - 1].split_once(if index == 2 { "{" } else { "," });
            let variant = before.map_or("", |(_, variant)| variant);
            let inside = variant.split_once('{').map_or("", |(_, inside)| inside.trim_end().trim_end_matches('}'));
            let params = inside.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
            found.push(Refusal {
                key: format!("{}.{}", quoted(pieces[0]), quoted(pieces[index])),
                params: params.collect(),
            });
        }
    }
    found
}

fn quoted(text: &str) -> String {
    text.split('"').nth(1).unwrap_or_default().to_owned()
}

/// All refusals of the project, with those made on the spot: `Refusal::new("area", "code")`.
fn all_refusals() -> Vec<(String, Refusal)> {
    let mut all = Vec::new();
    for file in
        files("src-tauri", &[".rs"]).iter().filter(|file| !file.is_in(&["src-tauri/domain/src/base/refusal.rs"]))
    {
        all.extend(refusals(&file.text).into_iter().map(|refusal| (file.path.clone(), refusal)));
        for (_, line) in file.code_above_tests() {
            for rest in line.split("Refusal::new(\"").skip(1) {
                let words: Vec<&str> = rest.split('"').collect();
                if let [area, ", ", code, ..] = words[..] {
                    all.push((file.path.clone(), Refusal { key: format!("{area}.{code}"), params: BTreeSet::new() }));
                }
            }
        }
    }
    all
}

#[test]
fn every_refusal_has_words_in_both_languages() {
    let all = all_refusals();
    assert!(all.len() > 10, "only {} refusals found: the rule no longer reads the sources", all.len());
    for language in ["id", "en"] {
        let words = words(language);
        let silent = all.iter().filter(|(_, refusal)| !words.contains_key(&refusal.key));
        none(
            &format!("refusals without words in {language}.json"),
            &silent.map(|(path, r)| format!("{} ({path})", r.key)).collect::<Vec<_>>(),
        );
    }
}

#[test]
fn the_words_of_a_refusal_fill_in_only_what_it_carries() {
    let mut found = Vec::new();
    for language in ["id", "en"] {
        let words = words(language);
        for (path, refusal) in all_refusals().iter().filter(|(_, refusal)| !refusal.params.is_empty()) {
            let holes = words.get(&refusal.key).map(|message| holes(message)).unwrap_or_default();
            for hole in holes.difference(&refusal.params) {
                found.push(format!("{language}: {} has no `{hole}` ({path})", refusal.key));
            }
        }
    }
    none("a hole that nothing fills", &found);
}

#[test]
fn both_languages_have_the_same_words_with_the_same_holes() {
    let (id, en) = (words("id"), words("en"));
    let mut found: Vec<String> =
        id.keys().filter(|key| !en.contains_key(*key)).map(|key| format!("{key}: not in en.json")).collect();
    found.extend(en.keys().filter(|key| !id.contains_key(*key)).map(|key| format!("{key}: not in id.json")));
    let uneven = id.iter().filter(|(key, message)| en.get(*key).is_some_and(|other| holes(other) != holes(message)));
    found.extend(uneven.map(|(key, _)| format!("{key}: other holes")));
    found.extend(
        id.iter().chain(&en).filter(|(_, message)| message.trim().is_empty()).map(|(key, _)| format!("{key}: empty")),
    );
    none("words that differ between the languages", &found);
}

#[test]
fn refusals_are_read_with_and_without_parameters() {
    let source = "refusals! {\n    \"people\" => PersonRefusal {\n        /// A comment, with a comma.\n        NameMissing => \"name_missing\",\n        NikTaken { name, number } => \"nik_taken\",\n    }\n}\nfn other() {}\n";
    let refusal = |key: &str, params: &[&str]| Refusal {
        key: key.to_owned(),
        params: params.iter().map(|p| (*p).to_owned()).collect(),
    };
    assert_eq!(
        refusals(source),
        [refusal("people.name_missing", &[]), refusal("people.nik_taken", &["name", "number"])]
    );
    assert_eq!(holes("{a} dan {n?baris|baris}"), BTreeSet::from(["a".to_owned(), "n".to_owned()]));
}
