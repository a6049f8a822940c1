//! Where the desk and the command line keep the office when nobody says otherwise.

use std::path::PathBuf;

/// `BALAI_DATA`, else the place where this system keeps the data of a person's programs.
pub fn data_folder() -> PathBuf {
    var("BALAI_DATA").unwrap_or_else(|| local_data().join("Balai"))
}

fn local_data() -> PathBuf {
    let home = || var("HOME").or_else(|| var("USERPROFILE")).unwrap_or_default();
    if cfg!(windows) {
        var("LOCALAPPDATA").unwrap_or_else(home)
    } else if cfg!(target_os = "macos") {
        home().join("Library/Application Support")
    } else {
        var("XDG_DATA_HOME").unwrap_or_else(|| home().join(".local/share"))
    }
}

fn var(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
