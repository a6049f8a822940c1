//! A migration that has been applied in an office is never edited: a change is a new file.

use super::tree::{files, none, top};
use std::collections::BTreeMap;

const LIST: &str = "tests/fixtures/released-migrations.txt";

/// FNV-1a: enough to notice an edit, and short enough to be read.
fn mark(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

#[test]
fn released_migrations_are_byte_identical() {
    let found: BTreeMap<String, String> = files("src-tauri/domain/migrations", &[".sql"])
        .iter()
        .map(|file| (file.path.rsplit('/').next().unwrap().to_owned(), mark(&file.text)))
        .collect();
    if std::env::var_os("BALAI_RELEASE").is_some() {
        let lines: Vec<String> = found.iter().map(|(name, mark)| format!("{mark} {name}\n")).collect();
        std::fs::write(top().join(LIST), lines.concat()).unwrap();
    }
    let list = std::fs::read_to_string(top().join(LIST)).unwrap_or_default();
    let released = list.lines().filter_map(|line| line.split_once(' '));
    let edited = released.filter(|(mark, name)| found.get(*name).map(String::as_str) != Some(*mark));
    none(
        "released migrations that were edited or removed; write a new one instead",
        &edited.map(|(_, name)| name.to_owned()).collect::<Vec<_>>(),
    );
}

#[test]
fn migrations_are_numbered_without_a_gap() {
    let names = files("src-tauri/domain/migrations", &[".sql"]);
    for (index, file) in names.iter().enumerate() {
        let name = file.path.rsplit('/').next().unwrap();
        assert!(name.starts_with(&format!("{:04}_", index + 1)), "{name} is the migration number {}", index + 1);
    }
}

#[test]
fn an_edit_changes_the_mark() {
    // The published test vectors of FNV-1a, 64 bits.
    assert_eq!(mark(""), "cbf29ce484222325");
    assert_eq!(mark("foobar"), "85944171f73967e8");
}
