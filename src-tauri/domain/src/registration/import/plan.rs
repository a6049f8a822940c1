//! What an import would do, row by row (*uji coba impor*): compared with the register, nothing written.

use super::{
    check::{CheckedFile, CheckedRow},
    intakes::{self, IntakeChoice, ProgrammeUse},
    lookalike::{self, MaybeSame, likeness, mask},
    person_row::{FieldDifference, differences},
    verdict::{Reason, Verdict},
};
use crate::{
    base::{id::Id, text::tidy, word::Word},
    people::{
        person::Person,
        similarity::{self, compare},
    },
    registration::{
        eligibility::{Facts, Rule, RuleOutcome, judge},
        intake::Intake,
        store as registration_store,
    },
    store::{Result, SqliteConnection, open::get},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

words! {
    /// What becomes of a row.
    pub enum RowFate {
        /// A new person.
        New = "new",
        /// A known person; something is added or changed.
        Update = "update",
        /// A known person; nothing to change.
        Same = "same",
        /// Somebody has to look at it.
        Doubtful = "doubtful",
        /// Not taken.
        Rejected = "rejected",
    }

    /// What the register says about a row, beside the reasons of the row itself.
    pub enum RegisterReason {
        /// Somebody in the register may be this person.
        MaybeSame = "maybe-same",
        /// The NIK belongs to somebody of quite another name.
        NikOfAnother = "nik-of-another",
        /// Name, birth, sex or education differ from the register.
        HeldFields = "held-fields",
        /// The person asked that their data be left alone.
        Restricted = "restricted",
    }
}

/// What the clerk decided on one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Decision {
    /// A new person.
    New,
    /// This person of the register; held fields are overwritten only when said so.
    Same {
        /// Who.
        person: Id<Person>,
        /// Also what is held.
        overwrite: bool,
    },
    /// Leave the row out.
    Skip,
}

/// Decisions by row number.
pub type Decisions = HashMap<u32, Decision>;

/// One row of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PlanRow {
    /// From 1 among the data rows.
    pub row: u32,
    /// The row of the spreadsheet, from 1.
    pub sheet_row: u32,
    /// What becomes of it.
    pub fate: RowFate,
    /// Why: codes under `import_reason`, those of the row first.
    pub reasons: Vec<String>,
    /// What is worth knowing: codes under `import_reason`.
    pub remarks: Vec<String>,
    /// Rules of the intake that are not met.
    pub rules: Vec<Rule>,
    /// The name.
    pub full_name: String,
    /// NIK with its middle hidden.
    pub nik_masked: Option<String>,
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
    /// The words of the programme column.
    pub programme: String,
    /// The intake that a new application goes to.
    pub intake_id: Option<Id<Intake>>,
    /// An application is added.
    pub applies: bool,
    /// The known person with this NIK.
    pub person: Option<Id<Person>>,
    /// What the file tells otherwise than the register.
    pub differences: Vec<FieldDifference>,
    /// Who else it may be.
    pub maybe_same: Vec<MaybeSame>,
    /// For a duplicate in the file: the row above with the same person.
    pub same_as: Option<u32>,
    /// What the clerk decided.
    pub decision: Option<Decision>,
}

/// How many rows have each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct PlanTotals {
    /// All rows.
    pub rows: u32,
    /// New people.
    pub new: u32,
    /// Known people with changes.
    pub update: u32,
    /// Known people without changes.
    pub same: u32,
    /// To be looked at.
    pub doubtful: u32,
    /// Of these, without a decision yet.
    pub undecided: u32,
    /// Not taken.
    pub rejected: u32,
    /// Applications that will be added, doubtful rows not counted.
    pub applications: u32,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPlan {
    /// Every row, in the order of the file.
    pub rows: Vec<PlanRow>,
    /// How many of each.
    pub totals: PlanTotals,
    /// The wordings of the programme column and where their rows go.
    pub programmes: Vec<ProgrammeUse>,
}

