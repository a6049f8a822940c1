//! Everything that is held on one person, printed for that person: their right under the law on personal data (UU 27/2022).

use serde::Serialize;

use super::letterhead::presence;
use super::list::Squared;
use super::{Letterhead, PrintError, Printed, Signatory, TablePaper, press};

/// The paper that is handed to a person who asks what is held on them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PersonDossier {
    /// The office.
    pub letterhead: Letterhead,
    /// Title of the paper.
    pub title: String,
    /// A line under the title: the person's name and number.
    pub subject: String,
    /// For the foot of every page, when and by whom it was printed.
    pub printed: String,
    /// Who signs.
    pub officer: Signatory,
    /// The parts, in order; the portrait stands beside the first.
    pub sections: Vec<Section>,
    /// The portrait as JPEG or PNG.
    pub photo: Option<Vec<u8>>,
}

/// A part of a dossier.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Labels and values; an empty value is printed as a dash.
    pub fields: Vec<(String, String)>,
    /// Tables below the fields: registrations, documents, the list of changes.
    pub tables: Vec<TablePaper>,
}

#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    title: &'a str,
    letterhead: &'a Letterhead,
    subject: &'a str,
    printed: &'a str,
    officer: &'a Signatory,
    sections: Vec<Part<'a>>,
    #[serde(serialize_with = "presence")]
    photo: &'a Option<Vec<u8>>,
}

#[derive(Serialize)]
struct Part<'a> {
    title: &'a str,
    fields: &'a [(String, String)],
    tables: Vec<Squared<'a>>,
}

impl<'a> From<&'a PersonDossier> for Sheet<'a> {
    fn from(paper: &'a PersonDossier) -> Self {
        let part = |section: &'a Section| Part {
            title: &section.title,
            fields: &section.fields,
            tables: section.tables.iter().map(Squared::from).collect(),
        };
        Self {
            title: &paper.title,
            letterhead: &paper.letterhead,
            subject: &paper.subject,
            printed: &paper.printed,
            officer: &paper.officer,
            sections: paper.sections.iter().map(part).collect(),
            photo: &paper.photo,
        }
    }
}

/// The dossier as PDF.
///
/// # Errors
/// [`PrintError::Picture`] when the portrait or the emblem cannot be read.
pub fn dossier(paper: &PersonDossier) -> Result<Printed, PrintError> {
    press::print("dossier.typ", &Sheet::from(paper), &pictures(paper))
}

pub(super) fn pictures(paper: &PersonDossier) -> [press::Picture<'_>; 2] {
    [("photo", paper.photo.as_deref()), ("emblem", paper.letterhead.emblem.as_deref())]
}
