//! A program that ends with the test.

use std::fs;
use std::process::{Child, Command};

/// A child process, ended by its number when the test is through with it.
pub struct Process(Child);

impl Process {
    pub fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn();
        Self(
            child.unwrap_or_else(|e| panic!("{name} does not start: {e}. `cargo xtask test` installs what is missing")),
        )
    }

    pub fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    pub fn number(&self) -> u32 {
        self.0.id()
    }

    /// The processes that this one started and that still run.
    pub fn children(&self) -> Vec<u32> {
        let parent = self.0.id().to_string();
        let numbers = fs::read_dir("/proc").into_iter().flatten().flatten();
        numbers
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter(|number: &u32| parent_of(*number).as_deref() == Some(parent.as_str()))
            .collect()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Ends a process by its number, at once, as a power cut would.
pub fn kill(number: u32) {
    Command::new("kill").args(["-KILL", &number.to_string()]).status().ok();
}

/// The fourth word of `/proc/N/stat`; the second is the name in parentheses and may hold spaces.
fn parent_of(number: u32) -> Option<String> {
    let stat = fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
    let (_, after) = stat.rsplit_once(')')?;
    let mut words = after.split_whitespace();
    let state = words.next()?;
    (state != "Z").then(|| words.next().map(str::to_owned)).flatten()
}
