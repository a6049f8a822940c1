//! What the hub counts, in the text form that Prometheus reads. Nothing in it tells who anybody is.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};

macro_rules! counters {
    ($($(#[doc = $help:literal])+ $name:ident),* $(,)?) => {
        /// The counters since the program started.
        #[derive(Debug, Default)]
        pub struct Metrics { $($(#[doc = $help])+ pub $name: Counter),* }

        impl Metrics {
            /// As Prometheus reads it.
            pub fn text(&self) -> String {
                let mut text = String::new();
                $(
                    let (name, help) = (stringify!($name), concat!($($help),+).trim());
                    // Writing to a string cannot fail.
                    let _ = write!(text, "# HELP balai_hub_{name}_total {help}\n# TYPE balai_hub_{name}_total counter\nbalai_hub_{name}_total {}\n", self.$name.get());
                )*
                text
            }
        }
    };
}

counters! {
    /// Answered requests.
    requests,
    /// Requests that were not taken.
    refused,
    /// Requests that were told to come later.
    later,
    /// Requests that failed at the hub.
    faults,
    /// Frames that were taken in.
    frames,
    /// Changes that were new.
    changes,
    /// Changes that were kept aside.
    quarantined,
    /// Changes that were given out.
    fed,
    /// Bytes of frames.
    pushed_bytes,
    /// Devices that were enrolled.
    enrolled,
}

/// One counter.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    pub fn add(&self, n: u64) {
        self.0.fetch_add(n, Ordering::Relaxed);
    }

    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_told_in_the_form_of_prometheus() {
        let metrics = Metrics::default();
        metrics.changes.add(3);
        let text = metrics.text();
        assert!(text.contains("# TYPE balai_hub_changes_total counter\nbalai_hub_changes_total 3\n"), "{text}");
        assert!(text.contains("# HELP balai_hub_frames_total Frames that were taken in.\n"), "{text}");
    }
}
