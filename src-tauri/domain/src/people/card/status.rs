//! What a card and each of its reports are on a day; pure functions of the stored dates.

use super::{Card, report::CardReport};
use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;
use ts_rs::TS;

words! {
    /// What a card is on a day (*status kartu*).
    pub enum CardStatus {
        /// *Aktif*.
        Active = "AKTIF",
        /// Valid, and a report is due (*jatuh tempo lapor*).
        ReportDue = "JATUH_TEMPO_LAPOR",
        /// *Kedaluwarsa*.
        Expired = "KEDALUWARSA",
        /// A newer card counts (*diperpanjang*).
        Renewed = "DIPERPANJANG",
        /// *Ditempatkan*.
        Placed = "DITEMPATKAN",
        /// *Batal*.
        Void = "BATAL",
    }
    /// What a report is on a day (*status laporan*).
    pub enum ReportState {
        /// Its day has not come (*menunggu*).
        Waiting = "MENUNGGU",
        /// Its day has come (*jatuh tempo*).
        Due = "JATUH_TEMPO",
        /// The next one's day came before it was made (*terlewat*).
        Missed = "TERLEWAT",
        /// Made in time (*sudah lapor*).
        Made = "LAPOR",
        /// Made after its day (*terlambat*).
        Late = "TERLAMBAT",
    }
    /// What can be done with a card today.
    pub enum CardVerb {
        /// Note a report.
        Report = "report",
        /// Renew it.
        Renew = "renew",
        /// The person found work.
        Place = "place",
        /// The card came back.
        TakeBack = "take_back",
        /// Void it.
        Void = "void",
        /// Print it.
        Print = "print",
    }
}

/// A report with what it is today.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ReportLine {
    /// Which report, from 1.
    pub slot: i64,
    /// When it falls due.
    pub due_on: NaiveDate,
    /// When it was made.
    pub reported_on: Option<NaiveDate>,
    /// What it is today.
    pub state: ReportState,
    /// Days past its day: of a late report until it was made, of a due one until today; else 0.
    pub days_late: i64,
}

/// The card on a day. `reports` by their slot; `renewed`: another card that counts names this one.
pub fn status(card: &Card, reports: &[CardReport], renewed: bool, today: NaiveDate) -> CardStatus {
    if card.voided_on.is_some() {
        CardStatus::Void
    } else if card.placed_on.is_some() {
        CardStatus::Placed
    } else if renewed {
        CardStatus::Renewed
    } else if today > card.valid_until {
        CardStatus::Expired
    } else if report_lines(reports, today).iter().any(|line| line.state == ReportState::Due) {
        CardStatus::ReportDue
    } else {
        CardStatus::Active
    }
}

/// Every report on a day. Only the latest one whose day has come can be due: earlier ones were missed.
pub fn report_lines(reports: &[CardReport], today: NaiveDate) -> Vec<ReportLine> {
    let line = |report: &CardReport| {
        let overtaken = || {
            reports
                .iter()
                .any(|later| later.slot > report.slot && (later.due_on <= today || later.reported_on.is_some()))
        };
        let state = match report.reported_on {
            Some(made) if made > report.due_on => ReportState::Late,
            Some(_) => ReportState::Made,
            None if overtaken() => ReportState::Missed,
            None if report.due_on <= today => ReportState::Due,
            None => ReportState::Waiting,
        };
        let until = report.reported_on.unwrap_or(today);
        let days_late = match state {
            ReportState::Late | ReportState::Due => (until - report.due_on).num_days(),
            ReportState::Waiting | ReportState::Missed | ReportState::Made => 0,
        };
        let CardReport { slot, due_on, reported_on, .. } = *report;
        ReportLine { slot, due_on, reported_on, state, days_late }
    };
    reports.iter().map(line).collect()
}

/// The first day on which a card can be renewed, `days` before its end.
pub fn renewable_from(card: &Card, days: i64) -> NaiveDate {
    (card.valid_until - TimeDelta::days(days.clamp(0, 10_000))).max(card.issued_on)
}

