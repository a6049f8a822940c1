//! Three desks, random acts, random hearsay: once all have heard everything they have the same rows, and each has what its
//! own log tells.

use super::tests::{another_desk_of, background, hears, proved, rename, rows, told_by};
use super::{
    aside_store,
    review::{Settlement, questions, settle},
};
use crate::{
    TABLES,
    base::id::Id,
    office::view::SavedView,
    people::{erase::erase, person::Person, testing::a_person},
    store::{Store, Table, testing::*},
};
use balai_exchange::Record;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

/// What a clerk does at one of the desks.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Register,
    Rename(u8),
    Telephone(u8),
    Course(u8),
    View,
    NameView(u8),
    DropView(u8),
    TakeBack(u8),
    Settle,
    Erase(u8),
    /// Hears some of what another desk has, in another order, some of it twice.
    Hear(u8, u64),
}

fn a_deed() -> impl Strategy<Value = (usize, Deed)> {
    let deed = prop_oneof![
        2 => Just(Deed::Register),
        6 => any::<u8>().prop_map(Deed::Rename),
        4 => any::<u8>().prop_map(Deed::Telephone),
        3 => any::<u8>().prop_map(Deed::Course),
        2 => Just(Deed::View),
        3 => any::<u8>().prop_map(Deed::NameView),
        2 => any::<u8>().prop_map(Deed::DropView),
        3 => any::<u8>().prop_map(Deed::TakeBack),
        2 => Just(Deed::Settle),
        1 => any::<u8>().prop_map(Deed::Erase),
        6 => (any::<u8>(), any::<u64>()).prop_map(|(from, order)| Deed::Hear(from, order)),
    ];
    (0..3usize, deed)
}

async fn ids<T: Table>(store: &Store) -> Vec<Id<T>> {
    let sql = format!("select id from {} order by id", T::META.name);
    let mut connection = store.read().await.expect("reader");
    sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *connection).await.expect("ids")
}

async fn one<T: Table>(store: &Store, which: u8) -> Option<T> {
    let ids = ids::<T>(store).await;
    let id = *ids.get(usize::from(which) % ids.len().max(1))?;
    crate::store::open::get(&mut store.read().await.expect("reader"), id).await.expect("get")
}

async fn put<T: Table>(store: &Store, row: &T) {
    let mut work = begin(store, "row_save").await;
    work.put(row).await.expect("put");
    work.commit().await.expect("committed");
}

/// Half of the records in an order that `order` decides, the first of them again at the end.
fn mixed(records: Vec<Record>, order: u64) -> Vec<Record> {
    let mut keyed: Vec<(u64, Record)> = records
        .into_iter()
        .enumerate()
        .map(|(place, record)| ((place as u64 + 1).wrapping_mul(order | 1).rotate_left(23), record))
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    let half = keyed.len() / 2 + 1;
    let mut mixed: Vec<Record> = keyed.into_iter().take(half).map(|(_, record)| record).collect();
    mixed.extend(mixed.first().cloned());
    mixed
}

async fn does(desks: &[&Store], at: usize, deed: Deed, turn: usize) {
    let store = desks[at];
    match deed {
        Deed::Register => drop(
            a_person(store, |draft| {
                draft.full_name = format!("Orang {turn}");
                draft.nik = format!("{}{:04}", &draft.nik[..12], turn + 100);
            })
            .await,
        ),
        Deed::Rename(which) => {
            if let Some(person) = one::<Person>(store, which).await.filter(|person| person.erased_at.is_none()) {
                rename(store, person.id, &format!("Nama {turn}")).await;
            }
        }
        Deed::Telephone(which) => {
            if let Some(mut person) = one::<Person>(store, which).await.filter(|person| person.erased_at.is_none()) {
                person.phone = Some(format!("08120000{turn:04}"));
                put(store, &person).await;
            }
        }
        Deed::Course(which) => {
            if let Some(person) = one::<Person>(store, which).await {
                background(store, person.id, &format!("Kursus {turn}")).await;
            }
        }
        Deed::View => {
            let id = Id::new(noon());
            let (list, name, query) = ("people".into(), format!("Tampilan {turn}"), "{}".into());
            put(store, &SavedView { id, list, name, query, officer_id: None, retired_at: None }).await;
        }
        Deed::NameView(which) => {
            if let Some(mut view) = one::<SavedView>(store, which).await {
                view.name = format!("Tampilan {turn}");
                put(store, &view).await;
            }
        }
        Deed::DropView(which) => {
            if let Some(view) = one::<SavedView>(store, which).await {
                let mut work = begin(store, "row_drop").await;
                work.remove(&view).await.expect("removed");
                work.commit().await.expect("committed");
            }
        }
        _ => does_more(desks, at, deed, turn).await,
    }
}

