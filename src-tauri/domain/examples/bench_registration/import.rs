//! Import of a large workbook, checked, matched and logged, against reading it with calamine and inserting the rows bare.

use crate::{people::Crowd, report::peak_mb};
use balai_documents::read;
use balai_domain::{
    catalog::programme::{self, ProgrammeDraft},
    people::region_index::RegionIndex,
    registration::{
        import::{
            apply::{ImportOptions, apply},
            cell::{Cell, Sheet},
            check::{Terms, check},
            columns::guess,
            headers::Target,
            intakes::IntakeChoice,
            plan::{Decisions, plan},
            table_finder::best_table,
        },
        intake::{self, IntakeDraft},
    },
    store::{Act, Store},
};
use calamine::{Data, Reader};
use chrono::{DateTime, TimeDelta, Utc};
use rust_xlsxwriter::Workbook;
use sqlx::{AssertSqlSafe, Connection};
use std::{
    path::Path,
    time::{Duration, Instant},
};

const HEADERS: [&str; 17] = [
    "NO",
    "NAMA LENGKAP",
    "N I K",
    "TEMPAT LAHIR",
    "TGL LAHIR",
    "L/P",
    "PENDIDIKAN TERAKHIR",
    "JURUSAN",
    "ALAMAT (DUSUN/JALAN)",
    "DESA/KEL",
    "KECAMATAN",
    "KAB/KOTA",
    "NO HP/WA",
    "PROGRAM YANG DIMINATI",
    "STATUS PEKERJAAN",
    "DISABILITAS",
    "TGL DAFTAR",
];

/// Writes a workbook as offices send it.
pub fn write_workbook(path: &Path, count: usize) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "DAFTAR PENDAFTAR PELATIHAN").expect("title");
    for (column, header) in (0u16..).zip(HEADERS) {
        sheet.write(2, column, header).expect("header");
    }
    for (row, someone) in (3u32..).zip(Crowd::new(1).take(count)) {
        let birth = someone.birth.format("%d-%m-%Y").to_string();
        let number = (row - 2).to_string();
        let texts = [
            number.as_str(),
            &someone.name,
            &someone.nik,
            "Bekasi",
            &birth,
            if someone.woman { "P" } else { "L" },
            "SMA/SMK sederajat",
            "IPA",
            "Dusun II RT 05 RW 01",
            "Setia Asih",
            "Tarumajaya",
            "Kabupaten Bekasi",
            &someone.phone,
            "Pengelasan SMAW 3F",
            "Belum Bekerja",
            "Tidak",
            "20-11-2026",
        ];
        for (column, text) in (0u16..).zip(texts) {
            sheet.write(row, column, text).expect("cell");
        }
    }
    book.save(path).expect("saved");
}

/// The floor: calamine and one transaction of bare inserts into an equally encrypted file.
pub async fn floor(path: &Path, folder: &Path) -> Duration {
    let start = Instant::now();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).expect("opened");
    let range = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(folder.join("bare.db"))
        .create_if_missing(true)
        .pragma("key", format!("\"x'{}'\"", "7f".repeat(32)))
        .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
        .synchronous(sqlx::sqlite::SqliteSynchronous::Full);
    let mut connection = sqlx::SqliteConnection::connect_with(&options).await.expect("connected");
    let columns: Vec<String> = (0..HEADERS.len()).map(|n| format!("c{n} text")).collect();
    let create = format!("create table bare (id integer primary key, {}) strict", columns.join(", "));
    sqlx::query(AssertSqlSafe(create)).execute(&mut connection).await.expect("table");
    let insert: &'static str = "insert into bare values (null, ?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    let mut tx = connection.begin().await.expect("begun");
    for row in range.rows().skip(1) {
        let mut query = sqlx::query(insert);
        for column in 0..HEADERS.len() {
            query = query.bind(match row.get(column) {
                Some(Data::Empty) | None => None,
                Some(cell) => Some(cell.to_string()),
            });
        }
        query.execute(&mut *tx).await.expect("inserted");
    }
    tx.commit().await.expect("committed");
    start.elapsed()
}

