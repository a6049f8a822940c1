//! The published timetable is disturbed: the fewest moves are offered with their reasons and taken by keys.

use super::sample::{ask, open_the_sample, visit};
use crate::support::{Album, Desk, Start, css, role, text};
use chrono::{Days, Local, NaiveDate};
use serde_json::{Value, json};

/// From anywhere to the proposal: the palette, the name, Enter at once. On a day without a class of theirs, Enter goes on
/// to the next that has one.
fn say_who_is_ill(desk: &Desk) {
    desk.press("Ctrl+k");
    desk.type_text("sakit bambang");
    desk.press("Enter");
    desk.see(&css("[data-accept]:focus, [data-next]:focus"));
    if desk.has(&css("[data-next]")) {
        desk.press("Enter");
        desk.see(&css("[data-accept]:focus"));
    }
    // Not somebody who stood in the list while the name was still being typed.
    let table = desk.text(&css("main table"));
    assert!(table.contains("Bambang Contoh Santoso"), "{table}");
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

/// An instructor and a day of the coming week on which more than one other could take a session over, and which session.
fn where_two_could_stand_in(desk: &Desk) -> (String, NaiveDate, usize) {
    let names = ask(desk, "board_names", Value::Null);
    let people = names["instructors"].as_array().expect("instructors");
    for (who, day) in people.iter().flat_map(|one| soon().iter_days().take(7).map(move |day| (&one["id"], day))) {
        let away = json!({ "kind": "instructor", "instructor_id": who, "room_id": null, "from": day, "to": day });
        let found = ask(desk, "repair_preview", json!({ "disturbance": away, "chosen": [] }));
        let lines = found["lines"].as_array().expect("lines");
        let two = |line: &Value| line["others"].as_array().is_some_and(|others| !others.is_empty());
        if let Some(line) = lines.iter().position(two) {
            return (who.as_str().expect("an id").to_owned(), day, line);
        }
    }
    panic!("nobody has two who could stand in")
}

#[test]
fn the_office_names_another_stand_in_than_the_one_proposed() {
    let album = Album::open();
    let desk = Start::new().open();
    open_the_sample(&desk);
    let (who, day, line) = where_two_could_stand_in(&desk);
    visit(&desk, &format!("#/training/repair?instructor={who}&from={day}"));
    desk.see(&css("[data-accept]:focus"));
    let at = format!("main tbody tr:nth-child({})", line + 1);
    let options = format!("return document.querySelector('{at} select').options[1].label");
    let other = desk.script(&options, json!([]));
    let other = other.as_str().expect("somebody else could stand in");
    let becomes = css(&format!("{at} td:nth-child(3)"));
    assert!(!desk.text(&becomes).contains(other), "{other} is proposed already");
    desk.choose(&css(&format!("{at} select")), other);
    desk.text_when(&becomes, |text| text.contains(other));
    album.picture(&desk, "pengganti-lain");
    desk.focus_on(&css("[data-accept]"));
    desk.press("Enter");
    desk.see(&text("Jadwal diperbaiki"));

    // Taken back, nothing claims to be mended any more.
    desk.press("Ctrl+z");
    desk.gone(&text("Jadwal diperbaiki"));
}

/// A day to come for the office too, whose clock may be a day ahead of this machine's.
fn soon() -> NaiveDate {
    Local::now().date_naive() + Days::new(2)
}

/// The first day, from soon on, on which the published timetable holds a session.
fn a_day_of_training(desk: &Desk) -> NaiveDate {
    let day = json!({ "kind": "day", "instructor_id": null, "room_id": null, "from": soon(), "to": soon() });
    let found = ask(desk, "repair_preview", json!({ "disturbance": day, "chosen": [] }));
    if found["hit"] != json!(0) {
        soon()
    } else {
        found["next_on"].as_str().expect("a session later").parse().expect("a day")
    }
}

#[test]
fn a_later_decree_moves_the_published_timetable_by_repair() {
    let album = Album::open();
    let desk = Start::new().open();
    open_the_sample(&desk);
    let day = a_day_of_training(&desk);
    visit(&desk, "#/training/calendar");
    desk.click(&role("button", "Tambah hari libur"));
    desk.see(&role("dialog", "Tambah hari libur"));
    desk.type_text(&day.format("%d-%m-%Y").to_string());
    desk.press("Enter");
    desk.press("Enter");
    desk.type_text("Libur pilkada");
    desk.press("Ctrl+Enter");
    desk.see(&text("Jadwal terbit terkena"));
    album.picture(&desk, "libur-kena-jadwal");
    desk.click(&role("button", "Perbaiki jadwal"));
    desk.see(&css("[data-accept]:focus"));
    let told = desk.text(&css("main table"));
    assert!(told.contains(&day.format("%d-%m-%Y").to_string()), "{told}");
    album.picture(&desk, "perbaikan-libur");
    desk.press("Enter");
    desk.see(&text("Jadwal diperbaiki"));

    // Nothing that is recorded disturbs the timetable any more.
    visit(&desk, "#/");
    visit(&desk, "#/training/repair?what=recorded");
    desk.see(&text("Semua sesi cocok dengan kalender"));
}
