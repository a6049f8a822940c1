//! Visitors come to their tickets: beforehand, at the gate, or from a file. A walk-in gives no more than a name, and a
//! NIK where there is one; the person stands in the register once, however many fairs they visit.

use super::{
    fair::{Fair, FairRefusal, FairSession},
    fair_store, gate_store as store, ticket,
    visit::{Visit, VisitSource},
};
use crate::{
    base::{id::Id, sex::Sex, text::filled},
    catalog::word_list::word_list,
    people::{
        draft::PersonDraft,
        education::Education,
        person::Person,
        register::{self, present},
    },
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a visitor may stand in the register without a NIK.
const NIK_NOTE: &str = "Pengunjung bursa kerja, NIK belum ditunjukkan";

/// A person who asks for a ticket.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TicketDraft {
    /// To which fair.
    pub fair_id: Id<Fair>,
    /// Known already.
    pub person_id: Option<Id<Person>>,
    /// Else as typed: name, NIK, phone, education and what else is known.
    pub person: PersonDraft,
    /// For which session.
    pub session_id: Option<Id<FairSession>>,
    /// Work that is wished for.
    pub wishes: String,
    /// How they came.
    pub source: VisitSource,
}

/// A ticket that was given.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Given {
    /// The visit.
    pub visit: Id<Visit>,
    /// The code.
    pub ticket: String,
    /// They had this ticket already.
    pub again: bool,
}

/// A visitor in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct VisitRow {
    /// The visit.
    pub id: Id<Visit>,
    /// Who.
    pub person_id: Id<Person>,
    /// The name.
    pub full_name: String,
    /// Masked.
    pub nik_masked: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Born on.
    pub birth_on: Option<NaiveDate>,
    /// Education.
    pub education: Option<Education>,
    /// The code.
    pub ticket: String,
    /// How they came.
    pub source: VisitSource,
    /// First entry by the stations' clocks.
    pub first_in: Option<DateTime<Utc>>,
    /// Blocked, and why.
    pub blocked: Option<String>,
    /// Applications here.
    pub applied: i64,
}

/// Visitors to look for.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct VisitQuery {
    /// Of which fair.
    pub fair_id: Id<Fair>,
    /// A part of the name, or a ticket.
    pub text: String,
    /// Only those who came.
    pub came: bool,
    /// From which on.
    pub offset: i64,
    /// How many.
    pub count: i64,
}

/// A page of visitors.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VisitPage {
    /// How many fit.
    pub total: i64,
    /// The page.
    pub rows: Vec<VisitRow>,
}

/// A ticket to block, or to allow again.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TicketBlock {
    /// Whose.
    pub visit: Id<Visit>,
    /// Why; empty: allowed again.
    pub reason: String,
}

refusals! {
    "visit" =>
    /// What keeps a visitor from a ticket.
    VisitRefusal {
        /// All tickets of the session are given.
        SessionFull { quota } => "session_full",
        /// That session is another fair's.
        SessionUnknown => "session_unknown",
        /// The fair is over.
        Over => "over",
        /// No such visitor.
        Unknown => "unknown",
    }
}

/// Gives a ticket; who has one gets the same again. Refuses `visit.session_full`, `.session_unknown`, `.over`,
/// `fair.unknown` and what keeps a person from being registered.
pub async fn give(work: &mut Work, draft: TicketDraft) -> Result<Given> {
    let fair: Fair = work.get(draft.fair_id).await?.ok_or(FairRefusal::Unknown)?;
    let at = work.at();
    if register::office_day(work, at).await? > fair.ends_on {
        return Err(VisitRefusal::Over.into());
    }
    let person_id = person_of(work, &draft).await?;
    if let Some((visit, ticket)) = store::visit_of(work.reads(), fair.id, person_id).await? {
        return Ok(Given { visit, ticket, again: true });
    }
    if let Some(session) = draft.session_id {
        let sessions = fair_store::sessions(work.reads(), fair.id).await?;
        let session = sessions.iter().find(|one| one.id == session).ok_or(VisitRefusal::SessionUnknown)?;
        let counts = fair_store::session_counts(work.reads(), fair.id).await?;
        let taken = counts.iter().find(|(id, _)| *id == session.id).map_or(0, |(_, count)| *count);
        if let Some(quota) = session.quota.filter(|quota| taken >= *quota) {
            return Err(VisitRefusal::SessionFull { quota: quota.to_string() }.into());
        }
    }
    let visit = Visit {
        id: work.id(),
        fair_id: fair.id,
        person_id,
        ticket: ticket::fresh(),
        source: draft.source,
        session_id: draft.session_id,
        registered_at: at,
        wishes: word_list(&draft.wishes, ""),
        blocked_at: None,
        blocked_reason: None,
    };
    work.put_new(&visit).await?;
    work.about(visit.id).await?;
    Ok(Given { visit: visit.id, ticket: visit.ticket, again: false })
}

