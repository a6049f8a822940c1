//! When training is held, by keys: a day of the region, hours of Ramadan, and a class that begins with them in its calendar.

use super::first_run::set_up_the_office;
use crate::support::{Album, Desk, Start, css, label, role, text};

/// A day off of the region, which the year then shows.
fn add_a_day_of_the_region(desk: &Desk, album: &Album) {
    desk.press("Ctrl+k");
    desk.type_text("kalender");
    desk.see(&role("option", "Kalender"));
    desk.press("Enter");
    desk.see(&role("heading", "Kalender"));
    desk.see(&text("Tahun Baru Masehi"));
    desk.click(&role("button", "Tahun berikutnya"));
    desk.see(&role("heading", "Tahun 2027"));
    desk.see(&text("Isra Mikraj"));
    desk.accessible("the year");
    album.picture(desk, "kalender-tahun");
    desk.click(&role("button", "Tambah hari libur"));
    desk.see(&role("dialog", "Tambah hari libur"));
    desk.type_text("15-01-2027");
    desk.press("Enter");
    desk.press("Enter");
    desk.type_text("Hari Jadi Kabupaten");
    desk.accessible("a new holiday");
    desk.press("Ctrl+Enter");
    desk.gone(&role("dialog", "Tambah hari libur"));
    desk.see(&text("Hari Jadi Kabupaten"));
    desk.see(&text("15-01-2027 Jumat"));
}

/// A pattern of the office's own, written as a clerk says it.
fn write_a_pattern(desk: &Desk, album: &Album) {
    desk.click(&role("button", "Pola waktu"));
    desk.see(&text("Pagi 8 JP"));
    desk.accessible("the patterns");
    album.picture(desk, "pola-waktu");
    desk.click(&role("button", "Buat pola"));
    desk.see(&role("dialog", "Buat pola"));
    desk.type_text("Puasa singkat");
    desk.fill(&label("Menit tiap JP"), "30");
    desk.fill(&label("Senin: Mulai pukul"), "08.00");
    desk.fill(&label("Senin: Isi hari"), "apel 15, 4 JP, istirahat 15, 2 JP");
    desk.see(&text("6 JP, 08.00–11.30"));
    desk.click(&role("button", "Samakan Senin–Kamis"));
    desk.fill(&label("Jumat: Mulai pukul"), "08.00");
    desk.fill(&label("Jumat: Isi hari"), "9 JP");
    desk.see(&text("Ada pelajaran pada waktu salat Jumat"));
    desk.accessible("a new pattern");
    album.picture(desk, "pola-baru");
    desk.fill(&label("Jumat: Isi hari"), "6 JP, makan");
    desk.press("Ctrl+Enter");
    desk.see(&text("makan tidak dikenali"));
    desk.fill(&label("Jumat: Isi hari"), "6 JP");
    desk.press("Ctrl+Enter");
    desk.gone(&role("dialog", "Buat pola"));
    desk.see(&text("Puasa singkat"));
}

/// A season that would lie upon another is refused with its days; a free one is kept.
fn make_a_season(desk: &Desk, album: &Album) {
    desk.click(&role("button", "Masa pola"));
    desk.see(&text("Ramadan 1448 H (perkiraan)"));
    desk.click(&role("button", "Buat masa pola"));
    desk.see(&role("dialog", "Buat masa pola"));
    desk.type_text("Ramadan 1449 H");
    desk.press("Enter");
    desk.type_text("01-03-2027");
    desk.press("Enter");
    desk.type_text("26-02-2028");
    desk.press("Tab");
    desk.choose(&label("Memakai pola"), "Puasa singkat");
    desk.press("Ctrl+Enter");
    desk.see(&text("Bertumpuk dengan Ramadan 1448 H"));
    desk.fill(&label("Dari"), "28-01-2028");
    desk.accessible("a new season");
    desk.press("Ctrl+Enter");
    desk.gone(&role("dialog", "Buat masa pola"));
    desk.see(&text("Ramadan 1449 H"));
    desk.accessible("the seasons");
    album.picture(desk, "masa-pola");
}

/// From anywhere to a saved batch: Ctrl+K, Enter, the day, Ctrl+Enter.
fn make_a_batch(desk: &Desk, album: &Album) {
    desk.press("Ctrl+k");
    desk.type_text("angkatan smaw");
    desk.see(&role("option", "Angkatan baru: Pengelasan SMAW 3F"));
    desk.press("Enter");
    desk.see(&role("heading", "Buat angkatan"));
    desk.see(&css(".date input:focus"));
    desk.press("Ctrl+a");
    desk.type_text("04-01-2027");
    desk.press("Enter");
    desk.see(&text("Mulai 4 Januari 2027"));
    desk.see(&text("Melewati Ramadan 1448 H"));
    desk.accessible("the form of a batch");
    album.picture(desk, "angkatan-kelas-baru");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Pengelasan SMAW 3F 1/2027"));
    desk.see(&text("Belum dijadwalkan"));
    desk.accessible("a batch");
    album.picture(desk, "angkatan-kelas");
}

#[test]
fn a_day_of_the_region_hours_of_ramadan_and_a_batch_are_made_by_keys() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    add_a_day_of_the_region(&desk, &album);
    write_a_pattern(&desk, &album);
    make_a_season(&desk, &album);
    make_a_batch(&desk, &album);

    // Too early an end is refused in words, and the batch stays as it was.
    desk.press("Alt+u");
    desk.see(&role("heading", "Ubah angkatan"));
    desk.fill(&label("Selesai paling lambat"), "01-01-2027");
    desk.press("Ctrl+Enter");
    desk.see(&text("Harus selesai 01-01-2027, padahal mulai 04-01-2027."));
    desk.click(&role("button", "Batal"));
    desk.see(&role("heading", "Pengelasan SMAW 3F 1/2027"));
    desk.press("Ctrl+z");
    desk.press("Ctrl+k");
    desk.type_text("angkatan pelatihan");
    desk.see(&role("option", "Angkatan pelatihan"));
    desk.press("Enter");
    desk.see(&text("Belum ada angkatan"));
    desk.accessible("no batches");
}
