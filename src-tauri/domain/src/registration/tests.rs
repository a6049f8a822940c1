//! Registration as a whole, against a real file: intakes, applications, steps, lists, bulk changes.

use super::{
    application::{ApplicationDraft, ApplicationSource, apply, findings},
    bulk::{self, BulkChange, BulkOrder},
    eligibility::{Rule, RuleOutcome},
    import::plan::RowFate,
    intake::{self, IntakeDraft},
    intake_list::{self, IntakeWindow},
    list::{self, ApplicationOrder, ApplicationQuery},
    receipt,
    state::ApplicationState,
    step::{StepDraft, move_on},
    story,
    testing::*,
};
use crate::{
    base::{id::Id, word::Word},
    people::{
        document::{self, DocumentDraft, DocumentKind},
        education::Education,
        particulars::Employment,
        person::Person,
        testing::{a_person, refused},
    },
    store::{Store, testing::*},
};

fn today() -> chrono::NaiveDate {
    day("2026-11-24")
}

fn to(state: ApplicationState) -> StepDraft {
    StepDraft { to: state, reason: None, on: None }
}

async fn numbered(store: &Store, text: &str) -> Vec<String> {
    let query = ApplicationQuery { text: text.into(), ..ApplicationQuery::default() };
    let page = list::list(&mut store.read().await.expect("reader"), &query).await.expect("list");
    assert_eq!(page.total, i64::try_from(page.rows.len()).expect("few"));
    page.rows.into_iter().map(|row| row.number).collect()
}

#[tokio::test]
async fn an_intake_with_impossible_numbers_is_refused_for_each_of_them() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "intake_save").await;
    let programme = a_programme(&mut work, "Barista").await;
    let good = intake::blank(work.reads(), programme, today()).await.expect("blank");
    assert_eq!((good.seats, good.reserves, good.cooldown_months), (16, 2, Some(12)));
    type Mistake = (&'static str, fn(&mut IntakeDraft));
    let wrong: [Mistake; 7] = [
        ("dates_order", |draft| draft.closes_on = day("2026-11-23")),
        ("starts_early", |draft| draft.starts_on = Some(day("2025-12-01"))),
        ("seats", |draft| draft.seats = 0),
        ("reserves", |draft| draft.reserves = 17),
        ("age", |draft| draft.age_min = Some(3)),
        ("ages_order", |draft| (draft.age_min, draft.age_max) = (Some(40), Some(17))),
        ("region_unknown", |draft| draft.domicile_code = Some("99.99".into())),
    ];
    for (code, change) in wrong {
        let mut draft = good.clone();
        change(&mut draft);
        assert_eq!(refused(intake::save(&mut work, draft).await), format!("intake.{code}"));
    }
    intake::save(&mut work, good.clone()).await.expect("saved");
    intake::save(&mut work, good).await.expect("saved");
    let rows = intake_list::list(work.reads(), today(), false).await.expect("list");
    let mut names: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Angkatan 1/2026", "Angkatan 2/2026"]);
}

#[tokio::test]
async fn a_person_who_is_too_old_is_registered_only_with_a_note_and_never_twice() {
    let (_folder, store) = an_office().await;
    let person = a_person(&store, born("1985-11-30")).await;
    let mut work = begin(&store, "application_make").await;
    let intake = an_intake(&mut work, "Pengelasan SMAW 3F", |draft| {
        (draft.age_min, draft.age_max, draft.starts_on) = (Some(17), Some(40), Some(day("2026-12-01")));
    })
    .await;
    let found = findings(work.reads(), person, intake, today()).await.expect("findings");
    let age = found.iter().find(|finding| finding.code == "age_over").expect("the age rule");
    assert_eq!(age.outcome, RuleOutcome::Failed);
    assert_eq!(
        (age.params["age"].as_str(), age.params["day_on"].as_str(), age.params["most"].as_str()),
        ("41", "2026-12-01", "40")
    );
    assert_eq!(refused(apply(&mut work, a_draft(person, intake)).await), "application.rule_note_missing");
    let noted = ApplicationDraft { rule_note: Some("Izin kepala".into()), ..a_draft(person, intake) };
    apply(&mut work, noted.clone()).await.expect("registered");
    assert_eq!(refused(apply(&mut work, noted).await), "application.twice");
}

#[tokio::test]
async fn a_closed_window_lets_in_only_with_a_reason() {
    let (_folder, store) = an_office().await;
    let person = a_person(&store, |_| ()).await;
    let mut work = begin(&store, "application_make").await;
    let intake = an_intake(&mut work, "Barista", |draft| {
        (draft.opens_on, draft.closes_on) = (day("2026-10-01"), day("2026-11-23"));
    })
    .await;
    assert_eq!(refused(apply(&mut work, a_draft(person, intake)).await), "application.rule_note_missing");
    // The form was handed in while the window was open.
    let paper = ApplicationDraft { applied_on: Some(day("2026-11-23")), ..a_draft(person, intake) };
    apply(&mut work, paper).await.expect("registered");
    let rows = intake_list::list(work.reads(), today(), false).await.expect("list");
    assert_eq!((rows[0].window, rows[0].applicants, rows[0].seats_left), (IntakeWindow::Closed, 1, 16));
}

