//! Erasure (*pemusnahan data pribadi*, UU 27/2022): what identified the person is destroyed in the rows, in the
//! change log, in the search index and among the pictures; what statistics count stays, nameless.

use super::{
    attachment,
    person::{LegalBasis, NikStatus, Person},
    register::{PersonRefusal, present},
    store,
};
use crate::{
    base::{id::Id, text::filled},
    office::Officer,
    store::{Result, SqliteConnection, Table, Work, search, undo},
};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What stands in the place of the name.
const NAMELESS: &str = "—";

table! {
    /// One erasure; done again in a restored backup so that the person does not come back.
    pub struct Erasure = 15 "erasure" {
        /// Whose.
        1 A person_id: Id<Person>,
        /// Who did it.
        2 A officer_id: Option<Id<Officer>>,
        /// On what ground.
        3 A reason: String,
        /// When.
        4 A erased_at: DateTime<Utc>,
    }
}

/// Erases a person with everything merged into it. Refuses `people.reason_missing`, `people.not_found`.
pub async fn erase(work: &mut Work, id: Id<Person>, reason: &str) -> Result<()> {
    let reason = filled(reason).ok_or(PersonRefusal::ReasonMissing)?;
    present(work, id).await?;
    for row in store::with_aliases(work.reads(), id).await? {
        let person = present(work, row).await?;
        let words = super::name::fold(&person.full_name);
        let at = work.at();
        work.put(&nameless(&person, at)).await?;
        for hash in store::drop_belongings(work, row).await? {
            attachment::destroy(work, &hash).await?;
        }
        super::card::erase::forget(work, row).await?;
        if let Some(hash) = &person.photo_hash {
            attachment::destroy(work, hash).await?;
        }
        undo::scrub_log(work, row).await?;
        search::forget(work.reads(), Person::META, &words).await?;
    }
    let erasure = Erasure { id: work.id(), person_id: id, officer_id: work.actor(), reason, erased_at: work.at() };
    work.put_new(&erasure).await?;
    work.about(id).await
}

/// A row whose person was erased, with the ground; every row of those merged into one has its own.
#[derive(Clone, Debug)]
pub struct Erased {
    /// Whose row.
    pub person: Id<Person>,
    /// Who erased.
    pub officer: Option<Uuid>,
    /// On what ground.
    pub reason: String,
}

/// Whom a file has erased, for doing so again in a restored one.
pub async fn register(connection: &mut SqliteConnection) -> Result<Vec<Erased>> {
    store::erased(connection).await
}

/// What may stay of an erased person: sex, education and region, for the numbers.
fn nameless(person: &Person, at: DateTime<Utc>) -> Person {
    Person {
        id: person.id,
        full_name: NAMELESS.to_owned(),
        title_front: None,
        title_back: None,
        nik: None,
        nik_note: None,
        nik_status: NikStatus::Unseen,
        kk_number: None,
        birth_place: None,
        birth_on: None,
        sex: person.sex,
        religion: None,
        marital: None,
        address: None,
        rt: None,
        rw: None,
        village_code: None,
        village_name: None,
        district_code: None,
        regency_code: person.regency_code.clone(),
        postcode: None,
        phone: None,
        phone_other: None,
        email: None,
        education: person.education,
        major: None,
        school: None,
        graduation_year: None,
        employment: None,
        disability: None,
        accommodation: None,
        guardian_name: None,
        guardian_relation: None,
        guardian_phone: None,
        guardian_consent_on: None,
        legal_basis: LegalBasis::PublicTask,
        notice_version: None,
        notice_at: None,
        siapkerja_id: None,
        photo_hash: None,
        note: None,
        restricted_at: None,
        merged_into: person.merged_into,
        erased_at: Some(at),
        retired_at: person.retired_at,
        created_on: person.created_on,
    }
}
