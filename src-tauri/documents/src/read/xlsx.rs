//! xlsx, cell by cell: no second copy of the sheet is held while reading.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::rows::{Budget, Rows};
use super::{Cell, ReadError, Sheet, archive, guarded, moment};

/// All worksheets of an xlsx workbook.
pub(super) fn read(bytes: &[u8], mut budget: Budget) -> Result<Vec<Sheet>, ReadError> {
    archive::check_size(bytes)?;
    guarded(|| {
        let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(from_xlsx)?;
        let tabs: Vec<_> =
            workbook.sheets_metadata().iter().filter(|tab| tab.typ == SheetType::WorkSheet).cloned().collect();
        let mut sheets = Vec::with_capacity(tabs.len());
        for tab in tabs {
            let rows = match sheet_rows(&mut workbook, &tab.name, &mut budget) {
                // A chart may be declared as a sheet, and a tab may lead nowhere: the other tabs are as good as before.
                Err(XlsxFault::Parser(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_))) => continue,
                Err(XlsxFault::Parser(error)) => return Err(from_xlsx(error)),
                Err(XlsxFault::Refused(error)) => return Err(error),
                Ok(rows) => rows,
            };
            sheets.push(Sheet { name: tab.name, rows, hidden: tab.visible != SheetVisible::Visible });
        }
        Ok(sheets)
    })
}

enum XlsxFault {
    Parser(XlsxError),
    Refused(ReadError),
}

fn sheet_rows(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    budget: &mut Budget,
) -> Result<Vec<Vec<Cell>>, XlsxFault> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(XlsxFault::Parser)?;
    let mut rows = Rows::new(budget);
    loop {
        match cells.next_cell() {
            Ok(Some(cell)) => {
                let (row, column) = cell.get_position();
                rows.put(row as usize, column as usize, from_data(cell.get_value())).map_err(XlsxFault::Refused)?;
            }
            Ok(None) => return Ok(rows.finish()),
            // An error word newer than the parser (#SPILL!): the cell has no value, the sheet does.
            Err(XlsxError::CellError(_)) => {}
            Err(error) => return Err(XlsxFault::Parser(error)),
        }
    }
}

fn from_data(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => Cell::text(text.as_str()),
        DataRef::SharedString(text) => Cell::text(*text),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(truth) => Cell::Bool(*truth),
        DataRef::DateTime(serial) => moment::from_serial(serial),
        DataRef::DateTimeIso(text) => moment::from_iso(text),
        DataRef::DurationIso(text) => moment::from_iso_duration(text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

fn from_xlsx(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::PasswordProtected,
        other => ReadError::damaged(other),
    }
}
