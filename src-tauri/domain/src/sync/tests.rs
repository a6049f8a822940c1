//! Desks that learn of each other's acts in any order come to the same rows, and each to what its own log tells.

use super::{
    apply::Arrival,
    exchange::on_records,
    outbox_store::unsent,
    review::{Settlement, questions, settle},
};
use crate::{
    TABLES,
    base::id::Id,
    people::{
        background::{Background, BackgroundKind},
        erase::erase,
        person::Person,
        testing::a_person,
    },
    store::{Store, Table, Value, testing::*, verify::verify},
};
use balai_exchange::Record;
use std::collections::BTreeMap;
use tempfile::TempDir;
use uuid::Uuid;

pub(super) async fn told_by(store: &Store) -> Vec<Record> {
    let unsent = unsent(&mut store.read().await.expect("reader"), 0, i64::MAX).await.expect("unsent");
    unsent.into_iter().map(|one| one.record).collect()
}

pub(super) async fn hears(store: &Store, records: impl IntoIterator<Item = Record>) {
    let arrivals = records.into_iter().map(|record| Arrival { record, received: None }).collect();
    on_records(store, arrivals, noon()).await.expect("taken in");
}

/// A second PC of the same office, from the entries of the first.
pub(super) async fn another_desk_of(first: &Store) -> (TempDir, Store) {
    let (folder, store) = an_empty_store().await;
    hears(&store, told_by(first).await).await;
    (folder, store)
}

/// Every synced row of the file, by table and id.
pub(super) async fn rows(store: &Store) -> BTreeMap<(&'static str, Uuid), Vec<Value>> {
    let mut connection = store.read().await.expect("reader");
    let mut rows = BTreeMap::new();
    for meta in TABLES {
        let sql = format!("select id from {}", meta.name);
        let ids: Vec<Uuid> =
            sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *connection).await.expect("ids");
        for id in ids {
            let values = crate::store::remote::values_of(&mut connection, meta, id).await.expect("row");
            rows.insert((meta.name, id), values.expect("there"));
        }
    }
    rows
}

pub(super) async fn proved(store: &Store) {
    let proof = verify(&mut store.read().await.expect("reader"), TABLES).await.expect("proof");
    assert_eq!(proof.problems, Vec::<String>::new());
}

pub(super) async fn rename(store: &Store, person: Id<Person>, name: &str) {
    let mut work = begin(store, "person_save").await;
    let mut row: Person = work.get(person).await.expect("get").expect("there");
    row.full_name = name.into();
    work.put(&row).await.expect("put");
    work.commit().await.expect("committed");
}

async fn name(store: &Store, person: Id<Person>) -> String {
    let row = crate::store::open::get(&mut store.read().await.expect("reader"), person).await.expect("get");
    row.map(|person: Person| person.full_name).unwrap_or_default()
}

#[tokio::test]
async fn a_new_pc_comes_to_the_same_office_from_the_entries_alone() {
    let (_a, first) = an_office().await;
    let person = a_person(&first, |draft| draft.full_name = "Siti Aminah".into()).await;
    let (_b, second) = another_desk_of(&first).await;
    assert_eq!(rows(&second).await, rows(&first).await);
    assert_eq!(name(&second, person).await, "Siti Aminah");
    proved(&second).await;
    assert!(told_by(&second).await.is_empty(), "what came from elsewhere is not sent as own");
}

#[tokio::test]
async fn different_fields_of_one_row_are_both_kept_and_the_same_field_is_asked_about() {
    let (_a, first) = an_office().await;
    let person = a_person(&first, |draft| draft.full_name = "Siti Aminah".into()).await;
    let (_b, second) = another_desk_of(&first).await;
    rename(&first, person, "Siti Aminah Putri").await;
    rename(&second, person, "Siti Aminah Dewi").await;
    hears(&first, told_by(&second).await).await;
    hears(&second, told_by(&first).await).await;
    assert_eq!(rows(&first).await, rows(&second).await);
    for store in [&first, &second] {
        let asked = questions(&mut store.read().await.expect("reader"), TABLES).await.expect("questions");
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].field.as_deref(), Some("full_name"));
        let texts: Vec<&str> = asked[0].versions.iter().map(|version| version.text.as_str()).collect();
        assert!(texts.contains(&"Siti Aminah Putri") && texts.contains(&"Siti Aminah Dewi"), "{texts:?}");
        let refused =
            super::review::only_settled(&mut store.read().await.expect("reader"), person.uuid(), Uuid::nil()).await;
        assert!(refused.is_err(), "nothing is printed from it");
    }
}