/// Compares a checked file with the register. Writes nothing.
pub async fn plan(
    connection: &mut SqliteConnection,
    file: &CheckedFile,
    choice: &IntakeChoice,
    decisions: &Decisions,
    today: NaiveDate,
) -> Result<ImportPlan> {
    let programmes = intakes::uses(connection, file, choice, today).await?;
    let mut intakes: HashMap<&str, Intake> = HashMap::new();
    for used in &programmes {
        if let Some(id) = used.intake_id
            && let Some(intake) = get(connection, id).await?
        {
            intakes.insert(used.text.as_str(), intake);
        }
    }
    let empty = super::store::is_empty(connection).await?;
    let owners = if empty { HashMap::new() } else { lookalike::owners(connection, &file.rows).await? };
    let mut maybe = if empty { HashMap::new() } else { lookalike::maybe_same(connection, &file.rows, &owners).await? };
    let mut rows = Vec::with_capacity(file.rows.len());
    let mut totals = PlanTotals::default();
    for (place, checked) in file.rows.iter().enumerate() {
        let programme = tidy(&checked.candidate.programme);
        let mut row = fresh(checked, programme, decisions.get(&checked.row).cloned());
        if checked.verdict != Verdict::Reject {
            let intake = intakes.get(row.programme.as_str());
            row.intake_id = intake.map(|intake| intake.id);
            row.maybe_same = maybe.remove(&place).unwrap_or_default();
            row.person = checked.candidate.nik.as_ref().and_then(|nik| owners.get(nik.expose())).copied();
            against_register(connection, &mut row, checked, intake, today).await?;
        }
        totals.count(&row);
        rows.push(row);
    }
    Ok(ImportPlan { rows, totals, programmes })
}

/// The row before the register is asked.
fn fresh(checked: &CheckedRow, programme: String, decision: Option<Decision>) -> PlanRow {
    let candidate = &checked.candidate;
    PlanRow {
        row: checked.row,
        sheet_row: checked.sheet_row,
        fate: if checked.verdict == Verdict::Reject { RowFate::Rejected } else { RowFate::New },
        reasons: checked.reasons.iter().map(|reason| reason.code().to_owned()).collect(),
        remarks: checked.remarks.iter().map(|remark| remark.code().to_owned()).collect(),
        rules: Vec::new(),
        full_name: candidate.full_name.clone(),
        nik_masked: candidate.nik.map(|nik| mask(nik.expose())),
        birth_on: candidate.birth_on,
        applies: !programme.is_empty(),
        programme,
        intake_id: None,
        person: None,
        differences: Vec::new(),
        maybe_same: Vec::new(),
        same_as: checked.same_as,
        decision,
    }
}

async fn against_register(
    connection: &mut SqliteConnection,
    row: &mut PlanRow,
    checked: &CheckedRow,
    intake: Option<&Intake>,
    today: NaiveDate,
) -> Result<()> {
    row.applies |= intake.is_some();
    let day = checked.candidate.registered_on.filter(|day| *day <= today).unwrap_or(today);
    // A decision may name another person than the NIK does.
    let chosen = match row.decision {
        Some(Decision::Same { person, .. }) => Some(person),
        _ => row.person,
    };
    let known = match chosen {
        Some(id) => get(connection, id).await?.filter(|person| person.erased_at.is_none()),
        None => None,
    };
    let mut doubts = Vec::new();
    if let Some(known) = &known {
        row.differences = differences(known, &checked.candidate);
        doubts = doubts_of(known, row, checked);
        let past = registration_store::past(connection, known.id).await?;
        let wish = |text: &str| text.to_lowercase() == row.programme.to_lowercase();
        let there = past.iter().any(|past| match intake {
            Some(intake) => past.intake_id == Some(intake.id),
            None => wish(&past.programme) && past.state.is_running(),
        });
        row.applies &= !there;
        if let Some(intake) = intake.filter(|_| row.applies) {
            row.rules = failed(intake, &Facts::of(known, past), day);
        }
    } else if let Some(intake) = intake {
        row.rules = failed(intake, &facts(checked), day);
    }
    if known.is_none() && !row.maybe_same.is_empty() {
        doubts.push(RegisterReason::MaybeSame);
    }
    row.reasons.extend(doubts.iter().map(|doubt| doubt.code().to_owned()));
    row.fate = if doubts.contains(&RegisterReason::Restricted) {
        RowFate::Rejected
    } else if checked.verdict == Verdict::Warn || !doubts.is_empty() {
        RowFate::Doubtful
    } else if known.is_none() {
        RowFate::New
    } else if row.applies || !row.differences.is_empty() {
        RowFate::Update
    } else {
        RowFate::Same
    };
    // What is known of a person already needs no second look.
    if row.fate == RowFate::Doubtful
        && known.is_some()
        && doubts.is_empty()
        && row.differences.is_empty()
        && !row.applies
    {
        row.fate = RowFate::Same;
    }
    Ok(())
}

