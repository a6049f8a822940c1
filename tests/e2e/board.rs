//! The board and its papers: a session is locked, a copy tried, compared and published, its change told; the timetable on
//! paper, as a sheet and for the telephone.

use super::{
    card::pages,
    sample::{open_the_sample, visit},
};
use crate::support::{Album, Desk, Start, css, label, role, text};
use calamine::{Reader, open_workbook_auto};
use chrono::{Days, Local};
use serde_json::json;

/// The board of next week, which holds sessions of the sample.
fn open_the_board(desk: &Desk) {
    let on = Local::now().date_naive() + Days::new(7);
    visit(desk, &format!("#/training/board?on={on}"));
    desk.see(&css("[data-block]"));
}

/// L locks the session that has the focus, and opens it again.
fn lock_a_session(desk: &Desk) {
    desk.focus_on(&css("[data-block]"));
    desk.press("l");
    desk.see(&css("[data-block][aria-label*=terkunci]"));
    desk.focus_on(&css("[data-block][aria-label*=terkunci]"));
    desk.press("l");
    desk.gone(&css("[data-block][aria-label*=terkunci]"));
}

/// A copy in which two sessions of a class change places.
fn try_in_a_copy(desk: &Desk, album: &Album) {
    desk.click(&role("button", "Lainnya"));
    desk.click(&role("menuitem", "Buat salinan"));
    desk.see(&role("dialog", "Buat salinan"));
    desk.accessible("a new copy");
    desk.click(&role("button", "Salin"));
    desk.see(&text("Salinan dibuat."));
    desk.see(&role("button", "Terbitkan"));
    desk.focus_on(&css("[data-block]"));
    desk.press("Enter");
    desk.see(&text("Tukar waktu dengan"));
    desk.click(&role("button", "Cari pengganti instruktur"));
    desk.see(&css("ul.openings li"));
    album.picture(desk, "calon-pengganti");
    let second = "return [...document.querySelectorAll('.swap select option')].at(-1).label";
    let other = desk.script(second, json!([]));
    desk.choose(&label("Tukar waktu dengan"), other.as_str().expect("another session of the class"));
    desk.click(&role("button", "Tukar"));
    desk.see(&text("Kedua sesi bertukar waktu."));
}

/// What the copy changes is compared, published, and told to those concerned on paper.
fn publish_and_tell(desk: &Desk, album: &Album) {
    desk.click(&role("button", "Lainnya"));
    desk.click(&role("menuitem", "Bandingkan dengan jadwal terbit"));
    desk.see(&text("2 perubahan"));
    desk.accessible("the comparison");
    album.picture(desk, "perbandingan");
    desk.press("Escape");
    desk.click(&role("button", "Terbitkan"));
    desk.see(&role("dialog", "Terbitkan Salinan Jadwal terbit?"));
    desk.click(&role("button", "Terbitkan"));
    desk.see(&text("Jadwal diterbitkan: 2 sesi berubah"));
    visit(desk, "#/training/notices");
    desk.see(&text("2 perubahan belum diberitahukan"));
    desk.fill(&label("Alasan"), "Tukar waktu praktik");
    desk.click(&role("button", "Buat pemberitahuan"));
    desk.see(&css("dialog img"));
    album.picture(desk, "pemberitahuan");
    let paper = album.paper("pemberitahuan.pdf");
    desk.answer_dialog(&paper);
    desk.press("Ctrl+s");
    desk.see(&text("PDF disimpan:"));
    assert_eq!(pages(&std::fs::read(paper).expect("the notice")), 1);
    desk.press("Escape");
    desk.see(&text("Tidak ada perubahan"));
}

#[test]
fn a_session_is_locked_and_a_copy_tried_compared_published_and_told() {
    let album = Album::open();
    let desk = Start::new().open();
    open_the_sample(&desk);
    open_the_board(&desk);
    album.picture(&desk, "papan");
    lock_a_session(&desk);
    try_in_a_copy(&desk, &album);
    publish_and_tell(&desk, &album);
}

/// Chooses a form in the dialog of printing and has it made.
fn make(desk: &Desk, form: &str) {
    desk.click(&role("button", "Cetak"));
    desk.see(&role("dialog", "Cetak atau simpan jadwal"));
    desk.click(&role("radio", form));
    desk.click(&role("button", "Lanjutkan"));
}

#[test]
fn the_timetable_is_printed_saved_as_a_sheet_and_for_the_telephone() {
    let album = Album::open();
    let desk = Start::new().open();
    open_the_sample(&desk);
    open_the_board(&desk);
    let [paper, sheet, calendar] = ["jadwal.pdf", "jadwal.xlsx", "jadwal.ics"].map(|name| album.paper(name));

    desk.answer_dialog(&paper);
    make(&desk, "Cetak (PDF)");
    desk.see(&css("dialog img"));
    desk.press("Ctrl+s");
    desk.see(&text("PDF disimpan:"));
    // A sheet for each of the six classes that the sample has published.
    assert!(pages(&std::fs::read(paper).expect("the paper")) >= 6);
    desk.press("Escape");
    desk.gone(&css("dialog img"));

    desk.answer_dialog(&sheet);
    make(&desk, "Excel");
    desk.see(&text("jadwal.xlsx"));
    let mut book = open_workbook_auto(&sheet).expect("a workbook");
    let cells = book.worksheets().into_iter().map(|(_, range)| format!("{range:?}")).collect::<String>();
    assert!(cells.contains("Pengelasan SMAW 3F"), "{cells}");

    desk.answer_dialog(&calendar);
    make(&desk, "Kalender telepon (.ics)");
    desk.see(&text("jadwal.ics"));
    let events = std::fs::read_to_string(calendar).expect("the calendar");
    assert!(events.starts_with("BEGIN:VCALENDAR\r\n") && events.contains("BEGIN:VEVENT"), "{events}");
}
