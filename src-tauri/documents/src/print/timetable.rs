//! The weekly timetable (*jadwal mingguan*) of a class, an instructor or a room, after the centres' own form: head block,
//! days with their hours, cells with unit and initials, what the marks mean, who signs.

use serde::Serialize;

use super::{Letterhead, PrintError, Printed, Signatory, press};

/// Days that share their hours.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TimetableGroup {
    /// The rows of the day from morning on.
    pub rows: Vec<TimetableRow>,
    /// The days, left to right.
    pub days: Vec<TimetableDay>,
}

/// A lesson or a break of the day.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TimetableRow {
    /// `08.00–08.45`.
    pub time: String,
    /// The number of the lesson; empty for a break.
    pub number: String,
    /// A lesson, or a break that runs through all days.
    pub lesson: bool,
    /// What a break is called.
    pub name: String,
}

/// A day of the week.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TimetableDay {
    /// `Senin`.
    pub name: String,
    /// `4 Januari 2027`.
    pub date: String,
    /// Why there is no lesson; empty when there may be.
    pub closed: String,
    /// What is taught.
    pub sessions: Vec<TimetableSession>,
}

/// A session in its cell. Sessions of one day do not overlap.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TimetableSession {
    /// First row of the group, from 0.
    pub row: usize,
    /// Rows that it fills, at least one.
    pub rows: usize,
    /// Unit, room, initials: the first stands out.
    pub lines: Vec<String>,
}

/// One page: a week of one class, instructor or room.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TimetableSheet {
    /// `JADWAL PELATIHAN`.
    pub title: String,
    /// `Minggu ke-2 · 11–15 Januari 2027`.
    pub week: String,
    /// Number of the form, such as `SKA/PP/FM/13-18`; empty: none.
    pub form: String,
    /// *Kejuruan*, *program*, *PBK ke-*, *kelas* and so on, with their values.
    pub head: Vec<(String, String)>,
    /// The days.
    pub groups: Vec<TimetableGroup>,
    /// What the marks mean: code or initials, and name.
    pub legend: Vec<(String, String)>,
    /// Who signs, left to right.
    pub officers: Vec<Signatory>,
}

/// Timetables in one file, a page each.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TimetablePaper {
    /// The office.
    pub letterhead: Letterhead,
    /// The pages.
    pub sheets: Vec<TimetableSheet>,
    /// When and by whom it was printed, for the foot of every page.
    pub printed: String,
}

/// The timetables as PDF.
///
/// # Errors
/// [`PrintError::Picture`] when the emblem cannot be read.
pub fn timetable(paper: &TimetablePaper) -> Result<Printed, PrintError> {
    press::print("timetable.typ", paper, &[("emblem", paper.letterhead.emblem.as_deref())])
}
