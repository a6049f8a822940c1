//! A web page saved as `.xls`, as many portals export their lists: its simple tables are read, anything more is refused.

use super::rows::{Budget, Rows};
use super::{Cell, ReadError, Sheet};

/// One sheet for each table on the page.
pub(super) fn read(page: &str, mut budget: Budget) -> Result<Vec<Sheet>, ReadError> {
    let mut tables: Vec<Table> = Vec::new();
    let mut inside = false;
    let mut parts = Parts { rest: page };
    while let Some(part) = parts.next() {
        match (part, tables.last_mut().filter(|_| inside)) {
            (Part::Open("table", _), Some(_)) => return Err(ReadError::NoSimpleTable),
            (Part::Open("table", _), None) => {
                tables.push(Table::default());
                inside = true;
            }
            (Part::Close("table"), _) => inside = false,
            (Part::Open("script" | "style", _), _) => parts.skip_raw(),
            (Part::Open(tag, attributes), Some(table)) => table.open(tag, attributes, &mut budget)?,
            (Part::Close("td" | "th" | "tr"), Some(table)) => table.end_cell(&mut budget)?,
            (Part::Text(text), Some(table)) => table.text(text),
            _ => {}
        }
    }
    if tables.is_empty() {
        return Err(ReadError::NoSimpleTable);
    }
    let sheet = |(at, table): (usize, Table)| {
        Ok(Sheet { name: format!("Tabel {}", at + 1), rows: table.finish(&mut budget)?, hidden: false })
    };
    tables.into_iter().enumerate().map(sheet).collect()
}

/// A table while it is being read.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<Option<String>>>,
    cell: Option<OpenCell>,
    /// For each column the row up to which a cell from above reaches.
    held: Vec<usize>,
}

struct OpenCell {
    text: String,
    across: usize,
    down: usize,
}

impl Table {
    fn open(&mut self, tag: &str, attributes: &str, budget: &mut Budget) -> Result<(), ReadError> {
        match tag {
            "tr" => {
                self.end_cell(budget)?;
                budget.take(1)?;
                self.rows.push(Vec::new());
            }
            "td" | "th" => {
                self.end_cell(budget)?;
                if self.rows.is_empty() {
                    self.rows.push(Vec::new());
                }
                let span =
                    |name| attribute(attributes, name).and_then(|n| n.parse().ok()).unwrap_or(1_usize).clamp(1, 1000);
                self.cell = Some(OpenCell { text: String::new(), across: span("colspan"), down: span("rowspan") });
            }
            "br" | "p" | "div" | "li" => self.break_line(),
            _ => {}
        }
        Ok(())
    }

    fn break_line(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.text.push('\n');
        }
    }

    /// Text of the page: runs of blanks and line ends are one blank.
    fn text(&mut self, text: &str) {
        let Some(cell) = &mut self.cell else { return };
        let text = unescape(text);
        for character in text.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r') {
                if !cell.text.ends_with([' ', '\n']) {
                    cell.text.push(' ');
                }
            } else {
                cell.text.push(character);
            }
        }
    }

    fn end_cell(&mut self, budget: &mut Budget) -> Result<(), ReadError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let at = self.rows.len() - 1;
        let line = &mut self.rows[at];
        while self.held.get(line.len()).is_some_and(|until| *until > at) {
            budget.take(1)?;
            line.push(None);
        }
        budget.take(cell.across)?;
        let from = line.len();
        line.push(Some(cell.text));
        line.extend(std::iter::repeat_n(None, cell.across - 1));
        if cell.down > 1 {
            self.held.resize(self.held.len().max(line.len()), 0);
            self.held[from..line.len()].fill(at + cell.down);
        }
        Ok(())
    }

    fn finish(mut self, budget: &mut Budget) -> Result<Vec<Vec<Cell>>, ReadError> {
        self.end_cell(budget)?;
        let mut rows = Rows::new(budget);
        for (at, line) in self.rows.iter().enumerate() {
            for (column, text) in line.iter().enumerate() {
                let text = text.as_deref().unwrap_or_default().trim_matches([' ', '\n', '\u{a0}']);
                rows.put(at, column, Cell::text(text))?;
            }
        }
        Ok(rows.finish())
    }
}

