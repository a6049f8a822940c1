//! Programmes, intakes and applications to test with.

use super::{
    application::{ApplicationDraft, ApplicationSource},
    intake::{self, Intake, IntakeDraft},
};
use crate::{
    base::id::Id,
    catalog::{self, Programme, ProgrammeDraft},
    people::{draft::PersonDraft, person::Person},
    store::Work,
};
use chrono::NaiveDate;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn named(name: &str) -> impl FnOnce(&mut PersonDraft) {
    let name = name.to_owned();
    // Each name gets a number of its own.
    let last = name.bytes().fold(7_u64, |sum, byte| (sum * 31 + u64::from(byte)) % 9000) + 1000;
    move |draft| {
        draft.full_name = name;
        draft.nik = format!("{}{last}", &draft.nik[..12]);
        draft.phone = format!("08123456{last}");
    }
}

pub fn born(birth: &str) -> impl FnOnce(&mut PersonDraft) {
    let birth = day(birth);
    move |draft| {
        draft.birth_on = Some(birth);
        draft.nik_note = "Tanggal lahir sesuai akta".into();
    }
}

pub async fn a_programme(work: &mut Work, name: &str) -> Id<Programme> {
    let draft = ProgrammeDraft { name: name.into(), ..ProgrammeDraft::default() };
    catalog::save(work, draft).await.expect("a programme")
}

/// An intake open all November and December 2026.
pub async fn an_intake(work: &mut Work, programme: &str, change: impl FnOnce(&mut IntakeDraft)) -> Id<Intake> {
    let programme = a_programme(work, programme).await;
    let mut draft = intake::blank(work.reads(), programme, day("2026-11-01")).await.expect("blank");
    draft.closes_on = day("2026-12-31");
    change(&mut draft);
    intake::save(work, draft).await.expect("an intake")
}

pub fn a_draft(person: Id<Person>, intake: Id<Intake>) -> ApplicationDraft {
    ApplicationDraft {
        person_id: person,
        intake_id: Some(intake),
        wish: None,
        source: ApplicationSource::Counter,
        applied_on: None,
        rule_note: None,
    }
}
