//! Tells Tauri which commands the desk has, so that a capability must name each one that the page may call.
//!
//! The table in `src-tauri/src/lib.rs` is the one list. From it comes a permission `allow-…` per command.

use std::path::Path;
use std::{env, fs};

const TABLE: &str = "src-tauri/src/lib.rs";

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed={TABLE}");
    let source = fs::read_to_string(TABLE).expect("the table of commands is readable");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let file = Path::new(&out).join("commands.toml");
    fs::write(&file, permissions(&source)).expect("OUT_DIR is writable");
    // Tauri wants the path for as long as the program runs.
    let pattern: &'static str = file.to_string_lossy().into_owned().leak();
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("./src-tauri/capabilities/**/*")
            .app_manifest(tauri_build::AppManifest::new().permissions_path_pattern(pattern)),
    )
    .expect("the configuration and the capabilities are valid");
}

/// One permission per command of the table.
fn permissions(source: &str) -> String {
    commands(source)
        .map(|command| {
            let name = command.replace('_', "-");
            format!("[[permission]]\nidentifier = \"allow-{name}\"\ncommands.allow = [\"{command}\"]\n\n")
        })
        .collect()
}

/// The command of each row `module::command(Input) -> Output;` inside the block `commands! { … }`.
fn commands(source: &str) -> impl Iterator<Item = &str> {
    let rows = source.lines().skip_while(|line| !line.trim_end().ends_with("commands! {")).skip(1);
    rows.take_while(|line| !line.starts_with('}'))
        .filter(|line| !line.trim_start().starts_with("//"))
        .filter_map(|line| Some(line.split_once('(')?.0.rsplit_once("::")?.1.trim()))
}
