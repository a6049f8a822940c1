//! The map in the README leads to places that exist.

use super::tree::{none, top};

/// The rooms of the house.
const ROOMS: &[&str] = &[
    "src-tauri/src/commands",
    "src-tauri/capabilities",
    "src-tauri/domain/migrations",
    "src-tauri/domain/src/base",
    "src-tauri/domain/src/store",
    "src-tauri/domain/src/office",
    "src-tauri/domain/src/people",
    "src-tauri/domain/src/catalog",
    "src-tauri/domain/src/registration",
    "src-tauri/documents",
    "src-tauri/cli",
    "src-tauri/xtask",
    "ui/src/lib/ipc",
    "ui/src/components",
    "ui/src/features",
    "assets/i18n",
    "assets/print",
    "assets/seed",
    "assets/icons",
    "assets/docs/adr",
    "tests/e2e",
    "tests/support",
    "tests/fixtures",
];

fn readme() -> String {
    std::fs::read_to_string(top().join("README.md")).expect("README.md at the top")
}

#[test]
fn every_room_of_the_house_exists() {
    let missing = ROOMS.iter().filter(|room| !top().join(room).is_dir());
    none("rooms that are missing", &missing.map(|room| (*room).to_owned()).collect::<Vec<_>>());
}

#[test]
fn the_readme_gives_its_two_commands() {
    let readme = readme();
    for command in ["cargo xtask run", "cargo xtask test"] {
        assert!(readme.contains(command), "README.md does not say `{command}`");
    }
}

#[test]
fn every_link_of_the_readme_leads_somewhere() {
    let readme = readme();
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let inside = links
        .map(|link| link.split('#').next().unwrap_or_default())
        .filter(|link| !link.is_empty() && !link.contains("://"));
    let broken = inside.filter(|link| !top().join(link).exists());
    none("broken links in README.md", &broken.map(str::to_owned).collect::<Vec<_>>());
}
