//! Bytes of a text file to characters: UTF-8 and UTF-16 by their mark, otherwise UTF-8 where it fits and Windows-1252 where not.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The characters of a text file, or nothing when the bytes are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => decode_unmarked(bytes),
    };
    looks_like_text(&text).then_some(text)
}

fn decode_unmarked(bytes: &[u8]) -> String {
    if let Some(encoding) = unmarked_utf16(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // Only the last character is cut off: the file ends too early, its encoding is not in doubt.
        Err(error) if error.error_len().is_none() => {
            String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned()
        }
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// UTF-16 without a mark: in Latin text every second byte is nought.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(1024)];
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let noughts = |parity: usize| head.chunks_exact(2).filter(|pair| pair[parity] == 0).count();
    let (even, odd) = (noughts(0), noughts(1));
    if odd * 10 > pairs * 8 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 8 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Text holds hardly any control characters, and no NUL at all.
fn looks_like_text(text: &str) -> bool {
    let mut seen = 0_usize;
    let mut odd = 0_usize;
    for character in text.chars().take(64 * 1024) {
        seen += 1;
        match character {
            '\0' => return false,
            '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}' => {}
            // What Windows-1252 leaves undefined, and what UTF-16 could not decode, counts as well.
            '\u{fffd}' => odd += 1,
            control if control.is_control() => odd += 1,
            _ => {}
        }
    }
    odd * 50 <= seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn marks_are_obeyed_and_taken_away() {
        assert_eq!(decode(b"\xEF\xBB\xBFNama;NIK").as_deref(), Some("Nama;NIK"));
        let mut little = vec![0xFF, 0xFE];
        little.extend(utf16("Café;é", true));
        assert_eq!(decode(&little).as_deref(), Some("Café;é"));
        let mut big = vec![0xFE, 0xFF];
        big.extend(utf16("Café;é", false));
        assert_eq!(decode(&big).as_deref(), Some("Café;é"));
    }

    #[test]
    fn utf16_without_a_mark_is_still_text() {
        assert_eq!(decode(&utf16("Nama;NIK;Alamat", true)).as_deref(), Some("Nama;NIK;Alamat"));
        assert_eq!(decode(&utf16("Nama;NIK;Alamat", false)).as_deref(), Some("Nama;NIK;Alamat"));
    }

    #[test]
    fn windows_1252_is_the_last_resort() {
        assert_eq!(decode(b"Ren\xE9e \x96 O\x92Brien").as_deref(), Some("Renée – O’Brien"));
        assert_eq!(decode("Renée".as_bytes()).as_deref(), Some("Renée"));
    }

    #[test]
    fn a_utf8_file_cut_inside_its_last_letter_is_not_taken_for_windows_1252() {
        assert_eq!(decode(b"Ren\xC3\xA9e;Ren\xC3").as_deref(), Some("Renée;Ren"));
    }

    #[test]
    fn bytes_that_are_no_text_are_nothing() {
        assert_eq!(decode(b"\x01\x02\x03\x04\x05\x06abc\x0f\x1f"), None);
        assert_eq!(decode(b"abc\0def"), None);
    }
}