async fn does_more(desks: &[&Store], at: usize, deed: Deed, turn: usize) {
    let store = desks[at];
    match deed {
        Deed::TakeBack(which) => {
            let acts = crate::store::undo::acts(&mut store.read().await.expect("reader"), None).await.expect("acts");
            let made = acts.iter().filter(|act| act.verb != "office_make").count();
            if let Some(act) = acts.get(usize::from(which) % made.max(1)).filter(|_| made > 0) {
                // Refused where something was built upon it.
                let _ = store.undo(act.n, an_act("undo")).await;
            }
        }
        Deed::Settle => {
            let asked = questions(&mut store.read().await.expect("reader"), TABLES).await.expect("questions");
            if let Some(question) = asked.first() {
                let op = question.versions[turn % question.versions.len()].op;
                let (table, row, field) = (question.table.clone(), question.row, question.field.clone());
                let mut work = begin(store, "exchange_settle").await;
                settle(&mut work, TABLES, &Settlement { table, row, field, op }).await.expect("settled");
                work.commit().await.expect("committed");
            }
        }
        Deed::Erase(which) => {
            if let Some(person) = one::<Person>(store, which).await.filter(|person| person.erased_at.is_none()) {
                let mut work = begin(store, "person_erase").await;
                erase(&mut work, person.id, "permintaan").await.expect("erased");
                work.commit().await.expect("committed");
            }
        }
        Deed::Hear(from, order) => {
            let from = desks[usize::from(from) % desks.len()];
            hears(store, mixed(told_by(from).await, order)).await;
        }
        _ => {}
    }
}

async fn three_desks_agree(deeds: &[(usize, Deed)]) {
    let (_a, first) = an_office().await;
    a_person(&first, |draft| draft.full_name = "Orang pertama".into()).await;
    let (_b, second) = another_desk_of(&first).await;
    let (_c, third) = another_desk_of(&first).await;
    let desks = [&first, &second, &third];
    for (turn, (at, deed)) in deeds.iter().enumerate() {
        does(&desks, *at, *deed, turn).await;
    }
    let mut all = Vec::new();
    for desk in desks {
        all.extend(told_by(desk).await);
    }
    for (place, desk) in desks.iter().enumerate() {
        let mut mine = all.clone();
        let middle = place * mine.len() / 3;
        mine.rotate_left(middle);
        hears(desk, mine).await;
    }
    let told = rows(&first).await;
    for desk in [&second, &third] {
        let other = rows(desk).await;
        for (key, row) in &told {
            assert_eq!(other.get(key), Some(row), "{key:?}");
        }
        assert_eq!(other.len(), told.len());
        assert_eq!(
            questions(&mut desk.read().await.expect("reader"), TABLES).await.expect("questions").len(),
            questions(&mut first.read().await.expect("reader"), TABLES).await.expect("questions").len()
        );
    }
    for desk in desks {
        proved(desk).await;
        let waiting = aside_store::count(&mut desk.read().await.expect("reader")).await.expect("count");
        assert_eq!(waiting, 0, "nothing waits when all has come");
    }
    for store in [first, second, third] {
        store.close().await;
    }
}

#[test]
fn three_desks_that_heard_everything_in_any_order_have_the_same_rows() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("runtime");
    let cases = std::env::var("BALAI_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(12);
    let mut runner = TestRunner::new(Config { cases, max_shrink_iters: 60, ..Config::default() });
    runner
        .run(&proptest::collection::vec(a_deed(), 1..28), |deeds| {
            runtime.block_on(three_desks_agree(&deeds));
            Ok(())
        })
        .expect("they agree");
}
