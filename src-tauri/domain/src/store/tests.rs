//! The store as a whole: writes, log, guard, undo, the past, wrong keys, damaged files, backups.

use super::{Error, Store, Table, backup, history, key::Slots, open, testing::*, undo};
use crate::office::{
    Office,
    setting::{self, Setting},
    view::SavedView,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn a_view(work: &super::Work, name: &str) -> SavedView {
    let (list, name, query) = ("people".into(), name.into(), "{}".into());
    SavedView { id: work.id(), list, name, query, officer_id: None, retired_at: None }
}

fn code(error: Error) -> String {
    match error {
        Error::Refused(refusal) => refusal.code,
        other => panic!("a fault: {other}"),
    }
}

#[tokio::test]
async fn a_put_writes_only_what_changed_and_logs_it() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "view_save").await;
    let mut view = a_view(&work, "Pendaftar baru");
    assert!(work.put(&view).await.expect("put"));
    assert!(!work.put(&view).await.expect("put again"));
    view.name = "Pendaftar lama".into();
    assert!(work.put(&view).await.expect("put changed"));
    assert_eq!(work.commit().await.expect("commit").entries, 2);
    let story = history::history(&mut store.read().await.expect("reader"), view.id).await.expect("story");
    assert_eq!(story.len(), 2);
    let fields: Vec<_> = story[0].fields.iter().map(|f| (f.field.as_str(), f.before.as_deref())).collect();
    assert_eq!(fields, [("name", Some("Pendaftar baru"))]);
}

#[tokio::test]
async fn what_is_written_during_a_moment_is_seen_after_it_and_not_within() {
    let (_folder, store) = an_office().await;
    let mut reader = store.read().await.expect("reader");
    let mut moment = super::moment(&mut reader).await.expect("moment");
    let count = "select count(*) from saved_view";
    let before: i64 = sqlx::query_scalar(count).fetch_one(&mut *moment).await.expect("count");
    let mut work = begin(&store, "view_save").await;
    let view = a_view(&work, "Pendaftar baru");
    work.put(&view).await.expect("put");
    work.commit().await.expect("commit");
    let within: i64 = sqlx::query_scalar(count).fetch_one(&mut *moment).await.expect("count");
    drop(moment);
    let after: i64 = sqlx::query_scalar(count).fetch_one(&mut *reader).await.expect("count");
    assert_eq!((before, within, after), (0, 0, 1));
}

#[tokio::test]
async fn a_write_past_the_door_fails_for_every_synced_table_and_verb() {
    let (_folder, store) = an_office().await;
    let mut connection = store.local().await.expect("writer");
    sqlx::query("pragma foreign_keys = off").execute(&mut *connection).await.expect("off");
    for meta in crate::TABLES {
        let table = meta.name;
        let columns = format!("select name, type from pragma_table_info('{table}') where name <> 'n'");
        let columns: Vec<(String, String)> =
            sqlx::query_as(sqlx::AssertSqlSafe(columns)).fetch_all(&mut *connection).await.expect("columns");
        let value = |kind: &str| match kind {
            "INTEGER" => "1",
            "BLOB" => "randomblob(16)",
            _ => "'x'",
        };
        let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let values: Vec<_> = columns.iter().map(|(_, kind)| value(kind)).collect();
        let insert = format!("insert into {table} ({}) values ({})", names.join(", "), values.join(", "));
        // A row to update and to delete, made while the guard stands open.
        for sql in ["insert into work_open (act) values (0)", &insert, "delete from work_open"] {
            sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut *connection).await.expect(sql);
        }
        for sql in [insert, format!("update {table} set id = id"), format!("delete from {table}")] {
            let error = sqlx::query(sqlx::AssertSqlSafe(sql.clone())).execute(&mut *connection).await.expect_err(&sql);
            assert!(error.to_string().contains("write outside a unit of work"), "{sql}: {error}");
        }
    }
}

#[tokio::test]
async fn an_act_is_taken_back_and_made_again() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "view_save").await;
    let view = a_view(&work, "Satu");
    work.put(&view).await.expect("put");
    let done = work.commit().await.expect("commit");
    let undone = store.undo(done.act, an_act("undo")).await.expect("undo");
    assert_eq!(get(&store, view.id).await, None);
    assert_eq!(code(store.undo(done.act, an_act("undo")).await.expect_err("twice")), "already_undone");
    store.undo(undone.act, an_act("redo")).await.expect("redo");
    assert_eq!(get(&store, view.id).await, Some(view));
    let acts = undo::acts(&mut store.read().await.expect("reader"), None).await.expect("acts");
    assert_eq!(acts.iter().find(|act| act.n == done.act).expect("the act").undone_by, None);
}

