//! Figures for people to read.

use std::time::Duration;

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
