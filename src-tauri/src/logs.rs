//! The log: one file a day, fourteen files, no personal data; and what a panic leaves for the next start.

use crate::failure::incident;
use std::{
    fs,
    panic::PanicHookInfo,
    path::{Path, PathBuf},
    sync::OnceLock,
};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// Files kept.
const FILES: usize = 14;
const FOLDER: &str = "logs";
const CRASH: &str = "last-crash";
static LAST_CRASH: OnceLock<Option<String>> = OnceLock::new();

/// The folder of the log.
pub fn folder(data: &Path) -> PathBuf {
    data.join(FOLDER)
}

/// Starts the log and the hook for panics. A folder that cannot be written leaves the log on the terminal.
pub fn start(data: &Path) {
    let folder = folder(data);
    // Made first: the appender complains of a folder that is not there.
    let _ = fs::create_dir_all(&folder);
    let filter = EnvFilter::new("info,sqlx=warn,tao=error,wry=error");
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("balai")
        .filename_suffix("log")
        .max_log_files(FILES)
        .build(&folder);
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false);
    // A second start in one process, as in tests, keeps the first log.
    let _ = match appender {
        Ok(appender) => subscriber.with_writer(appender).try_init(),
        Err(_) => subscriber.with_writer(std::io::stderr).try_init(),
    };
    LAST_CRASH.get_or_init(|| take_crash(&folder));
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        note_crash(&folder, panic);
        before(panic);
    }));
}

/// The incident with which the program ended last time.
pub fn last_crash() -> Option<String> {
    LAST_CRASH.get().cloned().flatten()
}

/// Where, and which fixed words; words that were put together may hold a person's data and are left out.
fn note_crash(folder: &Path, panic: &PanicHookInfo<'_>) {
    let incident = incident();
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let words = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("…");
    tracing::error!(%incident, "panic at {place}: {words}");
    let _ = fs::write(folder.join(CRASH), incident);
}

fn take_crash(folder: &Path) -> Option<String> {
    let path = folder.join(CRASH);
    let incident = fs::read_to_string(&path).ok()?;
    let _ = fs::remove_file(path);
    Some(incident)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crash_is_told_once_at_the_next_start() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(CRASH), "B-AB12CD").expect("written");
        assert_eq!(take_crash(folder.path()).as_deref(), Some("B-AB12CD"));
        assert_eq!(take_crash(folder.path()), None);
    }
}
