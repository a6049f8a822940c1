//! Tells by its first bytes what a file is. The name's ending is not asked: offices rename files, and programs export pages as `.xls`.

use super::error::{Found, ReadError};
use super::{archive, compound, text};

/// A format that is read, with the text where it is one.
#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    /// Office Open XML in a zip archive.
    Xlsx,
    /// OpenDocument in a zip archive.
    Ods,
    /// Excel 97–2003 in a compound file.
    Xls,
    /// A web page, often named `.xls`.
    Html(String),
    /// Values with separators.
    Text(String),
}

/// First bytes of formats that are no spreadsheets.
const STRANGERS: [(&[u8], Found); 13] = [
    (b"%PDF", Found::Pdf),
    (b"\x89PNG", Found::Picture),
    (b"\xFF\xD8\xFF", Found::Picture),
    (b"GIF8", Found::Picture),
    (b"BM", Found::Unknown),
    (b"{\\rtf", Found::Document),
    (b"Rar!", Found::Archive),
    (b"7z\xBC\xAF\x27\x1C", Found::Archive),
    (b"\x1F\x8B", Found::Archive),
    (b"SQLite format 3\0", Found::Unknown),
    (b"II*\0", Found::Picture),
    (b"MM\0*", Found::Picture),
    (b"\x7FELF", Found::Unknown),
];

/// Workbooks of Excel 2–4 begin with their first record: no container around them.
const OLD_WORKBOOKS: [&[u8]; 4] = [b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00"];

/// The kind of a file, or why it is refused.
pub(super) fn kind_of(bytes: &[u8]) -> Result<Kind, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive::kind_of(bytes);
    }
    if bytes.starts_with(compound::MAGIC) {
        return compound::kind_of(bytes);
    }
    if OLD_WORKBOOKS.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(ReadError::LegacyFormat(Found::OldWorkbook));
    }
    if let Some((_, found)) = STRANGERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        // Two letters alone may well begin a heading; a bitmap holds bytes that no text has.
        if *found != Found::Unknown || text::decode(bytes).is_none() {
            return Err(ReadError::NotASpreadsheet(*found));
        }
    }
    let text = text::decode(bytes).ok_or(ReadError::NotASpreadsheet(Found::Unknown))?;
    kind_of_text(text)
}

fn kind_of_text(text: String) -> Result<Kind, ReadError> {
    let head: String = text.trim_start().chars().take(2048).collect::<String>().to_ascii_lowercase();
    if head.starts_with("<?xml") && head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Err(ReadError::LegacyFormat(Found::ExcelXml));
    }
    if head.starts_with("mime-version:") {
        return Err(ReadError::LegacyFormat(Found::WebPage));
    }
    // Multiplan's exchange format, and the data interchange format of VisiCalc.
    if head.starts_with("id;p") || head.starts_with("table\n0,1") || head.starts_with("table\r\n0,1") {
        return Err(ReadError::LegacyFormat(Found::OldWorkbook));
    }
    let page = ["<html", "<!doctype html", "<table", "<meta", "<head", "<style", "<body", "<div", "<center", "<!--"];
    if page.iter().any(|start| head.starts_with(start)) || (head.starts_with("<?xml") && head.contains("<html")) {
        return Ok(Kind::Html(text));
    }
    if head.starts_with("<?xml") {
        return Err(ReadError::NotASpreadsheet(Found::Unknown));
    }
    Ok(Kind::Text(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8]) -> ReadError {
        kind_of(bytes).unwrap_err()
    }

    #[test]
    fn strangers_are_named() {
        assert_eq!(refusal(b"%PDF-1.7\n%\xE2\xE3").found(), Some(Found::Pdf));
        assert_eq!(refusal(b"\x89PNG\r\n\x1a\n\0\0").found(), Some(Found::Picture));
        assert_eq!(refusal(b"{\\rtf1\\ansi").found(), Some(Found::Document));
        assert_eq!(refusal(b"\x09\x04\x06\x00\x00\x00\x10\x00").found(), Some(Found::OldWorkbook));
        assert_eq!(
            refusal(b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">").code(),
            "legacy-format"
        );
        assert_eq!(refusal(b"MIME-Version: 1.0\r\nContent-Type: multipart/related").found(), Some(Found::WebPage));
        assert_eq!(refusal(b"").code(), "empty");
    }

    #[test]
    fn a_heading_that_begins_like_a_picture_is_still_text() {
        assert!(matches!(kind_of(b"BMN;NIK\n1;2\n"), Ok(Kind::Text(_))));
    }

    #[test]
    fn a_page_is_a_page_whatever_it_is_called() {
        assert!(matches!(kind_of(b"\n <TABLE border=1><tr><td>1</td></tr></TABLE>"), Ok(Kind::Html(_))));
        assert!(matches!(kind_of(b"<!DOCTYPE html><html></html>"), Ok(Kind::Html(_))));
    }
}
