//! A field of training (*kejuruan*) and the names by which offices call it.

use super::{resolve::Named, resources_store as store, word_list::word_list};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use ts_rs::TS;

table! {
    /// A field of training (*kejuruan*): `Teknik Las`.
    pub struct Department = 30 "department" {
        /// Its name.
        1 A name: String,
        /// Other names that files use for it, parted by commas.
        2 A aliases: Option<String>,
        /// No longer offered since.
        3 A retired_at: Option<DateTime<Utc>>,
    }
}

impl Named for Department {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.as_deref().unwrap_or_default().split(','))
    }
}

/// A field of training to save.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct DepartmentDraft {
    /// `None`: a new one.
    pub id: Option<Id<Department>>,
    /// Its name.
    pub name: String,
    /// Other names, parted by commas.
    pub aliases: Option<String>,
}

refusals! {
    "department" =>
    /// What keeps a field of training from being saved.
    DepartmentRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// Another one has this name, or is called so too.
        NameTaken { name } => "name_taken",
        /// No such field.
        Unknown => "unknown",
    }
}

/// Saves a field of training. Refuses `department.name_missing`, `department.name_taken`, `department.unknown`.
pub async fn save(work: &mut Work, draft: DepartmentDraft) -> Result<Id<Department>> {
    let name = filled(&draft.name).ok_or(DepartmentRefusal::NameMissing)?;
    let all = store::departments(work.reads(), true).await?;
    let same = |one: &str| filled(one).is_some_and(|one| one.to_lowercase() == name.to_lowercase());
    if let Some(other) = all.iter().find(|other| Some(other.id) != draft.id && other.names().any(same)) {
        return Err(DepartmentRefusal::NameTaken { name: other.name.clone() }.into());
    }
    let retired_at = match draft.id {
        Some(id) => all.iter().find(|known| known.id == id).ok_or(DepartmentRefusal::Unknown)?.retired_at,
        None => None,
    };
    let id = draft.id.unwrap_or_else(|| work.id());
    let aliases = draft.aliases.and_then(|aliases| word_list(&aliases, &name));
    work.put(&Department { id, name, aliases, retired_at }).await?;
    work.about(id).await?;
    Ok(id)
}

/// Takes a field of training out of the lists, or (`gone` false) puts it back. Refuses `department.unknown`.
pub async fn retire(work: &mut Work, id: Id<Department>, gone: bool) -> Result<()> {
    let mut department = work.get(id).await?.ok_or(DepartmentRefusal::Unknown)?;
    department.retired_at = gone.then(|| work.at());
    work.put(&department).await?;
    work.about(id).await
}

/// The fields of training by name; also those no longer offered when `retired`.
pub async fn list(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Department>> {
    store::departments(connection, retired).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::resolve::resolve,
        store::{
            Error,
            testing::{an_office, begin},
        },
    };

    fn a_draft(name: &str, aliases: &str) -> DepartmentDraft {
        DepartmentDraft { id: None, name: name.into(), aliases: Some(aliases.into()) }
    }

    #[tokio::test]
    async fn a_field_is_found_by_its_name_and_by_every_other_name() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "department_save").await;
        let garment =
            save(&mut work, a_draft("Garmen Apparel", "garment, Fashion Technology, Menjahit")).await.expect("saved");
        save(&mut work, a_draft("Teknik Las", "las, welding")).await.expect("saved");
        let all = list(work.reads(), false).await.expect("list");
        for text in ["GARMEN APPAREL", "Garment", "fashion technology", "menjahit"] {
            assert_eq!(resolve(text, &all), Some(garment), "{text}");
        }
        assert_eq!(resolve("Tata boga", &all), None);
    }

    #[tokio::test]
    async fn a_name_that_another_field_bears_is_refused_also_as_its_other_name() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "department_save").await;
        let id = save(&mut work, a_draft("Teknik Las", "Welding")).await.expect("saved");
        let error = save(&mut work, a_draft("welding", "")).await.expect_err("refused");
        assert!(
            matches!(error, Error::Refused(refusal) if refusal.code == "name_taken" && refusal.params["name"] == "Teknik Las")
        );
        let own = DepartmentDraft { id: Some(id), ..a_draft("Welding", "Teknik Las") };
        save(&mut work, own).await.expect("its own names");
    }

    #[tokio::test]
    async fn a_retired_field_leaves_the_list_and_can_come_back() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "department_retire").await;
        let id = save(&mut work, a_draft("Perikanan", "")).await.expect("saved");
        retire(&mut work, id, true).await.expect("retired");
        assert!(list(work.reads(), false).await.expect("list").is_empty());
        retire(&mut work, id, false).await.expect("back");
        assert_eq!(list(work.reads(), false).await.expect("list").len(), 1);
    }
}
