//! One WebDriver session: the driver, the program that it started, and the commands between them.

use super::http::ask;
use super::process::{Process, kill};
use super::small_disk::SmallDisk;
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long something may take before the flow gives up; ample, since a busy machine is slow and a good one is quick.
pub const DEADLINE: Duration = Duration::from_secs(30);

const DRIVER: &str = "WebKitWebDriver";

/// How often something that is waited for is looked at.
const GLANCE: Duration = Duration::from_millis(20);

/// The key under which WebDriver tells an element.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub struct Session {
    driver: Process,
    port: u16,
    id: String,
    program: Option<u32>,
}

impl Session {
    /// Starts WebKit's driver with this environment, and through it the program; on a small disk where there is one.
    pub fn open(
        program: &Path,
        arguments: &[String],
        environment: &[(String, String)],
        disk: Option<&SmallDisk>,
    ) -> Self {
        let port = free_port();
        let driver = Process::start(
            disk.map_or_else(|| Command::new(DRIVER), |disk| disk.around(DRIVER))
                .arg(format!("--port={port}"))
                .envs(environment.iter().cloned())
                // Tauri lets itself be driven only when told so; without it the session waits for ever.
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .env_remove("WAYLAND_DISPLAY")
                .stdin(Stdio::null()),
        );
        wait_until("WebKitWebDriver answers", || TcpStream::connect(("127.0.0.1", port)).ok());
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": arguments },
        } } });
        let mut session = Self { driver, port, id: String::new(), program: None };
        let answer =
            ask(port, "POST", "/session", &wanted).unwrap_or_else(|reason| panic!("{}: {reason}", program.display()));
        session.id = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        session.program = session.driver.children().first().copied();
        session
    }

    /// The number of the driver's process.
    pub fn driver(&self) -> u32 {
        self.driver.number()
    }

    /// The number of the program's process.
    pub fn program(&self) -> u32 {
        self.program.expect("the driver started a program")
    }

    pub fn post(&self, command: &str, body: &Value) -> Result<Value, String> {
        ask(self.port, "POST", &format!("/session/{}/{command}", self.id), body)
    }

    pub fn get(&self, command: &str) -> Result<Value, String> {
        ask(self.port, "GET", &format!("/session/{}/{command}", self.id), &Value::Null)
    }

    /// Ends the session, and with it the program; waits until it has ended.
    pub fn close(&mut self) {
        if self.id.is_empty() {
            return;
        }
        ask(self.port, "DELETE", &format!("/session/{}", self.id), &Value::Null).ok();
        self.id.clear();
        if let Some(number) = self.program.take() {
            self.wait_for_the_end_of(number);
        }
    }

    /// Ends the program at once, as a power cut would.
    pub fn cut(&mut self) {
        self.id.clear();
        if let Some(number) = self.program.take() {
            kill(number);
            self.wait_for_the_end_of(number);
        }
    }

    fn wait_for_the_end_of(&self, number: u32) {
        wait_until("the program has ended", || (!self.driver.children().contains(&number)).then_some(()));
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.close();
        // A driver that is ended may leave its program behind.
        for number in self.driver.children() {
            kill(number);
        }
    }
}

/// Looks again and again until there is something to answer; says what it waited for when there is not.
pub fn wait_until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < DEADLINE, "waited {} s in vain until {what}", DEADLINE.as_secs());
        thread::sleep(GLANCE);
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("a bound port has an address").port()
}
