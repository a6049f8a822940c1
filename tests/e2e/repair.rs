//! The published timetable is disturbed: the fewest moves are offered with their reasons and taken by keys.

use super::sample::open_the_sample;
use crate::support::{Album, Desk, Start, css, role, text};

/// From anywhere to the proposal: the palette, the name, Enter.
fn say_who_is_ill(desk: &Desk, album: &Album) {
    desk.press("Ctrl+k");
    desk.type_text("sakit bambang");
    desk.see(&role("option", "sakit Bambang Contoh Santoso, S.T."));
    desk.press("Enter");
    desk.see(&css("[data-accept]:focus"));
    album.picture(desk, "perbaikan");
}

#[test]
fn sessions_of_an_instructor_who_is_ill_are_given_to_others_by_four_keys() {
    let album = Album::open();
    let desk = Start::new().open();
    open_the_sample(&desk);
    say_who_is_ill(&desk, &album);
    desk.press("Enter");
    desk.see(&text("Jadwal diperbaiki"));
    desk.press("p");
    desk.see(&role("heading", "Pemberitahuan perubahan"));
    album.picture(&desk, "pemberitahuan");
}
