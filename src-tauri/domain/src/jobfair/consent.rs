//! What a company may see of a visitor (*persetujuan*, UU 27/2022 Ps 20): set and shown to the visitor, kept, and
//! withdrawn when they say so. The NIK is never among it.

use super::{
    hire_store as store,
    job_application::{JobApplication, JobRefusal},
    participation::Participation,
    visit::Visit,
    visitor::VisitRefusal,
};
use crate::{
    base::{id::Id, phone, word::Word},
    people::{
        background::{self, Background, BackgroundKind},
        education::Education,
        person::Person,
    },
    store::{Result, SqliteConnection, Work, open::get},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// One thing that may be shown.
    pub enum ConsentField {
        /// Name.
        Name = "NAMA",
        /// Phone and e-mail.
        Contact = "KONTAK",
        /// Education.
        Education = "PENDIDIKAN",
        /// Skills and courses.
        Skills = "KETERAMPILAN",
        /// Work done before.
        Experience = "PENGALAMAN",
        /// What the person needs at work.
        Accommodation = "AKOMODASI",
    }
}

table! {
    /// What a visitor lets companies see.
    pub struct Consent = 75 "consent" {
        /// Whose.
        1 A visit_id: Id<Visit>,
        /// Which company; `None`: every one that they apply to.
        2 A participation_id: Option<Id<Participation>>,
        /// What, codes parted by commas.
        3 A fields: String,
        /// When it was given.
        4 A given_at: DateTime<Utc>,
        /// When it was withdrawn.
        5 A withdrawn_at: Option<DateTime<Utc>>,
    }
}

/// What a visitor lets companies see, to keep.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ConsentDraft {
    /// Whose.
    pub visit: Id<Visit>,
    /// What; nothing: withdrawn.
    pub fields: Vec<ConsentField>,
}

/// What a company sees of a visitor; what was not allowed is not there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Seen {
    /// Name.
    pub name: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Education.
    pub education: Option<Education>,
    /// Its field.
    pub major: Option<String>,
    /// Skills and courses.
    pub skills: Vec<String>,
    /// Work done before.
    pub experience: Vec<String>,
    /// What the person needs at work.
    pub accommodation: Option<String>,
}

/// Keeps what a visitor lets companies see; what stood before is withdrawn, not overwritten. Refuses `visit.unknown`.
pub async fn give(work: &mut Work, draft: ConsentDraft) -> Result<()> {
    work.get(draft.visit).await?.ok_or(VisitRefusal::Unknown)?;
    let at = work.at();
    for mut old in store::consents(work.reads(), draft.visit).await? {
        old.withdrawn_at = Some(at);
        work.put(&old).await?;
    }
    if !draft.fields.is_empty() {
        let wanted = ConsentField::ALL.iter().filter(|field| draft.fields.contains(field));
        let fields = wanted.map(|field| field.code()).collect::<Vec<_>>().join(",");
        let (id, visit_id) = (work.id(), draft.visit);
        let consent = Consent { id, visit_id, participation_id: None, fields, given_at: at, withdrawn_at: None };
        work.put_new(&consent).await?;
    }
    work.about(draft.visit).await
}

/// What a visitor lets companies see now.
pub async fn of(connection: &mut SqliteConnection, visit: Id<Visit>) -> Result<Vec<ConsentField>> {
    let all = store::consents(connection, visit).await?;
    let codes: Vec<&str> = all.iter().flat_map(|one| one.fields.split(',')).collect();
    Ok(ConsentField::ALL.iter().copied().filter(|field| codes.contains(&field.code())).collect())
}

/// What the company of an application sees of whoever applied. Refuses `job.unknown`.
pub async fn seen(connection: &mut SqliteConnection, application: Id<JobApplication>) -> Result<Seen> {
    let row: JobApplication = get(&mut *connection, application).await?.ok_or(JobRefusal::Unknown)?;
    let visit: Visit = get(&mut *connection, row.visit_id).await?.ok_or(VisitRefusal::Unknown)?;
    let person: Person = get(&mut *connection, visit.person_id).await?.ok_or(VisitRefusal::Unknown)?;
    let fields = of(&mut *connection, visit.id).await?;
    let background = background::background(connection, person.id).await?;
    Ok(candidate(&person, &background, &fields))
}

/// What a company sees of a person. Pure.
pub fn candidate(person: &Person, background: &[Background], fields: &[ConsentField]) -> Seen {
    let may = |field: ConsentField| fields.contains(&field);
    let of = |kinds: &[BackgroundKind]| {
        let rows = background.iter().filter(|row| kinds.contains(&row.kind));
        rows.map(|row| row.title.clone()).collect::<Vec<_>>()
    };
    let mut seen = Seen::default();
    if may(ConsentField::Name) {
        seen.name = Some(person.full_name.clone());
    }
    if may(ConsentField::Contact) {
        seen.phone = person.phone.as_deref().map(phone::shown);
        seen.email = person.email.clone();
    }
    if may(ConsentField::Education) {
        seen.education = person.education;
        seen.major = person.major.clone();
    }
    if may(ConsentField::Skills) {
        seen.skills = of(&[BackgroundKind::Skill, BackgroundKind::Training, BackgroundKind::Language]);
    }
    if may(ConsentField::Experience) {
        seen.experience = of(&[BackgroundKind::Experience]);
    }
    if may(ConsentField::Accommodation) {
        seen.accommodation = person.accommodation.clone();
    }
    seen
}
