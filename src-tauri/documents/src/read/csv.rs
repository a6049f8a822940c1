//! Values with separators, in any dialect that offices send. The rows keep the numbers that a spreadsheet program shows.
//!
//! A quotation mark counts only at the beginning of a field. One that never closes is taken as a letter, so that a lone mark
//! does not swallow the rest of the file.

use super::rows::{Budget, Rows};
use super::{Cell, ReadError};

/// Separators in the order in which they win a draw: a comma is also a decimal sign and stands in addresses.
const SEPARATORS: [char; 4] = ['\t', ';', '|', ','];

/// How much of the file the separator is guessed from.
const SAMPLE_BYTES: usize = 64 * 1024;

/// The rows of a text file.
pub(super) fn read(text: &str, mut budget: Budget) -> Result<Vec<Vec<Cell>>, ReadError> {
    let (separator, text) = match declared_separator(text) {
        Some((separator, rest)) => (separator, rest),
        None => (guess_separator(text), text),
    };
    let mut rows = Rows::new(&mut budget);
    for (at, record) in Records::new(text, separator).enumerate() {
        for (column, field) in record.into_iter().enumerate() {
            rows.put(at, column, Cell::text(unwrapped(field)))?;
        }
    }
    Ok(rows.finish())
}

/// The line `sep=;` with which a file tells spreadsheet programs its separator; they show the file without it.
fn declared_separator(text: &str) -> Option<(char, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let separator = rest.chars().next().filter(|c| !matches!(c, '"' | '\r' | '\n'))?;
    let rest = &rest[separator.len_utf8()..];
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
    Some((separator, rest))
}

/// The separator that gives the most fields in the most rows of one width.
fn guess_separator(text: &str) -> char {
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let mut best = (0, ',');
    for separator in SEPARATORS {
        let score = score(sample, separator);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

fn score(sample: &str, separator: char) -> usize {
    let mut widths = std::collections::BTreeMap::new();
    for record in Records::new(sample, separator).take(500) {
        if record.len() > 1 {
            *widths.entry(record.len()).or_insert(0_usize) += 1;
        }
    }
    widths.into_iter().map(|(width, rows)| (width - 1) * rows).max().unwrap_or_default()
}

/// `="0812"` is how some programs force a spreadsheet to show digits as text: it shows `0812`, and so do we.
fn unwrapped(field: String) -> String {
    match field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) if !inner.contains('"') => inner.to_owned(),
        _ => field,
    }
}

