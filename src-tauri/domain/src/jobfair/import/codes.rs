//! A list of occupations or branches from a file of the office: code, name, and the code above where it stands there.

use super::{
    columns::{FairSheetKind, FairTarget as T},
    run::{Cells, FairSheetTerms, line, reason},
};
use crate::{
    catalog::import::run::CatalogRow,
    jobfair::{
        class_code::{ClassCode, CodeList},
        store,
    },
    store::{Error, Result, Work},
};
use std::collections::HashMap;

/// Takes the rows in; what is known already gets the name of the file.
pub(super) async fn take(
    work: &mut Work,
    kind: FairSheetKind,
    rows: Vec<Cells<'_>>,
    terms: FairSheetTerms,
) -> Result<Vec<CatalogRow>> {
    let list = if kind == FairSheetKind::Industries { CodeList::Industry } else { CodeList::Occupation };
    let version = terms.version.filter(|year| (1990..=2100).contains(year));
    let version = version.ok_or_else(|| Error::Refused(reason("version_missing")))?;
    let stored = store::codes(work.reads(), list, version).await?;
    let mut known: HashMap<String, ClassCode> = stored.into_iter().map(|code| (code.code.clone(), code)).collect();
    let mut done = Vec::with_capacity(rows.len());
    for cells in rows {
        let (code, name) = (cells.text(T::Code), cells.text(T::Name));
        let label = format!("{code} {name}");
        let form = !code.is_empty() && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
        let taken = if !form {
            Err(Error::Refused(reason("code_form").with("found", &code)))
        } else if name.is_empty() {
            Err(Error::Refused(reason("name_missing")))
        } else {
            let before = known.get(&code);
            let id = before.map_or_else(|| work.id(), |known| known.id);
            let row = ClassCode { id, list, version, code: code.clone(), name, parent: cells.get(T::Parent) };
            let was = before.is_some();
            work.put(&row).await?;
            known.insert(code, row);
            Ok((was, Vec::new()))
        };
        done.push(line(cells.row, label, taken)?);
    }
    Ok(done)
}