#[tokio::test]
async fn an_act_with_later_changes_on_top_is_not_taken_back() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "view_save").await;
    let mut view = a_view(&work, "Satu");
    work.put(&view).await.expect("put");
    let first = work.commit().await.expect("commit");
    view.name = "Dua".into();
    let mut work = begin(&store, "view_save").await;
    work.put(&view).await.expect("put");
    work.commit().await.expect("commit");
    assert_eq!(code(store.undo(first.act, an_act("undo")).await.expect_err("refused")), "changed_since");
    assert_eq!(get(&store, view.id).await.expect("kept").name, "Dua");
}

#[tokio::test]
async fn a_row_is_seen_as_it_was_on_a_day() {
    let (_folder, store) = an_office().await;
    let days = |n: i64| noon() + chrono::TimeDelta::days(n);
    let mut work = store.begin(super::Act { at: days(1), ..an_act("view_save") }).await.expect("work");
    let view = a_view(&work, "Satu");
    work.put(&view).await.expect("put");
    work.commit().await.expect("commit");
    let mut work = store.begin(super::Act { at: days(5), ..an_act("view_save") }).await.expect("work");
    work.put(&SavedView { name: "Dua".into(), ..view.clone() }).await.expect("put");
    work.commit().await.expect("commit");
    let mut reader = store.read().await.expect("reader");
    let on = |n| days(n) + chrono::TimeDelta::hours(1);
    let past = history::as_of::<SavedView>(&mut reader, on(2)).await.expect("past");
    assert_eq!(past.get(&view.id).expect("changed since").as_ref().expect("was there").name, "Satu");
    let past = history::as_of::<SavedView>(&mut reader, on(0)).await.expect("past");
    assert_eq!(past.get(&view.id), Some(&None));
    assert!(history::as_of::<SavedView>(&mut reader, on(6)).await.expect("past").is_empty());
}

#[tokio::test]
async fn a_dated_setting_follows_the_day() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "setting_change").await;
    let change = setting::SettingChange {
        key: "ak1.validity_months".into(),
        value: "36".into(),
        valid_from: "2027-01-01".parse().expect("a day"),
        source: Some("Permenaker baru".into()),
    };
    setting::change(&mut work, change).await.expect("changed");
    work.commit().await.expect("commit");
    let mut reader = store.read().await.expect("reader");
    for (on, months) in [("2026-12-31", 24), ("2027-01-01", 36)] {
        let on = on.parse().expect("a day");
        assert_eq!(setting::number(&mut reader, "ak1.validity_months", on).await.expect("number"), months);
    }
}

#[tokio::test]
async fn wrong_keys_cut_files_and_missing_files_are_told_apart() {
    let (folder, store) = an_office().await;
    store.close().await;
    let slots = Slots::read(folder.path()).expect("slots");
    let key = slots.open_with_passphrase("kursi rotan biru").expect("key");
    let (_, stranger) = Slots::create("kunci orang lain", false).expect("slots");
    let open = async |key| Store::open(folder.path(), key, crate::TABLES, false).await.map(|_| ()).map_err(code);
    assert_eq!(open(stranger).await, Err("corrupt".into()));
    let path = folder.path().join(open::DATABASE);
    let whole = std::fs::read(&path).expect("bytes");
    assert!(!whole.starts_with(b"SQLite format 3"));
    for length in [whole.len() - 4096, whole.len() / 2, 1000] {
        std::fs::write(&path, &whole[..length]).expect("cut");
        assert_eq!(open(key.clone()).await, Err("corrupt".into()), "cut to {length}");
    }
    let place = backup::set_aside(folder.path(), noon()).expect("set aside").expect("something");
    assert_eq!(std::fs::metadata(place.join(open::DATABASE)).expect("kept").len(), 1000);
    assert_eq!(open(key).await, Err("no_office".into()));
}

#[tokio::test]
async fn a_held_folder_is_refused_to_the_second() {
    let folder = tempfile::tempdir().expect("a folder");
    let hold = open::Hold::take(folder.path()).expect("first");
    assert_eq!(code(open::Hold::take(folder.path()).expect_err("second")), "in_use");
    drop(hold);
    open::Hold::take(folder.path()).expect("third");
}

