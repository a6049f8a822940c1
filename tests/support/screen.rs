//! A screen that nobody sees, the size of the office's panels.

use super::process::Process;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// 1366×768, the panel that the page is made for first.
pub const SIZE: (u32, u32) = (1366, 768);

pub struct Screen {
    /// What `DISPLAY` must say.
    pub name: String,
    /// Ends with the screen.
    _server: Process,
}

impl Screen {
    /// Starts Xvfb on a display that it finds free. It stays whole when a client leaves: a server that ends or begins anew
    /// with its last client refused windows that were just opening.
    pub fn open() -> Self {
        let (width, height) = SIZE;
        let mut server = Process::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
                .arg(format!("{width}x{height}x24"))
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut number = String::new();
        let told = server.child().stdout.take().expect("piped above");
        BufReader::new(told).read_line(&mut number).expect("Xvfb tells its display");
        assert!(!number.trim().is_empty(), "Xvfb ended at once");
        Self { name: format!(":{}", number.trim()), _server: server }
    }
}
