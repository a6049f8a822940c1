//! What the flows in the real window stand on: a screen, a driver, a desk, and hands and eyes for its page.
//!
//! Everything is started by the test itself, on free ports and in folders of its own, and ended by its number.
//! The desk is the built program; nothing here links it. Only `office_file` reads what it wrote, by the office's own door.

mod album;
mod axe;
mod chord;
mod desk;
mod http;
mod keyring;
mod look;
mod office_file;
mod page;
mod process;
mod room;
mod screen;
mod session;
mod small_disk;

pub use album::Album;
pub use desk::{Desk, PASSPHRASE, Start};
pub use keyring::Keyring;
pub use look::{css, label, role, text};
pub use office_file::{OfficeFile, made_by_a_newer_program};
pub use page::Page;
pub use process::Process;
pub use room::Room;
