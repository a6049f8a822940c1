//! Tables as other offices write them, from the sheet to the verdicts. Tests only.

use super::{
    cell::{Cell, Sheet},
    check::{CheckedFile, DateOrders, Terms, check},
    columns::guess,
    made_up::sheet,
    table_finder::best_table,
    verdict::{Reason, Remark, Verdict},
};
use crate::{
    base::{dates::Order, word::Word},
    people::region_index::RegionIndex,
};
use proptest::prelude::*;

fn checked_with(sheets: &[Sheet], orders: DateOrders) -> CheckedFile {
    let today = "2026-11-24".parse().unwrap();
    let (place, table) = best_table(sheets).expect("a table");
    let mapping: Vec<_> = guess(&sheets[place], &table, today).iter().map(|guess| guess.target).collect();
    let terms = Terms { today, home: "Kabupaten Bekasi", orders };
    check(&sheets[place], &table, &mapping, RegionIndex::shared(), &terms)
}

fn checked(text: &str) -> CheckedFile {
    checked_with(&[sheet(text)], DateOrders::default())
}

/// Rows as `row verdict reasons`.
fn lines(file: &CheckedFile) -> Vec<String> {
    let line = |row: &super::check::CheckedRow| {
        let reasons: Vec<_> = row.reasons.iter().map(|reason| reason.code()).collect();
        format!("{} {} {}", row.row, row.verdict, reasons.join(" ")).trim_end().to_owned()
    };
    file.rows.iter().map(line).collect()
}

#[test]
fn birth_place_and_date_in_one_column() {
    let file = checked(
        "DAFTAR PENCARI KERJA\n\nNo|Nama|No. KTP|TTL|Jenis Kelamin (L/P)|Alamat\n\
         1|Ani Wati|3216015205990001|Bekasi, 12 Mei 1999|P|Kp. Rawa RT 05/01\n2|Budi|3216011305990001|Jakarta, 13-05-1999|L|Jl. Mawar",
    );
    assert_eq!(lines(&file), ["1 accept", "2 accept"]);
    let ani = &file.rows[0].candidate;
    assert_eq!((ani.birth_place.as_str(), ani.rt.as_str(), ani.rw.as_str()), ("Bekasi", "05", "01"));
    assert_eq!(ani.birth_on, "1999-05-12".parse().ok());
}

#[test]
fn a_header_of_two_rows_with_numbering_under_it() {
    let file = checked(
        "NO|NAMA LENGKAP|NIK|LAHIR||JK|ALAMAT||\n|||TEMPAT|TANGGAL||DUSUN|DESA|KEC\n1|2|3|4|5|6|7|8|9\n\
         1|Ani|3216015205990001|Bekasi|12/05/1999|P|Krajan|Pantai Makmur|Tarumajaya\n\n|Mengetahui,",
    );
    assert_eq!(lines(&file), ["1 accept"]);
    let ani = &file.rows[0].candidate;
    assert_eq!(ani.region.as_ref().unwrap().code.as_deref(), Some("32.16.01.2008"));
    assert_eq!((ani.birth_place.as_str(), ani.village.as_str()), ("Bekasi", "Pantai Makmur"));
}

#[test]
fn an_english_file_with_the_month_first() {
    let file = checked(
        "Full Name|ID Number|Date of Birth|Gender|Phone Number|Education\nAni|3216015205990001|05/12/1999|Female|81234567890|High School\n\
         Budi|3216012505990001|05/25/1999|Male|+62 812-3456-7891|Bachelor",
    );
    assert_eq!(lines(&file), ["1 accept", "2 accept"]);
    assert_eq!(file.dates[0].used, Order::MonthFirst);
    assert_eq!(file.rows[0].candidate.birth_on, "1999-05-12".parse().ok());
    assert_eq!(file.rows[0].candidate.phone, "+6281234567890");
}

#[test]
fn the_identity_numbers_answer_what_the_dates_leave_open() {
    let file = checked("Nama|NIK|Tgl Lahir\nAni|3216015205990001|05/12/1999\nBudi|3216010706990001|06/07/1999");
    assert_eq!((lines(&file), file.dates[0].used), (vec!["1 accept".to_owned(), "2 accept".into()], Order::MonthFirst));
}

#[test]
fn dates_that_could_be_either_ask_until_somebody_answers() {
    let text = "Nama|NIK|Tgl Lahir\nAni|3216015505990001|05/12/1999\nBudi|3216010906990001|06/07/1999";
    let file = checked(text);
    assert!(file.dates[0].asks);
    assert_eq!(lines(&file)[0], "1 warn birth-date-differs birth-date-ambiguous");
    let answered = checked_with(&[sheet(text)], DateOrders { birth: Some(Order::MonthFirst), registered: None });
    assert!(!answered.dates[0].asks);
    assert_eq!(lines(&answered)[0], "1 warn birth-date-differs");
    assert_eq!(answered.rows[0].candidate.birth_on, "1999-05-12".parse().ok());
}

#[test]
fn numbers_that_a_spreadsheet_spoilt_are_refused() {
    let mut spoilt =
        sheet("Nama|NIK|HP\nAni|3,21602E+15|0812\nBudi|'3216011305990001|081234567890\nCici|x|081234567891");
    spoilt.rows[3][1] = Cell::Number(3_216_015_205_990_000.0);
    let file = checked_with(&[spoilt], DateOrders::default());
    assert_eq!(lines(&file), ["1 reject nik-numeric-cell phone-unreadable", "2 accept", "3 reject nik-numeric-cell"]);
}

