//! ods, read in one pass over its single XML part. Repeated rows and cells are unfolded here, under the budget: a sheet of a
//! few bytes can claim a milliard cells.

use std::collections::HashSet;
use std::io::{BufRead, BufReader};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::rows::{Budget, COLUMNS_MAX, ROWS_MAX, Rows};
use super::{Cell, ReadError, Sheet, archive, guarded, moment};

/// All tables of an OpenDocument spreadsheet.
pub(super) fn read(bytes: &[u8], mut budget: Budget) -> Result<Vec<Sheet>, ReadError> {
    archive::check_size(bytes)?;
    guarded(|| {
        let mut archive = archive::open(bytes)?;
        let content = archive.by_name("content.xml").map_err(archive::from_zip)?;
        Content::new(BufReader::new(content)).sheets(&mut budget)
    })
}

/// The XML part, read event by event.
struct Content<R> {
    xml: Reader<R>,
    buffer: Vec<u8>,
    /// Names of the styles whose tables are hidden.
    hidden: HashSet<String>,
}

impl<R: BufRead> Content<R> {
    fn new(reader: R) -> Self {
        let mut xml = Reader::from_reader(reader);
        xml.config_mut().expand_empty_elements = true;
        Self { xml, buffer: Vec::new(), hidden: HashSet::new() }
    }

    fn next(&mut self) -> Result<Event<'_>, ReadError> {
        self.buffer.clear();
        self.xml.read_event_into(&mut self.buffer).map_err(ReadError::damaged)
    }

    /// Passes over everything up to the end of the element that has just begun.
    fn skip(&mut self) -> Result<(), ReadError> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(ReadError::damaged("the content is cut off")),
                _ => {}
            }
        }
        Ok(())
    }

    fn sheets(mut self, budget: &mut Budget) -> Result<Vec<Sheet>, ReadError> {
        let mut sheets = Vec::new();
        let mut style = String::new();
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "style:style" => style = attribute(&start, "style:name").unwrap_or_default(),
                    "style:table-properties" if attribute(&start, "table:display").as_deref() == Some("false") => {
                        self.hidden.insert(std::mem::take(&mut style));
                    }
                    "table:tracked-changes" => self.skip()?,
                    "table:table" => {
                        let name = attribute(&start, "table:name").unwrap_or_default();
                        let look = attribute(&start, "table:style-name");
                        let hidden = look.is_some_and(|look| self.hidden.contains(&look));
                        sheets.push(Sheet { name, rows: self.table(budget)?, hidden });
                    }
                    _ => {}
                },
                Event::Eof => return Ok(sheets),
                _ => {}
            }
        }
    }

    fn table(&mut self, budget: &mut Budget) -> Result<Vec<Vec<Cell>>, ReadError> {
        let mut rows = Rows::new(budget);
        let (mut row, mut column, mut repeated) = (0_usize, 0_usize, 1_usize);
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "table:table-row" => {
                        repeated = times(&start, "table:number-rows-repeated", ROWS_MAX);
                        column = 0;
                    }
                    "table:table-cell" | "table:covered-table-cell" => {
                        let across = times(&start, "table:number-columns-repeated", COLUMNS_MAX);
                        let value = Value::of(&start);
                        let cell = value.with_text(self.cell_text()?);
                        if !cell.is_empty() {
                            for offset in 0..across {
                                rows.put(row, column + offset, cell.clone())?;
                            }
                        }
                        column = (column + across).min(COLUMNS_MAX);
                    }
                    "table:shapes" | "office:forms" => self.skip()?,
                    _ => {}
                },
                Event::End(end) => match end.name().as_ref() {
                    "table:table-row" => {
                        rows.repeat(row, repeated - 1)?;
                        row = (row + repeated).min(ROWS_MAX);
                    }
                    "table:table" => return Ok(rows.finish()),
                    _ => {}
                },
                Event::Eof => return Err(ReadError::damaged("the content is cut off")),
                _ => {}
            }
        }
    }

    /// The paragraphs of a cell, up to its end. Notes and drawings that hang on it are no part of it.
    fn cell_text(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        let (mut depth, mut paragraphs) = (0_usize, 0_usize);
        loop {
            match self.next()? {
                Event::Start(start) => {
                    depth += 1;
                    match start.name().as_ref() {
                        "text:p" => {
                            if paragraphs > 0 {
                                text.push('\n');
                            }
                            paragraphs += 1;
                        }
                        "text:s" => text.extend(std::iter::repeat_n(' ', times(&start, "text:c", 1000))),
                        "text:tab" => text.push('\t'),
                        "text:line-break" => text.push('\n'),
                        name if name == "office:annotation" || name.starts_with("draw:") || name == "table:table" => {
                            self.skip()?;
                            depth -= 1;
                        }
                        _ => {}
                    }
                }
                Event::Text(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
                Event::CData(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
                Event::GeneralRef(name) => match name.resolve_char_ref().map_err(ReadError::damaged)? {
                    Some(character) => text.push(character),
                    None => text.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default()),
                },
                Event::End(_) if depth == 0 => return Ok(text),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(ReadError::damaged("the content is cut off")),
                _ => {}
            }
        }
    }
}

