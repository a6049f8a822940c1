//! What a spreadsheet becomes: sheets of rows of cells, in their physical places.

use chrono::NaiveDateTime;

/// A spreadsheet as read: its sheets in the order of the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// All worksheets; charts and macro sheets are left out.
    pub sheets: Vec<Sheet>,
}

/// One worksheet. `rows[i]` is row `i + 1` of the spreadsheet and `rows[i][j]` its column `j`, counted from A;
/// empty cells at the end of a row and empty rows at the end of the sheet are not kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The name on the sheet's tab; the file's name for a text file.
    pub name: String,
    /// Rows in their physical places: an empty row is an empty list.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the tab is hidden; such a sheet mostly holds the lists behind drop-downs.
    pub hidden: bool,
}

/// One cell, by what the file says it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing, or a text of no length.
    #[default]
    Empty,
    /// Text exactly as stored, blanks and all. Every cell of a text file is one; so are times of day (`08:30`) and durations.
    Text(String),
    /// A number, also one that ought to have been text.
    Number(f64),
    /// A cell that the spreadsheet shows as a date.
    Date(NaiveDateTime),
    /// A truth value.
    Bool(bool),
    /// A formula's error, as the spreadsheet shows it: `#N/A`.
    Error(String),
}

impl Cell {
    /// Whether there is nothing in the cell.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// A text cell, or an empty one for no text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}
