//! `balai`: the office without a window. Against the same file as the desk, through the same domain.

mod args;
mod arrange;
mod exit;
mod fair;
mod import;
mod init;
mod keep;
mod named;
mod people;
mod place;
mod planning_args;
mod repair;
mod sync;
mod timetable;

use args::{Args, Verb};
use clap::Parser;
use exit::Outcome;
use std::process::ExitCode;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> ExitCode {
    let args = Args::parse();
    let json = args.json;
    match run(args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(json),
    }
}

async fn run(args: Args) -> Outcome {
    let place = place::Place::new(args.data, args.json);
    let done = give(&place, args.verb).await;
    place.leave().await;
    done
}

async fn give(place: &place::Place, verb: Verb) -> Outcome {
    match verb {
        Verb::Init(init) => init::run(place, init).await,
        Verb::Import(import) => import::run(place, import).await,
        Verb::Search { text } => people::search(place, text).await,
        Verb::Person { verb } => people::run(place, verb).await,
        Verb::Plan(plan) => arrange::run(place, plan).await,
        Verb::Timetable { verb } => timetable::run(place, verb).await,
        Verb::Fair { verb } => fair::run(place, verb).await,
        Verb::Sync { verb } => sync::run(place, verb).await,
        Verb::Backup { file } => keep::backup(place, &file).await,
        Verb::Restore { file } => keep::restore(place, &file).await,
        Verb::Verify => keep::verify(place).await,
        Verb::Acts { officer } => keep::acts(place, officer).await,
    }
}
