//! `balai fair …`: a fair without a window, so that a rehearsal can be driven by a script.

use crate::{
    exit::{Failure, Outcome},
    place::Place,
};
use balai_documents::{print, write};
use balai_domain::{
    base::{id::Id, word::Word},
    catalog::import::run::CatalogVerdict,
    jobfair::{
        fair::{self as fairs, Fair, FairRefusal},
        gate::{Direction, GateEvent},
        gate_desk::{self, Scan},
        import::{
            columns::FairSheetKind,
            run::{self, FairSheetTerms},
        },
        outcome,
    },
    office,
    store::{Error, SqliteConnection},
};
use balai_paperwork::{fair as paper, words::word};
use chrono::NaiveDate;
use clap::Subcommand;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::{Path, PathBuf};

/// What can be done with a fair.
#[derive(Debug, Subcommand)]
pub enum FairVerb {
    /// Take a file in: vacancies (lowongan), code lists (kbji, kbli) or visitors (pengunjung)
    Import {
        /// The workbook
        file: PathBuf,
        /// What it brings
        #[arg(long, default_value = "lowongan")]
        kind: String,
        /// The fair whose visitors come, by id or name
        #[arg(long)]
        fair: Option<String>,
        /// Year of the edition of codes
        #[arg(long)]
        version: Option<i64>,
        /// Say what would become of each row; write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Show tickets to this station, one after the other
    Checkin {
        /// The fair, by id or name
        #[arg(long)]
        fair: String,
        /// The codes; none: one a line from the standard input
        codes: Vec<String>,
        /// On the way out
        #[arg(long)]
        out: bool,
        /// Write the log of all stations that are here to this file
        #[arg(long, value_name = "FILE")]
        log: Option<PathBuf>,
    },
    /// Bring logs of other stations together; the same log twice changes nothing
    Merge {
        /// The fair, by id or name
        #[arg(long)]
        fair: String,
        /// The logs
        logs: Vec<PathBuf>,
    },
    /// Write the report of a fair as PDF, xlsx and JSON
    Report {
        /// The fair, by id or name
        #[arg(long)]
        fair: String,
        /// The folder to write to
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

/// The log of a station as it is carried.
#[derive(Debug, Serialize, Deserialize)]
struct StationLog {
    fair: Id<Fair>,
    events: Vec<GateEvent>,
}

/// Does it.
pub async fn run(place: &Place, verb: FairVerb) -> Outcome {
    match verb {
        FairVerb::Import { file, kind, fair, version, dry_run } => {
            let kind = FairSheetKind::parse(&kind).ok_or_else(|| Failure::refused("fair_import", "no_table"))?;
            import(place, &file, kind, (fair, version), dry_run).await
        }
        FairVerb::Checkin { fair, codes, out, log } => checkin(place, &fair, codes, out, log.as_deref()).await,
        FairVerb::Merge { fair, logs } => merge(place, &fair, &logs).await,
        FairVerb::Report { fair, out } => report(place, &fair, &out).await,
    }
}

/// The fair by id or name.
async fn named(connection: &mut SqliteConnection, text: &str, today: NaiveDate) -> Outcome<Id<Fair>> {
    let rows = fairs::list(connection, false, today).await?;
    let same = |fair: &Fair| fair.id.to_string() == text || fair.name.to_lowercase() == text.to_lowercase();
    let found = rows.iter().find(|row| same(&row.fair)).map(|row| row.fair.id);
    found.ok_or_else(|| Error::from(FairRefusal::Unknown).into())
}

async fn import(
    place: &Place,
    file: &Path,
    kind: FairSheetKind,
    (fair, version): (Option<String>, Option<i64>),
    dry_run: bool,
) -> Outcome {
    let (_, table) = paper::read(file, kind)?;
    let held = place.open().await?;
    let today = place.today(Some(&place.office(&held.store).await?));
    let mut terms = FairSheetTerms { version, ..FairSheetTerms::default() };
    if let Some(fair) = fair {
        terms.fair = Some(named(&mut *held.store.read().await?, &fair, today).await?);
    }
    let mut work = place.begin(&held.store, "fair_sheet_apply").await?;
    let rows = run::run(&mut work, kind, &table, terms).await?;
    let count = |verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let [new, known, rejected] = [CatalogVerdict::New, CatalogVerdict::Known, CatalogVerdict::Rejected].map(count);
    if !dry_run {
        held.commit(work).await?;
    }
    place.answer(&json!({ "rows": rows, "new": new, "known": known, "rejected": rejected }), || {
        format!("{new} baru, {known} diperbarui, {rejected} ditolak")
    })
}

async fn checkin(place: &Place, fair: &str, codes: Vec<String>, out: bool, log: Option<&Path>) -> Outcome {
    let codes = if codes.is_empty() { std::io::stdin().lines().collect::<Result<_, _>>()? } else { codes };
    let held = place.open().await?;
    let today = place.today(Some(&place.office(&held.store).await?));
    let fair_id = named(&mut *held.store.read().await?, fair, today).await?;
    let direction = if out { Direction::Out } else { Direction::In };
    let mut said = Vec::new();
    for code in codes.into_iter().filter(|code| !code.trim().is_empty()) {
        let mut work = place.begin(&held.store, "gate_scan").await?;
        let scan = Scan { fair_id, code: code.clone(), visit: None, direction, override_reason: String::new() };
        let answer = gate_desk::scan(&mut work, scan).await?;
        if answer.verdict.passes() {
            work.commit().await?;
        }
        said.push(json!({ "code": code, "verdict": answer.verdict, "name": answer.name, "inside": answer.inside }));
    }
    if let Some(file) = log {
        let events = gate_desk::log(&mut *held.store.read().await?, fair_id, None).await?;
        let bytes = serde_json::to_vec(&StationLog { fair: fair_id, events });
        std::fs::write(file, bytes.map_err(|error| Failure::Fault(error.to_string()))?)?;
    }
    let line = |one: &serde_json::Value| {
        let verdict = word("verdict", one["verdict"].as_str().unwrap_or_default());
        format!("{}  {verdict}  {}", one["code"].as_str().unwrap_or_default(), one["name"].as_str().unwrap_or_default())
    };
    place.answer(&said, || said.iter().map(line).collect::<Vec<_>>().join("\n"))
}

async fn merge(place: &Place, fair: &str, logs: &[PathBuf]) -> Outcome {
    let held = place.open().await?;
    let today = place.today(Some(&place.office(&held.store).await?));
    let fair_id = named(&mut *held.store.read().await?, fair, today).await?;
    let mut work = place.begin(&held.store, "gate_scan").await?;
    let mut new = 0;
    for file in logs {
        let log: StationLog =
            serde_json::from_slice(&std::fs::read(file)?).map_err(|_| Failure::refused("file", "not-a-spreadsheet"))?;
        new += gate_desk::take_log(&mut work, fair_id, log.events).await?;
    }
    work.commit().await?;
    let state = gate_desk::state(&mut *held.store.read().await?, fair_id).await?;
    let count = &state.count;
    place.answer(&json!({ "new": new, "count": count, "over_capacity": state.over_capacity }), || {
        format!(
            "{new} catatan baru; {} pengunjung, {} di dalam, terbanyak {}, {} tiket dipindai ulang, {} jam meragukan",
            count.visitors, count.inside, count.peak, count.repeats, count.doubtful
        )
    })
}

async fn report(place: &Place, fair: &str, out: &Path) -> Outcome {
    let store = place.open_to_read().await?;
    let office = place.office(&store).await?;
    let today = place.today(Some(&office));
    let mut connection = store.read().await?;
    let fair_id = named(&mut connection, fair, today).await?;
    let report = outcome::report(&mut connection, fair_id, today).await?;
    let office = office::office(&mut connection).await?;
    let now = office.as_ref().map_or(place.now().naive_utc(), |office| office.zone.local(place.now()).naive_local());
    let fault = |error: &dyn std::fmt::Display| Failure::Fault(error.to_string());
    let pdf = print::list(&paper::report(&report, office.as_ref(), "balai", now))
        .and_then(|printed| printed.pdf())
        .map_err(|error| fault(&error))?;
    let xlsx = write::xlsx(&paper::report_table(&report)).map_err(|error| fault(&error))?;
    let data = serde_json::to_vec_pretty(&report).map_err(|error| fault(&error))?;
    std::fs::create_dir_all(out)?;
    let mut files = Vec::new();
    for (ending, bytes) in [("pdf", pdf), ("xlsx", xlsx), ("json", data)] {
        let file = out.join(format!("laporan-bursa-kerja.{ending}"));
        std::fs::write(&file, bytes)?;
        files.push(file.display().to_string());
    }
    place.answer(&json!({ "files": files, "report": report }), || files.join("\n"))
}
