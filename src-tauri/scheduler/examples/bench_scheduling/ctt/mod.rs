//! The public benchmark: every instance of a folder, several seeds, against the best values known.

mod fet;
mod known;
mod peers;

use balai_scheduler::ctt::{Answer, check, read, solution, solve};
use balai_scheduler::search::Budget;
use cpu_time::ProcessTime;
use std::path::{Path, PathBuf};

/// What one instance came to.
struct Row {
    name: String,
    known: Option<u64>,
    /// Of the seeds, cheapest first; fewer than seeds when some found nothing.
    costs: Vec<u64>,
}

impl Row {
    fn median(&self) -> Option<u64> {
        self.costs.get((self.costs.len().max(1) - 1) / 2).copied()
    }

    fn gap(&self) -> Option<f64> {
        Some(self.median()? as f64 - self.known? as f64)
    }
}

pub fn measure<'a>(value: &dyn Fn(&str) -> Option<&'a str>) {
    let folder = value("folder").map(PathBuf::from).or_else(|| std::env::var_os("BALAI_CTT_DIR").map(PathBuf::from));
    let Some(folder) = folder else {
        println!(
            "ctt        skipped: no instances are part of the project; name their folder by folder=… or BALAI_CTT_DIR"
        );
        return;
    };
    let seconds: f64 = value("seconds").and_then(|seconds| seconds.parse().ok()).unwrap_or(60.0);
    let seeds: Vec<u64> =
        value("seeds").unwrap_or("1,2,3,4,5").split(',').filter_map(|seed| seed.parse().ok()).collect();
    let only = value("only").map(|names| names.split(',').collect::<Vec<_>>());
    let found = instances(&folder, only.as_deref());
    println!("ctt        {} instances, {seconds} CPU-s each, seeds {seeds:?}, one core, one setting", found.len());
    println!("{:<12} {:>10} {:>8} {:>8}  all seeds", "instance", "best known", "median", "gap");
    let mut gaps = Vec::new();
    for path in found.iter().filter(|_| !seeds.is_empty()) {
        let row = run(path, seconds, &seeds);
        let number = |number: Option<u64>| number.map_or("–".to_owned(), |number| number.to_string());
        let gap = row.gap().map_or("–".to_owned(), |gap| format!("{gap:.0}"));
        println!("{:<12} {:>10} {:>8} {gap:>8}  {:?}", row.name, number(row.known), number(row.median()), row.costs);
        gaps.extend(row.gap());
    }
    if !gaps.is_empty() {
        println!(
            "mean gap of the medians over {} instances: {:.1}",
            gaps.len(),
            gaps.iter().sum::<f64>() / gaps.len() as f64
        );
    }
    let is_there = |name: &&&str| found.iter().any(|path| stem(path) == **name);
    let missing: Vec<_> = known::NAMES.iter().filter(|name| !is_there(name)).copied().collect();
    if !missing.is_empty() {
        println!("skipped, not asked for or not in the folder: {}", missing.join(" "));
    }
    if value("peers") != Some("no") {
        peers::measure(&found, seconds, value("peers"));
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn instances(folder: &Path, only: Option<&[&str]>) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let paths = paths.filter(|path| path.extension().is_some_and(|end| end == "ctt" || end == "ectt"));
    let mut found: Vec<PathBuf> =
        paths.filter(|path| only.is_none_or(|only| only.contains(&stem(path).as_str()))).collect();
    found.sort();
    found
}

fn run(path: &Path, seconds: f64, seeds: &[u64]) -> Row {
    let name = stem(path);
    let text = std::fs::read(path).expect("the instance");
    let mut costs: Vec<u64> = seeds.iter().filter_map(|seed| cost(&name, &text, seconds, *seed)).collect();
    costs.sort_unstable();
    Row { known: known::best(&name), name, costs }
}

/// The cost by the independent checker; none when there is no feasible timetable.
fn cost(name: &str, text: &[u8], seconds: f64, seed: u64) -> Option<u64> {
    let instance = read(text).map_err(|error| println!("{name}: {error}")).ok()?;
    let start = ProcessTime::now();
    let spent = |_| start.elapsed().as_secs_f64() / seconds;
    let budget = Budget { spent: &spent, stop: &|| false, every: 4096 };
    match solve(&instance, seed, &budget, &mut |_| ()) {
        Answer::Solved { plan, .. } => {
            let verdict = check(text, &solution(&instance, &plan)).expect("a readable solution");
            assert_eq!(verdict.hard(), 0, "{name}, seed {seed}");
            Some(verdict.soft())
        }
        Answer::NotFound { unplaced, .. } => {
            println!("{name}, seed {seed}: not found, {unplaced} lectures left over");
            None
        }
        Answer::Impossible(proofs) => {
            proofs.iter().for_each(|proof| println!("{name}: proved impossible: {proof}"));
            None
        }
    }
}
