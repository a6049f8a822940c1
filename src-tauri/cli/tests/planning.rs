//! The real program and a real office: batches are arranged, the timetable is mended and written to files.

use balai_domain::{
    TABLES,
    base::id::Id,
    catalog::{
        self,
        competence::{self, CompetenceLine, CompetenceSheet},
        department::{self, Department},
        instructor::{self, InstructorDraft, InstructorStatus},
        room::{self, RoomDraft, RoomKind, RoomPriority},
    },
    scheduling::{
        batch::{self, BatchDraft},
        batch_view,
    },
    store::{Act, Store, Work, key::Slots},
};
use chrono::{NaiveDate, Utc};
use serde_json::Value;
use std::{
    path::PathBuf,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

const PASSPHRASE: &str = "kursi rotan biru";
const PROGRAMME: &str = "JAHIT-MESIN";

struct Office {
    folder: TempDir,
}

impl Office {
    /// An office with three instructors of one field, rooms for it, and two classes of the same programme.
    fn made() -> Self {
        let office = Self { folder: tempfile::tempdir().expect("a folder") };
        assert_eq!(office.ends(&["init", "--name", "BLK Uji", "--regency", "32.16", "--training-centre"]), 0);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(fill(&office));
        office
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_balai"));
        command.args(words).env("BALAI_DATA", self.path("data")).env("BALAI_PASSPHRASE", PASSPHRASE);
        command.env_remove("BALAI_ADMIN_PASSWORD").stdin(Stdio::null()).output().expect("the program starts")
    }

    fn ends(&self, words: &[&str]) -> i32 {
        self.run(words).status.code().unwrap_or(-1)
    }

    fn json(&self, words: &[&str]) -> Value {
        let output = self.run(&[words, &["--json"]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("JSON")
    }

    /// The code of the refusal in which a command ends.
    fn refusal(&self, words: &[&str]) -> String {
        let output = self.run(&[words, &["--json"]].concat());
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
        let told: Value = serde_json::from_slice(&output.stderr).expect("JSON");
        let part = |name: &str| told["refusal"][name].as_str().unwrap_or_default().to_owned();
        assert!(!told["message"].as_str().unwrap_or_default().contains('{'), "{told}");
        format!("{}.{}", part("area"), part("code"))
    }

    /// Days, lessons, rooms and instructors of the published week, without what differs from run to run.
    fn published(&self, week: &str) -> Vec<String> {
        let file = self.path("terbit.ics").display().to_string();
        let output = self.run(&["timetable", "export", "--class", "--week", week, "--format", "ics", "--out", &file]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = std::fs::read_to_string(&file).expect("the file").replace("\r\n ", "");
        let told = |line: &&str| {
            ["DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION"].iter().any(|key| line.starts_with(key))
        };
        text.lines().filter(told).map(str::to_owned).collect()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

async fn fill(office: &Office) {
    let data = office.path("data");
    let key = Slots::read(&data).and_then(|slots| slots.open_with_passphrase(PASSPHRASE)).expect("the key");
    let store = Store::open(&data, key, TABLES, false).await.expect("opened");
    let mut work = store.begin(Act { verb: "batch_save", actor: None, at: Utc::now() }).await.expect("work");
    let programmes = catalog::list(work.reads(), false).await.expect("programmes");
    let programme = programmes.into_iter().find(|one| one.code == PROGRAMME).expect("a seeded programme");
    let fields = department::list(work.reads(), false).await.expect("fields");
    let field = fields.iter().find(|one| Some(one.id) == programme.department_id).expect("its field").id;
    for name in ["Ani Wulandari", "Budi Hartono", "Citra Lestari"] {
        an_instructor(&mut work, name, field).await;
    }
    for (code, kind) in [
        ("KLS-1", RoomKind::Classroom),
        ("KLS-2", RoomKind::Classroom),
        ("JHT-1", RoomKind::Workshop),
        ("JHT-2", RoomKind::Workshop),
        ("LAP", RoomKind::Field),
    ] {
        a_room(&mut work, code, kind).await;
    }
    for (name, number, seats) in [("Menjahit Satu", 7, 16), ("Menjahit Dua", 8, 12)] {
        let blank = batch_view::blank(work.reads(), programme.id, None, day("2027-01-04")).await.expect("a draft");
        let draft = BatchDraft {
            name: name.into(),
            number: Some(number),
            seats,
            starts_on: day("2027-01-04"),
            due_on: Some(day("2027-06-30")),
            ..blank
        };
        batch::save(&mut work, draft).await.expect("a batch");
    }
    work.commit().await.expect("committed");
    store.close().await;
}

async fn an_instructor(work: &mut Work, name: &str, field: Id<Department>) {
    let draft = InstructorDraft {
        id: None,
        name: name.into(),
        initials: String::new(),
        nip: None,
        status: InstructorStatus::Contract,
        department_id: Some(field),
        methodology: None,
        assessor_number: None,
        phone: None,
        jp_day: None,
        jp_week: None,
        jp_month: None,
    };
    let instructor_id = instructor::save(work, draft).await.expect("an instructor");
    let line = CompetenceLine { department_id: Some(field), ..CompetenceLine::default() };
    competence::save(work, CompetenceSheet { instructor_id, lines: vec![line] }).await.expect("a competence");
}

async fn a_room(work: &mut Work, code: &str, kind: RoomKind) {
    let draft = RoomDraft {
        id: None,
        code: code.into(),
        name: format!("Ruang {code}"),
        kind,
        seats: 20,
        step_free: true,
        priority: RoomPriority::Optimal,
        equipment: Some("mesin jahit, mesin obras, proyektor, papan tulis".into()),
        department_id: None,
    };
    room::save(work, draft).await.expect("a room");
}

#[test]
fn a_batch_is_arranged_published_mended_and_printed() {
    let office = Office::made();
    let plan = ["plan", "--batch", "menjahit satu", "8"];
    let told = office.json(&plan);
    let proposals = told["proposals"].as_array().expect("proposals");
    assert!(!proposals.is_empty());
    for one in proposals {
        assert_eq!((&one["unplaced"], &one["late_days"]), (&serde_json::json!([]), &serde_json::json!(0)), "{one}");
    }
    let export = ["timetable", "export", "--class", "7", "--week", "2027-01-06", "--format", "pdf", "--out"];
    let pdf = office.path("jadwal.pdf").display().to_string();
    let print = [&export[..], &[&pdf]].concat();
    assert_eq!(office.refusal(&print), "timetable.nothing_to_print", "looking at proposals publishes nothing");

    let taken = office.json(&[&plan[..], &["--accept"]].concat());
    assert_eq!(taken["proposals"], told["proposals"], "the same seed gives the same plan");
    assert!(taken["act"].as_i64().is_some_and(|act| act > 0), "{taken}");
    assert_eq!(office.json(&print)["weeks"], 1);
    assert!(std::fs::read(&pdf).expect("the file").starts_with(b"%PDF-"));

    // Whoever teaches on the first day is away on it.
    let before = office.published("2027-01-04");
    let away = before.iter().find_map(|line| line.strip_prefix("DESCRIPTION:")).expect("an instructor").to_owned();
    let repair = ["plan", "repair", "--instructor", &away, "--from", "2027-01-04", "--to", "2027-01-08"];
    let preview = office.json(&repair);
    assert!(preview["hit"].as_u64().is_some_and(|hit| hit > 0), "{preview}");
    assert_eq!(office.published("2027-01-04"), before, "looking changes nothing");
    let mended = office.json(&[&repair[..], &["--accept"]].concat());
    assert_eq!(mended["repair"]["lines"], preview["lines"]);
    let after = office.published("2027-01-04");
    assert!(after.iter().all(|line| *line != format!("DESCRIPTION:{away}")), "{away} still teaches: {after:?}");
    assert_ne!(after, before);
    assert_eq!(office.json(&repair)["hit"], 0, "what is mended is mended");
    assert_eq!(office.json(&["verify"])["problems"], serde_json::json!([]));
    let acts = office.json(&["acts"]);
    let verbs: Vec<&str> = acts.as_array().expect("acts").iter().filter_map(|act| act["verb"].as_str()).collect();
    assert_eq!(verbs[..2], ["repair_accept", "plan_accept"]);
}

#[test]
fn every_form_and_view_of_the_timetable_is_written_and_a_copy_stays_beside_it() {
    let office = Office::made();
    office.json(&["plan", "--all", "--accept=1", "--as-copy", "Coba", "--seed", "5"]);
    let file = |name: &str| office.path(name).display().to_string();
    let export = |whose: &[&str], format: &str, name: &str| {
        let rest =
            ["--week", "2027-01-04", "--weeks", "2", "--format", format, "--out", &file(name), "--timetable", "coba"];
        office.json(&[&["timetable", "export"], whose, &rest].concat())["weeks"].as_u64()
    };
    assert_eq!(export(&["--class"], "xlsx", "kelas.xlsx"), Some(4), "two classes, two weeks");
    assert_eq!(export(&["--class", "Menjahit Dua"], "ics", "kelas.ics"), Some(2));
    assert!(export(&["--room"], "pdf", "ruang.pdf").is_some_and(|weeks| weeks > 0));
    assert!(export(&["--instructor", "AW"], "pdf", "ani.pdf").is_some());
    for (name, begins) in [("kelas.xlsx", b"PK".as_slice()), ("kelas.ics", b"BEGIN:VCALENDAR"), ("ruang.pdf", b"%PDF-")]
    {
        assert!(std::fs::read(file(name)).expect("the file").starts_with(begins), "{name}");
    }
    let published =
        ["timetable", "export", "--class", "--week", "2027-01-04", "--format", "pdf", "--out", &file("x.pdf")];
    assert_eq!(office.refusal(&published), "timetable.nothing_to_print", "a copy is not published");
}

#[test]
fn what_cannot_be_done_is_refused_with_what_would_help() {
    let office = Office::made();
    assert_eq!(office.refusal(&["plan", "--batch", "Memasak"]), "called.unknown");
    assert_eq!(office.refusal(&["plan", "--all", "--accept=9"]), "arrange.gone");
    assert_eq!(office.refusal(&["plan", "--all", "--timetable", "Tidak ada"]), "called.unknown");
    let repair = |more: &[&str]| office.refusal(&[&["plan", "repair"], more].concat());
    assert_eq!(repair(&["--day", "--from", "2027-01-04"]), "mend.nothing_published");
    assert_eq!(repair(&["--room", "Nihil", "--from", "2027-01-04"]), "called.unknown");
    for words in [
        &["plan"][..],
        &["plan", "--all", "--batch", "7"],
        &["plan", "--all", "--seconds", "0"],
        &["plan", "--all", "--as-copy", "Coba"],
        &["plan", "repair", "--from", "2027-01-04"],
        &["plan", "repair", "--day", "--from", "kemarin"],
        &["timetable", "export", "--week", "2027-01-04", "--format", "pdf", "--out", "x.pdf"],
        &["timetable", "export", "--class", "--week", "2027-01-04", "--format", "docx", "--out", "x"],
    ] {
        assert_eq!(office.ends(words), 2, "{words:?}");
    }
    for words in [&["plan", "--help"][..], &["plan", "repair", "--help"], &["timetable", "export", "--help"]] {
        assert_eq!(office.ends(words), 0, "{words:?}");
    }
    let hold = std::fs::File::options().write(true).open(office.path("data/balai.lock")).expect("the lock");
    hold.lock().expect("held");
    assert_eq!(office.ends(&["plan", "--all", "--accept"]), 3, "held by a window");
    assert_eq!(office.ends(&["plan", "--all", "--seconds", "1"]), 0, "looking goes on beside a window");
}
