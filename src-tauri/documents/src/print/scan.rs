//! A scan (*pindaian*) as pages to look at, enlarge, print and save like any other paper.

use super::{PrintError, Printed, press};
use hayro_syntax::Pdf;
use serde::Serialize;

/// More pages than any paper of an applicant has.
const PAGES_MAX: usize = 40;

#[derive(Serialize)]
struct Sheet<'a> {
    title: &'a str,
    /// How many pages the PDF has; none: it is a picture.
    pages: Option<usize>,
}

/// The pages of a scan: those of a PDF as they are, a picture across the width of A4.
/// Refuses what is damaged, locked by a password, or a book.
pub fn scan(title: &str, bytes: &[u8]) -> Result<Printed, PrintError> {
    let pages = if bytes.starts_with(b"%PDF-") { Some(pages(bytes)?) } else { None };
    press::print("scan.typ", &Sheet { title, pages }, &[("scan", Some(bytes))])
}

fn pages(pdf: &[u8]) -> Result<usize, PrintError> {
    let pages = Pdf::new(pdf.to_vec()).map_err(|_| PrintError::Picture)?.pages().len();
    if (1..=PAGES_MAX).contains(&pages) { Ok(pages) } else { Err(PrintError::Picture) }
}

#[cfg(test)]
mod tests {
    use super::{super::specimen::*, super::*, *};

    #[test]
    fn a_pdf_from_elsewhere_shows_as_many_pages_as_it_has() {
        let foreign = card(&card_paper(CardLayout::Card)).expect("a paper").pdf().expect("a PDF");
        let shown = scan("Ijazah", &foreign).expect("pages");
        assert_eq!(shown.pages(), 2);
        assert_eq!(shown.warnings, Vec::<String>::new());
        assert!(shown.page(1).expect("a picture").contains("<image"));
        assert!(shown.pdf().expect("again a PDF").starts_with(b"%PDF-"));
    }

    #[test]
    fn a_picture_is_one_page() {
        let shown = scan("KTP", include_bytes!("../../../../tests/fixtures/pas-foto.jpg")).expect("a page");
        assert_eq!(shown.pages(), 1);
        assert!(shown.page(0).expect("a picture").contains("<image"));
    }

    #[test]
    fn what_only_looks_like_a_scan_is_refused() {
        for broken in [b"%PDF-1.7\n".as_slice(), b"%PDF-1.4 xxxxxxxxxxxxxxxx", b"\xFF\xD8\xFF", b""] {
            assert!(matches!(scan("Ijazah", broken), Err(PrintError::Picture)), "{broken:?}");
        }
    }
}
