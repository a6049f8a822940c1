//! The key of the office's file: another passphrase, and a keyring that opens the file without asking.

use super::first_run::{set_up_the_office, sign_in};
use crate::support::{Album, Desk, Keyring, PASSPHRASE, Room, Start, label, role, text};
use std::path::Path;

const FRESH: &str = "meja jati hijau muda";

/// The settings' page of the key.
fn go_to_the_key(desk: &Desk) {
    desk.press("Ctrl+9");
    desk.click(&role("link", "Kunci data"));
    desk.see(&label("Kata sandi data sekarang"));
}

fn change(desk: &Desk, old: &str, fresh: &str) {
    desk.fill(&label("Kata sandi data sekarang"), old);
    desk.fill(&label("Kata sandi data baru"), fresh);
    desk.fill(&label("Ulangi kata sandi data baru"), fresh);
    desk.press("Ctrl+Enter");
}

/// Opens the folder without telling it the passphrase.
fn open_without(folder: &Path) -> Start {
    Start::new().data(folder).variable("BALAI_PASSPHRASE", "")
}

#[test]
fn a_changed_passphrase_opens_the_file_and_the_old_one_no_longer() {
    let (album, data) = (Album::open(), Room::new());
    let desk = Start::new().data(data.path()).open();
    set_up_the_office(&desk);
    go_to_the_key(&desk);
    desk.accessible("the key of the file");
    change(&desk, "bukan yang ini", FRESH);
    desk.see(&text("Kata sandi data tidak cocok."));
    change(&desk, PASSPHRASE, "pendek");
    desk.see(&text("Kata sandi data paling sedikit 8 huruf."));
    change(&desk, PASSPHRASE, FRESH);
    desk.see(&text("Kata sandi data diganti."));
    album.picture(&desk, "kunci-data");
    desk.close();

    let desk = open_without(data.path()).open();
    desk.see(&role("heading", "Buka data kantor"));
    desk.fill(&label("Kata sandi data"), PASSPHRASE);
    desk.press("Enter");
    desk.see(&text("Kata sandi data tidak cocok."));
    desk.fill(&label("Kata sandi data"), FRESH);
    desk.press("Enter");
    sign_in(&desk);
}

#[test]
fn a_keyring_switched_on_opens_the_file_by_itself_until_it_is_switched_off() {
    let (data, keyring) = (Room::new(), Keyring::open());
    let with_it = || open_without(data.path()).variable("DBUS_SESSION_BUS_ADDRESS", &keyring.address);
    let switch = || label("Buka otomatis di komputer ini");
    let desk = Start::new().data(data.path()).variable("DBUS_SESSION_BUS_ADDRESS", &keyring.address).open();
    set_up_the_office(&desk);
    go_to_the_key(&desk);
    desk.click(&switch());
    desk.see(&text("Data kini terbuka otomatis di komputer ini."));
    desk.close();

    let desk = with_it().open();
    sign_in(&desk);
    desk.close();

    // Another PC, or another user of this one, has no such keyring.
    let desk = open_without(data.path()).variable("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent").open();
    desk.see(&role("heading", "Buka data kantor"));
    desk.close();

    let desk = with_it().open();
    sign_in(&desk);
    go_to_the_key(&desk);
    desk.click(&switch());
    desk.see(&text("Data kini dibuka dengan kata sandi data"));
    desk.close();

    let desk = with_it().open();
    desk.see(&role("heading", "Buka data kantor"));
}
