//! A company at a fair (*peserta*): invited or applying, admitted only with a vacancy, there or not; and its booth.

use super::{
    company::Company,
    duty,
    fair::{Fair, FairRefusal},
    fair_store as store,
    floor::Booth,
    vacancy::Vacancy,
};
use crate::{
    base::{id::Id, text::filled},
    people::register::office_day,
    store::{Result, SqliteConnection, Work},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// How far a company's part in a fair has come.
    pub enum ParticipationState {
        /// The office asked it to come.
        Invited = "DIUNDANG",
        /// It wishes to come.
        Applied = "MENDAFTAR",
        /// It may come.
        Admitted = "DITERIMA",
        /// It may not.
        Refused = "DITOLAK",
        /// It does not come after all.
        Cancelled = "BATAL",
        /// It was there.
        Attended = "HADIR",
        /// It was admitted and was not there.
        Absent = "TIDAK_HADIR",
    }
}

use ParticipationState as S;

impl ParticipationState {
    /// Where it may go from here.
    pub fn next(self) -> &'static [S] {
        match self {
            S::Invited => &[S::Applied, S::Cancelled],
            S::Applied => &[S::Admitted, S::Refused, S::Cancelled],
            S::Refused => &[S::Applied],
            S::Cancelled => &[S::Applied],
            S::Admitted => &[S::Attended, S::Absent, S::Cancelled],
            S::Attended => &[S::Absent],
            S::Absent => &[S::Attended],
        }
    }

    /// Whether it takes a booth.
    pub fn stands(self) -> bool {
        matches!(self, S::Admitted | S::Attended)
    }
}

table! {
    /// A company at a fair.
    pub struct Participation = 67 "participation" {
        /// Which fair.
        1 A fair_id: Id<Fair>,
        /// Which company.
        2 A company_id: Id<Company>,
        /// How far it has come.
        3 B state: ParticipationState,
        /// Asked on.
        4 A invited_on: Option<NaiveDate>,
        /// Applied on.
        5 A applied_on: Option<NaiveDate>,
        /// Decided on.
        6 A decided_on: Option<NaiveDate>,
        /// Why refused or cancelled.
        7 A reason: Option<String>,
        /// Its booth; several companies may share one.
        8 A booth_id: Option<Id<Booth>>,
    }
}

table! {
    /// A vacancy that a company offers at a fair.
    pub struct Offer = 68 "offer" {
        /// Whose, and where.
        1 A participation_id: Id<Participation>,
        /// Which.
        2 A vacancy_id: Id<Vacancy>,
    }
}

/// A company at a fair in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ParticipationRow {
    /// Its part.
    pub participation: Participation,
    /// Its name.
    pub company: String,
    /// Its branch.
    pub kbli_code: Option<String>,
    /// Its booth.
    pub booth: Option<String>,
    /// Posts offered.
    pub posts: i64,
    /// People looked for.
    pub openings: i64,
    /// Vacancies that it has and does not offer here yet.
    pub unoffered: i64,
    /// People who applied here.
    pub applied: i64,
    /// People hired here.
    pub hired: i64,
    /// Where it may go from here.
    pub next: Vec<ParticipationState>,
}

/// Companies to ask, or that apply.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Invitation {
    /// To which fair.
    pub fair_id: Id<Fair>,
    /// Which companies.
    pub companies: Vec<Id<Company>>,
    /// They applied by themselves.
    pub applied: bool,
}

/// A step of a company at a fair.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ParticipationMove {
    /// Whose.
    pub id: Id<Participation>,
    /// Where to.
    pub to: ParticipationState,
    /// Why, where it is refused or cancelled.
    pub reason: String,
}

/// What a company offers at a fair.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OfferSheet {
    /// Whose.
    pub id: Id<Participation>,
    /// Its vacancies here.
    pub vacancies: Vec<Id<Vacancy>>,
}

/// Where companies stand.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct BoothSheet {
    /// Company and booth; `None`: no booth.
    pub places: Vec<(Id<Participation>, Option<Id<Booth>>)>,
}

refusals! {
    "participation" =>
    /// What keeps a company from taking part.
    ParticipationRefusal {
        /// It offers no vacancy.
        NoVacancy { company } => "no_vacancy",
        /// That step is not possible from here.
        NotPossible => "not_possible",
        /// The reason must be told.
        ReasonMissing => "reason_missing",
        /// That vacancy is another company's or was taken out.
        VacancyUnknown => "vacancy_unknown",
        /// That booth is another fair's.
        BoothUnknown => "booth_unknown",
        /// A company that is not admitted takes no booth.
        NotAdmitted { company } => "not_admitted",
        /// People applied for this vacancy here.
        VacancyWanted { title } => "vacancy_wanted",
        /// No such company at a fair.
        Unknown => "unknown",
    }
}

