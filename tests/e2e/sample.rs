//! Steps in the office of made-up people: opened from the first screen, asked by its own commands, its places visited.

use crate::support::{Desk, role};
use serde_json::{Value, json};

/// Asks the desk itself.
const ASK: &str = "const [name, input, done] = arguments;
    window.__TAURI_INTERNALS__.invoke(name, input === null ? {} : { input }).then(done, (refused) => done({ refused }));";

/// Goes to a place and waits until it has nothing more to load.
const VISIT: &str = "const [place, done] = arguments;
    location.hash = place;
    let quiet = 0;
    const look = () => {
        const ready = document.querySelector('main h1') && !document.querySelector('main [aria-busy=true]')
            && !document.querySelector('main').innerText.includes('Memuat');
        quiet = ready ? quiet + 1 : 0;
        return quiet > 3 ? done(null) : setTimeout(look, 40);
    };
    setTimeout(look, 80);";

/// From the first screen into the office of made-up people.
pub fn open_the_sample(desk: &Desk) {
    desk.see(&role("heading", "Siapkan kantor"));
    desk.click(&role("button", "Coba dengan data contoh"));
    desk.see(&role("heading", "Hari Ini"));
}

/// What a command answers; it must not refuse.
pub fn ask(desk: &Desk, name: &str, input: Value) -> Value {
    let answer = desk.script_later(ASK, json!([name, input]));
    assert!(answer["refused"].is_null(), "{name}: {answer}");
    answer
}

/// Goes to a place by its address and waits until it has loaded.
pub fn visit(desk: &Desk, place: &str) {
    desk.script_later(VISIT, json!([place]));
}
