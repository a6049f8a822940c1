//! What offices do to a file: full disks, clocks set back, work cut off.

use super::{Act, Error, Store, testing::*};
use crate::{
    office::view::SavedView,
    people::{
        draft::PersonDraft,
        people_tests::{saved, siti},
        register,
    },
};

async fn people(store: &Store) -> i64 {
    let mut reader = store.read().await.expect("reader");
    sqlx::query_scalar("select count(*) from person").fetch_one(&mut *reader).await.expect("count")
}

#[tokio::test]
async fn a_full_disk_is_a_refusal_and_loses_nothing() {
    let (_folder, store) = an_office().await;
    saved(&store, &siti()).await;
    {
        // SQLite answers the same code when the file may not grow as when the disk is full.
        let mut writer = store.local().await.expect("writer");
        sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut *writer).await.expect("checkpoint");
        let pages: i64 = sqlx::query_scalar("pragma page_count").fetch_one(&mut *writer).await.expect("pages");
        let limit = format!("pragma max_page_count = {pages}");
        sqlx::query(sqlx::AssertSqlSafe(limit)).execute(&mut *writer).await.expect("limit");
    }
    let mut work = begin(&store, "fill").await;
    let view = |n: usize| SavedView {
        id: crate::base::id::Id::new(noon()),
        list: "people".into(),
        name: format!("{n}"),
        query: "x".repeat(4000),
        officer_id: None,
        retired_at: None,
    };
    let mut full: Option<Error> = None;
    for n in 0..200 {
        if let Err(error) = work.put_new(&view(n)).await {
            full = Some(error);
            break;
        }
    }
    assert!(full.expect("the file may not grow").is_disk_full());
    drop(work);
    assert_eq!(people(&store).await, 1);
    {
        let mut writer = store.local().await.expect("writer");
        sqlx::query("pragma max_page_count = 1073741823").execute(&mut *writer).await.expect("room again");
    }
    let other = PersonDraft { nik: "3216014102990002".into(), birth_on: "1999-02-01".parse().ok(), ..siti() };
    saved(&store, &other).await;
    assert_eq!(people(&store).await, 2);
}

#[tokio::test]
async fn the_store_goes_on_after_sqlite_took_a_transaction_back_by_itself() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "fill").await;
    sqlx::query("rollback").execute(work.reads()).await.expect("as a full disk does");
    drop(work);
    saved(&store, &siti()).await;
    assert_eq!(people(&store).await, 1);
}

#[tokio::test]
async fn a_clock_set_back_a_year_keeps_the_order_of_changes_and_undo() {
    let (_folder, store) = an_office().await;
    let id = saved(&store, &siti()).await;
    let past = noon() - chrono::TimeDelta::days(365);
    let mut work = store.begin(Act { at: past, ..an_act("person_correct") }).await.expect("work");
    let corrected = PersonDraft { id: Some(id), full_name: "Siti Aminah Lubis".into(), ..siti() };
    register::save(&mut work, &corrected).await.expect("saved");
    let done = work.commit().await.expect("committed");
    let mut reader = store.read().await.expect("reader");
    let stamps: Vec<i64> =
        sqlx::query_scalar("select hlc from change_log order by seq").fetch_all(&mut *reader).await.expect("log");
    assert!(stamps.is_sorted_by(|a, b| a < b));
    drop(reader);
    store.undo(done.act, an_act("undo")).await.expect("taken back");
    let person = super::open::get(&mut store.read().await.expect("reader"), id).await.expect("read").expect("person");
    assert_eq!(person.full_name, "Siti Aminah");
}

#[tokio::test]
async fn work_that_is_dropped_leaves_no_trace() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "person_register").await;
    register::save(&mut work, &siti()).await.expect("saved");
    drop(work);
    assert_eq!(people(&store).await, 0);
    let mut reader = store.read().await.expect("reader");
    let acts: i64 = sqlx::query_scalar("select count(*) from act where verb = 'person_register'")
        .fetch_one(&mut *reader)
        .await
        .expect("acts");
    assert_eq!(acts, 0);
}
