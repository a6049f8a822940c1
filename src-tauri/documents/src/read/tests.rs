//! Whole files: what offices send, and what strangers and bad disks make of it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook as Writer};

use super::*;

const SAMPLE: &[u8] = include_bytes!("../../../../tests/fixtures/pendaftar-office-1500.xlsx");
const XLS: &[u8] = include_bytes!("../../../../tests/fixtures/daftar.xls");
const ODS: &[u8] = include_bytes!("../../../../tests/fixtures/daftar.ods");
const XLS_LOCKED: &[u8] = include_bytes!("../../../../tests/fixtures/daftar-terkunci.xls");
const XLSX_LOCKED: &[u8] = include_bytes!("../../../../tests/fixtures/daftar-terkunci.xlsx");
const ODS_LOCKED: &[u8] = include_bytes!("../../../../tests/fixtures/daftar-terkunci.ods");

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn day(year: i32, month: u32, day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, month, day).unwrap().and_time(NaiveTime::MIN)
}

fn refusal(bytes: &[u8]) -> ReadError {
    from_bytes("berkas", bytes).unwrap_err()
}

/// A workbook of one sheet made by other hands than those that read it.
fn xlsx(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut writer = Writer::new();
    fill(writer.add_worksheet());
    writer.save_to_buffer().unwrap()
}

/// An archive of parts given by hand.
fn archive_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const CONTENT_TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const WORKBOOK_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// An xlsx with this sheet and these further parts.
fn hand_made(sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts = vec![
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend_from_slice(more);
    archive_of(&parts)
}

#[test]
fn the_workbook_of_an_office_keeps_its_physical_rows() {
    let book = from_bytes("pendaftar.xlsx", SAMPLE).unwrap();
    assert_eq!(book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["PENDAFTAR 2026", "Rekap"]);
    let rows = &book.sheets[0].rows;
    assert_eq!(rows[0][0], text("PEMERINTAH KABUPATEN"));
    assert!(rows[3].is_empty(), "row 4 is blank");
    assert_eq!(rows[4][2], text("N I K"));
    assert_eq!(
        rows[5][..4],
        [Cell::Number(1.0), text("BUNGA MAHARANI"), text("1706016710000052"), text("KABUPATEN MUKOMUKO")]
    );
    assert_eq!(rows[5][4], Cell::Date(day(2000, 10, 27)));
    assert_eq!(rows[6][4], text("14-08-1994"));
}

#[test]
fn a_table_that_begins_far_from_the_first_cell_stays_there() {
    let bytes = xlsx(|sheet| {
        sheet.write_string(4, 2, " Siti  Aminah ").unwrap();
        sheet.write_number(4, 3, 3_216_061_205_990_003.0).unwrap();
        sheet.write_boolean(5, 2, true).unwrap();
        sheet.write_number_with_format(6, 2, 36_292.0, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
        sheet.write_number_with_format(6, 3, 8.5 / 24.0, &Format::new().set_num_format("hh:mm")).unwrap();
        sheet.write_number_with_format(6, 4, 1.25, &Format::new().set_num_format("[h]:mm")).unwrap();
        sheet.write_blank(900, 9, &Format::new().set_bold()).unwrap();
    });
    let rows = &from_bytes("x", &bytes).unwrap().sheets[0].rows;
    assert_eq!(rows.len(), 7);
    assert_eq!(rows[4], [Cell::Empty, Cell::Empty, text(" Siti  Aminah "), Cell::Number(3_216_061_205_990_003.0)]);
    assert_eq!(rows[5][2], Cell::Bool(true));
    assert_eq!(rows[6][2..], [Cell::Date(day(1999, 5, 12)), text("08:30"), text("30:00")]);
}

/// The same table, saved by a spreadsheet program as xls and as ods. In ods it wrote the truth value as a number.
fn assert_is_the_list(bytes: &[u8], truth: Cell) {
    let book = from_bytes("daftar", bytes).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.hidden), ("Pendaftar", false));
    assert_eq!(sheet.rows.len(), 5);
    assert_eq!(sheet.rows[0], [text("DAFTAR PENDAFTAR")]);
    assert!(sheet.rows[1].is_empty());
    assert_eq!(sheet.rows[2], ["Nama", "NIK", "Tgl lahir", "Aktif", "Jam"].map(text));
    assert_eq!(
        sheet.rows[3],
        [text("Ma'ruf  Ami\u{e9}"), text("3216061205990003"), Cell::Date(day(1999, 5, 12)), truth, text("08:30")]
    );
    assert_eq!(sheet.rows[4][..2], [text("Siti"), Cell::Number(3_216_065_205_990_003.0)]);
    assert_eq!(sheet.rows[4][4], Cell::Error("#N/A".into()));
    assert!(book.sheets[1].hidden);
}

#[test]
fn xls_and_ods_tell_the_same_as_xlsx() {
    assert_is_the_list(XLS, Cell::Bool(true));
    assert_is_the_list(ODS, Cell::Number(1.0));
}

#[test]
fn locked_workbooks_say_so() {
    for bytes in [XLS_LOCKED, XLSX_LOCKED, ODS_LOCKED] {
        assert_eq!(refusal(bytes).code(), "password-protected");
    }
}

#[test]
fn dates_of_the_1904_system_are_the_dates_that_were_typed() {
    let plain = r#"<worksheet><sheetData><row r="1"><c r="A1" t="d"><v>1999-05-12</v></c><c r="B1" s="1"><v>34830</v></c></row></sheetData></worksheet>"#;
    let styles = r#"<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let book = WORKBOOK.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    let bytes = archive_of(&[
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", plain.as_bytes()),
    ]);
    assert_eq!(from_bytes("x", &bytes).unwrap().sheets[0].rows[0], vec![Cell::Date(day(1999, 5, 12)); 2]);
}

