//! A training programme (*program pelatihan*): what is taught. When it is taught, and to whom, is an intake.

use super::{department::Department, resolve::Named, store, word_list::word_list};
use crate::{
    base::{
        id::Id,
        text::{filled, tidy},
    },
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use ts_rs::TS;

words! {
    /// What a programme refers to (*bentuk program*, Permenaker 6/2025 Ps 10).
    pub enum ProgrammeForm {
        /// An occupation at a KKNI level (*berjenjang, okupasi*).
        Occupation = "OKUPASI",
        /// A qualification of a KKNI level (*berjenjang, non-okupasi*).
        Qualification = "KUALIFIKASI",
        /// A cluster of units (*tidak berjenjang, klaster*).
        Cluster = "KLASTER",
        /// Exactly one unit (*tidak berjenjang, unit*).
        Unit = "UNIT",
    }
}

table! {
    /// A training programme (*program pelatihan*). Versions of one programme share its code.
    pub struct Programme = 20 "programme" {
        /// Short code: `LAS-SMAW`.
        1 A code: String,
        /// Its full name: `Pengelasan SMAW 3F`.
        2 A name: String,
        /// *Kejuruan*: `Teknik Las`.
        3 A department_id: Option<Id<Department>>,
        /// Other names that files use for it, parted by commas.
        4 A aliases: Option<String>,
        /// No longer taught since.
        5 A retired_at: Option<DateTime<Utc>>,
        /// What it refers to.
        6 A form: Option<ProgrammeForm>,
        /// KKNI level, 1 to 9.
        7 A kkni_level: Option<i64>,
        /// Usual JP a day; `None`: as the time pattern.
        8 A jp_day: Option<i64>,
        /// Which version, from 1.
        9 A version: i64,
        /// First day of the version.
        10 A valid_from: Option<NaiveDate>,
        /// Last day of the version.
        11 A valid_to: Option<NaiveDate>,
        /// Its number in SIAPkerja.
        12 A siapkerja_id: Option<String>,
    }
}

impl Named for Programme {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.as_deref().unwrap_or_default().split(',');
        [self.code.as_str(), self.name.as_str()].into_iter().chain(aliases)
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
    pub department_id: Option<Id<Department>>,
    /// Other names, parted by commas.
    pub aliases: Option<String>,
    /// What it refers to.
    pub form: Option<ProgrammeForm>,
    /// KKNI level.
    pub kkni_level: Option<i64>,
    /// Usual JP a day.
    pub jp_day: Option<i64>,
    /// First day of this version.
    pub valid_from: Option<NaiveDate>,
    /// Last day of this version.
    pub valid_to: Option<NaiveDate>,
    /// Its number in SIAPkerja.
    pub siapkerja_id: Option<String>,
}

refusals! {
    "programme" =>
    /// What keeps a programme from being saved.
    ProgrammeRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// Another programme has this code.
        CodeTaken { code, name } => "code_taken",
        /// KKNI has levels 1 to 9.
        LevelUnknown { level } => "level_unknown",
        /// A day has 1 to 16 lessons.
        JpDayRange { jp } => "jp_day_range",
        /// It would end before it begins.
        DatesReversed => "dates_reversed",
        /// A new version must begin after the one before it.
        VersionTooEarly { from } => "version_too_early",
        /// No such field of training.
        DepartmentUnknown => "department_unknown",
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

/// What is wrong with a draft for itself.
fn check(draft: &ProgrammeDraft) -> std::result::Result<(), ProgrammeRefusal> {
    if let Some(level) = draft.kkni_level.filter(|level| !(1..=9).contains(level)) {
        return Err(ProgrammeRefusal::LevelUnknown { level: level.to_string() });
    }
    if let Some(jp) = draft.jp_day.filter(|jp| !(1..=16).contains(jp)) {
        return Err(ProgrammeRefusal::JpDayRange { jp: jp.to_string() });
    }
    match (draft.valid_from, draft.valid_to) {
        (Some(from), Some(to)) if to < from => Err(ProgrammeRefusal::DatesReversed),
        _ => Ok(()),
    }
}

/// Saves a programme; a code changed is changed in all its versions. Refuses `programme.name_missing`,
/// `programme.code_taken`, `programme.level_unknown`, `programme.jp_day_range`, `programme.dates_reversed`,
/// `programme.department_unknown`, `programme.unknown`.
pub async fn save(work: &mut Work, draft: ProgrammeDraft) -> Result<Id<Programme>> {
    let name = filled(&draft.name).ok_or(ProgrammeRefusal::NameMissing)?;
    check(&draft)?;
    if let Some(department) = draft.department_id {
        work.get(department).await?.ok_or(ProgrammeRefusal::DepartmentUnknown)?;
    }
    let all = store::programmes(work.reads(), true).await?;
    let before = match draft.id {
        Some(id) => Some(all.iter().find(|known| known.id == id).ok_or(ProgrammeRefusal::Unknown)?),
        None => None,
    };
    let family = |other: &Programme| before.is_some_and(|own| own.code == other.code);
    let taken = |code: &str| all.iter().find(|other| other.code == code && !family(other));
    let mut code = tidy(&draft.code).to_uppercase();
    if code.is_empty() {
        let stem = code_of(&name);
        let numbered = (2..).map(|n| format!("{stem}-{n}"));
        code = std::iter::once(stem.clone()).chain(numbered).find(|code| taken(code).is_none()).unwrap_or(stem);
    } else if let Some(other) = taken(&code) {
        return Err(ProgrammeRefusal::CodeTaken { code, name: other.name.clone() }.into());
    }
    for other in all.iter().filter(|other| family(other) && Some(other.id) != draft.id && other.code != code) {
        work.put(&Programme { code: code.clone(), ..other.clone() }).await?;
    }
    let id = draft.id.unwrap_or_else(|| work.id());
    let programme = Programme {
        id,
        code,
        department_id: draft.department_id,
        aliases: draft.aliases.and_then(|aliases| word_list(&aliases, &name)),
        name,
        retired_at: before.and_then(|own| own.retired_at),
        form: draft.form,
        kkni_level: draft.kkni_level,
        jp_day: draft.jp_day,
        version: before.map_or(1, |own| own.version),
        valid_from: draft.valid_from,
        valid_to: draft.valid_to,
        siapkerja_id: draft.siapkerja_id.as_deref().and_then(filled),
    };
    work.put(&programme).await?;
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

/// The programmes by name, each version for itself; also those no longer taught when `retired`.
pub async fn list(connection: &mut SqliteConnection, retired: bool) -> Result<Vec<Programme>> {
    store::programmes(connection, retired).await
}

/// One version of each programme: the one in force on a day, else the newest. What a name in a file means.
pub fn in_force(programmes: Vec<Programme>, on: NaiveDate) -> Vec<Programme> {
    let holds =
        |one: &Programme| one.valid_from.is_none_or(|from| from <= on) && one.valid_to.is_none_or(|to| on <= to);
    let mut kept: Vec<Programme> = Vec::with_capacity(programmes.len());
    for one in programmes {
        match kept.iter_mut().find(|other| other.code == one.code) {
            Some(other) if (holds(&one), one.version) > (holds(other), other.version) => *other = one,
            Some(_) => {}
            None => kept.push(one),
        }
    }
    kept
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
    fn what_no_programme_can_be_is_refused() {
        let on = |day: &str| Some(day.parse().expect("a day"));
        let draft = a_draft("Las");
        assert_eq!(check(&draft), Ok(()));
        let reversed = ProgrammeDraft { valid_from: on("2027-01-01"), valid_to: on("2026-12-31"), ..draft.clone() };
        assert_eq!(check(&reversed), Err(ProgrammeRefusal::DatesReversed));
        let level = ProgrammeDraft { kkni_level: Some(10), ..draft.clone() };
        assert_eq!(check(&level), Err(ProgrammeRefusal::LevelUnknown { level: "10".into() }));
        let idle = ProgrammeDraft { jp_day: Some(0), ..draft };
        assert_eq!(check(&idle), Err(ProgrammeRefusal::JpDayRange { jp: "0".into() }));
    }
}
