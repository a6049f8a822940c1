//! xls of Excel 97–2003. The records are looked through first, since the parser reserves memory for whatever they promise.

use std::collections::HashSet;
use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::rows::{Budget, Rows};
use super::{CELLS_MAX, Cell, ReadError, Sheet, compound, guarded, moment};

/// All worksheets of an xls workbook.
pub(super) fn read(bytes: &[u8], mut budget: Budget) -> Result<Vec<Sheet>, ReadError> {
    let (name, workbook) = compound::workbook(bytes)?;
    check_promises(&workbook)?;
    let bytes = compound::around(name, &workbook)?;
    drop(workbook);
    guarded(|| {
        let mut workbook = Xls::new(Cursor::new(bytes)).map_err(from_xls)?;
        let tabs: Vec<_> =
            workbook.sheets_metadata().iter().filter(|tab| tab.typ == SheetType::WorkSheet).cloned().collect();
        let mut sheets = Vec::with_capacity(tabs.len());
        for tab in tabs {
            let range = workbook.worksheet_range(&tab.name).map_err(from_xls)?;
            let (first_row, first_column) = range.start().unwrap_or_default();
            let mut rows = Rows::new(&mut budget);
            for (row, column, data) in range.used_cells() {
                rows.put(first_row as usize + row, first_column as usize + column, from_data(data))?;
            }
            let rows = rows.finish();
            sheets.push(Sheet { name: tab.name, rows, hidden: tab.visible != SheetVisible::Visible });
        }
        Ok(sheets)
    })
}

/// Records whose first four bytes are a row and a column: formula, number, label, truth value, number, text, numbers, rich text.
const CELL_RECORDS: [u16; 8] = [0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, NUMBERS, 0x00D6];
const NUMBERS: u16 = 0x00BD;
const DIMENSIONS: u16 = 0x0200;
const TAB: u16 = 0x0085;
const PASSWORD: u16 = 0x002F;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;

/// The widest and longest that a sheet can be in this format.
const COLUMNS: u32 = 256;
const ROWS: u32 = 65_536;

/// The area that each sheet spans must be one that fits in memory, since the parser lays it out in full; and each tab must
/// lead to a sheet of its own, since the parser follows it wherever it points.
fn check_promises(workbook: &[u8]) -> Result<(), ReadError> {
    let mut beginnings = HashSet::new();
    let mut tabs = Vec::new();
    // A chart may lie inside a sheet, with records like cells; the sheet goes on after it.
    let mut open: Vec<Area> = Vec::new();
    let mut total = 0;
    let mut rest = workbook;
    while let [kind_low, kind_high, length_low, length_high, tail @ ..] = rest {
        let kind = u16::from_le_bytes([*kind_low, *kind_high]);
        let length = usize::from(u16::from_le_bytes([*length_low, *length_high]));
        let body = tail.get(..length).ok_or_else(|| ReadError::damaged("a record is cut off"))?;
        match kind {
            PASSWORD => return Err(ReadError::PasswordProtected),
            BEGIN => {
                beginnings.insert(workbook.len() - rest.len());
                open.push(Area::default());
            }
            END => total += open.pop().map_or(0, Area::cells),
            TAB => tabs.push(long(body, 0).ok_or_else(|| ReadError::damaged("a tab is cut off"))? as usize),
            DIMENSIONS => check_dimensions(body)?,
            _ if CELL_RECORDS.contains(&kind) => {
                if let Some(area) = open.last_mut() {
                    area.include(body, kind == NUMBERS)?;
                }
            }
            _ => {}
        }
        rest = &tail[length..];
    }
    total += open.into_iter().map(Area::cells).sum::<usize>();
    if total > CELLS_MAX {
        return Err(ReadError::TooLarge);
    }
    let distinct: HashSet<usize> = tabs.iter().copied().filter(|at| beginnings.contains(at)).collect();
    if distinct.len() == tabs.len() { Ok(()) } else { Err(ReadError::damaged("a tab leads nowhere")) }
}

fn short(body: &[u8], at: usize) -> Option<u32> {
    body.get(at..at + 2).map(|b| u32::from(u16::from_le_bytes([b[0], b[1]])))
}

