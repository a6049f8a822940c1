//! The power goes out: the real process is killed in the middle of imports. Nothing committed is lost, nothing half
//! is kept, and no number of anybody is readable in the folder.

use serde_json::Value;
use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

const PASSPHRASE: &str = "kursi rotan biru";
const ROUNDS: u32 = 50;
const ROWS: u32 = 40;

fn balai(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_balai"));
    command.args(words).env("BALAI_DATA", data).env("BALAI_PASSPHRASE", PASSPHRASE);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn done(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}

/// A list of people that no other round has.
fn write_list(path: &Path, round: u32) {
    let mut file = std::fs::File::create(path).expect("a file");
    writeln!(file, "NO;NAMA LENGKAP;NIK;TGL LAHIR;L/P;NO HP").expect("written");
    for row in 1..=ROWS {
        let serial = round * ROWS + row;
        writeln!(file, "{row};Putra Ronde {round};321601010190{serial:04};01-01-1990;L;0812{serial:08}")
            .expect("written");
    }
}

/// How many people of a round are in the register: search finds at most fifty, a round has fewer.
fn people_of(data: &Path, round: u32) -> usize {
    let found = done(&balai(data, &["search", &format!("Putra Ronde {round}"), "--json"]).output().expect("started"));
    let hits = found.as_array().or_else(|| found["hits"].as_array()).expect("hits");
    let name = format!("Putra Ronde {round}");
    hits.iter().filter(|hit| hit["full_name"] == name.as_str()).count()
}

#[test]
fn fifty_kills_in_the_middle_of_imports_lose_nothing_and_leave_nothing_half() {
    let room = tempfile::tempdir().expect("a room");
    let (data, list) = (room.path().join("data"), room.path().join("daftar.csv"));
    done(&balai(&data, &["init", "--name", "Disnaker Uji", "--regency", "32.16", "--json"]).output().expect("started"));
    write_list(&list, 0);
    let begun = Instant::now();
    done(&balai(&data, &["import", &list.display().to_string(), "--json"]).output().expect("started"));
    let whole = begun.elapsed();
    assert_eq!(people_of(&data, 0), ROWS as usize);
    let (mut cut, mut finished) = (0, 0);
    for round in 1..=ROUNDS {
        write_list(&list, round);
        let mut import = balai(&data, &["import", &list.display().to_string(), "--json"]).spawn().expect("started");
        // Moments spread over the whole import, by the golden ratio, so that every run meets every part of it.
        let share = (f64::from(round) * 0.618_034).fract() * 1.1;
        let moment = Instant::now() + Duration::from_secs_f64(whole.as_secs_f64() * share);
        let status = loop {
            if let Some(status) = import.try_wait().expect("asked") {
                break status;
            }
            if Instant::now() >= moment {
                import.kill().expect("killed");
                break import.wait().expect("ended");
            }
            std::thread::yield_now();
        };
        let kept = people_of(&data, round);
        if status.success() {
            finished += 1;
            assert_eq!(kept, ROWS as usize, "round {round}: a committed import is whole");
        } else {
            cut += 1;
            assert!(kept == 0 || kept == ROWS as usize, "round {round}: {kept} rows of a killed import");
        }
    }
    assert!(cut >= ROUNDS / 2, "only {cut} of {ROUNDS} imports were cut, {finished} finished");
    done(&balai(&data, &["verify", "--json"]).output().expect("started"));
    no_number_is_readable(&data);
}

fn no_number_is_readable(folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            no_number_is_readable(&path);
            continue;
        }
        let bytes = std::fs::read(&path).expect("bytes");
        assert!(!bytes.windows(10).any(|part| part == b"3216010101"), "a NIK in {}", path.display());
        assert!(!bytes.windows(11).any(|part| part == b"Putra Ronde"), "a name in {}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_stops_an_import_with_words_and_keeps_the_office_whole() {
    let room = tempfile::tempdir().expect("a room");
    let (data, list) = (room.path().join("data"), room.path().join("daftar.csv"));
    done(&balai(&data, &["init", "--name", "Disnaker Uji", "--regency", "32.16", "--json"]).output().expect("started"));
    write_list(&list, 1);
    done(&balai(&data, &["import", &list.display().to_string(), "--json"]).output().expect("started"));
    let mut big = std::fs::OpenOptions::new().append(true).open(&list).expect("open");
    for serial in 2000..9000u32 {
        writeln!(big, "{serial};Ruang Penuh;321602010190{serial:04};01-01-1990;L;0812{serial:08}").expect("written");
    }
    let size = std::fs::metadata(data.join("balai.db")).expect("a file").len();
    // The limit of the shell counts blocks of 1024 bytes; room for a little more than what is there.
    let limit = size / 1024 + 200;
    let script = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" \"$@\"");
    let output = Command::new("bash")
        .args(["-c", &script, env!("CARGO_BIN_EXE_balai"), "import", &list.display().to_string(), "--json"])
        .env("BALAI_DATA", &data)
        .env("BALAI_PASSPHRASE", PASSPHRASE)
        .output()
        .expect("started");
    assert!(!output.status.success(), "the import cannot fit");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
    assert_eq!(people_of(&data, 1), ROWS as usize);
    done(&balai(&data, &["verify", "--json"]).output().expect("started"));
}
