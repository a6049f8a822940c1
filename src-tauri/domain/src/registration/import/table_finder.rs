//! Where the table lies on a sheet: under title rows and a header of one or two rows, above totals and signatures.

use super::{
    cell::{Cell, Sheet, at},
    headers::{Target, meaning},
};
use std::collections::HashSet;

/// A header is looked for in this many rows from the top.
const HEADER_WITHIN: usize = 60;

/// A table on a sheet. Rows are counted from 0, as in `Sheet::rows`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The row of the header, the upper one of two.
    pub header_row: usize,
    /// What stands over each column.
    pub headers: Vec<Header>,
    /// The rows with data, top to bottom; blank rows, repeated headers and what follows the table are left out.
    pub rows: Vec<usize>,
}

/// What stands over one column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// The words right over the column.
    pub text: String,
    /// The words of the wider cell above, when the header has two rows.
    pub above: String,
}

impl Header {
    /// The header as one line: `Alamat / Desa`.
    pub fn line(&self) -> String {
        match (self.above.is_empty(), self.text.is_empty()) {
            (true, _) => self.text.clone(),
            (false, true) => self.above.clone(),
            (false, false) => format!("{} / {}", self.above, self.text),
        }
    }

    /// What the header means, with confidence: first its own words, where they need it together with those above.
    pub(super) fn meaning(&self) -> Option<(Target, u8)> {
        if self.above.is_empty() {
            return meaning(&self.text);
        }
        let both = meaning(&format!("{} {}", self.text, self.above));
        match meaning(&self.text) {
            // "Nomor", "Nama" or "Tanggal" under a wider header says little by itself.
            Some((Target::Number | Target::FullName, _)) | None => both,
            alone => alone,
        }
    }
}

/// The best table of a workbook: the sheet's place and the table.
pub fn best_table(sheets: &[Sheet]) -> Option<(usize, Table)> {
    let worth = |sheet: &Sheet, table: &Table| {
        let targets: HashSet<_> = table.headers.iter().filter_map(Header::meaning).map(|(target, _)| target).collect();
        let has = |target| usize::from(targets.contains(&target));
        (!sheet.hidden, targets.len() + 5 * has(Target::Nik) + 5 * has(Target::FullName), table.rows.len())
    };
    let tables = sheets.iter().enumerate().filter_map(|(place, sheet)| Some((place, find_table(sheet)?)));
    tables.max_by_key(|(place, table)| (worth(&sheets[*place], table), usize::MAX - place))
}

/// The table of one sheet, or `None` when no row looks like a header.
pub fn find_table(sheet: &Sheet) -> Option<Table> {
    let header_row = header_row(sheet)?;
    let (headers, mut first) = headers(sheet, header_row);
    if sheet.rows.get(first).is_some_and(|row| is_numbering(row)) {
        first += 1;
    }
    let rows = data_rows(sheet, &headers, header_row, first);
    (!rows.is_empty()).then_some(Table { header_row, headers, rows })
}

/// How many different targets a row's cells name.
fn named(row: &[Cell]) -> usize {
    let meanings = row.iter().filter_map(|cell| match cell {
        Cell::Text(text) if text.len() <= 120 => meaning(text),
        _ => None,
    });
    // A single letter is a word of the data as often as a header.
    meanings
        .filter(|(target, _)| *target != Target::Ignore && !target.is_tick())
        .map(|(target, _)| target)
        .collect::<HashSet<_>>()
        .len()
}

fn header_row(sheet: &Sheet) -> Option<usize> {
    let scored = sheet.rows.iter().take(HEADER_WITHIN).map(|row| named(row)).enumerate();
    let (row, score) = scored.max_by_key(|(row, score)| (*score, usize::MAX - row))?;
    if score >= 2 {
        // The lower of two header rows may name more targets than the upper one.
        let upper = row
            .checked_sub(1)
            .filter(|upper| named(&sheet.rows[*upper]) >= 2 && !sheet.rows[*upper].iter().any(is_figure));
        return Some(upper.unwrap_or(row));
    }
    // No known words: the first row of three or more texts over a row that is as full.
    let texts = |row: &[Cell]| row.iter().filter(|cell| matches!(cell, Cell::Text(_)) && !cell.is_blank()).count();
    let full = |row: &[Cell]| row.iter().filter(|cell| !cell.is_blank()).count();
    sheet.rows.windows(2).take(HEADER_WITHIN).position(|two| {
        texts(&two[0]) >= 3
            && texts(&two[0]) == full(&two[0])
            && !two[0].iter().any(is_figure)
            && full(&two[1]) + 2 >= full(&two[0])
    })
}

