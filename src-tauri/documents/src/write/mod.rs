//! Writes one table as an xlsx workbook: rejected rows with their reasons, registers, lists.
//!
//! Text stays text: a cell that begins with `=` is no formula, and an identity number keeps its sixteen digits because its
//! cell carries the text format and not only a text value.

pub mod calendar;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::read::Cell;

/// Excel cuts longer texts off with a warning; we cut them ourselves.
const TEXT_MAX: usize = 32_767;
/// From here on a spreadsheet shows a whole number in powers of ten.
const LONG_NUMBER: f64 = 1e11;
/// What a sheet's name may not hold.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// A table to be written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableOut {
    /// Title of the document, name of the sheet, head of the printed page.
    pub title: String,
    /// The columns, in order.
    pub columns: Vec<ColumnOut>,
    /// The rows; cells beyond the columns are written as well.
    pub rows: Vec<Vec<CellOut>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnOut {
    /// The heading.
    pub title: String,
    /// Width in letters.
    pub width: f64,
}

impl ColumnOut {
    /// A column with its heading and its width in letters.
    pub fn new(title: impl Into<String>, width: f64) -> Self {
        Self { title: title.into(), width }
    }
}

/// What is written into one cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum CellOut {
    /// Nothing.
    #[default]
    Empty,
    /// Text, never a formula.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// A day and a time.
    Moment(NaiveDateTime),
    /// A truth value.
    Bool(bool),
}

impl From<&str> for CellOut {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for CellOut {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for CellOut {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<NaiveDate> for CellOut {
    fn from(day: NaiveDate) -> Self {
        Self::Date(day)
    }
}

impl<T: Into<CellOut>> From<Option<T>> for CellOut {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A cell as it was read, to be given back with a rejected row.
impl From<&Cell> for CellOut {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Text(text) | Cell::Error(text) => Self::Text(text.clone()),
            Cell::Number(number) => Self::Number(*number),
            Cell::Date(moment) if moment.time() == chrono::NaiveTime::MIN => Self::Date(moment.date()),
            Cell::Date(moment) => Self::Moment(*moment),
            Cell::Bool(truth) => Self::Bool(*truth),
        }
    }
}

/// The workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// More rows or columns than a sheet holds.
    #[error("the table is too large for one sheet")]
    TooLarge,
    /// The writer failed.
    #[error("the workbook could not be written: {0}")]
    Failed(String),
}

impl WriteError {
    /// The stable code of the refusal.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Failed(_) => "failed",
        }
    }
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => Self::TooLarge,
            other => Self::Failed(other.to_string()),
        }
    }
}

/// The table as the bytes of an xlsx file. The same table always gives the same bytes.
///
/// # Errors
/// [`WriteError::TooLarge`] when the table does not fit on a sheet.
pub fn xlsx(table: &TableOut) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    // The clock is not read here: a file says nothing about when it was made, and is the same each time.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&table.title).set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.title))?;
    let looks = Looks::new();
    write_heading(sheet, table, &looks)?;
    for (at, row) in table.rows.iter().enumerate() {
        let at = u32::try_from(at + 1).map_err(|_| WriteError::TooLarge)?;
        for (column, cell) in row.iter().enumerate() {
            write_cell(sheet, at, u16::try_from(column).map_err(|_| WriteError::TooLarge)?, cell, &looks)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_heading(sheet: &mut Worksheet, table: &TableOut, looks: &Looks) -> Result<(), WriteError> {
    let last = u16::try_from(table.columns.len().saturating_sub(1)).map_err(|_| WriteError::TooLarge)?;
    for (at, column) in (0..=last).zip(&table.columns) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(0, at, cut(&column.title), &looks.heading)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let rows = u32::try_from(table.rows.len()).map_err(|_| WriteError::TooLarge)?;
    if !table.columns.is_empty() {
        sheet.autofilter(0, 0, rows, last)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    // An ampersand begins a command in headers.
    sheet.set_header(format!("&C&B{}", table.title.replace('&', "&&").chars().take(200).collect::<String>()));
    sheet.set_footer("&RHalaman &P dari &N");
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &CellOut, looks: &Looks) -> Result<(), WriteError> {
    match cell {
        CellOut::Empty => {}
        CellOut::Text(text) if text.is_empty() => {}
        CellOut::Text(text) => {
            sheet.write_string_with_format(row, column, cut(text), &looks.text)?;
        }
        CellOut::Number(number) if !number.is_finite() => {}
        CellOut::Number(number) if number.abs() >= LONG_NUMBER && number.fract() == 0.0 => {
            sheet.write_number_with_format(row, column, *number, &looks.whole)?;
        }
        CellOut::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
        CellOut::Date(day) => match excel_day(*day) {
            Some(value) => {
                sheet.write_datetime_with_format(row, column, &value, &looks.day)?;
            }
            None => write_cell(sheet, row, column, &day.format("%d-%m-%Y").to_string().into(), looks)?,
        },
        CellOut::Moment(moment) => match excel_moment(*moment) {
            Some(value) => {
                sheet.write_datetime_with_format(row, column, &value, &looks.moment)?;
            }
            None => write_cell(sheet, row, column, &moment.format("%d-%m-%Y %H.%M").to_string().into(), looks)?,
        },
        CellOut::Bool(truth) => {
            sheet.write_boolean(row, column, *truth)?;
        }
    }
    Ok(())
}

/// The day as spreadsheets count it; they know none before 1900.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, day.month() as u8, day.day() as u8).ok()
}

/// The same with the time of day.
fn excel_moment(moment: NaiveDateTime) -> Option<ExcelDateTime> {
    excel_day(moment.date())?.and_hms(moment.hour() as u16, moment.minute() as u8, moment.second()).ok()
}

/// The formats of a sheet.
struct Looks {
    heading: Format,
    text: Format,
    whole: Format,
    day: Format,
    moment: Format,
}

impl Looks {
    fn new() -> Self {
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00E8_ECEF))
                .set_border_bottom(FormatBorder::Thin),
            // The built-in text format "@": programs that look for its number find it.
            text: Format::new().set_num_format_index(49),
            whole: Format::new().set_num_format("0"),
            day: Format::new().set_num_format("dd\\-mm\\-yyyy"),
            moment: Format::new().set_num_format("dd\\-mm\\-yyyy\\ hh.mm"),
        }
    }
}

