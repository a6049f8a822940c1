//! The page: features -> components -> lib, and one door to the desk.

use super::tree::{File, files, none};

const DOOR: &str = "ui/src/lib/ipc/call.ts";

/// Who composes the features.
const COMPOSERS: &[&str] = &["ui/src/App.svelte", "ui/src/main.ts", "ui/src/gallery/"];

/// What a file imports, resolved from the top where it lies in the page.
fn imports(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    for (_, line) in file.code() {
        let mut rest = line;
        while let Some(at) =
            ["from ", "import ", "import("].iter().filter_map(|word| Some(rest.find(word)? + word.len())).min()
        {
            rest = &rest[at..];
            let quote = rest.chars().next().filter(|first| ['"', '\''].contains(first));
            if let Some((target, after)) = quote.and_then(|quote| rest[1..].split_once(quote)) {
                found.push(resolve(&file.path, target));
                rest = after;
            }
        }
    }
    found
}

/// `./x` and `../x` as seen from a file; anything else is a package.
fn resolve(from: &str, target: &str) -> String {
    if !target.starts_with('.') {
        return target.replace("$lib/", "ui/src/lib/");
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            name => steps.push(name),
        }
    }
    steps.join("/")
}

/// Every import of the page that `wrong` objects to.
fn objections(wrong: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let files = files("ui/src", &[".ts", ".svelte", ".js"]);
    let pairs = files.iter().flat_map(|file| imports(file).into_iter().map(|target| (file.path.clone(), target)));
    pairs
        .filter(|(from, target)| wrong(from, target))
        .map(|(from, target)| format!("{from} imports {target}"))
        .collect()
}

fn feature(path: &str) -> Option<&str> {
    path.strip_prefix("ui/src/features/")?.split('/').next()
}

#[test]
fn only_the_door_talks_to_the_desk() {
    none(
        "the desk reached by another door",
        &objections(|from, target| target.starts_with("@tauri-apps") && from != DOOR),
    );
}

#[test]
fn a_feature_never_imports_another() {
    let composer = |from: &str| COMPOSERS.iter().any(|place| from.starts_with(place));
    none(
        "a feature known to another part",
        &objections(|from, target| {
            feature(target).is_some_and(|other| !composer(from) && feature(from) != Some(other))
        }),
    );
}

#[test]
fn lib_knows_neither_components_nor_features_and_components_know_no_feature() {
    let above = |from: &str, target: &str| {
        from.starts_with("ui/src/lib/")
            && (target.starts_with("ui/src/components") || target.starts_with("ui/src/features"))
            || from.starts_with("ui/src/components/") && target.starts_with("ui/src/features")
    };
    none("an import upwards", &objections(above));
}

#[test]
fn an_import_is_resolved_from_its_file() {
    let file = File {
        path: "ui/src/features/people/List.svelte".to_owned(),
        text: "  import Grid from \"../../components/Grid.svelte\";\n// import no from './no';\nconst x = await import('./x');\n".to_owned(),
    };
    assert_eq!(imports(&file), ["ui/src/components/Grid.svelte", "ui/src/features/people/x"]);
}
