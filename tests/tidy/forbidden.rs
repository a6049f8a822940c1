//! What has no place in a file that others will read.

use super::tree::{File, files, none};

const TEXT: &[&str] =
    &[".rs", ".ts", ".svelte", ".js", ".mjs", ".css", ".md", ".toml", ".json", ".sql", ".yml", ".typ", ".html", ".nsh"];

/// All texts but this rule's own list and what npm writes.
fn texts() -> Vec<File> {
    let mut all = files("", TEXT);
    all.retain(|file| !file.is_in(&["tests/tidy/forbidden.rs", "ui/package-lock.json"]));
    all
}

#[test]
fn nothing_points_into_somebodys_own_folders() {
    let places = ["/home/", "/root/", "/work/", "/Users/", r"C:\Users"];
    none("absolute paths", &holding(&places));
}

#[test]
fn nothing_is_left_for_later() {
    none(
        "unfinished work",
        &holding(&["FIXME", "todo!(", "unimplemented!(", "dbg!(", "TODO:", "XXX:", ".only(", "#[ignore"]),
    );
}

#[test]
fn no_lint_is_silenced_without_a_reason() {
    let mut found = holding(&["#[allow(", "#![allow(", "@ts-ignore", "@ts-nocheck"]);
    found.extend(holding(&["#[expect(", "#![expect("]).into_iter().filter(|line| !line.contains("reason")));
    for file in texts().iter().filter(|file| file.path.ends_with(".svelte")) {
        // The page gives its reason in a comment above.
        let mut above = "";
        for (index, line) in file.text.lines().enumerate() {
            if !line.contains("svelte-ignore") {
                above = line;
            } else if !above.trim_end().ends_with("-->") && !above.trim_start().starts_with("//") {
                found.push(format!("{}:{}: {}", file.path, index + 1, line.trim()));
            }
        }
    }
    none("a lint silenced", &found);
}

fn holding(words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in texts() {
        for (index, line) in file.text.lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{}: {}", file.path, index + 1, line.trim()));
            }
        }
    }
    found
}
