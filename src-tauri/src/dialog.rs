//! The dialogs of the system: the only way by which a path enters the program.
//!
//! A dialog of the system cannot be driven by a test. When `BALAI_DIALOG_FILE` names a text file, no dialog is
//! shown: its first line is taken away and is the answer; no line or an empty one is a dialog that was closed.

use crate::events::Voice;
use rfd::AsyncFileDialog;
use std::path::{Path, PathBuf};

/// Which files a dialog shows.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// In the words of the system's dialog.
    pub name: &'static str,
    /// Endings without the dot.
    pub endings: &'static [&'static str],
}

/// Tables that an import reads.
pub const TABLE: Kind = Kind { name: "Tabel", endings: &["xlsx", "xls", "ods", "csv", "tsv", "txt", "html"] };
/// Workbooks that are written.
pub const XLSX: Kind = Kind { name: "Excel", endings: &["xlsx"] };
/// Calendar files.
pub const ICS: Kind = Kind { name: "Kalender", endings: &["ics"] };
/// Papers.
pub const PDF: Kind = Kind { name: "PDF", endings: &["pdf"] };
/// All that is held on a person.
pub const JSON: Kind = Kind { name: "JSON", endings: &["json"] };
/// Backups.
pub const BACKUP: Kind = Kind { name: "Cadangan Balai", endings: &["balaibak"] };
/// Bundles of the exchange.
pub const BUNDLE: Kind = Kind { name: "Bundel pertukaran Balai", endings: &["balaix"] };
/// Scans of documents.
pub const SCAN: Kind = Kind { name: "Pindaian", endings: &["pdf", "jpg", "jpeg", "png", "webp"] };

/// Asks for a file to read; `None`: the dialog was closed.
pub async fn open(voice: &Voice, kind: Kind) -> Option<PathBuf> {
    if let Some(answers) = answers() {
        return next_answer(&answers);
    }
    let dialog = over_the_window(voice, AsyncFileDialog::new().add_filter(kind.name, kind.endings));
    dialog.pick_file().await.map(|file| file.path().to_owned())
}

/// Asks where to write a file; `None`: the dialog was closed.
pub async fn save(voice: &Voice, kind: Kind, suggested: &str) -> Option<PathBuf> {
    let chosen = match answers() {
        Some(answers) => next_answer(&answers),
        None => {
            let dialog = AsyncFileDialog::new().add_filter(kind.name, kind.endings).set_file_name(suggested);
            over_the_window(voice, dialog).save_file().await.map(|file| file.path().to_owned())
        }
    };
    chosen.map(|path| with_ending(path, kind))
}

fn over_the_window(voice: &Voice, dialog: AsyncFileDialog) -> AsyncFileDialog {
    use tauri::Manager;
    match voice.app().and_then(|app| app.get_webview_window(crate::window::MAIN)) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Not every dialog adds the ending that it shows.
fn with_ending(path: PathBuf, kind: Kind) -> PathBuf {
    let has =
        path.extension().is_some_and(|ending| kind.endings.iter().any(|known| ending.eq_ignore_ascii_case(known)));
    match (has, kind.endings.first()) {
        (false, Some(ending)) => {
            let mut name = path.into_os_string();
            name.push(".");
            name.push(ending);
            name.into()
        }
        _ => path,
    }
}

fn answers() -> Option<PathBuf> {
    std::env::var_os("BALAI_DIALOG_FILE").map(PathBuf::from)
}

fn next_answer(answers: &Path) -> Option<PathBuf> {
    let text = std::fs::read_to_string(answers).ok()?;
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let answer = first.trim_end_matches('\r').to_owned();
    std::fs::write(answers, rest).ok()?;
    (!answer.is_empty()).then(|| answer.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_taken_one_by_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("answers");
        std::fs::write(&file, "/a.xlsx\n/b dua.xlsx\n").expect("written");
        assert_eq!(next_answer(&file), Some("/a.xlsx".into()));
        assert_eq!(next_answer(&file), Some("/b dua.xlsx".into()));
        assert_eq!(next_answer(&file), None);
    }

    #[test]
    fn a_file_to_write_gets_its_ending_once() {
        assert_eq!(with_ending("kartu".into(), PDF), PathBuf::from("kartu.pdf"));
        assert_eq!(with_ending("kartu.PDF".into(), PDF), PathBuf::from("kartu.PDF"));
        assert_eq!(with_ending("a/data 1.2".into(), XLSX), PathBuf::from("a/data 1.2.xlsx"));
    }
}
