//! Fairs with their sessions, in a real file.

use super::*;
use crate::{
    jobfair::testing::a_fair,
    people::testing::refused,
    store::testing::{an_office, begin},
};

fn line(day: &str, from: &str, to: &str) -> SessionLine {
    let time = |text: &str| text.parse().expect("a time");
    SessionLine {
        id: None,
        day_on: day.parse().expect("a day"),
        from_time: time(from),
        to_time: time(to),
        quota: Some(500),
    }
}

#[tokio::test]
async fn a_fair_of_others_needs_approval_and_its_sessions_lie_within_it() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "fair_save").await;
    for (draft, code) in [
        (FairDraft { organiser: Organiser::School, ..a_fair() }, "fair.approval_missing"),
        (FairDraft { name: " ".into(), ..a_fair() }, "fair.name_missing"),
        (FairDraft { capacity: Some(0), ..a_fair() }, "fair.number_range"),
        (FairDraft { ends_on: "2026-11-01".parse().expect("a day"), ..a_fair() }, "fair.dates_reversed"),
        (FairDraft { sessions: vec![line("2026-11-26", "08:00:00", "10:00:00")], ..a_fair() }, "fair.session_form"),
        (
            FairDraft {
                sessions: vec![line("2026-11-24", "08:00:00", "10:00:00"), line("2026-11-24", "09:59:00", "12:00:00")],
                ..a_fair()
            },
            "fair.session_overlaps",
        ),
    ] {
        assert_eq!(refused(save(&mut work, draft).await), code);
    }
}

#[tokio::test]
async fn sessions_become_those_of_the_form_and_the_stage_follows_the_days() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "fair_save").await;
    let two = vec![line("2026-11-24", "08:00:00", "10:00:00"), line("2026-11-25", "08:00:00", "10:00:00")];
    let id = save(&mut work, FairDraft { sessions: two, ..a_fair() }).await.expect("saved");
    let day = |text: &str| text.parse().expect("a day");
    let before = detail(work.reads(), id, day("2026-11-24")).await.expect("detail");
    let mut kept = SessionLine { id: Some(before.sessions[1].id), ..line("2026-11-25", "09:00:00", "11:00:00") };
    kept.quota = None;
    save(&mut work, FairDraft { id: Some(id), sessions: vec![kept], ..a_fair() }).await.expect("saved");
    let after = detail(work.reads(), id, day("2026-12-25")).await.expect("detail");
    assert_eq!(after.sessions.iter().map(|one| one.id).collect::<Vec<_>>(), [before.sessions[1].id]);
    // Thirty days after 25 November is 25 December, that day included.
    assert_eq!((before.row.stage, after.row.stage), (FairStage::Open, FairStage::Reporting));
    assert_eq!(after.row.fair.stage(day("2026-12-26")), FairStage::Closed);
    assert_eq!(after.row.fair.stage(day("2026-11-23")), FairStage::Planned);
}
