//! `bindings`: what the page knows of the commands, written from the commands.
//!
//! `tests/ipc.rs` compares the committed files with the table in `src-tauri/src/lib.rs`; told to, it writes them.

use crate::page;
use crate::shell::{Outcome, cargo, step};
use std::fs;

pub fn bindings() -> Outcome {
    // The desk embeds the page; before the first build an empty folder will do.
    let built = crate::place::page().join("dist");
    if !built.exists() && page::ready().is_err() {
        fs::create_dir_all(&built).map_err(|e| format!("ui/dist: {e}"))?;
    }
    let mut write = cargo(&["test", "--quiet", "--package", "balai", "--test", "ipc"]);
    step("writing ui/src/lib/ipc and src-tauri/capabilities", write.env("BALAI_WRITE_BINDINGS", "1"))
}
