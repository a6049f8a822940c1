//! Why a file was refused. Each reason has a code that never changes, so that the page can word it and say how to mend it.

use std::io;

/// What a file turned out to be when it is no spreadsheet that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A word processor's document or a presentation.
    Document,
    /// An archive with other files in it.
    Archive,
    /// A single-file web page (mhtml) or a page whose tables live in other files.
    WebPage,
    /// Excel's XML format of 2003.
    ExcelXml,
    /// A workbook older than Excel 97 or from another old program.
    OldWorkbook,
    /// Excel's binary workbook, xlsb.
    BinaryWorkbook,
    /// Something else.
    Unknown,
}

impl Found {
    /// The stable name used as a parameter of the refusal.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Picture => "picture",
            Self::Document => "document",
            Self::Archive => "archive",
            Self::WebPage => "web-page",
            Self::ExcelXml => "excel-xml",
            Self::OldWorkbook => "old-workbook",
            Self::BinaryWorkbook => "binary-workbook",
            Self::Unknown => "unknown",
        }
    }
}

/// A spreadsheet could not be read. `Display` is for logs; people read the words kept under [`ReadError::code`].
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file is something else.
    #[error("not a spreadsheet: {}", .0.code())]
    NotASpreadsheet(Found),
    /// A spreadsheet in a format that has to be saved anew as xlsx first.
    #[error("a spreadsheet format that is not read: {}", .0.code())]
    LegacyFormat(Found),
    /// The workbook is locked with a password.
    #[error("protected with a password")]
    PasswordProtected,
    /// A web page without a table, or with tables inside tables.
    #[error("a web page without a simple table")]
    NoSimpleTable,
    /// The file is cut off or damaged.
    #[error("damaged: {0}")]
    Damaged(String),
    /// There is no cell with anything in it.
    #[error("no cell holds anything")]
    Empty,
    /// More bytes or cells than any register needs.
    #[error("too large")]
    TooLarge,
    /// The file is not there any more.
    #[error("not found")]
    NotFound,
    /// The system does not let us read it, or another program holds it.
    #[error("no access")]
    NoAccess,
    /// The disk or the network drive failed.
    #[error("reading failed: {0}")]
    Io(io::Error),
}

impl ReadError {
    /// All codes, so that a test can see that each has words.
    pub const CODES: [&'static str; 10] = [
        "not-a-spreadsheet",
        "legacy-format",
        "password-protected",
        "no-simple-table",
        "damaged",
        "empty",
        "too-large",
        "not-found",
        "no-access",
        "io",
    ];

    /// The stable code of the refusal.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotASpreadsheet(_) => "not-a-spreadsheet",
            Self::LegacyFormat(_) => "legacy-format",
            Self::PasswordProtected => "password-protected",
            Self::NoSimpleTable => "no-simple-table",
            Self::Damaged(_) => "damaged",
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::NotFound => "not-found",
            Self::NoAccess => "no-access",
            Self::Io(_) => "io",
        }
    }

    /// What the file turned out to be, where that is known: the one parameter of the words.
    pub fn found(&self) -> Option<Found> {
        match self {
            Self::NotASpreadsheet(found) | Self::LegacyFormat(found) => Some(*found),
            _ => None,
        }
    }

    /// A damaged file, with a detail for the log.
    pub(super) fn damaged(detail: impl ToString) -> Self {
        Self::Damaged(detail.to_string())
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy => Self::NoAccess,
            // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION have no kind of their own.
            _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => Self::NoAccess,
            _ => Self::Io(error),
        }
    }
}
