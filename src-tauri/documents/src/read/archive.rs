//! The zip archive around xlsx and ods: what it is, and that it does not unpack to more than memory holds.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::CELLS_MAX;
use super::error::{Found, ReadError};
use super::sniff::Kind;

/// What all parts together may unpack to. Twenty million cells of XML are about this much.
const UNPACKED_MAX: u64 = 1024 * 1024 * 1024;
/// More parts than any workbook has.
const PARTS_MAX: usize = 20_000;

/// An archive in memory.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens the archive.
pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, ReadError> {
    super::guarded(|| ZipArchive::new(Cursor::new(bytes)).map_err(from_zip))
}

/// Which of the archive formats this is.
pub(super) fn kind_of(bytes: &[u8]) -> Result<Kind, ReadError> {
    let mut archive = open(bytes)?;
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let has = |name: &str| names.iter().any(|part| part == name);
    if has("xl/workbook.bin") {
        return Err(ReadError::LegacyFormat(Found::BinaryWorkbook));
    }
    if has("content.xml") || has("encrypted-package") {
        return kind_of_open_document(&mut archive);
    }
    if has("[content_types].xml") {
        let types = part(&mut archive, "[Content_Types].xml").unwrap_or_default().to_ascii_lowercase();
        if names.iter().any(|name| name.starts_with("xl/")) || types.contains("spreadsheetml") {
            return Ok(Kind::Xlsx);
        }
        return Err(ReadError::NotASpreadsheet(Found::Document));
    }
    Err(ReadError::NotASpreadsheet(Found::Archive))
}

fn kind_of_open_document(archive: &mut Archive<'_>) -> Result<Kind, ReadError> {
    let manifest = part(archive, "META-INF/manifest.xml").unwrap_or_default();
    let mimetype = part(archive, "mimetype").unwrap_or_default();
    let declared = if mimetype.is_empty() { &manifest } else { &mimetype };
    if !declared.contains("opendocument.spreadsheet") {
        return Err(ReadError::NotASpreadsheet(Found::Document));
    }
    if manifest.contains("encryption-data") {
        return Err(ReadError::PasswordProtected);
    }
    Ok(Kind::Ods)
}

/// The first 64 KiB of a part as text.
pub(super) fn part(archive: &mut Archive<'_>, name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    // A part that ends in an error still shows what came before.
    let _ = archive.by_name(name).ok()?.take(64 * 1024).read_to_end(&mut bytes);
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Unpacks every part once into nothing: the sizes that an archive declares may lie, and the parsers believe them.
pub(super) fn check_size(bytes: &[u8]) -> Result<(), ReadError> {
    let mut archive = open(bytes)?;
    if archive.len() > PARTS_MAX {
        return Err(ReadError::TooLarge);
    }
    let mut left = UNPACKED_MAX;
    for index in 0..archive.len() {
        let part = match archive.by_index(index) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(ReadError::PasswordProtected),
            Err(error) => return Err(from_zip(error)),
        };
        let strings = part.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        let mut part = part.take(left + 1);
        let mut head = Vec::new();
        if strings {
            let _ = part.by_ref().take(64 * 1024).read_to_end(&mut head);
            check_promise(&String::from_utf8_lossy(&head))?;
        }
        // A part that breaks off may be one that nobody needs; the parser will say so if it does.
        let length = head.len() as u64 + io::copy(&mut part, &mut io::sink()).unwrap_or_default();
        left = left.checked_sub(length).ok_or(ReadError::TooLarge)?;
    }
    Ok(())
}

/// The table of strings says how many it holds, and the parser reserves memory for as many.
fn check_promise(head: &str) -> Result<(), ReadError> {
    let start =
        head.find("<").and_then(|_| head.find("sst")).ok_or_else(|| ReadError::damaged("no table of strings"))?;
    let tag = head[start..].split('>').next().unwrap_or_default();
    let Some((_, promised)) = tag.split_once("uniqueCount") else { return Ok(()) };
    let digits: String =
        promised.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    match digits.parse::<usize>() {
        Ok(count) if count <= CELLS_MAX => Ok(()),
        Err(_) if digits.is_empty() => Ok(()),
        _ => Err(ReadError::TooLarge),
    }
}

/// What a broken archive means for the person who chose it.
pub(super) fn from_zip(error: ZipError) -> ReadError {
    ReadError::damaged(error)
}
