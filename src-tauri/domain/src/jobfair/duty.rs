//! What a company owes after a fair: the daily form while it lasts, and the final results within the days set; and how
//! far it does so, by which the next invitation is ranked.

use super::{
    fair::{Fair, FairRefusal},
    fair_store as store,
    participation::{Participation, ParticipationState},
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection, Work},
};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

words! {
    /// Which report.
    pub enum DutyKind {
        /// Of one day of the fair.
        Daily = "HARIAN",
        /// Of all that came of it.
        Final = "AKHIR",
    }
}

table! {
    /// A report that a company owes (*kewajiban lapor*).
    pub struct FairDuty = 76 "fair_duty" {
        /// Who, and where.
        1 A participation_id: Id<Participation>,
        /// Which report.
        2 A kind: DutyKind,
        /// Last day on which it is in time.
        3 A due_on: NaiveDate,
        /// Handed in on.
        4 A done_on: Option<NaiveDate>,
        /// Last reminded on.
        5 A reminded_on: Option<NaiveDate>,
    }
}

/// A report that is owed, in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DutyRow {
    /// The duty.
    pub duty: FairDuty,
    /// Which fair.
    pub fair_id: Id<Fair>,
    /// Its name.
    pub fair: String,
    /// Who.
    pub company: String,
    /// Whom to call.
    pub contact: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Days since it was due; below nothing: days left.
    pub days_late: i64,
}

/// How far a company does its duties, 0 to 100; `None`: it had none yet. In time counts whole, late half, and a fair
/// that it was admitted to and did not come to counts like a report it never gave. Pure.
pub fn score(on_time: i64, late: i64, owing: i64, missed: i64) -> Option<i64> {
    let all = on_time + late + owing + missed;
    (all > 0).then(|| (on_time * 100 + late * 50) / all)
}

/// The duties of a company follow from its part in a fair: who was there owes, who was not owes nothing.
pub(super) async fn follow(work: &mut Work, row: &Participation) -> Result<()> {
    let stored = store::duties_of(work.reads(), row.id).await?;
    if row.state != ParticipationState::Attended {
        for duty in stored.iter().filter(|duty| duty.done_on.is_none()) {
            work.remove(duty).await?;
        }
        return Ok(());
    }
    let fair: Fair = work.get(row.fair_id).await?.ok_or(FairRefusal::Unknown)?;
    let daily = fair.days().map(|day| (DutyKind::Daily, day));
    for (kind, due_on) in daily.chain([(DutyKind::Final, fair.report_due())]) {
        if !stored.iter().any(|duty| duty.kind == kind && duty.due_on == due_on) {
            let id = work.id();
            let duty = FairDuty { id, participation_id: row.id, kind, due_on, done_on: None, reminded_on: None };
            work.put_new(&duty).await?;
        }
    }
    Ok(())
}

/// Notes that a report was handed in, or (`None`) that it was not after all. Refuses `fair.unknown`.
pub async fn done(work: &mut Work, id: Id<FairDuty>, on: Option<NaiveDate>) -> Result<()> {
    let mut duty: FairDuty = work.get(id).await?.ok_or(FairRefusal::Unknown)?;
    duty.done_on = on;
    work.put(&duty).await?;
    work.about(id).await
}

/// Notes that companies were reminded on a day.
pub async fn reminded(work: &mut Work, duties: Vec<Id<FairDuty>>, on: NaiveDate) -> Result<()> {
    for id in duties {
        let mut duty: FairDuty = work.get(id).await?.ok_or(FairRefusal::Unknown)?;
        duty.reminded_on = Some(on);
        work.put(&duty).await?;
    }
    Ok(())
}

/// The reports still owed, the longest due first; of one fair, or of all.
pub async fn owed(connection: &mut SqliteConnection, fair: Option<Id<Fair>>, today: NaiveDate) -> Result<Vec<DutyRow>> {
    store::owed(connection, fair, today).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        jobfair::{
            company,
            participation::{self, ParticipationMove},
            testing::a_stand,
        },
        store::testing::{an_office, begin},
    };

    #[test]
    fn a_company_that_reports_in_time_stands_above_one_that_does_not() {
        assert_eq!(score(0, 0, 0, 0), None);
        assert_eq!((score(3, 0, 0, 0), score(1, 1, 0, 0), score(1, 0, 2, 0)), (Some(100), Some(75), Some(33)));
        assert_eq!(score(0, 0, 0, 1), Some(0));
    }

    #[tokio::test]
    async fn who_was_there_owes_a_report_a_day_and_one_in_the_end_and_is_ranked_by_it() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "participation_move").await;
        let stand = a_stand(&mut work, "PT Contoh", "Operator").await;
        let to = |to| ParticipationMove { id: stand.participation, to, reason: String::new() };
        participation::step(&mut work, to(ParticipationState::Attended)).await.expect("there");
        let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
        let rows = owed(work.reads(), Some(stand.fair), day("2026-11-26")).await.expect("owed");
        let due: Vec<(DutyKind, NaiveDate, i64)> =
            rows.iter().map(|row| (row.duty.kind, row.duty.due_on, row.days_late)).collect();
        assert_eq!(
            due,
            [
                (DutyKind::Daily, day("2026-11-24"), 2),
                (DutyKind::Daily, day("2026-11-25"), 1),
                (DutyKind::Final, day("2026-12-25"), -29),
            ]
        );
        done(&mut work, rows[0].duty.id, Some(day("2026-11-24"))).await.expect("in time");
        done(&mut work, rows[1].duty.id, Some(day("2026-11-27"))).await.expect("late");
        let row = &company::list(work.reads(), false, day("2026-12-26")).await.expect("list")[0];
        assert_eq!((row.on_time, row.late, row.owing, row.score), (1, 1, 1, Some(50)));
        participation::step(&mut work, to(ParticipationState::Absent)).await.expect("not there");
        assert!(owed(work.reads(), None, day("2026-12-26")).await.expect("owed").is_empty());
    }
}
