//! The settings: every part opens by keys and is read by axe; what is changed holds, and Ctrl+Z takes it back.

use crate::first_run::{PASSWORD, set_up_the_office, sign_in_to};
use crate::support::{Album, Desk, Room, Start, css, label, role, text};
use serde_json::json;

const PARTS: &[&str] = &[
    "Kantor",
    "Petugas",
    "Aturan bertanggal",
    "Nomor",
    "Cadangan",
    "Riwayat tindakan",
    "Kata sandi saya",
    "Tampilan",
    "Tentang",
];

/// Asks the desk itself until it holds this language.
const UNTIL_KEPT: &str = "const [language, done] = arguments;
    const ask = () => window.__TAURI_INTERNALS__.invoke('office_status', {})
        .then((status) => (status.session.language === language ? done(true) : setTimeout(ask, 50)));
    ask();";

fn an_office() -> Desk {
    let desk = Start::new().open();
    set_up_the_office(&desk);
    desk
}

fn open_part(desk: &Desk, part: &str) {
    desk.press("Ctrl+9");
    desk.click(&role("link", part));
    desk.see(&role("heading", part));
}

#[test]
fn every_part_of_the_settings_opens_and_axe_finds_nothing() {
    let (album, desk) = (Album::open(), an_office());
    for part in PARTS {
        open_part(&desk, part);
        desk.accessible(part);
        album.picture(&desk, &format!("pengaturan-{}", part.replace(' ', "-").to_lowercase()));
    }
    desk.press("F1");
    desk.see(&role("heading", "Bantuan: Pengaturan"));
    desk.accessible("the help");
}

#[test]
fn a_new_officer_signs_in_and_sees_only_what_the_role_allows() {
    let desk = an_office();
    open_part(&desk, "Petugas");
    desk.click(&role("button", "Tambah petugas"));
    desk.type_text("Rini Anggraini");
    desk.press("Enter");
    desk.press("Enter");
    desk.type_text("rini");
    desk.press("Enter");
    desk.type_text("sandi pembaca");
    desk.click(&role("radio", "Pembaca"));
    desk.press("Ctrl+Enter");
    desk.see(&role("cell", "Rini Anggraini"));

    desk.press("Ctrl+k");
    desk.type_text("sign out");
    desk.see(&role("option", "Keluar dari akun ini"));
    desk.press("Enter");
    desk.see(&role("heading", "Masuk"));
    desk.type_text("rini");
    desk.press("Tab");
    desk.type_text("sandi pembaca");
    desk.press("Enter");
    desk.see(&role("heading", "Hari Ini"));
    desk.press("Ctrl+9");
    desk.see(&role("link", "Kata sandi saya"));
    assert!(!desk.has(&role("link", "Petugas")), "a reader does not keep the officers");
}

#[test]
fn a_rule_is_changed_from_a_day_on_and_taken_back_by_keys() {
    let desk = an_office();
    open_part(&desk, "Aturan bertanggal");
    desk.see(&text("24 bulan"));
    desk.click(&role("button", "Ubah: Masa berlaku kartu"));
    desk.fill(&label("Nilai"), "36");
    desk.press("Ctrl+Enter");
    desk.see(&text("36 bulan"));
    desk.gone(&css("dialog[open]"));
    desk.press("Ctrl+z");
    desk.see(&text("24 bulan"));
    desk.gone(&text("36 bulan"));
}

#[test]
fn a_password_is_changed_only_by_whoever_knows_the_old_one() {
    let desk = an_office();
    open_part(&desk, "Kata sandi saya");
    desk.fill(&label("Kata sandi sekarang"), "bukan ini sama sekali");
    desk.fill(&label("Kata sandi baru"), "sandi yang baru");
    desk.fill(&label("Ulangi kata sandi baru"), "sandi yang baru");
    desk.press("Ctrl+Enter");
    desk.see(&text("Nama masuk atau kata sandi tidak cocok."));
    desk.fill(&label("Kata sandi sekarang"), PASSWORD);
    desk.press("Ctrl+Enter");
    desk.see(&text("Kata sandi diganti."));
}

#[test]
fn theme_and_language_come_back_with_the_officer() {
    let data = Room::new();
    let desk = Start::new().data(data.path()).open();
    set_up_the_office(&desk);
    open_part(&desk, "Tampilan");
    desk.click(&role("radio", "Gelap"));
    desk.click(&role("radio", "English"));
    desk.see(&role("heading", "Settings"));
    desk.press("Ctrl+k");
    desk.type_text("kata sandi saya");
    desk.see(&role("option", "My password"));
    desk.press("Escape");
    desk.script_later(UNTIL_KEPT, json!(["en"]));
    desk.close();

    // Another window knows nothing; the office's file does.
    let desk = Start::new().data(data.path()).open();
    desk.see(&role("heading", "Masuk"));
    sign_in_to(&desk, "Today");
    let theme = desk.script("return document.documentElement.dataset.theme", json!([]));
    assert_eq!(theme, "gelap");
}
