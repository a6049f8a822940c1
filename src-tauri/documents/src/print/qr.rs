//! The code that a scanner reads, as a picture that prints sharp at any size.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

use super::PrintError;

/// Blank modules around the code, as the standard asks for.
const QUIET: usize = 4;

/// A QR code as SVG. It is given the registration number of a person and nothing else: a code can be read from afar.
pub(super) fn svg(text: &str) -> Result<Vec<u8>, PrintError> {
    let code =
        QRBuilder::new(text).ecl(ECL::M).build().map_err(|error| PrintError::Failed(format!("QR code: {error:?}")))?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        while column < code.size {
            let start = column;
            while column < code.size && code[row][column].value() {
                column += 1;
            }
            if column > start {
                // A run of dark modules is one bar: no hairlines between its squares.
                let (x, y, width) = (start + QUIET, row + QUIET, column - start);
                let _ = write!(path, "M{x} {y}h{width}v1h-{width}z");
            }
            column += 1;
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    )
    .into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_margin() {
        let svg = String::from_utf8(svg("3216/2026/11/0042").unwrap()).unwrap();
        assert!(svg.contains("viewBox=\"0 0 29 29\""), "sixteen signs are 21 modules wide: {svg}");
        assert!(svg.contains("M4 4h7v1h-7z"), "the upper left corner");
        assert!(svg.contains("M18 4h7v1h-7z"), "the upper right corner");
        assert!(svg.contains("M4 24h7v1h-7z"), "the lower left corner");
    }

    #[test]
    fn too_much_text_is_an_error() {
        assert!(svg(&"x".repeat(5000)).is_err());
    }
}
