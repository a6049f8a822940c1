//! The office itself: its officers and their rights, dated settings, human numbers, drafts, disclosure of data.

pub mod desk_notes;
pub mod disclosure;
pub mod login;
pub mod number;
#[expect(clippy::module_inception, reason = "the folder is the feature, the file is the row")]
pub mod office;
pub mod officer;
pub mod role;
pub mod setting;
pub mod setup;
pub(crate) mod store;
pub mod view;

pub use office::Office;
pub use officer::Officer;
pub use role::{Right, Role};

use crate::store::{Result, SqliteConnection};

/// The office of this file, once set up.
pub async fn office(connection: &mut SqliteConnection) -> Result<Option<Office>> {
    store::office(connection).await
}

/// All officers, those who left last.
pub async fn officers(connection: &mut SqliteConnection) -> Result<Vec<officer::OfficerCard>> {
    store::officers(connection).await
}
