//! The rows of a file by what their columns hold, and what becomes of each. In a dry run the work is dropped
//! afterwards; carried out, it is committed with whatever was accepted.

use super::{
    codes,
    columns::{FairSheetKind, FairTable, FairTarget},
    vacancies, visitors,
};
use crate::{
    base::{id::Id, refusal::Refusal, text::filled},
    catalog::import::run::{CatalogRow, CatalogVerdict},
    jobfair::{fair::Fair, participation::Participation, result_sheet},
    store::{Error, Result, Work},
};

/// What a file needs besides its rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct FairSheetTerms {
    /// Year of the edition, for a list of codes and for codes of occupations.
    pub version: Option<i64>,
    /// The fair whose visitors come.
    pub fair: Option<Id<Fair>>,
    /// The company at a fair whose results come.
    pub company: Option<Id<Participation>>,
}

/// One row of the table by what its columns hold.
pub struct Cells<'a> {
    /// The row of the sheet.
    pub row: usize,
    table: &'a FairTable,
    cells: &'a [String],
}

impl Cells<'_> {
    /// The text of a target, tidied; `None`: nothing there.
    pub fn get(&self, target: FairTarget) -> Option<String> {
        let at = self.table.columns.iter().position(|column| column.target == target)?;
        self.cells.get(at).and_then(|cell| filled(cell))
    }

    /// The text of a target, empty when nothing is there.
    pub fn text(&self, target: FairTarget) -> String {
        self.get(target).unwrap_or_default()
    }

    /// A value that a reader makes of a cell. Refuses `fair_import.no_number`.
    pub fn read<V>(&self, target: FairTarget, read: fn(&str) -> std::result::Result<V, String>) -> Result<V> {
        read(&self.text(target)).map_err(|found| Error::Refused(reason("no_number").with("found", found)))
    }
}

/// A reason of the import itself.
pub(in crate::jobfair) fn reason(code: &str) -> Refusal {
    Refusal::new("fair_import", code)
}

/// A row's fate: known or new and what should be looked at, or refused.
pub(in crate::jobfair) type Taken = Result<(bool, Vec<Refusal>)>;

/// The line that tells it.
pub(in crate::jobfair) fn line(row: usize, label: String, taken: Taken) -> Result<CatalogRow> {
    let (verdict, reasons) = match taken {
        Ok((known, notes)) => (if known { CatalogVerdict::Known } else { CatalogVerdict::New }, notes),
        Err(Error::Refused(refusal)) => (CatalogVerdict::Rejected, vec![refusal]),
        Err(fault) => return Err(fault),
    };
    Ok(CatalogRow { row, label, verdict, reasons })
}

/// Takes every row in; answers what became of each.
pub async fn run(
    work: &mut Work,
    kind: FairSheetKind,
    table: &FairTable,
    terms: FairSheetTerms,
) -> Result<Vec<CatalogRow>> {
    let rows: Vec<Cells<'_>> = table.rows.iter().map(|(row, cells)| Cells { row: *row, table, cells }).collect();
    match kind {
        FairSheetKind::Vacancies => vacancies::take(work, rows, terms).await,
        FairSheetKind::Occupations | FairSheetKind::Industries => codes::take(work, kind, rows, terms).await,
        FairSheetKind::Visitors => visitors::take(work, rows, terms).await,
        FairSheetKind::Results => {
            let company = terms.company.ok_or_else(|| Error::Refused(reason("company_missing")))?;
            result_sheet::take(work, company, rows).await
        }
    }
}
