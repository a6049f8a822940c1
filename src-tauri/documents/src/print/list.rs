//! A register or a list on A4 landscape: its heading on every page, page x of y, the office's letterhead on the first.

use serde::Serialize;

use super::{Letterhead, PrintError, Printed, Signatory, press};

/// How the cells of a column are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// To the left: words.
    #[default]
    Start,
    /// In the middle: codes.
    Center,
    /// To the right: numbers.
    End,
}

/// A column of a printed table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableColumn {
    /// The heading.
    pub title: String,
    /// Its share of the width; nought for as wide as its longest cell.
    pub width: f64,
    /// How its cells are set.
    pub align: Align,
}

impl TableColumn {
    /// A column of words that takes a share of the width.
    pub fn new(title: impl Into<String>, width: f64) -> Self {
        Self { title: title.into(), width, align: Align::Start }
    }

    /// The same column, set otherwise.
    #[must_use]
    pub fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }
}

/// A table inside a paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TablePaper {
    /// A line above the table; none when empty.
    pub title: String,
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// The rows; missing cells are printed as a dash, cells beyond the columns are not printed.
    pub rows: Vec<Vec<String>>,
}

/// A list as a paper of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListPaper {
    /// The office.
    pub letterhead: Letterhead,
    /// Title of the paper.
    pub title: String,
    /// A line under the title: period, filter, place.
    pub subtitle: String,
    /// The table; its own title is not printed.
    pub table: TablePaper,
    /// A line under the table.
    pub note: String,
    /// Who signs, if somebody does.
    pub officer: Option<Signatory>,
    /// When and by whom it was printed, for the foot of every page: `Dicetak 24 November 2026 pukul 08.05 WIB oleh Rina`.
    pub printed: String,
    /// Pale words across the page, for lists of persons that must not wander; none when empty.
    pub watermark: String,
}

/// A table as the templates want it: every row has exactly as many cells as there are columns.
#[derive(Serialize)]
pub(super) struct Squared<'a> {
    title: &'a str,
    columns: &'a [TableColumn],
    rows: Vec<Vec<&'a str>>,
}

impl<'a> From<&'a TablePaper> for Squared<'a> {
    fn from(table: &'a TablePaper) -> Self {
        let width = table.columns.len();
        let row = |cells: &'a Vec<String>| (0..width).map(|at| cells.get(at).map_or("", String::as_str)).collect();
        Self { title: &table.title, columns: &table.columns, rows: table.rows.iter().map(row).collect() }
    }
}

#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    title: &'a str,
    letterhead: &'a Letterhead,
    subtitle: &'a str,
    table: Squared<'a>,
    note: &'a str,
    officer: &'a Option<Signatory>,
    printed: &'a str,
    watermark: &'a str,
}

impl<'a> From<&'a ListPaper> for Sheet<'a> {
    fn from(paper: &'a ListPaper) -> Self {
        Self {
            title: &paper.title,
            letterhead: &paper.letterhead,
            subtitle: &paper.subtitle,
            table: Squared::from(&paper.table),
            note: &paper.note,
            officer: &paper.officer,
            printed: &paper.printed,
            watermark: &paper.watermark,
        }
    }
}

/// The list as PDF.
///
/// # Errors
/// [`PrintError::Picture`] when the emblem cannot be read.
pub fn list(paper: &ListPaper) -> Result<Printed, PrintError> {
    press::print("list.typ", &Sheet::from(paper), &[("emblem", paper.letterhead.emblem.as_deref())])
}
