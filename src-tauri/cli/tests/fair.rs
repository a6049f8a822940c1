//! A rehearsal of a fair by the command line: two stations that never meet, their logs brought together in both orders.

use balai_domain::{
    TABLES,
    base::id::Id,
    jobfair::{
        fair::{self, FairDraft, FairKind, Organiser},
        visit::VisitSource,
        visitor::{self, TicketDraft},
    },
    people::draft::PersonDraft,
    store::{Act, Store, key::Slots},
};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

const PASSPHRASE: &str = "kursi rotan biru";
const FAIR: &str = "Bursa Kerja Contoh";

fn run(data: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_balai"));
    command.args(words).args(["--json"]).env("BALAI_DATA", data).env("BALAI_PASSPHRASE", PASSPHRASE);
    command.env_remove("BALAI_ADMIN_PASSWORD").stdin(std::process::Stdio::null()).output().expect("the program starts")
}

fn told(data: &Path, words: &[&str]) -> Value {
    let output = run(data, words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// A fair of today with three tickets.
async fn a_fair(data: &Path) -> Vec<String> {
    let key = Slots::read(data).expect("slots").open_with_passphrase(PASSPHRASE).expect("a key");
    let store = Store::open(data, key, TABLES, false).await.expect("opened");
    let at = chrono::Utc::now();
    let mut work = store.begin(Act { verb: "fair_save", actor: None, at }).await.expect("work");
    let day = at.date_naive();
    let draft = FairDraft {
        id: None,
        name: FAIR.into(),
        kind: FairKind::OnSite,
        organiser: Organiser::Regency,
        organiser_name: String::new(),
        approval: String::new(),
        // Whatever the zone of the office, today is among these days.
        starts_on: day.pred_opt().expect("a day"),
        ends_on: day.succ_opt().expect("a day"),
        place: String::new(),
        capacity: Some(2),
        per_half_hour: None,
        companies_planned: None,
        hires_planned: None,
        report_days: 30,
        note: String::new(),
        sessions: Vec::new(),
    };
    let fair_id: Id<fair::Fair> = fair::save(&mut work, draft).await.expect("a fair");
    let mut tickets = Vec::new();
    for name in ["Siti Contoh", "Budi Contoh", "Cici Contoh"] {
        let person = PersonDraft { full_name: name.into(), ..PersonDraft::default() };
        let source = VisitSource::Ahead;
        let draft = TicketDraft { fair_id, person_id: None, person, session_id: None, wishes: String::new(), source };
        tickets.push(visitor::give(&mut work, draft).await.expect("a ticket").ticket);
    }
    work.commit().await.expect("committed");
    store.close().await;
    tickets
}

fn copy(from: &Path, to: PathBuf) -> PathBuf {
    std::fs::create_dir_all(&to).expect("a folder");
    for file in std::fs::read_dir(from).expect("the office").flatten() {
        if file.path().is_file() {
            std::fs::copy(file.path(), to.join(file.file_name())).expect("copied");
        }
    }
    to
}

#[tokio::test]
async fn two_stations_without_a_network_come_to_one_result_in_either_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("kantor");
    told(&data, &["init", "--name", "Disnaker Uji", "--regency", "32.16"]);
    let tickets = a_fair(&data).await;
    let north = copy(&data, folder.path().join("utara"));
    let south = copy(&data, folder.path().join("selatan"));
    let logs = ["utara", "selatan"].map(|name| folder.path().join(format!("{name}.json")).display().to_string());
    // Siti shows her ticket to both; the hall holds two, and three come in all.
    let scan = |data: &Path, codes: &[&str], log: &str| {
        told(data, &[&["fair", "checkin", "--fair", FAIR, "--log", log], codes].concat())
    };
    let said = scan(&north, &[&tickets[0], &tickets[1], &tickets[0], &tickets[2]], &logs[0]);
    let verdicts: Vec<&str> =
        said.as_array().expect("answers").iter().filter_map(|one| one["verdict"].as_str()).collect();
    assert_eq!(verdicts, ["MASUK", "MASUK", "SUDAH_DI_DALAM", "PENUH"]);
    scan(&south, &[&tickets[0], &tickets[2]], &logs[1]);

    let other = copy(&data, folder.path().join("balik"));
    let one = told(&data, &["fair", "merge", "--fair", FAIR, &logs[0], &logs[1]]);
    let again = told(&data, &["fair", "merge", "--fair", FAIR, &logs[1]]);
    let turned = told(&other, &["fair", "merge", "--fair", FAIR, &logs[1], &logs[0]]);
    assert_eq!((&one["new"], &again["new"], &turned["new"]), (&4.into(), &0.into(), &4.into()));
    assert_eq!(one["count"], turned["count"]);
    assert_eq!(one["count"], again["count"]);
    assert_eq!((&one["count"]["visitors"], &one["count"]["repeats"]), (&3.into(), &1.into()));
    assert_eq!(one["over_capacity"], true);

    let out = folder.path().join("laporan").display().to_string();
    let report = told(&data, &["fair", "report", "--fair", FAIR, "--out", &out]);
    assert_eq!(report["report"]["funnel"][0]["visitors"], 3);
    assert_eq!(std::fs::read_dir(&out).expect("written").count(), 3);
}

#[tokio::test]
async fn vacancies_are_taken_in_from_a_sheet_and_tried_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("kantor");
    told(&data, &["init", "--name", "Disnaker Uji", "--regency", "32.16"]);
    let file = folder.path().join("lowongan.csv");
    let sheet = "Perusahaan;Jabatan;L;P;Jumlah;Gaji Min\nPT Contoh;Operator jahit;2;3;10;5.000.000\n;Pengawas;;;1;7 juta\nPT Lain;;1;;;\n";
    std::fs::write(&file, sheet).expect("written");
    let file = file.display().to_string();
    let tried = told(&data, &["fair", "import", &file, "--dry-run"]);
    let done = told(&data, &["fair", "import", &file]);
    assert_eq!((&tried["new"], &done["new"], &done["rejected"]), (&2.into(), &2.into(), &1.into()));
    let again = told(&data, &["fair", "import", &file]);
    assert_eq!((&again["new"], &again["known"]), (&0.into(), &2.into()));
}
