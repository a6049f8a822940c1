//! Files of a fair: vacancies, code lists, visitors, and result sheets that come back. The table goes to the page and
//! comes back with it, so that nothing is kept between.

use super::catalog_import::CatalogImported;
use crate::{desk::Desk, dialog, failure::Answer, opening::on_a_thread};
use balai_domain::{
    base::{id::Id, refusal::Refusal},
    catalog::import::run::{CatalogRow, CatalogVerdict},
    jobfair::{
        fair::Fair,
        import::{
            columns::{FairSheetKind, FairTable, FairTarget},
            run::{self, FairSheetTerms},
        },
        participation::Participation,
    },
    store::Error,
};
use balai_paperwork::fair;
use serde::{Deserialize, Serialize};
use std::path::Path;
use tauri::State;
use ts_rs::TS;

/// Most rows of one file.
const ROWS_MOST: usize = 20_000;

/// A file that was read.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FairSheetFile {
    /// The file's name.
    pub name: String,
    /// The sheet's name.
    pub sheet: String,
    /// Its table, columns guessed.
    pub table: FairTable,
    /// What a column may hold.
    pub targets: Vec<FairTarget>,
}

/// A table to take in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FairSheetImport {
    /// What it brings.
    pub kind: FairSheetKind,
    /// The table.
    pub table: FairTable,
    /// Year of the edition of codes.
    pub version: Option<i64>,
    /// The fair whose visitors come.
    pub fair: Option<Id<Fair>>,
    /// The company at a fair whose results come.
    pub company: Option<Id<Participation>>,
}

impl FairSheetImport {
    fn terms(&self) -> FairSheetTerms {
        FairSheetTerms { version: self.version, fair: self.fair, company: self.company }
    }
}

/// Asks for a file and finds its table; `None`: the dialog was closed.
#[tauri::command]
pub async fn fair_sheet_open(desk: State<'_, Desk>, input: FairSheetKind) -> Answer<Option<FairSheetFile>> {
    let Some(path) = dialog::open(&desk.voice, dialog::TABLE).await else { return Ok(None) };
    Ok(Some(on_a_thread(move || read(&path, input)).await?))
}

fn read(path: &Path, kind: FairSheetKind) -> balai_domain::store::Result<FairSheetFile> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (sheet, table) = fair::read(path, kind)?;
    if table.rows.len() > ROWS_MOST {
        return Err(Error::Refused(Refusal::new("fair_import", "too_many").with("most", ROWS_MOST)));
    }
    Ok(FairSheetFile { name, sheet, table, targets: balai_domain::jobfair::import::columns::targets(kind) })
}

/// The dry run: what would become of every row. Nothing is written.
#[tauri::command]
pub async fn fair_sheet_check(desk: State<'_, Desk>, input: FairSheetImport) -> Answer<Vec<CatalogRow>> {
    let mut work = desk.begin("fair_sheet_apply").await?;
    Ok(run::run(&mut work, input.kind, &input.table, input.terms()).await?)
}

/// Takes in what is accepted: one act, one undo.
#[tauri::command]
pub async fn fair_sheet_apply(desk: State<'_, Desk>, input: FairSheetImport) -> Answer<CatalogImported> {
    let mut work = desk.begin("fair_sheet_apply").await?;
    let rows = run::run(&mut work, input.kind, &input.table, input.terms()).await?;
    let rejected = rows.iter().filter(|row| row.verdict == CatalogVerdict::Rejected).count();
    let act = desk.commit(work).await?.act;
    Ok(CatalogImported { taken: rows.len() - rejected, rejected, act })
}
