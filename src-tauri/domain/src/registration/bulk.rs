//! One change on many selected rows (*ubah massal*): first shown line by line, then made in one unit of work, so
//! that one undo takes all of it back.

use super::{
    application::{Application, assign},
    intake::{Intake, IntakeRefusal},
    step::{StepDraft, move_on, step_refusal},
    store,
};
use crate::{
    base::{id::Id, refusal::Refusal, text::filled, word::Word},
    people::{
        education::Education,
        particulars::Employment,
        person::Person,
        register::{PersonRefusal, office_day, present},
    },
    store::{Error, Result, SqliteConnection, Work, open::get},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What is changed; the first three change applications, the others people.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BulkChange {
    /// A step to another state.
    State {
        /// The step.
        step: StepDraft,
    },
    /// Into an intake.
    Intake {
        /// Which.
        intake_id: Id<Intake>,
        /// Why rules that are not met are passed over.
        rule_note: Option<String>,
    },
    /// The programme wished for.
    Wish {
        /// In words; empty: none.
        wish: String,
    },
    /// Employment of the people.
    Employment {
        /// The new one.
        employment: Employment,
    },
    /// Education of the people.
    Education {
        /// The new one.
        education: Education,
    },
    /// A remark, added under the one that is there.
    Note {
        /// The remark.
        note: String,
    },
}

impl BulkChange {
    fn is_of_people(&self) -> bool {
        matches!(self, BulkChange::Employment { .. } | BulkChange::Education { .. } | BulkChange::Note { .. })
    }
}

/// A change and the rows it is for: applications or people, as the change asks.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct BulkOrder {
    /// The rows. For a change of people, ids of applications stand for their people.
    pub ids: Vec<Id<Uuid>>,
    /// The change.
    pub change: BulkChange,
}

/// What becomes of one row. `before` and `after` are codes for states, employment and education, else text.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct BulkLine {
    /// Which row.
    pub id: Id<Uuid>,
    /// The person's name, and the number of an application.
    pub label: String,
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
    /// Why this row stays as it is.
    pub refusal: Option<Refusal>,
}

/// What a bulk change has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BulkDone {
    /// Rows changed.
    pub changed: usize,
    /// Rows that were refused and stayed.
    pub refused: usize,
    /// Rows that were so already.
    pub same: usize,
}

/// Shows what a change would do, line by line. Nothing is written.
pub async fn preview(connection: &mut SqliteConnection, order: &BulkOrder, today: NaiveDate) -> Result<Vec<BulkLine>> {
    let mut lines = Vec::with_capacity(order.ids.len());
    for id in &order.ids {
        lines.push(if order.change.is_of_people() {
            person_line(connection, *id, &order.change).await?
        } else {
            application_line(connection, *id, &order.change, today).await?
        });
    }
    Ok(lines)
}

/// Makes the change on every row that does not refuse it.
pub async fn apply(work: &mut Work, order: &BulkOrder) -> Result<BulkDone> {
    let today = office_day(work, work.at()).await?;
    let mut done = BulkDone { changed: 0, refused: 0, same: 0 };
    for line in preview(work.reads(), order, today).await? {
        if line.refusal.is_some() {
            done.refused += 1;
        } else if line.before == line.after {
            done.same += 1;
        } else {
            match one(work, line.id, &order.change).await {
                Ok(()) => done.changed += 1,
                Err(Error::Refused(_)) => done.refused += 1,
                Err(fault) => return Err(fault),
            }
        }
    }
    Ok(done)
}

async fn one(work: &mut Work, id: Id<Uuid>, change: &BulkChange) -> Result<()> {
    match change {
        BulkChange::State { step } => move_on(work, id.cast(), step).await,
        BulkChange::Intake { intake_id, rule_note } => assign(work, id.cast(), *intake_id, rule_note.as_deref()).await,
        BulkChange::Wish { wish } => {
            if let Some(mut application) = work.get(id.cast::<Application>()).await? {
                application.wish = filled(wish);
                work.put(&application).await?;
            }
            Ok(())
        }
        BulkChange::Employment { .. } | BulkChange::Education { .. } | BulkChange::Note { .. } => {
            let person = whose(work.reads(), id).await?.ok_or(PersonRefusal::NotFound)?;
            let person = changed(&present(work, person.id).await?, change);
            work.put(&person).await.map(|_| ())
        }
    }
}

