//! Import of workbooks: open, map the columns, try, decide, carry out, send the rejected rows back.

use crate::{desk::Desk, dialog, events::Progress, failure::Answer, opening::on_a_thread, tray::OpenImport};
use balai_domain::{
    office,
    people::region_index::RegionIndex,
    registration::import::{
        apply::{self, ImportDone, ImportOptions},
        check::{self, DateColumn, DateOrders, Terms},
        columns::{self, ColumnGuess, fingerprint},
        headers::Target,
        intakes::{IntakeChoice, ProgrammeUse},
        mapping::{self, Remembered},
        plan::{self, Decision, ImportPlan, PlanRow, PlanTotals, RowFate},
        report,
    },
};
use balai_paperwork::workbook;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    sync::{Arc, atomic::Ordering},
};
use tauri::State;
use ts_rs::TS;

/// Rows shown of a table before it is mapped.
const SAMPLE_ROWS: usize = 5;
/// Most rows in one answer.
const PAGE: usize = 500;

/// A file that was opened for import.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportFile {
    /// By which the other commands name it.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// Its sheets.
    pub sheets: Vec<ImportSheet>,
    /// The table that was found first.
    pub table: ImportTable,
}

/// A sheet of the file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportSheet {
    /// The name on its tab.
    pub name: String,
    /// Its tab is hidden.
    pub hidden: bool,
    /// Physical rows.
    pub rows: usize,
}

/// A table in a sheet, its columns guessed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportTable {
    /// Which sheet, from 0.
    pub sheet: usize,
    /// The row of the headings, from 1.
    pub header_row: usize,
    /// Data rows.
    pub rows: usize,
    /// What each column is taken for.
    pub columns: Vec<ColumnGuess>,
    /// The first rows as text, long numbers masked.
    pub sample: Vec<Vec<String>>,
    /// The mapping that was used for this layout last.
    pub remembered: Option<Remembered>,
}

/// Which sheet to look at.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportSheetChoice {
    /// The file.
    pub id: String,
    /// Which sheet, from 0.
    pub sheet: usize,
}

/// What the columns hold and where the rows go.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportMapping {
    /// The file.
    pub id: String,
    /// What each column holds, left to right.
    pub targets: Vec<Target>,
    /// Answers about day and month.
    pub orders: DateOrders,
    /// Which intakes the rows go to.
    pub choice: IntakeChoice,
}

/// What an import would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportReport {
    /// How many rows have each fate.
    pub totals: PlanTotals,
    /// How many rows of the file alone are fine, doubtful, wrong.
    pub file: check::Totals,
    /// Columns of dates, and whether a person must say how they are read.
    pub dates: Vec<DateColumn>,
    /// How often each reason occurs; words under `import_reason`.
    pub reasons: BTreeMap<String, u32>,
    /// Wordings of the programme column.
    pub programmes: Vec<ProgrammeUse>,
}

/// Which rows to show.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportRowsQuery {
    /// The file.
    pub id: String,
    /// Only these fates; none: all.
    pub fates: Vec<RowFate>,
    /// Rows to skip.
    pub offset: usize,
    /// Rows of the page.
    pub limit: usize,
}

/// A page of rows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportRows {
    /// All that fit.
    pub total: usize,
    /// The page.
    pub rows: Vec<PlanRow>,
}

/// Decisions on rows.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportDecisions {
    /// The file.
    pub id: String,
    /// The rows, from 1 among the data rows.
    pub rows: Vec<u32>,
    /// What was decided; `None`: nothing any more.
    pub decision: Option<Decision>,
}

/// Carry it out.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportOrder {
    /// The file.
    pub id: String,
    /// How.
    pub options: ImportOptions,
}

/// What an import did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Imported {
    /// What was done.
    pub done: ImportDone,
    /// The act, by which it is taken back.
    pub act: i64,
}