/// A piece of the page; names are in small letters.
enum Part<'p> {
    Open(&'p str, &'p str),
    Close(&'p str),
    Text(&'p str),
}

/// The tags that matter; all others are only walked past.
const TAGS: [&str; 10] = ["table", "tr", "td", "th", "br", "p", "div", "li", "script", "style"];

/// The page, piece by piece.
struct Parts<'p> {
    rest: &'p str,
}

impl<'p> Parts<'p> {
    fn next(&mut self) -> Option<Part<'p>> {
        while !self.rest.is_empty() {
            let Some(inside) = self.rest.strip_prefix('<') else {
                let (text, rest) = self.rest.split_at(self.rest.find('<').unwrap_or(self.rest.len()));
                self.rest = rest;
                return Some(Part::Text(text));
            };
            if let Some(comment) = inside.strip_prefix("!--") {
                self.rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
                continue;
            }
            let first = inside.chars().next();
            if !first.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
                // A lone sign in the text, as in "usia < 30".
                let (text, rest) = self.rest.split_at(1);
                self.rest = rest;
                return Some(Part::Text(text));
            }
            let (tag, rest) = inside.split_at(tag_end(inside));
            self.rest = rest.strip_prefix('>').unwrap_or(rest);
            let (closing, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
            let (name, attributes) = tag.split_at(tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len()));
            match TAGS.iter().find(|known| known.eq_ignore_ascii_case(name)) {
                Some(name) if closing => return Some(Part::Close(name)),
                Some(name) => return Some(Part::Open(name, attributes)),
                None => {}
            }
        }
        None
    }

    /// Leaves out what stands inside a script or a style sheet.
    fn skip_raw(&mut self) {
        self.rest = self.rest.find("</").map_or("", |end| &self.rest[end..]);
    }
}

/// Where the tag ends; a `>` inside a quoted attribute does not end it.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// The value of an attribute, with or without quotation marks.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let at = attributes.to_ascii_lowercase().find(name)?;
    let value = attributes[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    Some(&value[..value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len())])
}

/// Puts letters in the place of `&amp;` and its kin; what is not known stays as it is.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(&rest[1..end])?, end))) {
            Some((character, end)) => {
                out.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "eacute" => 'é',
        "ndash" => '–',
        "rsquo" => '’',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(page: &str) -> Vec<Vec<String>> {
        let sheets = read(page, Budget::new(10_000)).unwrap();
        sheets[0]
            .rows
            .iter()
            .map(|row| {
                row.iter().map(|cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() }).collect()
            })
            .collect()
    }

    #[test]
    fn a_simple_table_is_read_with_its_entities_and_line_breaks() {
        let page = "<html><style>td{mso-number-format:\"\\@\"}</style><TABLE><TR><TH>Nama</TH><th>Alamat</th></tr>\n\
            <tr><td style='a>b'>Ma&#39;ruf &amp; &lt;anak&gt;</td><td>Jl. A<br>\n RT 1&nbsp;</td></tr></TABLE>";
        assert_eq!(rows(page), [["Nama", "Alamat"], ["Ma'ruf & <anak>", "Jl. A\nRT 1"]]);
    }

    #[test]
    fn spans_keep_the_columns_in_place() {
        let page = "<table><tr><td colspan=3>JUDUL</td></tr><tr><td rowspan=\"2\">1</td><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>";
        assert_eq!(rows(page), [vec!["JUDUL"], vec!["1", "a", "b"], vec!["", "c", "d"]]);
    }

    #[test]
    fn cells_and_rows_that_are_never_closed_are_understood() {
        assert_eq!(rows("<table><tr><td>1<td>2<tr><td>usia < 30<td>4"), [["1", "2"], ["usia < 30", "4"]]);
    }

    #[test]
    fn tables_in_tables_and_pages_without_any_are_refused() {
        assert_eq!(read("<table><tr><td><table>", Budget::new(10)).unwrap_err().code(), "no-simple-table");
        assert_eq!(read("<html><frameset><frame src='a.htm'>", Budget::new(10)).unwrap_err().code(), "no-simple-table");
    }

    #[test]
    fn wide_spans_are_paid_for() {
        let page = "<table>".to_owned() + &"<tr><td colspan=1000>x".repeat(20);
        assert_eq!(read(&page, Budget::new(10_000)).unwrap_err().code(), "too-large");
    }
}
