//! `balai sync` against a hub of its own process: both are killed again and again in the middle of exchanges, and nothing
//! is lost or doubled. The hub's program lies beside this one.

use serde_json::Value;
use std::{
    io::Write,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

const PASSPHRASE: &str = "kursi rotan biru";
const ROUNDS: u32 = 12;
const PEOPLE: u32 = 600;

fn balai(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_balai"));
    command.args(words).env("BALAI_DATA", data).env("BALAI_PASSPHRASE", PASSPHRASE);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn done(output: &Output) -> Value {
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{wrong}{}", String::from_utf8_lossy(&output.stdout));
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}

fn said(data: &Path, words: &[&str]) -> Value {
    done(&balai(data, words).output().expect("started"))
}

struct Hub {
    data: PathBuf,
    address: String,
    serving: Option<Child>,
}

impl Hub {
    fn open(data: PathBuf) -> Hub {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        drop(listener);
        let mut hub = Hub { data, address, serving: None };
        hub.does(&["init"]);
        hub.does(&["office", "add", "3216", "Disnaker Uji"]);
        hub.serve();
        hub
    }

    fn command(&self) -> Command {
        let program = Path::new(env!("CARGO_BIN_EXE_balai")).with_file_name("balai-hub");
        assert!(program.exists(), "build the hub first: cargo build -p balai-hub");
        let mut command = Command::new(program);
        command.arg("--data").arg(&self.data);
        command
    }

    fn does(&self, words: &[&str]) -> String {
        let output = self.command().args(words).output().expect("started");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn serve(&mut self) {
        let serving = self.command().args(["serve", "--listen", &self.address]).stdout(Stdio::null()).spawn();
        self.serving = Some(serving.expect("started"));
        let patience = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect(&self.address).is_err() {
            assert!(Instant::now() < patience, "the hub answers");
            std::thread::yield_now();
        }
    }

    fn killed(&mut self) {
        if let Some(mut serving) = self.serving.take() {
            serving.kill().expect("killed");
            serving.wait().expect("ended");
        }
    }

    fn enrol(&self, data: &Path, verb: &str) -> Value {
        let told = self.does(&["device", "code", "3216", "PC uji"]);
        let code = told.split_whitespace().find(|word| word.len() == 19 && word.matches('-').count() == 3);
        let (url, code) = (format!("http://{}", self.address), code.expect("a code"));
        said(data, &["sync", verb, "--hub", &url, "--office", "3216", "--code", code, "--json"])
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        self.killed();
    }
}

fn write_list(path: &Path) {
    let mut file = std::fs::File::create(path).expect("a file");
    writeln!(file, "NO;NAMA LENGKAP;NIK;TGL LAHIR;L/P;NO HP").expect("written");
    for row in 1..=PEOPLE {
        let (day, serial) = (1 + row % 28, 1 + row);
        writeln!(file, "{row};Putra Uji {row};321601{day:02}0190{serial:04};{day:02}-01-1990;L;0812{serial:08}")
            .expect("written");
    }
}

#[test]
fn killed_again_and_again_in_the_middle_of_exchanges_nothing_is_lost_or_doubled() {
    let room = tempfile::tempdir().expect("a room");
    let (first, second, list) = (room.path().join("satu"), room.path().join("dua"), room.path().join("daftar.csv"));
    let mut hub = Hub::open(room.path().join("pusat"));
    said(&first, &["init", "--name", "Disnaker Uji", "--regency", "32.16", "--json"]);
    write_list(&list);
    said(&first, &["import", &list.display().to_string(), "--json"]);
    hub.enrol(&first, "enrol");
    let unsent = |data: &Path| said(data, &["sync", "status", "--json"])["unsent"].as_i64().expect("a count");
    let all = unsent(&first);
    assert!(all > i64::from(PEOPLE));
    for round in 0..ROUNDS {
        let mut exchange = balai(&first, &["sync", "now", "--json"]).spawn().expect("started");
        // Moments spread over the exchange by the golden ratio.
        let share = (f64::from(round) * 0.618_034).fract();
        let moment = Instant::now() + Duration::from_secs_f64(0.4 + 1.6 * share);
        while Instant::now() < moment && exchange.try_wait().expect("asked").is_none() {
            std::thread::yield_now();
        }
        if round % 2 == 0 {
            hub.killed();
            exchange.wait().expect("ended");
            hub.serve();
        } else {
            exchange.kill().expect("killed");
            exchange.wait().expect("ended");
        }
    }
    said(&first, &["sync", "now", "--json"]);
    assert_eq!(unsent(&first), 0);
    let run = hub.enrol(&second, "join");
    // And the key of the office, which the first exchange draws.
    assert_eq!(run["received"].as_i64(), Some(all + 1), "each entry once");
    for data in [&first, &second] {
        said(data, &["verify", "--json"]);
    }
    hub.does(&["audit", "verify"]);
}