/// Which rows to send back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportReturn {
    /// The file.
    pub id: String,
    /// Also those that somebody has to look at.
    pub doubtful: bool,
}

/// Asks for a file and reads it; `None`: the dialog was closed.
#[tauri::command]
pub async fn import_open(desk: State<'_, Desk>) -> Answer<Option<ImportFile>> {
    let Some(path) = dialog::open(&desk.voice, dialog::TABLE).await else { return Ok(None) };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let today = desk.today();
    let (sheets, sheet, table, columns) = on_a_thread(move || {
        let sheets = workbook::read(&path)?;
        let (sheet, table) = workbook::best_table(&sheets)?;
        let columns = columns::guess(&sheets[sheet], &table, today);
        Ok((sheets, sheet, table, columns))
    })
    .await?;
    let about = sheets
        .iter()
        .map(|sheet| ImportSheet { name: sheet.name.clone(), hidden: sheet.hidden, rows: sheet.rows.len() })
        .collect();
    let open = OpenImport::new(name.clone(), sheets, sheet, table);
    let table = described(&desk, &open, columns).await?;
    let id = open.id.clone();
    *desk.tray.import() = Some(open);
    Ok(Some(ImportFile { id, name, sheets: about, table }))
}

/// Looks at another sheet of the file.
#[tauri::command]
pub async fn import_sheet(desk: State<'_, Desk>, input: ImportSheetChoice) -> Answer<ImportTable> {
    let mut open = desk.tray.import_of(&input.id)?;
    let table = workbook::table_in(&open.sheets, input.sheet)?;
    let columns = columns::guess(&open.sheets[input.sheet], &table, desk.today());
    open.look_at(input.sheet, table);
    let answer = described(&desk, &open, columns).await?;
    desk.tray.keep_import(open);
    Ok(answer)
}

async fn described(desk: &Desk, open: &OpenImport, columns: Vec<ColumnGuess>) -> Answer<ImportTable> {
    let remembered = mapping::recall(&mut *desk.read().await?, &fingerprint(&open.table)).await?;
    let remembered = remembered.filter(|known| known.targets.len() == columns.len());
    let rows = &open.sheets[open.sheet].rows;
    let sample = open.table.rows.iter().take(SAMPLE_ROWS).filter_map(|place| rows.get(*place));
    let text = |row: &Vec<_>| {
        (0..columns.len()).map(|column| row.get(column).map(workbook::masked_text).unwrap_or_default()).collect()
    };
    Ok(ImportTable {
        sheet: open.sheet,
        header_row: open.table.header_row + 1,
        rows: open.table.rows.len(),
        sample: sample.map(text).collect(),
        columns,
        remembered,
    })
}

/// The dry run: checks every row and compares it with the register. Nothing is written.
#[tauri::command]
pub async fn import_check(desk: State<'_, Desk>, input: ImportMapping) -> Answer<ImportReport> {
    let mut open = desk.tray.import_of(&input.id)?;
    let today = desk.today();
    let office = office::office(&mut *desk.read().await?).await?;
    let home = office.and_then(|office| RegionIndex::shared().name(&office.regency_code).map(str::to_owned));
    let (sheets, sheet, table) = (open.sheets.clone(), open.sheet, open.table.clone());
    let (targets, orders) = (input.targets.clone(), input.orders);
    let checked = on_a_thread(move || {
        let terms = Terms { today, home: home.as_deref().unwrap_or_default(), orders };
        Ok(check::check(&sheets[sheet], &table, &targets, RegionIndex::shared(), &terms))
    })
    .await?;
    open.mapping = Some(Remembered { targets: input.targets, orders });
    open.choice = input.choice;
    open.checked = Some(Arc::new(checked));
    open.decisions.clear();
    planned(&desk, open).await
}