#[tokio::test]
async fn a_settlement_holds_everywhere_and_can_be_taken_back() {
    let (_a, first) = an_office().await;
    let person = a_person(&first, |draft| draft.full_name = "Budi".into()).await;
    let (_b, second) = another_desk_of(&first).await;
    rename(&first, person, "Budi Satu").await;
    rename(&second, person, "Budi Dua").await;
    hears(&first, told_by(&second).await).await;
    let asked = questions(&mut first.read().await.expect("reader"), TABLES).await.expect("questions");
    {
        let text = "Budi Satu";
        let chosen = asked[0].versions.iter().find(|version| version.text == text).expect("stands").op;
        let choice =
            Settlement { table: "person".into(), row: person.uuid(), field: Some("full_name".into()), op: chosen };
        let mut work = begin(&first, "exchange_settle").await;
        settle(&mut work, TABLES, &choice).await.expect("settled");
        let act = work.commit().await.expect("committed").act;
        hears(&second, told_by(&first).await).await;
        for store in [&first, &second] {
            assert_eq!(name(store, person).await, text);
            assert!(questions(&mut store.read().await.expect("reader"), TABLES).await.expect("questions").is_empty());
        }
        first.undo(act, an_act("undo")).await.expect("undone");
        hears(&second, told_by(&first).await).await;
        assert_eq!(rows(&first).await, rows(&second).await);
        for store in [&first, &second] {
            let again = questions(&mut store.read().await.expect("reader"), TABLES).await.expect("questions");
            assert_eq!(again.len(), 1, "asked again");
            assert_eq!(again[0].versions.len(), 2);
        }
    }
    proved(&first).await;
    proved(&second).await;
}

#[tokio::test]
async fn an_erased_person_is_erased_at_every_desk_and_late_changes_stay_out() {
    let (_a, first) = an_office().await;
    let person = a_person(&first, |draft| draft.full_name = "Zulaikha Rahasia".into()).await;
    let (_b, second) = another_desk_of(&first).await;
    rename(&second, person, "Zulaikha Rahasia Baru").await;
    let mut work = begin(&first, "person_erase").await;
    erase(&mut work, person, "permintaan").await.expect("erased");
    work.commit().await.expect("committed");
    hears(&second, told_by(&first).await).await;
    hears(&first, told_by(&second).await).await;
    assert_eq!(rows(&first).await, rows(&second).await);
    for store in [&first, &second] {
        assert_eq!(name(store, person).await, "—");
        let mut connection = store.read().await.expect("reader");
        for column in ["cells", "prior", "told", "record"] {
            let sql = format!("select count(*) from change_log where instr({column}, cast('Rahasia' as blob))");
            let left: i64 =
                sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut *connection).await.expect("count");
            assert_eq!(left, 0, "{column}");
        }
    }
}

#[tokio::test]
async fn an_act_goes_in_whole_and_children_wait_for_their_parents() {
    let (_a, first) = an_office().await;
    let (_b, second) = another_desk_of(&first).await;
    let person = a_person(&first, |_| ()).await;
    background(&first, person, "Las dasar").await;
    let mut records = told_by(&first).await;
    let known = rows(&second).await.len();
    records.retain(|record| record.table == Background::META.id);
    hears(&second, records).await;
    assert_eq!(rows(&second).await.len(), known, "the row waits");
    hears(&second, told_by(&first).await).await;
    assert_eq!(rows(&first).await, rows(&second).await);
    proved(&second).await;
}

pub(super) async fn background(store: &Store, person: Id<Person>, title: &str) {
    let mut work = begin(store, "background_save").await;
    let row = Background {
        id: work.id(),
        person_id: person,
        kind: BackgroundKind::Training,
        level: None,
        title: title.into(),
        place: None,
        year_from: None,
        year_to: None,
        retired_at: None,
    };
    work.put_new(&row).await.expect("put");
    work.commit().await.expect("committed");
}
