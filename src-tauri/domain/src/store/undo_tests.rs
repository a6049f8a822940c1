//! Undo at its borders: as far back as the list reaches, and the guard that shuts behind every unit of work.

use super::{Act, Error, Store, open, testing::*, undo};
use crate::office::view::SavedView;

async fn named(store: &Store, view: &SavedView) -> Option<String> {
    let stored: Option<SavedView> = open::get(&mut store.read().await.expect("reader"), view.id).await.expect("get");
    stored.map(|view| view.name)
}

async fn save(store: &Store, view: &mut SavedView, name: &str) -> i64 {
    let mut work = begin(store, "view_save").await;
    view.name = name.into();
    work.put(view).await.expect("put");
    work.commit().await.expect("committed").act
}

async fn a_view(store: &Store) -> SavedView {
    let work = begin(store, "view_save").await;
    let (list, name, query) = ("people".into(), String::new(), "{}".into());
    SavedView { id: work.id(), list, name, query, officer_id: None, retired_at: None }
}

#[tokio::test]
async fn fifty_acts_are_taken_back_one_after_the_other_and_made_again() {
    let (_folder, store) = an_office().await;
    let mut view = a_view(&store).await;
    for name in 1..=60 {
        save(&store, &mut view, &name.to_string()).await;
    }
    let listed = undo::acts(&mut store.read().await.expect("reader"), None).await.expect("acts");
    assert_eq!(listed.len(), 50);
    let mut undos = Vec::new();
    for act in &listed {
        undos.push(store.undo(act.n, an_act("act_undo")).await.expect("undone").act);
    }
    assert_eq!(named(&store, &view).await.as_deref(), Some("10"));
    for undo in undos.into_iter().rev() {
        store.undo(undo, an_act("act_undo")).await.expect("made again");
    }
    assert_eq!(named(&store, &view).await.as_deref(), Some("60"));
    store.close().await;
}

#[tokio::test]
async fn an_act_under_newer_ones_is_refused_until_they_are_taken_back() {
    let (_folder, store) = an_office().await;
    let mut view = a_view(&store).await;
    let first = save(&store, &mut view, "satu").await;
    let second = save(&store, &mut view, "dua").await;
    for _ in 0..2 {
        let refused = store.undo(first, an_act("act_undo")).await.expect_err("refused");
        assert!(matches!(refused, Error::Refused(refusal) if refusal.to_string() == "store.changed_since"));
    }
    store.undo(second, an_act("act_undo")).await.expect("undone");
    store.undo(first, an_act("act_undo")).await.expect("undone");
    assert_eq!(named(&store, &view).await, None);
    store.close().await;
}

#[tokio::test]
async fn the_guard_shuts_behind_work_that_was_done_dropped_undone_or_refused() {
    let (_folder, store) = an_office().await;
    let mut view = a_view(&store).await;
    let first = save(&store, &mut view, "satu").await;
    save(&store, &mut view, "dua").await;
    shut(&store, "done").await;
    let mut work = begin(&store, "view_save").await;
    work.put(&SavedView { name: "tiga".into(), ..view.clone() }).await.expect("put");
    drop(work);
    shut(&store, "dropped").await;
    store.undo(first, an_act("act_undo")).await.expect_err("refused");
    shut(&store, "refused").await;
    let nothing = store.begin(Act { verb: "view_save", actor: None, at: noon() }).await.expect("work");
    assert_eq!(nothing.commit().await.expect("committed").entries, 0);
    shut(&store, "nothing done").await;
    assert_eq!(named(&store, &view).await.as_deref(), Some("dua"));
    store.close().await;
}

async fn shut(store: &Store, after: &str) {
    let mut connection = store.local().await.expect("writer");
    let written = sqlx::query("update saved_view set name = 'luar'").execute(&mut *connection).await;
    let refused = written.expect_err(after).to_string();
    assert!(refused.contains("write outside a unit of work"), "{after}: {refused}");
}
