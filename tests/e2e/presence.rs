//! Who sits at the desk: a desk left alone locks itself, and a second start comes to the first window.

use super::first_run::{PASSWORD, set_up_the_office};
use crate::support::{Album, Start, label, role, text};
use std::time::Duration;

/// The shortest time of an office, and a little for the clock that looks every five seconds.
const QUIET: Duration = Duration::from_secs(60);

#[test]
fn a_desk_left_alone_locks_itself_and_keeps_the_open_form() {
    let album = Album::open();
    let mut desk = Start::new().open();
    set_up_the_office(&desk);
    desk.press("Ctrl+9");
    desk.click(&role("link", "Aturan bertanggal"));
    desk.click(&role("button", "Ubah: Kunci layar setelah"));
    desk.fill(&label("Nilai"), "1");
    desk.press("Ctrl+Enter");
    desk.see(&text("1 menit"));
    desk.click(&role("link", "Kantor"));
    desk.fill(&label("Telepon"), "021-5550000");

    desk.leave_alone(QUIET);
    desk.see(&role("dialog", "Layar terkunci"));
    album.picture(&desk, "terkunci-sendiri");
    desk.type_text(PASSWORD);
    desk.press("Enter");
    desk.gone(&role("dialog", "Layar terkunci"));
    assert_eq!(desk.value(&label("Telepon")), "021-5550000");
}

#[test]
fn a_second_start_comes_to_the_first_window_and_ends() {
    let desk = Start::new().open();
    set_up_the_office(&desk);
    desk.press("Ctrl+9");
    desk.fill(&label("Telepon"), "021-5550000");
    assert!(desk.start_again().success());
    // The first window works on, with what was typed.
    assert_eq!(desk.value(&label("Telepon")), "021-5550000");
    desk.press("Ctrl+l");
    desk.see(&role("dialog", "Layar terkunci"));
}
