//! Where the desk works: in the office's own folder, or in that of the made-up office within it. Nothing is mixed.

use balai_domain::store::{Result, open::Hold};
use std::path::{Path, PathBuf};

/// The folder of the made-up office, within the office's own.
const SAMPLE: &str = "contoh";

/// The folder that is worked in, and what this process holds.
#[derive(Debug)]
pub struct Place {
    home: PathBuf,
    sample: bool,
    home_hold: Option<Hold>,
    sample_hold: Option<Hold>,
}

impl Place {
    /// At the office's own folder, or in the made-up office within it.
    pub fn new(home: PathBuf, sample: bool) -> Self {
        Self { home, sample, home_hold: None, sample_hold: None }
    }

    /// The office's own folder.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The folder that is worked in.
    pub fn folder(&self) -> PathBuf {
        if self.sample { self.home.join(SAMPLE) } else { self.home.clone() }
    }

    /// Whether this is the office of made-up people.
    pub fn is_sample(&self) -> bool {
        self.sample
    }

    /// Takes the folder for this process alone. Refuses `store.in_use`, `store.read_only`, `store.disk_full`.
    pub fn take(&mut self) -> Result<()> {
        let folder = self.folder();
        let hold = if self.sample { &mut self.sample_hold } else { &mut self.home_hold };
        if hold.is_none() {
            *hold = Some(Hold::take(&folder)?);
        }
        Ok(())
    }

    /// Whether this process has the folder to itself.
    pub fn holds(&self) -> bool {
        if self.sample { self.sample_hold.is_some() } else { self.home_hold.is_some() }
    }

    /// Goes over to the made-up office or back. The office's own folder stays held: its desk comes back to it.
    pub fn move_to(&mut self, sample: bool) {
        self.sample = sample;
        if !sample {
            self.sample_hold = None;
        }
    }
}
