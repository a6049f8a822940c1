//! `prepare`: what the compile-time-checked queries look like, kept in `.sqlx` so that a build needs no database.
//!
//! The query macros write one file per query into `SQLX_OFFLINE_DIR` while they compile against a live
//! database. That database is a plain SQLite file with the migrations applied, made here and thrown away.

use crate::place;
use crate::shell::{Outcome, answer, cargo, program, timed, wait};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::SystemTime;

const MIGRATIONS: &str = "src-tauri/domain/migrations";
const READER: &str = "src-tauri/domain/src/lib.rs";

pub fn prepare(words: &[&str]) -> Outcome {
    match words {
        [] => refresh(),
        ["--db", path] => timed("making the plain database", || make_database(Path::new(path))),
        _ => Err("usage: cargo xtask prepare [--db PATH]".to_owned()),
    }
}

/// Compiles the domain against a fresh database and replaces `.sqlx` by what the macros saw.
fn refresh() -> Outcome {
    let room = place::target().join("prepare");
    let (database, seen) = (room.join("plain.db"), room.join("sqlx"));
    if seen.exists() {
        fs::remove_dir_all(&seen).map_err(|e| format!("{}: {e}", seen.display()))?;
    }
    fs::create_dir_all(&seen).map_err(|e| format!("{}: {e}", seen.display()))?;
    timed("making the plain database", || make_database(&database))?;
    timed("compiling every query against it", || {
        // A file that looks changed makes cargo compile, and so expand the macros, once more.
        let reader = fs::File::options().append(true).open(place::top().join(READER));
        reader.and_then(|file| file.set_modified(SystemTime::now())).map_err(|e| format!("{READER}: {e}"))?;
        let mut check = cargo(&["check", "--quiet", "--package", "balai-domain", "--all-targets"]);
        check
            .env("DATABASE_URL", format!("sqlite://{}", database.display()))
            .env("SQLX_OFFLINE_DIR", &seen)
            .env_remove("SQLX_OFFLINE");
        wait(&mut check)
    })?;
    let kept = place::top().join(".sqlx");
    let changed = replace(&kept, &seen).map_err(|e| format!("{}: {e}", kept.display()))?;
    eprintln!("  {} queries in .sqlx, {changed} files changed", names(&seen).len());
    Ok(())
}

/// Makes a plain SQLite file with every migration applied, in the order of their names.
fn make_database(path: &Path) -> Outcome {
    for suffix in ["", "-wal", "-shm"] {
        let mut old = path.as_os_str().to_owned();
        old.push(suffix);
        if Path::new(&old).exists() {
            fs::remove_file(&old).map_err(|e| format!("{}: {e}", path.display()))?;
        }
    }
    let folder = place::top().join(MIGRATIONS);
    let migrations: Vec<PathBuf> = names(&folder)
        .into_keys()
        .map(|name| folder.join(name))
        .filter(|file| file.extension().is_some_and(|e| e == "sql"))
        .collect();
    let cli = answer(program("sqlite3", &["--version"]).stderr(Stdio::null())).is_some();
    for file in &migrations {
        if cli { by_cli(path, file) } else { by_python(path, file) }
            .map_err(|reason| format!("{}: {reason}", file.display()))?;
    }
    eprintln!("  {} migrations in {}", migrations.len(), path.display());
    Ok(())
}

fn by_cli(database: &Path, migration: &Path) -> Outcome {
    let script = fs::File::open(migration).map_err(|e| e.to_string())?;
    wait(program("sqlite3", &["-bail", "-batch"]).arg(database).stdin(script))
}

fn by_python(database: &Path, migration: &Path) -> Outcome {
    const SCRIPT: &str =
        "import sqlite3, sys\nsqlite3.connect(sys.argv[1]).executescript(open(sys.argv[2], encoding='utf-8').read())";
    let name = if cfg!(windows) { "python" } else { "python3" };
    wait(program(name, &["-c", SCRIPT]).arg(database).arg(migration))
        .map_err(|reason| format!("{reason}; install sqlite3 or Python 3"))
}

/// Makes the folder `kept` equal to `seen`, touching only what differs. Answers how many files changed.
fn replace(kept: &Path, seen: &Path) -> std::io::Result<usize> {
    fs::create_dir_all(kept)?;
    let (old, new) = (names(kept), names(seen));
    let mut changed = 0;
    for name in old.keys().filter(|name| !new.contains_key(*name)) {
        fs::remove_file(kept.join(name))?;
        changed += 1;
    }
    for (name, content) in &new {
        if old.get(name) != Some(content) {
            fs::write(kept.join(name), content)?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// The files of a folder with their content, in order of name.
fn names(folder: &Path) -> BTreeMap<OsString, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| Some((entry.file_name(), fs::read(entry.path()).ok()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refreshed_folder_loses_stale_files_and_keeps_equal_ones_untouched() {
        let room = std::env::temp_dir().join(format!("balai-prepare-{}", std::process::id()));
        let (kept, seen) = (room.join("kept"), room.join("seen"));
        fs::create_dir_all(&kept).unwrap();
        fs::create_dir_all(&seen).unwrap();
        for (folder, name, content) in
            [(&kept, "stale", "1"), (&kept, "same", "2"), (&seen, "same", "2"), (&seen, "new", "3")]
        {
            fs::write(folder.join(name), content).unwrap();
        }

        let changed = replace(&kept, &seen).unwrap();

        assert_eq!(changed, 2, "one removed, one added");
        let left: Vec<_> = names(&kept).into_keys().collect();
        assert_eq!(left, ["new", "same"]);
        fs::remove_dir_all(&room).unwrap();
    }
}
