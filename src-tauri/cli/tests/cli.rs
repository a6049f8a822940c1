//! The real program against real files: what it does, and with which code it ends.

use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

const PASSPHRASE: &str = "kursi rotan biru";

struct Office {
    folder: TempDir,
}

impl Office {
    fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn made() -> Self {
        let office = Self::empty();
        let made = office.run(&["init", "--name", "Disnaker Uji", "--regency", "32.16"]);
        assert_eq!(code(&made), 0, "{}", said(&made));
        office
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_balai"));
        command.args(words).env("BALAI_DATA", self.data()).env("BALAI_PASSPHRASE", PASSPHRASE);
        command.env_remove("BALAI_ADMIN_PASSWORD").stdin(std::process::Stdio::null());
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program starts")
    }

    fn json(&self, words: &[&str]) -> Value {
        let output = self.run(&[words, &["--json"]].concat());
        assert_eq!(code(&output), 0, "{}", said(&output));
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    folder.join(name).display().to_string()
}

/// The truth file: row, verdict, reasons parted by semicolons.
fn truth() -> Vec<(u64, String, Vec<String>)> {
    let text = std::fs::read_to_string(fixture("pendaftar-office-1500.truth.csv")).expect("the truth");
    let line = |line: &str| {
        let cells: Vec<&str> = line.trim_end().split(',').collect();
        let mut reasons: Vec<String> =
            cells[2].split([';', '|', ' ']).filter(|reason| !reason.is_empty()).map(str::to_owned).collect();
        reasons.sort();
        (cells[0].parse().expect("a number"), cells[1].to_owned(), reasons)
    };
    text.lines().skip(1).map(line).collect()
}

#[test]
fn the_dry_run_of_the_sample_is_its_truth_even_without_an_office() {
    let office = Office::empty();
    let told = office.json(&["import", &fixture("pendaftar-office-1500.xlsx"), "--dry-run"]);
    let rows = told["rows"].as_array().expect("rows").iter().map(|row| {
        let reasons = row["reasons"].as_array().expect("reasons").iter();
        let mut reasons: Vec<String> = reasons.filter_map(|reason| Some(reason.as_str()?.to_owned())).collect();
        reasons.sort();
        (row["row"].as_u64().expect("row"), row["verdict"].as_str().expect("verdict").to_owned(), reasons)
    });
    assert_eq!(rows.collect::<Vec<_>>(), truth());
    assert!(!office.data().exists(), "a dry run makes nothing");
}

#[test]
fn an_office_is_made_filled_searched_proved_and_brought_back_from_its_backup() {
    let office = Office::made();
    let back = office.folder.path().join("kembali.xlsx").display().to_string();
    let file = fixture("pendaftar-office-1500.xlsx");
    let done = office.json(&["import", &file, "--rejected", &back]);
    let accepted = truth().iter().filter(|(_, verdict, _)| verdict == "accept").count();
    assert_eq!(done["done"]["new"], accepted);
    assert!(Path::new(&back).exists());

    let found = office.json(&["search", "siti"]);
    let first = &found.as_array().expect("hits")[0];
    assert!(first["nik_masked"].as_str().is_some_and(|nik| nik.contains('•')), "{first}");

    let backup = office.folder.path().join("cadangan.balaibak").display().to_string();
    office.json(&["backup", &backup]);
    let again = office.run(&["import", &file]);
    assert_eq!(code(&again), 1, "the same file a second time brings nothing: {}", said(&again));
    assert!(said(&again).starts_with("balai: "), "{}", said(&again));
    let proof = office.json(&["verify"]);
    assert_eq!(proof["problems"], serde_json::json!([]));

    let other = Office::empty();
    other.json(&["restore", &backup]);
    assert_eq!(other.json(&["search", "siti"]), found);
}

#[test]
fn whoever_was_erased_after_the_backup_stays_erased() {
    let office = Office::made();
    let list = office.folder.path().join("daftar.csv");
    std::fs::write(&list, "Nama;NIK\nAni Wati;3216015205990001\nBudi Santoso;3216011305990001").expect("written");
    office.json(&["import", &list.display().to_string()]);
    let backup = office.folder.path().join("cadangan.balaibak").display().to_string();
    office.json(&["backup", &backup]);
    let budi = office.json(&["search", "budi"])[0]["id"].as_str().expect("an id").to_owned();
    erase(&office.data(), &budi);

    let restored = office.json(&["restore", &backup]);
    assert_eq!(restored["erased_again"], 1);
    assert_eq!(office.json(&["search", "budi"]), serde_json::json!([]));
    assert_eq!(office.json(&["search", "ani"])[0]["full_name"], "Ani Wati");
    assert_eq!(office.json(&["verify"])["problems"], serde_json::json!([]));
    // Where there was no office, nobody could be asked.
    let other = Office::empty();
    assert_eq!(other.json(&["restore", &backup])["erased_again"], Value::Null);
}

/// As the desk does it; the command line has no verb for it.
fn erase(data: &Path, person: &str) {
    use balai_domain::{
        TABLES,
        people::erase,
        store::{Act, Store, key::Slots},
    };
    let person = person.parse().expect("an id");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let key = Slots::read(data).and_then(|slots| slots.open_with_passphrase(PASSPHRASE)).expect("the key");
        let store = Store::open(data, key, TABLES, false).await.expect("opened");
        let act = Act { verb: "person_erase", actor: None, at: chrono::Utc::now() };
        let mut work = store.begin(act).await.expect("work");
        erase::erase(&mut work, person, "permintaan sendiri").await.expect("erased");
        work.commit().await.expect("committed");
        store.close().await;
    });
}

