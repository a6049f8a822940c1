//! `test`: everything, in the order in which a mistake is found soonest; stops at the first failure.

use crate::shell::{Outcome, cargo, npm, step};
use crate::{install, page};
use std::process::Command;
use std::time::{Duration, Instant};

pub fn test(words: &[&str]) -> Outcome {
    match words {
        [] => everything(),
        [filter] if !filter.starts_with('-') => only(filter),
        _ => Err("usage: cargo xtask test [FILTER]".to_owned()),
    }
}

/// The Rust tests whose name contains `filter`, those in the real window among them.
fn only(filter: &str) -> Outcome {
    ready()?;
    step("Rust tests", &mut offline(&["test", "--workspace", filter]))
}

fn everything() -> Outcome {
    let mut steps = Steps { done: Vec::new() };
    let outcome = steps.all();
    eprintln!("\n  {:<44} {:>8}", "step", "seconds");
    for (title, took) in &steps.done {
        eprintln!("✓ {title:<44} {:>8.1}", took.as_secs_f32());
    }
    outcome.inspect(|()| eprintln!("✓ everything passed"))
}

/// The steps that are done, with the time that each took.
struct Steps {
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    fn all(&mut self) -> Outcome {
        self.work("installing what is missing", everything_installed)?;
        self.command("Rust format", cargo(&["fmt", "--all", "--check"]))?;
        self.command("page: types and templates", npm(&["run", "check"]))?;
        self.command("page: tests", npm(&["test"]))?;
        self.work("page: build", page::build_anyway)?;
        self.command("Rust lints", offline(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
        self.command("Rust tests and flows in the real window", offline(&["test", "--workspace"]))?;
        self.command("faults put into the exchange are found", offline(&MUTANTS))
    }

    fn command(&mut self, title: &'static str, mut command: Command) -> Outcome {
        self.work(title, || step(title, &mut command))
    }

    fn work(&mut self, title: &'static str, work: impl FnOnce() -> Outcome) -> Outcome {
        let begun = Instant::now();
        work()?;
        self.done.push((title, begun.elapsed()));
        Ok(())
    }
}

/// Every deliberate fault of the protocol must break a life of the simulator. A feature that no product has.
const MUTANTS: [&str; 8] =
    ["test", "--package", "balai-exchange", "--features", "mutants", "--test", "convergence", "every_"];

fn everything_installed() -> Outcome {
    install::for_building()?;
    install::for_driving()?;
    install::for_page_tests()?;
    install::for_hub_tests()?;
    page::install()
}

/// What every test stands on: the tools, and the page inside the desk.
fn ready() -> Outcome {
    install::for_building()?;
    install::for_driving()?;
    install::for_hub_tests()?;
    page::ready()
}

/// Cargo as on a machine without a database: the queries come from `.sqlx`, so a stale one is found here.
fn offline(words: &[&str]) -> Command {
    let mut cargo = cargo(words);
    cargo.env("SQLX_OFFLINE", "true").env_remove("DATABASE_URL");
    cargo
}
