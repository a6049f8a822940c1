//! Start to a usable first screen, and memory at rest: the desk with a large register against a blank Tauri window.
//!
//! Both run on a screen that nobody sees. The first start of each is left alone until nothing changes any more, and
//! its picture is kept; in the starts that count, a window is there when the screen shows that picture for the first
//! time. The desk's screens are drawn by the script that answers their keys, so what is seen can be used.

use crate::report::Spread;
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// Starts of each window; the first of each shows what it looks like and is not counted.
const ROUNDS: usize = 6;
/// Rounds after which memory is looked at as well; it takes longer.
const MEMORY_ROUNDS: usize = 3;
/// Between two looks at the picture.
const GLANCE: Duration = Duration::from_millis(8);
/// Until the first start is surely through.
const SETTLED: Duration = Duration::from_secs(15);
/// How long a window may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// Rest before memory is read.
const REST: Duration = Duration::from_secs(10);
/// Bytes of the picture that may differ: a caret blinks.
const BLINK: usize = 2_000;
/// Steps of a colour that nobody sees.
const SHADE: u8 = 24;
/// Bytes that are compared at once.
const LINE: usize = 4096;
const SIZE: &str = "1440x900x24";

/// One program and what it is told.
struct Window {
    name: &'static str,
    program: PathBuf,
    environment: Vec<(&'static str, String)>,
    /// What it looks like at rest.
    picture: Vec<u8>,
    start: Spread,
    memory: Vec<f64>,
}

impl Window {
    fn new(name: &'static str, program: &Path, environment: Vec<(&'static str, String)>) -> Self {
        let (picture, start, memory) = (Vec::new(), Spread::default(), Vec::new());
        Self { name, program: program.to_owned(), environment, picture, start, memory }
    }
}

/// Measures the programs that `BALAI_BENCH_DESK` and `BALAI_BENCH_BLANK` name; the office lies in `folder`, closed.
pub fn measure(folder: &Path, passphrase: &str, people: usize) {
    let program = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let (Some(desk), Some(blank)) = (program("BALAI_BENCH_DESK"), program("BALAI_BENCH_BLANK")) else {
        println!("window: no programs to start; `cargo xtask bench registration window` builds and names them");
        return;
    };
    let room = tempfile::tempdir().expect("folder");
    let data = ("BALAI_DATA", folder.display().to_string());
    let key = ("BALAI_PASSPHRASE", passphrase.to_owned());
    let mut windows = [
        Window::new("blank window", &blank, Vec::new()),
        Window::new("desk, asking for the passphrase", &desk, vec![data.clone()]),
        Window::new("desk, file opened, asking who signs in", &desk, vec![data, key]),
    ];
    let screen = Screen::open(room.path());
    for round in 0..ROUNDS {
        for window in &mut windows {
            let run = Run::start(window, &screen, room.path());
            if round == 0 {
                sleep(SETTLED);
                window.picture = screen.picture();
                keep(window);
            } else {
                window.start.note(run.first_screen(&screen, &window.picture));
            }
            if round >= ROUNDS - MEMORY_ROUNDS {
                sleep(REST);
                window.memory.push(run.memory_mb());
            }
            run.end();
        }
        eprint!("\r  {} of {ROUNDS} rounds", round + 1);
    }
    eprintln!();
    report(&mut windows, people);
}

/// The picture for people to judge, where `BALAI_BENCH_PICTURES` names a folder.
fn keep(window: &Window) {
    if let Some(folder) = std::env::var_os("BALAI_BENCH_PICTURES") {
        let file = format!("{}.xwd", window.name.replace([' ', ','], "-"));
        fs::write(Path::new(&folder).join(file), &window.picture).expect("a picture");
    }
}

