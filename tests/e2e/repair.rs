//! The published timetable is disturbed: the fewest moves are offered with their reasons and taken by keys.

use super::sample::open_the_sample;
use crate::support::{Album, Desk, Start, css, role, text};
use serde_json::json;

/// From anywhere to the proposal: the palette, the name, Enter. On a day without a class of theirs, Enter goes on to the
/// next that has one.
fn say_who_is_ill(desk: &Desk) {
    desk.press("Ctrl+k");
    desk.type_text("sakit bambang");
    desk.see(&role("option", "sakit Bambang Contoh Santoso, S.T."));
    desk.press("Enter");
    desk.see(&css("[data-accept]:focus, [data-next]:focus"));
    if desk.has(&css("[data-next]")) {
        desk.press("Enter");
        desk.see(&css("[data-accept]:focus"));
    }
}

#[test]
fn sessions_of_an_instructor_who_is_ill_are_given_to_others_by_four_keys_and_back_by_one() {
    let album = Album::open();
    let desk = Start::new().open();
    open_the_sample(&desk);
    say_who_is_ill(&desk);
    album.picture(&desk, "perbaikan");
    let found = desk.text(&css("main p[role=status]"));
    desk.press("Enter");
    desk.see(&role("button", "Urungkan"));
    desk.press("Ctrl+z");
    desk.see(&text("Sudah diurungkan."));

    // One act brought everything back: the same is found and offered again.
    desk.press("Ctrl+1");
    desk.see(&role("heading", "Hari Ini"));
    say_who_is_ill(&desk);
    let again = desk.text(&css("main p[role=status]"));
    assert_eq!(again, found, "{}", desk.text(&css("main")));
    desk.press("Enter");
    desk.see(&text("Jadwal diperbaiki"));
    desk.press("p");
    desk.see(&role("heading", "Pemberitahuan perubahan"));
    album.picture(&desk, "pemberitahuan");
}

#[test]
fn the_office_names_another_stand_in_than_the_one_proposed() {
    let album = Album::open();
    let desk = Start::new().open();
    open_the_sample(&desk);
    say_who_is_ill(&desk);
    let other = desk.script("return document.querySelector('main tbody select').options[1].label", json!([]));
    let other = other.as_str().expect("somebody else could stand in");
    let name = other.split(" · ").next().expect("a name");
    let becomes = css("main tbody tr:first-child td:nth-child(3)");
    assert!(!desk.text(&becomes).contains(name), "{name} is proposed already");
    desk.choose(&css("main tbody tr:first-child select"), other);
    desk.text_when(&becomes, |text| text.contains(name));
    album.picture(&desk, "pengganti-lain");
    desk.focus_on(&css("[data-accept]"));
    desk.press("Enter");
    desk.see(&text("Jadwal diperbaiki"));

    // Taken back, nothing claims to be mended any more.
    desk.press("Ctrl+z");
    desk.gone(&text("Jadwal diperbaiki"));
}
