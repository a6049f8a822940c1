//! Backups without being asked: at the end and every four hours of use; seven days, four weeks, twelve months are kept.

use crate::{desk::Desk, failure::Answer};
use balai_domain::store::{Store, backup};
use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Hours of use between two backups.
const HOURS: i64 = 4;
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;
const FORM: &str = "%Y%m%d-%H%M%S";

/// When the last automatic backup was made in this run, and after how many changes.
#[derive(Debug)]
pub struct Last {
    at: DateTime<Utc>,
    changes: u64,
}

impl Last {
    /// At the start of the program.
    pub fn new(at: DateTime<Utc>) -> Self {
        Last { at, changes: 0 }
    }

    /// Whether hours of use with changes lie behind the last one.
    pub fn due(&self, now: DateTime<Utc>, changes: u64) -> bool {
        changes > self.changes && now - self.at >= TimeDelta::hours(HOURS)
    }

    /// Whether anything changed since.
    pub fn behind(&self, changes: u64) -> bool {
        changes > self.changes
    }

    /// A backup holds everything up to these changes.
    pub fn note(&mut self, at: DateTime<Utc>, changes: u64) {
        *self = Last { at, changes };
    }
}

/// Makes an automatic backup and clears away what is no longer kept.
pub async fn make(desk: &Desk, store: &Store) -> Answer<()> {
    let changes = desk.seat().changes();
    let now = desk.now();
    let target = backup::automatic(store.folder(), now);
    backup::write(store, &target, now).await?;
    desk.last_backup().note(now, changes);
    for old in superseded(&backup::list(store.folder())) {
        if let Err(error) = std::fs::remove_file(&old) {
            tracing::warn!("an old backup stays: {error}");
        }
    }
    Ok(())
}

/// The automatic backups that need not be kept: for each of the last days, weeks and months that have one, the
/// newest stays. Files of another form of name are never among them.
pub fn superseded(files: &[PathBuf]) -> Vec<PathBuf> {
    let mut dated: Vec<(NaiveDateTime, &PathBuf)> =
        files.iter().filter_map(|file| Some((moment(file)?, file))).collect();
    dated.sort();
    dated.reverse();
    let mut kept = BTreeSet::new();
    keep(&dated, DAYS, |at| (at.year(), at.ordinal()), &mut kept);
    keep(&dated, WEEKS, |at| (at.iso_week().year(), at.iso_week().week()), &mut kept);
    keep(&dated, MONTHS, |at| (at.year(), at.month()), &mut kept);
    dated.into_iter().filter(|(at, _)| !kept.contains(at)).map(|(_, file)| file.clone()).collect()
}

/// Keeps the newest of each of the newest `spans`.
fn keep(
    newest_first: &[(NaiveDateTime, &PathBuf)],
    spans: usize,
    span: impl Fn(NaiveDateTime) -> (i32, u32),
    kept: &mut BTreeSet<NaiveDateTime>,
) {
    let mut seen = Vec::new();
    for (at, _) in newest_first {
        if seen.len() < spans && !seen.contains(&span(*at)) {
            seen.push(span(*at));
            kept.insert(*at);
        }
    }
}

fn moment(file: &Path) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(file.file_stem()?.to_str()?, FORM).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> PathBuf {
        PathBuf::from(format!("backups/{name}.balaibak"))
    }

    #[test]
    fn of_one_day_only_the_newest_stays() {
        let files = [file("20261124-160000"), file("20261124-120000"), file("20261124-080000")];
        assert_eq!(superseded(&files), [files[1].clone(), files[2].clone()]);
    }

    #[test]
    fn two_years_of_days_leave_seven_days_four_weeks_and_twelve_months() {
        let first = NaiveDateTime::parse_from_str("20241125-160000", FORM).expect("a moment");
        let files: Vec<PathBuf> =
            (0..730).map(|day| file(&(first + TimeDelta::days(day)).format(FORM).to_string())).collect();
        let gone = superseded(&files);
        let mut left: Vec<String> = files
            .iter()
            .filter(|file| !gone.contains(file))
            .filter_map(|file| Some(file.file_stem()?.to_str()?[..8].to_owned()))
            .collect();
        left.reverse();
        let expected = [
            "20261124", "20261123", "20261122", "20261121", "20261120", "20261119", "20261118", "20261115", "20261108",
            "20261031", "20260930", "20260831", "20260731", "20260630", "20260531", "20260430", "20260331", "20260228",
            "20260131", "20251231",
        ];
        assert_eq!(left, expected);
    }

    #[test]
    fn a_backup_before_a_migration_is_never_cleared_away() {
        let files = [file("before-migration-after-0003"), file("milik saya")];
        assert!(superseded(&files).is_empty());
    }

    #[test]
    fn a_backup_is_due_after_four_hours_with_changes() {
        let at = DateTime::from_timestamp(1_790_000_000, 0).expect("a moment");
        let last = Last::new(at);
        assert!(!last.due(at + TimeDelta::hours(5), 0));
        assert!(!last.due(at + TimeDelta::minutes(239), 3));
        assert!(last.due(at + TimeDelta::hours(4), 1));
    }
}
