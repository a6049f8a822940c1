//! What a person may ask of the office (UU 27/2022): a copy of all that is held, and that it be destroyed.

use super::{first_run::set_up_the_office, people::register};
use crate::support::{Album, Desk, OfficeFile, Start, css, role, text};
use serde_json::Value;
use std::path::Path;

const NIK: &str = "3216014101990001";

/// One of the rarer acts on the person whose page is shown.
pub fn act(desk: &Desk, name: &str) {
    desk.click(&role("button", "Tindakan"));
    desk.click(&role("menuitem", name));
}

/// Opens the dialog of the copy and says for whom it is.
fn ask_for_a_copy(desk: &Desk, why: &str) {
    act(desk, "Serahkan salinan data");
    desk.see(&role("dialog", "Serahkan salinan data"));
    desk.type_text(why);
}

/// Saves the copy as PDF, from its preview.
pub fn save_the_copy(desk: &Desk, paper: &Path) {
    ask_for_a_copy(desk, "Permintaan lisan di loket");
    desk.press("Enter");
    desk.see(&css("dialog img"));
    desk.answer_dialog(paper);
    desk.press("Ctrl+s");
    desk.see(&text("PDF disimpan:"));
    assert!(std::fs::read(paper).expect("the paper is saved").starts_with(b"%PDF-"));
}

#[test]
fn all_that_is_held_on_a_person_is_handed_out_on_paper_and_as_a_file_and_noted() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    register(&desk, NIK, "Siti Aminah", "081234567890");

    ask_for_a_copy(&desk, "Permintaan lisan di loket");
    desk.accessible("a copy of the data");
    album.picture(&desk, "salinan");
    desk.press("Escape");
    desk.gone(&role("dialog", "Serahkan salinan data"));
    save_the_copy(&desk, &album.paper("salinan.pdf"));

    ask_for_a_copy(&desk, "Untuk pemeriksaan");
    desk.click(&role("radio", "JSON"));
    let file = album.paper("salinan.json");
    desk.answer_dialog(&file);
    desk.click(&role("button", "Buat salinan"));
    desk.see(&text("Salinan disimpan di"));
    let held: Value = serde_json::from_slice(&std::fs::read(&file).expect("the file is saved")).expect("JSON");
    assert_eq!(held["full_name"], "Siti Aminah");
    assert!(held.to_string().contains(NIK), "the copy bears the full number");

    desk.click(&role("tab", "Akses data"));
    desk.see(&text("Permintaan lisan di loket"));
    desk.see(&text("Untuk pemeriksaan"));
    desk.accessible("who saw the data");
    album.picture(&desk, "akses-data");
}

#[test]
fn an_erased_person_is_gone_from_the_search_the_list_and_the_file() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    register(&desk, "3216010101950002", "Budi Santoso", "081298765432");
    register(&desk, NIK, "Siti Aminah", "081234567890");
    let file = OfficeFile::open(&desk.data);
    for known in ["Aminah", NIK, "81234567890"] {
        assert!(!file.tables_with(known).is_empty(), "{known} is in the file");
    }

    act(&desk, "Hapus data pribadi");
    desk.see(&role("dialog", "Hapus data pribadi"));
    desk.type_text("Permintaan tertulis 20 November 2026");
    desk.press("Tab");
    desk.type_text("hapus");
    desk.accessible("an erasure");
    album.picture(&desk, "hapus");
    desk.press("Enter");
    desk.see(&text("Data pribadi sudah dimusnahkan."));
    desk.see(&text("1 orang terdaftar"));
    album.picture(&desk, "sesudah-hapus");
    desk.gone(&text("Siti Aminah"));

    desk.press("Ctrl+k");
    desk.type_text("siti aminah");
    desk.see(&text("Tidak ditemukan."));
    desk.press("Escape");
    // It cannot be taken back: the newest act that can is another one.
    desk.press("Ctrl+1");
    desk.see(&role("heading", "Hari Ini"));
    desk.press("Ctrl+z");
    desk.see(&text("Diurungkan"));
    desk.press("Ctrl+2");
    desk.see(&text("Belum ada orang yang terdaftar"));

    for known in ["Aminah", "aminah", NIK, "81234567890"] {
        assert_eq!(file.tables_with(known), Vec::<String>::new(), "{known} is nowhere in the file");
    }
    assert_eq!(file.words("select reason from erasure"), ["Permintaan tertulis 20 November 2026"]);
}
