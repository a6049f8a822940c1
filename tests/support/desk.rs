//! The desk under test: the built program in a window of its own, with a data folder of its own.

use super::process::Process;
use super::screen::{SIZE, Screen};
use super::session::{Session, wait_until};
use super::small_disk::SmallDisk;
use super::{Page, Room};
use serde_json::json;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// One window at a time: WebKit's driver serves one session, and two windows would fight for the focus.
static TURN: Mutex<()> = Mutex::new(());

/// The program under test.
const PROGRAM: &str = env!("CARGO_BIN_EXE_balai-desk");

/// The passphrase that opens every office made by the flows.
pub const PASSPHRASE: &str = "rahasia balai untuk uji";

/// How the desk is to be started.
pub struct Start {
    data: Option<PathBuf>,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    disk: Option<SmallDisk>,
}

impl Start {
    /// With an empty data folder, which goes with the desk.
    pub fn new() -> Self {
        Self {
            data: None,
            arguments: Vec::new(),
            environment: vec![("BALAI_PASSPHRASE".to_owned(), PASSPHRASE.to_owned())],
            disk: None,
        }
    }

    /// With this data folder, which stays.
    pub fn data(mut self, folder: &Path) -> Self {
        self.data = Some(folder.to_owned());
        self
    }

    /// With the office that is in this folder, on a disk of its own that is full.
    pub fn full_disk(mut self, office: &Path, data: &Path) -> Self {
        self.disk = Some(SmallDisk { data: data.to_owned(), office: office.to_owned() });
        self.data(data)
    }

    pub fn argument(mut self, word: &str) -> Self {
        self.arguments.push(word.to_owned());
        self
    }

    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Opens the window on a screen of its own and gives it the office's size.
    pub fn open(self) -> Desk {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        self.window(Some(turn))
    }

    /// A second window of a flow: the first has the turn.
    pub fn open_beside(self, _first: &Desk) -> Desk {
        self.window(None)
    }

    fn window(mut self, turn: Option<MutexGuard<'static, ()>>) -> Desk {
        let (room, screen) = (Room::new(), Screen::open());
        let data = self.data.take().unwrap_or_else(|| room.path().join("data"));
        let answer = room.path().join("dialog-answer.txt");
        let mut set = |name: &str, value: &str| self.environment.push((name.to_owned(), value.to_owned()));
        set("DISPLAY", &screen.name);
        set("BALAI_DATA", &data.to_string_lossy());
        set("BALAI_DIALOG_FILE", &answer.to_string_lossy());
        // What the window itself remembers, such as the theme, is nobody else's.
        set("XDG_DATA_HOME", &room.path().join("share").to_string_lossy());
        // What the desktop would bring along is not there, and must not be asked for.
        set("GTK_USE_PORTAL", "0");
        set("NO_AT_BRIDGE", "1");
        set("GDK_BACKEND", "x11");
        let session = Session::open(Path::new(PROGRAM), &self.arguments, &self.environment, self.disk.as_ref());
        let (width, height) = SIZE;
        session.post("window/rect", &json!({ "x": 0, "y": 0, "width": width, "height": height })).ok();
        let again = Again { arguments: self.arguments, environment: self.environment };
        Desk { page: Page { session }, data, answer, room, again, disk: self.disk, _screen: screen, turn }
    }
}

/// One run of the desk. What can be done on its page can be done on it.
pub struct Desk {
    page: Page,
    /// Where the office's file is.
    pub data: PathBuf,
    answer: PathBuf,
    /// A folder for what the flow needs; it goes with the desk.
    pub room: Room,
    again: Again,
    disk: Option<SmallDisk>,
    _screen: Screen,
    turn: Option<MutexGuard<'static, ()>>,
}

/// How the desk was started, to start it a second time.
struct Again {
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
}

impl Desk {
    /// What the next file dialog answers; a dialog of the system cannot be driven.
    pub fn answer_dialog(&self, file: &Path) {
        std::fs::write(&self.answer, format!("{}\n", file.display())).expect("the room is writable");
    }

    /// Makes room on the full disk.
    pub fn make_room(&self) {
        self.disk.as_ref().expect("a small disk").make_room(self.page.session.driver());
    }

    /// Fills the disk again.
    pub fn fill_disk(&self) {
        self.disk.as_ref().expect("a small disk").fill(self.page.session.driver());
    }

    /// Starts the program once more, as a second click on its icon, and waits until that one has ended.
    pub fn start_again(&self) -> ExitStatus {
        let environment = self.again.environment.iter().cloned();
        let mut second = Process::start(Command::new(PROGRAM).args(&self.again.arguments).envs(environment));
        wait_until("the second start has ended", || second.child().try_wait().expect("a child of ours"))
    }

    /// Leaves the desk alone for so long. Other flows work meanwhile.
    pub fn leave_alone(&mut self, time: Duration) {
        drop(self.turn.take());
        std::thread::sleep(time);
        self.turn = Some(TURN.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// The number of the desk's process.
    pub fn process(&self) -> u32 {
        self.page.session.program()
    }

    /// Ends the program and waits until it has ended.
    pub fn close(mut self) {
        self.page.session.close();
    }

    /// Ends the process at once, as a power cut would.
    pub fn cut_power(mut self) {
        self.page.session.cut();
    }
}

impl Deref for Desk {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Drop for Desk {
    /// A flow that fails leaves a picture of what was there.
    fn drop(&mut self) {
        if std::thread::panicking() {
            let name = std::thread::current().name().unwrap_or("flow").replace("::", "-");
            let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            match self.page.try_picture(&file) {
                Ok(()) => eprintln!("the window looked like {}", file.display()),
                Err(reason) => eprintln!("no picture of the window: {reason}"),
            }
        }
    }
}
