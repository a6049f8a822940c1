//! Carrying a plan out: all of it or nothing, in one unit of work, so that one undo takes it back.

use super::{
    check::{CheckedFile, CheckedRow},
    person_row::{Common, changed_person, new_person},
    plan::{Decision, ImportPlan, PlanRow, RegisterReason, RowFate},
    store,
};
use crate::{
    base::{id::Id, text::filled, word::Word},
    office::{number, setting},
    people::{
        person::{LegalBasis, Person},
        register::office_day,
    },
    registration::{
        application::{Application, ApplicationSource, SERIES},
        state::ApplicationState,
    },
    store::{Result, Work},
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// Rows between two words about progress; they are stored together.
const STEP: usize = 256;
/// Numbers asked for at once.
const BATCH: usize = 500;
/// The note of doubtful rows where the clerk wrote none.
const NOTE: &str = "Diterima saat impor";

refusals! {
    "import" =>
    /// What keeps a plan from being carried out.
    ImportRefusal {
        /// The clerk stopped it.
        Cancelled => "cancelled",
        /// The register was changed since the plan was made.
        RegisterChanged { name } => "register_changed",
        /// The plan is of another file.
        OtherFile => "other_file",
        /// Nothing would be taken.
        NothingToDo => "nothing_to_do",
    }
}

/// How a plan is carried out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ImportOptions {
    /// Also doubtful rows on which nobody decided, but never a NIK of somebody else.
    pub include_doubtful: bool,
    /// Why doubtful rows are taken; kept as the note of their NIK and of rules that are not met.
    pub note: String,
}

/// What an import has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct ImportDone {
    /// New people.
    pub new: u32,
    /// People changed.
    pub updated: u32,
    /// People found unchanged.
    pub same: u32,
    /// Applications added.
    pub applications: u32,
    /// Doubtful rows that were left out.
    pub left_out: u32,
    /// Rows that could not be taken.
    pub rejected: u32,
}

/// What is done with one row.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Action {
    Make,
    Change { person: Id<Person>, overwrite: bool },
    Leave,
}

fn action(row: &PlanRow, options: &ImportOptions) -> Action {
    let own = || row.person.map_or(Action::Make, |person| Action::Change { person, overwrite: false });
    let of_another = || row.reasons.iter().any(|reason| reason == RegisterReason::NikOfAnother.code());
    match (&row.decision, row.fate) {
        (_, RowFate::Rejected) | (Some(Decision::Skip), _) => Action::Leave,
        (Some(Decision::New), _) => Action::Make,
        (Some(Decision::Same { person, overwrite }), _) => Action::Change { person: *person, overwrite: *overwrite },
        (None, RowFate::Doubtful) if !options.include_doubtful || of_another() => Action::Leave,
        (None, _) => own(),
    }
}

/// Whether a row will be taken, for the button that says how many.
pub fn is_taken(row: &PlanRow, options: &ImportOptions) -> bool {
    action(row, options) != Action::Leave
}