fn sheet(sheet: read::Sheet) -> Sheet {
    let cell = |cell| match cell {
        read::Cell::Empty => Cell::Empty,
        read::Cell::Text(text) => Cell::Text(text),
        read::Cell::Number(number) => Cell::Number(number),
        read::Cell::Date(at) => Cell::Date(at),
        read::Cell::Bool(truth) => Cell::Bool(truth),
        read::Cell::Error(text) => Cell::Error(text),
    };
    let rows = sheet.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    Sheet { name: sheet.name, rows, hidden: sheet.hidden }
}

async fn a_programme(store: &Store, at: DateTime<Utc>) {
    let mut work = store.begin(Act { verb: "bench", actor: None, at }).await.expect("work");
    let draft =
        ProgrammeDraft { code: "SMAW3F".into(), name: "Pengelasan SMAW 3F".into(), ..ProgrammeDraft::default() };
    let programme_id = programme::save(&mut work, draft).await.expect("programme");
    let today = at.date_naive();
    let intake = IntakeDraft {
        id: None,
        programme_id,
        name: "Angkatan uji".into(),
        opens_on: today - TimeDelta::days(60),
        closes_on: today + TimeDelta::days(30),
        starts_on: None,
        seats: 16,
        reserves: 2,
        funding: None,
        age_min: None,
        age_max: None,
        education_min: None,
        domicile_code: None,
        employment_not: Vec::new(),
        cooldown_months: None,
        documents: Vec::new(),
    };
    intake::save(&mut work, intake).await.expect("intake");
    work.commit().await.expect("committed");
}

/// The product's own way, from the file to the committed act.
pub async fn ours(path: &Path, store: &Store, at: DateTime<Utc>) -> Duration {
    a_programme(store, at).await;
    let today = at.date_naive();
    let start = Instant::now();
    let mut lap = Instant::now();
    let mut step = |name: &str| {
        println!("    {name:<28} {:>6.2} s", lap.elapsed().as_secs_f64());
        lap = Instant::now();
    };
    let sheets: Vec<Sheet> = read::open(path).expect("read").sheets.into_iter().map(sheet).collect();
    step("read");
    let (number, table) = best_table(&sheets).expect("a table");
    let mapping: Vec<Target> = guess(&sheets[number], &table, today).into_iter().map(|guess| guess.target).collect();
    let terms = Terms { today, home: "Kabupaten Bekasi", orders: Default::default() };
    let file = check(&sheets[number], &table, &mapping, RegionIndex::shared(), &terms);
    drop(sheets);
    step("check");
    let mut reader = store.read().await.expect("reader");
    let made = plan(&mut reader, &file, &IntakeChoice::default(), &Decisions::default(), today).await.expect("plan");
    drop(reader);
    step("match");
    let mut work = store.begin(Act { verb: "import_apply", actor: None, at }).await.expect("work");
    let options = ImportOptions { include_doubtful: true, note: String::new() };
    let done = apply(&mut work, &file, &made, &options, |_, _| true).await.expect("applied");
    work.commit().await.expect("committed");
    step("apply and commit");
    println!("    {done:?}");
    start.elapsed()
}

/// Both ways over the same file.
pub async fn measure(store: &Store, folder: &Path, count: usize, at: DateTime<Utc>) {
    let path = folder.join("pendaftar.xlsx");
    write_workbook(&path, count);
    println!("import of {count} rows");
    let ours = ours(&path, store, at).await;
    let memory = peak_mb();
    let floor = floor(&path, folder).await;
    println!("  ours  {:.2} s   floor  {:.2} s", ours.as_secs_f64(), floor.as_secs_f64());
    println!("  ratio {:.2}  (goal: at most 4)", ours.as_secs_f64() / floor.as_secs_f64());
    if let Some(memory) = memory {
        println!(
            "  largest memory of the process until then {memory} MB, the writing of the workbook included (goal: at most 600 MB)"
        );
    }
}
