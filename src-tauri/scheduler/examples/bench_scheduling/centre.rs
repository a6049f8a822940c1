//! The year of a made centre whose perfect plan is known: how soon it is whole, how late it stays, how fast it is mended.

use balai_scheduler::centre::{
    checker::{missing, violations},
    generator::{Centre, Size, centre},
    plan::{Flavour, Outcome, plan_until},
    problem::{Block, Clock, Day, Problem},
    proof::{Proof, proofs},
    repair::{Repair, repair},
    verdict::Judge,
};
use balai_scheduler::random::Dice;
use balai_scheduler::search::{Budget, Progress};
use cpu_time::ProcessTime;

/// Illnesses that are repaired in each centre.
const ILLNESSES: usize = 200;
/// Sessions that are asked about.
const QUESTIONS: usize = 200;

pub fn measure<'a>(value: &dyn Fn(&str) -> Option<&'a str>) {
    let seconds: f64 = value("seconds").and_then(|seconds| seconds.parse().ok()).unwrap_or(30.0);
    let seed: u64 = value("seed").and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let sizes = [
        ("small", Size::SMALL),
        ("medium", Size::MEDIUM),
        ("large", Size::LARGE),
        ("xl", Size::XL),
        ("tight", Size::TIGHT),
    ];
    let only = value("size").map(|names| names.split(',').collect::<Vec<_>>());
    println!(
        "centre     {seconds} CPU-s at most each, seed {seed}, one core; every plan judged by the independent checker"
    );
    for (name, size) in sizes.into_iter().filter(|(name, _)| only.as_ref().is_none_or(|only| only.contains(name))) {
        let made = centre(size, seed);
        let jp: u32 = made.hidden.iter().map(|block| u32::from(block.length)).sum();
        println!(
            "{name}: {} batches, {} blocks, {jp} JP in the hidden plan",
            made.problem.batches.len(),
            made.hidden.len()
        );
        planning(&made, seconds, seed);
        repairing(&made, seed);
        asking(&made, seed);
        proving(&made);
    }
}

/// When something was reached first, in CPU seconds.
#[derive(Default)]
struct Reached {
    whole: Option<f64>,
    in_time: Option<f64>,
    at: Vec<(f64, i64, i64)>,
}

impl Reached {
    fn note(&mut self, now: f64, progress: &Progress) {
        let best = progress.best;
        if best.hard == 0 {
            self.whole = self.whole.or(Some(now));
            if best.late == 0 {
                self.in_time = self.in_time.or(Some(now));
            }
        }
        let next = self.at.last().map_or(0.0, |(at, ..)| at.max(0.5) * 2.0);
        if now >= next {
            self.at.push((now, best.hard, best.late));
        }
    }
}

fn planning(made: &Centre, seconds: f64, seed: u64) {
    let before = memory("VmRSS:");
    let start = ProcessTime::now();
    let spent = |_| start.elapsed().as_secs_f64() / seconds;
    let budget = Budget { spent: &spent, stop: &|| false, every: 20 };
    let mut reached = Reached::default();
    let done = plan_until(&made.problem, Flavour::EarliestEnd, seed, &budget, &mut |progress| {
        reached.note(start.elapsed().as_secs_f64(), &progress);
    })
    .expect("a made centre has no faults");
    let took = start.elapsed().as_secs_f64();
    let peak = memory("VmHWM:");
    judge(&made.problem, &done);
    let second = |at: Option<f64>| at.map_or("never".to_owned(), |at| format!("{at:.2} s"));
    println!("  whole after {}, nothing late after {}", second(reached.whole), second(reached.in_time));
    let course = reached.at.iter().map(|(at, hard, late)| format!("{at:.1} s: {hard}/{late}"));
    println!("  JP without place/days late: {}", course.collect::<Vec<_>>().join(", "));
    println!(
        "  in the end: {} JP without place, {} batches late by {} days, {} steps in {took:.1} s, {} MB more at the peak",
        done.unplaced.iter().map(|one| u32::from(one.jp)).sum::<u32>(),
        done.late.iter().filter(|late| **late > 0).count(),
        done.late.iter().map(|late| u32::from(*late)).sum::<u32>(),
        done.steps,
        (peak.saturating_sub(before)) / 1024,
    );
}

fn judge(problem: &Problem, done: &Outcome) {
    assert_eq!(violations(problem, &done.blocks), [], "the checker objects");
    let told: u32 = done.unplaced.iter().map(|one| u32::from(one.jp)).sum();
    assert_eq!(missing(problem, &done.blocks).iter().map(|(.., jp)| jp).sum::<u32>(), told, "a silent loss");
}

