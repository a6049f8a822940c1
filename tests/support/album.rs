//! What a flow leaves to be looked at: numbered pictures, and the papers that it printed.

use super::{Page, Room};
use std::cell::Cell;
use std::path::PathBuf;

pub struct Album {
    folder: PathBuf,
    next: Cell<u32>,
    /// Holds the folder when nobody asked for the pictures.
    _room: Option<Room>,
}

impl Album {
    /// In the folder that `BALAI_TOUR` names, otherwise in one that goes with the flow.
    pub fn open() -> Self {
        let asked = std::env::var_os("BALAI_TOUR").map(PathBuf::from);
        let room = asked.is_none().then(Room::new);
        let folder = asked.unwrap_or_else(|| room.as_ref().map(|room| room.path().to_owned()).unwrap_or_default());
        Self { folder, next: Cell::new(1), _room: room }
    }

    /// The window as it is, as `01-name.png` and so on.
    pub fn picture(&self, page: &Page, name: &str) {
        let number = self.next.replace(self.next.get() + 1);
        page.picture(&self.folder.join(format!("{number:02}-{name}.png")));
    }

    /// Where a picture or paper of this name is, or is to be saved.
    pub fn paper(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}
