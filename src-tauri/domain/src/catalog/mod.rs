//! What there is to learn: programmes and the names by which offices call them.

pub mod programme;
pub mod resolve;
pub(crate) mod store;

pub use programme::{Programme, ProgrammeDraft, list, retire, save};
