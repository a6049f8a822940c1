//! The window opens, on an empty data folder, on the first question.

use crate::support::{Start, css};

#[test]
fn the_window_opens_with_a_title_and_axe_finds_nothing() {
    let desk = Start::new().open();
    desk.see(&css("main"));
    let title = desk.script("return document.title", serde_json::json!([]));
    assert_eq!(title, "Balai");
    desk.accessible("the first screen");
}