#[test]
fn an_error_newer_than_the_parser_costs_its_own_cell_only() {
    let sheet = r##"<worksheet><sheetData><row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1"><v>7</v></c></row><row r="2"><c r="A2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>"##;
    let rows = from_bytes("x", &hand_made(sheet, &[])).unwrap().sheets.remove(0).rows;
    assert_eq!(rows, [vec![Cell::Empty, Cell::Number(7.0)], vec![Cell::Error("#N/A".into())]]);
}

#[test]
fn text_files_are_one_sheet_of_text_cells() {
    let book = from_bytes("pendaftar 2026.csv", b"\xEF\xBB\xBFNama;NIK\r\n\r\n Siti ;3216061205990003\r\n").unwrap();
    assert_eq!(book.sheets[0].name, "pendaftar 2026");
    assert_eq!(
        book.sheets[0].rows,
        [vec![text("Nama"), text("NIK")], vec![], vec![text(" Siti "), text("3216061205990003")]]
    );
    let old = from_bytes("a.xls", b"Nama\tNIK\r\nRen\xE9e\t32\r\n").unwrap();
    assert_eq!(old.sheets[0].rows[1], [text("Renée"), text("32")]);
}

#[test]
fn a_page_named_xls_is_read_as_its_table() {
    let book = from_bytes("data.xls", b"<table><tr><th>Nama<th>NIK<tr><td>Siti<td>3216").unwrap();
    assert_eq!(book.sheets[0].rows, [["Nama", "NIK"].map(text), ["Siti", "3216"].map(text)]);
}

#[test]
fn what_is_no_spreadsheet_is_refused_by_name() {
    assert_eq!(refusal(b"").code(), "empty");
    assert_eq!(refusal(b"\r\n\r\n;;;\r\n").code(), "empty");
    assert_eq!(refusal(&xlsx(|_| {})).code(), "empty");
    assert_eq!(refusal(b"%PDF-1.4\n").found(), Some(Found::Pdf));
    let word = archive_of(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
    assert_eq!(refusal(&word).found(), Some(Found::Document));
    assert_eq!(refusal(&archive_of(&[("foto.jpg", b"x")])).found(), Some(Found::Archive));
    let binary = archive_of(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"x")]);
    assert_eq!(refusal(&binary).found(), Some(Found::BinaryWorkbook));
}

#[test]
fn a_sheet_that_claims_a_milliard_cells_is_refused() {
    let row = |at: usize| format!(r#"<row r="{at}"><c r="A{at}"><v>1</v></c><c r="XFD{at}"><v>1</v></c></row>"#);
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", (1..=1300).map(row).collect::<String>());
    assert_eq!(refusal(&hand_made(&sheet, &[])).code(), "too-large");
}

#[test]
fn a_promise_of_too_many_strings_is_refused_before_memory_is_taken() {
    let strings = br#"<sst xmlns="x" uniqueCount="999999999999"><si><t>a</t></si></sst>"#;
    let sheet = "<worksheet><sheetData/></worksheet>";
    assert_eq!(refusal(&hand_made(sheet, &[("xl/sharedStrings.xml", strings)])).code(), "too-large");
}

#[test]
fn an_archive_that_unpacks_beyond_memory_is_refused() {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("[Content_Types].xml", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(CONTENT_TYPES.as_bytes()).unwrap();
    writer.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let block = vec![b' '; 16 * 1024 * 1024];
    for _ in 0..65 {
        writer.write_all(&block).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() < 4 * 1024 * 1024);
    assert_eq!(refusal(&bytes).code(), "too-large");
}

#[test]
fn a_file_cut_off_anywhere_is_an_error_and_no_panic() {
    for bytes in [SAMPLE, XLS, ODS] {
        for part in 1..40 {
            let cut = bytes.len() * part / 40;
            assert!(from_bytes("x", &bytes[..cut]).is_err(), "cut at {cut} of {}", bytes.len());
        }
    }
}

#[test]
fn a_missing_file_and_a_folder_are_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(open(&folder.path().join("tiada.xlsx")).unwrap_err().code(), "not-found");
    assert!(open(folder.path()).is_err());
    let path = folder.path().join("daftar.csv");
    std::fs::write(&path, "a;b\n").unwrap();
    assert_eq!(open(&path).unwrap().sheets[0].name, "daftar");
}

#[test]
fn every_refusal_has_a_code_of_the_list() {
    let all = [
        ReadError::NotASpreadsheet(Found::Pdf),
        ReadError::LegacyFormat(Found::ExcelXml),
        ReadError::PasswordProtected,
        ReadError::NoSimpleTable,
        ReadError::damaged("x"),
        ReadError::Empty,
        ReadError::TooLarge,
        ReadError::NotFound,
        ReadError::NoAccess,
        ReadError::Io(std::io::Error::other("x")),
    ];
    assert_eq!(all.map(|error| error.code()), ReadError::CODES);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = from_bytes("x", &bytes);
    }

    #[test]
    fn a_good_start_with_random_bytes_never_panics(kind in 0..3_usize, cut in 0.0..1.0_f64, noise in prop::collection::vec(any::<u8>(), 0..200)) {
        let whole = [XLS, ODS, XLS_LOCKED][kind];
        let at = (whole.len() as f64 * cut) as usize;
        let mut bytes = whole.to_vec();
        let end = (at + noise.len()).min(bytes.len());
        bytes[at..end].copy_from_slice(&noise[..end - at]);
        let _ = from_bytes("x", &bytes);
    }
}
