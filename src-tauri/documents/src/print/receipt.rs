//! The receipt of a registration (*tanda bukti pendaftaran*), half a sheet of A4 to take home.

use serde::Serialize;

use super::{Letterhead, PrintError, Printed, Signatory, press, qr};

/// What an applicant takes home.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReceiptPaper {
    /// The office.
    pub letterhead: Letterhead,
    /// The registration number; the QR code holds it and nothing else.
    pub number: String,
    /// Name of the applicant.
    pub name: String,
    /// The programme applied for.
    pub programme: String,
    /// When it was registered, as written: `24 November 2026`.
    pub registered_on: String,
    /// More labels and values under these: intake, centre, place in the list.
    pub more: Vec<(String, String)>,
    /// The documents asked for, ticked where received.
    pub documents: Vec<RequiredDocument>,
    /// What happens next, one step each.
    pub next_steps: Vec<String>,
    /// Who took the registration.
    pub officer: Signatory,
}

/// One document of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RequiredDocument {
    /// What it is: `Fotokopi KTP-el`.
    pub name: String,
    /// Whether the office has it.
    pub received: bool,
}

#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    title: String,
    letterhead: &'a Letterhead,
    number: &'a str,
    fields: Vec<(&'a str, &'a str)>,
    documents: &'a [RequiredDocument],
    next_steps: &'a [String],
    officer: &'a Signatory,
}

impl<'a> From<&'a ReceiptPaper> for Sheet<'a> {
    fn from(paper: &'a ReceiptPaper) -> Self {
        let own =
            [("Nama", &paper.name), ("Program pelatihan", &paper.programme), ("Tanggal daftar", &paper.registered_on)];
        let more = paper.more.iter().map(|(label, value)| (label.as_str(), value.as_str()));
        Self {
            title: format!("Tanda bukti pendaftaran {}", paper.number),
            letterhead: &paper.letterhead,
            number: &paper.number,
            fields: own.into_iter().map(|(label, value)| (label, value.as_str())).chain(more).collect(),
            documents: &paper.documents,
            next_steps: &paper.next_steps,
            officer: &paper.officer,
        }
    }
}

/// The receipt as PDF.
///
/// # Errors
/// [`PrintError::Picture`] when the emblem cannot be read.
pub fn receipt(paper: &ReceiptPaper) -> Result<Printed, PrintError> {
    let code = qr::svg(&paper.number)?;
    press::print("receipt.typ", &Sheet::from(paper), &pictures(paper, &code))
}

pub(super) fn pictures<'a>(paper: &'a ReceiptPaper, code: &'a [u8]) -> [press::Picture<'a>; 2] {
    [("emblem", paper.letterhead.emblem.as_deref()), ("qr.svg", Some(code))]
}
