//! Row entry (*isian baris*): a stack of paper forms registered in one unit of work, all or none, so that one undo
//! takes all of it back.

use super::{
    application::{self, ApplicationDraft, ApplicationSource},
    intake::Intake,
};
use crate::{
    base::{id::Id, refusal::Refusal},
    people::{
        draft::PersonDraft,
        register::{self, suggest},
    },
    store::{Error, Result, Work},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One paper form.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RowDraft {
    /// The person as written.
    pub person: PersonDraft,
    /// Why rules that are not met are passed over.
    pub rule_note: Option<String>,
}

/// A stack of paper forms for one intake.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RowsDraft {
    /// To which intake.
    pub intake_id: Id<Intake>,
    /// The forms, top to bottom.
    pub rows: Vec<RowDraft>,
}

/// Why one row stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RowRefused {
    /// Its place, from 0.
    pub row: usize,
    /// Why.
    pub refusal: Refusal,
}

/// What became of the stack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct RowsDone {
    /// Applications registered.
    pub saved: usize,
    /// Of these, people whom the register knew by their NIK.
    pub known: usize,
    /// Rows that were refused: then the work must be dropped, and nothing is registered.
    pub refused: Vec<RowRefused>,
}

/// Registers every row, or says of each row that stands in the way why it does.
pub async fn enter(work: &mut Work, draft: RowsDraft) -> Result<RowsDone> {
    let today = register::office_day(work, work.at()).await?;
    let mut done = RowsDone::default();
    for (row, form) in draft.rows.into_iter().enumerate() {
        match one(work, draft.intake_id, form, today).await {
            Ok(known) => {
                done.saved += 1;
                done.known += usize::from(known);
            }
            Err(Error::Refused(refusal)) => done.refused.push(RowRefused { row, refusal }),
            Err(fault) => return Err(fault),
        }
    }
    if !done.refused.is_empty() {
        (done.saved, done.known) = (0, 0);
    }
    work.about(draft.intake_id).await?;
    Ok(done)
}

/// Whether the person was known: then what the register holds stays as it is.
async fn one(work: &mut Work, intake: Id<Intake>, form: RowDraft, today: NaiveDate) -> Result<bool> {
    let known = suggest(work.reads(), &form.person.nik, today).await?.and_then(|suggested| suggested.known);
    let person_id = match &known {
        Some(known) => known.id,
        None => register::save(work, &form.person).await?.0,
    };
    let draft = ApplicationDraft {
        person_id,
        intake_id: Some(intake),
        wish: None,
        source: ApplicationSource::Rows,
        applied_on: None,
        rule_note: form.rule_note,
    };
    application::apply(work, draft).await?;
    Ok(known.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::{intake_list, list, list::ApplicationQuery, testing::*};
    use super::*;
    use crate::{
        people::testing::{a_draft as a_form, a_person},
        store::{Store, testing::*},
    };

    fn rows(intake_id: Id<Intake>, names: &[&str]) -> RowsDraft {
        let row = |name: &&str| RowDraft { person: a_form(named(name)), rule_note: None };
        RowsDraft { intake_id, rows: names.iter().map(row).collect() }
    }

    async fn an_open_intake(store: &Store) -> Id<Intake> {
        let mut work = begin(store, "intake_save").await;
        let intake = an_intake(&mut work, "Barista", |_| ()).await;
        work.commit().await.expect("committed");
        intake
    }

    async fn applicants(store: &Store, intake: Id<Intake>) -> i64 {
        let mut reader = store.read().await.expect("reader");
        intake_list::detail(&mut reader, intake, day("2026-11-24")).await.expect("detail").row.applicants
    }

    #[tokio::test]
    async fn a_stack_of_forms_is_one_act_and_one_undo_takes_it_back() {
        let (_folder, store) = an_office().await;
        let intake = an_open_intake(&store).await;
        a_person(&store, named("Budi")).await;
        let mut work = begin(&store, "rows_enter").await;
        let done = enter(&mut work, rows(intake, &["Ani", "Budi", "Citra"])).await.expect("entered");
        assert_eq!((done.saved, done.known, done.refused.len()), (3, 1, 0));
        let act = work.commit().await.expect("committed").act;
        assert_eq!(applicants(&store, intake).await, 3);
        let query = ApplicationQuery { intake_id: Some(intake), ..ApplicationQuery::default() };
        let page = list::list(&mut store.read().await.expect("reader"), &query).await.expect("list");
        let row: application::Application =
            crate::store::open::get(&mut store.read().await.expect("reader"), page.rows[0].id)
                .await
                .expect("read")
                .expect("there");
        assert_eq!(row.source, ApplicationSource::Rows);
        store.undo(act, an_act("undo")).await.expect("undone");
        assert_eq!(applicants(&store, intake).await, 0);
        store.close().await;
    }

    #[tokio::test]
    async fn one_refused_row_keeps_all_out_and_each_is_told_why() {
        let (_folder, store) = an_office().await;
        let intake = an_open_intake(&store).await;
        let mut draft = rows(intake, &["Ani", "Budi", "Citra", "Ani"]);
        draft.rows[1].person.full_name = String::new();
        let mut work = begin(&store, "rows_enter").await;
        let done = enter(&mut work, draft).await.expect("looked at");
        let told: Vec<_> = done.refused.iter().map(|refused| (refused.row, refused.refusal.to_string())).collect();
        assert_eq!(told, [(1, "people.invalid".to_owned()), (3, "application.twice".to_owned())]);
        assert_eq!((done.saved, done.known), (0, 0));
        drop(work);
        assert_eq!(applicants(&store, intake).await, 0);
        store.close().await;
    }
}