/// Asks companies, or notes that they apply; who takes part already stays as it is. All open vacancies are offered.
/// Answers how many are new. Refuses `fair.unknown`.
pub async fn invite(work: &mut Work, invitation: Invitation) -> Result<i64> {
    work.get(invitation.fair_id).await?.ok_or(FairRefusal::Unknown)?;
    let at = work.at();
    let today = office_day(work, at).await?;
    let known = store::participations(work.reads(), invitation.fair_id).await?;
    let mut here: Vec<Id<Company>> = known.into_iter().map(|one| one.company_id).collect();
    let mut new = 0;
    for company_id in invitation.companies {
        if here.contains(&company_id) || work.get(company_id).await?.is_none() {
            continue;
        }
        here.push(company_id);
        let id = work.id();
        let participation = Participation {
            id,
            fair_id: invitation.fair_id,
            company_id,
            state: if invitation.applied { S::Applied } else { S::Invited },
            invited_on: (!invitation.applied).then_some(today),
            applied_on: invitation.applied.then_some(today),
            decided_on: None,
            reason: None,
            booth_id: None,
        };
        work.put_new(&participation).await?;
        for vacancy_id in store::open_vacancies(work.reads(), company_id).await? {
            let offer = Offer { id: work.id(), participation_id: id, vacancy_id };
            work.put_new(&offer).await?;
        }
        new += 1;
    }
    work.about(invitation.fair_id).await?;
    Ok(new)
}

/// Whether a step may be taken. Pure. `posts`: what the company offers.
pub fn may_move(from: S, to: S, posts: usize, company: &str) -> std::result::Result<(), ParticipationRefusal> {
    if !from.next().contains(&to) {
        return Err(ParticipationRefusal::NotPossible);
    }
    if to == S::Admitted && posts == 0 {
        return Err(ParticipationRefusal::NoVacancy { company: company.to_owned() });
    }
    Ok(())
}

/// Takes a company a step further. Refuses the words of `participation`.
pub async fn step(work: &mut Work, order: ParticipationMove) -> Result<()> {
    let mut row: Participation = work.get(order.id).await?.ok_or(ParticipationRefusal::Unknown)?;
    let company = work.get(row.company_id).await?.map(|company: Company| company.name).unwrap_or_default();
    let offers = store::offers_of(work.reads(), order.id).await?;
    may_move(row.state, order.to, offers.len(), &company)?;
    let reason = filled(&order.reason);
    if matches!(order.to, S::Refused) && reason.is_none() {
        return Err(ParticipationRefusal::ReasonMissing.into());
    }
    let at = work.at();
    let today = office_day(work, at).await?;
    match order.to {
        S::Applied => row.applied_on = Some(today),
        S::Admitted | S::Refused | S::Cancelled => row.decided_on = Some(today),
        S::Invited | S::Attended | S::Absent => {}
    }
    row.state = order.to;
    row.reason = reason;
    if !order.to.stands() {
        row.booth_id = None;
    }
    work.put(&row).await?;
    duty::follow(work, &row).await?;
    work.about(row.fair_id).await
}

/// What a company offers at a fair becomes these vacancies. Refuses `participation.vacancy_unknown`,
/// `.vacancy_wanted`, `.no_vacancy`, `.unknown`.
pub async fn offer(work: &mut Work, sheet: OfferSheet) -> Result<()> {
    let row: Participation = work.get(sheet.id).await?.ok_or(ParticipationRefusal::Unknown)?;
    let stored = store::offers_of(work.reads(), sheet.id).await?;
    if row.state.stands() && sheet.vacancies.is_empty() {
        let company = work.get(row.company_id).await?.map(|company: Company| company.name).unwrap_or_default();
        return Err(ParticipationRefusal::NoVacancy { company }.into());
    }
    for vacancy_id in &sheet.vacancies {
        if stored.iter().any(|offer| offer.vacancy_id == *vacancy_id) {
            continue;
        }
        let vacancy: Vacancy = work.get(*vacancy_id).await?.ok_or(ParticipationRefusal::VacancyUnknown)?;
        if vacancy.company_id != row.company_id || vacancy.retired_at.is_some() {
            return Err(ParticipationRefusal::VacancyUnknown.into());
        }
        let offer = Offer { id: work.id(), participation_id: sheet.id, vacancy_id: *vacancy_id };
        work.put_new(&offer).await?;
    }
    for gone in stored.iter().filter(|offer| !sheet.vacancies.contains(&offer.vacancy_id)) {
        if store::wanted_at(work.reads(), row.fair_id, gone.vacancy_id).await? {
            let title = work.get(gone.vacancy_id).await?.map(|vacancy: Vacancy| vacancy.title).unwrap_or_default();
            return Err(ParticipationRefusal::VacancyWanted { title }.into());
        }
        work.remove(gone).await?;
    }
    work.about(row.fair_id).await
}

