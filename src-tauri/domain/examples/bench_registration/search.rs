//! Search as you type over a large register, against the same full-text query on a bare connection.

use crate::{
    people::Crowd,
    report::{Spread, millis},
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
use std::time::Instant;

const BATCH: usize = 50_000;

/// Fills the register with `count` people by the door of every write.
pub async fn fill(store: &Store, count: usize, at: DateTime<Utc>) -> Vec<Id<Person>> {
    let today = at.date_naive();
    let mut crowd = Crowd::new(7);
    let mut ids = Vec::with_capacity(count);
    while ids.len() < count {
        let mut work = store.begin(Act { verb: "bench_fill", actor: None, at }).await.expect("work");
        for someone in crowd.by_ref().take(BATCH.min(count - ids.len())) {
            let draft = PersonDraft {
                full_name: someone.name,
                nik: someone.nik,
                birth_on: Some(someone.birth),
                sex: Some(if someone.woman { Sex::Female } else { Sex::Male }),
                phone: someone.phone,
                ..PersonDraft::default()
            };
            let id = work.id();
            work.put_new(&to_row(&draft, None, id, at, today, "2026-1")).await.expect("put");
            ids.push(id);
        }
        work.commit().await.expect("commit");
        eprint!("\r  {} of {count} people", ids.len());
    }
    eprintln!();
    ids
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
    let (mut ours, mut bare) = (Spread::default(), Spread::default());
    for text in &typed {
        let words = name::fold_tokens(text);
        let query = words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ");
        let start = Instant::now();
        let _: Vec<(String, Option<String>)> = sqlx::query_as(
            "select full_name, nik from person_search join person on person.n = person_search.rowid
             where person_search match ? order by person_search.rowid desc limit 50",
        )
        .bind(query)
        .fetch_all(&mut *connection)
        .await
        .expect("bare query");
        bare.note(start.elapsed());
        let start = Instant::now();
        search(&mut connection, &SearchQuery { text: text.clone() }).await.expect("search");
        ours.note(start.elapsed());
    }
    let mut opening = Spread::default();
    for id in ids.iter().step_by((ids.len() / 300).max(1)) {
        let start = Instant::now();
        detail::detail(&mut connection, *id).await.expect("detail");
        opening.note(start.elapsed());
    }
    println!("search as you type, {} people, {} texts", ids.len(), typed.len());
    println!("  ours  p50 {}  p95 {}  max {}", millis(ours.at(50)), millis(ours.at(95)), millis(ours.at(100)));
    println!("  bare  p50 {}  p95 {}  max {}", millis(bare.at(50)), millis(bare.at(95)), millis(bare.at(100)));
    println!(
        "  ratio p95 {:.2}  (goal: at most 3, and p95 at most 20 ms)",
        ours.at(95).as_secs_f64() / bare.at(95).as_secs_f64()
    );
    println!("opening a person  p50 {}  p95 {}  (goal: at most 10 ms)", millis(opening.at(50)), millis(opening.at(95)));
}
