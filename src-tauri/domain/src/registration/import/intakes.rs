//! Into which intake the rows of a file go: by the words of the programme column, unless the clerk says otherwise.

use super::check::CheckedFile;
use crate::{
    base::{id::Id, text::tidy},
    catalog::{self, Programme, resolve::resolve},
    registration::{
        intake::Intake,
        intake_list::{self, IntakeRow, IntakeWindow},
    },
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

/// What the clerk chose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct IntakeChoice {
    /// Every row into this intake, whatever its programme column says.
    pub all: Option<Id<Intake>>,
    /// For these words of the programme column: this intake, or none.
    pub by_text: HashMap<String, Option<Id<Intake>>>,
}

/// One wording of the programme column and where its rows go.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ProgrammeUse {
    /// The words, tidied; empty: nothing written.
    pub text: String,
    /// How many rows that are not rejected say so.
    pub rows: u32,
    /// The programme that is clearly meant.
    pub programme_id: Option<Id<Programme>>,
    /// Its name.
    pub programme: Option<String>,
    /// The intake that the rows go to; `None`: they become a wish, or (without words) a person only.
    pub intake_id: Option<Id<Intake>>,
    /// Its name.
    pub intake: Option<String>,
}

/// Every wording of the file with its intake, the most frequent first.
pub(super) async fn uses(
    connection: &mut SqliteConnection,
    file: &CheckedFile,
    choice: &IntakeChoice,
    today: NaiveDate,
) -> Result<Vec<ProgrammeUse>> {
    let programmes = catalog::programme::in_force(catalog::list(connection, false).await?, today);
    let intakes = intake_list::list(connection, today, false).await?;
    let mut counted: BTreeMap<String, u32> = BTreeMap::new();
    for row in file.rows.iter().filter(|row| row.verdict != super::verdict::Verdict::Reject) {
        *counted.entry(tidy(&row.candidate.programme)).or_default() += 1;
    }
    let mut uses: Vec<ProgrammeUse> =
        counted.into_iter().map(|(text, rows)| place(text, rows, &programmes, &intakes, choice)).collect();
    uses.sort_by_key(|used| std::cmp::Reverse(used.rows));
    Ok(uses)
}

fn place(
    text: String,
    rows: u32,
    programmes: &[Programme],
    intakes: &[IntakeRow],
    choice: &IntakeChoice,
) -> ProgrammeUse {
    let programme = resolve(&text, programmes).and_then(|id| programmes.iter().find(|known| known.id == id));
    let intake_id = match choice.by_text.get(&text) {
        Some(chosen) => *chosen,
        None => choice.all.or_else(|| programme.and_then(|programme| usual(&programme.code, intakes))),
    };
    let intake = intakes.iter().find(|intake| Some(intake.id) == intake_id);
    ProgrammeUse {
        rows,
        programme_id: programme.map(|programme| programme.id),
        programme: programme.map(|programme| programme.name.clone()),
        intake_id: intake.map(|intake| intake.id),
        intake: intake.map(|intake| intake.name.clone()),
        text,
    }
}

/// The intake of a programme that is open, when there is exactly one, of whichever version.
fn usual(programme: &str, intakes: &[IntakeRow]) -> Option<Id<Intake>> {
    let mut open = intakes.iter().filter(|row| row.programme_code == programme && row.window == IntakeWindow::Open);
    let first = open.next()?;
    open.next().is_none().then_some(first.id)
}
