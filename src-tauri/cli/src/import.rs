//! `balai import`: a workbook into the register, or what would become of it.

use crate::{
    args::{DateOrder, Import},
    exit::{Failure, Outcome},
    place::{Place, given_passphrase},
};
use balai_domain::{
    base::{dates::Order, word::Word},
    people::region_index::RegionIndex,
    registration::import::{
        apply::{self, ImportOptions},
        cell::Sheet,
        check::{self, CheckedFile, DateOrders, Terms},
        columns,
        headers::Target,
        intakes::IntakeChoice,
        plan::{self, Decisions},
        report::returned,
        table_finder::Table,
    },
    store::{Error, SqliteConnection},
};
use balai_paperwork::{words::word, workbook};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// A file with its table and what the columns hold.
struct Source {
    sheets: Vec<Sheet>,
    sheet: usize,
    table: Table,
    targets: Vec<Target>,
}

impl Source {
    fn read(import: &Import, today: NaiveDate) -> Outcome<Source> {
        let sheets = workbook::read(&import.file)?;
        let (sheet, table) = match &import.sheet {
            None => workbook::best_table(&sheets)?,
            Some(name) => {
                let named = sheets.iter().position(|sheet| sheet.name == *name);
                let sheet = named.ok_or_else(|| Failure::refused("import", "no_sheet"))?;
                (sheet, workbook::table_in(&sheets, sheet)?)
            }
        };
        let guesses = columns::guess(&sheets[sheet], &table, today);
        let targets = guesses.into_iter().map(|guess| guess.target).collect();
        Ok(Source { sheets, sheet, table, targets })
    }

    fn check(&self, import: &Import, home: &str, today: NaiveDate) -> CheckedFile {
        let order = import.date_order.map(|order| match order {
            DateOrder::Day => Order::DayFirst,
            DateOrder::Month => Order::MonthFirst,
        });
        let terms = Terms { today, home, orders: DateOrders { birth: order, registered: order } };
        check::check(&self.sheets[self.sheet], &self.table, &self.targets, RegionIndex::shared(), &terms)
    }
}

/// Imports, or tells what would be imported.
pub async fn run(place: &Place, import: Import) -> Outcome {
    if import.dry_run { dry_run(place, &import).await } else { carry_out(place, &import).await }
}

/// The file alone is judged; the register is compared as well when its passphrase is at hand.
async fn dry_run(place: &Place, import: &Import) -> Outcome {
    let mut against = None;
    if place.has_office() && given_passphrase().is_some() {
        let store = place.open_to_read().await?;
        let office = place.office(&store).await?;
        against = Some((store, office));
    }
    let today = place.today(against.as_ref().map(|(_, office)| office));
    let source = Source::read(import, today)?;
    let home = against.as_ref().and_then(|(_, office)| RegionIndex::shared().name(&office.regency_code));
    let file = source.check(import, home.unwrap_or_default(), today);
    let mut register = Value::Null;
    if let Some((store, _)) = &against {
        let plan = planned(&mut *store.read().await?, &file, today).await?;
        register = json!(plan.totals);
        send_back(import, &source, &plan)?;
    }
    let row = |row: &check::CheckedRow| {
        let reasons: Vec<&str> = row.reasons.iter().map(|reason| reason.code()).collect();
        json!({ "row": row.row, "verdict": row.verdict, "reasons": reasons })
    };
    let rows: Vec<Value> = file.rows.iter().map(row).collect();
    let data = json!({ "rows": rows, "totals": file.totals, "dates": file.dates, "register": register });
    place.answer(&data, || in_words(&file))
}

async fn planned(
    connection: &mut SqliteConnection,
    file: &CheckedFile,
    today: NaiveDate,
) -> Result<plan::ImportPlan, Error> {
    plan::plan(connection, file, &IntakeChoice::default(), &Decisions::new(), today).await
}

fn in_words(file: &CheckedFile) -> String {
    let totals = file.totals;
    let mut lines = vec![format!(
        "{} baris: {} diterima, {} perlu dilihat, {} ditolak",
        totals.rows, totals.accept, totals.warn, totals.reject
    )];
    for row in file.rows.iter().filter(|row| !row.reasons.is_empty()) {
        let reasons: Vec<String> = row.reasons.iter().map(|reason| word("import_reason", reason.code())).collect();
        lines.push(format!("baris {:>6}  {:<7} {}", row.row, row.verdict.code(), reasons.join("; ")));
    }
    if file.dates.iter().any(|column| column.asks) {
        lines.push("Urutan tanggal dan bulan tidak pasti: beri --date-order day atau month.".to_owned());
    }
    lines.join("\n")
}

async fn carry_out(place: &Place, import: &Import) -> Outcome {
    let held = place.open().await?;
    let office = place.office(&held.store).await?;
    let today = place.today(Some(&office));
    let source = Source::read(import, today)?;
    let file = source.check(import, RegionIndex::shared().name(&office.regency_code).unwrap_or_default(), today);
    if file.dates.iter().any(|column| column.asks) {
        return Err(Failure::refused("import", "date_order"));
    }
    let plan = planned(&mut *held.store.read().await?, &file, today).await?;
    send_back(import, &source, &plan)?;
    let options = ImportOptions { include_doubtful: import.include_doubtful, note: String::new() };
    let mut work = place.begin(&held.store, "import_apply").await?;
    let done = apply::apply(&mut work, &file, &plan, &options, |_, _| true).await?;
    let act = held.commit(work).await?.act;
    place.answer(&json!({ "done": done, "act": act }), || {
        format!(
            "{} orang baru, {} diperbarui, {} tetap, {} pendaftaran; {} dilewati, {} ditolak",
            done.new, done.updated, done.same, done.applications, done.left_out, done.rejected
        )
    })
}

fn send_back(import: &Import, source: &Source, plan: &plan::ImportPlan) -> Outcome {
    let Some(target) = &import.rejected else { return Ok(()) };
    let returned = returned(&source.sheets[source.sheet], &source.table, plan, !import.include_doubtful);
    Ok(workbook::write_returned(&returned, target)?)
}
