//! What a person has learned and done (*riwayat pendidikan, pengalaman, pelatihan, bahasa, keterampilan*), as AK/II
//! asks and the AK/I card prints.

use super::{
    education::Education,
    papers_store,
    person::Person,
    register::{PersonRefusal, present},
};
use crate::{
    base::{
        id::Id,
        text::{filled, tidy},
    },
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::Deserialize;
use std::collections::HashSet;
use ts_rs::TS;

/// No one alive went to school before.
const YEAR_MIN: i64 = 1920;

words! {
    /// What a row of the background tells.
    pub enum BackgroundKind {
        /// Formal education (*pendidikan formal*).
        Education = "PENDIDIKAN",
        /// Work (*pengalaman kerja*).
        Experience = "PENGALAMAN",
        /// A course (*pelatihan, kursus*).
        Training = "PELATIHAN",
        /// A language (*bahasa*).
        Language = "BAHASA",
        /// A skill (*keterampilan*).
        Skill = "KETERAMPILAN",
    }
}

table! {
    /// One school, job, course, language or skill of a person.
    pub struct Background = 11 "background" {
        /// Whose.
        1 A person_id: Id<Person>,
        /// What it tells.
        2 A kind: BackgroundKind,
        /// The level of a school.
        3 A level: Option<Education>,
        /// Subject, post, course, language or skill.
        4 A title: String,
        /// School, employer, institute.
        5 A place: Option<String>,
        /// From which year.
        6 A year_from: Option<i64>,
        /// Until which year; of a school the year of leaving.
        7 A year_to: Option<i64>,
        /// Taken out since.
        8 A retired_at: Option<DateTime<Utc>>,
    }
}

/// A row as typed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct BackgroundDraft {
    /// `None`: a new row.
    pub id: Option<Id<Background>>,
    /// What it tells.
    pub kind: BackgroundKind,
    /// The level of a school.
    pub level: Option<Education>,
    /// Subject, post, course, language or skill.
    pub title: String,
    /// School, employer, institute.
    pub place: String,
    /// From which year.
    pub year_from: Option<i64>,
    /// Until which year.
    pub year_to: Option<i64>,
}

refusals! {
    "background" =>
    /// What keeps a background from being stored; `row` counts from 1.
    BackgroundRefusal {
        /// A row says nothing.
        TitleMissing { row } => "title_missing",
        /// A year that cannot be.
        YearForm { row, year } => "year_form",
        /// It ends before it begins.
        YearOrder { row } => "year_order",
    }
}