/// A cell of figures: a number, a date, or a text of digits and signs.
fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) | Cell::Date(_) => true,
        Cell::Text(text) => {
            text.chars().filter(|c| c.is_ascii_digit()).count() > text.chars().filter(|c| c.is_alphabetic()).count()
        }
        _ => false,
    }
}

/// The headers, and the first row under them.
fn headers(sheet: &Sheet, upper: usize) -> (Vec<Header>, usize) {
    let empty = Vec::new();
    let (top, below) = (&sheet.rows[upper], sheet.rows.get(upper + 1).unwrap_or(&empty));
    if !continues(top, below) {
        let headers = top.iter().map(|cell| Header { text: cell.text(), above: String::new() }).collect();
        return (headers, upper + 1);
    }
    let mut over = String::new();
    let headers = (0..top.len().max(below.len())).map(|column| {
        let (own, under) = (at(top, column).text(), at(below, column).text());
        // A merged cell keeps its words in its first column only.
        if !own.is_empty() {
            over = own.clone();
        }
        if under.is_empty() {
            Header { text: own, above: String::new() }
        } else {
            Header { text: under, above: over.clone() }
        }
    });
    (headers.collect(), upper + 2)
}

/// Whether a row is the lower half of a header: words only, and they name columns, alone or with those above.
fn continues(top: &[Cell], below: &[Cell]) -> bool {
    let filled: Vec<_> = below.iter().enumerate().filter(|(_, cell)| !cell.is_blank()).collect();
    if filled.is_empty() || filled.iter().any(|(_, cell)| is_figure(cell) || !matches!(cell, Cell::Text(_))) {
        return false;
    }
    let names = filled.iter().filter(|(column, cell)| {
        let over = top.iter().take(column + 1).rev().find(|cell| !cell.is_blank()).map(Cell::text).unwrap_or_default();
        Header { text: cell.text(), above: over }.meaning().is_some_and(|(target, _)| {
            // A combined meaning that is the upper header's own proves nothing: the cell may be data.
            meaning(&cell.text()).is_some() || meaning(&at(top, *column).text()).is_none_or(|(own, _)| own != target)
        })
    });
    names.count() * 2 >= filled.len()
}

/// `1 2 3 4 …` or `(1) (2) (3) …` under the header.
fn is_numbering(row: &[Cell]) -> bool {
    let numbers: Option<Vec<u32>> = row
        .iter()
        .filter(|cell| !cell.is_blank())
        .map(|cell| cell.text().trim_matches(['(', ')', '.', ' ']).parse().ok())
        .collect();
    numbers.is_some_and(|numbers| numbers.len() >= 3 && numbers.windows(2).all(|two| two[1] == two[0] + 1))
}

/// The rows from `first` down that are the table's.
fn data_rows(sheet: &Sheet, headers: &[Header], header_row: usize, first: usize) -> Vec<usize> {
    let number_column = headers.iter().position(|header| matches!(header.meaning(), Some((Target::Number, _))));
    let width = headers.iter().filter(|header| !header.text.is_empty() || !header.above.is_empty()).count();
    let enough = (width * 2 / 5).max(3).min(width.max(1));
    let head = &sheet.rows[header_row];
    let mut rows = Vec::new();
    // Sparse rows wait until a full row shows that the table goes on.
    let mut waiting: Vec<usize> = Vec::new();
    let mut ended = false;
    for (place, row) in sheet.rows.iter().enumerate().skip(first) {
        let filled =
            row.iter().enumerate().filter(|(column, cell)| !cell.is_blank() && Some(*column) != number_column).count();
        if filled == 0 {
            // Pre-numbered empty rows are blank; a gap parts the table from what follows it.
            ended |= !waiting.is_empty();
        } else if filled >= enough || row.iter().any(is_identity_number) {
            if row.as_slice() == head.as_slice() || is_numbering(row) {
                continue;
            }
            rows.append(&mut waiting);
            rows.push(place);
            ended = false;
        } else if is_footer(row) {
            ended = true;
        } else if !ended || !waiting.is_empty() {
            waiting.push(place);
        }
    }
    // Of the sparse rows at the end, those right under the table are its own.
    let tail = waiting.iter().zip(rows.last().copied().unwrap_or(first) + 1..).take_while(|(row, next)| *row == next);
    let tail: Vec<usize> = tail.map(|(row, _)| *row).collect();
    rows.extend(tail);
    rows
}

fn is_identity_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => (1e15..1e16).contains(number),
        Cell::Text(text) => text.len() < 40 && text.chars().filter(char::is_ascii_digit).count() == 16,
        _ => false,
    }
}

