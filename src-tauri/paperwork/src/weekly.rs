//! Weekly timetables ready for paper, for a sheet and for the telephone: read once, for whichever door asks.

use crate::timetable::{self, Head};
use balai_documents::{
    print::TimetablePaper,
    write::{self, calendar},
};
use balai_domain::{
    base::{id::Id, refusal::Refusal},
    catalog,
    office::{self, Office},
    scheduling::{
        self, Batch,
        plan::Plan,
        week::{self, WeekPlan, Whose},
    },
    store::{Error, Result, SqliteConnection},
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use std::collections::HashMap;

/// The most weeks of one paper.
const WEEKS_MOST: u64 = 60;

/// Weeks of some classes, instructors or rooms, with what the paper says of them.
#[derive(Debug)]
pub struct Weekly {
    weeks: Vec<WeekPlan>,
    heads: HashMap<Id<Batch>, Head>,
    office: Office,
}

/// Gathers the weeks from that of a day on; `plan` as `None`: of the published timetable. Refuses
/// `timetable.nothing_to_print`, `timetable.unknown`.
pub async fn gather(
    connection: &mut SqliteConnection,
    plan: Option<Id<Plan>>,
    whose: &[Whose],
    from: NaiveDate,
    count: u64,
) -> Result<Weekly> {
    let weeks = week::weeks(&mut *connection, plan, whose, from, count.clamp(1, WEEKS_MOST)).await?;
    if weeks.is_empty() {
        return Err(Error::Refused(Refusal::new("timetable", "nothing_to_print")));
    }
    let heads = heads(&mut *connection).await?;
    let office = office::office(connection).await?;
    let office = office.ok_or_else(|| Error::Refused(Refusal::new("store", "no_office")))?;
    Ok(Weekly { weeks, heads, office })
}

/// The head block of each class: field, programme, number, kind of training.
async fn heads(connection: &mut SqliteConnection) -> Result<HashMap<Id<Batch>, Head>> {
    let resources = catalog::resources(&mut *connection).await?;
    let batches = scheduling::batches(connection).await?;
    let head = |batch: &Batch| {
        let programme = resources.programmes.iter().find(|programme| programme.id == batch.programme_id);
        let field = programme.and_then(|programme| programme.department_id);
        let field = resources.departments.iter().find(|one| Some(one.id) == field);
        timetable::head(field.map(|one| &*one.name), programme.map(|one| &*one.name), batch)
    };
    Ok(batches.iter().map(|batch| (batch.id, head(batch))).collect())
}

impl Weekly {
    /// The name of the one whose weeks they are, or that they are of several.
    pub fn title(&self) -> &str {
        let first = &self.weeks[0].name;
        if self.weeks.iter().all(|week| week.name == *first) { first } else { "mingguan" }
    }

    /// The Monday of the first week with a session.
    pub fn monday(&self) -> NaiveDate {
        self.weeks[0].monday
    }

    /// How many pages of a week there are.
    pub fn count(&self) -> usize {
        self.weeks.len()
    }

    /// A page for each week.
    pub fn paper(&self, printed_by: &str, now: NaiveDateTime) -> TimetablePaper {
        let head = |whose: Whose| match whose {
            Whose::Batch(id) => self.heads.get(&id).cloned().unwrap_or_default(),
            _ => Vec::new(),
        };
        timetable::timetable(&self.weeks, head, &self.office, printed_by, now)
    }

    /// A row for each session.
    pub fn xlsx(&self) -> Result<Vec<u8>> {
        write::xlsx(&timetable::table(&self.weeks)).map_err(|why| Error::Encoding(why.to_string()))
    }

    /// An entry for each session.
    pub fn ics(&self, now: DateTime<Utc>) -> Vec<u8> {
        calendar::calendar(self.title(), &timetable::entries(&self.weeks, self.office.zone), now).into_bytes()
    }
}
