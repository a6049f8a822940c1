//! Everything that the programs are made of may be given on under the project's own licence.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Licences that ask for a notice, or for changes to their own files, and for nothing of ours.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether an SPDX expression can be met: one side of each `OR`, both sides of each `AND`.
fn may_use(expression: &str) -> bool {
    // An old way to write OR.
    let expression = expression.replace('/', " OR ");
    let spaced = expression.replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (fits, rest) = any(&words);
    fits && rest.is_empty()
}

fn any<'a, 'b>(words: &'a [&'b str]) -> (bool, &'a [&'b str]) {
    let (mut fits, mut rest) = all(words);
    while rest.first() == Some(&"OR") {
        let (other, after) = all(&rest[1..]);
        (fits, rest) = (fits || other, after);
    }
    (fits, rest)
}

fn all<'a, 'b>(words: &'a [&'b str]) -> (bool, &'a [&'b str]) {
    let (mut fits, mut rest) = one(words);
    while rest.first() == Some(&"AND") {
        let (other, after) = one(&rest[1..]);
        (fits, rest) = (fits && other, after);
    }
    (fits, rest)
}

fn one<'a, 'b>(words: &'a [&'b str]) -> (bool, &'a [&'b str]) {
    match words {
        ["(", inner @ ..] => {
            let (fits, rest) = any(inner);
            (fits && rest.first() == Some(&")"), rest.get(1..).unwrap_or_default())
        }
        [name, "WITH", exception, rest @ ..] => (ALLOWED.contains(&format!("{name} WITH {exception}").as_str()), rest),
        [name, rest @ ..] => (ALLOWED.contains(name), rest),
        [] => (false, &[]),
    }
}

/// Those of `packages` that may not be used, each with its licence.
fn refused(packages: impl Iterator<Item = (String, Option<String>)>) -> Vec<String> {
    let told = packages.map(|(name, licence)| (name, licence.unwrap_or_else(|| "no licence told".to_owned())));
    told.filter(|(_, licence)| !may_use(licence)).map(|(name, licence)| format!("{name}: {licence}")).collect()
}

#[test]
fn every_crate_may_be_shipped() {
    let metadata = |offline: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["metadata", "--format-version", "1", "--locked"])
            .args(offline);
        cargo.output().expect("cargo starts")
    };
    // Crates of other systems may not have been fetched yet.
    let mut told = metadata(&["--offline"]);
    if !told.status.success() {
        told = metadata(&[]);
    }
    let told: Value = serde_json::from_slice(&told.stdout).expect("cargo metadata answers JSON");
    let packages = told["packages"].as_array().expect("a list of packages");
    assert!(packages.len() > 100, "only {} crates", packages.len());
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let found = refused(packages.iter().map(|package| (package["id"].to_string(), text(&package["license"]))));
    assert!(found.is_empty(), "crates that may not be shipped:\n{}", found.join("\n"));
}

#[test]
fn every_package_of_the_page_may_be_used() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/package-lock.json");
    let lock: Value =
        serde_json::from_slice(&std::fs::read(lock).expect("the page has a lock")).expect("a lock is JSON");
    let packages = lock["packages"].as_object().expect("a list of packages");
    assert!(packages.len() > 20, "only {} packages", packages.len());
    let told = packages.iter().map(|(name, about)| (name.clone(), about["license"].as_str().map(str::to_owned)));
    let found = refused(told);
    assert!(found.is_empty(), "packages that may not be used:\n{}", found.join("\n"));
}

#[test]
fn an_expression_is_met_by_one_side_of_or_and_both_sides_of_and() {
    assert!(may_use("GPL-3.0-only OR MIT"));
    assert!(may_use("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(may_use("Apache-2.0 WITH LLVM-exception"));
    assert!(may_use("MIT/Apache-2.0"));
    assert!(!may_use("GPL-3.0-only"));
    assert!(!may_use("MIT AND GPL-3.0-only"));
    assert!(!may_use("Apache-2.0 WITH Classpath-exception-2.0"));
    assert!(!may_use("no licence told"));
    assert!(!may_use("MIT AND (GPL-2.0-only OR LGPL-3.0-only)"));
}
