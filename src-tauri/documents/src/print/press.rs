//! Sets a template with its data and makes pages and a PDF of it, wholly from memory.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_svg::SvgOptions;

/// A picture larger than this is no portrait.
const PICTURE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// How many runs a cached result is kept: enough for a series of the same paper, little enough for a long day.
const CACHE_RUNS: usize = 5;

/// A paper could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The portrait or the emblem is no picture that can be read.
    #[error("a picture cannot be read")]
    Picture,
    /// Anything else: a fault of the template or of the press.
    #[error("printing failed: {0}")]
    Failed(String),
}

impl PrintError {
    /// The stable code of the refusal.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Picture => "picture-unreadable",
            Self::Failed(_) => "failed",
        }
    }
}

/// The templates by name.
const TEMPLATES: [(&str, &str); 11] = [
    ("base.typ", include_str!("../../../../assets/print/base.typ")),
    ("card.typ", include_str!("../../../../assets/print/card.typ")),
    ("dossier.typ", include_str!("../../../../assets/print/dossier.typ")),
    ("floor.typ", include_str!("../../../../assets/print/floor.typ")),
    ("list.typ", include_str!("../../../../assets/print/list.typ")),
    ("notice.typ", include_str!("../../../../assets/print/notice.typ")),
    ("posts.typ", include_str!("../../../../assets/print/posts.typ")),
    ("receipt.typ", include_str!("../../../../assets/print/receipt.typ")),
    ("scan.typ", include_str!("../../../../assets/print/scan.typ")),
    ("ticket.typ", include_str!("../../../../assets/print/ticket.typ")),
    ("timetable.typ", include_str!("../../../../assets/print/timetable.typ")),
];

const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf"),
];

/// What never changes between papers.
struct House {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Source>,
}

static HOUSE: LazyLock<House> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect();
    let sources = TEMPLATES.iter().filter_map(|(name, text)| {
        let id = file_id(name)?;
        Some((id, Source::new(id, (*text).to_owned())))
    });
    House {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        sources: sources.collect(),
        fonts,
    }
});

fn file_id(name: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?)))
}

/// One paper on the press: its template, its data, its pictures.
struct Press {
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &HOUSE.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &HOUSE.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        HOUSE.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        HOUSE.fonts.get(index).cloned()
    }

    /// No paper knows the day: dates come with the data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

/// A paper that has been set: looked at page by page, then made a PDF. Both come from the same pages.
#[derive(Debug)]
pub struct Printed {
    pub(super) document: PagedDocument,
    /// What the typesetter had to say; there should be nothing, and the tests see to it.
    #[cfg_attr(not(test), expect(dead_code, reason = "only tests ask"))]
    pub(super) warnings: Vec<String>,
}

impl Printed {
    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// A page as a picture, from 0. Letters are drawn, so no font is needed and nothing in it can be searched.
    pub fn page(&self, at: usize) -> Option<String> {
        self.document.pages().get(at).map(|page| typst_svg::svg(page, &SvgOptions::default()))
    }

    /// The paper as PDF.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let creator = typst::foundations::Smart::Custom(Some("Balai".to_owned()));
        typst_pdf::pdf(&self.document, &PdfOptions { creator, ..PdfOptions::default() })
            .map_err(|errors| PrintError::Failed(messages(&errors).join("; ")))
    }
}

/// A file that the template can open: its name and its bytes.
pub(super) type Picture<'a> = (&'static str, Option<&'a [u8]>);

/// Sets a paper.
pub(super) fn print(template: &str, data: &impl Serialize, pictures: &[Picture<'_>]) -> Result<Printed, PrintError> {
    let failed = |error: String| PrintError::Failed(error);
    let data = serde_json::to_vec(data).map_err(|error| failed(error.to_string()))?;
    let mut files = HashMap::new();
    let mut add = |name: &str, bytes: Bytes| file_id(name).map(|id| files.insert(id, bytes));
    add("data.json", Bytes::new(data));
    for (name, bytes) in pictures {
        let Some(bytes) = bytes else { continue };
        if bytes.is_empty() || bytes.len() > PICTURE_BYTES_MAX {
            return Err(PrintError::Picture);
        }
        add(name, Bytes::new(bytes.to_vec()));
    }
    let main = file_id(template).ok_or_else(|| failed(format!("no template {template}")))?;
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&Press { main, files });
    typst::comemo::evict(CACHE_RUNS);
    match output {
        Ok(document) => Ok(Printed { document, warnings: messages(&warnings) }),
        Err(errors) => {
            let errors = messages(&errors);
            // The pictures are the only part of the data that a template cannot print whatever it is.
            let picture = errors
                .iter()
                .any(|error| error.contains("decode image") || error.contains("image format") || error.contains("SVG"));
            if picture { Err(PrintError::Picture) } else { Err(failed(errors.join("; "))) }
        }
    }
}

fn messages(diagnostics: &[SourceDiagnostic]) -> Vec<String> {
    diagnostics.iter().map(|diagnostic| diagnostic.message.to_string()).collect()
}

/// The words on each page, for tests: they are taken from the set pages and not from the PDF's own coding.
#[cfg(test)]
pub(super) fn words_on_pages(set: &Printed) -> Vec<String> {
    use typst::layout::{Frame, FrameItem};
    fn gather(frame: &Frame, words: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => gather(&group.frame, words),
                FrameItem::Text(text) => words.push_str(&text.text),
                _ => {}
            }
        }
    }
    let pages = set.document.pages().iter().map(|page| {
        let mut words = String::new();
        gather(&page.frame, &mut words);
        words.replace('\u{200b}', "")
    });
    pages.collect()
}
