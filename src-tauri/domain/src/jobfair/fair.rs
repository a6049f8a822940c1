//! A job fair (*bursa kerja*): days, sessions with their quotas, and who organises it. Nothing is charged to whoever
//! looks for work (Permenaker 39/2016 Ps 54), so no visitor's side of it knows a price.

use super::fair_store as store;
use crate::{
    base::{id::Id, text::filled},
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// How a fair is held (*bentuk*).
    pub enum FairKind {
        /// On site.
        OnSite = "LURING",
        /// Online.
        Online = "DARING",
        /// Both.
        Hybrid = "HIBRIDA",
        /// Interviews at the office (*walk-in interview*).
        WalkIn = "WALK_IN",
    }
    /// Who organises it (Permenaker 39/2016 Ps 53).
    pub enum Organiser {
        /// Ministry.
        Ministry = "KEMNAKER",
        /// Province.
        Province = "PROVINSI",
        /// Regency or city.
        Regency = "KABKOTA",
        /// Private placement agency.
        Agency = "PPTKS",
        /// School's job centre.
        School = "BKK",
        /// Another legal body.
        Body = "BADAN_HUKUM",
    }
    /// How far a fair has come; follows from its days.
    pub enum FairStage {
        /// Ahead.
        Planned = "AKAN_DATANG",
        /// Today.
        Open = "BERLANGSUNG",
        /// Over, results still come in.
        Reporting = "MENUNGGU_HASIL",
        /// Over, and the days for results too.
        Closed = "SELESAI",
    }
}

impl Organiser {
    /// Whether the office must have agreed.
    pub fn needs_approval(self) -> bool {
        matches!(self, Self::Agency | Self::School | Self::Body)
    }
}

table! {
    /// A job fair.
    pub struct Fair = 63 "fair" {
        /// Its name.
        1 A name: String,
        /// How it is held.
        2 A kind: FairKind,
        /// Who organises it.
        3 A organiser: Organiser,
        /// Their name, when it is not this office.
        4 A organiser_name: Option<String>,
        /// Number of the approval, for those who need one.
        5 A approval: Option<String>,
        /// First day.
        6 A starts_on: NaiveDate,
        /// Last day.
        7 A ends_on: NaiveDate,
        /// Where.
        8 A place: Option<String>,
        /// Most people inside at once.
        9 A capacity: Option<i64>,
        /// Most people let in within half an hour.
        10 A per_half_hour: Option<i64>,
        /// Companies hoped for.
        11 A companies_planned: Option<i64>,
        /// Placements hoped for.
        12 A hires_planned: Option<i64>,
        /// Days after the end within which companies report.
        13 A report_days: i64,
        /// A remark.
        14 A note: Option<String>,
        /// Taken out since.
        15 A retired_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// A span of one day of a fair, with the people it may take.
    pub struct FairSession = 64 "fair_session" {
        /// Of which fair.
        1 A fair_id: Id<Fair>,
        /// On which day.
        2 A day_on: NaiveDate,
        /// From.
        3 A from_time: NaiveTime,
        /// Until.
        4 A to_time: NaiveTime,
        /// Most tickets.
        5 A quota: Option<i64>,
    }
}

impl Fair {
    /// Last day on which a company's results are in time.
    pub fn report_due(&self) -> NaiveDate {
        self.ends_on + chrono::Days::new(self.report_days.unsigned_abs())
    }

    /// How far it has come on a day.
    pub fn stage(&self, today: NaiveDate) -> FairStage {
        if today < self.starts_on {
            FairStage::Planned
        } else if today <= self.ends_on {
            FairStage::Open
        } else if today <= self.report_due() {
            FairStage::Reporting
        } else {
            FairStage::Closed
        }
    }

    /// Its days.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let ends_on = self.ends_on;
        self.starts_on.iter_days().take_while(move |day| *day <= ends_on)
    }
}

/// A span of a day as typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SessionLine {
    /// `None`: a new one.
    pub id: Option<Id<FairSession>>,
    /// On which day.
    pub day_on: NaiveDate,
    /// From.
    pub from_time: NaiveTime,
    /// Until.
    pub to_time: NaiveTime,
    /// Most tickets.
    pub quota: Option<i64>,
}

/// A fair as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FairDraft {
    /// `None`: a new one.
    pub id: Option<Id<Fair>>,
    /// Its name.
    pub name: String,
    /// How it is held.
    pub kind: FairKind,
    /// Who organises it.
    pub organiser: Organiser,
    /// Their name.
    pub organiser_name: String,
    /// Number of the approval.
    pub approval: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Where.
    pub place: String,
    /// Most people inside at once.
    pub capacity: Option<i64>,
    /// Most people let in within half an hour.
    pub per_half_hour: Option<i64>,
    /// Companies hoped for.
    pub companies_planned: Option<i64>,
    /// Placements hoped for.
    pub hires_planned: Option<i64>,
    /// Days within which companies report.
    pub report_days: i64,
    /// A remark.
    pub note: String,
    /// Its sessions; none: open all day.
    pub sessions: Vec<SessionLine>,
}

/// A fair in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FairRow {
    /// The fair.
    pub fair: Fair,
    /// How far it has come.
    pub stage: FairStage,
    /// Companies that are admitted, or came.
    pub companies: i64,
    /// People looked for by them.
    pub openings: i64,
    /// Tickets given.
    pub visitors: i64,
    /// Hired.
    pub hired: i64,
}

/// A fair with its sessions.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FairDetail {
    /// The fair.
    pub row: FairRow,
    /// Its sessions in order.
    pub sessions: Vec<FairSession>,
    /// Tickets of each session.
    pub taken: Vec<i64>,
}

