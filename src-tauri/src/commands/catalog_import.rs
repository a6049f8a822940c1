//! Import of the catalogue. The table goes to the page and comes back with it, so that nothing is kept between.

use crate::{desk::Desk, dialog, failure::Answer, opening::on_a_thread};
use balai_domain::{
    base::refusal::Refusal,
    catalog::import::{
        columns::{self, CatalogKind, CatalogTable, CatalogTarget},
        run::{self, CatalogRow, CatalogVerdict},
    },
    store::Error,
};
use balai_paperwork::workbook;
use serde::{Deserialize, Serialize};
use std::path::Path;
use tauri::State;
use ts_rs::TS;

/// Most rows of one file.
const ROWS_MOST: usize = 20_000;

/// A file that was read.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CatalogFile {
    /// The file's name.
    pub name: String,
    /// The sheet's name.
    pub sheet: String,
    /// Its table, columns guessed.
    pub table: CatalogTable,
    /// What a column may hold.
    pub targets: Vec<CatalogTarget>,
}

/// A table to take in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CatalogImport {
    /// What it brings.
    pub kind: CatalogKind,
    /// The table.
    pub table: CatalogTable,
}

/// What an import did.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct CatalogImported {
    /// Rows taken in.
    pub taken: usize,
    /// Rows left out.
    pub rejected: usize,
    /// The act, by which it is taken back.
    pub act: i64,
}

/// Asks for a file and finds its table; `None`: the dialog was closed.
#[tauri::command]
pub async fn catalog_open(desk: State<'_, Desk>, input: CatalogKind) -> Answer<Option<CatalogFile>> {
    let Some(path) = dialog::open(&desk.voice, dialog::TABLE).await else { return Ok(None) };
    Ok(Some(on_a_thread(move || read(&path, input)).await?))
}

/// The sheet with most columns of this kind, then with most rows.
fn read(path: &Path, kind: CatalogKind) -> balai_domain::store::Result<CatalogFile> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let sheets = workbook::read(path)?;
    let tables = sheets.iter().filter_map(|sheet| {
        let rows: Vec<Vec<String>> =
            sheet.rows.iter().map(|row| row.iter().map(|cell| cell.text()).collect()).collect();
        let table = columns::find_table(kind, &rows)?;
        let known = table.columns.iter().filter(|column| column.target != CatalogTarget::Ignore).count();
        Some((!sheet.hidden, known, table.rows.len(), sheet.name.clone(), table))
    });
    let best = tables.max_by_key(|(shown, known, rows, ..)| (*shown, *known, *rows));
    let (.., sheet, table) = best.ok_or_else(|| Error::refused("catalog_import", "no_table"))?;
    if table.rows.len() > ROWS_MOST {
        return Err(Error::Refused(Refusal::new("catalog_import", "too_many").with("most", ROWS_MOST)));
    }
    Ok(CatalogFile { name, sheet, table, targets: columns::targets(kind) })
}

/// The dry run: what would become of every row. Nothing is written.
#[tauri::command]
pub async fn catalog_check(desk: State<'_, Desk>, input: CatalogImport) -> Answer<Vec<CatalogRow>> {
    let mut work = desk.begin("catalog_apply").await?;
    Ok(run::run(&mut work, input.kind, &input.table).await?)
}

/// Takes in what is accepted: one act, one undo.
#[tauri::command]
pub async fn catalog_apply(desk: State<'_, Desk>, input: CatalogImport) -> Answer<CatalogImported> {
    let mut work = desk.begin("catalog_apply").await?;
    let rows = run::run(&mut work, input.kind, &input.table).await?;
    let rejected = rows.iter().filter(|row| row.verdict == CatalogVerdict::Rejected).count();
    let act = desk.commit(work).await?.act;
    Ok(CatalogImported { taken: rows.len() - rejected, rejected, act })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_that_looks_like_a_syllabus_is_taken_from_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("silabus.csv");
        std::fs::write(&file, "Silabus;;\nProgram;Kode Unit;Unit;Teori;Praktik\nLas;C.24LAS01.001.1;Las dasar;4;12\n")
            .expect("written");
        let read = read(&file, CatalogKind::Programmes).expect("read");
        assert_eq!((read.name.as_str(), read.table.rows.len()), ("silabus.csv", 1));
        assert_eq!(read.table.rows[0].0, 3);
        assert!(super::read(&file, CatalogKind::Rooms).is_err());
    }
}
