//! The pictures of the manual, each of the screen that its page is about. `cargo xtask manual` keeps them.

use crate::support::{Album, Start, css};

#[test]
fn every_picture_of_the_manual() {
    let album = Album::open();
    let desk = Start::new().open();
    desk.see(&css("main"));
    album.picture(&desk, "jalan-pertama");
}
