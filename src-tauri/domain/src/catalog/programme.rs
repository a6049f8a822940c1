//! A training programme (*program pelatihan*): what is taught. When it is taught, and to whom, is an intake.

use super::store;
use crate::{
    base::{
        id::Id,
        text::{filled, tidy},
    },
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use ts_rs::TS;

table! {
    /// A training programme (*program pelatihan*).
    pub struct Programme = 20 "programme" {
        /// Short code, unique: `LAS-SMAW`.
        1 A code: String,
        /// Its full name: `Pengelasan SMAW 3F`.
        2 A name: String,
        /// *Kejuruan*: `Teknik Las`.
        3 A department: Option<String>,
        /// Other names that files use for it, parted by commas.
        4 A aliases: Option<String>,
        /// No longer taught since.
        5 A retired_at: Option<DateTime<Utc>>,
    }
}

/// A programme to save.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct ProgrammeDraft {
    /// `None`: a new one.
    pub id: Option<Id<Programme>>,
    /// Short code; empty: made from the name.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// *Kejuruan*.
    pub department: Option<String>,
    /// Other names, parted by commas.
    pub aliases: Option<String>,
}

refusals! {
    "programme" =>
    /// What keeps a programme from being saved.
    ProgrammeRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// Another programme has this code.
        CodeTaken { code, name } => "code_taken",
        /// No such programme.
        Unknown => "unknown",
    }
}

/// A code from a name: the first three letters of its first words, `Pengelasan SMAW 3F` -> `PEN-SMA-3F`.
pub fn code_of(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let parts: Vec<String> =
        words.take(3).map(|word| word.chars().take(3).collect::<String>().to_uppercase()).collect();
    parts.join("-")
}

/// Other names without blanks around them, each once, without the name itself.
fn tidy_aliases(aliases: &str, name: &str) -> Option<String> {
    let mut kept: Vec<String> = Vec::new();
    for alias in aliases.split([',', ';', '\n']).filter_map(filled) {
        let same = |other: &String| other.to_lowercase() == alias.to_lowercase();
        if !kept.iter().any(same) && alias.to_lowercase() != name.to_lowercase() {
            kept.push(alias);
        }
    }
    (!kept.is_empty()).then(|| kept.join(", "))
}

/// Saves a programme. Refuses `programme.name_missing`, `programme.code_taken`, `programme.unknown`.
pub async fn save(work: &mut Work, draft: ProgrammeDraft) -> Result<Id<Programme>> {
    let name = filled(&draft.name).ok_or(ProgrammeRefusal::NameMissing)?;
    let all = store::programmes(work.reads(), true).await?;
    let taken = |code: &str| all.iter().find(|other| other.code == code && Some(other.id) != draft.id);
    let mut code = tidy(&draft.code).to_uppercase();
    if code.is_empty() {
        let stem = code_of(&name);
        let numbered = (2..).map(|n| format!("{stem}-{n}"));
        code = std::iter::once(stem.clone()).chain(numbered).find(|code| taken(code).is_none()).unwrap_or(stem);
    } else if let Some(other) = taken(&code) {
        return Err(ProgrammeRefusal::CodeTaken { code, name: other.name.clone() }.into());
    }
    let retired_at = match draft.id {
        Some(id) => all.iter().find(|known| known.id == id).ok_or(ProgrammeRefusal::Unknown)?.retired_at,
        None => None,
    };
    let id = draft.id.unwrap_or_else(|| work.id());
    let aliases = draft.aliases.and_then(|aliases| tidy_aliases(&aliases, &name));
    let department = draft.department.as_deref().and_then(filled);
    work.put(&Programme { id, code, name, department, aliases, retired_at }).await?;
    work.about(id).await?;
    Ok(id)
}

/// Takes a programme out of the lists, or (`gone` false) puts it back. Refuses `programme.unknown`.
pub async fn retire(work: &mut Work, id: Id<Programme>, gone: bool) -> Result<()> {
    let mut programme = work.get(id).await?.ok_or(ProgrammeRefusal::Unknown)?;
    programme.retired_at = gone.then(|| work.at());
    work.put(&programme).await?;
    work.about(id).await
}

/// The programmes by name; also those no longer taught when `retired`.
pub async fn list(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Programme>> {
    store::programmes(connection, retired).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::{an_office, begin};

    fn a_draft(name: &str) -> ProgrammeDraft {
        ProgrammeDraft { name: name.into(), ..ProgrammeDraft::default() }
    }

    #[tokio::test]
    async fn a_programme_without_a_code_gets_one_of_its_own() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "programme_save").await;
        save(&mut work, a_draft(" Pengelasan  SMAW 3F ")).await.expect("saved");
        save(&mut work, a_draft("Pengelasan SMAW 3F lanjut")).await.expect("saved");
        let codes: Vec<_> =
            list(work.reads(), false).await.expect("list").into_iter().map(|p| (p.code, p.name)).collect();
        assert_eq!(
            codes,
            [
                ("PEN-SMA-3F".to_owned(), "Pengelasan SMAW 3F".to_owned()),
                ("PEN-SMA-3F-2".to_owned(), "Pengelasan SMAW 3F lanjut".to_owned())
            ]
        );
    }

    #[tokio::test]
    async fn a_taken_code_is_refused_with_the_name_of_its_owner() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "programme_save").await;
        let draft = |name: &str| ProgrammeDraft { code: "las".into(), ..a_draft(name) };
        let id = save(&mut work, draft("Las")).await.expect("saved");
        let error = save(&mut work, draft("Lasan")).await.expect_err("refused");
        assert!(matches!(error, crate::store::Error::Refused(refusal)
            if refusal.code == "code_taken" && refusal.params["name"] == "Las"));
        save(&mut work, ProgrammeDraft { id: Some(id), ..draft("Las dasar") }).await.expect("its own code");
    }

    #[tokio::test]
    async fn a_retired_programme_leaves_the_list_and_can_come_back() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "programme_save").await;
        let id = save(&mut work, a_draft("Barista")).await.expect("saved");
        retire(&mut work, id, true).await.expect("retired");
        assert!(list(work.reads(), false).await.expect("list").is_empty());
        assert_eq!(list(work.reads(), true).await.expect("list").len(), 1);
        retire(&mut work, id, false).await.expect("back");
        assert_eq!(list(work.reads(), false).await.expect("list").len(), 1);
    }

    #[test]
    fn other_names_are_kept_once_and_never_the_name_itself() {
        let kept = tidy_aliases(" Las,las ;Welding,, PENGELASAN", "Pengelasan");
        assert_eq!(kept.as_deref(), Some("Las, Welding"));
        assert_eq!(tidy_aliases(" , ", "Las"), None);
    }
}
