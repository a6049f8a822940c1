//! Workbooks between the reader of files and the import, which do not know each other.

use crate::words::word;
use balai_documents::{
    read::{self, ReadError},
    write::{CellOut, ColumnOut, TableOut, xlsx},
};
use balai_domain::{
    base::refusal::Refusal,
    registration::import::{
        cell::{Cell, Sheet},
        report::Returned,
        table_finder::{self, Table},
    },
    store::{Error, Result},
};
use std::path::Path;

/// Digits from which on a number is masked in a preview.
const LONG: usize = 12;

/// Reads a file. Refuses what [`ReadError`] lists, in area `file`.
pub fn read(path: &Path) -> Result<Vec<Sheet>> {
    match read::open(path) {
        Ok(book) => Ok(book.sheets.into_iter().map(sheet).collect()),
        Err(ReadError::Io(error)) => Err(Error::File(error)),
        Err(error) => Err(Error::Refused(refusal(&error))),
    }
}

fn refusal(error: &ReadError) -> Refusal {
    let refusal = Refusal::new("file", error.code());
    match error.found() {
        Some(found) => refusal.with("found", found.code()),
        None => refusal,
    }
}

fn sheet(sheet: read::Sheet) -> Sheet {
    let rows = sheet.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    Sheet { name: sheet.name, rows, hidden: sheet.hidden }
}

fn cell(cell: read::Cell) -> Cell {
    match cell {
        read::Cell::Empty => Cell::Empty,
        read::Cell::Text(text) => Cell::Text(text),
        read::Cell::Number(number) => Cell::Number(number),
        read::Cell::Date(at) => Cell::Date(at),
        read::Cell::Bool(truth) => Cell::Bool(truth),
        read::Cell::Error(text) => Cell::Error(text),
    }
}

/// The table of the file. Refuses `import.no_table`.
pub fn best_table(sheets: &[Sheet]) -> Result<(usize, Table)> {
    table_finder::best_table(sheets).ok_or_else(|| Error::refused("import", "no_table"))
}

/// The table of one sheet. Refuses `import.no_table`.
pub fn table_in(sheets: &[Sheet], sheet: usize) -> Result<Table> {
    let found = sheets.get(sheet).and_then(table_finder::find_table);
    found.ok_or_else(|| Error::refused("import", "no_table"))
}

/// A cell for a preview: of a long number only the ends are shown.
pub fn masked_text(cell: &Cell) -> String {
    let text = cell.text();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits < LONG {
        return text;
    }
    let signs: Vec<char> = text.chars().collect();
    let masked = |(place, sign): (usize, &char)| if (4..signs.len() - 4).contains(&place) { '•' } else { *sign };
    signs.iter().enumerate().map(masked).collect()
}

/// Writes the rows that go back: the columns of the file, then the reasons in words.
pub fn write_returned(returned: &Returned, target: &Path) -> Result<()> {
    let mut columns: Vec<ColumnOut> =
        returned.headers.iter().map(|header| ColumnOut::new(header, f64::from(width(header)))).collect();
    columns.push(ColumnOut::new("Alasan", 60.0));
    let rows = returned.rows.iter().map(|row| {
        let words = row.reasons.iter().map(|code| word("import_reason", code));
        let same = row.same_as.map(|row| format!("sama dengan baris data ke-{row}"));
        let reasons = words.chain(same).collect::<Vec<_>>().join("; ");
        row.cells.iter().map(out).chain([CellOut::Text(reasons)]).collect()
    });
    let table = TableOut { title: "Baris yang dikembalikan".to_owned(), rows: rows.collect(), columns };
    let bytes = xlsx(&table).map_err(|error| Error::Encoding(error.to_string()))?;
    Ok(std::fs::write(target, bytes)?)
}

fn width(header: &str) -> u32 {
    u32::try_from(header.chars().count()).unwrap_or(20).clamp(12, 30)
}

fn out(cell: &Cell) -> CellOut {
    match cell {
        Cell::Empty | Cell::Error(_) => CellOut::Empty,
        Cell::Text(text) => CellOut::Text(text.clone()),
        Cell::Number(number) => CellOut::Number(*number),
        Cell::Date(at) => CellOut::Date(at.date()),
        Cell::Bool(truth) => CellOut::Text(truth.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use balai_domain::registration::import::report::ReturnedRow;

    #[test]
    fn a_preview_shows_no_whole_nik() {
        assert_eq!(masked_text(&Cell::Text("3216014101990001".into())), "3216••••••••0001");
        assert_eq!(masked_text(&Cell::Text("081234567".into())), "081234567");
    }

    #[test]
    fn returned_rows_keep_their_cells_and_bear_reasons_in_words() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("kembali.xlsx");
        let row = ReturnedRow {
            sheet_row: 7,
            cells: vec![Cell::Text("Siti".into()), Cell::Text("3216".into())],
            reasons: vec!["nik-length".into()],
            same_as: None,
        };
        let returned = Returned { headers: vec!["Nama".into(), "NIK".into()], rows: vec![row] };
        write_returned(&returned, &file).expect("written");
        let sheets = read(&file).expect("read");
        let last = sheets[0].rows.last().expect("a row");
        let text: Vec<String> = last.iter().map(Cell::text).collect();
        assert_eq!(text[..2], ["Siti".to_owned(), "3216".to_owned()]);
        assert_eq!(text[2], word("import_reason", "nik-length"));
    }

    #[test]
    fn a_file_that_is_no_spreadsheet_is_refused_with_what_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("surat.xlsx");
        std::fs::write(&file, b"%PDF-1.7 surat").expect("written");
        let Err(Error::Refused(refusal)) = read(&file) else { panic!("not refused") };
        assert_eq!((refusal.to_string().as_str(), refusal.params["found"].as_str()), ("file.not-a-spreadsheet", "pdf"));
    }
}
