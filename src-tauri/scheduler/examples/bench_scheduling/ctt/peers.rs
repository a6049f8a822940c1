//! Other solvers on the same instances, where they are installed.

use balai_scheduler::ctt::check;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const CP_SAT: &str = include_str!("cp_sat.py");

/// A Python that knows OR-Tools: `BALAI_PYTHON`, or `python3`.
fn python() -> Option<String> {
    let python = std::env::var("BALAI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let knows = Command::new(&python).args(["-c", "import ortools"]).stderr(Stdio::null()).status();
    knows.is_ok_and(|status| status.success()).then_some(python)
}

pub fn measure(instances: &[PathBuf], seconds: f64) {
    let Some(python) = python() else {
        println!("CP-SAT     skipped: `python3` (or BALAI_PYTHON) has no ortools");
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
        println!("{:<12} {:>8}  ({used} CPU-s)", super::stem(path), judged(path, &out));
    }
}

fn judged(path: &Path, out: &Path) -> String {
    let Ok(solution) = std::fs::read(out) else {
        return "nothing".to_owned();
    };
    let verdict = check(&std::fs::read(path).expect("the instance"), &solution).expect("a readable solution");
    if verdict.hard() > 0 { format!("{} broken", verdict.hard()) } else { verdict.soft().to_string() }
}
