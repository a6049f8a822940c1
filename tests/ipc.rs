//! What the page knows of the commands is what the commands are.
//!
//! With `BALAI_WRITE_BINDINGS` set (`cargo xtask bindings`) the files are written first.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const BINDINGS: &str = "ui/src/lib/ipc/bindings";
const CAPABILITY: &str = "src-tauri/capabilities/main.json";

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn asked_to_write() -> bool {
    std::env::var_os("BALAI_WRITE_BINDINGS").is_some()
}

/// The committed files of a folder by name, with the line ends of this system taken away.
fn committed(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let text = fs::read_to_string(entry.path()).ok()?;
            Some((entry.file_name().to_string_lossy().into_owned(), text.replace("\r\n", "\n")))
        })
        .collect()
}

#[test]
fn the_page_s_types_are_those_of_the_commands() {
    let folder = top().join(BINDINGS);
    if asked_to_write() {
        balai_desk::bindings(&folder).unwrap();
    }
    let (kept, wanted) = (committed(&folder), balai_desk::page_contract().files());
    let names: BTreeSet<&String> = kept.keys().chain(wanted.keys()).collect();
    let stale: Vec<&String> = names.into_iter().filter(|name| kept.get(*name) != wanted.get(*name)).collect();
    assert!(stale.is_empty(), "stale in {BINDINGS}: {stale:?}. Run `cargo xtask bindings`");
}

#[test]
fn the_window_may_give_our_commands_and_no_other() {
    let file = top().join(CAPABILITY);
    if asked_to_write() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, balai_desk::main_capability()).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(kept, balai_desk::main_capability(), "{CAPABILITY} is stale. Run `cargo xtask bindings`");
    let capabilities = committed(&top().join("src-tauri/capabilities"));
    assert_eq!(capabilities.keys().collect::<Vec<_>>(), ["main.json"], "one window, one capability");
}
