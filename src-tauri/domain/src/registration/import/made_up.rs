//! Sheets for tests, written as text: a line per row, `|` between cells.

use super::cell::{Cell, Sheet};

/// A sheet of texts; an empty place is an empty cell.
pub fn sheet(text: &str) -> Sheet {
    let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let row = |line: &str| if line.is_empty() { Vec::new() } else { line.split('|').map(cell).collect() };
    Sheet { name: "Lembar1".into(), rows: text.lines().map(|line| row(line.trim())).collect(), hidden: false }
}

/// A workbook of the fixtures as sheets, read bare.
pub fn workbook(bytes: &[u8]) -> Vec<Sheet> {
    use calamine::{Data, DataType, Reader, Xlsx};
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let cell = |data: &Data| match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::Text(text.clone()),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(truth) => Cell::Bool(*truth),
        Data::DateTime(_) | Data::DateTimeIso(_) => data.as_datetime().map_or(Cell::Empty, Cell::Date),
        other => Cell::Error(other.to_string()),
    };
    let names = book.sheet_names();
    let sheets = names.into_iter().map(|name| {
        let range = book.worksheet_range(&name).expect("a sheet");
        Sheet { rows: range.rows().map(|row| row.iter().map(cell).collect()).collect(), name, hidden: false }
    });
    sheets.collect()
}
