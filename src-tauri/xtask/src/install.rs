//! What a machine needs. Linux gets it; Windows and macOS are told what is missing and how to get it.

use crate::apt;
use crate::shell::{Outcome, answer, npm, program};

/// The lowest Node.js that the page's tools accept.
const NODE: u32 = 20;

/// What building and opening the window needs.
pub fn for_building() -> Outcome {
    if cfg!(target_os = "linux") {
        apt::ensure(apt::BUILD)?;
    }
    say_missing(&missing())
}

/// What driving the window on a virtual display needs besides.
pub fn for_driving() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("the window is driven on Linux only, by WebKit's own driver".to_owned());
    }
    apt::ensure(apt::WINDOW)
}

/// What the tests of the page need besides.
pub fn for_page_tests() -> Outcome {
    if cfg!(target_os = "linux") { apt::ensure(apt::PAGE) } else { Ok(()) }
}

/// What the tests of the hub need besides.
pub fn for_hub_tests() -> Outcome {
    if cfg!(target_os = "linux") { apt::ensure(apt::HUB) } else { Ok(()) }
}

fn say_missing(missing: &[String]) -> Outcome {
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!("this machine lacks:\n  - {}\nThen give the same command again.", missing.join("\n  - ")))
}

/// What is missing, each with the way to get it. Rust is here, or this would not run.
fn missing() -> Vec<String> {
    let mut missing = Vec::new();
    let node = answer(&mut program("node", &["--version"])).unwrap_or_default();
    if major(&node).is_none_or(|found| found < NODE) || answer(&mut npm_version()).is_none() {
        let found = if node.is_empty() { "none found".to_owned() } else { format!("found {node}") };
        missing.push(format!("Node.js {NODE} or newer with npm ({found}): nodejs.org, the LTS installer"));
    }
    if cfg!(windows) {
        missing.extend(missing_on_windows());
    }
    if cfg!(target_os = "macos") && answer(&mut program("xcode-select", &["-p"])).is_none() {
        missing.push("Xcode command line tools: xcode-select --install".to_owned());
    }
    missing
}

fn npm_version() -> std::process::Command {
    let mut npm = npm(&["--version"]);
    npm.current_dir(crate::place::top());
    npm
}

fn missing_on_windows() -> Vec<String> {
    let mut missing = Vec::new();
    let host = answer(&mut program("rustc", &["-vV"])).unwrap_or_default();
    if !host.contains("-pc-windows-msvc") {
        missing.push("the MSVC toolchain of Rust: rustup default stable-msvc".to_owned());
    }
    if !has_visual_cpp() {
        missing.push(
            "Visual Studio Build Tools 2022 with \"Desktop development with C++\": \
             winget install Microsoft.VisualStudio.2022.BuildTools"
                .to_owned(),
        );
    }
    if answer(&mut program("perl", &["-MIPC::Cmd", "-e", "1"])).is_none() {
        missing.push(
            "Strawberry Perl, with which OpenSSL is built: winget install StrawberryPerl.StrawberryPerl".to_owned(),
        );
    }
    if !has_webview2() {
        missing.push("the WebView2 runtime: winget install Microsoft.EdgeWebView2Runtime".to_owned());
    }
    missing
}

/// Visual Studio's own finder lies at a fixed place.
fn has_visual_cpp() -> bool {
    let folder = std::env::var("ProgramFiles(x86)").unwrap_or_else(|_| r"C:\Program Files (x86)".to_owned());
    let finder = format!(r"{folder}\Microsoft Visual Studio\Installer\vswhere.exe");
    let tools = "Microsoft.VisualStudio.Component.VC.Tools.x86.x64";
    let words = ["-products", "*", "-requires", tools, "-property", "installationPath"];
    answer(&mut program(&finder, &words)).is_some_and(|path| !path.is_empty())
}

/// The runtime writes its version under this name, for the machine or for the user.
fn has_webview2() -> bool {
    const CLIENT: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    [r"HKLM\SOFTWARE\WOW6432Node", r"HKLM\SOFTWARE", r"HKCU\Software"]
        .iter()
        .any(|root| answer(&mut program("reg", &["query", &format!(r"{root}\{CLIENT}"), "/v", "pv"])).is_some())
}

/// The first number of a version such as `v20.20.1`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_with_and_without_a_v() {
        assert_eq!(major("v20.20.1"), Some(20));
        assert_eq!(major("22.0.0"), Some(22));
        assert_eq!(major("command not found"), None);
    }

    #[test]
    fn what_is_missing_is_listed_one_a_line() {
        let told = say_missing(&["perl: there".to_owned(), "node: elsewhere".to_owned()]).unwrap_err();
        assert!(told.contains("\n  - perl: there\n  - node: elsewhere\n"), "{told}");
    }
}