/// The person: named, known by the NIK, or registered now.
async fn person_of(work: &mut Work, draft: &TicketDraft) -> Result<Id<Person>> {
    if let Some(id) = draft.person_id {
        return Ok(present(work, id).await?.id);
    }
    let at = work.at();
    let today = register::office_day(work, at).await?;
    let known = register::suggest(work.reads(), &draft.person.nik, today).await?;
    if let Some(known) = known.as_ref().and_then(|found| found.known.as_ref()) {
        return Ok(known.id);
    }
    let mut person = PersonDraft { id: None, ..draft.person.clone() };
    if let Some(found) = known {
        // What the NIK itself tells need not be typed at a gate.
        person.birth_on = person.birth_on.or(found.birth_on);
        person.sex = person.sex.or(Some(found.facts.sex));
    }
    if filled(&person.nik).is_none() && filled(&person.nik_note).is_none() {
        person.nik_note = NIK_NOTE.to_owned();
    }
    Ok(register::save(work, &person).await?.0)
}

/// Blocks a ticket, or (without a reason) allows it again. Refuses `visit.unknown`.
pub async fn block(work: &mut Work, order: TicketBlock) -> Result<()> {
    let mut visit: Visit = work.get(order.visit).await?.ok_or(VisitRefusal::Unknown)?;
    visit.blocked_reason = filled(&order.reason);
    visit.blocked_at = visit.blocked_reason.is_some().then(|| work.at());
    work.put(&visit).await?;
    work.about(visit.id).await
}

/// A page of visitors by name.
pub async fn list(connection: &mut SqliteConnection, query: &VisitQuery) -> Result<VisitPage> {
    let name = query.text.trim().to_lowercase();
    let code = ticket::read(&query.text).unwrap_or_default();
    store::visit_page(connection, query, &name, &code).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        jobfair::{
            fair::{self, FairDraft, SessionLine},
            testing::{a_fair, a_fair_open},
        },
        people::testing::refused,
        store::testing::{an_office, begin},
    };

    fn draft(fair_id: Id<Fair>, name: &str, nik: &str) -> TicketDraft {
        let person = PersonDraft { full_name: name.into(), nik: nik.into(), ..PersonDraft::default() };
        let (wishes, source) = ("las, jahit".into(), VisitSource::WalkIn);
        TicketDraft { fair_id, person_id: None, person, session_id: None, wishes, source }
    }

    #[tokio::test]
    async fn a_walk_in_gets_a_ticket_once_and_the_ticket_does_not_tell_the_nik() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "ticket_give").await;
        let fair = a_fair_open(&mut work).await;
        let nik = "3216065205990001";
        let given = give(&mut work, draft(fair, "Siti Contoh", nik)).await.expect("given");
        let again = give(&mut work, draft(fair, "SITI CONTOH", nik)).await.expect("given");
        assert_eq!((again.visit, &again.ticket, again.again), (given.visit, &given.ticket, true));
        assert!(ticket::read(&given.ticket).is_ok() && !given.ticket.contains("3216065205"));
        let visit = work.get(given.visit).await.expect("read").expect("there");
        let person = work.get(visit.person_id).await.expect("read").expect("there");
        assert_eq!((person.sex, person.birth_on), (Some(Sex::Female), "1999-05-12".parse().ok()));
        let query = VisitQuery { fair_id: fair, text: "siti".into(), came: false, offset: 0, count: 10 };
        let page = list(work.reads(), &query).await.expect("page");
        assert_eq!((page.total, page.rows[0].nik_masked.as_deref()), (1, Some("3216••••••••0001")));
        let by_ticket = VisitQuery { text: ticket::shown(&given.ticket), ..query };
        assert_eq!(list(work.reads(), &by_ticket).await.expect("page").total, 1);
    }

    #[tokio::test]
    async fn a_session_gives_no_more_tickets_than_its_quota() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "ticket_give").await;
        let session = SessionLine {
            id: None,
            day_on: "2026-11-24".parse().expect("a day"),
            from_time: "08:00:00".parse().expect("a time"),
            to_time: "10:00:00".parse().expect("a time"),
            quota: Some(1),
        };
        let fair = fair::save(&mut work, FairDraft { sessions: vec![session], ..a_fair() }).await.expect("a fair");
        let session_id = Some(fair_store::sessions(work.reads(), fair).await.expect("sessions")[0].id);
        let asks = |name: &str| TicketDraft { session_id, ..draft(fair, name, "") };
        give(&mut work, asks("Satu Contoh")).await.expect("given");
        assert_eq!(refused(give(&mut work, asks("Dua Contoh")).await), "visit.session_full");
    }
}
