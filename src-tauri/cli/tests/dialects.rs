//! Tables as offices write them, from a file on the disk to the verdicts of `balai import FILE --dry-run --json`. What
//! each row must become is written by hand.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// A file in a folder of its own.
fn file(name: &str, bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    (folder, path)
}

fn workbook(fill: impl FnOnce(&mut Workbook)) -> (TempDir, PathBuf) {
    let mut book = Workbook::new();
    fill(&mut book);
    file("daftar.xlsx", &book.save_to_buffer().expect("a workbook"))
}

/// A sheet of texts: a line per row, `|` between cells.
fn lines(sheet: &mut Worksheet, text: &str) {
    for (row, line) in text.lines().enumerate() {
        for (column, cell) in line.split('|').enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let (row, column) = (u32::try_from(row).expect("few"), u16::try_from(column).expect("few"));
            sheet.write_string(row, column, cell).expect("written");
        }
    }
}

fn told(path: &Path, more: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_balai"));
    command.arg("import").arg(path).args(["--dry-run", "--json"]).args(more);
    let nowhere = path.with_extension("nowhere");
    command.env("BALAI_DATA", nowhere).env_remove("BALAI_PASSPHRASE").stdin(Stdio::null());
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Rows as `row verdict reasons`; the totals are those of the rows.
fn verdicts(told: &Value) -> Vec<String> {
    let rows = told["rows"].as_array().expect("rows");
    let count = |verdict: &str| rows.iter().filter(|row| row["verdict"] == verdict).count();
    let totals = &told["totals"];
    assert_eq!(totals["rows"], rows.len());
    for verdict in ["accept", "warn", "reject"] {
        assert_eq!(totals[verdict], count(verdict), "{verdict}");
    }
    let line = |row: &Value| {
        let reasons = row["reasons"].as_array().expect("reasons").iter().filter_map(Value::as_str);
        let said = [row["row"].to_string(), row["verdict"].as_str().unwrap_or_default().to_owned()];
        said.into_iter().chain(reasons.map(str::to_owned)).collect::<Vec<_>>().join(" ")
    };
    rows.iter().map(line).collect()
}

fn of_csv(text: &str) -> Vec<String> {
    let (_folder, path) = file("daftar.csv", text.as_bytes());
    verdicts(&told(&path, &[]))
}

#[test]
fn ticks_under_l_and_p_in_a_header_of_two_rows_with_merged_cells() {
    let (_folder, path) = workbook(|book| {
        let sheet = book.add_worksheet();
        let middle = Format::new();
        sheet.merge_range(0, 0, 0, 6, "DAFTAR CALON PESERTA PELATIHAN", &middle).expect("title");
        for (column, words) in [(0, "NO"), (1, "NAMA LENGKAP"), (2, "NIK"), (5, "TGL LAHIR"), (6, "NO. HP")] {
            sheet.merge_range(2, column, 3, column, words, &middle).expect("header");
        }
        sheet.merge_range(2, 3, 2, 4, "JENIS KELAMIN", &middle).expect("header");
        sheet.write_string(3, 3, "L").expect("l").write_string(3, 4, "P").expect("p");
        // Name, NIK, tick of L, tick of P, birth.
        let people = [
            ("Ani Wati", "3216015205990001", "", "✓", "12/05/1999"),
            ("Budi Santoso", "3216011305990001", "v", "", "13/05/1999"),
            ("Citra Dewi", "3216015405990001", "x", "", "14/05/1999"),
            ("Dedi Kurnia", "3216011505990001", "1", "1", "15/05/1999"),
            ("Eka Putri", "3216015605990001", "-", "X", "16/05/1999"),
            ("Fajar Hadi", "3216011705990001", "", "", "17/05/1999"),
            ("Gita Lestari", "3216015805990001", "", "ü", "18/05/1999"),
            ("Hadi Wijaya", "3216011905990001", "entah", "", "19/05/1999"),
        ];
        for (row, (name, nik, male, female, birth)) in (4..).zip(people) {
            sheet.write_number(row, 0, row - 3).expect("number");
            for (column, text) in [(1, name), (2, nik), (3, male), (4, female), (5, birth), (6, "081234567890")] {
                sheet.write_string(row, column, text).expect("cell");
            }
        }
    });
    let expected = [
        "1 accept",
        "2 accept",
        "3 warn sex-differs",
        "4 warn sex-unreadable",
        "5 accept",
        "6 accept",
        "7 accept",
        "8 warn sex-unreadable",
    ];
    assert_eq!(verdicts(&told(&path, &[])), expected);
}

#[test]
fn ticks_by_figure_and_by_truth_value() {
    let (_folder, path) = workbook(|book| {
        let sheet = book.add_worksheet();
        lines(sheet, "No|Nama|No. KTP|L|P|Pendidikan\n1|Ani|3216015205990001|||SMA\n2|Budi|3216011305990001|||SMK");
        sheet.write_number(1, 4, 1).expect("one").write_number(1, 3, 0).expect("nought");
        sheet.write_boolean(2, 3, true).expect("true").write_boolean(2, 4, true).expect("true");
    });
    assert_eq!(verdicts(&told(&path, &[])), ["1 accept", "2 warn sex-unreadable"]);
}

#[test]
fn place_and_date_in_one_column_and_neighbourhood_in_the_address() {
    assert_eq!(
        of_csv(
            "No;Nama;NIK;Tempat, Tgl Lahir;L/P;Alamat RT/RW;Desa/Kel;Kecamatan\n\
             1;Ani;3216015205990001;Bekasi, 12 Mei 1999;P;Kp. Rawa No 3 RT 05/01;Pantai Makmur;Tarumajaya\n\
             2;Budi;3216011305990001;Jakarta/13-05-1999;L;Jl. Mawar RT.001 RW.002;Setia Asih;Tarumajaya\n\
             3;Cici;3216015405990001;Bekasi;P;-;;\n\
             4;Dedi;3216011505990001;Bekasi, 31 Februari 1999;L;-;;"
        ),
        ["1 accept", "2 accept", "3 accept", "4 reject birth-date-unreadable"]
    );
}

#[test]
fn numbers_with_spaces_apostrophes_and_points_and_those_that_are_none() {
    assert_eq!(
        of_csv(
            "No;Nama;NIK\n1;Ani;'3216015205990001\n2;Budi;3216 0113 0599 0001\n3;Cici;3216.0154.0599.0001\n4;Dedi;\"3,21602E+15\"\n\
             5;Eka;32160156059900\n6;Fani;321601570599000A\n7;Gita;\n8;Hadi;3216019905990001\n9;Ida;3216016005990000\n10;;3216016105990001\n\
             11;ANI;3216015205990001"
        ),
        [
            "1 accept",
            "2 accept",
            "3 accept",
            "4 reject nik-numeric-cell",
            "5 reject nik-length",
            "6 reject nik-not-digits",
            "7 reject nik-missing",
            "8 reject nik-date",
            "9 reject nik-sequence",
            "10 reject name-missing",
            "11 reject duplicate-in-file"
        ]
    );
}

#[test]
fn a_number_cell_has_lost_a_digit_and_a_date_cell_is_a_date() {
    let (_folder, path) = workbook(|book| {
        let sheet = book.add_worksheet();
        lines(sheet, "No|Nama Peserta|NIK|Tanggal Lahir\n|Ani|3216015205990001|\n|Budi||");
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let born = |day: u8| ExcelDateTime::from_ymd(1999, 5, day).expect("a day");
        sheet.write_datetime_with_format(1, 3, born(12), &day).expect("a date");
        sheet.write_number(2, 2, 3_216_011_305_990_001_f64).expect("a number");
        sheet.write_datetime_with_format(2, 3, born(13), &day).expect("a date");
    });
    assert_eq!(verdicts(&told(&path, &[])), ["1 accept", "2 reject nik-numeric-cell"]);
}

#[test]
fn of_several_sheets_the_one_with_the_people_is_read_and_another_when_named() {
    let (_folder, path) = workbook(|book| {
        lines(
            book.add_worksheet().set_name("REKAP").expect("name"),
            "REKAP PENDAFTAR PER KECAMATAN\n\nNo|Kecamatan|L|P|Jumlah\n1|Tarumajaya|1|1|2\n2|Babelan|3|4|7\n|Jumlah|4|5|9",
        );
        lines(
            book.add_worksheet().set_name("Pilihan").expect("name").set_hidden(true),
            "No|Nama|NIK\n1|Contoh|3216015205990009\n2|Contoh|3216015205990008\n3|Contoh|3216015205990007",
        );
        lines(
            book.add_worksheet().set_name("Gelombang 2").expect("name"),
            "PENDAFTAR\n\nNo|Nama|NIK|Kecamatan\n1|Ani|3216015205990001|Tarumajaya\n\n2|Budi|3216011305990001|Babelan\n3|||\n|Jumlah||2\n\n||Bekasi, 24 November 2026\n||Kepala UPTD,\n||Drs. H. Karto\n||NIP. 196801011990031001",
        );
        lines(book.add_worksheet().set_name("Gelombang 1").expect("name"), "No|Nama|NIK\n1|Cici|3216015405990001");
    });
    assert_eq!(verdicts(&told(&path, &[])), ["1 accept", "2 accept"]);
    assert_eq!(verdicts(&told(&path, &["--sheet", "Gelombang 1"])), ["1 accept"]);
}

#[test]
fn separators_and_code_pages_of_text_files() {
    let text =
        "No;Nama;NIK;Alamat\n1;René Siahaan;3216011305990001;\"Jl. Café; no. 2\"\n2;Ani;3216015205990001;Jl. Mawar";
    let expected = ["1 accept", "2 accept"];
    assert_eq!(of_csv(text), expected);
    assert_eq!(of_csv(&format!("\u{feff}{}", text.replace('\n', "\r\n"))), expected);
    assert_eq!(of_csv(&text.replace(';', "\t")), expected);
    assert_eq!(of_csv(&format!("sep=;\n{text}")), expected);
    assert_eq!(
        of_csv("No,Nama,NIK,Alamat\n1,Budi,3216011305990001,\"Jl. Mawar, no. 2\"\n2,Ani,3216015205990001,-"),
        expected
    );
    let old: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect();
    let (_folder, path) = file("lama.csv", &old);
    assert_eq!(verdicts(&told(&path, &[])), expected);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let (_folder, path) = file("unicode.txt", &wide);
    assert_eq!(verdicts(&told(&path, &[])), expected);
}

#[test]
fn old_workbooks_and_open_documents_are_read_alike() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    for name in ["daftar.xls", "daftar.ods"] {
        assert_eq!(verdicts(&told(&fixtures.join(name), &[])), ["1 accept", "2 reject nik-numeric-cell"], "{name}");
    }
    let page = "<table><tr><th>Nama<th>NIK<th>L<th>P<tr><td>Ani<td>3216015205990001<td><td>V</table>";
    let (_folder, path) = file("unduhan.xls", page.as_bytes());
    assert_eq!(verdicts(&told(&path, &[])), ["1 accept"]);
}

