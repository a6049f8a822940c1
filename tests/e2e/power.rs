//! The power goes out at the counter: what was saved is there, what was being typed is offered again.

use super::{
    first_run::{set_up_the_office, sign_in},
    people::register,
};
use crate::support::{Room, Start, label, role, text};

#[test]
fn after_a_power_cut_the_saved_person_is_there_and_the_open_form_is_offered() {
    let data = Room::new();
    let desk = Start::new().data(data.path()).open();
    set_up_the_office(&desk);
    register(&desk, "3216014101990001", "Siti Aminah", "081234567890");
    desk.press("Ctrl+n");
    desk.see(&label("NIK"));
    desk.fill(&label("Nama lengkap"), "Budi Belum Selesai");
    desk.see(&text("Draf tersimpan"));
    desk.cut_power();

    let desk = Start::new().data(data.path()).open();
    sign_in(&desk);
    desk.press("Ctrl+2");
    desk.see(&text("Siti Aminah"));
    desk.press("Ctrl+n");
    desk.see(&text("Budi Belum Selesai"));
    desk.click(&role("button", "Lanjutkan draf"));
    assert_eq!(desk.value(&label("Nama lengkap")), "Budi Belum Selesai");
}