/// The hidden plan, published.
fn published(made: &Centre) -> Problem {
    let standing = made.hidden.iter().zip(1..).map(|(block, tag)| Block { tag, ..*block }).collect();
    Problem { standing, ..made.problem.clone() }
}

/// Illnesses of 1 to 10 days of instructors who teach in them.
fn repairing(made: &Centre, seed: u64) {
    let usual = published(made);
    let mut dice = Dice::new(seed);
    let (mut times, mut hit, mut moves, mut left, mut proved) = (Vec::new(), 0, 0, 0, 0);
    for _ in 0..ILLNESSES {
        let mut problem = usual.clone();
        let Some(block) = dice.pick(&usual.standing) else { return };
        let who = block.people[0].unwrap_or(0);
        for day in block.day..(block.day + 1 + dice.below(10) as Day).min(problem.days as Day) {
            problem.instructors[who].away[usize::from(day)] = Clock::MAX;
        }
        let start = ProcessTime::now();
        let done: Repair = repair(&problem, &|| false).expect("no faults");
        times.push(start.elapsed().as_secs_f64() * 1e3);
        assert_eq!(violations(&problem, &done.blocks), [], "the checker objects");
        hit += done.hit;
        moves += done.moves.len();
        left += done.unplaced.iter().map(|one| usize::from(one.jp)).sum::<usize>();
        proved += usize::from(done.proved);
    }
    println!(
        "  {ILLNESSES} illnesses of 1 to 10 days: {hit} sessions hit, {moves} moved, {left} JP without place, {proved} proved the fewest; {}",
        spread(&mut times)
    );
}

/// "Why not?" and the openings of a week.
fn asking(made: &Centre, seed: u64) {
    let problem = published(made);
    let mut dice = Dice::new(seed);
    let (mut why, mut where_to) = (Vec::new(), Vec::new());
    for _ in 0..QUESTIONS {
        let (Some(block), Some(other)) = (dice.pick(&problem.standing), dice.pick(&problem.standing)) else { return };
        let start = ProcessTime::now();
        let judge = Judge::without(&problem, &problem.standing, block.tag);
        judge.clashes(&Block { day: other.day, slot: other.slot, ..*block });
        why.push(start.elapsed().as_secs_f64() * 1e3);
        let start = ProcessTime::now();
        judge.openings(block, block.day.saturating_sub(3)..=block.day + 3, 100);
        where_to.push(start.elapsed().as_secs_f64() * 1e3);
    }
    println!("  why not, timetable read anew: {}; openings of a week: {}", spread(&mut why), spread(&mut where_to));
}

/// Three classes more than two rooms can hold; the proof must name them.
fn proving(made: &Centre) {
    let mut problem = made.problem.clone();
    let usual = ProcessTime::now();
    assert_eq!(proofs(&problem), [], "a perfect plan exists");
    let usual = usual.elapsed().as_secs_f64() * 1e3;
    let mut one = problem.batches[0].clone();
    let ends = made.hidden.iter().filter(|block| block.batch == 0).map(|block| block.day).max();
    (one.last, one.seats, one.step_free) = (ends.unwrap_or(one.due), 1, false);
    one.courses.iter_mut().for_each(|course| (course.people, course.rooms) = (0, vec![0, 1]));
    let planted = problem.batches.len()..problem.batches.len() + 3;
    problem.batches.extend([one.clone(), one.clone(), one]);
    let start = ProcessTime::now();
    let found = proofs(&problem);
    let took = start.elapsed().as_secs_f64() * 1e3;
    let named = found.iter().any(|proof| match proof {
        Proof::Crowded { batches, .. } => planted.clone().all(|class| batches.contains(&class)),
        _ => false,
    });
    println!(
        "  a planted overload: {} in {took:.0} ms; nothing to prove: {usual:.0} ms",
        if named { "named" } else { "NOT NAMED" }
    );
}

fn spread(times: &mut [f64]) -> String {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    format!("median {:.2} ms, p95 {:.2} ms, most {:.2} ms", at(0.5), at(0.95), at(1.0))
}

/// A line of this process's account, in kB; 0 where there is none.
fn memory(line: &str) -> u64 {
    let account = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = account.lines().find_map(|one| one.strip_prefix(line)?.trim().strip_suffix(" kB"));
    found.and_then(|kb| kb.trim().parse().ok()).unwrap_or(0)
}