#[test]
fn dates_month_first_are_known_from_the_whole_column_and_doubtful_ones_ask() {
    let american = "Nama;NIK;Tgl Lahir\nAni;3216015205990001;05/12/1999\nBudi;3216012505990001;05/25/1999";
    assert_eq!(of_csv(american), ["1 accept", "2 accept"]);
    let written = "Nama;NIK;Tgl Lahir\nAni;3216015205990001;12-05-1999\nBudi;3216011305990001;13/05/99\n\
                   Cici;3216015405990001;14 Mei 1999\nDedi;3216011505990001;1999-05-15\nEka;3216015605990001;16.05.1999\n\
                   Fani;3216015705990001;17-Mei-99\nGita;3216015805990001;30-02-1999\nHana;3216015905990001;19-05-2031";
    assert_eq!(
        of_csv(written),
        [
            "1 accept",
            "2 accept",
            "3 accept",
            "4 accept",
            "5 accept",
            "6 accept",
            "7 reject birth-date-unreadable",
            "8 reject birth-date-future"
        ]
    );
    // Neither a date nor a NIK tells the order: the file asks, and follows the answer.
    let either = "Nama;NIK;Tgl Lahir\nAni;3216015505990001;05/12/1999\nBudi;3216010906990001;06/07/1999";
    let (_folder, path) = file("dua-arti.csv", either.as_bytes());
    let asked = told(&path, &[]);
    assert_eq!(asked["dates"][0]["asks"], true);
    assert_eq!(
        verdicts(&asked),
        ["1 warn birth-date-differs birth-date-ambiguous", "2 warn birth-date-differs birth-date-ambiguous"]
    );
    let answered = told(&path, &["--date-order", "month"]);
    assert_eq!(answered["dates"][0]["asks"], false);
    assert_eq!(verdicts(&answered), ["1 warn birth-date-differs", "2 warn birth-date-differs"]);
}