#[tokio::test]
async fn an_application_goes_its_way_and_every_step_is_kept() {
    let (_folder, store) = an_office().await;
    let person = a_person(&store, |_| ()).await;
    let mut work = begin(&store, "application_make").await;
    let intake = an_intake(&mut work, "Barista", |draft| draft.documents = vec![DocumentKind::IdentityCard]).await;
    let id = apply(&mut work, a_draft(person, intake)).await.expect("registered");
    assert_eq!(refused(move_on(&mut work, id, &to(ApplicationState::Selected)).await), "application.step_unknown");
    assert_eq!(
        refused(move_on(&mut work, id, &to(ApplicationState::PapersPassed)).await),
        "application.papers_missing"
    );
    move_on(&mut work, id, &to(ApplicationState::PapersMissing)).await.expect("lacking");
    move_on(&mut work, id, &to(ApplicationState::Registered)).await.expect("back");
    let paper = DocumentDraft {
        id: None,
        person_id: person,
        kind: DocumentKind::IdentityCard,
        number: String::new(),
        note: String::new(),
        original_seen: true,
    };
    assert!(receipt::sheet(work.reads(), id).await.expect("receipt").papers.iter().all(|paper| !paper.received));
    document::save(&mut work, paper).await.expect("paper");
    move_on(&mut work, id, &to(ApplicationState::PapersPassed)).await.expect("passed");
    assert_eq!(refused(move_on(&mut work, id, &to(ApplicationState::Withdrawn)).await), "application.reason_missing");
    let sheet = receipt::sheet(work.reads(), id).await.expect("receipt");
    assert_eq!((sheet.number.as_str(), sheet.programme.as_str()), ("P-3216-2026-00001", "Barista"));
    assert!(sheet.papers[0].received);
    let story = story::of_person(work.reads(), person).await.expect("story");
    let steps: Vec<_> = story[0].steps.iter().map(|step| step.to_state).collect();
    assert_eq!(steps, [ApplicationState::PapersPassed, ApplicationState::Registered, ApplicationState::PapersMissing]);
    let row = &intake_list::list(work.reads(), today(), false).await.expect("list")[0];
    assert_eq!((row.verified, row.seats_left), (1, 15));
}

#[tokio::test]
async fn a_wish_without_an_intake_is_numbered_and_can_be_taken_up_later() {
    let (_folder, store) = an_office().await;
    let person = a_person(&store, |_| ()).await;
    let mut work = begin(&store, "application_make").await;
    let nothing = ApplicationDraft { intake_id: None, ..a_draft(person, Id::new(noon())) };
    assert_eq!(refused(apply(&mut work, nothing.clone()).await), "application.nothing_wished");
    let wish = ApplicationDraft { wish: Some("Las bawah air".into()), ..nothing };
    let id = apply(&mut work, wish).await.expect("registered");
    assert_eq!(refused(move_on(&mut work, id, &to(ApplicationState::PapersPassed)).await), "application.no_intake");
    let intake = an_intake(&mut work, "Las Bawah Air", |_| ()).await;
    let order = BulkOrder { ids: vec![id.cast()], change: BulkChange::Intake { intake_id: intake, rule_note: None } };
    let lines = bulk::preview(work.reads(), &order, today()).await.expect("lines");
    assert_eq!(lines[0].before.as_deref(), Some("Las bawah air"));
    assert_eq!(lines[0].after.as_deref(), Some("Angkatan 1/2026"));
    assert_eq!(bulk::apply(&mut work, &order).await.expect("done").changed, 1);
    assert_eq!(intake_list::detail(work.reads(), intake, today()).await.expect("detail").row.applicants, 1);
}

#[tokio::test]
async fn a_bulk_change_shows_what_it_will_do_and_one_undo_takes_it_back() {
    let (_folder, store) = an_office().await;
    let people = [a_person(&store, named("Ani")).await, a_person(&store, named("Budi")).await];
    let mut work = begin(&store, "application_make").await;
    let intake = an_intake(&mut work, "Barista", |_| ()).await;
    let mut ids = Vec::new();
    for person in people {
        ids.push(apply(&mut work, a_draft(person, intake)).await.expect("registered"));
    }
    move_on(&mut work, ids[1], &StepDraft { reason: Some("sakit".into()), ..to(ApplicationState::Withdrawn) })
        .await
        .expect("out");
    work.commit().await.expect("committed");
    let order = BulkOrder {
        ids: ids.iter().map(|id| id.cast()).collect(),
        change: BulkChange::State { step: to(ApplicationState::PapersMissing) },
    };
    let mut work = begin(&store, "application_bulk").await;
    let lines = bulk::preview(work.reads(), &order, today()).await.expect("lines");
    assert_eq!((lines[0].before.as_deref(), lines[0].after.as_deref()), (Some("TERDAFTAR"), Some("BERKAS_KURANG")));
    assert_eq!(lines[1].refusal.as_ref().map(|refusal| refusal.code.as_str()), Some("step_unknown"));
    let done = bulk::apply(&mut work, &order).await.expect("done");
    assert_eq!((done.changed, done.refused), (1, 1));
    let act = work.commit().await.expect("committed").act;
    store.undo(act, an_act("undo")).await.expect("undone");
    let detail = intake_list::detail(&mut store.read().await.expect("reader"), intake, today()).await.expect("detail");
    let counts: Vec<_> = detail.counts.iter().map(|count| (count.state, count.count)).collect();
    assert_eq!(counts, [(ApplicationState::Registered, 1), (ApplicationState::Withdrawn, 1)]);
}

