//! `cargo xtask bench scheduling board [size=60x1500,200x6000] [rounds=7]`: the board in the real window.
//!
//! The page's own clock says how long it takes until the week is painted, until it is drawn anew without a question to the
//! desk, until a carried session has its verdict, and until it stands where it was put. Beside it: how long the answers
//! take that the page waits for, and the same questions without a window.

#[expect(dead_code, unused_imports, reason = "the flows use all of it, the board a part")]
#[path = "../../../tests/support/mod.rs"]
mod support;

mod office;

use balai_domain::{
    TABLES,
    scheduling::{board, frame, judge},
    store::{Store, key::Slots},
};
use chrono::Days;
use serde_json::{Value, json};
use std::{path::Path, time::Instant};
use support::{Desk, Room, Start, css, role};

const PAGE: &str = include_str!("board.js");

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
    let rounds: usize = value("rounds").and_then(|rounds| rounds.parse().ok()).unwrap_or(7);
    for size in value("size").unwrap_or("60x1500,200x6000").split(',') {
        let (classes, sessions) = size.split_once('x').expect("size=CLASSESxSESSIONS");
        let (classes, sessions) = (classes.parse().expect("a number"), sessions.parse().expect("a number"));
        measure(classes, sessions, rounds);
    }
}

fn measure(classes: usize, sessions: usize, rounds: usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let room = Room::new();
    let data = room.path().join("data");
    runtime.block_on(office::make(&data, classes, sessions));
    println!("board      {classes} rooms, {sessions} sessions in the week shown, {rounds} rounds: median (most)");
    runtime.block_on(alone(&data, rounds));
    // A virtual screen has no graphics card: what a card would put together, the processor would, layer by layer.
    let desk = Start::new().data(&data).variable("WEBKIT_DISABLE_COMPOSITING_MODE", "1").open();
    sign_in(&desk);
    told("a word changes its colour, on another screen", &run(&desk, "aWord", json!([]), rounds));
    let week = json!({ "plan_id": null, "from": office::monday(), "to": office::monday() + Days::new(6) });
    told("answer to board_week, in the page", &run(&desk, "answer", json!(["board_week", { "input": week }]), rounds));
    told("answer to board_names, in the page", &run(&desk, "answer", json!(["board_names", {}]), rounds));
    let on = office::monday();
    told("first paint of the week, from another screen", &run(&desk, "firstPaint", json!([on]), rounds));
    let drawn = run(&desk, "drawAnew", json!([on]), rounds);
    told_each(&["drawn anew: script and layout", "drawn anew: painted"], &drawn);
    told("scrolled by a screen", &run(&desk, "scroll", json!([]), rounds));
    told("a word changes its colour, on the board", &run(&desk, "aWord", json!([]), rounds));
    let moves = run(&desk, "move", json!([]), rounds);
    told_each(
        &["carried by a key: script and layout", "carried: painted", "carried: verdict told", "put down: stands there"],
        &moves,
    );
    let counts = desk.script_later(PAGE, json!(["elements"]));
    println!("  elements of the board {}, of the page {}", counts[0], counts[1]);
    desk.accessible("the board");
    desk.close();
}

/// The questions that the page asks, without a window: what the file and the rules take.
async fn alone(data: &Path, rounds: usize) {
    let key = Slots::read(data).and_then(|slots| slots.open_with_passphrase(support::PASSPHRASE)).expect("the key");
    let store = Store::open_to_read(data, key, TABLES).await.expect("opened");
    let (from, to) = (office::monday(), office::monday() + Days::new(6));
    let mut parts: [Vec<Value>; 3] = Default::default();
    for _ in 0..rounds {
        let mut connection = store.read().await.expect("a connection");
        let start = Instant::now();
        let shown =
            board::board(&mut connection, board::BoardQuery { plan_id: None, from, to }).await.expect("a board");
        let laid = start.elapsed();
        let frame = frame::load(&mut connection, None, from).await.expect("a frame");
        let framed = start.elapsed();
        let clashes = judge::clashes(&mut connection, &frame, from, to).await.expect("clashes");
        let judged = start.elapsed();
        assert!(clashes.is_empty(), "a clash in {} sessions: {:?}", shown.sessions.len(), clashes.first());
        for (part, time) in parts.iter_mut().zip([laid, framed - laid, judged - framed]) {
            part.push(json!(time.as_secs_f64() * 1e3));
        }
    }
    told("week laid out, no window", &parts[0]);
    told("laid before the planner, no window", &parts[1]);
    told("clashes found, no window", &parts[2]);
    store.close().await;
}

fn sign_in(desk: &Desk) {
    desk.see(&css("input[autocomplete=username]"));
    desk.type_text(office::USERNAME);
    desk.press("Enter");
    desk.type_text(office::PASSWORD);
    desk.press("Enter");
    desk.see(&role("heading", "Hari Ini"));
}

/// Runs a part of the page's script some times.
fn run(desk: &Desk, part: &str, input: Value, rounds: usize) -> Vec<Value> {
    let mut arguments = vec![json!(part)];
    arguments.extend(input.as_array().cloned().unwrap_or_default());
    (0..rounds)
        .map(|_| {
            let told = desk.script_later(PAGE, json!(arguments));
            assert!(!told.is_string(), "{part}: {told}");
            told
        })
        .collect()
}

/// Rounds that measured several things each.
fn told_each(names: &[&str], rounds: &[Value]) {
    for (at, name) in names.iter().enumerate() {
        told(name, &rounds.iter().map(|one| one[at].clone()).collect::<Vec<_>>());
    }
}

fn told(name: &str, times: &[Value]) {
    let mut times: Vec<f64> = times.iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    let most = times.last().copied().unwrap_or(f64::NAN);
    println!("  {name:<50} {:>7.1} ms ({most:.1})", times.get(times.len() / 2).copied().unwrap_or(f64::NAN));
}