/// The person of an id that is a person's or an application's.
async fn whose(connection: &mut SqliteConnection, id: Id<Uuid>) -> Result<Option<Person>> {
    if let Some(person) = get(connection, id.cast::<Person>()).await? {
        return Ok(Some(person));
    }
    match get(connection, id.cast::<Application>()).await? {
        Some(application) => get(connection, application.person_id).await,
        None => Ok(None),
    }
}

fn changed(person: &Person, change: &BulkChange) -> Person {
    let mut person = person.clone();
    match change {
        BulkChange::Employment { employment } => person.employment = Some(*employment),
        BulkChange::Education { education } => person.education = Some(*education),
        BulkChange::Note { note } => {
            let added = filled(note);
            let there = person.note.take();
            let twice = there.as_deref().zip(added.as_deref()).is_some_and(|(there, added)| there.contains(added));
            let parts = there.into_iter().chain(added.filter(|_| !twice)).collect::<Vec<_>>();
            person.note = (!parts.is_empty()).then(|| parts.join("\n"));
        }
        _ => {}
    }
    person
}

async fn person_line(connection: &mut SqliteConnection, id: Id<Uuid>, change: &BulkChange) -> Result<BulkLine> {
    let Some(person) = whose(connection, id).await?.filter(|person| person.erased_at.is_none()) else {
        let refusal = Some(PersonRefusal::NotFound.into());
        return Ok(BulkLine { id, label: String::new(), before: None, after: None, refusal });
    };
    let shown = |person: &Person| match change {
        BulkChange::Employment { .. } => person.employment.map(|word| word.code().to_owned()),
        BulkChange::Education { .. } => person.education.map(|word| word.code().to_owned()),
        _ => person.note.clone(),
    };
    let refusal = person.restricted_at.map(|_| PersonRefusal::Restricted.into());
    let (before, after) = (shown(&person), shown(&changed(&person, change)));
    Ok(BulkLine { id, label: person.full_name, before, after, refusal })
}

async fn application_line(
    connection: &mut SqliteConnection,
    id: Id<Uuid>,
    change: &BulkChange,
    today: NaiveDate,
) -> Result<BulkLine> {
    let known = get(connection, id.cast::<Application>()).await?;
    let Some(application) = known.filter(|application| application.retired_at.is_none()) else {
        let refusal = Some(super::application::ApplicationRefusal::Unknown.into());
        return Ok(BulkLine { id, label: String::new(), before: None, after: None, refusal });
    };
    let person = get(connection, application.person_id).await?;
    let label = person.map_or_else(String::new, |person| format!("{} · {}", person.full_name, application.number));
    let (before, after, refusal) = match change {
        BulkChange::State { step } => {
            let missing = store::missing_papers(connection, application.id).await?;
            let same = application.state == step.to;
            let refusal = (!same).then(|| step_refusal(&application, &missing, step, today)).flatten();
            (Some(application.state.code().to_owned()), Some(step.to.code().to_owned()), refusal.map(Into::into))
        }
        BulkChange::Intake { intake_id, rule_note } => {
            let before = match application.intake_id {
                Some(intake) => get(connection, intake).await?.map(|intake| intake.name),
                None => application.wish.clone(),
            };
            let intake = get(connection, *intake_id).await?.ok_or(IntakeRefusal::Unknown)?;
            let noted = rule_note.as_deref().and_then(filled).is_some();
            let refusal = match application.intake_id == Some(intake.id) {
                true => None,
                false => super::application::intake_refusal(connection, &application, &intake, noted).await?,
            };
            let after = if application.intake_id == Some(intake.id) { before.clone() } else { Some(intake.name) };
            (before, after, refusal)
        }
        BulkChange::Wish { wish } => (application.wish.clone(), filled(wish), None),
        _ => (None, None, None),
    };
    Ok(BulkLine { id, label, before, after, refusal })
}
