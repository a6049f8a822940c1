//! The timetable of a class: arranged, published, a session carried by keys and opened.

use super::sample::open_the_sample;
use crate::support::{Album, Desk, Start, css, role, text};

const CLASS: &str = "Pengelasan SMAW 3F 1/2027";

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
    desk.press("Down");
    desk.press("Ctrl+Right");
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

#[test]
fn a_class_is_arranged_published_and_carried_by_keys() {
    let album = Album::open();
    let desk = Start::new().open();
    open_the_sample(&desk);
    arrange_a_class(&desk, &album);
    carry_a_session(&desk, &album);
}