/// Totals, places and dates of signing, signatures.
fn is_footer(row: &[Cell]) -> bool {
    const FIRST: [&str; 30] = [
        "mengetahui",
        "menyetujui",
        "jumlah",
        "total",
        "jml",
        "keterangan",
        "ket",
        "catatan",
        "kepala",
        "ketua",
        "panitia",
        "petugas",
        "penanggung",
        "nip",
        "ttd",
        "dicetak",
        "dibuat",
        "disetujui",
        "diperiksa",
        "tertanda",
        "an",
        "plt",
        "plh",
        "camat",
        "lurah",
        "sekretaris",
        "operator",
        "koordinator",
        "hormat",
        "demikian",
    ];
    row.iter().filter(|cell| !cell.is_blank()).any(|cell| {
        let words = crate::base::text::words(&cell.text());
        words.first().is_some_and(|word| FIRST.contains(&word.as_str())) || words.iter().any(|word| word == "nip")
    })
}

#[cfg(test)]
mod tests {
    use super::super::made_up::sheet;
    use super::*;

    fn lines(sheet: &Sheet) -> Vec<String> {
        find_table(sheet).unwrap().headers.iter().map(Header::line).collect()
    }

    #[test]
    fn a_table_lies_under_titles_and_above_signatures() {
        let sheet = sheet(
            "DAFTAR PENDAFTAR PELATIHAN\nTAHUN 2026\n\nNo|Nama|NIK|HP\n1|2|3|4\n1|Ani|3216014101990001|0812\n\n2|Budi|3216010101990001|0813\n\
             3|||\n4|||\n|Jumlah|2\n\n||Bekasi, 24 November 2026\n|Mengetahui|Kepala UPTD\n||Drs. H. Karto\n||NIP. 196801011990031001",
        );
        let table = find_table(&sheet).unwrap();
        assert_eq!((table.header_row, table.rows), (3, vec![5, 7]));
    }

    #[test]
    fn a_header_may_be_in_the_first_row_and_without_numbers() {
        let table = find_table(&sheet("NIK|Nama Lengkap\n3216014101990001|Ani\n3216010101990001|Budi")).unwrap();
        assert_eq!((table.header_row, table.rows), (0, vec![1, 2]));
    }

    #[test]
    fn a_header_of_two_rows_is_read_together() {
        let sheet = sheet(
            "DATA\nNO|NAMA|TEMPAT & TANGGAL LAHIR||ALAMAT|||NIK\n|||TANGGAL|DUSUN|DESA|KECAMATAN\n1|Ani|Bekasi|01-01-1999|Krajan|Setia Asih|Tarumajaya|3216014101990001",
        );
        assert_eq!(
            lines(&sheet)[3..7],
            ["TEMPAT & TANGGAL LAHIR / TANGGAL", "ALAMAT / DUSUN", "ALAMAT / DESA", "ALAMAT / KECAMATAN"]
        );
        assert_eq!(find_table(&sheet).unwrap().rows, [3]);
    }

    #[test]
    fn words_in_the_first_row_of_data_are_no_second_header() {
        let table =
            find_table(&sheet("Nama|Pendidikan|Alamat|Desa\nAni|SMA|Krajan|Setia Asih\nBudi|SMP|Kulon|Setia Mulya"))
                .unwrap();
        assert_eq!(table.rows, [1, 2]);
    }

    #[test]
    fn totals_between_villages_and_repeated_headers_are_no_rows() {
        let table = find_table(&sheet(
            "No|Nama|NIK|HP\n1|Ani|3216014101990001|0812\n|Jumlah||1\nNo|Nama|NIK|HP\n1|Budi|3216010101990001|0813\n2|Cici",
        ))
        .unwrap();
        assert_eq!(table.rows, [1, 4, 5]);
    }

    #[test]
    fn the_sheet_with_the_people_is_chosen_over_the_recap() {
        let mut sheets = vec![
            sheet("REKAP\nNo|Kecamatan|L|P|Jumlah\n1|Tarumajaya|1|1|2\n2|Babelan|0|1|1"),
            sheet("No|Nama|NIK\n1|Ani|3216014101990001"),
            sheet("No|Nama|NIK\n1|Ani|3216014101990001\n2|Budi|3216010101990001"),
        ];
        assert_eq!(best_table(&sheets).unwrap().0, 2);
        sheets[2].hidden = true;
        assert_eq!(best_table(&sheets).unwrap().0, 1);
        assert!(best_table(&[sheet("hanya judul")]).is_none() && best_table(&[]).is_none());
    }

    #[test]
    fn an_unknown_header_is_taken_from_its_form() {
        let table = find_table(&sheet("Liste\n\nAlpha|Beta|Gamma\nx|y|z\nu|v|w")).unwrap();
        assert_eq!((table.header_row, table.rows), (2, vec![3, 4]));
    }
}
