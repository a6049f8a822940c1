//! How long a file may grow. A file past the limit holds two ideas.

use super::tree::{File, files, none};

const MEDIAN: usize = 120;
const MOST: usize = 400;

/// Written by machines, or read as a table.
const EXEMPT: &[&str] = &["ui/src/lib/ipc/generated/", "ui/src/lib/ipc/bindings/", "ui/src/lib/ipc/bindings.ts"];

fn measured() -> Vec<File> {
    let folders = ["src-tauri", "ui/src", "ui/tests", "tests"];
    let mut all: Vec<File> = folders
        .into_iter()
        .flat_map(|folder| files(folder, &[".rs", ".ts", ".svelte", ".js", ".css", ".mjs"]))
        .collect();
    all.retain(|file| !file.is_in(EXEMPT));
    all
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let long =
        measured().into_iter().map(|file| (file.text.lines().count(), file.path)).filter(|(lines, _)| *lines > MOST);
    none("files past the limit", &long.map(|(lines, path)| format!("{path}: {lines} lines")).collect::<Vec<_>>());
}

#[test]
fn half_of_the_files_fit_on_three_screens() {
    let mut lengths: Vec<usize> = measured().iter().map(|file| file.text.lines().count()).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= MEDIAN, "the median of {} files is {median} lines", lengths.len());
}