/// The records of a text, one after the other; an empty line is a record with one empty field.
struct Records<'t> {
    rest: &'t str,
    separator: char,
    /// Set once a quotation mark was seen that never closes; from there on none of them opens a field.
    quotes_off: bool,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, separator: char) -> Self {
        Self { rest: text, separator, quotes_off: false }
    }

    /// Takes the quoted field at the beginning of the rest, up to the separator or the line's end.
    fn quoted(&mut self) -> Option<String> {
        if self.quotes_off {
            return None;
        }
        let mut inside = self.rest.strip_prefix('"')?;
        let mut field = String::new();
        loop {
            let Some(at) = inside.find('"') else {
                self.quotes_off = true;
                return None;
            };
            field.push_str(&inside[..at]);
            inside = &inside[at + 1..];
            match inside.strip_prefix('"') {
                Some(after) => {
                    field.push('"');
                    inside = after;
                }
                None => break,
            }
        }
        self.rest = inside;
        // Letters between the closing mark and the separator belong to the field.
        field.push_str(self.plain());
        Some(field)
    }

    /// Takes everything up to the separator or the line's end.
    fn plain(&mut self) -> &'t str {
        let separator = self.separator;
        let end = self.rest.find([separator, '\n', '\r']).unwrap_or(self.rest.len());
        let (field, rest) = self.rest.split_at(end);
        self.rest = rest;
        field
    }
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Self::Item> {
        // The end-of-file sign of DOS is no cell.
        if self.rest.is_empty() || self.rest == "\u{1a}" {
            return None;
        }
        let mut record = Vec::new();
        loop {
            let field = match self.quoted() {
                Some(field) => field,
                None => self.plain().to_owned(),
            };
            record.push(field);
            match self.rest.strip_prefix(self.separator) {
                Some(rest) => self.rest = rest,
                None => break,
            }
        }
        self.rest =
            self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r'])).unwrap_or(self.rest);
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        read(text, Budget::new(10_000))
            .unwrap()
            .into_iter()
            .map(|row| {
                row.into_iter().map(|cell| if let Cell::Text(text) = cell { text } else { String::new() }).collect()
            })
            .collect()
    }

    #[test]
    fn every_separator_is_recognised_under_title_rows() {
        for separator in ["\t", ";", "|", ","] {
            let text = format!(
                "DAFTAR PENDAFTAR\n\n{}\n{}\n",
                ["Nama", "NIK", "HP"].join(separator),
                ["Siti", "32", "08"].join(separator)
            );
            assert_eq!(
                rows(&text),
                [vec!["DAFTAR PENDAFTAR"], vec![], vec!["Nama", "NIK", "HP"], vec!["Siti", "32", "08"]],
                "{separator:?}"
            );
        }
    }

    #[test]
    fn commas_in_addresses_do_not_win_over_semicolons() {
        let text =
            "Nama;Alamat;HP\nSiti;Jl. Melati, RT 01, RW 02, Desa Suka;08\nBudi;Jl. Mawar, RT 01, RW 02, Desa Maju;08\n";
        assert_eq!(rows(text)[1], ["Siti", "Jl. Melati, RT 01, RW 02, Desa Suka", "08"]);
    }

    #[test]
    fn quotes_hold_separators_lines_and_doubled_quotes() {
        assert_eq!(rows("a,\"b,\nc \"\"d\"\"\",e\r\nf,g,h\r\n"), [vec!["a", "b,\nc \"d\"", "e"], vec!["f", "g", "h"]]);
    }

    #[test]
    fn a_quote_that_never_closes_is_a_letter() {
        assert_eq!(
            rows("Nama;Alamat\nSiti;\"Jl. Melati\nBudi;Jl. Mawar\n"),
            [["Nama", "Alamat"], ["Siti", "\"Jl. Melati"], ["Budi", "Jl. Mawar"]]
        );
        assert_eq!(rows("a;5\" pipa;c\nd;e;f"), [["a", "5\" pipa", "c"], ["d", "e", "f"]]);
    }

    #[test]
    fn rows_keep_the_numbers_of_a_spreadsheet() {
        assert_eq!(rows("a;b\r\n\r\n\rc;d").len(), 4);
        assert_eq!(rows("sep=,\r\na;b,c\r\n"), [["a;b", "c"]]);
        assert_eq!(rows("a;b\n\u{1a}"), [["a", "b"]]);
    }

    #[test]
    fn digits_forced_to_text_are_unwrapped() {
        assert_eq!(rows("a;=\"0812\"\nb;\"=\"\"0813\"\"\"\n"), [["a", "0812"], ["b", "0813"]]);
        assert_eq!(rows("a;=A1&\"x\"\n")[0][1], "=A1&\"x\"");
    }

    #[test]
    fn many_open_quotes_are_read_in_one_pass() {
        // Each two marks close over a line's end; the last one stays open and is a letter.
        let text = "a;\"x\n".repeat(200_001);
        assert_eq!(read(&text, Budget::new(1_000_000)).unwrap().len(), 100_001);
    }

    proptest! {
        #[test]
        fn what_a_strict_writer_writes_is_read_back(table in prop::collection::vec(prop::collection::vec("[ -~é\n\"]{0,8}", 3), 1..8)) {
            let mut writer = ::csv::WriterBuilder::new().delimiter(b';').quote_style(::csv::QuoteStyle::Always).from_writer(Vec::new());
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let text = "sep=;\n".to_owned() + &String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let mut expected: Vec<Vec<String>> = table.iter().map(|row| row.iter().map(|field| unwrapped(field.clone())).collect()).collect();
            for row in &mut expected {
                while row.last().is_some_and(String::is_empty) { row.pop(); }
            }
            while expected.last().is_some_and(Vec::is_empty) { expected.pop(); }
            prop_assert_eq!(rows(&text), expected);
        }

        #[test]
        fn any_text_is_read_without_panic(text in "(?s).{0,200}") {
            let _ = read(&text, Budget::new(10_000));
        }
    }
}
