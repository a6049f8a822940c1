//! A spreadsheet as the import sees it; the shells make it from whatever file was read.

use crate::base::{dates::from_serial, text::tidy};
use chrono::{NaiveDate, NaiveDateTime};

/// One worksheet: rows of cells in their physical places.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The name on the tab.
    pub name: String,
    /// `rows[i]` is row `i + 1` of the spreadsheet; rows may be of different length.
    pub rows: Vec<Vec<Cell>>,
    /// Hidden sheets mostly hold the lists behind drop-downs.
    pub hidden: bool,
}

/// One cell, by what the file says it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text as stored.
    Text(String),
    /// A number, also one that ought to have been text.
    Number(f64),
    /// A cell that the spreadsheet shows as a date.
    Date(NaiveDateTime),
    /// A truth value.
    Bool(bool),
    /// A formula's error.
    Error(String),
}

impl Cell {
    /// Whether nothing can be seen in the cell.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(|c| c.is_whitespace() || crate::base::text::is_invisible(c)),
            _ => false,
        }
    }

    /// What the cell says, tidied; whole numbers without a point, dates as `31-12-1999`.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => tidy(text),
            // A number of the spreadsheet has at most 15 digits; f64 shows whole ones without a point.
            Self::Number(number) => number.to_string(),
            Self::Date(at) => at.format("%d-%m-%Y").to_string(),
            Self::Bool(_) | Self::Empty | Self::Error(_) => String::new(),
        }
    }

    /// The day, when the cell is a date or the number of a day whose format was lost.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(at) => Some(at.date()),
            Self::Number(serial) => from_serial(*serial),
            _ => None,
        }
    }
}

/// The blank cell that stands for every place outside a row.
pub(super) const NOTHING: Cell = Cell::Empty;

/// The cell of a row at a column.
pub(super) fn at(row: &[Cell], column: usize) -> &Cell {
    row.get(column).unwrap_or(&NOTHING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_what_a_person_sees() {
        assert_eq!(Cell::Number(12.0).text(), "12");
        assert_eq!(Cell::Number(81_234_567_890.0).text(), "81234567890");
        assert_eq!(Cell::Text("  a\u{a0} b ".into()).text(), "a b");
        assert!(Cell::Text(" \u{200b}\u{a0}".into()).is_blank() && !Cell::Number(0.0).is_blank());
        assert_eq!(Cell::Number(36292.0).day(), NaiveDate::from_ymd_opt(1999, 5, 12));
        assert_eq!(Cell::Number(12.0).day(), None);
    }
}
