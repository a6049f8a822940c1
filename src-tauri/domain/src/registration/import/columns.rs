//! What each column holds: guessed from header and cells, one target at most once.

use super::{
    cell::Sheet,
    evidence::Evidence,
    headers::{Target, header_words},
    table_finder::{Header, Table},
};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// What one column is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnGuess {
    /// The header as one line.
    pub header: String,
    /// What the column holds.
    pub target: Target,
    /// 0 to 100; under 60 the clerk should look.
    pub confidence: u8,
}

/// Guesses every column of a table.
pub fn guess(sheet: &Sheet, table: &Table, today: NaiveDate) -> Vec<ColumnGuess> {
    let mut wishes: Vec<(u8, usize, Target)> = Vec::new();
    for (column, header) in table.headers.iter().enumerate() {
        let evidence = Evidence::of(sheet, table, column, today);
        wishes.extend(
            wishes_of(header, &evidence, today).into_iter().map(|(target, confidence)| (confidence, column, target)),
        );
    }
    // The strongest wish first; between equals the leftmost column.
    wishes.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut guesses: Vec<_> = table
        .headers
        .iter()
        .map(|header| ColumnGuess { header: header.line(), target: Target::Ignore, confidence: 0 })
        .collect();
    for (confidence, column, target) in wishes {
        let taken = target != Target::Ignore && guesses.iter().any(|guess| guess.target == target);
        if guesses[column].confidence == 0 && !taken {
            guesses[column].target = target;
            guesses[column].confidence = confidence;
        }
    }
    leave_lone_ticks(&mut guesses);
    guesses
}

/// Columns of ticks come in pairs, and say nothing beside a column that names the sex.
fn leave_lone_ticks(guesses: &mut [ColumnGuess]) {
    let has = |wanted: Target| guesses.iter().any(|guess| guess.target == wanted);
    if !has(Target::Sex) && has(Target::SexMale) && has(Target::SexFemale) {
        return;
    }
    for guess in guesses.iter_mut().filter(|guess| guess.target.is_tick()) {
        (guess.target, guess.confidence) = (Target::Ignore, 0);
    }
}

/// The targets that a column may have, each with confidence.
fn wishes_of(header: &Header, evidence: &Evidence, today: NaiveDate) -> Vec<(Target, u8)> {
    let by_cells = evidence.suggests(today);
    let Some((target, confidence)) = header.meaning() else {
        // A header that says something else than the cells look like: the cells count, with doubt.
        return doubtful(header, by_cells);
    };
    let weighed = match evidence.share(target) {
        Some(share) if share >= 60 => confidence.saturating_add(5).min(100),
        Some(share) if share < 20 => confidence / 2,
        _ => confidence,
    };
    // The second wish: a column "No" that holds NIKs, a column "KK" beside another one.
    let other = by_cells.filter(|(other, _)| *other != target && *other != Target::FullName && weighed < 60);
    std::iter::once((target, weighed)).chain(other).collect()
}

fn doubtful(header: &Header, by_cells: Option<(Target, u8)>) -> Vec<(Target, u8)> {
    let words = header_words(&header.text);
    let unnamed = words.is_empty();
    let says = |word: &str| words.iter().any(|said| said == word);
    match by_cells {
        // A name is guessed only where the header is silent: any column of words looks like names.
        Some((Target::FullName, confidence)) => {
            if unnamed {
                vec![(Target::FullName, confidence)]
            } else {
                Vec::new()
            }
        }
        Some((Target::RegisteredOn, _)) if says("tanggal") || says("tgl") || says("date") => {
            vec![(Target::RegisteredOn, 70)]
        }
        Some((target, _)) if says("status") => vec![(target, 70)],
        Some(wish) => vec![wish],
        None => Vec::new(),
    }
}

/// A text by which the same layout is known again: the header words in order.
pub fn fingerprint(table: &Table) -> String {
    table.headers.iter().map(|header| header_words(&header.line()).join(" ")).collect::<Vec<_>>().join("|")
}

#[cfg(test)]
mod tests {
    use super::super::{made_up::sheet, table_finder::find_table};
    use super::*;
    use crate::base::word::Word;
    use proptest::prelude::*;