#[tokio::test]
async fn a_bulk_change_of_people_reaches_them_also_through_their_applications() {
    let (_folder, store) = an_office().await;
    let person = a_person(&store, |draft| draft.note = "Lama".into()).await;
    let mut work = begin(&store, "application_make").await;
    let intake = an_intake(&mut work, "Barista", |_| ()).await;
    let id = apply(&mut work, a_draft(person, intake)).await.expect("registered");
    for change in [
        BulkChange::Note { note: "Baru".into() },
        BulkChange::Employment { employment: Employment::Dismissed },
        BulkChange::Education { education: Education::D3 },
    ] {
        bulk::apply(&mut work, &BulkOrder { ids: vec![id.cast()], change }).await.expect("done");
    }
    let row: Person = work.get(person).await.expect("get").expect("there");
    assert_eq!(row.note.as_deref(), Some("Lama\nBaru"));
    assert_eq!((row.employment, row.education), (Some(Employment::Dismissed), Some(Education::D3)));
}

#[tokio::test]
async fn the_list_is_filtered_ordered_and_cut_in_the_file() {
    let (_folder, store) = an_office().await;
    let mut people = Vec::new();
    for name in ["Citra Dewi", "Agus Salim", "Muhammad Ilham"] {
        people.push(a_person(&store, named(name)).await);
    }
    let mut work = begin(&store, "application_make").await;
    let open = an_intake(&mut work, "Barista", |draft| draft.documents = vec![DocumentKind::IdentityCard]).await;
    let other = an_intake(&mut work, "Tata Boga", |_| ()).await;
    apply(&mut work, a_draft(people[0], open)).await.expect("registered");
    apply(&mut work, a_draft(people[1], open)).await.expect("registered");
    let last = apply(&mut work, a_draft(people[2], other)).await.expect("registered");
    move_on(&mut work, last, &to(ApplicationState::PapersPassed)).await.expect("passed");
    work.commit().await.expect("committed");
    let mut reader = store.read().await.expect("reader");
    let query = ApplicationQuery {
        intake_id: Some(open),
        order: ApplicationOrder::Name,
        descending: false,
        limit: 1,
        ..ApplicationQuery::default()
    };
    let page = list::list(&mut reader, &query).await.expect("list");
    assert_eq!((page.total, page.rows.len(), page.rows[0].full_name.as_str()), (2, 1, "Agus Salim"));
    assert_eq!((page.rows[0].missing, page.rows[0].programme.as_deref()), (1, Some("Barista")));
    assert!(page.rows[0].nik_masked.as_deref().is_some_and(|nik| nik.contains("••••••••")));
    let query = ApplicationQuery { states: vec![ApplicationState::PapersPassed], ..ApplicationQuery::default() };
    assert_eq!(list::ids(&mut reader, &query).await.expect("ids"), [last]);
    let query = ApplicationQuery { lacking: true, ..ApplicationQuery::default() };
    assert_eq!(list::list(&mut reader, &query).await.expect("list").total, 2);
    drop(reader);
    assert_eq!(numbered(&store, "Moch. ilham").await, ["P-3216-2026-00003"]);
    assert_eq!(numbered(&store, "P-3216-2026-00002").await, ["P-3216-2026-00002"]);
    assert!(numbered(&store, "Zulkifli").await.is_empty());
}

#[test]
fn every_code_that_a_person_may_meet_has_words_in_both_languages() {
    for text in [include_str!("../../../../assets/i18n/id.json"), include_str!("../../../../assets/i18n/en.json")] {
        let words: serde_json::Value = serde_json::from_str(text).expect("words");
        let mut codes: Vec<(&str, &str)> =
            crate::registration::import::plan::reason_codes().into_iter().map(|code| ("import_reason", code)).collect();
        codes.extend(ApplicationState::ALL.iter().map(|word| ("application_state", word.code())));
        codes.extend(ApplicationSource::ALL.iter().map(|word| ("application_source", word.code())));
        codes.extend(IntakeWindow::ALL.iter().map(|word| ("intake_window", word.code())));
        codes.extend(intake::Funding::ALL.iter().map(|word| ("funding", word.code())));
        codes.extend(RowFate::ALL.iter().map(|word| ("row_fate", word.code())));
        for (area, code) in codes {
            assert!(words[area][code].is_string(), "{area}.{code}");
        }
        for rule in Rule::ALL {
            assert!(words["eligibility"]["rule"][rule.code()].is_string(), "{rule}");
        }
    }
}
