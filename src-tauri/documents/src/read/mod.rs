//! Reads what offices send: xlsx, xls, ods and csv in any dialect, told apart by content and never by the file's name.
//!
//! Everything ends as the same plain [`Workbook`]. What the cells mean is not decided here; a number stays a number, so that
//! an identity number whose last digit a spreadsheet has already lost can still be recognised and refused by the caller.

mod archive;
mod cell;
mod compound;
mod csv;
mod error;
mod html;
mod moment;
mod ods;
mod rows;
mod sniff;
mod text;
mod xls;
mod xlsx;

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub use cell::{Cell, Sheet, Workbook};
pub use error::{Found, ReadError};

use rows::Budget;
use sniff::Kind;

/// A file larger than this is refused unread: no register of an office comes near it.
pub const FILE_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// A workbook with more cells than this is refused: 100,000 people with 17 columns are 1.7 million.
pub const CELLS_MAX: usize = 20_000_000;

/// Opens a spreadsheet on disk.
///
/// # Errors
/// Every way in which a file is not a readable spreadsheet, see [`ReadError`].
pub fn open(path: &Path) -> Result<Workbook, ReadError> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > FILE_BYTES_MAX {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    // The limit is asked again: a pipe or a file that grows does not say its length.
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    from_bytes(&name, &bytes)
}

/// Reads a spreadsheet from memory. `name` is only used to name the single sheet of a text file.
///
/// # Errors
/// Every way in which the bytes are not a readable spreadsheet, see [`ReadError`].
pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Workbook, ReadError> {
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(ReadError::TooLarge);
    }
    let budget = Budget::new(CELLS_MAX);
    let sheets = match sniff::kind_of(bytes)? {
        Kind::Xlsx => xlsx::read(bytes, budget)?,
        Kind::Ods => ods::read(bytes, budget)?,
        Kind::Xls => xls::read(bytes, budget)?,
        Kind::Html(text) => html::read(&text, budget)?,
        Kind::Text(text) => vec![Sheet { name: stem(name), rows: csv::read(&text, budget)?, hidden: false }],
    };
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(ReadError::Empty);
    }
    Ok(Workbook { sheets })
}

/// The file's name without its ending.
fn stem(name: &str) -> String {
    Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Runs a parser of others over bytes of strangers: a panic in it is a damaged file, not the end of the program.
fn guarded<T>(parse: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(parse))
        .unwrap_or_else(|_| Err(ReadError::damaged("the parser gave up")))
}

#[cfg(test)]
mod tests;
