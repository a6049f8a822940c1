//! The operating system's keyring: a bus of its own and GNOME's keyring on it, unlocked, in a folder of the test.

use super::Room;
use super::process::Process;
use super::session::wait_until;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// A keyring that works, for as long as the test holds it.
pub struct Keyring {
    /// Where programs find it.
    pub address: String,
    // In the order in which they end.
    _keyring: Process,
    _bus: Process,
    _room: Room,
}

impl Keyring {
    /// Starts both and waits until the bus knows the keyring.
    pub fn open() -> Self {
        let room = Room::new();
        let place = format!("unix:path={}", room.path().join("bus").display());
        let mut bus = Process::start(
            Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--print-address=1", &format!("--address={place}")])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut address = String::new();
        let told = bus.child().stdout.take().expect("piped above");
        BufReader::new(told).read_line(&mut address).expect("the bus tells its address");
        let address = address.trim().to_owned();
        let mut keyring = Process::start(
            Command::new("gnome-keyring-daemon")
                .args(["--foreground", "--unlock", "--components=secrets"])
                .arg(format!("--control-directory={}", room.path().join("control").display()))
                .env("DBUS_SESSION_BUS_ADDRESS", &address)
                .env("XDG_DATA_HOME", room.path().join("share"))
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        // What is left of the pipe closes here: the whole of it is the keyring's own password.
        keyring.child().stdin.take().expect("piped above").write_all(b"sandi gantungan").expect("the keyring listens");
        wait_until("the bus knows the keyring", || knows(&address).then_some(()));
        Self { address, _keyring: keyring, _bus: bus, _room: room }
    }
}

fn knows(address: &str) -> bool {
    let names = Command::new("dbus-send")
        .args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames"])
        .env("DBUS_SESSION_BUS_ADDRESS", address)
        .output();
    names.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).contains("org.freedesktop.secrets"))
}
