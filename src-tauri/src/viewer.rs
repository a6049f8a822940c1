//! The system's own viewer for papers and folders.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

/// A fresh place for a paper that is only looked at. It is destroyed when the desk is left.
pub fn place(name: &str) -> PathBuf {
    let id = uuid::Uuid::now_v7().simple().to_string();
    std::env::temp_dir().join(format!("balai-{}-{name}", &id[20..]))
}

/// Writes a paper that only its owner may read.
pub fn write(place: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = std::fs::File::options();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(place)?.write_all(bytes)
}

/// Opens a file or a folder with whatever the system uses for it.
pub fn show(place: &Path) -> std::io::Result<()> {
    let mut opener = if cfg!(windows) {
        let mut opener = Command::new("rundll32.exe");
        opener.arg("url.dll,FileProtocolHandler");
        opener
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    };
    let mut child = opener.arg(place).spawn()?;
    // Waited for beside, so that the system keeps no dead process.
    std::thread::spawn(move || child.wait());
    Ok(())
}
