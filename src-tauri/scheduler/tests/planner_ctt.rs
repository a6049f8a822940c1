//! The program `planner-ctt` as it is called: files in, files out, exit codes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const INSTANCE: &str = "Name: hall\nCourses: 3\nRooms: 2\nDays: 2\nPeriods_per_day: 3\nCurricula: 1\nConstraints: 1\n\n\
    COURSES:\nA t1 2 2 30\nB t2 2 1 50\nC\u{e9} t1 1 1 10\n\nROOMS:\nr 40\ns 60\n\nCURRICULA:\nq 2 A B\n\n\
    UNAVAILABILITY_CONSTRAINTS:\nC\u{e9} 0 0\n\nEND.\n";

fn planner(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_planner-ctt")).args(words).output().expect("started")
}

fn written(folder: &Path, name: &str, text: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("written");
    path
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path")
}

#[test]
fn a_seed_and_a_number_of_steps_give_the_same_file_twice() {
    let folder = tempfile::tempdir().expect("folder");
    let instance = written(folder.path(), "hall.ctt", INSTANCE.as_bytes());
    let outs = ["one", "two"].map(|name| folder.path().join(name));
    for out in &outs {
        let ran = planner(&[text(&instance), "--iterations", "20000", "--seed", "3", "--out", text(out)]);
        assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
        // A and B next to each other on both days, each in the room that seats it: nothing need cost anything
        assert!(String::from_utf8_lossy(&ran.stderr).contains("cost     0 "));
    }
    let [one, two] = outs.map(|out| std::fs::read_to_string(out).expect("a solution"));
    assert_eq!(one, two);
    assert_eq!(one.lines().filter(|line| line.starts_with("A ")).count(), 2);
}

#[test]
fn a_file_in_an_old_encoding_is_answered_in_the_same() {
    let folder = tempfile::tempdir().expect("folder");
    let bytes: Vec<u8> = INSTANCE.chars().map(|letter| u8::try_from(u32::from(letter)).expect("latin")).collect();
    let instance = written(folder.path(), "old.ctt", &bytes);
    let ran = planner(&[text(&instance), "--iterations", "1000", "--out", "-"]);
    assert_eq!(ran.status.code(), Some(0));
    assert!(ran.stdout.windows(3).any(|bytes| bytes == b"C\xe9 "));
}

#[test]
fn what_cannot_be_done_has_its_exit_code_and_its_reason() {
    let folder = tempfile::tempdir().expect("folder");
    let out = folder.path().join("out");
    let fails = |words: &[&str], code: i32, reason: &str| {
        let ran = planner(&[words, &["--out", text(&out)]].concat());
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(code), "{told}");
        assert!(told.contains(reason), "{told}");
        assert!(!out.exists());
    };
    let crowded = written(folder.path(), "crowded.ctt", INSTANCE.replace("A t1 2", "A t1 7").as_bytes());
    fails(&[text(&crowded)], 3, "course A: 7 lectures");
    let damaged = written(folder.path(), "damaged.ctt", INSTANCE.replace("r 40", "r many").as_bytes());
    fails(&[text(&damaged)], 2, "line 15");
    fails(&["nowhere.ctt"], 2, "nowhere.ctt");
    fails(&[text(&crowded), "--seconds", "0"], 2, "--seconds");
    fails(&[text(&crowded), "--seconds", "1", "--iterations", "1"], 2, "only one");
    fails(&["--faster"], 2, "--faster");
}

#[test]
fn what_was_not_found_is_not_called_impossible() {
    // each two of three courses clash, but no curriculum holds all three: two periods are too few, and no count says so
    let ring = "Courses: 3\nRooms: 3\nDays: 1\nPeriods_per_day: 2\nCurricula: 3\nCOURSES:\nA a 1 1 1\nB b 1 1 1\nC c 1 1 1\n\
        ROOMS:\nr 1\ns 1\nt 1\nCURRICULA:\nx 2 A B\ny 2 B C\nz 2 A C\nEND.\n";
    let folder = tempfile::tempdir().expect("folder");
    let instance = written(folder.path(), "ring.ctt", ring.as_bytes());
    let ran = planner(&[text(&instance), "--iterations", "20000", "--out", "-"]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("nothing is proved"));
}
