//! Keys by the names that the help shows, such as `Ctrl+Enter`, as WebDriver's code points.

use serde_json::{Value, json};

/// The events of pressing all keys of a chord and letting go in the opposite order.
pub fn press(chord: &str) -> Vec<Value> {
    // A lone plus is a key as well.
    let names: Vec<&str> = if chord == "+" { vec!["+"] } else { chord.split('+').collect() };
    let keys: Vec<String> = names.into_iter().map(key).collect();
    let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
    let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
    down.chain(up).collect()
}

/// The events of typing a text, letter by letter.
pub fn letters(text: &str) -> Vec<Value> {
    text.chars().flat_map(|letter| press_one(&letter.to_string())).collect()
}

fn press_one(key: &str) -> [Value; 2] {
    [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
}

fn key(name: &str) -> String {
    let code = match name {
        "Ctrl" => 0xE009,
        "Shift" => 0xE008,
        "Alt" => 0xE00A,
        "Enter" => 0xE007,
        "Tab" => 0xE004,
        "Escape" | "Esc" => 0xE00C,
        "Backspace" => 0xE003,
        "Delete" => 0xE017,
        "Home" => 0xE011,
        "End" => 0xE010,
        "PageUp" => 0xE00E,
        "PageDown" => 0xE00F,
        "Left" => 0xE012,
        "Up" => 0xE013,
        "Right" => 0xE014,
        "Down" => 0xE015,
        "Space" => 0x20,
        function if is_function_key(function) => 0xE030 + function[1..].parse::<u32>().expect("checked"),
        one if one.chars().count() == 1 => return one.to_owned(),
        odd => panic!("no key is called {odd}"),
    };
    char::from_u32(code).expect("a code point of the table above").to_string()
}

fn is_function_key(name: &str) -> bool {
    name.strip_prefix('F').and_then(|number| number.parse().ok()).is_some_and(|number: u32| (1..=12).contains(&number))
}

#[test]
fn a_chord_lets_go_in_the_opposite_order() {
    let told: Vec<String> =
        press("Ctrl+F12").iter().map(|event| format!("{} {}", event["type"], event["value"])).collect();
    let wanted =
        ["\"keyDown\" \"\u{E009}\"", "\"keyDown\" \"\u{E03C}\"", "\"keyUp\" \"\u{E03C}\"", "\"keyUp\" \"\u{E009}\""];
    assert_eq!(told, wanted);
}