#[tokio::test]
async fn a_backup_comes_back_whole_and_a_flipped_bit_is_found() {
    let (folder, store) = an_office().await;
    let target = folder.path().join("luar").join("cadangan.balaibak");
    backup::write(&store, &target, noon()).await.expect("written");
    store.close().await;
    let fresh = tempfile::tempdir().expect("a folder");
    let (ready, key) = backup::unpack(&target, fresh.path(), "kursi rotan biru").await.expect("unpacked");
    backup::put_in_place(&ready, fresh.path(), noon()).expect("in place");
    let store = Store::open(fresh.path(), key, crate::TABLES, false).await.expect("opened");
    let office = crate::office::office(&mut store.read().await.expect("reader")).await.expect("read").expect("office");
    assert_eq!(office.name, "UPTD BLK Kabupaten Bekasi");
    let mut bytes = std::fs::read(&target).expect("bytes");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&target, bytes).expect("flipped");
    assert_eq!(code(backup::read_head(&target).expect_err("found")), "backup_unreadable");
}

async fn get<T: Table>(store: &Store, id: crate::base::id::Id<T>) -> Option<T> {
    open::get(&mut store.read().await.expect("reader"), id).await.expect("get")
}

#[derive(Clone, Debug)]
enum Step {
    Put(usize, u8),
    Remove(usize),
    Undo(usize),
}

fn a_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0usize..4, any::<u8>()).prop_map(|(row, value)| Step::Put(row, value % 5)),
        (0usize..4).prop_map(Step::Remove),
        (0usize..6).prop_map(Step::Undo),
    ]
}

/// The rows that the log alone tells of.
async fn replay(store: &Store) -> BTreeMap<uuid::Uuid, BTreeMap<u32, super::Value>> {
    let mut reader = store.read().await.expect("reader");
    let entries: Vec<(uuid::Uuid, String, Vec<u8>)> =
        sqlx::query_as("select row_id, kind, cells from change_log where table_id = 3 order by seq")
            .fetch_all(&mut *reader)
            .await
            .expect("log");
    let mut rows = BTreeMap::new();
    for (id, kind, cells) in entries {
        if kind == "del" {
            rows.remove(&id);
            continue;
        }
        let row: &mut BTreeMap<u32, super::Value> = rows.entry(id).or_default();
        row.extend(super::value::decode(&cells).expect("cells"));
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_puts_removals_and_undos_leave_rows_equal_to_the_replayed_log(steps in proptest::collection::vec(a_step(), 1..25)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime");
        runtime.block_on(async {
            let (_folder, store) = an_empty_store().await;
            let ids: Vec<crate::base::id::Id<Setting>> = (0..4).map(|_| crate::base::id::Id::new(noon())).collect();
            let row = |i: usize, value: u8| Setting {
                id: ids[i], key: format!("k{i}"), value: value.to_string(),
                valid_from: noon().date_naive(), valid_to: None, source: (value > 2).then(|| "x".into()),
            };
            let mut acts = Vec::new();
            for step in steps {
                let mut work = begin(&store, "step").await;
                match step {
                    Step::Put(i, value) => { work.put(&row(i, value)).await.expect("put"); }
                    Step::Remove(i) => work.remove(&row(i, 0)).await.expect("remove"),
                    Step::Undo(back) => {
                        drop(work);
                        if let Some(act) = acts.iter().rev().nth(back)
                            && let Ok(done) = store.undo(*act, an_act("undo")).await {
                            acts.push(done.act);
                        }
                        continue;
                    }
                }
                acts.push(work.commit().await.expect("commit").act);
            }
            let replayed = replay(&store).await;
            let mut stored = BTreeMap::new();
            for id in ids {
                if let Some(setting) = get(&store, id).await {
                    let cells = Setting::META.fields.iter().zip(setting.values());
                    stored.insert(id.uuid(), cells.map(|(f, v)| (f.id, v)).collect::<BTreeMap<_, _>>());
                }
            }
            for row in stored.values_mut() { row.retain(|_, value| *value != super::Value::Null); }
            let mut replayed = replayed;
            for row in replayed.values_mut() { row.retain(|_, value| *value != super::Value::Null); }
            assert_eq!(stored, replayed);
        });
    }
}

#[tokio::test]
async fn no_personal_text_is_readable_in_any_file_of_the_folder() {
    let (folder, store) = an_office().await;
    for entry in std::fs::read_dir(folder.path()).expect("folder").flatten() {
        if entry.path().is_file() {
            let bytes = std::fs::read(entry.path()).expect("bytes");
            assert!(!bytes.windows(13).any(|w| w == b"Administrator"), "{:?}", entry.path());
        }
    }
    let office: Option<Office> = crate::office::office(&mut store.read().await.expect("reader")).await.expect("read");
    assert!(office.is_some());
}
