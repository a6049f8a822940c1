//! The tour: the main job done in the real window by the same flow that the tests drive, leaving pictures and papers.

use crate::shell::{Outcome, cargo, step};
use crate::{install, place};
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Drives the main job and says where its pictures and papers are.
pub fn tour(release: bool) -> Outcome {
    let folder = place::top().join("out").join(format!("tour-{}", stamp()));
    drive("tour::the_main_job_from_first_run_to_printed_card", &folder, release)?;
    eprintln!("\n  Pictures and papers: {}", folder.display());
    let mut names: Vec<_> =
        fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    for name in names {
        eprintln!("    {}", name.to_string_lossy());
    }
    Ok(())
}

/// Runs one flow of `tests/e2e` with `folder` as the place of what it leaves.
pub fn drive(flow: &str, folder: &Path, release: bool) -> Outcome {
    install::for_driving()?;
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let words = ["test", "--package", "balai", "--test", "e2e"];
    let profile = if release { &["--release"][..] } else { &[] };
    let mut build = cargo(&words);
    build.args(profile).arg("--no-run");
    step("building the desk and its driver (the first time takes some minutes)", &mut build)?;
    let mut flow_run = cargo(&words);
    flow_run.args(profile).args(["--quiet", "--", "--exact", flow, "--nocapture"]).env("BALAI_TOUR", folder);
    step("driving the window", &mut flow_run)?;
    // A flow that is not there passes as well.
    let left = fs::read_dir(folder).into_iter().flatten().count();
    if left == 0 { Err(format!("the flow {flow} left nothing in {}", folder.display())) } else { Ok(()) }
}

/// The present second as `20261124-063343`, in UTC.
fn stamp() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (year, month, day) = civil(seconds / 86_400);
    let second = seconds % 86_400;
    format!("{year:04}{month:02}{day:02}-{:02}{:02}{:02}", second / 3600, second / 60 % 60, second % 60)
}

/// The Gregorian date of a day counted from 1970: step over whole years, then whole months.
fn civil(mut days: u64) -> (u64, u64, u64) {
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let lengths = [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    (year, month as u64 + 1, days + 1)
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn days_become_dates_over_leap_years_and_centuries() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(11_016), (2000, 2, 29));
        assert_eq!(civil(11_017), (2000, 3, 1));
        assert_eq!(civil(20_781), (2026, 11, 24));
    }
}
