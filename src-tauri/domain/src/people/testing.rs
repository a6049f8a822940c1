//! People for the tests of the whole crate; all of them invented.

use super::{draft::PersonDraft, person::Person, register};
use crate::{
    base::{id::Id, sex::Sex},
    store::{Store, testing::begin},
};

/// Siti Rahmawati, born 12 May 1999, of Tambun Selatan, changed as the test wishes.
pub fn a_draft(change: impl FnOnce(&mut PersonDraft)) -> PersonDraft {
    let mut draft = PersonDraft {
        full_name: "Siti Rahmawati".into(),
        nik: "3216065205990001".into(),
        birth_place: "Bekasi".into(),
        birth_on: "1999-05-12".parse().ok(),
        sex: Some(Sex::Female),
        address: "Jl. Melati 5".into(),
        rt: "001".into(),
        rw: "002".into(),
        district_code: "32.16.06".into(),
        ..PersonDraft::default()
    };
    change(&mut draft);
    draft
}

/// The same person, registered.
pub async fn a_person(store: &Store, change: impl FnOnce(&mut PersonDraft)) -> Id<Person> {
    let mut work = begin(store, "person_register").await;
    let (id, _) = register::save(&mut work, &a_draft(change)).await.expect("registered");
    work.commit().await.expect("committed");
    id
}

/// The code of a refusal, `area.code`.
pub fn refused<T>(result: crate::store::Result<T>) -> String {
    match result {
        Err(crate::store::Error::Refused(refusal)) => refusal.to_string(),
        Err(fault) => panic!("a fault: {fault}"),
        Ok(_) => "accepted".to_owned(),
    }
}

/// One more row of the same person, as two offices would have it.
pub async fn a_twin(store: &Store) -> Id<Person> {
    let meant = |draft: &mut PersonDraft| {
        draft.same_nik_meant = true;
        draft.nik_note = "data uji".into();
    };
    a_person(store, meant).await
}
