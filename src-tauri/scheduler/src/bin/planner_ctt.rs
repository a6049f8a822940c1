//! `planner-ctt`: the public benchmark of curriculum-based course timetabling on the planner's search core.

use balai_scheduler::ctt::{self, Answer};
use balai_scheduler::search::{Budget, Progress};
use cpu_time::ProcessTime;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const HELP: &str = "\
planner-ctt INSTANCE --out SOLUTION [--seconds N | --iterations N] [--seed S]

Solves an instance of curriculum-based course timetabling (ITC-2007 track 3, formulation UD2) in the format .ctt,
or .ectt, whose room constraints and other additions UD2 does not count.

  --out FILE        where the lines `course room day period` go; `-` is standard output
  --seconds N       how long it may take, in CPU seconds of this process (where the system does not tell them: by the
                    wall clock); 60 unless said otherwise
  --iterations N    instead: how many steps the search may take; the same seed then gives the same bytes everywhere
  --seed S          a whole number; 1 unless said otherwise
  --trace           tells on standard error how the search goes
  --help, --version

One core is used. The cost, as judged from the two files alone, and the number of steps go to standard error.

Exit codes: 0 a timetable that keeps every hard rule is written; 1 none was found within the budget;
2 wrong arguments, or a file that cannot be read or written; 3 proved that there is none (the reasons are told).";

struct Wanted {
    instance: PathBuf,
    out: PathBuf,
    length: Length,
    seed: u64,
    trace: bool,
}

#[derive(Clone, Copy)]
enum Length {
    Seconds(f64),
    Steps(u64),
}

enum Failure {
    /// Said to the person; exit code.
    Told(String, u8),
    Shown,
}

fn usage(reason: impl Into<String>) -> Failure {
    Failure::Told(format!("{}; --help tells more", reason.into()), 2)
}

fn wanted(mut words: impl Iterator<Item = String>) -> Result<Wanted, Failure> {
    let (mut instance, mut out, mut length, mut seed, mut trace) = (None, None, None, 1, false);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| usage(format!("{word} wants a value")));
        match word.as_str() {
            "--help" | "-h" => {
                println!("{HELP}");
                return Err(Failure::Shown);
            }
            "--version" => {
                println!("planner-ctt {}", env!("CARGO_PKG_VERSION"));
                return Err(Failure::Shown);
            }
            "--trace" => trace = true,
            "--out" => out = Some(PathBuf::from(value()?)),
            "--seed" => seed = value()?.parse().map_err(|_| usage("--seed wants a whole number, 0 or more"))?,
            "--seconds" | "--iterations" if length.is_some() => {
                return Err(usage("only one of --seconds and --iterations"));
            }
            "--seconds" => {
                let seconds = value()?.parse::<f64>().ok().filter(|seconds| *seconds > 0.0 && seconds.is_finite());
                length = Some(Length::Seconds(seconds.ok_or_else(|| usage("--seconds wants a number above 0"))?));
            }
            "--iterations" => {
                let steps = value()?.parse::<u64>().ok().filter(|steps| *steps > 0);
                length = Some(Length::Steps(steps.ok_or_else(|| usage("--iterations wants a whole number above 0"))?));
            }
            other if other.starts_with('-') => return Err(usage(format!("{other} is not known"))),
            _ if instance.is_some() => return Err(usage("only one instance at a time")),
            _ => instance = Some(PathBuf::from(word)),
        }
    }
    Ok(Wanted {
        instance: instance.ok_or_else(|| usage("an instance is missing"))?,
        out: out.ok_or_else(|| usage("--out is missing"))?,
        length: length.unwrap_or(Length::Seconds(60.0)),
        seed,
        trace,
    })
}

/// CPU time of this process since its start, else the time since `start`.
fn gone(start: Instant) -> Duration {
    ProcessTime::try_now().map_or_else(|_| start.elapsed(), |time| time.as_duration())
}

fn run(wanted: &Wanted) -> Result<(), Failure> {
    let start = Instant::now();
    let told = |path: &PathBuf, reason: String| Failure::Told(format!("{}: {reason}", path.display()), 2);
    let text = std::fs::read(&wanted.instance).map_err(|error| told(&wanted.instance, error.to_string()))?;
    let instance = ctt::read(&text).map_err(|error| told(&wanted.instance, error.to_string()))?;
    let spent = |steps: u64| match wanted.length {
        Length::Seconds(seconds) => gone(start).as_secs_f64() / seconds,
        Length::Steps(limit) => steps as f64 / limit as f64,
    };
    let budget = Budget { spent: &spent, stop: &|| false, every: 4096 };
    let mut next = 0.0;
    let mut trace = |progress: Progress| {
        if wanted.trace && progress.spent >= next {
            next = progress.spent + 0.02;
            eprintln!("{progress:?}");
        }
    };
    let (plan, steps, taken) = match ctt::solve(&instance, wanted.seed, &budget, &mut trace) {
        Answer::Solved { plan, steps, taken, .. } => (plan, steps, taken),
        Answer::NotFound { unplaced, steps } => {
            let reason =
                format!("no timetable found in {steps} steps: {unplaced} lectures are left over (nothing is proved)");
            return Err(Failure::Told(reason, 1));
        }
        Answer::Impossible(proofs) => {
            let lines: Vec<String> = proofs.iter().map(ToString::to_string).collect();
            return Err(Failure::Told(format!("proved: there is no timetable\n{}", lines.join("\n")), 3));
        }
    };
    let solution = ctt::solution(&instance, &plan);
    let verdict = ctt::check(&text, &solution).map_err(|error| told(&wanted.instance, error))?;
    write(&wanted.out, &solution).map_err(|error| told(&wanted.out, error.to_string()))?;
    eprintln!("{verdict}");
    eprintln!("steps    {steps}, {taken} taken, in {:.2} CPU-s, seed {}", gone(start).as_secs_f64(), wanted.seed);
    if verdict.hard() > 0 {
        return Err(Failure::Told("the written timetable breaks hard rules".into(), 1));
    }
    Ok(())
}

fn write(path: &PathBuf, solution: &[u8]) -> std::io::Result<()> {
    if path.as_os_str() == "-" { std::io::stdout().write_all(solution) } else { std::fs::write(path, solution) }
}

fn main() -> ExitCode {
    match wanted(std::env::args().skip(1)).and_then(|wanted| run(&wanted)) {
        Ok(()) | Err(Failure::Shown) => ExitCode::SUCCESS,
        Err(Failure::Told(reason, code)) => {
            eprintln!("planner-ctt: {reason}");
            ExitCode::from(code)
        }
    }
}
