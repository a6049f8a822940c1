//! The timetable of a class, by keys: arranged, moved, published, mended when an instructor falls ill, taken back, printed.

use crate::support::{Album, Desk, Start, css, role, text};

const CLASS: &str = "Pengelasan SMAW 3F 1/2027";

fn open_the_sample(desk: &Desk) {
    desk.see(&role("heading", "Siapkan kantor"));
    desk.click(&role("button", "Coba dengan data contoh"));
    desk.see(&role("heading", "Hari Ini"));
}

/// From the palette to three proposals, of which the first is published.
fn arrange_a_class(desk: &Desk, album: &Album) {
    desk.press("Ctrl+k");
    desk.type_text("angkatan smaw");
    desk.see(&role("option", "Angkatan baru: Pengelasan SMAW 3F"));
    desk.press("Enter");
    desk.see(&css(".date input:focus"));
    desk.press("Ctrl+a");
    desk.type_text("04-01-2027");
    desk.press("Enter");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", CLASS));
    desk.click(&role("button", "Susun jadwal"));
    desk.see(&role("dialog", "Susun jadwal"));
    desk.see(&text("Selesai paling cepat"));
    desk.see(&text("semua materi terjadwal"));
    desk.accessible("the proposals");
    album.picture(desk, "usulan-jadwal");
    desk.click(&role("button", "Pakai dan terbitkan"));
    desk.gone(&role("dialog", "Susun jadwal"));
    desk.see(&css("[data-block]"));
    desk.accessible("the board");
    album.picture(desk, "papan-jadwal");
}

/// Picks a session up with Space, hears why it does not fit, and lets it go.
fn carry_a_session(desk: &Desk, album: &Album) {
    desk.focus_on(&css("[data-block]"));
    desk.press("Space");
    desk.press("ArrowDown");
    desk.press("Ctrl+ArrowRight");
    desk.see(&css(".ghost"));
    desk.see(&css(".says.bad, .says.ok, .says.warn"));
    album.picture(desk, "sesi-diangkat");
    desk.press("Escape");
    desk.gone(&css(".ghost"));
    desk.press("Enter");
    desk.see(&text("Mulai JP ke-"));
    desk.accessible("a session");
    album.picture(desk, "rincian-sesi");
    desk.press("Escape");
}

/// An instructor is away for a day: the fewest changes, as one act, and back again.
fn mend_an_illness(desk: &Desk, album: &Album) {
    let name = desk.text(&css("[data-block]")).lines().last().unwrap_or_default().to_owned();
    assert!(!name.is_empty());
    desk.press("Ctrl+k");
    desk.type_text("perbaiki jadwal");
    desk.see(&role("option", "Perbaiki jadwal"));
    desk.press("Enter");
    desk.see(&role("heading", "Perbaiki jadwal"));
    desk.click(&text("Hari hilang"));
    desk.fill(&css(".fields .date input, .fields input"), "05-01-2027");
    desk.press("Enter");
    desk.click(&role("button", "Lihat akibatnya"));
    desk.see(&text("sesi terganggu"));
    desk.accessible("a repair");
    album.picture(desk, "perbaikan-jadwal");
    desk.press("Enter");
    desk.see(&text("Jadwal diperbaiki."));
    desk.press("p");
    desk.see(&role("heading", "Pemberitahuan perubahan"));
    desk.see(&text("perubahan belum diberitahukan"));
    desk.accessible("the changes");
    album.picture(desk, "pemberitahuan-perubahan");
    desk.press("Ctrl+z");
    desk.see(&text("Tidak ada perubahan"));
}

/// The week on paper.
fn print_the_week(desk: &Desk, album: &Album) {
    desk.click(&role("link", "Papan Jadwal"));
    desk.see(&role("heading", "Papan Jadwal"));
    desk.click(&role("button", "Cetak"));
    desk.see(&role("dialog", "Cetak atau simpan jadwal"));
    desk.accessible("printing a timetable");
    desk.click(&role("button", "Buat"));
    desk.see(&css("dialog img"));
    let paper = album.paper("jadwal-mingguan.pdf");
    desk.answer_dialog(&paper);
    desk.press("Ctrl+s");
    desk.see(&text("PDF disimpan:"));
    assert!(std::fs::read(&paper).expect("the timetable is saved").starts_with(b"%PDF-"));
}

#[test]
fn a_class_is_arranged_published_mended_and_printed() {
    let album = Album::open();
    let desk = Start::new().open();
    open_the_sample(&desk);
    arrange_a_class(&desk, &album);
    carry_a_session(&desk, &album);
    mend_an_illness(&desk, &album);
    desk.press("Ctrl+k");
    desk.type_text("papan jadwal");
    desk.see(&role("option", "Papan Jadwal"));
    desk.press("Enter");
    print_the_week(&desk, &album);
}
