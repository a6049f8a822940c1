//! What the centre has, entered by keys: a programme with its units, an instructor who may teach them, a room.

use super::first_run::set_up_the_office;
use crate::support::{Album, Desk, Start, css, label, role, text};

/// Goes to a part of training by its link, as Tab and Enter do.
fn part(desk: &Desk, link: &str, heading: &str) {
    desk.press("Ctrl+3");
    desk.see(&role("heading", "Pelatihan"));
    desk.focus_on(&role("link", link));
    desk.press("Enter");
    desk.see(&role("heading", heading));
}

fn act(desk: &Desk, button: &str) {
    desk.focus_on(&role("button", button));
    desk.press("Enter");
}

/// Types cells from left to right and goes on to the next row of the units' ten columns.
fn unit(desk: &Desk, cells: &[&str]) {
    for at in 0..10 {
        if let Some(words) = cells.get(at).filter(|words| !words.is_empty()) {
            desk.type_text(words);
        }
        desk.press("Enter");
    }
}

fn make_a_programme(desk: &Desk, album: &Album) {
    part(desk, "Program", "Program pelatihan");
    desk.see(&text("Teknisi AC Residensial"));
    desk.accessible("the programmes");
    album.picture(desk, "program");
    act(desk, "Program baru");
    desk.see(&role("dialog", "Program baru"));
    desk.accessible("a new programme of the catalogue");
    desk.type_text("Barista Dasar");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Barista Dasar"));
    desk.see(&text("Program ini belum punya unit."));
    desk.focus_on(&css(".sheet input"));
    unit(desk, &["i.56bar01.001.1", "Menyiapkan alat kopi", "4", "12"]);
    unit(desk, &["I.56BAR01.002.1", "Menyeduh kopi", "4", "20", "", "2", "", "", "", "1"]);
    unit(desk, &["", "Fisik, mental, dan disiplin", "", "8"]);
    desk.press("Ctrl+Enter");
    desk.see(&text("Unit program Barista Dasar disimpan."));
    desk.see(&text("48 JP: 8 teori, 40 praktik, 0 OJT"));
    desk.accessible("a programme with its units");
    album.picture(desk, "program-unit");
}

/// The first unit cannot need the second, which needs the first.
fn a_circle_is_refused(desk: &Desk) {
    desk.focus_on(&css(".sheet input"));
    desk.press("Ctrl+Home");
    desk.press("End");
    desk.type_text("2");
    desk.press("Enter");
    desk.press("Ctrl+Enter");
    desk.see(&text("Prasyarat melingkar: Menyiapkan alat kopi → Menyeduh kopi → Menyiapkan alat kopi"));
    act(desk, "Urungkan perubahan");
    desk.gone(&role("button", "Urungkan perubahan"));
}

fn note_an_instructor(desk: &Desk, album: &Album) {
    part(desk, "Instruktur", "Instruktur");
    desk.see(&text("Belum ada instruktur"));
    desk.accessible("no instructors");
    act(desk, "Instruktur baru");
    desk.see(&role("dialog", "Instruktur baru"));
    desk.accessible("a new instructor");
    desk.type_text("Budi Contoh Santoso, S.T.");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Budi Contoh Santoso, S.T."));
    desk.focus_on(&css(".sheet input"));
    desk.type_text("I.56BAR01.001.1");
    desk.press("Enter");
    desk.press("Ctrl+Enter");
    desk.see(&text("Kompetensi Budi Contoh Santoso, S.T. disimpan."));
    desk.accessible("an instructor");
    album.picture(desk, "instruktur");
    part(desk, "Instruktur", "Instruktur");
    desk.see(&text("1 berlaku"));
}

fn note_a_room(desk: &Desk, album: &Album) {
    part(desk, "Ruang", "Ruang");
    desk.see(&text("Belum ada ruang"));
    act(desk, "Ruang baru");
    desk.see(&role("dialog", "Ruang baru"));
    desk.accessible("a new room");
    desk.type_text("kopi-1");
    desk.press("Enter");
    desk.type_text("Bengkel kopi");
    desk.fill(&label("Kapasitas"), "12");
    desk.press("Ctrl+Enter");
    desk.see(&text("Ruang KOPI-1 disimpan."));
    desk.accessible("the rooms");
    album.picture(desk, "ruang");
}

#[test]
fn a_programme_an_instructor_and_a_room_are_entered_by_keys() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    make_a_programme(&desk, &album);
    a_circle_is_refused(&desk);
    note_an_instructor(&desk, &album);
    note_a_room(&desk, &album);
    part(&desk, "Alat & bahan", "Alat & bahan");
    desk.see(&text("Belum ada alat atau bahan"));
    desk.accessible("no supplies");
}
