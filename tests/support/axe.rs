//! Accessibility of the screen as it is, judged by axe-core.

use super::Page;
use serde_json::{Value, json};
use std::path::Path;

/// Each finding as a line: its rule, its help, and where.
pub fn violations(page: &Page) -> Vec<String> {
    if page.script("return typeof window.axe", json!([])) == json!("undefined") {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        page.script(&source, json!([]));
    }
    page.painted();
    const RUN: &str = "const done = arguments[0];
        window.axe.run(document, { resultTypes: ['violations'] }).then(
            (found) => done(found.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)),
            (error) => done([`axe: ${error}`]));";
    let found = page.script_later(RUN, json!([]));
    let lines = found.as_array().cloned().unwrap_or_default();
    lines.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
