//! Other solvers on the same instances, where they are installed; each says when it is not.

use super::fet;
use balai_scheduler::ctt::check;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const CP_SAT: &str = include_str!("cp_sat.py");

/// Runs those that are wanted: all, or `peers=fet,cp-sat`.
pub fn measure(instances: &[PathBuf], seconds: f64, wanted: Option<&str>) {
    let asked = |name: &str| wanted.is_none_or(|wanted| wanted.split(',').any(|one| one == name));
    if asked("fet") {
        fet(instances, seconds);
    }
    if asked("cp-sat") {
        cp_sat(instances, seconds);
    }
    println!(
        "not run: Müller's own code (UniTime's solver) and Timefold, which need Java; their published figures are known"
    );
}

fn fet(instances: &[PathBuf], seconds: f64) {
    if !fet::is_there() {
        println!("FET        skipped: no `fet-cl`; on Debian `apt-get install fet` brings it");
        return;
    }
    println!("FET, at most {seconds} s by the wall clock; it stops at its first timetable");
    let folder = tempfile::tempdir().expect("folder");
    for (path, number) in instances.iter().zip(0..) {
        let text = std::fs::read(path).expect("the instance");
        let folder = folder.path().join(format!("{number}"));
        std::fs::create_dir(&folder).expect("made");
        let (found, took) = fet::solve(&text, seconds, &folder);
        let told = found.map_or_else(|| "nothing".to_owned(), |solution| judged(&text, &solution));
        println!("{:<12} {told:>8}  ({took:.1} s)", super::stem(path));
    }
}

/// A Python that knows OR-Tools: `BALAI_PYTHON`, or `python3`.
fn python() -> Option<String> {
    let python = std::env::var("BALAI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let knows = Command::new(&python).args(["-c", "import ortools"]).stderr(Stdio::null()).status();
    knows.is_ok_and(|status| status.success()).then_some(python)
}

fn cp_sat(instances: &[PathBuf], seconds: f64) {
    let Some(python) = python() else {
        println!(
            "CP-SAT     skipped: `python3` (or BALAI_PYTHON) has no ortools; `pip install ortools` in a venv brings it"
        );
        return;
    };
    println!("CP-SAT, one worker, {seconds} s by the wall clock");
    let folder = tempfile::tempdir().expect("folder");
    for path in instances {
        let out = folder.path().join("solution");
        let _ = std::fs::remove_file(&out);
        let mut run = Command::new(&python);
        run.args(["-c", CP_SAT]).arg(path).arg(seconds.to_string()).arg(&out);
        let told = run.output().expect("started").stdout;
        let used = String::from_utf8_lossy(&told).trim().to_owned();
        println!("{:<12} {:>8}  ({used} CPU-s)", super::stem(path), cost(path, &out));
    }
}

fn cost(path: &Path, out: &Path) -> String {
    match std::fs::read(out) {
        Ok(solution) => judged(&std::fs::read(path).expect("the instance"), &solution),
        Err(_) => "nothing".to_owned(),
    }
}

/// The cost by the independent checker.
fn judged(instance: &[u8], solution: &[u8]) -> String {
    let verdict = check(instance, solution).expect("a readable solution");
    if verdict.hard() > 0 { format!("{} broken", verdict.hard()) } else { verdict.soft().to_string() }
}
