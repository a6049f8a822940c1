//! What there is: programmes and their units, instructors, rooms, supplies, and the calendar.

pub mod calendar;
pub mod department;
pub mod instructor;
pub mod programme;
pub mod programme_unit;
pub mod resolve;
pub mod resources;
mod resources_store;
pub mod room;
pub(crate) mod store;
pub mod supply;
pub mod unit;

pub use programme::{Programme, ProgrammeDraft, list, retire, save};
pub use resources::{Resources, resources};
