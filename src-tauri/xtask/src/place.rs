//! Where things stand.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Asked of cargo at run time: two checkouts that share a build folder also share this program.
static TOP: LazyLock<PathBuf> = LazyLock::new(|| {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").expect("give the command as `cargo xtask`");
    Path::new(&own).ancestors().nth(2).expect("xtask lies two folders below the top").to_owned()
});

/// The top folder of the project, wherever the command was given.
pub fn top() -> &'static Path {
    &TOP
}

/// The folder of the page.
pub fn page() -> PathBuf {
    top().join("ui")
}

/// Where cargo builds: `CARGO_TARGET_DIR`, otherwise `target` at the top.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => top().join(folder),
        None => top().join("target"),
    }
}

/// A program that `cargo build` left, such as `balai-desk`.
pub fn program(name: &str, release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
