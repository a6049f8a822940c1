//! `cargo xtask`: every verb of the project, one file each. Standard library only, so that it builds in seconds.

mod apt;
mod bench;
mod bindings;
mod bundle;
mod install;
mod licences;
mod manual;
mod page;
mod place;
mod prepare;
mod run;
mod shell;
mod test;
mod tour;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask VERB

  run [--sample] [--release]  install what is missing, build, open the window; without a display,
                              drive the main job on a virtual one and keep pictures and papers
  test [FILTER]               install what is missing, then format, lints, page, Rust, real window;
                              with FILTER only the Rust tests whose name contains it

  bindings                    write the page's TypeScript and the window's capability from the commands
  prepare [--db PATH]         refresh .sqlx from the migrations; with --db only make that plain database
  licences                    check the licence of every dependency
  manual                      take the manual's pictures again, in the real window
  bench [NAME]                measure in a release build; without NAME, list what can be measured
  bundle                      make the Debian package
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.split_first() {
        Some((&"run", rest)) => run::run(rest),
        Some((&"test", rest)) => test::test(rest),
        Some((&"bindings", [])) => bindings::bindings(),
        Some((&"prepare", rest)) => prepare::prepare(rest),
        Some((&"licences", [])) => licences::licences(),
        Some((&"manual", [])) => manual::manual(),
        Some((&"bench", rest)) => bench::bench(rest),
        Some((&"bundle", [])) => bundle::bundle(),
        None | Some((&("help" | "--help" | "-h"), _)) => {
            print!("{USAGE}");
            Ok(())
        }
        Some(_) => Err(format!("`{}` is not understood\n\n{USAGE}", words.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\n✗ {reason}");
            ExitCode::FAILURE
        }
    }
}
