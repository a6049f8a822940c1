//! `cargo xtask`: every verb of the project, one file each. Standard library only, so that it builds in seconds.

mod place;
mod prepare;
mod shell;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask VERB

  prepare [--db PATH]         refresh .sqlx from the migrations; with --db only make that plain database
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = match words.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("help", &[][..]),
    };
    let outcome = match verb {
        "prepare" => prepare::prepare(rest),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no verb `{other}`\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\n✗ {reason}");
            ExitCode::FAILURE
        }
    }
}
