//! Pictures from files, cameras and scanners: read with bounds, laid on white, written small.

use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};
use std::io::Cursor;

/// Largest picture file that is read at all.
pub const FILE_MAX: usize = 10_000_000;
/// Longest side in pixels; a telephone's 50 megapixels pass.
const SIDE_MAX: u32 = 12_000;
/// Most memory that a decoded picture may take, whatever its file claims.
const DECODED_MAX: u64 = 256_000_000;
const QUALITIES: [u8; 9] = [88, 82, 76, 70, 64, 58, 52, 46, 40];

refusals! {
    "picture" =>
    /// What keeps a photo or a scan from being stored.
    PictureRefusal {
        /// The file is larger than the limit in megabytes.
        FileLarge { limit } => "file_large",
        /// Not a JPEG, PNG or WebP, or damaged.
        Unreadable => "unreadable",
        /// More pixels than any camera or scanner of an office gives.
        PixelsMany { width, height } => "pixels_many",
        /// Too few pixels to print.
        PixelsFew { width, height } => "pixels_few",
        /// A scan is JPEG, PNG, WebP or PDF.
        ScanKind => "scan_kind",
        /// A PDF is kept as it is, so it must be small: the limit in megabytes.
        PdfLarge { limit } => "pdf_large",
    }
}

/// The picture upright, with nothing decoded that its header shows to be too large.
pub(super) fn decode(bytes: &[u8]) -> Result<DynamicImage, PictureRefusal> {
    if bytes.len() > FILE_MAX {
        return Err(PictureRefusal::FileLarge { limit: (FILE_MAX / 1_000_000).to_string() });
    }
    let unreadable = |_| PictureRefusal::Unreadable;
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| PictureRefusal::Unreadable)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(PictureRefusal::Unreadable);
    }
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if width > SIDE_MAX || height > SIDE_MAX || decoder.total_bytes() > DECODED_MAX {
        return Err(PictureRefusal::PixelsMany { width: width.to_string(), height: height.to_string() });
    }
    decoder.set_limits(limits()).map_err(unreadable)?;
    let turn = decoder.orientation().map_err(unreadable)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    picture.apply_orientation(turn);
    Ok(picture)
}

/// Sides are checked by [`decode`] itself, to tell "too large" from "damaged".
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(2 * DECODED_MAX);
    limits
}

/// What is transparent becomes paper.
pub(super) fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0.map(u16::from);
        let over = |shade: u16| u8::try_from((shade * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255);
        image::Rgb([over(red), over(green), over(blue)])
    })
}

/// The picture as JPEG of at most `limit` bytes: first the quality steps down, then the size.
pub(super) fn jpeg_within(mut picture: DynamicImage, limit: usize) -> Result<Vec<u8>, PictureRefusal> {
    loop {
        for quality in QUALITIES {
            let mut bytes = Vec::new();
            let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
            picture.write_with_encoder(encoder).map_err(|_| PictureRefusal::Unreadable)?;
            if bytes.len() <= limit {
                return Ok(bytes);
            }
        }
        let (width, height) = (picture.width() * 4 / 5, picture.height() * 4 / 5);
        picture = picture.resize_exact(width.max(1), height.max(1), FilterType::CatmullRom);
    }
}

#[cfg(test)]
pub(super) mod testing {
    use super::*;

    /// A picture in which every pixel differs, so that it compresses badly.
    pub fn noise(width: u32, height: u32) -> DynamicImage {
        let mut seed = 7_u32;
        RgbImage::from_fn(width, height, |_, _| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [red, green, blue, _] = seed.to_be_bytes();
            image::Rgb([red, green, blue])
        })
        .into()
    }

    /// The file of a picture.
    pub fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).expect("encoded");
        bytes.into_inner()
    }

    /// A PNG header that claims a size, with nothing behind it.
    pub fn png_claiming(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        let mut header = b"IHDR".to_vec();
        header.extend(width.to_be_bytes());
        header.extend(height.to_be_bytes());
        header.extend([8, 6, 0, 0, 0]);
        bytes.extend(&header[4..]);
        bytes.extend(crc(&header).to_be_bytes());
        bytes.extend(b"\0\0\0\x04IDAT\0\0\0\0");
        bytes
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{testing::*, *};
    use proptest::prelude::*;

    #[test]
    fn a_file_that_claims_a_huge_size_is_refused_before_anything_is_decoded() {
        for (width, height) in [(60_000, 60_000), (12_001, 10), (12_000, 12_000)] {
            let refusal = decode(&png_claiming(width, height)).expect_err("refused");
            let (width, height) = (width.to_string(), height.to_string());
            assert_eq!(refusal, PictureRefusal::PixelsMany { width, height });
        }
    }

    #[test]
    fn what_is_no_picture_is_unreadable() {
        let whole = file(&noise(40, 40), ImageFormat::Jpeg);
        for bytes in [&b""[..], b"GIF89a\x01\0\x01\0", b"%PDF-1.7", &whole[..20], &png_claiming(30, 30)] {
            assert_eq!(decode(bytes).expect_err("refused"), PictureRefusal::Unreadable);
        }
        let large = vec![0xff; FILE_MAX + 1];
        assert_eq!(decode(&large).expect_err("refused"), PictureRefusal::FileLarge { limit: "10".into() });
    }

    #[test]
    fn a_picture_taken_with_the_camera_on_its_side_stands_upright() {
        let mut bytes = file(&noise(80, 40), ImageFormat::Jpeg);
        // An Exif segment that says "turn by a quarter" (orientation 6), right after the start of image.
        let exif = b"\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        bytes.splice(2..2, exif.iter().copied());
        let picture = decode(&bytes).expect("decoded");
        assert_eq!((picture.width(), picture.height()), (40, 80));
    }

    #[test]
    fn a_transparent_picture_lies_on_white() {
        let clear = image::RgbaImage::from_fn(2, 1, |x, _| image::Rgba([0, 0, 0, if x == 0 { 0 } else { 255 }]));
        let picture = on_white(decode(&file(&clear.into(), ImageFormat::Png)).expect("decoded"));
        assert_eq!((picture.get_pixel(0, 0).0, picture.get_pixel(1, 0).0), ([255; 3], [0; 3]));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn damaged_files_never_panic(at in 0_usize..2000, byte: u8, format in 0_usize..2) {
            let mut bytes = file(&noise(24, 24), [ImageFormat::Png, ImageFormat::Jpeg][format]);
            let at = at % bytes.len();
            bytes[at] = byte;
            let _ = decode(&bytes);
        }
    }
}
