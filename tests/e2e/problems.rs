//! What stands in the way of the office's file, each with a screen that says what to do, and the way on once it is mended.

use super::first_run::{set_up_the_office, sign_in};
use crate::support::{Album, Room, Start, label, made_by_a_newer_program, role, text};
use std::fs;
use std::os::unix::fs::symlink;

/// A folder in which nobody may write, whoever they are.
const NOBODYS: &str = "/sys/kernel";

#[test]
fn a_folder_that_cannot_be_written_says_so_and_opens_once_it_can() {
    let (album, room) = (Album::open(), Room::new());
    let place = room.path().join("data");
    symlink(NOBODYS, &place).expect("the room is writable");
    let desk = Start::new().data(&place).open();
    desk.see(&role("heading", "Folder data tidak dapat ditulisi"));
    desk.accessible("a folder that cannot be written");
    album.picture(&desk, "tidak-dapat-ditulisi");
    desk.click(&role("button", "Coba lagi"));
    desk.see(&text("Masalahnya masih sama."));
    fs::remove_file(&place).expect("the link is ours");
    fs::create_dir(&place).expect("the room is writable");
    desk.click(&role("button", "Coba lagi"));
    desk.see(&role("heading", "Siapkan kantor"));
}

#[test]
fn a_file_of_a_newer_program_is_left_as_it_is() {
    let (album, data) = (Album::open(), Room::new());
    let desk = Start::new().data(data.path()).open();
    set_up_the_office(&desk);
    desk.close();
    made_by_a_newer_program(data.path());
    let before = fs::read(data.path().join("balai.db")).expect("the office's file");

    let desk = Start::new().data(data.path()).open();
    desk.see(&role("heading", "Aplikasi perlu diperbarui"));
    desk.accessible("a file of a newer program");
    album.picture(&desk, "perlu-diperbarui");
    assert!(!desk.has(&role("button", "Sisihkan")), "a whole file is not set aside");
    desk.close();
    assert!(fs::read(data.path().join("balai.db")).expect("the office's file") == before, "not a byte is changed");
}

#[test]
fn a_full_disk_says_so_at_the_start_and_while_saving_and_loses_nothing() {
    let (album, office, disk) = (Album::open(), Room::new(), Room::new());
    let desk = Start::new().data(office.path()).open();
    set_up_the_office(&desk);
    desk.close();

    let desk = Start::new().full_disk(office.path(), disk.path()).open();
    desk.see(&role("heading", "Ruang penyimpanan penuh"));
    desk.accessible("a full disk");
    album.picture(&desk, "ruang-penuh");
    desk.make_room();
    desk.click(&role("button", "Coba lagi"));
    sign_in(&desk);

    desk.fill_disk();
    desk.press("Ctrl+n");
    desk.see(&label("NIK"));
    desk.type_text("3216014101990001");
    desk.see(&text("Dari NIK"));
    desk.press("Enter");
    desk.type_text("Siti Aminah");
    desk.press("Enter");
    desk.type_text("Bekasi");
    desk.press("Ctrl+Enter");
    desk.see(&text("Ruang penyimpanan komputer penuh."));
    desk.accessible("a form that cannot be saved");
    album.picture(&desk, "tidak-tersimpan");
    desk.make_room();
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Siti Aminah"));
}
