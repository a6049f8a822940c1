//! Running other programs, with a title before and the time after.

use crate::place;
use std::process::Command;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// What a verb comes to: nothing, or the sentence that says why not.
pub type Outcome = Result<(), String>;

/// How often a step that is still running says so.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// A program to be run from the top of the project.
pub fn program(name: &str, words: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(words).current_dir(place::top());
    command
}

/// The same cargo that runs us.
pub fn cargo(words: &[&str]) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    program(&cargo, words)
}

/// `npm` in the folder of the page.
pub fn npm(words: &[&str]) -> Command {
    let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = program(name, words);
    command.current_dir(place::page());
    command
}

/// Runs a step to its end; what it prints is seen as it comes.
pub fn step(title: &str, command: &mut Command) -> Outcome {
    timed(title, || wait(command))
}

/// Prints the title, does the work, prints the time; a long silence is broken by a heartbeat.
pub fn timed<T>(title: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    eprintln!("▸ {title}");
    let begun = Instant::now();
    let (done, waiting) = channel::<()>();
    let heart = thread::spawn(move || {
        while waiting.recv_timeout(HEARTBEAT) == Err(RecvTimeoutError::Timeout) {
            eprintln!("  … {} s", begun.elapsed().as_secs());
        }
    });
    let outcome = work();
    drop(done);
    heart.join().ok();
    let seconds = begun.elapsed().as_secs_f32();
    match outcome {
        Ok(value) => {
            eprintln!("✓ {title} ({seconds:.1} s)");
            Ok(value)
        }
        Err(reason) => Err(format!("{title}, after {seconds:.1} s: {reason}")),
    }
}

/// Runs a program to its end without a title.
pub fn wait(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} ended with {status}")),
        Err(error) => Err(format!("{name} does not start: {error}")),
    }
}

/// What a program prints, or nothing if it is missing or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
