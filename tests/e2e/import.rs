//! A workbook as offices send it: the dry run says what the truth file says, all of it goes in at once, one undo takes it out.

use super::first_run::set_up_the_office;
use crate::support::{Album, Desk, Start, css, role, text};
use std::path::Path;

const WORKBOOK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pendaftar-office-1500.xlsx");
const TRUTH: &str = include_str!("../fixtures/pendaftar-office-1500.truth.csv");

/// How many rows of the truth file have a verdict, as the page writes numbers.
fn rows(verdict: &str) -> String {
    let count = TRUTH.lines().skip(1).filter(|line| line.split(',').nth(1) == Some(verdict)).count();
    dotted(count)
}

fn dotted(count: usize) -> String {
    if count < 1000 { count.to_string() } else { format!("{}.{:03}", count / 1000, count % 1000) }
}

/// Opens the workbook and goes on to the dry run, by keys alone.
pub fn try_the_workbook(desk: &Desk) {
    desk.press("Ctrl+5");
    desk.see(&role("heading", "Impor daftar"));
    desk.see(&role("button", "Pilih berkas"));
    desk.answer_dialog(Path::new(WORKBOOK));
    desk.press("Enter");
    desk.see(&text("Judul kolom di baris 5"));
    desk.press("Ctrl+Enter");
    desk.see(&role("button", &format!("Semua {}", dotted(TRUTH.lines().count() - 1))));
}

#[test]
fn a_workbook_is_tried_as_the_truth_file_says_taken_in_and_taken_back() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    desk.press("Ctrl+5");
    desk.see(&role("button", "Pilih berkas"));
    desk.accessible("the first step of an import");
    desk.press("Ctrl+1");
    desk.see(&role("heading", "Hari Ini"));
    try_the_workbook(&desk);
    for (fate, verdict) in [("Baru", "accept"), ("Meragukan", "warn"), ("Ditolak", "reject")] {
        desk.see(&role("button", &format!("{fate} {}", rows(verdict))));
    }
    desk.see(&text("BUNGA MAHARANI"));
    desk.accessible("the dry run");
    album.picture(&desk, "uji-coba");
    look_back_at_the_columns(&desk, &album);
    one_rejected_row_says_why(&desk, &album);

    desk.press("Ctrl+Enter");
    desk.see(&text("Impor selesai."));
    desk.see(&text(&format!("{} orang baru", rows("accept"))));
    desk.accessible("the result of an import");
    album.picture(&desk, "hasil-impor");
    desk.press("Ctrl+2");
    desk.see(&text(&format!("{} orang terdaftar", rows("accept"))));

    desk.press("Ctrl+z");
    desk.see(&text("Belum ada orang yang terdaftar"));
}

fn look_back_at_the_columns(desk: &Desk, album: &Album) {
    desk.click(&role("button", "Kolom, sudah selesai"));
    desk.see(&text("Judul kolom di baris 5"));
    desk.accessible("the columns of an import");
    album.picture(desk, "kolom");
    desk.press("Ctrl+Enter");
    desk.see(&role("button", &format!("Baru {}", rows("accept"))));
}

fn one_rejected_row_says_why(desk: &Desk, album: &Album) {
    let returned = desk.room.path().join("dikembalikan.xlsx");
    desk.click(&role("button", &format!("Ditolak {}", rows("reject"))));
    desk.click(&css("[role=row] [role=gridcell]"));
    desk.press("Enter");
    desk.see(&text("Baris ini tidak dapat dimasukkan."));
    desk.accessible("one row of an import");
    album.picture(desk, "baris-ditolak");
    desk.press("Escape");
    desk.answer_dialog(&returned);
    desk.click(&role("button", "Simpan baris yang ditolak (xlsx)"));
    desk.see(&text("Disimpan:"));
    let begins = std::fs::read(&returned).expect("the rejected rows are saved");
    assert!(begins.starts_with(b"PK"), "a workbook");
}
