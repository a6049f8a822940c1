//! An intake from nothing to its first applicants: its rules in words, one who does not meet them, a change of many, a stack of forms.

use super::{first_run::set_up_the_office, people::register};
use crate::support::{Album, Desk, Start, css, label, role, text};

const INTAKE: &str = "Pengelasan GTAW 6G · Angkatan 1/";

/// Opens an intake for a programme that is not there yet, for people up to 20 years old.
fn open_an_intake(desk: &Desk, album: &Album) {
    desk.press("Ctrl+3");
    desk.see(&text("Belum ada angkatan"));
    desk.accessible("no intakes");
    desk.click(&role("button", "Buat angkatan"));
    desk.see(&role("heading", "Buat angkatan"));
    desk.type_text("Pengelasan GTAW 6G");
    desk.click(&role("button", "Program baru"));
    desk.see(&role("dialog", "Program baru"));
    desk.accessible("a new programme");
    desk.press("Ctrl+Enter");
    desk.gone(&role("dialog", "Program baru"));
    desk.fill(&label("Umur paling tua"), "20");
    desk.press("Tab");
    desk.see(&text("Umur paling tua 20 tahun"));
    desk.accessible("the form of an intake");
    album.picture(desk, "angkatan-baru");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", INTAKE));
    desk.see(&text("Belum ada pendaftar"));
    desk.accessible("an intake without applicants");
}

/// Applies for somebody too old; the reason is asked for and the receipt printed.
fn apply_against_the_rules(desk: &Desk, album: &Album) {
    register(desk, "3216014101990001", "Siti Aminah", "081234567890");
    desk.press("p");
    desk.see(&text("Belum mendaftar pelatihan"));
    desk.press("n");
    desk.see(&role("dialog", "Daftarkan ke pelatihan"));
    desk.type_text("pe");
    desk.see(&role("option", "Pengelasan GTAW 6G"));
    desk.press("Enter");
    desk.see(&text("batas 20 tahun."));
    desk.accessible("an application");
    album.picture(desk, "mendaftar");
    desk.press("Ctrl+Enter");
    desk.see(&text("Ada persyaratan yang belum terpenuhi."));
    desk.fill(&label("Alasan pengecualian"), "Disetujui kepala UPTD");
    desk.press("Ctrl+Enter");
    desk.see(&text("Nomor pendaftaran"));
    let receipt = album.paper("tanda-bukti.pdf");
    desk.answer_dialog(&receipt);
    desk.click(&role("button", "Cetak tanda bukti"));
    desk.see(&css("dialog img"));
    album.picture(desk, "tanda-bukti");
    desk.press("Ctrl+s");
    desk.see(&text("PDF disimpan:"));
    assert!(std::fs::read(&receipt).expect("the receipt is saved").starts_with(b"%PDF-"));
    desk.press("Escape");
    desk.see(&text("Didaftarkan dengan pengecualian."));
    desk.accessible("the applications of a person");
    album.picture(desk, "pendaftaran-orang");
}

fn open_the_list(desk: &Desk) {
    desk.press("Ctrl+3");
    desk.see(&text("Pengelasan GTAW 6G"));
    desk.click(&css("[role=row] [role=gridcell] .link"));
    desk.see(&role("heading", INTAKE));
}

/// Changes the state of all that are chosen, and takes it back.
fn change_many_and_back(desk: &Desk, album: &Album) {
    open_the_list(desk);
    desk.click(&css("[role=gridcell] .link"));
    desk.see(&role("button", "Loloskan berkas"));
    desk.accessible("one application beside the list");
    album.picture(desk, "satu-pendaftaran");
    desk.press("Escape");
    desk.press("Ctrl+a");
    desk.click(&role("button", "Ubah sekaligus"));
    desk.choose(&label("Menjadi"), "Berkas kurang");
    desk.click(&role("button", "Lihat perubahan"));
    desk.see(&text("1 berubah, 0 ditolak, 0 sudah sama"));
    desk.accessible("a change of many");
    album.picture(desk, "ubah-sekaligus");
    desk.click(&role("button", "Ubah 1 baris"));
    desk.see(&text("1 baris diubah"));
    desk.see(&css("[role=gridcell] .warn"));
    desk.press("Ctrl+z");
    desk.gone(&css("[role=gridcell] .warn"));
}

#[test]
fn an_intake_takes_applicants_by_its_rules_one_by_one_and_by_the_stack() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    open_an_intake(&desk, &album);
    apply_against_the_rules(&desk, &album);
    change_many_and_back(&desk, &album);

    desk.click(&role("button", "Isian baris"));
    desk.see(&role("heading", "Isian baris"));
    desk.click(&css(".sheet input"));
    desk.paste("Budi Santoso\t3216010101080002\tBekasi\t01-01-2008\tL\nAni Wati\t321601\tBekasi\t02-02-2008\tP");
    desk.see(&role("button", "Daftarkan 2 baris"));
    desk.see(&css(".cell.error"));
    desk.accessible("row entry");
    album.picture(&desk, "isian-baris");
    desk.press("Ctrl+Enter");
    desk.see(&text("1 baris perlu diperbaiki, jadi belum ada yang disimpan."));
    // The number is completed from the form, and both are registered in one go.
    desk.click(&css(".sheet input"));
    desk.paste(
        "Budi Santoso\t3216010101080002\tBekasi\t01-01-2008\tL\nAni Wati\t3216014202080003\tBekasi\t02-02-2008\tP",
    );
    desk.gone(&css(".cell.error"));
    desk.press("Ctrl+Enter");
    desk.see(&text("2 baris terdaftar"));
    open_the_list(&desk);
    desk.see(&text("Budi Santoso"));
    desk.see(&text("Ani Wati"));
    desk.press("Ctrl+z");
    // One undo takes all rows back.
    desk.gone(&text("Ani Wati"));
    desk.gone(&text("Budi Santoso"));
}
