//! `bundle`: the Debian package, made by Tauri's own bundler, which the page's packages bring along.

use crate::shell::{Outcome, program, step};
use crate::{install, page, place};
use std::fs;

pub fn bundle() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err(
            "the Debian package is made on Linux; the workflow in .github makes the Windows installers".to_owned()
        );
    }
    install::for_building()?;
    page::ready()?;
    let tauri = place::page().join("node_modules/.bin/tauri");
    let mut build = program(&tauri.to_string_lossy(), &["build", "--bundles", "deb", "--ci"]);
    build.env("SQLX_OFFLINE", "true").env_remove("DATABASE_URL");
    step("building in release and packing (some minutes)", &mut build)?;
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
