//! The main job as a clerk does it. `cargo xtask run` shows it on a machine without a display.

use crate::support::{Album, Start, css};

#[test]
fn the_main_job_from_first_run_to_printed_card() {
    let album = Album::open();
    let desk = Start::new().open();
    desk.see(&css("main"));
    album.picture(&desk, "jalan-pertama");
}
