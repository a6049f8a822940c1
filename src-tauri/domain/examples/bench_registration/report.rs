//! Figures for people to read.

use cpu_time::ProcessTime;
use std::{
    fmt::{Display, Formatter},
    time::{Duration, Instant},
};

/// By the clock on the wall, and by the processor: on a machine that is not alone, the first is mostly waiting.
pub struct Watch(Instant, ProcessTime);

impl Watch {
    pub fn start() -> Self {
        Self(Instant::now(), ProcessTime::now())
    }
}

impl Display for Watch {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.0} s, of the processor {:.0} s", self.0.elapsed().as_secs_f32(), self.1.elapsed().as_secs_f32())
    }
}

/// Times by wall and processor.
#[derive(Default)]
pub struct Timed {
    pub wall: Spread,
    pub processor: Spread,
}

impl Timed {
    pub fn note(&mut self, watch: &Watch) {
        self.wall.note(watch.0.elapsed());
        self.processor.note(watch.1.elapsed());
    }
}

impl Display for Timed {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let of = |spread: &Spread| {
            let [half, most, all] = [50, 95, 100].map(|percent| millis(spread.at(percent)));
            format!("p50 {half}  p95 {most}  max {all}")
        };
        write!(f, "{}   processor {}", of(&self.wall), of(&self.processor))
    }
}

/// Durations, from which percentiles are read.
#[derive(Default)]
pub struct Spread(Vec<Duration>);

impl Spread {
    pub fn note(&mut self, took: Duration) {
        self.0.push(took);
    }

    /// The percentile, 0 to 100.
    pub fn at(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort();
        sorted.get((sorted.len().saturating_sub(1)) * percent / 100).copied().unwrap_or_default()
    }
}

pub fn millis(duration: Duration) -> String {
    format!("{:.2} ms", duration.as_secs_f64() * 1000.0)
}

/// The process's largest resident size so far in MB, where the system tells.
pub fn peak_mb() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kb| kb / 1024)
}
