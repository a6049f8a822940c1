//! Where a table lies on a sheet of text, and what its columns hold: guessed from the headings. Pure. Whoever reads a
//! kind of file brings its phrases: what a column may hold, and by which words offices head it.

use super::text::words;

/// What a column may hold, and the headings by which it is known, parted by `|`.
pub type Phrases<T> = [(T, &'static str)];

/// A heading is looked for in this many rows from the top.
const HEADER_WITHIN: usize = 40;

/// A table found on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTable<T> {
    /// Its columns, left to right: the heading, and what it is taken for.
    pub columns: Vec<(String, Option<T>)>,
    /// Its rows: the row of the sheet from 1, and the cells.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// What a heading means: the target of the longest phrase whose words all stand in it, in their order.
fn meaning<T: Copy>(phrases: &Phrases<T>, header: &str) -> Option<T> {
    let said = words(header);
    let stands = |phrase: &str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        said.windows(phrase.len()).any(|part| part.iter().map(String::as_str).eq(phrase.iter().copied()))
    };
    let all = phrases.iter().flat_map(|(target, list)| list.split('|').map(move |phrase| (*target, phrase)));
    // Among equally long ones the first of the table.
    all.filter(|(_, phrase)| stands(phrase))
        .enumerate()
        .max_by_key(|(at, (_, phrase))| (phrase.split(' ').count(), usize::MAX - at))
        .map(|(_, (target, _))| target)
}

/// The columns of a row of headings; each target is given once.
fn columns<T: Copy + PartialEq>(phrases: &Phrases<T>, row: &[String]) -> Vec<(String, Option<T>)> {
    let mut taken = Vec::new();
    row.iter()
        .map(|header| {
            let target = meaning(phrases, header).filter(|target| !taken.contains(target));
            taken.extend(target);
            (header.clone(), target)
        })
        .collect()
}

/// The table of a sheet; `None`: no row has two headings of these.
pub fn find_table<T: Copy + PartialEq>(phrases: &Phrases<T>, rows: &[Vec<String>]) -> Option<FoundTable<T>> {
    let known = |row: &Vec<String>| columns(phrases, row).iter().filter(|(_, target)| target.is_some()).count();
    let scored = rows.iter().take(HEADER_WITHIN).map(known).enumerate();
    let (at, score) = scored.max_by_key(|(at, score)| (*score, usize::MAX - at))?;
    if score < 2 {
        return None;
    }
    let filled = |row: &&(usize, Vec<String>)| row.1.iter().any(|cell| !cell.trim().is_empty());
    let below: Vec<(usize, Vec<String>)> =
        rows.iter().enumerate().skip(at + 1).map(|(place, row)| (place + 1, row.clone())).collect();
    Some(FoundTable { columns: columns(phrases, &rows[at]), rows: below.iter().filter(filled).cloned().collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASES: &Phrases<u8> = &[(1, "nama|nama program"), (2, "kode|kode program"), (3, "jumlah")];

    #[test]
    fn the_longest_phrase_counts_and_each_target_is_given_once() {
        let rows = |text: &str| -> Vec<Vec<String>> {
            text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
        };
        let table =
            find_table(PHRASES, &rows("Daftar\n\nKode Program|Nama|Nama lain|Jumlah\na|b|c|1\n | | | ")).expect("one");
        let targets: Vec<Option<u8>> = table.columns.iter().map(|(_, target)| *target).collect();
        assert_eq!(targets, [Some(2), Some(1), None, Some(3)]);
        assert_eq!(table.rows, [(4, ["a", "b", "c", "1"].map(str::to_owned).to_vec())]);
        assert_eq!(find_table(PHRASES, &rows("Nama\nx")), None, "one heading is no table");
    }
}