#[test]
fn everything_on_a_person_is_handed_out_as_pdf_and_json() {
    let office = Office::made();
    office.json(&["import", &fixture("pendaftar-office-1500.xlsx")]);
    let id = office.json(&["search", "siti"])[0]["id"].as_str().expect("an id").to_owned();
    let out = office.folder.path().join("keluar");
    let files = office.json(&["person", "export", &id, "--out", &out.display().to_string()]);
    assert_eq!(files["files"].as_array().map(Vec::len), Some(2));
    let pdf = std::fs::read(out.join(format!("{id}.pdf"))).expect("the PDF");
    assert!(pdf.starts_with(b"%PDF-"));
    let json: Value =
        serde_json::from_slice(&std::fs::read(out.join(format!("{id}.json"))).expect("JSON")).expect("JSON");
    assert!(json["rows"].as_array().is_some_and(|rows| !rows.is_empty()));
}

#[test]
fn each_way_of_failing_has_its_code() {
    let office = Office::made();
    let wrong = office.command(&["verify"]).env("BALAI_PASSPHRASE", "kursi rotan hijau").output().expect("started");
    assert_eq!(code(&wrong), 4, "{}", said(&wrong));
    let silent = office.command(&["verify"]).env_remove("BALAI_PASSPHRASE").output().expect("started");
    assert_eq!(code(&silent), 4, "{}", said(&silent));
    assert_eq!(code(&office.run(&["dance"])), 2);
    assert_eq!(code(&office.run(&["init", "--name", "Lagi", "--regency", "32.16"])), 1, "an office is here already");
    assert_eq!(code(&Office::empty().run(&["search", "siti"])), 1, "no office");
    assert_eq!(code(&Office::empty().run(&["init", "--name", "X", "--regency", "99.99"])), 1, "no such regency");

    let hold = std::fs::File::options().write(true).open(office.data().join("balai.lock")).expect("the lock");
    hold.lock().expect("held");
    let backup = office.folder.path().join("b.balaibak").display().to_string();
    assert_eq!(code(&office.run(&["backup", &backup])), 3, "held by another");
    assert_eq!(code(&office.run(&["search", "siti"])), 0, "reading goes on");
    drop(hold);

    let database = office.data().join("balai.db");
    let length = std::fs::metadata(&database).expect("the file").len();
    std::fs::File::options().write(true).open(&database).and_then(|file| file.set_len(length / 2)).expect("cut");
    assert_eq!(code(&office.run(&["backup", &backup])), 5, "cut off");
}

#[test]
fn a_refused_office_leaves_an_empty_place_for_the_next_try() {
    let office = Office::empty();
    let refused = office.command(&["init", "--name", "Disnaker", "--regency", "32.16"]);
    let mut refused = refused;
    let refused = refused.env("BALAI_ADMIN_PASSWORD", "pendek").output().expect("started");
    assert_eq!(code(&refused), 1, "{}", said(&refused));
    let told: Value = {
        let output = office
            .command(&["init", "--name", "Disnaker", "--regency", "32.16", "--json"])
            .env("BALAI_ADMIN_PASSWORD", "sandi yang panjang")
            .output()
            .expect("started");
        assert_eq!(code(&output), 0, "{}", said(&output));
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    assert_eq!(told["password"], Value::Null, "a password that was given is not printed");
}
