//! The pictures of the manual, each of the screen that its page is about. `cargo xtask manual` keeps them.

use super::{
    card::issue,
    first_run::{set_up_the_office, sign_in},
    import::try_the_workbook,
    people::register,
};
use crate::support::{Album, Room, Start, css, label, role, text};

#[test]
fn every_picture_of_the_manual() {
    let (album, data) = (Album::open(), Room::new());
    let desk = Start::new().data(data.path()).open();
    desk.see(&role("heading", "Siapkan kantor"));
    album.picture(&desk, "jalan-pertama");
    set_up_the_office(&desk);
    desk.close();
    let desk = Start::new().data(data.path()).open();
    desk.see(&role("heading", "Masuk"));
    album.picture(&desk, "masuk");
    sign_in(&desk);
    album.picture(&desk, "hari-ini");
    desk.press("Ctrl+n");
    desk.see(&label("NIK"));
    desk.type_text("3216014101990001");
    desk.see(&text("Dari NIK"));
    album.picture(&desk, "loket");
    desk.press("Ctrl+1");
    desk.see(&role("heading", "Hari Ini"));
    register(&desk, "3216014101990001", "Siti Aminah", "081234567890");
    register(&desk, "3217014101990001", "Siti Aminah Lubis", "081234567890");
    desk.press("Ctrl+2");
    desk.see(&text("2 orang terdaftar"));
    album.picture(&desk, "pendaftar");
    desk.click(&css("[role=row] [role=gridcell]"));
    desk.press("Enter");
    desk.see(&role("heading", "Siti Aminah"));
    album.picture(&desk, "orang");
    try_the_workbook(&desk);
    album.picture(&desk, "impor");
    desk.press("Ctrl+2");
    desk.click(&text("Periksa duplikat"));
    desk.see(&text("Siti Aminah Lubis"));
    album.picture(&desk, "dugaan-ganda");
    desk.press("Ctrl+2");
    desk.see(&text("2 orang terdaftar"));
    desk.click(&css("[role=row] [role=gridcell]"));
    desk.press("Enter");
    desk.see(&role("heading", "Siti Aminah"));
    desk.press("e");
    desk.see(&role("heading", "Betulkan data"));
    desk.fill(&label("Alamat"), "Kampung Sawah");
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Siti Aminah"));
    issue(&desk, "Operator jahit");
    album.picture(&desk, "kartu");
}