fn doubts_of(known: &Person, row: &PlanRow, checked: &CheckedRow) -> Vec<RegisterReason> {
    let mut doubts = Vec::new();
    let stored = similarity::Likeness { full_name: known.full_name.clone(), ..similarity::Likeness::default() };
    let own = similarity::Likeness { birth_on: known.birth_on, nik: known.nik.clone(), ..stored };
    let told = likeness(checked);
    let names = [similarity::Reason::SameName, similarity::Reason::SimilarName];
    let alike = compare(&own, &told);
    if known.restricted_at.is_some() {
        doubts.push(RegisterReason::Restricted);
    }
    if row.person == Some(known.id) && !alike.is_some_and(|alike| names.iter().any(|name| alike.reasons.contains(name)))
    {
        doubts.push(RegisterReason::NikOfAnother);
    } else if row.differences.iter().any(|difference| difference.held) {
        doubts.push(RegisterReason::HeldFields);
    }
    doubts
}

/// The rules that a row does not meet; the office decides on them later, at the check of papers.
fn failed(intake: &Intake, facts: &Facts, day: NaiveDate) -> Vec<Rule> {
    let findings = judge(intake, facts, day).into_iter();
    findings
        .filter(|finding| finding.outcome == RuleOutcome::Failed && finding.rule != Rule::Guardian)
        .map(|finding| finding.rule)
        .collect()
}

fn facts(checked: &CheckedRow) -> Facts {
    let row = &checked.candidate;
    Facts {
        birth_on: row.birth_on,
        education: row.education,
        region: row.region.as_ref().and_then(|region| region.code.clone()),
        employment: row.employment,
        guardian: false,
        past: Vec::new(),
    }
}

impl PlanTotals {
    fn count(&mut self, row: &PlanRow) {
        self.rows += 1;
        match row.fate {
            RowFate::New => self.new += 1,
            RowFate::Update => self.update += 1,
            RowFate::Same => self.same += 1,
            RowFate::Doubtful => {
                self.doubtful += 1;
                self.undecided += u32::from(row.decision.is_none());
            }
            RowFate::Rejected => self.rejected += 1,
        }
        if matches!(row.fate, RowFate::New | RowFate::Update) && row.applies {
            self.applications += 1;
        }
    }
}

impl ImportPlan {
    /// How often each reason occurs, for the summary above the rows.
    pub fn reasons(&self) -> BTreeMap<&str, u32> {
        let mut counted = BTreeMap::new();
        for reason in self.rows.iter().flat_map(|row| &row.reasons) {
            *counted.entry(reason.as_str()).or_default() += 1;
        }
        counted
    }

    /// A page of the rows of some fates (none named: all), with how many there are.
    pub fn page(&self, fates: &[RowFate], offset: usize, limit: usize) -> (usize, Vec<&PlanRow>) {
        let fitting = || self.rows.iter().filter(|row| fates.is_empty() || fates.contains(&row.fate));
        (fitting().count(), fitting().skip(offset).take(limit).collect())
    }
}

/// Every code that a row can bear, for the check that each has words.
pub fn reason_codes() -> Vec<&'static str> {
    let own = Reason::ALL.iter().map(|word| word.code());
    let remarks = super::verdict::Remark::ALL.iter().map(|word| word.code());
    own.chain(remarks).chain(RegisterReason::ALL.iter().map(|word| word.code())).collect()
}