/// Notes what the clerk decided on rows.
#[tauri::command]
pub async fn import_decide(desk: State<'_, Desk>, input: ImportDecisions) -> Answer<ImportReport> {
    let mut open = desk.tray.import_of(&input.id)?;
    for row in input.rows {
        match &input.decision {
            Some(decision) => open.decisions.insert(row, decision.clone()),
            None => open.decisions.remove(&row),
        };
    }
    planned(&desk, open).await
}

/// Plans anew and keeps the plan.
async fn planned(desk: &Desk, mut open: OpenImport) -> Answer<ImportReport> {
    let checked = open.checked()?;
    let plan = plan::plan(&mut *desk.read().await?, &checked, &open.choice, &open.decisions, desk.today()).await?;
    let report = ImportReport {
        totals: plan.totals,
        file: checked.totals,
        dates: checked.dates.clone(),
        reasons: plan.reasons().into_iter().map(|(code, count)| (code.to_owned(), count)).collect(),
        programmes: plan.programmes.clone(),
    };
    open.plan = Some(Arc::new(plan));
    desk.tray.keep_import(open);
    Ok(report)
}

/// A page of the dry run's rows.
#[tauri::command]
pub async fn import_rows(desk: State<'_, Desk>, input: ImportRowsQuery) -> Answer<ImportRows> {
    let plan: Arc<ImportPlan> = desk.tray.import_of(&input.id)?.plan()?;
    let (total, rows) = plan.page(&input.fates, input.offset, input.limit.min(PAGE));
    Ok(ImportRows { total, rows: rows.into_iter().cloned().collect() })
}

/// Carries the import out: all of it or nothing, one act, one undo.
#[tauri::command]
pub async fn import_apply(desk: State<'_, Desk>, input: ImportOrder) -> Answer<Imported> {
    let open = desk.tray.import_of(&input.id)?;
    let (checked, plan) = (open.checked()?, open.plan()?);
    open.cancel.store(false, Ordering::Release);
    let mut work = desk.begin("import_apply").await?;
    let heard = |done: usize, total: usize| {
        let count = |rows: usize| i64::try_from(rows).unwrap_or(i64::MAX);
        desk.voice.progress(&Progress { id: input.id.clone(), done: count(done), total: count(total) });
        !open.cancel.load(Ordering::Acquire)
    };
    let done = apply::apply(&mut work, &checked, &plan, &input.options, heard).await?;
    let act = desk.commit(work).await?.act;
    if let Some(known) = &open.mapping {
        let (store, layout) = (desk.store().await?, fingerprint(&open.table));
        mapping::remember(&mut *store.local().await?, &layout, known, desk.now()).await?;
    }
    Ok(Imported { done, act })
}

/// Stops an import that runs; nothing of it stays.
#[tauri::command]
pub async fn import_cancel(desk: State<'_, Desk>, input: String) -> Answer<()> {
    desk.tray.import_of(&input)?.cancel.store(true, Ordering::Release);
    Ok(())
}

/// Saves the rows that were not taken, with their reasons; `None`: the dialog was closed.
#[tauri::command]
pub async fn import_return(desk: State<'_, Desk>, input: ImportReturn) -> Answer<Option<String>> {
    let open = desk.tray.import_of(&input.id)?;
    let stem = open.name.rsplit_once('.').map_or(open.name.as_str(), |(stem, _)| stem);
    let Some(target) = dialog::save(&desk.voice, dialog::XLSX, &format!("{stem} - dikembalikan.xlsx")).await else {
        return Ok(None);
    };
    let returned = report::returned(&open.sheets[open.sheet], &open.table, &*open.plan()?, input.doubtful);
    let place = target.clone();
    on_a_thread(move || workbook::write_returned(&returned, &place)).await?;
    Ok(Some(target.display().to_string()))
}

/// Lets the file go.
#[tauri::command]
pub async fn import_close(desk: State<'_, Desk>, input: String) -> Answer<()> {
    let mut import = desk.tray.import();
    if import.as_ref().is_some_and(|open| open.id == input) {
        *import = None;
    }
    Ok(())
}
