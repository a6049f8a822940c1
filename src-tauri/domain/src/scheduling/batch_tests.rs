//! Batches as offices make them, and as none can be.

use super::{
    batch::{BatchDraft, BatchKind, BatchState, cancel, retire, save},
    batch_view,
};
use crate::{
    catalog::{
        ProgrammeDraft,
        calendar::{pattern::Shift, pattern_sheet::testing::a_plain_pattern},
        programme, seed,
    },
    registration::intake::Funding,
    store::{
        Error, Store, Work,
        testing::{an_office, begin},
    },
};
use chrono::NaiveDate;
use tempfile::TempDir;

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// An office with programmes and a calendar, and a new batch of welders.
async fn welders() -> (TempDir, Store, Work, BatchDraft) {
    let (folder, store) = an_office().await;
    let mut work = begin(&store, "batch_save").await;
    seed::plant(&mut work).await.expect("planted");
    let all = programme::list(work.reads(), false).await.expect("programmes");
    let las = all.iter().find(|one| one.code == "LAS-SMAW-3F").expect("welding").id;
    let draft = batch_view::blank(work.reads(), las, None, on("2026-11-24")).await.expect("a blank one");
    (folder, store, work, draft)
}

fn code(error: Error) -> String {
    match error {
        Error::Refused(refusal) => format!("{}.{}", refusal.area, refusal.code),
        other => other.to_string(),
    }
}

#[tokio::test]
async fn batches_that_nobody_names_are_numbered_by_programme_and_year() {
    let (_folder, _store, mut work, draft) = welders().await;
    let starts = ["2027-01-04", "2027-05-03", "2028-01-03"];
    let mut names = Vec::new();
    for starts_on in starts.map(on) {
        let id = save(&mut work, BatchDraft { starts_on, ..draft.clone() }).await.expect("saved");
        let batch = work.get(id).await.expect("read").expect("there");
        names.push((batch.name, batch.number, batch.state));
    }
    let expected = [("1/2027", 1), ("2/2027", 2), ("1/2028", 1)];
    for ((name, number, state), (end, count)) in names.into_iter().zip(expected) {
        assert_eq!((name, number), (format!("Pengelasan SMAW 3F {end}"), Some(count)));
        assert_eq!(state, BatchState::Draft);
    }
    let taken = BatchDraft { name: "pengelasan smaw 3f 1/2028".into(), ..draft };
    assert_eq!(code(save(&mut work, taken).await.expect_err("refused")), "batch.name_taken");
}

#[tokio::test]
async fn what_no_class_can_be_is_refused_by_name() {
    let (_folder, _store, mut work, draft) = welders().await;
    let empty = ProgrammeDraft { name: "Tanpa unit".into(), ..ProgrammeDraft::default() };
    let empty = programme::save(&mut work, empty).await.expect("a programme");
    let (unknown_pattern, unknown_intake, unknown_programme) = (work.id(), work.id(), work.id());
    let starts_on = on("2027-01-04");
    let base = BatchDraft { starts_on, ..draft };
    // Idul Fitri and the joint leave around it, a weekend.
    let feast = BatchDraft { starts_on: on("2027-03-09"), due_on: Some(on("2027-03-14")), ..base.clone() };
    for (draft, expected) in [
        (BatchDraft { seats: 0, ..base.clone() }, "seats"),
        (BatchDraft { seats: -16, ..base.clone() }, "seats"),
        (BatchDraft { seats: 101, ..base.clone() }, "seats"),
        (BatchDraft { number: Some(0), ..base.clone() }, "number_range"),
        (BatchDraft { due_on: Some(on("2027-01-03")), ..base.clone() }, "due_early"),
        (BatchDraft { jp_day: Some(0), ..base.clone() }, "jp_day"),
        (BatchDraft { ojt_weeks: -1, ..base.clone() }, "ojt_weeks"),
        (BatchDraft { assessment_days: 21, ..base.clone() }, "assessment_days"),
        (BatchDraft { programme_id: empty, ..base.clone() }, "programme_empty"),
        (BatchDraft { programme_id: unknown_programme, ..base.clone() }, "programme_unknown"),
        (BatchDraft { pattern_id: unknown_pattern, ..base.clone() }, "pattern_unknown"),
        (BatchDraft { intake_id: Some(unknown_intake), ..base.clone() }, "intake_unknown"),
        (feast, "no_open_day"),
        (BatchDraft { id: Some(work.id()), ..base.clone() }, "unknown"),
    ] {
        let error = save(&mut work, draft).await.expect_err(expected);
        assert_eq!(code(error), format!("batch.{expected}"));
    }
    save(&mut work, BatchDraft { due_on: Some(starts_on), ..base }).await.expect("one day is a window");
}

#[tokio::test]
async fn a_batch_given_up_keeps_its_name_and_can_be_taken_up_again() {
    let (_folder, _store, mut work, draft) = welders().await;
    let id = save(&mut work, draft.clone()).await.expect("saved");
    cancel(&mut work, id, true).await.expect("given up");
    let changed = BatchDraft { id: Some(id), seats: 12, ..draft };
    save(&mut work, changed).await.expect("saved");
    let batch = work.get(id).await.expect("read").expect("there");
    assert_eq!((batch.state, batch.seats), (BatchState::Cancelled, 12));
    cancel(&mut work, id, false).await.expect("taken up");
    retire(&mut work, id, true).await.expect("retired");
    let batch = work.get(id).await.expect("read").expect("there");
    assert_eq!((batch.state, batch.retired_at), (BatchState::Draft, Some(work.at())));
}

#[tokio::test]
async fn the_next_batch_begins_with_what_the_one_before_had() {
    let (_folder, _store, mut work, draft) = welders().await;
    assert_eq!((draft.seats, draft.starts_on), (16, on("2026-12-07")), "a Monday a week ahead");
    let evening = a_plain_pattern(&mut work, "Khusus", Shift::Evening).await;
    let first = BatchDraft {
        pattern_id: evening,
        kind: BatchKind::Mobile,
        funding: Some(Funding::Regency),
        starts_on: on("2027-01-04"),
        ..draft.clone()
    };
    save(&mut work, first).await.expect("saved");
    let next = batch_view::blank(work.reads(), draft.programme_id, None, on("2027-01-05")).await.expect("blank");
    assert_eq!((next.pattern_id, next.kind, next.funding), (evening, BatchKind::Mobile, Some(Funding::Regency)));
}
