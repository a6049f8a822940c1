//! `bindings`: what the page knows of the commands, written from the commands.
//!
//! `tests/ipc.rs` compares the committed files with the table in `src-tauri/src/lib.rs`; told to, it writes them.

use crate::shell::{Outcome, cargo, step};
use crate::{page, place};
use std::fs;

/// The capability that the test writes.
const CAPABILITY: &str = "src-tauri/capabilities/main.json";

pub fn bindings() -> Outcome {
    // The desk embeds the page; before the first build an empty folder will do.
    let built = place::page().join("dist");
    if !built.exists() && page::ready().is_err() {
        fs::create_dir_all(&built).map_err(|e| format!("ui/dist: {e}"))?;
    }
    // A capability that names a command which is gone would keep the desk from being built.
    let file = place::top().join(CAPABILITY);
    let before = fs::read(&file).ok();
    fs::remove_file(&file).ok();
    let mut write = cargo(&["test", "--quiet", "--package", "balai", "--test", "ipc"]);
    let written = step("writing ui/src/lib/ipc and the capability", write.env("BALAI_WRITE_BINDINGS", "1"));
    if let (false, Some(before)) = (file.exists(), before) {
        fs::write(&file, before).map_err(|e| format!("{CAPABILITY}: {e}"))?;
    }
    written
}
