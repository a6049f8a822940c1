//! Numbers of cards: never given twice, whatever is voided, taken back, or given by another PC.

use super::{Card, VoidReason, end, issue::issue, tests::*};
use crate::{
    base::id::Id,
    office::{desk_notes, number},
    people::testing::{a_person, a_twin, refused},
    store::{Act, Result, open::get, testing::*},
};
use chrono::TimeDelta;
use proptest::prelude::*;
use std::collections::HashSet;

#[tokio::test]
async fn a_voided_number_never_comes_again() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    let card = issued(&store, siti, "2026-11-24").await;
    let mut work = on(&store, "2026-11-24").await;
    let void = |note: &'static str| (VoidReason::Other, note, day("2026-11-24"));
    let (reason, note, today) = void("  ");
    assert_eq!(refused(end::void(&mut work, card, reason, note, today).await), "card.reason_missing");
    let (reason, note, today) = void("kertas rusak");
    end::void(&mut work, card, reason, note, today).await.expect("voided");
    assert_eq!(refused(end::void(&mut work, card, reason, note, today).await), "card.voided");
    assert_eq!(refused(super::sheet::sheet(work.reads(), card).await), "card.voided");
    work.commit().await.expect("commit");
    issued(&store, siti, "2026-11-24").await;
    let numbers: Vec<_> = views(&store, siti, "2026-11-24").await.into_iter().map(|view| view.card.number).collect();
    assert_eq!(numbers, ["3216/00002/XI/2026", "3216/00001/XI/2026"]);
    // Neither when the counter starts again because the office counts by month from now on.
    set(&store, "ak1.number_scope", "month", "2026-11-25").await;
    let budi = a_twin(&store).await;
    let third = issued(&store, budi, "2026-11-25").await;
    let third: Card = get(&mut store.read().await.expect("reader"), third).await.expect("get").expect("there");
    assert_eq!(third.number, "3216/00003/XI/2026");
}

#[tokio::test]
async fn an_issue_taken_back_takes_everything_but_the_number() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    let mut work = on(&store, "2026-11-24").await;
    issue(&mut work, siti, a_draft("2026-11-24")).await.expect("issued");
    let act = work.commit().await.expect("commit").act;
    let undone = store.undo(act, an_act("undo")).await.expect("undone").act;
    assert!(views(&store, siti, "2026-11-24").await.is_empty() && kinds(&store, siti).await.is_empty());
    issued(&store, siti, "2026-11-24").await;
    assert_eq!(views(&store, siti, "2026-11-24").await[0].card.number, "3216/00002/XI/2026");
    // And made again, it bears the number that its paper bears.
    store.undo(undone, an_act("redo")).await.expect("made again");
    let numbers: Vec<_> = views(&store, siti, "2026-11-24").await.into_iter().map(|view| view.card.number).collect();
    assert_eq!(numbers, ["3216/00001/XI/2026", "3216/00002/XI/2026"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn two_devices_with_their_own_blocks_never_give_one_number(turns in proptest::collection::vec((any::<bool>(), any::<bool>()), 1..30)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime");
        runtime.block_on(async {
            let (_folder, store) = an_office().await;
            let mut work = begin(&store, "block_allot").await;
            for (device, first, last) in [("A", 1, 40), ("B", 41, 80)] {
                let (series, scope, device) = ("ak1".into(), "2026".into(), device.into());
                number::allot(&mut work, number::BlockDraft { series, scope, device, first, last }).await.expect("allotted");
            }
            work.commit().await.expect("commit");
            let mut given = HashSet::new();
            for (second_device, takes_back) in turns {
                let device = if second_device { "B" } else { "A" };
                desk_notes::set_device(&mut store.local().await.expect("writer"), device).await.expect("device");
                let siti = a_person(&store, |draft| { draft.same_nik_meant = true; draft.nik_note = "uji".into() }).await;
                let mut work = on(&store, "2026-11-24").await;
                let card = issue(&mut work, siti, a_draft("2026-11-24")).await.expect("issued");
                let card: Card = work.get(card).await.expect("get").expect("there");
                let act = work.commit().await.expect("commit").act;
                assert!(given.insert(card.number.clone()), "{} twice", card.number);
                if takes_back {
                    store.undo(act, Act { at: noon() + TimeDelta::minutes(1), ..an_act("undo") }).await.expect("undone");
                }
            }
        });
    }
}

#[tokio::test]
async fn a_used_up_block_is_refused_and_nothing_is_stored() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "block_allot").await;
    let (series, scope, device) = ("ak1".into(), "2026".into(), "A".into());
    number::allot(&mut work, number::BlockDraft { series, scope, device, first: 7, last: 7 }).await.expect("allotted");
    work.commit().await.expect("commit");
    let siti = a_person(&store, |_| ()).await;
    issued(&store, siti, "2026-11-24").await;
    let budi = a_twin(&store).await;
    let mut work = on(&store, "2026-11-24").await;
    let result: Result<Id<Card>> = issue(&mut work, budi, a_draft("2026-11-24")).await;
    assert_eq!(refused(result), "number.block_empty");
    drop(work);
    assert!(views(&store, budi, "2026-11-24").await.is_empty());
}
