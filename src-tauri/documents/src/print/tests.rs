//! Each paper set with made-up data: how many pages, which words, and that the typesetter had nothing to say against it.

use super::press::{Picture, words_on_pages};
use super::specimen::*;
use super::*;

/// Sets a paper and sees to it that there are no warnings.
fn set(template: &str, data: &impl serde::Serialize, pictures: &[Picture<'_>]) -> Printed {
    let set = press::print(template, data, pictures).unwrap();
    assert_eq!(set.warnings, Vec::<String>::new());
    set
}

fn set_card(paper: &CardPaper) -> Printed {
    let code = qr::svg(&paper.number).unwrap();
    set("card.typ", &card::Sheet::from(paper), &card::pictures(paper, &code))
}

fn set_list(paper: &ListPaper) -> Printed {
    set("list.typ", &list::Sheet::from(paper), &[("emblem", paper.letterhead.emblem.as_deref())])
}

fn set_dossier(paper: &PersonDossier) -> Printed {
    set("dossier.typ", &dossier::Sheet::from(paper), &dossier::pictures(paper))
}

fn set_receipt(paper: &ReceiptPaper) -> Printed {
    let code = qr::svg(&paper.number).unwrap();
    set("receipt.typ", &receipt::Sheet::from(paper), &receipt::pictures(paper, &code))
}

fn set_notice(paper: &NoticePaper) -> Printed {
    set("notice.typ", &notice::Sheet::from(paper), &[("emblem", paper.letterhead.emblem.as_deref())])
}

#[track_caller]
fn assert_says(set: &Printed, words: &[&str]) {
    let all = words_on_pages(set).join("\n");
    for wanted in words {
        // Lines are broken where it suits the page; the words themselves must all be there.
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert!(bare(&all).contains(&bare(wanted)), "{wanted:?} is not printed in: {all}");
    }
}

#[test]
fn a_card_is_two_sides_of_a_small_sheet_or_one_page_of_a4() {
    for paper in [card_paper, empty_card, full_card] {
        assert_eq!(set_card(&paper(CardLayout::Card)).document.pages().len(), 2);
        assert_eq!(set_card(&paper(CardLayout::A4)).document.pages().len(), 1);
    }
}

#[test]
fn a_card_shows_what_the_form_asks_for() {
    let set = set_card(&card_paper(CardLayout::Card));
    let sides = words_on_pages(&set);
    for words in [
        "TIDAK DIPUNGUT BIAYA",
        "3299/2026/11/00042",
        "24 November 2028",
        "Rina Kusumawati, S.Sos.",
        "19850612 201001 2 003",
        "3299015205990003",
    ] {
        assert!(sides[0].contains(words), "{words} is not on the outside: {}", sides[0]);
    }
    for words in
        ["LAPORAN BERKALA", "24 Mei 2027", "24 November 2027", "24 Mei 2028", "SMK Negeri 2 Sukamaju", "Tata Busana"]
    {
        assert!(sides[1].contains(words), "{words} is not on the inside: {}", sides[1]);
    }
    assert_says(
        &set,
        &[
            "Siti Nur Ma'rufah",
            "Sukamaju, 12 Mei 1999",
            "Jl. Melati Gg. 3 No. 5 RT 004 RW 002",
            "Kab. Sukamaju 17340",
            "Islam",
        ],
    );
}

#[test]
fn a_religion_that_the_office_does_not_print_leaves_no_empty_row() {
    let mut paper = card_paper(CardLayout::Card);
    paper.religion = None;
    assert!(!words_on_pages(&set_card(&paper)).concat().contains("Agama"));
}

#[test]
fn signs_that_mean_something_to_a_typesetter_are_printed_as_they_are() {
    let set = set_card(&full_card(CardLayout::A4));
    assert_says(
        &set,
        &[
            "Raden Roro Dyah Ayu Kusumaningtyas Ma'ruf-O'Brien #$*_ Putri",
            "Gang Kenanga @ $5 <b> \\ ~ `kode`",
            "SEKRETARIAT DAERAH #1 *bidang* _penempatan_",
            "nama.yang.sangat.panjang.sekali.untuk.uji@subdomain.kabupaten.example",
        ],
    );
}

#[test]
fn every_report_that_is_due_has_a_box_whatever_their_number() {
    let mut paper = card_paper(CardLayout::Card);
    paper.reports =
        (1..=8).map(|at| CardReport { due_on: day(2027, at, at), reported_on: None, officer: String::new() }).collect();
    let set = set_card(&paper);
    assert_eq!(set.document.pages().len(), 2);
    assert_says(&set, &["1 Januari 2027", "8 Agustus 2027"]);
    paper.reports.clear();
    assert_eq!(set_card(&paper).document.pages().len(), 2);
}

#[test]
fn a_picture_that_is_none_is_refused_as_such() {
    for bytes in [&b"no picture"[..], b"", b"\xFF\xD8\xFF\xE0 cut off"] {
        let mut paper = card_paper(CardLayout::Card);
        paper.photo = Some(bytes.to_vec());
        assert_eq!(card(&paper).unwrap_err().code(), "picture-unreadable");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes_and_says_what_it_is() {
    let paper = card_paper(CardLayout::Card);
    let pdf = card(&paper).unwrap().pdf().unwrap();
    assert_eq!(pdf, card(&paper).unwrap().pdf().unwrap());
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let holds = |words: &[u8]| pdf.windows(words.len()).any(|window| window == words);
    assert!(holds(b"/Title"), "the title is in the document's information");
    assert!(!holds(b"/CreationDate"), "no clock is read");
}

#[test]
fn a_long_register_repeats_its_heading_on_each_page() {
    let pages = words_on_pages(&set_list(&list_paper(120)));
    assert!(pages.len() > 2);
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("Pendidikan"), "page {}", at + 1);
        assert!(page.contains(&format!("Halaman {} dari {}", at + 1, pages.len())), "page {}: {page}", at + 1);
    }
    assert!(pages.concat().contains("BLK-3299/2026/00120"));
}

#[test]
fn no_signature_stands_alone_on_a_last_page() {
    for rows in [58, 60, 61, 63, 66, 69] {
        let pages = words_on_pages(&set_list(&list_paper(rows)));
        let last = pages.last().unwrap();
        assert!(
            last.contains("Rina Kusumawati, S.Sos.") && last.contains(&format!("BLK-3299/2026/{rows:05}")),
            "{rows} rows: {last}"
        );
        let headings = last.matches("Pendidikan").count();
        assert_eq!(headings, 1, "{rows} rows: the heading stands once on the last page");
    }
}

#[test]
fn rows_that_are_too_short_or_too_long_do_not_shift_the_table() {
    let mut paper = list_paper(0);
    paper.table.rows = vec![vec!["1".into()], (0..20).map(|at| format!("sel-{at}")).collect()];
    let set = set_list(&paper);
    assert_says(&set, &["sel-7"]);
    assert!(!words_on_pages(&set).concat().contains("sel-8"));
    assert_says(&set_list(&list_paper(0)), &["Tidak ada baris."]);
}

#[test]
fn a_dossier_shows_every_part_and_every_change() {
    let set = set_dossier(&person_dossier(60));
    assert!(set.document.pages().len() >= 2);
    assert_says(
        &set,
        &["SALINAN DATA PRIBADI", "3299015205990003", "Tidak ada data.", "Jl. Melati Gg. 3 No. 5 #1 *baru*"],
    );
    let changes = words_on_pages(&set).concat().matches("#1 *baru*").count();
    assert_eq!(changes, 60);
}

#[test]
fn a_receipt_is_one_small_page_that_never_shows_an_identity_number() {
    let set = set_receipt(&receipt_paper());
    assert_eq!(set.document.pages().len(), 1);
    assert_says(
        &set,
        &["BLK-3299/2026/00317", "Surat keterangan sehat", "Lengkapi berkas paling lambat 4 Januari 2027."],
    );
    let mut long = receipt_paper();
    long.programme = "Teknisi Refrigerasi dan Tata Udara Gedung Bertingkat Tingkat Lanjut (480 JP)".into();
    long.documents = (0..10)
        .map(|at| RequiredDocument { name: format!("Berkas persyaratan nomor {at}"), received: false })
        .collect();
    assert_eq!(set_receipt(&long).document.pages().len(), 1);
}

#[test]
fn a_receipt_of_an_intake_that_asks_for_no_papers_says_so() {
    let mut bare = receipt_paper();
    bare.documents.clear();
    bare.officer.nip.clear();
    assert_says(&set_receipt(&bare), &["Tidak ada berkas yang dipersyaratkan."]);
    assert!(receipt(&bare).unwrap().pdf().is_ok_and(|pdf| pdf.starts_with(b"%PDF-")));
}

#[test]
fn the_usual_notice_fits_on_one_page_and_bears_its_version() {
    let set = set_notice(&notice_paper());
    assert_eq!(set.document.pages().len(), 1);
    assert_says(
        &set,
        &[
            "PEMBERITAHUAN PELINDUNGAN DATA PRIBADI",
            "Versi 1.0, berlaku sejak 2 Januari 2026",
            "Hak Saudara",
            "Tanda tangan",
        ],
    );
}

#[test]
fn the_code_on_paper_holds_the_registration_number_only() {
    let paper = card_paper(CardLayout::Card);
    let shown = card::pictures(&paper, b"");
    assert!(shown.iter().any(|(name, _)| *name == "qr.svg"));
    // The same number gives the same code, whoever the person is.
    let mut other = paper.clone();
    other.nik = "3299011111110001".into();
    assert_eq!(qr::svg(&paper.number).unwrap(), qr::svg(&other.number).unwrap());
}

#[test]
fn every_page_is_shown_as_it_will_be_printed_and_no_number_can_be_searched_in_it() {
    let paper = card_paper(CardLayout::Card);
    let printed = card(&paper).unwrap();
    assert_eq!(printed.pages(), 2);
    for at in 0..2 {
        let page = printed.page(at).unwrap();
        // The sheet is A5 landscape; a picture of it keeps that shape.
        assert!(page.starts_with("<svg") && page.contains(r#"viewBox="0 0 595.27"#), "{:.200}", page);
        assert!(!page.contains("<script") && !page.contains("<text") && !page.contains(&paper.nik));
    }
    assert!(printed.page(2).is_none());
}

#[test]
fn a_week_of_a_class_is_one_page_with_its_hours_its_holiday_and_what_the_marks_mean() {
    let paper = timetable_paper();
    let set = set("timetable.typ", &paper, &[("emblem", paper.letterhead.emblem.as_deref())]);
    assert_eq!(set.document.pages().len(), 1);
    assert_says(&set, &["08.45–09.30", "Isoma", "Tahun Baru Imlek", "C.24LAS01.005.1", "BSBambang Sutrisno", "Jumat"]);
}

#[test]
fn a_week_without_lessons_says_so() {
    let mut paper = timetable_paper();
    paper.sheets[0].groups.clear();
    let set = set("timetable.typ", &paper, &[("emblem", paper.letterhead.emblem.as_deref())]);
    assert_says(&set, &["Tidak ada pelajaran pada minggu ini."]);
}
