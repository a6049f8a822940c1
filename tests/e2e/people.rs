//! The counter by keys alone, two records that are one person, and the way back.

use super::{dossier::act, first_run::set_up_the_office};
use crate::support::{Album, Desk, OfficeFile, Start, css, label, role, text};

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
    desk.see(&text("data berbeda"));
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

/// What the file says of each person, and whether it stands for itself.
const PEOPLE: &str = "select concat_ws(' · ', full_name, nik, phone, birth_place, address, merged_into is null)
    from person order by id";

#[test]
fn a_merge_is_taken_apart_from_the_page_of_the_one_who_stayed() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    register(&desk, "3216014101990001", "Siti Aminah", "081234567890");
    register(&desk, "3217014101990001", "Siti Aminah Lubis", "081234567890");
    desk.press("e");
    desk.see(&role("heading", "Betulkan data"));
    desk.fill(&label("Alamat"), "Kampung Sawah");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Siti Aminah Lubis"));
    let file = OfficeFile::open(&desk.data);
    let before = file.words(PEOPLE);

    desk.press("Ctrl+2");
    desk.click(&text("Periksa duplikat"));
    desk.see(&text("Siti Aminah Lubis"));
    desk.click(&css("[role=row] [role=gridcell]"));
    desk.press("Enter");
    desk.see(&role("heading", "Bandingkan dua data"));
    desk.see(&text("data berbeda"));
    desk.press("Ctrl+Enter");
    desk.see(&text("Tidak ada dugaan duplikat"));
    assert_ne!(file.words(PEOPLE), before);

    desk.press("Ctrl+2");
    desk.see(&text("1 orang terdaftar"));
    desk.click(&css("[role=row] [role=gridcell]"));
    desk.press("Enter");
    desk.see(&text("Gabungan dari: Siti Aminah Lubis"));
    desk.see(&text("Kampung Sawah"));
    album.picture(&desk, "gabungan");
    act(&desk, "Pisahkan lagi: Siti Aminah Lubis");
    desk.see(&role("dialog", "Pisahkan lagi dua data ini"));
    desk.accessible("taking a merge apart");
    album.picture(&desk, "pisahkan");
    desk.click(&role("button", "Pisahkan"));
    desk.see(&text("Kedua data sudah dipisahkan."));
    desk.gone(&text("Kampung Sawah"));
    assert_eq!(file.words(PEOPLE), before, "both are as they were");
    desk.press("Ctrl+2");
    desk.see(&text("2 orang terdaftar"));
}
