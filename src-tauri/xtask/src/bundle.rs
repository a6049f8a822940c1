//! `bundle`: the Debian package with the window and the command line, made by Tauri's own bundler, which the page's
//! packages bring along.

use crate::shell::{Outcome, cargo, program, step};
use crate::{install, page, place};
use std::fs;
use std::process::Command;

pub fn bundle() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err(
            "the Debian package is made on Linux; the workflow in .github makes the Windows installers".to_owned()
        );
    }
    install::for_building()?;
    page::ready()?;
    let mut line = cargo(&["build", "--release", "--package", "balai-cli"]);
    step("building the command line in release", offline(&mut line))?;
    let files = format!(
        r#"{{"bundle":{{"linux":{{"deb":{{"files":{{"/usr/bin/balai":{:?}}}}}}}}}}}"#,
        place::program("balai", true).display().to_string()
    );
    let tauri = place::page().join("node_modules/.bin/tauri");
    let mut build = program(&tauri.to_string_lossy(), &["build", "--bundles", "deb", "--ci", "--config", &files]);
    step("building the desk in release and packing (some minutes)", offline(&mut build))?;
    say_packages()
}

fn offline(command: &mut Command) -> &mut Command {
    command.env("SQLX_OFFLINE", "true").env_remove("DATABASE_URL")
}

fn say_packages() -> Outcome {
    let folder = place::target().join("release/bundle/deb");
    for entry in fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "deb") {
            let size = entry.metadata().map_or(0, |about| about.len());
            eprintln!("  {} ({:.1} MB)", path.display(), size as f64 / 1e6);
        }
    }
    Ok(())
}
