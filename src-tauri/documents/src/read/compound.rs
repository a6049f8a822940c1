//! The compound file around xls: finds the workbook in it, and whether it is a locked xlsx instead.

use std::io::{Cursor, Read, Write};

use cfb::CompoundFile;

use super::error::{Found, ReadError};
use super::sniff::Kind;

/// First bytes of every compound file.
pub(super) const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

type Compound<'a> = CompoundFile<Cursor<&'a [u8]>>;

fn open(bytes: &[u8]) -> Result<Compound<'_>, ReadError> {
    super::guarded(|| CompoundFile::open(Cursor::new(bytes)).map_err(ReadError::damaged))
}

/// Which of the formats that use this container it is.
pub(super) fn kind_of(bytes: &[u8]) -> Result<Kind, ReadError> {
    let compound = open(bytes)?;
    let has = |name: &str| compound.is_stream(name);
    if has("EncryptedPackage") {
        return Err(ReadError::PasswordProtected);
    }
    if has("Workbook") || has("Book") {
        return Ok(Kind::Xls);
    }
    if has("WordDocument") || has("PowerPoint Document") {
        return Err(ReadError::NotASpreadsheet(Found::Document));
    }
    Err(ReadError::NotASpreadsheet(Found::Unknown))
}

/// The stream that holds the workbook, with the name under which it was found.
pub(super) fn workbook(bytes: &[u8]) -> Result<(&'static str, Vec<u8>), ReadError> {
    super::guarded(|| {
        let mut compound = open(bytes)?;
        let name = if compound.is_stream("Workbook") { "Workbook" } else { "Book" };
        let mut stream = Vec::new();
        // A stream cannot be longer than the file, whatever its entry says.
        compound
            .open_stream(name)
            .map_err(ReadError::damaged)?
            .take(bytes.len() as u64)
            .read_to_end(&mut stream)
            .map_err(ReadError::damaged)?;
        Ok((name, stream))
    })
}

/// A new container with nothing but this workbook in it, so that the parser meets no knots tied by strangers.
pub(super) fn around(name: &str, workbook: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut compound = CompoundFile::create(Cursor::new(Vec::new())).map_err(ReadError::damaged)?;
    compound.create_stream(name).and_then(|mut stream| stream.write_all(workbook)).map_err(ReadError::damaged)?;
    compound.flush().map_err(ReadError::damaged)?;
    Ok(compound.into_inner().into_inner())
}