/// Gives companies their booths. Refuses `participation.not_admitted`, `.booth_unknown`, `.unknown`.
pub async fn place(work: &mut Work, sheet: BoothSheet) -> Result<()> {
    for (id, booth_id) in sheet.places {
        let mut row: Participation = work.get(id).await?.ok_or(ParticipationRefusal::Unknown)?;
        if let Some(booth) = booth_id {
            if !row.state.stands() {
                let company = work.get(row.company_id).await?.map(|one: Company| one.name).unwrap_or_default();
                return Err(ParticipationRefusal::NotAdmitted { company }.into());
            }
            let booths = store::booths(work.reads(), row.fair_id).await?;
            if !booths.iter().any(|one| one.id == booth) {
                return Err(ParticipationRefusal::BoothUnknown.into());
            }
        }
        row.booth_id = booth_id;
        work.put(&row).await?;
        work.about(row.fair_id).await?;
    }
    Ok(())
}

/// The companies of a fair, those that stand there first.
pub async fn list(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<ParticipationRow>> {
    store::participation_rows(connection, fair).await
}

/// The vacancies that a company offers at a fair.
pub async fn offered(connection: &mut SqliteConnection, id: Id<Participation>) -> Result<Vec<Id<Vacancy>>> {
    Ok(store::offers_of(connection, id).await?.into_iter().map(|offer| offer.vacancy_id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        jobfair::testing::{a_company, a_fair_open, a_vacancy},
        people::testing::refused,
        store::testing::{an_office, begin},
    };

    #[tokio::test]
    async fn a_company_without_a_vacancy_is_not_admitted() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "participation_move").await;
        let fair_id = a_fair_open(&mut work).await;
        let company = a_company(&mut work, "PT Tanpa Lowongan").await;
        let asked = Invitation { fair_id, companies: vec![company, company], applied: false };
        assert_eq!(invite(&mut work, asked.clone()).await.expect("asked"), 1, "once, however often it is named");
        assert_eq!(invite(&mut work, asked).await.expect("asked"), 0);
        let id = list(work.reads(), fair_id).await.expect("list")[0].participation.id;
        let to = |to| ParticipationMove { id, to, reason: String::new() };
        assert_eq!(refused(step(&mut work, to(S::Admitted)).await), "participation.not_possible");
        step(&mut work, to(S::Applied)).await.expect("applied");
        assert_eq!(refused(step(&mut work, to(S::Admitted)).await), "participation.no_vacancy");
        assert_eq!(refused(step(&mut work, to(S::Refused)).await), "participation.reason_missing");
        let vacancy = a_vacancy(&mut work, company, "Operator").await;
        offer(&mut work, OfferSheet { id, vacancies: vec![vacancy] }).await.expect("offered");
        step(&mut work, to(S::Admitted)).await.expect("admitted");
        let none = OfferSheet { id, vacancies: Vec::new() };
        assert_eq!(refused(offer(&mut work, none).await), "participation.no_vacancy", "nor stays it without one");
        let row = &list(work.reads(), fair_id).await.expect("list")[0];
        assert_eq!((row.posts, row.openings, row.unoffered), (1, 1, 0));
    }

    #[tokio::test]
    async fn the_vacancies_of_a_company_come_with_it_and_another_companys_do_not() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "participation_invite").await;
        let fair_id = a_fair_open(&mut work).await;
        let (one, other) = (a_company(&mut work, "PT Satu").await, a_company(&mut work, "PT Dua").await);
        let own = a_vacancy(&mut work, one, "Operator").await;
        let strange = a_vacancy(&mut work, other, "Kasir").await;
        invite(&mut work, Invitation { fair_id, companies: vec![one], applied: true }).await.expect("asked");
        let id = list(work.reads(), fair_id).await.expect("list")[0].participation.id;
        assert_eq!(offered(work.reads(), id).await.expect("offered"), [own]);
        let sheet = OfferSheet { id, vacancies: vec![own, strange] };
        assert_eq!(refused(offer(&mut work, sheet).await), "participation.vacancy_unknown");
    }
}
