//! What there is: programmes and their units, instructors, rooms, supplies, and the calendar.

pub mod calendar;
mod circle;
pub mod competence;
pub mod department;
pub mod import;
pub mod instructor;
pub mod instructor_view;
pub mod load;
pub mod presence;
pub mod programme;
pub mod programme_unit;
pub mod programme_version;
pub mod programme_view;
pub mod resolve;
pub mod resources;
mod resources_store;
pub mod room;
pub mod seed;
pub(crate) mod store;
pub mod supply;
pub mod syllabus;
#[cfg(test)]
mod testing;
pub mod unit;
pub mod unit_code;
pub mod unit_supplies;
pub mod word_list;

pub use programme::{Programme, ProgrammeDraft, list, retire, save};
pub use resources::{Resources, resources};