/// What the attributes of a cell say about its value.
struct Value {
    kind: String,
    error: bool,
    value: Option<String>,
}

impl Value {
    fn of(start: &BytesStart<'_>) -> Self {
        let kind = attribute(start, "office:value-type").unwrap_or_default();
        let error = attribute(start, "calcext:value-type").is_some_and(|kind| kind == "error");
        let value = attribute(
            start,
            match kind.as_str() {
                "date" => "office:date-value",
                "time" => "office:time-value",
                "boolean" => "office:boolean-value",
                "string" => "office:string-value",
                _ => "office:value",
            },
        );
        Self { kind, error, value }
    }

    fn with_text(self, text: String) -> Cell {
        if self.error {
            return Cell::Error(text);
        }
        match (self.kind.as_str(), self.value) {
            ("float" | "percentage" | "currency", Some(value)) => {
                value.parse().map_or_else(|_| Cell::text(text), Cell::Number)
            }
            ("date", Some(value)) => moment::from_iso(&value),
            ("time", Some(value)) => moment::from_iso_duration(&value),
            ("boolean", Some(value)) => Cell::Bool(value == "true"),
            ("string", Some(value)) => Cell::text(value),
            _ => Cell::text(text),
        }
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok()??;
    found.normalized_value(XmlVersion::Explicit1_0).ok().map(|value| value.into_owned())
}

/// How often something is repeated: once where it is not said, never more than `most`.
fn times(start: &BytesStart<'_>, name: &str, most: usize) -> usize {
    attribute(start, name).and_then(|times| times.parse::<usize>().ok()).unwrap_or(1).clamp(1, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(body: &str, cells: usize) -> Result<Vec<Sheet>, ReadError> {
        let xml = format!(
            "<office:document-content><office:automatic-styles><style:style style:name=\"ta2\"><style:table-properties \
             table:display=\"false\"/></style:style></office:automatic-styles><office:body>{body}</office:body></office:document-content>"
        );
        Content::new(xml.as_bytes()).sheets(&mut Budget::new(cells))
    }

    #[test]
    fn values_texts_and_gaps_keep_their_places() {
        let read = sheets(
            "<table:table table:name=\"Data\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
             <table:table-row><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"string\">\
             <office:annotation><text:p>catatan</text:p></office:annotation><text:p>Ma&apos;ruf<text:s text:c=\"2\"/>A</text:p><text:p>B</text:p>\
             </table:table-cell><table:table-cell office:value-type=\"date\" office:date-value=\"1999-05-12\"><text:p>12/05/99</text:p></table:table-cell>\
             <table:table-cell office:value-type=\"float\" office:value=\"3.2e15\"/>\
             <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/></table:table-row>\
             <table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>\
             <table:table table:name=\"Kode\" table:style-name=\"ta2\"/>",
            100,
        )
        .unwrap();
        assert_eq!(read[0].rows.len(), 3);
        assert_eq!(read[0].rows[2][..3], [Cell::Empty, Cell::Empty, Cell::Text("Ma'ruf  A\nB".into())]);
        assert!(matches!(read[0].rows[2][3], Cell::Date(_)));
        assert_eq!(read[0].rows[2][4..], [Cell::Number(3.2e15), Cell::Bool(true)]);
        assert!(read[1].hidden && !read[0].hidden);
    }

    #[test]
    fn repeated_rows_are_unfolded_and_paid_for() {
        let row = |times: u32| {
            format!(
                "<table:table table:name=\"x\"><table:table-row table:number-rows-repeated=\"{times}\">\
                 <table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"4\"><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
            )
        };
        assert_eq!(sheets(&row(3), 100).unwrap()[0].rows, vec![vec![Cell::Text("a".into()); 4]; 3]);
        assert_eq!(sheets(&row(1_000_000), 1000).unwrap_err().code(), "too-large");
    }

    #[test]
    fn content_that_ends_too_early_is_damage() {
        assert_eq!(
            Content::new(&b"<table:table><table:table-row>"[..]).sheets(&mut Budget::new(9)).unwrap_err().code(),
            "damaged"
        );
    }
}
