//! From an empty data folder to a signed-in officer, by keys alone; the lock; and what stands in the way of the file.

use crate::support::{Album, Desk, PASSPHRASE, Room, Start, css, label, role, text};
use std::fs::{self, File};
use std::path::Path;

const USERNAME: &str = "dewi";
pub const PASSWORD: &str = "loket satu dua";

/// Fills the first screen as a clerk does, without the mouse, and waits for the first day.
pub fn set_up_the_office(desk: &Desk) {
    desk.see(&role("heading", "Siapkan kantor"));
    desk.see(&label("Kabupaten/kota"));
    // B: Balai Latihan Kerja.
    desk.type_text("b");
    desk.press("Enter");
    desk.type_text("bekasi");
    desk.see(&role("option", "Kota Bekasi"));
    desk.press("Enter");
    assert_eq!(desk.value(&label("Nama kantor")), "UPTD BLK Kabupaten Bekasi");
    // Name, zone, and three lines of the letterhead are good guesses.
    for _ in 0..5 {
        desk.press("Enter");
    }
    desk.type_text("Jalan Contoh Nomor 12, Cikarang");
    desk.press("Tab");
    type_and_go_on(desk, &[PASSPHRASE, PASSPHRASE]);
    // No keyring: whether this machine has one must not matter.
    desk.press("Space");
    desk.press("Enter");
    type_and_go_on(desk, &["Dewi Lestari", USERNAME, PASSWORD]);
    desk.type_text(PASSWORD);
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Hari Ini"));
}

fn type_and_go_on(desk: &Desk, texts: &[&str]) {
    for words in texts {
        desk.type_text(words);
        desk.press("Enter");
    }
}

/// Signs the administrator in and waits for the first screen.
pub fn sign_in(desk: &Desk) {
    sign_in_to(desk, "Hari Ini");
}

/// The same, where the first screen has another name.
pub fn sign_in_to(desk: &Desk, first_screen: &str) {
    // The name of the screen depends on the language.
    desk.see(&css("input[autocomplete=username]"));
    type_and_go_on(desk, &[USERNAME, PASSWORD]);
    desk.see(&role("heading", first_screen));
}

#[test]
fn an_office_is_set_up_by_keys_and_the_lock_keeps_the_open_form() {
    let album = Album::open();
    let desk = Start::new().open();
    desk.see(&role("heading", "Siapkan kantor"));
    desk.accessible("the first run");
    set_up_the_office(&desk);
    album.picture(&desk, "hari-ini");
    desk.accessible("today");

    desk.press("Ctrl+9");
    desk.fill(&label("Telepon"), "021-5550000");
    desk.press("Ctrl+l");
    desk.see(&role("dialog", "Layar terkunci"));
    desk.accessible("the lock");
    album.picture(&desk, "terkunci");
    desk.type_text("bukan ini");
    desk.press("Enter");
    desk.see(&text("Belum berhasil masuk."));
    desk.press("Escape");
    desk.see(&role("dialog", "Layar terkunci"));
    desk.fill(&label("Kata sandi"), PASSWORD);
    desk.press("Enter");
    desk.gone(&role("dialog", "Layar terkunci"));
    assert_eq!(desk.value(&label("Telepon")), "021-5550000");
}

#[test]
fn the_next_day_the_officer_signs_in_and_a_wrong_password_says_so() {
    let data = Room::new();
    let desk = Start::new().data(data.path()).open();
    set_up_the_office(&desk);
    desk.close();

    let desk = Start::new().data(data.path()).open();
    desk.see(&role("heading", "Masuk"));
    desk.accessible("signing in");
    type_and_go_on(&desk, &[USERNAME, "salah sekali"]);
    desk.see(&text("Nama masuk atau kata sandi tidak cocok."));
    // What was typed is marked, so that typing replaces it.
    desk.type_text(PASSWORD);
    desk.press("Enter");
    desk.see(&role("heading", "Hari Ini"));
}

#[test]
fn without_a_keyring_the_file_asks_for_its_passphrase() {
    let data = Room::new();
    let desk = Start::new().data(data.path()).open();
    set_up_the_office(&desk);
    desk.close();

    let desk = Start::new().data(data.path()).variable("BALAI_PASSPHRASE", "").open();
    desk.see(&role("heading", "Buka data kantor"));
    desk.accessible("the locked file");
    type_and_go_on(&desk, &["kata sandi lain"]);
    desk.see(&text("Kata sandi data tidak cocok."));
    type_and_go_on(&desk, &[PASSPHRASE]);
    sign_in(&desk);
}

#[test]
fn a_folder_in_use_says_so_and_opens_once_it_is_free() {
    let data = Room::new();
    let lock = File::create(data.path().join("balai.lock")).expect("the room is writable");
    lock.lock().expect("nobody else holds it");
    let desk = Start::new().data(data.path()).open();
    desk.see(&role("heading", "Data sedang dipakai"));
    desk.accessible("a folder in use");
    desk.click(&role("button", "Coba lagi"));
    desk.see(&text("Masalahnya masih sama."));
    drop(lock);
    desk.click(&role("button", "Coba lagi"));
    desk.see(&role("heading", "Siapkan kantor"));
}

#[test]
fn a_damaged_file_is_set_aside_and_a_backup_brings_the_office_back() {
    let (data, stick) = (Room::new(), Room::new());
    let backup = stick.path().join("kantor.balaibak");
    let desk = Start::new().data(data.path()).open();
    set_up_the_office(&desk);
    make_a_backup(&desk, &backup);
    desk.close();
    damage(&data.path().join("balai.db"));

    let album = Album::open();
    let desk = Start::new().data(data.path()).open();
    desk.see(&role("heading", "Berkas data rusak"));
    desk.accessible("a damaged file");
    album.picture(&desk, "rusak");
    desk.answer_dialog(&backup);
    desk.click(&role("button", "Pilih cadangan dari tempat lain"));
    desk.see(&role("dialog", "Pulihkan dari cadangan"));
    desk.type_text(PASSPHRASE);
    desk.press("Enter");
    sign_in(&desk);
    assert!(kept(data.path()), "the damaged file is kept");
}

#[test]
fn without_any_backup_a_damaged_file_makes_room_for_a_new_office() {
    let data = Room::new();
    let desk = Start::new().data(data.path()).open();
    set_up_the_office(&desk);
    desk.close();
    damage(&data.path().join("balai.db"));

    let desk = Start::new().data(data.path()).open();
    desk.click(&role("button", "Sisihkan dan mulai kantor baru"));
    desk.click(&role("button", "Sisihkan berkas"));
    desk.see(&role("heading", "Siapkan kantor"));
    assert!(kept(data.path()), "the damaged file is kept");
}

fn make_a_backup(desk: &Desk, place: &Path) {
    desk.press("Ctrl+k");
    desk.see(&role("dialog", "Cari dan jalankan"));
    desk.type_text("cadangan");
    desk.see(&role("option", "Cadangan"));
    desk.press("Enter");
    desk.answer_dialog(place);
    desk.click(&role("button", "Buat cadangan"));
    desk.see(&text("Cadangan disimpan di"));
}

/// Overwrites the middle of the file, as a failing disk would.
fn damage(file: &Path) {
    let mut bytes = fs::read(file).expect("the office's file");
    let middle = bytes.len() / 2;
    bytes[..middle].fill(0x5A);
    fs::write(file, bytes).expect("the room is writable");
}

fn kept(data: &Path) -> bool {
    let places = fs::read_dir(data.join("set-aside")).into_iter().flatten().flatten();
    places.map(|place| place.path().join("balai.db")).any(|file| file.exists())
}