fn report(windows: &mut [Window], people: usize) {
    println!("start to first screen and memory at rest, {people} people in the file, {} rounds", ROUNDS - 1);
    let mut floor = None;
    for window in windows {
        window.memory.sort_by(f64::total_cmp);
        let memory = window.memory[window.memory.len() / 2];
        let start = window.start.at(50).as_secs_f64();
        let (blank_start, blank_memory) = *floor.get_or_insert((start, memory));
        println!(
            "  {:40} median {start:.2} s ({:.2}–{:.2})  ratio {:.2}   memory {memory:.0} MB  above blank {:.0} MB",
            window.name,
            window.start.at(0).as_secs_f64(),
            window.start.at(100).as_secs_f64(),
            start / blank_start,
            memory - blank_memory,
        );
    }
    println!("  (goal: ratio at most 1.5, memory at most 80 MB above the blank window)");
}

/// A program that runs, with everything it started.
struct Run {
    child: Child,
    since: Instant,
}

impl Run {
    fn start(window: &Window, screen: &Screen, room: &Path) -> Self {
        let mut command = Command::new(&window.program);
        command.env_remove("BALAI_PASSPHRASE").envs(window.environment.iter().map(|(name, value)| (*name, value)));
        command.env("DISPLAY", &screen.name).env("XDG_DATA_HOME", room.join("share"));
        // What a desktop would bring along is not there, and must not be asked for.
        command.env("GTK_USE_PORTAL", "0").env("NO_AT_BRIDGE", "1").env("GDK_BACKEND", "x11");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let since = Instant::now();
        Self { child: command.spawn().expect("the program starts"), since }
    }

    /// From the start until the screen shows the picture.
    fn first_screen(&self, screen: &Screen, awaited: &[u8]) -> Duration {
        loop {
            let now = self.since.elapsed();
            let other = differ(awaited, &screen.picture());
            if other <= BLINK {
                return now;
            }
            assert!(now < PATIENCE, "no window within {PATIENCE:?}: {other} bytes of the picture differ");
            sleep(GLANCE);
        }
    }

    /// The memory of the program and of its children: each page divided by how many share it.
    fn memory_mb(&self) -> f64 {
        let kb: u64 = family(self.child.id()).into_iter().filter_map(proportional_kb).sum();
        kb as f64 / 1024.0
    }

    fn end(mut self) {
        let family = family(self.child.id());
        self.child.kill().expect("ours to end");
        self.child.wait().expect("ended");
        let deadline = Instant::now() + PATIENCE;
        while family.iter().any(|number| proportional_kb(*number).is_some()) && Instant::now() < deadline {
            sleep(GLANCE);
        }
    }
}

/// Bytes in which two pictures differ to the eye: the same screen is not drawn twice to the last shade.
fn differ(one: &[u8], other: &[u8]) -> usize {
    let lines = one.chunks(LINE).zip(other.chunks(LINE)).filter(|(one, other)| one != other);
    lines.map(|(one, other)| one.iter().zip(other).filter(|(one, other)| one.abs_diff(**other) > SHADE).count()).sum()
}

fn family(top: u32) -> Vec<u32> {
    let numbers = fs::read_dir("/proc").into_iter().flatten().flatten();
    let all: Vec<(u32, u32)> = numbers
        .filter_map(|entry| {
            let number: u32 = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name in parentheses may hold spaces; state and parent follow it.
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((number, parent))
        })
        .collect();
    let mut found = vec![top];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        found.extend(all.iter().filter(|(_, of)| *of == parent).map(|(number, _)| *number));
        next += 1;
    }
    found
}

fn proportional_kb(number: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{number}/smaps_rollup")).ok()?;
    text.lines().find_map(|line| line.strip_prefix("Pss:")?.split_whitespace().next()?.parse().ok())
}

/// A screen that nobody sees, whose picture lies in a file.
struct Screen {
    name: String,
    file: PathBuf,
    server: Child,
}

impl Screen {
    fn open(room: &Path) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0", SIZE, "-fbdir"])
            .arg(room)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb; `cargo xtask test` installs it");
        let mut number = String::new();
        let told = server.stdout.take().expect("piped above");
        BufReader::new(told).read_line(&mut number).expect("Xvfb tells its display");
        Self { name: format!(":{}", number.trim()), file: room.join("Xvfb_screen0"), server }
    }

    fn picture(&self) -> Vec<u8> {
        fs::read(&self.file).expect("the picture")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.server.kill().expect("ours to end");
        self.server.wait().expect("ended");
    }
}