#[test]
fn titles_numbering_repeated_headers_and_subtotals_are_no_rows() {
    let (_folder, path) = workbook(|book| {
        lines(
            book.add_worksheet(),
            "PEMERINTAH KABUPATEN BEKASI\nDINAS KETENAGAKERJAAN\nDAFTAR HADIR PESERTA\n\nKejuruan : Las|||||\n\n\
             NO|N A M A|N I K|TEMPAT TANGGAL LAHIR||JK|ALAMAT|||\n|||TEMPAT|TANGGAL||KAMPUNG/JALAN|RT|RW|DESA\n1|2|3|4|5|6|7|8|9|10\n\
             1|ANI WATI|3216015205990001|BEKASI|12-05-1999|P|KP. RAWA|05|01|PANTAI MAKMUR\n\
             2|BUDI|3216011305990001|BEKASI|13-05-1999|L|JL. MAWAR|001|002|SETIA ASIH\n|Jumlah|2 orang|||||||\n\
             NO|N A M A|N I K|TEMPAT TANGGAL LAHIR||JK|ALAMAT|||\n\
             3|CICI|3216015405990001|BEKASI|14-05-1999|P|-|||\n\nKeterangan : L = Laki-laki|||||||||\n|||||||Mengetahui,||",
        );
    });
    assert_eq!(verdicts(&told(&path, &[])), ["1 accept", "2 accept", "3 accept"]);
}

#[test]
fn hostile_files_are_refused_in_words_and_make_nothing() {
    for (name, bytes) in [
        ("surat.xlsx", &b"%PDF-1.7 surat"[..]),
        ("kosong.csv", b""),
        ("judul.csv", b"hanya judul\n"),
        ("potong.xlsx", b"PK\x03\x04"),
    ] {
        let (folder, path) = file(name, bytes);
        let mut command = Command::new(env!("CARGO_BIN_EXE_balai"));
        command.arg("import").arg(&path).args(["--dry-run", "--json"]).env("BALAI_DATA", folder.path().join("data"));
        let output = command.stdin(Stdio::null()).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(1), "{name}");
        let told: Value = serde_json::from_slice(&output.stderr).expect("JSON");
        assert!(told["message"].as_str().is_some_and(|words| !words.is_empty()), "{name}");
        assert!(!folder.path().join("data").exists());
    }
    // Formulas and markup in cells are words.
    assert_eq!(
        of_csv("Nama;NIK\n=HYPERLINK(1);3216015205990001\n<b>Budi</b>;3216011305990001"),
        ["1 accept", "2 accept"]
    );
}
