//! The main job as a clerk does it: from the first run over a workbook and the counter to a printed card.
//! `cargo xtask run` shows it on a machine without a display.

use super::{
    card::{issue, print},
    first_run::set_up_the_office,
    import::try_the_workbook,
    people::register,
};
use crate::support::{Album, Start, label, role, text};

#[test]
fn the_main_job_from_first_run_to_printed_card() {
    let album = Album::open();
    let desk = Start::new().open();
    desk.see(&role("heading", "Siapkan kantor"));
    album.picture(&desk, "jalan-pertama");
    set_up_the_office(&desk);
    album.picture(&desk, "hari-ini");
    try_the_workbook(&desk);
    album.picture(&desk, "uji-coba-impor");
    desk.press("Ctrl+Enter");
    desk.see(&text("Impor selesai."));
    album.picture(&desk, "hasil-impor");
    desk.press("Ctrl+2");
    desk.see(&text("1.270 orang terdaftar"));
    album.picture(&desk, "pendaftar");
    register(&desk, "3216014101990001", "Siti Aminah", "081234567890");
    desk.press("e");
    desk.see(&role("heading", "Betulkan data"));
    desk.fill(&label("Alamat"), "Kampung Sawah");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Siti Aminah"));
    album.picture(&desk, "orang");
    issue(&desk, "Operator jahit");
    album.picture(&desk, "kartu");
    assert!(print(&desk, &album.paper("kartu-ak1.pdf")) >= 1);
}
