//! Search as you type over a large register, against the same full-text query on a bare connection.

use crate::{
    people::Crowd,
    report::{Timed, Watch},
};
use balai_domain::{
    base::{id::Id, sex::Sex},
    people::{
        detail,
        draft::PersonDraft,
        draft::to_row,
        find::{SearchQuery, search},
        name,
        person::Person,
    },
    store::{Act, Store},
};
use chrono::{DateTime, Utc};

/// People of one act, as in a large import.
const BATCH: usize = 20_000;

/// Fills the register with `count` people by the door of every write.
pub async fn fill(store: &Store, count: usize, at: DateTime<Utc>) -> Vec<Id<Person>> {
    let today = at.date_naive();
    let mut crowd = Crowd::new(7);
    let (mut ids, begun) = (Vec::with_capacity(count), Watch::start());
    while ids.len() < count {
        let mut work = store.begin(Act { verb: "bench_fill", actor: None, at }).await.expect("work");
        let mut people = Vec::with_capacity(BATCH);
        for someone in crowd.by_ref().take(BATCH.min(count - ids.len())) {
            let draft = PersonDraft {
                full_name: someone.name,
                nik: someone.nik,
                birth_on: Some(someone.birth),
                sex: Some(if someone.woman { Sex::Female } else { Sex::Male }),
                phone: someone.phone,
                ..PersonDraft::default()
            };
            people.push(to_row(&draft, None, work.id(), at, today, "2026-1"));
        }
        work.put_new_many(&people).await.expect("put");
        ids.extend(people.iter().map(|person| person.id));
        work.commit().await.expect("commit");
        eprint!("\r  {} of {count} people, {begun}", ids.len());
    }
    eprintln!();
    println!("{count} people registered in {begun}");
    ids
}

/// All people of a register.
pub async fn everyone(store: &Store) -> Vec<Id<Person>> {
    let mut connection = store.read().await.expect("reader");
    let ids: Vec<uuid::Uuid> =
        sqlx::query_scalar("select id from person").fetch_all(&mut *connection).await.expect("ids");
    ids.into_iter().map(Id::from).collect()
}

/// Types names letter by letter, then opens people.
pub async fn measure(store: &Store, ids: &[Id<Person>]) {
    let typed: Vec<String> = Crowd::new(99)
        .take(120)
        .flat_map(|someone| {
            let letters: Vec<char> = someone.name.chars().take(12).collect();
            (2..=letters.len()).step_by(2).map(move |n| letters[..n].iter().collect::<String>()).collect::<Vec<_>>()
        })
        .collect();
    let mut connection = store.read().await.expect("reader");
    let (mut ours, mut bare) = (Timed::default(), Timed::default());
    for text in &typed {
        let words = name::fold_tokens(text);
        let query = words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ");
        let watch = Watch::start();
        let _: Vec<(String, Option<String>)> = sqlx::query_as(
            "select full_name, nik from person_search join person on person.n = person_search.rowid
             where person_search match ? order by person_search.rowid desc limit 50",
        )
        .bind(query)
        .fetch_all(&mut *connection)
        .await
        .expect("bare query");
        bare.note(&watch);
        let watch = Watch::start();
        search(&mut connection, &SearchQuery { text: text.clone() }).await.expect("search");
        ours.note(&watch);
    }
    let mut forgiven = Timed::default();
    for someone in Crowd::new(101).take(60) {
        let text = SearchQuery { text: misspelt(&someone.name) };
        let watch = Watch::start();
        search(&mut connection, &text).await.expect("search");
        forgiven.note(&watch);
    }
    let mut opening = Timed::default();
    for id in ids.iter().step_by((ids.len() / 300).max(1)) {
        let watch = Watch::start();
        detail::detail(&mut connection, *id).await.expect("detail");
        opening.note(&watch);
    }
    println!("search as you type, {} people, {} texts", ids.len(), typed.len());
    println!("  ours  {ours}");
    println!("  bare  {bare}");
    println!(
        "  ratio p95 {:.2}, of the processor {:.2}  (goal: at most 3, and p95 at most 20 ms)",
        ours.wall.at(95).as_secs_f64() / bare.wall.at(95).as_secs_f64(),
        ours.processor.at(95).as_secs_f64() / bare.processor.at(95).as_secs_f64()
    );
    println!("  with a mistake in every name  {forgiven}");
    println!("opening a person  {opening}  (goal: at most 10 ms)");
}

/// The name with two neighbouring letters of its second word in the wrong order.
fn misspelt(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if let Some(blank) = letters.iter().position(|letter| *letter == ' ').filter(|at| at + 4 < letters.len()) {
        letters.swap(blank + 3, blank + 4);
    }
    letters.into_iter().collect()
}
