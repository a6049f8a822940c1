//! Rust: which crate is used where, and which feature may know which.

use super::tree::{File, files, none};

/// From left to right; each uses only what stands to its left.
const ORDER: &[&str] = &["base", "store", "office", "people", "catalog", "registration", "sync"];

const DOMAIN: &str = "src-tauri/domain/src/";

/// Lines of the shipped Rust code outside `allowed` that hold one of `words`.
fn strays(words: &[&str], allowed: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in shipped().iter().filter(|file| !file.is_in(allowed)) {
        for (number, line) in file.code_above_tests() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    found
}

/// What ends up in a program of the office: no build tools, no benches, no files of tests.
fn shipped() -> Vec<File> {
    let mut files = files("src-tauri", &[".rs"]);
    files.retain(|file| {
        !file.is_in(&["src-tauri/xtask/", "src-tauri/build.rs"])
            && !["/examples/", "/benches/", "/tests/"].iter().any(|folder| file.path.contains(folder))
            && !["tests.rs", "_tests.rs", "builders.rs"].iter().any(|name| file.path.ends_with(name))
    });
    files
}

#[test]
fn only_stores_know_sql() {
    let mut found =
        strays(&["sqlx::", "libsqlite3_sys"], &["src-tauri/domain/src/store/", "src-tauri/hub/src/ledger/"]);
    let is_store = |path: &str| path.ends_with("store.rs") || path.contains("/store/");
    found.retain(|line| !line.split(':').next().is_some_and(is_store));
    none("sqlx outside a store", &found);
}

#[test]
fn only_the_desk_knows_tauri_and_only_the_hub_knows_axum() {
    none("tauri outside the desk", &strays(&["tauri::"], &["src-tauri/src/"]));
    none("axum outside the hub", &strays(&["axum::"], &["src-tauri/hub/"]));
    none("a file dialog outside dialog.rs", &strays(&["rfd::"], &["src-tauri/src/dialog.rs"]));
}

#[test]
fn the_wall_clock_is_read_at_the_doors_only() {
    let doors = ["src-tauri/src/desk.rs", "src-tauri/cli/src/", "src-tauri/hub/src/main.rs"];
    none("a clock read inside", &strays(&["Utc::now", "Local::now", "SystemTime::now"], &doors));
}

#[test]
fn a_feature_knows_only_what_stands_to_its_left() {
    let place = |name: &str| ORDER.iter().position(|known| *known == name);
    let mut found = Vec::new();
    for file in shipped().iter().filter(|file| file.path.starts_with(DOMAIN)) {
        let Some(own) = file.path[DOMAIN.len()..].split_once('/').and_then(|(folder, _)| place(folder)) else {
            continue;
        };
        for (number, line) in file.code_above_tests() {
            // A macro's `$crate` is a matter of where it is used.
            let others = line.split("crate::").skip(1).map(first_word).filter_map(place);
            if !line.contains("$crate") && others.into_iter().any(|other| other > own) {
                found.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    none("a feature that looks to its right", &found);
}

#[test]
fn the_desk_and_the_command_line_ask_the_domain_and_hold_no_sql() {
    let found =
        strays(&["select ", "insert into ", "update ", "delete from "], &["src-tauri/domain/", "src-tauri/hub/"]);
    let sql: Vec<String> = found.into_iter().filter(|line| line.contains('"') && line.contains(" from ")).collect();
    none("SQL outside the domain", &sql);
}

fn first_word(text: &str) -> &str {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()
}
