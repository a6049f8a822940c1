//! `run`: from a fresh machine to the open window.

use crate::shell::{Outcome, cargo, step, wait};
use crate::{install, page, place, tour};
use std::process::Command;

pub fn run(words: &[&str]) -> Outcome {
    if let Some(odd) = words.iter().find(|word| !["--sample", "--release"].contains(word)) {
        return Err(format!("`run` does not know `{odd}`; it knows --sample and --release"));
    }
    let (sample, release) = (words.contains(&"--sample"), words.contains(&"--release"));
    install::for_building()?;
    page::ready()?;
    if !has_display() {
        eprintln!("  This machine has no display: the main job is done in the real window on a virtual one.");
        return tour::tour(release);
    }
    let mut build = cargo(&["build", "--package", "balai", "--bin", "balai-desk"]);
    if release {
        build.arg("--release");
    }
    step("building the desk (the first time takes some minutes)", &mut build)?;
    let mut desk = Command::new(place::program("balai-desk", release));
    if sample {
        desk.arg("--sample");
    }
    eprintln!("▸ the window is open; this command ends with it");
    wait(&mut desk)
}

/// Whether a window can be seen here.
fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
