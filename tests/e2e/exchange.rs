//! Two desks of one office in real windows: through a hub, through a bundle file, and what both entered differently is
//! settled on the screen.

use super::{
    first_run::{set_up_the_office, sign_in},
    people::register,
};
use crate::support::{Album, Desk, PASSPHRASE, Process, Room, Start, css, label, role, text};
use std::{
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// The hub's program and the command line lie beside the desk's.
fn program(name: &str) -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_balai-desk")).with_file_name(name)
}

/// A hub as a process of its own, while the windows are open.
struct Province {
    room: Room,
    url: String,
    _serving: Process,
}

impl Province {
    fn open() -> Province {
        let room = Room::new();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        drop(listener);
        said(hub(room.path()).arg("init"));
        said(hub(room.path()).args(["office", "add", "3216", "UPTD BLK Kabupaten Bekasi"]));
        let mut serve = hub(room.path());
        let serving = Process::start(serve.args(["serve", "--listen", &address]).stdout(Stdio::null()));
        let patience = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(&address).is_err() {
            assert!(Instant::now() < patience, "the hub answers");
            std::thread::yield_now();
        }
        Province { room, url: format!("http://{address}"), _serving: serving }
    }

    fn code(&self) -> String {
        let told = said(hub(self.room.path()).args(["device", "code", "3216", "PC loket"]));
        let code = told.split_whitespace().find(|word| word.len() == 19 && word.matches('-').count() == 3);
        code.expect("a code in what the hub says").to_owned()
    }

    /// One more PC of the office, filled from the hub.
    fn another_pc(&self, folder: &Path) {
        let mut join = Command::new(program("balai"));
        join.arg("--data").arg(folder).args(["sync", "join", "--hub", &self.url, "--office", "3216", "--code"]);
        said(join.arg(self.code()).env("BALAI_PASSPHRASE", PASSPHRASE));
    }
}

fn hub(data: &Path) -> Command {
    let mut command = Command::new(program("balai-hub"));
    command.arg("--data").arg(data);
    command
}

fn said(command: &mut Command) -> String {
    let output = command.output().expect("the program starts");
    let (told, wrong) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}: {told}{wrong}");
    told.into_owned()
}

fn go_to_the_exchange(desk: &Desk) {
    desk.press("Ctrl+k");
    desk.type_text("pertukaran data");
    desk.see(&role("option", "Pertukaran data"));
    desk.press("Enter");
    desk.see(&role("heading", "Pertukaran data"));
}

fn take_part(desk: &Desk, province: &Province) {
    go_to_the_exchange(desk);
    desk.see(&text("Kantor ini belum ikut pertukaran"));
    desk.accessible("an office that takes no part");
    desk.click(&role("button", "Ikut pertukaran data"));
    desk.fill(&label("Alamat pusat"), &province.url);
    desk.fill(&label("Kode kantor di pusat"), "3216");
    desk.fill(&label("Kode sekali pakai"), &province.code());
    desk.press("Ctrl+Enter");
    desk.see(&text("PC ini ikut pertukaran data."));
}

fn exchange_now(desk: &Desk) {
    go_to_the_exchange(desk);
    desk.see(&text("Tukar data sekarang"));
    desk.press("Ctrl+Enter");
    desk.see(&text("Pertukaran selesai"));
    desk.gone(&role("button", "Hentikan"));
}

/// Finds the person and corrects the name.
fn rename(desk: &Desk, name: &str, fresh: &str) {
    desk.press("Ctrl+k");
    desk.type_text(name);
    desk.see(&role("option", name));
    desk.press("Enter");
    desk.see(&role("heading", name));
    desk.click(&role("button", "Betulkan"));
    desk.see(&role("heading", "Betulkan data"));
    desk.fill(&label("Nama lengkap"), fresh);
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", fresh));
}

#[test]
fn two_desks_exchange_through_a_hub_and_settle_on_the_screen_what_both_entered() {
    let (album, province, folder) = (Album::open(), Province::open(), Room::new());
    let first = Start::new().open();
    set_up_the_office(&first);
    register(&first, "3216014101990001", "Siti Aminah", "081234567890");
    take_part(&first, &province);
    first.click(&role("tab", "Yang dikirim"));
    first.see(&text("Pertukaran berikutnya mengirim"));
    first.accessible("what leaves the building");
    album.picture(&first, "pertukaran-yang-dikirim");
    exchange_now(&first);
    first.accessible("the state of the exchange");
    album.picture(&first, "pertukaran-keadaan");

    province.another_pc(folder.path());
    let second = Start::new().data(folder.path()).open_beside(&first);
    sign_in(&second);
    rename(&first, "Siti Aminah", "Siti Aminah Putri");
    rename(&second, "Siti Aminah", "Siti Aminah Dewi");
    exchange_now(&first);
    exchange_now(&second);
    second.click(&css("[role=tab]:nth-of-type(3)"));
    second.see(&text("Siti Aminah Putri"));
    second.see(&text("Siti Aminah Dewi"));
    second.accessible("two entries of one field");
    album.picture(&second, "beda-isian");
    second.click(&text("Siti Aminah Putri"));
    second.click(&role("button", "Putuskan"));
    second.see(&text("Tidak ada beda isian"));
    exchange_now(&second);
    exchange_now(&first);
    first.press("Ctrl+2");
    first.see(&text("Siti Aminah Putri"));
}

#[test]
fn a_bundle_carries_what_one_desk_entered_to_the_other() {
    let (province, folder, stick) = (Province::open(), Room::new(), Room::new());
    let first = Start::new().open();
    set_up_the_office(&first);
    take_part(&first, &province);
    let bundle = stick.path().join("kantor.balaix");
    exchange_now(&first);
    province.another_pc(folder.path());
    register(&first, "3216014101990001", "Siti Aminah", "081234567890");
    go_to_the_exchange(&first);
    first.answer_dialog(&bundle);
    first.click(&role("button", "Tulis bundel"));
    first.see(&text("ditulis ke"));

    let second = Start::new().data(folder.path()).open_beside(&first);
    sign_in(&second);
    go_to_the_exchange(&second);
    second.answer_dialog(&bundle);
    second.click(&role("button", "Baca bundel"));
    second.see(&text("Bundel dibaca"));
    second.press("Ctrl+2");
    second.see(&text("Siti Aminah"));
}
