//! A competence unit (*unit kompetensi*) of the national standards (SKKNI).

use super::{store, unit_code};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

table! {
    /// A competence unit (*unit kompetensi*). Its code names it, the version being the code's last part.
    pub struct Unit = 31 "unit" {
        /// Its code as printed, normalised: `C.14GMT06.024.1`.
        1 A code: String,
        /// Which issue of the unit; `None`: the code is of no known pattern.
        2 A version: Option<i64>,
        /// What one is able to do.
        3 A title: String,
        /// The decree of its standard (*Kepmenaker*) with number and year.
        4 A decree: Option<String>,
        /// Superseded since.
        5 A retired_at: Option<DateTime<Utc>>,
    }
}

/// A unit to save.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct UnitDraft {
    /// `None`: a new one.
    pub id: Option<Id<Unit>>,
    /// Its code, as typed.
    pub code: String,
    /// What one is able to do.
    pub title: String,
    /// The decree of its standard.
    pub decree: Option<String>,
}

/// A unit in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UnitRow {
    /// The unit.
    pub unit: Unit,
    /// Which rule shaped its code; `None`: none, which is worth a look.
    pub generation: Option<unit_code::CodeGeneration>,
    /// Programmes that teach it.
    pub programmes: i64,
}

refusals! {
    "unit" =>
    /// What keeps a unit from being saved.
    UnitRefusal {
        /// No code.
        CodeMissing => "code_missing",
        /// No title.
        TitleMissing { code } => "title_missing",
        /// Another unit has this code.
        CodeTaken { code, title } => "code_taken",
        /// No such unit.
        Unknown => "unknown",
    }
}

/// The row of a code.
pub(super) fn to_row(id: Id<Unit>, code: &str, title: String) -> Unit {
    let code = unit_code::normalised(code);
    Unit { id, version: unit_code::version(&code), code, title, decree: None, retired_at: None }
}

/// Saves a unit, its code normalised. Refuses `unit.code_missing`, `unit.title_missing`, `unit.code_taken`,
/// `unit.unknown`; never a code because of its pattern.
pub async fn save(work: &mut Work, draft: UnitDraft) -> Result<Id<Unit>> {
    let code = filled(&draft.code).ok_or(UnitRefusal::CodeMissing)?;
    let title = filled(&draft.title).ok_or(UnitRefusal::TitleMissing { code: code.clone() })?;
    let id = draft.id.unwrap_or_else(|| work.id());
    let mut unit = to_row(id, &code, title);
    if let Some(other) = store::unit_by_code(work.reads(), &unit.code).await?.filter(|other| other.id != id) {
        return Err(UnitRefusal::CodeTaken { code: other.code, title: other.title }.into());
    }
    unit.decree = draft.decree.as_deref().and_then(filled);
    if draft.id.is_some() {
        unit.retired_at = work.get(id).await?.ok_or(UnitRefusal::Unknown)?.retired_at;
    }
    work.put(&unit).await?;
    work.about(id).await?;
    Ok(id)
}

/// Marks a unit as superseded, or (`gone` false) as in force again. Refuses `unit.unknown`.
pub async fn retire(work: &mut Work, id: Id<Unit>, gone: bool) -> Result<()> {
    let mut unit = work.get(id).await?.ok_or(UnitRefusal::Unknown)?;
    unit.retired_at = gone.then(|| work.at());
    work.put(&unit).await?;
    work.about(id).await
}

/// Which units to show.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct UnitQuery {
    /// Part of a code or a title; empty: all.
    pub text: String,
    /// Also superseded ones.
    pub retired: bool,
    /// At most so many.
    pub limit: i64,
}

/// Units by code. A code is found however it is typed.
pub async fn list(connection: &mut SqliteConnection, query: &UnitQuery) -> Result<Vec<UnitRow>> {
    let text = filled(&query.text).unwrap_or_default().to_lowercase();
    let code = unit_code::normalised(&query.text);
    let found = store::units_like(connection, &text, &code, query.retired, query.limit).await?;
    let row =
        |(unit, programmes): (Unit, i64)| UnitRow { generation: unit_code::generation(&unit.code), unit, programmes };
    Ok(found.into_iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{
        Error,
        testing::{an_office, begin},
    };

    fn a_draft(code: &str) -> UnitDraft {
        UnitDraft { code: code.into(), title: "Menjahit dengan mesin".into(), ..UnitDraft::default() }
    }

    #[tokio::test]
    async fn a_code_of_no_pattern_is_kept_and_a_known_one_normalised() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "unit_save").await;
        save(&mut work, a_draft("c 14gmt06 O24 1")).await.expect("saved");
        save(&mut work, a_draft("muatan lokal 1")).await.expect("saved");
        let all = list(work.reads(), &UnitQuery { limit: 10, ..UnitQuery::default() }).await.expect("list");
        let seen: Vec<_> = all.iter().map(|row| (row.unit.code.as_str(), row.unit.version, row.generation)).collect();
        assert_eq!(
            seen,
            [("C.14GMT06.024.1", Some(1), Some(unit_code::CodeGeneration::Y2016)), ("MUATANLOKAL1", None, None)]
        );
    }

    #[tokio::test]
    async fn a_code_is_there_once_however_it_is_typed() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "unit_save").await;
        let id = save(&mut work, a_draft("J.620100.004.02")).await.expect("saved");
        let error = save(&mut work, a_draft("j620100 OO4 02")).await.expect_err("refused");
        assert!(matches!(error, Error::Refused(refusal) if refusal.code == "code_taken"));
        save(&mut work, a_draft("J.620100.004.03")).await.expect("another version is another unit");
        save(&mut work, UnitDraft { id: Some(id), ..a_draft("J 620100 004 02") }).await.expect("its own code");
    }

    #[tokio::test]
    async fn units_are_found_by_title_and_by_a_code_as_typed() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "unit_save").await;
        save(&mut work, a_draft("J.620100.004.02")).await.expect("saved");
        for text in ["menjahit", "j620100 004 02", "620100"] {
            let query = UnitQuery { text: text.into(), retired: false, limit: 10 };
            assert_eq!(list(work.reads(), &query).await.expect("list").len(), 1, "{text}");
        }
        let query = UnitQuery { text: "las".into(), retired: false, limit: 10 };
        assert!(list(work.reads(), &query).await.expect("list").is_empty());
    }
}