fn cut(text: &str) -> String {
    text.chars().take(TEXT_MAX).collect()
}

/// A name that spreadsheet programs accept, as near to the title as can be.
fn sheet_name(title: &str) -> String {
    let name: String =
        title.chars().filter(|c| !c.is_control()).map(|c| if NOT_IN_NAMES.contains(&c) { ' ' } else { c }).collect();
    let mut short = String::new();
    let mut units = 0;
    for character in name.trim().trim_matches('\'').chars() {
        units += character.len_utf16();
        if units > 31 {
            break;
        }
        short.push(character);
    }
    let short = short.trim_end().trim_end_matches('\'');
    if short.is_empty() { "Daftar".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::from_bytes;

    fn part(bytes: &[u8], name: &str) -> String {
        use std::io::Read;
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    fn rejected(cell: impl Into<CellOut>) -> TableOut {
        TableOut {
            title: "Baris ditolak".into(),
            columns: vec![ColumnOut::new("NIK", 20.0), ColumnOut::new("Alasan", 50.0)],
            rows: vec![vec![cell.into(), "nik-numeric".into()]],
        }
    }

    #[test]
    fn what_is_written_is_read_back_cell_by_cell() {
        let day = NaiveDate::from_ymd_opt(1999, 5, 12).unwrap();
        let mut table = rejected("3216061205990003");
        table.rows.push(vec![3_216_061_205_990_003.0.into(), day.into(), CellOut::Bool(true)]);
        table.rows.push(vec![CellOut::Empty, CellOut::Moment(day.and_hms_opt(8, 30, 0).unwrap())]);
        let sheet = from_bytes("x", &xlsx(&table).unwrap()).unwrap().sheets.remove(0);
        assert_eq!(sheet.name, "Baris ditolak");
        assert_eq!(sheet.rows[0], [Cell::Text("NIK".into()), Cell::Text("Alasan".into())]);
        assert_eq!(sheet.rows[1], [Cell::Text("3216061205990003".into()), Cell::Text("nik-numeric".into())]);
        let midnight = day.and_time(chrono::NaiveTime::MIN);
        assert_eq!(sheet.rows[2], [Cell::Number(3_216_061_205_990_003.0), Cell::Date(midnight), Cell::Bool(true)]);
        assert_eq!(sheet.rows[3], [Cell::Empty, Cell::Date(day.and_hms_opt(8, 30, 0).unwrap())]);
    }

    #[test]
    fn a_text_that_looks_like_a_formula_stays_text() {
        for text in ["=1+1", "=HYPERLINK(\"http://a\")", "+62812", "-5", "@SUM(A1)", "\t=1", "_x0041_", "a\u{1}b"] {
            let bytes = xlsx(&rejected(text)).unwrap();
            let rows = from_bytes("x", &bytes).unwrap().sheets.remove(0).rows;
            assert_eq!(rows[1][0], Cell::Text(text.into()));
            assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
        }
    }

    #[test]
    fn text_cells_carry_the_text_format() {
        let bytes = xlsx(&rejected("3216061205990003")).unwrap();
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        let styles = part(&bytes, "xl/styles.xml");
        let style: usize = sheet.split("r=\"A2\" s=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
        assert!(formats[style].contains("numFmtId=\"49\""), "49 is the built-in text format: {}", formats[style]);
        assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:B2\""));
    }

    #[test]
    fn the_same_table_gives_the_same_bytes() {
        assert_eq!(xlsx(&rejected("a")).unwrap(), xlsx(&rejected("a")).unwrap());
    }

    #[test]
    fn any_title_makes_a_name_that_programs_accept() {
        assert_eq!(sheet_name("Daftar [1/2]: \"semua\" *?"), "Daftar  1 2   \"semua\"");
        assert_eq!(sheet_name("'''"), "Daftar");
        assert_eq!(sheet_name(&"é".repeat(60)).chars().count(), 31);
        assert!(xlsx(&TableOut { title: "x".repeat(300) + "&", ..TableOut::default() }).is_ok());
    }

    #[test]
    fn a_day_before_1900_and_a_very_long_text_are_written_as_well_as_can_be() {
        let bytes = xlsx(&rejected(NaiveDate::from_ymd_opt(1875, 1, 2).unwrap())).unwrap();
        assert_eq!(from_bytes("x", &bytes).unwrap().sheets[0].rows[1][0], Cell::Text("02-01-1875".into()));
        let bytes = xlsx(&rejected("x".repeat(40_000))).unwrap();
        assert!(
            matches!(&from_bytes("x", &bytes).unwrap().sheets[0].rows[1][0], Cell::Text(text) if text.len() == 32_767)
        );
    }

    #[test]
    fn more_rows_than_a_sheet_holds_are_refused() {
        let mut table = rejected("a");
        table.rows = vec![vec![]; 1_048_576];
        table.rows.push(vec!["a".into()]);
        assert_eq!(xlsx(&table).unwrap_err().code(), "too-large");
    }
}
