//! The sample's classes and their published timetable: some under way, some about to begin, one not planned yet.

use balai_domain::{
    base::id::Id,
    catalog,
    registration::intake_list,
    scheduling::{
        arrange::{self, Effort},
        batch::{self, Batch, BatchDraft},
        batch_view, frame, names,
    },
    store::{Result, Work},
};
use chrono::{NaiveDate, TimeDelta, Weekday};

/// Programme, weeks from this one to the first, whether it takes the applicants of the programme's intake.
const CLASSES: &[(&str, i64, bool)] = &[
    ("LAS-SMAW-3F", -3, false),
    ("JAHIT-MESIN", -2, true),
    ("AC-RESIDENSIAL", -1, false),
    ("DESAIN-GRAFIS", 0, false),
    ("LAS-SMAW-3F", 0, false),
    ("JAHIT-MESIN", 1, false),
];
/// The class that the clerk is to plan: programme and weeks from this one.
const UNPLANNED: (&str, i64) = ("AC-RESIDENSIAL", 3);
/// Weeks in which a class is to be over.
const WEEKS: i64 = 10;
/// Enough for a timetable without gaps; the sample is not to be waited for.
const EFFORT: Effort = Effort { steps: 150, seed: 1 };

/// Makes the classes, lets the planner arrange them, and publishes its first proposal.
pub async fn fill(work: &mut Work, today: NaiveDate) -> Result<()> {
    let monday = today.week(Weekday::Mon).first_day();
    let mut planned = Vec::new();
    for (code, weeks, of_intake) in CLASSES {
        planned.extend(a_class(work, code, monday + TimeDelta::weeks(*weeks), *of_intake, today).await?);
    }
    let first = monday + TimeDelta::weeks(CLASSES[0].1);
    let frame = frame::load(work.reads(), None, first).await?;
    let names = names::load(work.reads()).await?;
    let (_, ready) = arrange::arrange(&frame, &names, &planned, EFFORT, &|| false, &mut |_, _| {})?;
    if let Some(proposal) = ready.first() {
        arrange::accept(work, proposal, true, "").await?;
    }
    let (code, weeks) = UNPLANNED;
    a_class(work, code, monday + TimeDelta::weeks(weeks), false, today).await?;
    Ok(())
}

async fn a_class(
    work: &mut Work,
    code: &str,
    starts_on: NaiveDate,
    of_intake: bool,
    today: NaiveDate,
) -> Result<Option<Id<Batch>>> {
    let programmes = catalog::list(work.reads(), false).await?;
    let Some(programme) = programmes.iter().find(|programme| programme.code == code) else { return Ok(None) };
    let intakes = intake_list::list(work.reads(), today, true).await?;
    let own = intakes.iter().find(|intake| of_intake && intake.programme_id == programme.id);
    let blank = batch_view::blank(work.reads(), programme.id, own.map(|intake| intake.id), today).await?;
    let due_on = Some(starts_on + TimeDelta::weeks(WEEKS));
    let draft = BatchDraft { starts_on, due_on, seats: 16, ..blank };
    batch::save(work, draft).await.map(Some)
}
