//! The page: its packages installed when the lock changed, built when an input changed.

use crate::place;
use crate::shell::{Outcome, npm, step};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

/// What the built page is made of, from the top.
const INPUTS: &[&str] = &[
    "ui/src",
    "ui/public",
    "ui/index.html",
    "ui/package.json",
    "ui/package-lock.json",
    "ui/vite.config.ts",
    "ui/svelte.config.js",
    "ui/tsconfig.json",
    "assets/i18n",
    "assets/fonts",
    "assets/icons",
];

/// Installs and builds as far as needed.
pub fn ready() -> Outcome {
    install()?;
    build()
}

/// `npm ci`, unless the installed packages are those of the lock. npm takes its time: the stamp is a copy of the lock.
pub fn install() -> Outcome {
    let stamp = place::page().join("node_modules/.balai-lock.json");
    let lock = fs::read(place::page().join("package-lock.json")).map_err(|e| format!("ui/package-lock.json: {e}"))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("installing the page's packages", &mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, lock).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// `npm run build`, unless the built page is that of the inputs.
pub fn build() -> Outcome {
    let built = place::page().join("dist/index.html").exists();
    if built && fs::read_to_string(stamp()).ok() == Some(inputs()?) { Ok(()) } else { build_anyway() }
}

/// `npm run build`, and what it was made of.
pub fn build_anyway() -> Outcome {
    let inputs = inputs()?;
    step("building the page", &mut npm(&["run", "build"]))?;
    fs::write(stamp(), inputs).map_err(|e| format!("{}: {e}", stamp().display()))
}

/// Where the fingerprint of the built page is kept.
fn stamp() -> PathBuf {
    place::page().join("node_modules/.balai-built")
}

fn inputs() -> Result<String, String> {
    fingerprint(place::top(), INPUTS).map_err(|e| format!("reading the page: {e}"))
}

/// One number for the names and contents of all files in `inputs`; a missing input counts as empty.
fn fingerprint(top: &Path, inputs: &[&str]) -> std::io::Result<String> {
    let mut files = Vec::new();
    for input in inputs {
        collect(&top.join(input), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        hasher.write(file.to_string_lossy().as_bytes());
        hasher.write(&fs::read(file)?);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(place: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if place.is_dir() {
        for entry in fs::read_dir(place)? {
            collect(&entry?.path(), files)?;
        }
    } else if place.exists() {
        files.push(place.to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_new_and_a_renamed_file_each_change_the_fingerprint() {
        let room = std::env::temp_dir().join(format!("balai-page-{}", std::process::id()));
        fs::create_dir_all(room.join("src/deep")).unwrap();
        let mut seen = Vec::new();
        let mut look = || {
            let now = fingerprint(&room, &["src", "absent"]).unwrap();
            assert!(!seen.contains(&now), "the fingerprint did not change");
            seen.push(now);
        };
        look();
        fs::write(room.join("src/deep/a"), "1").unwrap();
        look();
        fs::write(room.join("src/deep/a"), "2").unwrap();
        look();
        fs::rename(room.join("src/deep/a"), room.join("src/b")).unwrap();
        look();
        fs::remove_dir_all(&room).unwrap();
    }
}
