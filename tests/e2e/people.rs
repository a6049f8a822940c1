//! The counter by keys alone, two records that are one person, and the way back.

use super::first_run::set_up_the_office;
use crate::support::{Album, Desk, Start, css, label, role, text};

/// Registers someone at the counter without the mouse; ends on the person's page.
pub fn register(desk: &Desk, nik: &str, name: &str, phone: &str) {
    desk.press("Ctrl+n");
    desk.see(&role("heading", "Daftarkan orang"));
    desk.see(&label("NIK"));
    desk.type_text(nik);
    // The number offers birth date and sex; Enter takes them and goes on to the name.
    desk.see(&text("Dari NIK"));
    desk.press("Enter");
    desk.type_text(name);
    desk.press("Enter");
    desk.type_text("Bekasi");
    desk.press("Enter");
    desk.fill(&label("Nomor HP"), phone);
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", name));
}

#[test]
fn a_person_is_registered_by_keys_found_by_any_spelling_and_taken_back() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    register(&desk, "3216014101990001", "Siti Aminah", "081234567890");
    desk.accessible("a person's page");
    album.picture(&desk, "orang");
    assert!(!desk.all_text().contains("3216014101990001"), "the NIK is masked");

    desk.press("Ctrl+k");
    desk.type_text("siti amminah");
    desk.see(&role("option", "Siti Aminah"));
    desk.press("Escape");

    desk.press("Ctrl+z");
    desk.press("Ctrl+2");
    desk.see(&text("Belum ada orang yang terdaftar"));
    desk.accessible("an empty register");
}

#[test]
fn two_records_of_one_person_become_one_and_two_again() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    register(&desk, "3216014101990001", "Siti Aminah", "081234567890");
    // The second time the clerk mistypes one digit of the district.
    register(&desk, "3217014101990001", "Siti Aminah Lubis", "081234567890");
    desk.press("Ctrl+2");
    desk.click(&text("Periksa duplikat"));
    desk.see(&role("heading", "Dugaan duplikat"));
    desk.see(&text("Siti Aminah Lubis"));
    desk.accessible("duplicates");
    album.picture(&desk, "dugaan-duplikat");
    desk.click(&css("[role=row] [role=gridcell]"));
    desk.press("Enter");
    desk.see(&role("heading", "Bandingkan dua data"));
    desk.accessible("two records side by side");
    album.picture(&desk, "bandingkan");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Dugaan duplikat"));
    desk.see(&text("Tidak ada dugaan duplikat"));
    desk.press("Ctrl+2");
    desk.see(&text("1 orang terdaftar"));

    desk.press("Ctrl+z");
    desk.see(&text("2 orang terdaftar"));
}
