//! Debian and Ubuntu: which packages a task needs, and getting the missing ones.

use crate::shell::{Outcome, answer, program, step};

/// To build the window: WebKit with GTK, and what OpenSSL and SQLCipher are compiled with.
pub const BUILD: &[&str] = &["build-essential", "pkg-config", "perl", "libwebkit2gtk-4.1-dev"];

/// To drive the real window without a display: a virtual one, WebKit's driver, a keyring, a reader of the printed cards.
pub const WINDOW: &[&str] = &["xvfb", "webkit2gtk-driver", "dbus", "gnome-keyring", "poppler-utils"];

/// For the tests of the page: a browser that shows its components.
pub const PAGE: &[&str] = &["chromium"];

/// For the tests of the hub: the engine that it has in production.
pub const HUB: &[&str] = &["postgresql"];

/// Installs those of `packages` that are missing.
pub fn ensure(packages: &[&str]) -> Outcome {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if answer(&mut program("apt-get", &["--version"])).is_none() {
        return Err(format!(
            "this Linux has no apt-get. Install what your system calls these, then try again: {}",
            missing.join(", ")
        ));
    }
    let as_root = |words: &[&str]| {
        let root = answer(&mut program("id", &["-u"])).is_some_and(|id| id == "0");
        let mut all = if root { vec![] } else { vec!["sudo"] };
        all.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
        all.extend(words);
        program(all[0], &all[1..])
    };
    step("reading the package lists", &mut as_root(&["update"]))?;
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(&missing);
    step(&format!("installing {}", missing.join(" ")), &mut as_root(&words)).map_err(|reason| {
        format!("{reason}\n  By hand, as administrator: apt-get install --no-install-recommends {}", missing.join(" "))
    })
}

/// Ubuntu's `chromium` is a snap behind a package of the same name; a browser from elsewhere is as good.
fn is_installed(package: &str) -> bool {
    let browser =
        || ["chromium", "google-chrome"].iter().any(|name| answer(&mut program(name, &["--version"])).is_some());
    let mut query = program("dpkg-query", &["--show", "--showformat=${Status}", package]);
    query.stderr(std::process::Stdio::null());
    answer(&mut query).is_some_and(|status| status == "install ok installed") || (package == "chromium" && browser())
}
