//! The report that a job seeker owes every few months (*lapor diri*).

use super::{Card, CardRefusal, CardStatus, dates::shown, event, event::SeekerEventKind, store};
use crate::{
    base::id::Id,
    office::Officer,
    store::{Result, Work},
};
use chrono::NaiveDate;

table! {
    /// One report that a card asks for; it is there, unmade, from the day of issue.
    pub struct CardReport = 17 "card_report" {
        /// Of which card.
        1 A card_id: Id<Card>,
        /// Which report, from 1.
        2 A slot: i64,
        /// When it falls due.
        3 A due_on: NaiveDate,
        /// When it was made.
        4 A reported_on: Option<NaiveDate>,
        /// Who took it.
        5 A officer_id: Option<Id<Officer>>,
    }
}

/// Which report is meant: the one asked for, else the latest whose day has come, else the next one once its span has
/// begun, which is the day after the one before fell due. `reports` by their slot.
pub(super) fn choose(
    reports: &[CardReport],
    slot: Option<i64>,
    on: NaiveDate,
) -> std::result::Result<usize, CardRefusal> {
    if let Some(slot) = slot {
        let found = reports.iter().position(|report| report.slot == slot);
        let found = found.ok_or_else(|| CardRefusal::ReportUnknown { slot: slot.to_string() })?;
        return match reports[found].reported_on {
            Some(_) => Err(CardRefusal::ReportDone { slot: slot.to_string() }),
            None => Ok(found),
        };
    }
    let made = reports.iter().rposition(|report| report.reported_on.is_some());
    let come = reports.iter().rposition(|report| report.due_on <= on);
    if let Some(come) = come.filter(|come| made.is_none_or(|made| made < *come)) {
        return Ok(come);
    }
    let next = made.map_or(0, |made| made + 1);
    if next >= reports.len() {
        return Err(CardRefusal::ReportsDone);
    }
    match next.checked_sub(1).map(|before| reports[before].due_on) {
        Some(before) if before >= on => {
            let from = shown(before.succ_opt().unwrap_or(before));
            Err(CardRefusal::ReportEarly { from })
        }
        _ => Ok(next),
    }
}

/// Notes a report made on a day; `slot` `None`: the one that is due. Late ones are taken and shown as late.
/// Refuses what [`CardRefusal`] says of ended cards, of days and of reports.
pub async fn report(work: &mut Work, card: Id<Card>, slot: Option<i64>, on: NaiveDate) -> Result<CardReport> {
    let (card, status) = super::end::open_card(work, card, on).await?;
    if status == CardStatus::Expired {
        return Err(CardRefusal::Expired { until: shown(card.valid_until) }.into());
    }
    let mut reports = store::reports(work.reads(), card.id).await?;
    let chosen = choose(&reports, slot, on)?;
    let mut report = reports.swap_remove(chosen);
    report.reported_on = Some(on);
    report.officer_id = work.actor();
    work.put(&report).await?;
    event::note(work, &card, SeekerEventKind::Reported, on, (None, None)).await?;
    work.about(card.person_id).await?;
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{a_card, day},
        *,
    };

    fn chosen(made: &[(i64, &str)], slot: Option<i64>, on: &str) -> std::result::Result<i64, CardRefusal> {
        let (_, reports) = a_card("2026-11-24", made);
        choose(&reports, slot, day(on)).map(|index| reports[index].slot)
    }

    #[test]
    fn the_report_that_is_due_is_meant_whatever_was_missed_before() {
        assert_eq!(chosen(&[], None, "2026-11-30"), Ok(1));
        assert_eq!(chosen(&[], None, "2027-05-24"), Ok(1));
        assert_eq!(chosen(&[], None, "2027-12-24"), Ok(2));
        assert_eq!(chosen(&[(2, "2027-12-24")], None, "2027-12-30"), Ok(3));
        assert_eq!(chosen(&[(4, "2028-11-24")], None, "2028-11-24"), Err(CardRefusal::ReportsDone));
    }

    #[test]
    fn a_second_report_in_the_same_span_is_refused_with_the_day_from_which_it_is_taken() {
        let early = Err(CardRefusal::ReportEarly { from: "25-05-2027".into() });
        assert_eq!(chosen(&[(1, "2027-05-20")], None, "2027-05-20"), early);
        assert_eq!(chosen(&[(1, "2027-05-20")], None, "2027-05-24"), early);
        assert_eq!(chosen(&[(1, "2027-05-20")], None, "2027-05-25"), Ok(2));
    }

    #[test]
    fn a_report_by_number_fills_its_own_box_once() {
        assert_eq!(chosen(&[], Some(3), "2027-01-01"), Ok(3));
        assert_eq!(
            chosen(&[(1, "2027-05-20")], Some(1), "2027-06-01"),
            Err(CardRefusal::ReportDone { slot: "1".into() })
        );
        assert_eq!(chosen(&[], Some(5), "2027-01-01"), Err(CardRefusal::ReportUnknown { slot: "5".into() }));
    }
}
