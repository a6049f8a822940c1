//! `bench NAME`: runs the example `bench_NAME`, wherever it lies, in release, and prints on what machine.

use crate::shell::{Outcome, answer, cargo, program, step};
use crate::{install, page, place};
use std::fs;
use std::path::Path;
use std::process::Command;

const FIRST: &str = "bench_";
const BLANK: &str = "blank_window";

pub fn bench(words: &[&str]) -> Outcome {
    let found = benches();
    let list = || found.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    let [name, rest @ ..] = words else {
        eprintln!("  what can be measured: {}", list());
        return Ok(());
    };
    let (_, package) = found
        .iter()
        .find(|(known, _)| known == name)
        .ok_or_else(|| format!("no bench `{name}`; there are: {}", list()))?;
    machine();
    if *name == "scheduling" && wants(rest, "board") {
        board(rest)?;
    }
    if rest.iter().filter(|word| !word.contains('=')).eq(&["board"]) {
        return Ok(());
    }
    let example = format!("{FIRST}{name}");
    let mut run = cargo(&["run", "--release", "--package", package, "--example", &example, "--"]);
    run.args(rest).env("SQLX_OFFLINE", "true").env_remove("DATABASE_URL");
    if *name == "registration" && wants(rest, "window") {
        windows(&mut run)?;
    }
    step(&format!("measuring {name}"), &mut run)
}

/// Whether a part is measured: by name, or because no part is named.
fn wants(words: &[&str], part: &str) -> bool {
    words.contains(&part) || words.iter().all(|word| word.contains('='))
}

/// The board in the real window: a bench of the desk, which cargo builds with it.
fn board(words: &[&str]) -> Outcome {
    install::for_driving()?;
    page::ready()?;
    let mut run = cargo(&["bench", "--package", "balai", "--bench", "board", "--"]);
    run.args(words.iter().filter(|word| word.starts_with("size=") || word.starts_with("rounds=")));
    run.env("SQLX_OFFLINE", "true").env_remove("DATABASE_URL");
    step("measuring the board in its window", &mut run)
}

/// Builds the desk and the blank window that is its floor, and names them to the bench.
fn windows(bench: &mut Command) -> Outcome {
    install::for_driving()?;
    page::ready()?;
    let words = ["build", "--release", "--package", "balai", "--bin", "balai-desk", "--example", BLANK];
    let mut build = cargo(&words);
    build.env("SQLX_OFFLINE", "true").env_remove("DATABASE_URL");
    step("building the desk and a blank window", &mut build)?;
    let blank = place::program(&format!("examples/{BLANK}"), true);
    bench.env("BALAI_BENCH_DESK", place::program("balai-desk", true)).env("BALAI_BENCH_BLANK", blank);
    Ok(())
}

/// The benches with their packages: files or folders `examples/bench_*` of the top package and of those in `src-tauri`.
fn benches() -> Vec<(String, String)> {
    let top = place::top();
    let crates = fs::read_dir(top.join("src-tauri")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found = Vec::new();
    for folder in crates.chain([top.to_owned()]) {
        let Some(package) = fs::read_to_string(folder.join("Cargo.toml")).ok().and_then(|text| package_name(&text))
        else {
            continue;
        };
        for example in fs::read_dir(folder.join("examples")).into_iter().flatten().flatten() {
            let stem = Path::new(&example.file_name()).with_extension("").to_string_lossy().into_owned();
            if let Some(name) = stem.strip_prefix(FIRST) {
                found.push((name.to_owned(), package.clone()));
            }
        }
    }
    found.sort();
    found
}

/// The first `name = "…"` of a manifest.
fn package_name(manifest: &str) -> Option<String> {
    let line = manifest.lines().find(|line| line.starts_with("name = "))?;
    Some(line.split('"').nth(1)?.to_owned())
}

/// Figures mean nothing without the machine.
fn machine() {
    let field = |file: &str, key: &str| {
        let text = fs::read_to_string(file).ok()?;
        let line = text.lines().find(|line| line.starts_with(key))?;
        Some(line.split_once([':', '='])?.1.trim().trim_matches('"').to_owned())
    };
    let unknown = || "unknown".to_owned();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!("processor  {} ({cores} cores)", field("/proc/cpuinfo", "model name").unwrap_or_else(unknown));
    println!("memory     {}", field("/proc/meminfo", "MemTotal").unwrap_or_else(unknown));
    let system = field("/etc/os-release", "PRETTY_NAME").unwrap_or_else(|| std::env::consts::OS.to_owned());
    println!("system     {system}, {}", std::env::consts::ARCH);
    println!("compiler   {}", answer(&mut program("rustc", &["--version"])).unwrap_or_else(unknown));
    println!(
        "version    {}",
        answer(&mut program("git", &["describe", "--always", "--dirty"])).unwrap_or_else(unknown)
    );
    if let Ok(load) = fs::read_to_string("/proc/loadavg") {
        println!("load       {}", load.trim());
    }
    println!();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_measured_when_named_and_when_nothing_is_named() {
        assert!(wants(&[], "window") && wants(&["people=5"], "window") && wants(&["search", "window"], "window"));
        assert!(!wants(&["import", "rows=5"], "window"));
    }

    #[test]
    fn the_name_of_a_package_is_read_from_its_manifest() {
        assert_eq!(
            package_name("[package]\nname = \"balai-domain\"\nversion.workspace = true\n").as_deref(),
            Some("balai-domain")
        );
        assert_eq!(package_name("[workspace]\n"), None);
    }
}
