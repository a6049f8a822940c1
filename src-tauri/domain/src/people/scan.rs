//! Scans of papers (*pindaian*): pictures become grey JPEGs of at most 200 kB, small PDFs stay as they are.

use super::picture::{PictureRefusal, decode, jpeg_within, on_white};
use image::{DynamicImage, imageops::FilterType};

/// Largest picture of a paper, once re-encoded.
pub const SCAN_MAX: usize = 200_000;
/// Largest PDF.
pub const PDF_MAX: usize = 1_000_000;
/// An A4 page at 150 dots per inch: small print stays readable.
const SIDE_MAX: u32 = 1754;

/// A scan that may be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// `image/jpeg` or `application/pdf`.
    pub mime: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Scan {
    /// Checks and shrinks a file. Slow for large pictures: call it before the unit of work is begun.
    pub fn prepare(bytes: &[u8]) -> Result<Scan, PictureRefusal> {
        if bytes.starts_with(b"%PDF-") {
            if bytes.len() > PDF_MAX {
                return Err(PictureRefusal::PdfLarge { limit: (PDF_MAX / 1_000_000).to_string() });
            }
            return Ok(Scan { mime: "application/pdf", bytes: bytes.to_vec() });
        }
        let picture = decode(bytes).map_err(|refusal| match refusal {
            PictureRefusal::Unreadable => PictureRefusal::ScanKind,
            other => other,
        })?;
        let picture = if picture.width().max(picture.height()) > SIDE_MAX {
            picture.resize(SIDE_MAX, SIDE_MAX, FilterType::CatmullRom)
        } else {
            picture
        };
        let grey = DynamicImage::from(on_white(picture)).into_luma8();
        let bytes = jpeg_within(DynamicImage::from(grey), SCAN_MAX)?;
        Ok(Scan { mime: "image/jpeg", bytes })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::picture::testing::*, *};
    use image::ImageFormat;

    #[test]
    fn a_large_colour_scan_becomes_a_small_grey_one() {
        let scan = Scan::prepare(&file(&noise(1000, 2200), ImageFormat::Jpeg)).expect("a scan");
        assert!(scan.mime == "image/jpeg" && scan.bytes.len() <= 200_000, "{}", scan.bytes.len());
        let picture = image::load_from_memory(&scan.bytes).expect("a JPEG");
        assert_eq!(picture.color(), image::ColorType::L8);
        assert!(picture.height() <= 1754 && picture.height() > picture.width());
    }

    #[test]
    fn a_small_pdf_stays_as_it_is_and_a_large_one_is_refused() {
        let pdf = [b"%PDF-1.7\n".as_slice(), &[b'x'; 500]].concat();
        assert_eq!(Scan::prepare(&pdf).expect("a scan").bytes, pdf);
        let large = [pdf, vec![b'x'; PDF_MAX]].concat();
        assert_eq!(Scan::prepare(&large).expect_err("refused"), PictureRefusal::PdfLarge { limit: "1".into() });
        assert_eq!(Scan::prepare(b"PK\x03\x04").expect_err("refused"), PictureRefusal::ScanKind);
    }
}
