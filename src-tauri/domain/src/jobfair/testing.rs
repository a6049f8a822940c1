//! A fair on 24 and 25 November 2026 with companies, for the tests; all of it made up.

use super::{
    company::{self, Company, CompanyDraft},
    fair::{self, Fair, FairDraft, FairKind, Organiser},
    participation::{self, Invitation, Participation, ParticipationMove, ParticipationState},
    vacancy::{self, Vacancy, VacancyDraft},
};
use crate::{base::id::Id, store::Work};

/// A fair of the office.
pub fn a_fair() -> FairDraft {
    FairDraft {
        id: None,
        name: "Bursa Kerja Contoh".into(),
        kind: FairKind::OnSite,
        organiser: Organiser::Regency,
        organiser_name: String::new(),
        approval: String::new(),
        starts_on: "2026-11-24".parse().expect("a day"),
        ends_on: "2026-11-25".parse().expect("a day"),
        place: "Aula contoh".into(),
        capacity: None,
        per_half_hour: None,
        companies_planned: None,
        hires_planned: None,
        report_days: 30,
        note: String::new(),
        sessions: Vec::new(),
    }
}

/// The same, stored.
pub async fn a_fair_open(work: &mut Work) -> Id<Fair> {
    fair::save(work, a_fair()).await.expect("a fair")
}

/// A company.
pub async fn a_company(work: &mut Work, name: &str) -> Id<Company> {
    let draft = CompanyDraft { name: name.into(), ..CompanyDraft::default() };
    company::save(work, draft).await.expect("a company")
}

/// A vacancy for one.
pub async fn a_vacancy(work: &mut Work, company: Id<Company>, title: &str) -> Id<Vacancy> {
    let draft = VacancyDraft { title: title.into(), ..VacancyDraft::blank(company) };
    vacancy::save(work, draft).await.expect("a vacancy")
}

/// A company that was admitted with one vacancy.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    /// At which fair.
    pub fair: Id<Fair>,
    /// Its part in it.
    pub participation: Id<Participation>,
    /// What it offers.
    pub vacancy: Id<Vacancy>,
}

/// A new fair with one company.
pub async fn a_stand(work: &mut Work, company: &str, vacancy: &str) -> Stand {
    let fair = a_fair_open(work).await;
    another_stand(work, fair, company, vacancy).await
}

/// One more company at a fair.
pub async fn another_stand(work: &mut Work, fair: Id<Fair>, company: &str, vacancy: &str) -> Stand {
    let company = a_company(work, company).await;
    let vacancy = a_vacancy(work, company, vacancy).await;
    let asked = Invitation { fair_id: fair, companies: vec![company], applied: true };
    participation::invite(work, asked).await.expect("asked");
    let rows = participation::list(work.reads(), fair).await.expect("list");
    let row = rows.iter().find(|row| row.participation.company_id == company).expect("there");
    let id = row.participation.id;
    let order = ParticipationMove { id, to: ParticipationState::Admitted, reason: String::new() };
    participation::step(work, order).await.expect("admitted");
    Stand { fair, participation: id, vacancy }
}