#[test]
fn two_numbers_in_one_cell_are_nik_and_family_card() {
    let file = checked("No|Nama|NIK/No KK\n1|Ani|3216015205990001/3216011205060003\n2|Budi|3216011305990001");
    assert_eq!(lines(&file), ["1 accept", "2 accept"]);
    assert_eq!(file.rows[0].candidate.kk.unwrap().expose(), "3216011205060003");
}

#[test]
fn what_the_nik_knows_fills_what_the_file_leaves_out() {
    let file = checked("NIK|Nama\n3216015205990001|Ani\n3216011305990001|Budi");
    let ani = &file.rows[0];
    assert_eq!((ani.candidate.birth_on, ani.candidate.sex.unwrap().code()), ("1999-05-12".parse().ok(), "P"));
    assert_eq!(ani.remarks, [Remark::BirthDateFromNik, Remark::SexFromNik]);
    assert_eq!(ani.sheet_row, 2);
}

#[test]
fn the_second_of_one_person_is_rejected_and_names_the_first() {
    let file = checked(
        "Nama|NIK|HP\nAni|3216015205990001|081234567890\nBudi|3216011305990001|081234567891\nANI|3216 0152 0599 0001|081234567890\n\
         Ani|9101015205990001|081234567899\nAni|3175015205990001|0812-3456-7890\nAni|3175025205990001|081234567777",
    );
    assert_eq!(
        lines(&file),
        [
            "1 accept",
            "2 accept",
            "3 reject duplicate-in-file",
            "4 reject duplicate-in-file region-code-unknown",
            "5 reject duplicate-in-file",
            "6 reject duplicate-in-file"
        ]
    );
    assert_eq!(file.rows[2].same_as, Some(1));
}

#[test]
fn namesakes_of_one_birthday_in_two_regions_are_two_people() {
    let file = checked("Nama|NIK|HP\nSri|3216015205990001|081234567890\nSri|3175015205990001|081234567777");
    assert_eq!(lines(&file), ["1 accept", "2 accept"]);
}

#[test]
fn words_that_are_not_understood_are_warnings() {
    let file = checked(
        "No|Nama|NIK|L/P|Pendidikan|HP|Email|Tgl Lahir|Tgl Daftar\n1|Ani|3216015205990001|X|kursus|12|ani@|kapan-kapan|besok\n\
         2|Budi|3216011305990001|L|SMA|081234567890|budi@contoh.id|13-05-1999|20-11-2026",
    );
    let reasons = &file.rows[0].reasons;
    for reason in [
        Reason::SexUnreadable,
        Reason::EducationUnreadable,
        Reason::PhoneUnreadable,
        Reason::EmailUnreadable,
        Reason::RegisteredOnUnreadable,
        Reason::BirthDateUnreadable,
    ] {
        assert!(reasons.contains(&reason), "{reason}");
    }
    assert_eq!((file.rows[0].verdict, file.rows[1].verdict), (Verdict::Reject, Verdict::Accept));
}

#[test]
fn a_recap_comes_first_and_the_people_after_it() {
    let sheets = [
        sheet("REKAP PENDAFTAR\n\nNo|Kecamatan|L|P|Jumlah\n1|Tarumajaya|1|1|2\n|Jumlah|1|1|2"),
        sheet("No|Nama|NIK|Kecamatan\n1|Ani|3216015205990001|Tarumajaya\n2|Budi|3216011305990001|Babelan\n|Jumlah|2"),
    ];
    assert_eq!(lines(&checked_with(&sheets, DateOrders::default())), ["1 accept", "2 accept"]);
}

#[test]
fn an_answer_form_of_the_web_is_understood() {
    let file = checked(
        "Timestamp|Nama Lengkap (sesuai KTP)|Nomor Induk Kependudukan (NIK)|Tempat Lahir|Tanggal Lahir|Jenis Kelamin|Nomor WhatsApp yang aktif|\
         Program pelatihan yang diminati|Upload foto KTP\n\
         11/24/2026 8:15:02|Ani Wati|3216015205990001|Bekasi|5/12/1999|Perempuan|6281234567890|Barista|https://contoh.id/a\n\
         11/13/2026 9:00:00|Budi|3216011305990001|Bekasi|5/13/1999|Laki-laki|81234567891|Barista|https://contoh.id/b",
    );
    assert_eq!(lines(&file), ["1 accept", "2 accept"]);
    let ani = &file.rows[0].candidate;
    assert_eq!((ani.registered_on, ani.programme.as_str()), ("2026-11-24".parse().ok(), "Barista"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_sheet_of_whatever_cells_brings_the_check_down(
        rows in prop::collection::vec(prop::collection::vec(
            prop_oneof![
                Just(Cell::Empty), any::<String>().prop_map(Cell::Text), any::<f64>().prop_map(Cell::Number), any::<bool>().prop_map(Cell::Bool),
                Just(Cell::Text("NIK".into())), Just(Cell::Text("Nama".into())), Just(Cell::Text("TTL".into())), Just(Cell::Text("RT/RW".into())),
                Just(Cell::Text("Alamat".into())), "[0-9/, -]{0,20}".prop_map(Cell::Text), "RT ?[0-9/ ]{0,8}(RW)?[0-9 ]{0,4}".prop_map(Cell::Text),
            ], 0..8), 0..20),
    ) {
        let sheets = [Sheet { name: String::new(), rows, hidden: false }];
        if best_table(&sheets).is_some() {
            let file = checked_with(&sheets, DateOrders::default());
            prop_assert_eq!(file.totals.rows, file.totals.accept + file.totals.warn + file.totals.reject);
        }
    }
}
