//! From the identity card to the job-seeker's card at the counter, by keys alone: what is missing, the card, its paper, its report.

use super::{first_run::set_up_the_office, people::register};
use crate::support::{Album, Desk, Start, css, label, role, text};
use std::path::Path;

/// Issues a card on the page of a person, who must be complete.
pub fn issue(desk: &Desk, job: &str) {
    desk.press("k");
    desk.see(&role("button", "Terbitkan kartu AK/I"));
    desk.press("n");
    desk.see(&role("dialog", "Terbitkan kartu AK/I"));
    // The status is a good guess; Enter goes on to the job.
    desk.press("Enter");
    desk.type_text(job);
    desk.press("Enter");
    desk.type_text("4500000");
    desk.press("Ctrl+Enter");
    desk.see(&role("group", "diterbitkan"));
    desk.see(&text("Laporan berkala"));
}

/// Saves the card as A4 and answers how many pages the paper has.
pub fn print(desk: &Desk, paper: &Path) -> usize {
    desk.answer_dialog(paper);
    desk.click(&role("button", "Cetak"));
    desk.click(&role("menuitem", "Lembar A4"));
    desk.see(&css("dialog img"));
    desk.press("Ctrl+s");
    desk.see(&text("PDF disimpan:"));
    let bytes = std::fs::read(paper).expect("the paper is saved");
    assert!(bytes.starts_with(b"%PDF-"), "a PDF");
    pages(&bytes)
}

/// How many pages the page tree of a PDF counts.
pub fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let (_, tree) = text.split_once("/Type/Pages").expect("a tree of pages");
    let (_, count) = tree.split_once("/Count ").expect("which counts them");
    count.split(|sign: char| !sign.is_ascii_digit()).next().and_then(|digits| digits.parse().ok()).expect("a number")
}

#[test]
fn a_card_is_issued_at_the_counter_printed_and_reported() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    register(&desk, "3216014101990001", "Siti Aminah", "081234567890");

    desk.press("k");
    desk.see(&text("Alamat belum ada."));
    desk.accessible("a person without an address");
    album.picture(&desk, "kartu-belum-lengkap");
    desk.press("e");
    desk.see(&role("heading", "Betulkan data"));
    desk.fill(&label("Alamat"), "Kampung Sawah");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Siti Aminah"));

    issue(&desk, "Operator jahit");
    desk.see(&text("Rp4.500.000"));
    desk.accessible("the card of a person");
    album.picture(&desk, "kartu");
    assert!(print(&desk, &album.paper("kartu-ak1.pdf")) >= 1);

    desk.press("Ctrl+4");
    desk.see(&role("heading", "Kartu AK/I dan lapor"));
    desk.click(&role("button", "Dalam 90 hari"));
    desk.accessible("reports that fall due");
    album.picture(&desk, "lapor");
}
