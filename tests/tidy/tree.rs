//! The files of the project as the rules read them.

use std::fs;
use std::path::Path;

/// Folders that are built or fetched, or that hold material rather than code.
const SKIPPED: &[&str] =
    &["target", "node_modules", "dist", "gen", "out", "permissions", ".git", "fixtures", "seed", ".sqlx"];

pub struct File {
    /// From the top, with forward slashes.
    pub path: String,
    pub text: String,
}

impl File {
    /// Lines with their numbers, without whole-line comments.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        numbered.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The lines before the tests at the foot.
    pub fn code_above_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code().take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
    }

    /// Whether the path is one of these files or below one of these folders.
    pub fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path == *place || place.ends_with('/') && self.path.starts_with(place))
    }
}

/// All text files below a folder whose name ends in one of `endings`, in order of path.
pub fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    walk(&top().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

pub fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn walk(place: &Path, endings: &[&str], found: &mut Vec<File>) {
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                walk(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let from_top = path.strip_prefix(top()).expect("below the top").to_string_lossy().replace('\\', "/");
            if let Ok(text) = fs::read_to_string(&path) {
                found.push(File { path: from_top, text });
            }
        }
    }
}

/// Fails with every finding on a line of its own.
pub fn none(rule: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{rule}:\n  {}\n", findings.join("\n  "));
}