/// Carries out a plan. `progress` hears rows done and all rows, and answers whether to go on; when it does not, the
/// work is refused as `import.cancelled` and must be dropped. Refuses what [`ImportRefusal`] lists.
pub async fn apply(
    work: &mut Work,
    file: &CheckedFile,
    plan: &ImportPlan,
    options: &ImportOptions,
    mut progress: impl FnMut(usize, usize) -> bool,
) -> Result<ImportDone> {
    if file.rows.len() != plan.rows.len() {
        return Err(ImportRefusal::OtherFile.into());
    }
    let today = office_day(work, work.at()).await?;
    let basis = setting::text(work.reads(), "person.legal_basis", today).await?;
    let common = Common {
        today,
        legal_basis: LegalBasis::parse(&basis).unwrap_or(LegalBasis::PublicTask),
        note: filled(&options.note).unwrap_or_else(|| NOTE.to_owned()),
    };
    let actions: Vec<Action> = plan.rows.iter().map(|row| action(row, options)).collect();
    unchanged_since(work, file, plan, &actions).await?;
    let applying = plan.rows.iter().zip(&actions).filter(|(row, action)| row.applies && **action != Action::Leave);
    let mut numbers = number::next_many(work, SERIES, today, applying.count()).await?.into_iter();
    let (mut done, mut applied) = (ImportDone::default(), HashSet::new());
    let (mut people, mut applications) = (Vec::with_capacity(STEP), Vec::with_capacity(STEP));
    for (place, (row, checked)) in plan.rows.iter().zip(&file.rows).enumerate() {
        if place.is_multiple_of(STEP) {
            store_all(work, &mut people, &mut applications).await?;
            if !progress(place, plan.rows.len()) {
                return Err(ImportRefusal::Cancelled.into());
            }
        }
        let person = match actions[place] {
            Action::Leave => {
                let rejected = row.fate == RowFate::Rejected;
                done.rejected += u32::from(rejected);
                done.left_out += u32::from(!rejected);
                continue;
            }
            Action::Make => {
                done.new += 1;
                let person = new_person(work.id(), &checked.candidate, &checked.reasons, &common);
                let id = person.id;
                people.push(person);
                id
            }
            Action::Change { person, overwrite } => {
                change(work, person, row, checked, overwrite, &common, &mut done).await?
            }
        };
        // Two rows that were decided to be one person apply once.
        let applies = row.applies && applied.insert((person, row.intake_id));
        if let Some(number) = applies.then(|| numbers.next()).flatten() {
            applications.push(application(work, person, number, row, checked, &common));
            done.applications += 1;
        }
    }
    store_all(work, &mut people, &mut applications).await?;
    if done.new + done.updated + done.applications == 0 {
        return Err(ImportRefusal::NothingToDo.into());
    }
    progress(plan.rows.len(), plan.rows.len());
    Ok(done)
}

/// Nobody took a NIK of the new people meanwhile.
async fn unchanged_since(work: &mut Work, file: &CheckedFile, plan: &ImportPlan, actions: &[Action]) -> Result<()> {
    let fresh = plan.rows.iter().zip(&file.rows).zip(actions);
    let fresh = fresh.filter(|((row, _), action)| **action == Action::Make && row.person.is_none());
    let niks: Vec<&str> =
        fresh.filter_map(|((_, checked), _)| checked.candidate.nik.as_ref()).map(|nik| nik.expose()).collect();
    for niks in niks.chunks(BATCH) {
        if let Some((_, id)) = store::by_nik(work.reads(), niks).await?.first() {
            let name = work.get(*id).await?.map(|person| person.full_name).unwrap_or_default();
            return Err(ImportRefusal::RegisterChanged { name }.into());
        }
    }
    Ok(())
}

/// Stores what was gathered: people before the applications that point to them.
async fn store_all(work: &mut Work, people: &mut Vec<Person>, applications: &mut Vec<Application>) -> Result<()> {
    work.put_new_many(people).await?;
    work.put_new_many(applications).await?;
    people.clear();
    applications.clear();
    Ok(())
}

async fn change(
    work: &mut Work,
    id: Id<Person>,
    row: &PlanRow,
    checked: &CheckedRow,
    overwrite: bool,
    common: &Common,
    done: &mut ImportDone,
) -> Result<Id<Person>> {
    if row.differences.is_empty() {
        done.same += 1;
        return Ok(id);
    }
    let changed_meanwhile = || ImportRefusal::RegisterChanged { name: row.full_name.clone() };
    let stored = work.get(id).await?.filter(|person| person.erased_at.is_none()).ok_or_else(changed_meanwhile)?;
    if work.put(&changed_person(&stored, &checked.candidate, overwrite, common)).await? {
        done.updated += 1;
    } else {
        done.same += 1;
    }
    Ok(id)
}

fn application(
    work: &Work,
    person_id: Id<Person>,
    number: String,
    row: &PlanRow,
    checked: &CheckedRow,
    common: &Common,
) -> Application {
    let day = checked.candidate.registered_on.filter(|day| *day <= common.today).unwrap_or(common.today);
    Application {
        id: work.id(),
        person_id,
        intake_id: row.intake_id,
        number,
        state: ApplicationState::Registered,
        applied_on: day,
        state_on: day,
        source: ApplicationSource::Import,
        wish: filled(&row.programme),
        rule_note: (!row.rules.is_empty()).then(|| common.note.clone()),
        officer_id: work.actor(),
        retired_at: None,
    }
}