fn long(body: &[u8], at: usize) -> Option<u32> {
    body.get(at..at + 4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

fn check_dimensions(body: &[u8]) -> Result<(), ReadError> {
    let wide = body.len() >= 14;
    let last_row = if wide { long(body, 4) } else { short(body, 2) };
    let last_column = short(body, if wide { 10 } else { 6 });
    match (last_row, last_column) {
        (Some(row), Some(column)) if row <= ROWS && column <= COLUMNS => Ok(()),
        _ => Err(ReadError::damaged("a sheet larger than the format allows")),
    }
}

/// The rectangle around the cells seen so far.
#[derive(Default)]
struct Area(Option<[u32; 4]>);

impl Area {
    fn include(&mut self, body: &[u8], numbers: bool) -> Result<(), ReadError> {
        let (Some(row), Some(column)) = (short(body, 0), short(body, 2)) else {
            return Err(ReadError::damaged("a cell is cut off"));
        };
        // A run of numbers: row, first column, six bytes for each, last column.
        let more = if numbers { (body.len().saturating_sub(6) / 6).saturating_sub(1) as u32 } else { 0 };
        let last = column + more;
        if last >= COLUMNS {
            return Err(ReadError::damaged("a cell beyond the last column"));
        }
        let [top, left, bottom, right] = self.0.get_or_insert([row, column, row, last]);
        (*top, *left) = ((*top).min(row), (*left).min(column));
        (*bottom, *right) = ((*bottom).max(row), (*right).max(last));
        Ok(())
    }

    fn cells(self) -> usize {
        self.0.map_or(0, |[top, left, bottom, right]| ((bottom - top + 1) * (right - left + 1)) as usize)
    }
}

fn from_data(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::text(text.as_str()),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(truth) => Cell::Bool(*truth),
        Data::DateTime(serial) => moment::from_serial(serial),
        Data::DateTimeIso(text) => moment::from_iso(text),
        Data::DurationIso(text) => moment::from_iso_duration(text),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

fn from_xls(error: XlsError) -> ReadError {
    match error {
        XlsError::Password => ReadError::PasswordProtected,
        other => ReadError::damaged(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, body: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat()
    }

    fn number_at(row: u16, column: u16) -> Vec<u8> {
        record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat())
    }

    fn sheet(cells: &[Vec<u8>]) -> Vec<u8> {
        [record(BEGIN, &[0; 16]), cells.concat(), record(END, &[])].concat()
    }

    #[test]
    fn sheets_that_span_too_much_together_are_refused() {
        let one = sheet(&[number_at(0, 0), number_at(65_535, 255)]);
        assert!(check_promises(&one).is_ok());
        assert_eq!(check_promises(&[one.clone(), one].concat()).unwrap_err().code(), "too-large");
    }

    #[test]
    fn a_chart_between_two_cells_does_not_hide_how_far_they_are_apart() {
        let split = sheet(&[number_at(0, 0), sheet(&[number_at(5, 5)]), number_at(65_535, 255)]);
        assert_eq!(check_promises(&[split.clone(), split].concat()).unwrap_err().code(), "too-large");
    }

    #[test]
    fn a_promise_beyond_the_format_is_damage() {
        let body =
            [&0_u32.to_le_bytes()[..], &u32::MAX.to_le_bytes(), &0_u16.to_le_bytes(), &16_u16.to_le_bytes(), &[0; 2]]
                .concat();
        assert_eq!(check_promises(&record(DIMENSIONS, &body)).unwrap_err().code(), "damaged");
        assert_eq!(check_promises(&sheet(&[number_at(0, 60_000)])).unwrap_err().code(), "damaged");
        assert_eq!(check_promises(b"\x03\x02\xFF\xFF").unwrap_err().code(), "damaged");
        let run = record(NUMBERS, &[&[0, 0, 250, 0][..], &[0; 6 * 20], &[13, 1]].concat());
        assert_eq!(check_promises(&sheet(&[run])).unwrap_err().code(), "damaged");
    }

    #[test]
    fn a_tab_must_lead_to_a_sheet_of_its_own() {
        let tab = |at: u32| record(TAB, &[&at.to_le_bytes()[..], &[0, 0, 1, 0, 65]].concat());
        let at = 2 * tab(0).len() as u32;
        let good = |second: u32| [tab(at), tab(second), sheet(&[]), sheet(&[])].concat();
        assert!(check_promises(&good(at + sheet(&[]).len() as u32)).is_ok());
        assert_eq!(check_promises(&good(at)).unwrap_err().code(), "damaged");
        assert_eq!(check_promises(&good(at + 4)).unwrap_err().code(), "damaged");
    }

    #[test]
    fn a_locked_workbook_says_so_before_its_records_are_judged() {
        assert_eq!(
            check_promises(&[record(PASSWORD, &[1, 0]), vec![0xFF; 30]].concat()).unwrap_err().code(),
            "password-protected"
        );
    }
}
