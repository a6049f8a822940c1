//! The rows that were not taken, as they stood in the file and with their reasons, to be sent back and mended.

use super::{
    cell::{Cell, Sheet},
    plan::{ImportPlan, PlanRow, RowFate},
    table_finder::Table,
};

/// A table to be written as a workbook: the columns of the file, then one for the reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Returned {
    /// The headings of the file, left to right.
    pub headers: Vec<String>,
    /// The rows.
    pub rows: Vec<ReturnedRow>,
}

/// One row to be sent back.
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnedRow {
    /// The row of the spreadsheet, from 1.
    pub sheet_row: u32,
    /// The cells as they stood, as many as there are headings.
    pub cells: Vec<Cell>,
    /// Why: codes under `import_reason`.
    pub reasons: Vec<String>,
    /// For a duplicate in the file: the row above, among the data rows.
    pub same_as: Option<u32>,
}

/// The rejected rows, or with `doubtful` also those that somebody has to look at.
pub fn returned(sheet: &Sheet, table: &Table, plan: &ImportPlan, doubtful: bool) -> Returned {
    let back = |row: &&PlanRow| row.fate == RowFate::Rejected || doubtful && row.fate == RowFate::Doubtful;
    let rows = plan.rows.iter().filter(back).map(|row| {
        let place = usize::try_from(row.sheet_row).unwrap_or_default().saturating_sub(1);
        let mut cells = sheet.rows.get(place).cloned().unwrap_or_default();
        cells.resize(table.headers.len(), Cell::Empty);
        ReturnedRow { sheet_row: row.sheet_row, cells, reasons: row.reasons.clone(), same_as: row.same_as }
    });
    Returned { headers: table.headers.iter().map(|header| header.line()).collect(), rows: rows.collect() }
}