/// The rows in the order of their kinds, the newest years last.
pub async fn background(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<Background>> {
    papers_store::background(connection, person).await
}

/// Makes the list of a person what was typed: rows that are missing from it are taken out.
pub async fn save(work: &mut Work, person: Id<Person>, drafts: Vec<BackgroundDraft>) -> Result<()> {
    let at = work.at();
    let today = super::register::office_day(work, at).await?;
    for (row, draft) in (1..).zip(&drafts) {
        check(row, draft, today)?;
    }
    if present(work, person).await?.restricted_at.is_some() {
        return Err(PersonRefusal::Restricted.into());
    }
    let stored = papers_store::background(work.reads(), person).await?;
    let mut kept = HashSet::new();
    for draft in drafts {
        // An id from elsewhere must not move another person's row here; a row of someone merged into this person
        // stays with its own.
        let known = stored.iter().find(|row| Some(row.id) == draft.id && !kept.contains(&row.id));
        let (id, owner) = known.map_or_else(|| (work.id(), person), |row| (row.id, row.person_id));
        kept.insert(id);
        work.put(&row(id, owner, draft)).await?;
    }
    for mut gone in stored.into_iter().filter(|row| !kept.contains(&row.id)) {
        gone.retired_at = Some(at);
        work.put(&gone).await?;
    }
    work.about(person).await
}

fn row(id: Id<Background>, person_id: Id<Person>, draft: BackgroundDraft) -> Background {
    Background {
        id,
        person_id,
        kind: draft.kind,
        level: draft.level.filter(|_| draft.kind == BackgroundKind::Education),
        title: tidy(&draft.title),
        place: filled(&draft.place),
        year_from: draft.year_from,
        year_to: draft.year_to,
        retired_at: None,
    }
}

/// What is wrong with one row. A school may have a level and no subject.
fn check(row: usize, draft: &BackgroundDraft, today: NaiveDate) -> std::result::Result<(), BackgroundRefusal> {
    let (row, latest) = (row.to_string(), i64::from(today.year()) + 1);
    let is_school = draft.kind == BackgroundKind::Education && draft.level.is_some();
    if filled(&draft.title).is_none() && !is_school {
        return Err(BackgroundRefusal::TitleMissing { row });
    }
    let odd = |year: &i64| !(YEAR_MIN..=latest).contains(year);
    if let Some(year) = [draft.year_from, draft.year_to].into_iter().flatten().find(odd) {
        return Err(BackgroundRefusal::YearForm { row, year: year.to_string() });
    }
    match (draft.year_from, draft.year_to) {
        (Some(from), Some(to)) if to < from => Err(BackgroundRefusal::YearOrder { row }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        people::testing::{a_person, refused},
        store::testing::*,
    };

    fn a_row(kind: BackgroundKind, title: &str) -> BackgroundDraft {
        let place = String::new();
        BackgroundDraft { id: None, kind, level: None, title: title.into(), place, year_from: None, year_to: None }
    }

    async fn titles(store: &crate::store::Store, person: Id<Person>) -> Vec<String> {
        let rows = background(&mut store.read().await.expect("reader"), person).await.expect("rows");
        rows.into_iter().map(|row| row.title).collect()
    }

    #[tokio::test]
    async fn the_stored_list_becomes_the_typed_one_and_comes_back_with_undo() {
        let (_folder, store) = an_office().await;
        let person = a_person(&store, |_| ()).await;
        let mut work = begin(&store, "background_save").await;
        let drafts = vec![
            a_row(BackgroundKind::Language, "Bahasa Inggris"),
            BackgroundDraft { year_to: Some(2017), ..a_row(BackgroundKind::Education, " Teknik  Mesin ") },
            BackgroundDraft { year_to: Some(2014), ..a_row(BackgroundKind::Education, "IPA") },
        ];
        save(&mut work, person, drafts).await.expect("saved");
        work.commit().await.expect("commit");
        assert_eq!(titles(&store, person).await, ["IPA", "Teknik Mesin", "Bahasa Inggris"]);

        let rows = background(&mut store.read().await.expect("reader"), person).await.expect("rows");
        let mut work = begin(&store, "background_save").await;
        let keep =
            BackgroundDraft { id: Some(rows[1].id), ..a_row(BackgroundKind::Education, "Teknik Mesin Industri") };
        save(&mut work, person, vec![keep, a_row(BackgroundKind::Skill, "Las")]).await.expect("saved");
        let done = work.commit().await.expect("commit");
        assert_eq!(titles(&store, person).await, ["Teknik Mesin Industri", "Las"]);
        store.undo(done.act, an_act("undo")).await.expect("undone");
        assert_eq!(titles(&store, person).await, ["IPA", "Teknik Mesin", "Bahasa Inggris"]);
    }

    #[tokio::test]
    async fn a_row_of_another_person_is_copied_not_taken() {
        let (_folder, store) = an_office().await;
        let siti = a_person(&store, |_| ()).await;
        let budi = a_person(&store, |draft| {
            draft.full_name = "Budi Hartono".into();
            draft.nik = "3216065205990002".into();
        })
        .await;
        let mut work = begin(&store, "background_save").await;
        save(&mut work, siti, vec![a_row(BackgroundKind::Skill, "Las")]).await.expect("saved");
        let taken = background(work.reads(), siti).await.expect("rows")[0].id;
        let draft = BackgroundDraft { id: Some(taken), ..a_row(BackgroundKind::Skill, "Bubut") };
        save(&mut work, budi, vec![draft]).await.expect("saved");
        work.commit().await.expect("commit");
        assert_eq!(
            (titles(&store, siti).await, titles(&store, budi).await),
            (vec!["Las".into()], vec!["Bubut".into()])
        );
    }

    #[tokio::test]
    async fn rows_that_say_nothing_or_run_backwards_are_refused_by_their_number() {
        let (_folder, store) = an_office().await;
        let person = a_person(&store, |_| ()).await;
        let good = || a_row(BackgroundKind::Experience, "Operator jahit");
        let mut work = begin(&store, "background_save").await;
        for (bad, code) in [
            (a_row(BackgroundKind::Skill, "  "), "background.title_missing"),
            (BackgroundDraft { year_from: Some(20), ..good() }, "background.year_form"),
            (BackgroundDraft { year_to: Some(2028), ..good() }, "background.year_form"),
            (BackgroundDraft { year_from: Some(2020), year_to: Some(2019), ..good() }, "background.year_order"),
        ] {
            assert_eq!(refused(save(&mut work, person, vec![good(), bad]).await), code);
        }
        let school = BackgroundDraft { level: Some(Education::Primary), ..a_row(BackgroundKind::Education, "") };
        save(&mut work, person, vec![school]).await.expect("a level alone says enough");
    }
}