/// What can be done with a card today; `renewal_days` is how long before its end it can be renewed.
pub fn verbs(card: &Card, reports: &[CardReport], renewed: bool, today: NaiveDate, renewal_days: i64) -> Vec<CardVerb> {
    let status = status(card, reports, renewed, today);
    let valid = matches!(status, CardStatus::Active | CardStatus::ReportDue);
    let expired = status == CardStatus::Expired;
    let mut verbs = Vec::new();
    if valid && super::report::choose(reports, None, today).is_ok() {
        verbs.push(CardVerb::Report);
    }
    if expired || (valid && today >= renewable_from(card, renewal_days)) {
        verbs.push(CardVerb::Renew);
    }
    if valid || expired {
        verbs.push(CardVerb::Place);
    }
    if card.returned_on.is_none() && matches!(status, CardStatus::Placed | CardStatus::Void) {
        verbs.push(CardVerb::TakeBack);
    }
    if valid || expired {
        verbs.push(CardVerb::Void);
    }
    if valid {
        verbs.push(CardVerb::Print);
    }
    verbs
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{a_card, day},
        *,
    };
    use ReportState::{Due, Late, Made, Missed, Waiting};

    #[test]
    fn a_card_runs_from_active_through_due_to_expired() {
        let (card, reports) = a_card("2026-11-24", &[]);
        for (today, expected) in [
            ("2026-11-24", CardStatus::Active),
            ("2027-05-23", CardStatus::Active),
            ("2027-05-24", CardStatus::ReportDue),
            ("2028-11-24", CardStatus::ReportDue),
            ("2028-11-25", CardStatus::Expired),
        ] {
            assert_eq!(status(&card, &reports, false, day(today)), expected, "{today}");
        }
        assert_eq!(status(&card, &reports, true, day("2028-11-25")), CardStatus::Renewed);
    }

    #[test]
    fn placement_ends_a_card_and_voiding_ends_everything() {
        let (mut card, reports) = a_card("2026-11-24", &[]);
        card.placed_on = Some(day("2027-01-04"));
        assert_eq!(status(&card, &reports, true, day("2030-01-01")), CardStatus::Placed);
        card.voided_on = Some(day("2027-01-05"));
        assert_eq!(status(&card, &reports, true, day("2027-01-06")), CardStatus::Void);
    }

    #[test]
    fn a_report_is_due_until_it_is_made_or_overtaken_by_the_next() {
        let states = |made: &[(i64, &str)], today: &str| {
            let (_, reports) = a_card("2026-11-24", made);
            report_lines(&reports, day(today)).into_iter().map(|line| (line.state, line.days_late)).collect::<Vec<_>>()
        };
        assert_eq!(states(&[], "2027-05-23"), [(Waiting, 0); 4]);
        assert_eq!(states(&[], "2027-05-26"), [(Due, 2), (Waiting, 0), (Waiting, 0), (Waiting, 0)]);
        assert_eq!(states(&[], "2027-12-01"), [(Missed, 0), (Due, 7), (Waiting, 0), (Waiting, 0)]);
        let made = [(1, "2027-05-24"), (3, "2028-06-03")];
        assert_eq!(states(&made, "2028-06-10"), [(Made, 0), (Missed, 0), (Late, 10), (Waiting, 0)]);
    }

    #[test]
    fn the_page_offers_only_what_would_be_accepted() {
        use CardVerb::{Place, Print, Renew, Report, TakeBack, Void};
        let (mut card, reports) = a_card("2026-11-24", &[]);
        let offered = |card: &Card, today: &str| verbs(card, &reports, false, day(today), 30);
        assert_eq!(offered(&card, "2026-11-25"), [Report, Place, Void, Print]);
        assert_eq!(offered(&card, "2028-10-24"), [Report, Place, Void, Print]);
        assert_eq!(offered(&card, "2028-10-25"), [Report, Renew, Place, Void, Print]);
        assert_eq!(offered(&card, "2028-11-25"), [Renew, Place, Void]);
        card.placed_on = Some(day("2027-01-04"));
        assert_eq!(offered(&card, "2027-01-05"), [TakeBack]);
    }
}