refusals! {
    "fair" =>
    /// What keeps a fair from being saved.
    FairRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// It would end before it begins, or last longer than a month.
        DatesReversed => "dates_reversed",
        /// This organiser needs the office's approval.
        ApprovalMissing => "approval_missing",
        /// A number below one.
        NumberRange => "number_range",
        /// A session lies on no day of the fair or runs backwards.
        SessionForm { row } => "session_form",
        /// Two sessions overlap.
        SessionOverlaps { row } => "session_overlaps",
        /// No such fair.
        Unknown => "unknown",
    }
}

/// What is wrong with a fair for itself. Pure.
fn check(draft: &FairDraft) -> std::result::Result<(), FairRefusal> {
    use FairRefusal as R;
    filled(&draft.name).ok_or(R::NameMissing)?;
    if draft.ends_on < draft.starts_on || (draft.ends_on - draft.starts_on).num_days() > 31 {
        return Err(R::DatesReversed);
    }
    if draft.organiser.needs_approval() && filled(&draft.approval).is_none() {
        return Err(R::ApprovalMissing);
    }
    let quotas = draft.sessions.iter().map(|session| session.quota);
    let numbers = [draft.capacity, draft.per_half_hour, draft.companies_planned, draft.hires_planned];
    if numbers.into_iter().chain(quotas).flatten().any(|number| number < 1) || !(1..=365).contains(&draft.report_days) {
        return Err(R::NumberRange);
    }
    for (at, line) in draft.sessions.iter().enumerate() {
        let row = || (at + 1).to_string();
        if line.to_time <= line.from_time || line.day_on < draft.starts_on || line.day_on > draft.ends_on {
            return Err(R::SessionForm { row: row() });
        }
        let meets = |other: &SessionLine| {
            other.day_on == line.day_on && other.from_time < line.to_time && line.from_time < other.to_time
        };
        if draft.sessions[..at].iter().any(meets) {
            return Err(R::SessionOverlaps { row: row() });
        }
    }
    Ok(())
}

/// Saves a fair with its sessions. Refuses the words of `fair`.
pub async fn save(work: &mut Work, draft: FairDraft) -> Result<Id<Fair>> {
    check(&draft)?;
    let stored = match draft.id {
        Some(id) => Some(work.get(id).await?.ok_or(FairRefusal::Unknown)?),
        None => None,
    };
    let id = draft.id.unwrap_or_else(|| work.id());
    let fair = Fair {
        id,
        name: filled(&draft.name).unwrap_or_default(),
        kind: draft.kind,
        organiser: draft.organiser,
        organiser_name: filled(&draft.organiser_name),
        approval: filled(&draft.approval),
        starts_on: draft.starts_on,
        ends_on: draft.ends_on,
        place: filled(&draft.place),
        capacity: draft.capacity,
        per_half_hour: draft.per_half_hour,
        companies_planned: draft.companies_planned,
        hires_planned: draft.hires_planned,
        report_days: draft.report_days,
        note: filled(&draft.note),
        retired_at: stored.and_then(|fair| fair.retired_at),
    };
    work.put(&fair).await?;
    save_sessions(work, id, draft.sessions).await?;
    work.about(id).await?;
    Ok(id)
}

/// The sessions become those of the form; one that tickets name stays itself under its id.
async fn save_sessions(work: &mut Work, fair_id: Id<Fair>, lines: Vec<SessionLine>) -> Result<()> {
    let stored = store::sessions(work.reads(), fair_id).await?;
    let mut kept = Vec::new();
    for line in lines {
        let known = line.id.filter(|id| stored.iter().any(|session| session.id == *id) && !kept.contains(id));
        let id = known.unwrap_or_else(|| work.id());
        kept.push(id);
        let SessionLine { day_on, from_time, to_time, quota, .. } = line;
        work.put(&FairSession { id, fair_id, day_on, from_time, to_time, quota }).await?;
    }
    for gone in stored.iter().filter(|session| !kept.contains(&session.id)) {
        work.remove(gone).await?;
    }
    Ok(())
}

/// Takes a fair out of the lists, or puts it back. Refuses `fair.unknown`.
pub async fn retire(work: &mut Work, id: Id<Fair>, gone: bool) -> Result<()> {
    let mut fair = work.get(id).await?.ok_or(FairRefusal::Unknown)?;
    fair.retired_at = gone.then(|| work.at());
    work.put(&fair).await?;
    work.about(id).await
}

/// The fairs, newest first; also those taken out when `retired`.
pub async fn list(connection: &mut SqliteConnection, retired: bool, today: NaiveDate) -> Result<Vec<FairRow>> {
    store::fair_rows(connection, retired, today).await
}

/// One fair. Refuses `fair.unknown`.
pub async fn detail(connection: &mut SqliteConnection, id: Id<Fair>, today: NaiveDate) -> Result<FairDetail> {
    let rows = store::fair_rows(connection, true, today).await?;
    let row = rows.into_iter().find(|row| row.fair.id == id).ok_or(FairRefusal::Unknown)?;
    let sessions = store::sessions(connection, id).await?;
    let counts = store::session_counts(connection, id).await?;
    let of = |session: &FairSession| counts.iter().find(|(id, _)| *id == session.id).map_or(0, |(_, count)| *count);
    Ok(FairDetail { row, taken: sessions.iter().map(of).collect(), sessions })
}

#[cfg(test)]
#[path = "fair_tests.rs"]
mod tests;