    fn targets(text: &str) -> String {
        let sheet = sheet(text);
        let table = find_table(&sheet).unwrap();
        let guesses = guess(&sheet, &table, "2026-11-24".parse().unwrap());
        guesses.iter().map(|guess| guess.target.code()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_usual_office_table_is_understood() {
        assert_eq!(
            targets(
                "No|Nama Lengkap|No. KTP|TTL|Jenis Kelamin (L/P)|Ket\n1|Ani Wati|3216014101990001|Bekasi, 1 Januari 1999|P|-"
            ),
            "number full-name nik birth-place-and-date sex note"
        );
    }

    #[test]
    fn columns_in_odd_order_and_english_are_understood() {
        assert_eq!(
            targets(
                "Phone Number|Date of Birth|Full Name|ID Number|Gender|City\n081234567890|05/13/1999|Ani|3216015305990001|F|Bekasi"
            ),
            "phone birth-on full-name nik sex regency"
        );
    }

    #[test]
    fn a_header_of_two_rows_takes_its_meaning_from_both() {
        assert_eq!(
            targets(
                "NO|NAMA|LAHIR||ALAMAT|||NIK\n||TEMPAT|TANGGAL|DUSUN|DESA|KECAMATAN\n1|Ani|Bekasi|01-01-1999|Krajan|Setia Asih|Tarumajaya|3216014101990001"
            ),
            "number full-name birth-place birth-on address village district nik"
        );
    }

    #[test]
    fn cells_decide_where_the_header_is_silent_or_vague() {
        assert_eq!(
            targets(
                "No|Nama|Nomor Penduduk|Status|Tanggal|Kontak Person\n1|Ani|3216014101990001|Belum Kawin|20-11-2026|081234567890\n2|Budi|3216010101990001|Kawin|21-11-2026|081234567891"
            ),
            "number full-name nik marital registered-on phone"
        );
    }

    #[test]
    fn two_columns_of_ticks_are_the_sex_and_one_alone_is_nothing() {
        let head = "No|Nama|NIK|Jenis Kelamin||HP\n|||L|P|\n";
        assert_eq!(
            targets(&format!("{head}1|Ani|3216015205990001||V|081234567890")),
            "number full-name nik sex-male sex-female phone"
        );
        assert_eq!(targets("No|Nama|NIK|P\n1|Ani|3216015205990001|x"), "number full-name nik ignore");
        assert_eq!(
            targets("No|Nama|NIK|JK|L|P\n1|Ani|3216015205990001|P||1"),
            "number full-name nik sex ignore ignore"
        );
    }

    #[test]
    fn one_target_is_given_once_and_the_better_column_has_it() {
        assert_eq!(
            targets(
                "Nama|Nama Panggilan|NIK|No. KK|Alamat|Alamat KTP\nAni Wati|Ani|3216014101990001|3216011205060003|Krajan|Kulon"
            ),
            "full-name ignore nik kk-number address ignore"
        );
    }

    #[test]
    fn a_layout_is_known_again_by_its_words() {
        let print = |text: &str| fingerprint(&find_table(&sheet(text)).unwrap());
        assert_eq!(print("No.|NAMA|N I K\n1|A|3216014101990001"), print("JUDUL\nno|Nama|nik\n7|B|3216010101990001"));
        assert_ne!(print("No|Nama|NIK\n1|A|3216014101990001"), print("No|NIK|Nama\n1|3216014101990001|A"));
    }

    proptest! {
        #[test]
        fn columns_are_recognised_in_any_order(order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle()) {
            let columns = [
                ("No", "1", "number"), ("Nama", "Ani Wati", "full-name"), ("NIK", "3216014101990001", "nik"),
                ("Tgl Lahir", "01-01-1999", "birth-on"), ("L/P", "P", "sex"), ("Pendidikan", "SMA", "education"),
                ("No HP", "081234567890", "phone"), ("Kecamatan", "Tarumajaya", "district"),
            ];
            let pick = |part: fn(&(&'static str, &'static str, &'static str)) -> &'static str| {
                order.iter().map(|at| part(&columns[*at])).collect::<Vec<_>>()
            };
            let text = format!("{}\n{}", pick(|c| c.0).join("|"), pick(|c| c.1).join("|"));
            prop_assert_eq!(targets(&text), pick(|c| c.2).join(" "));
        }
    }
}
