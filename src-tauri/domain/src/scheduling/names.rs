//! What the parts of a timetable are called, also those that are gone: a notice of last month still names them.

use super::{batch::Batch, names_store};
use crate::{
    base::id::Id,
    catalog::{Programme, calendar::TimePattern, instructor::Instructor, programme_unit::ProgrammeUnit, room::Room},
    store::{Result, SqliteConnection},
};
use serde::Serialize;
use ts_rs::TS;

/// A batch on the board.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BatchName {
    /// Which.
    pub id: Id<Batch>,
    /// Its name.
    pub name: String,
    /// What is taught.
    pub programme_id: Id<Programme>,
    /// Its usual time pattern.
    pub pattern_id: Id<TimePattern>,
    /// Trainees.
    pub seats: i64,
    /// Retired or cancelled.
    pub gone: bool,
}

/// An instructor on the board.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InstructorName {
    /// Who.
    pub id: Id<Instructor>,
    /// Full name.
    pub name: String,
    /// As in a cell.
    pub initials: String,
    /// Left.
    pub gone: bool,
}

/// A room on the board.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RoomName {
    /// Which.
    pub id: Id<Room>,
    /// As in a cell.
    pub code: String,
    /// Its name.
    pub name: String,
    /// No longer used.
    pub gone: bool,
}

/// A unit of a programme on the board.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UnitName {
    /// Which.
    pub id: Id<ProgrammeUnit>,
    /// Of which programme.
    pub programme_id: Id<Programme>,
    /// Code of the standard; `None`: in no standard.
    pub code: Option<String>,
    /// Its name.
    pub title: String,
}

/// What the parts of a timetable are called.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Names {
    /// Batches by name.
    pub batches: Vec<BatchName>,
    /// Instructors by name.
    pub instructors: Vec<InstructorName>,
    /// Rooms by code.
    pub rooms: Vec<RoomName>,
    /// Units in the order of their programmes.
    pub units: Vec<UnitName>,
}

impl Names {
    /// The batch's name; empty when nobody knows it.
    pub fn batch(&self, id: Id<Batch>) -> &str {
        self.batches.iter().find(|batch| batch.id == id).map_or("", |batch| &batch.name)
    }

    /// The instructor's name.
    pub fn instructor(&self, id: Id<Instructor>) -> &str {
        self.instructors.iter().find(|one| one.id == id).map_or("", |one| &one.name)
    }

    /// The room's code.
    pub fn room(&self, id: Id<Room>) -> &str {
        self.rooms.iter().find(|room| room.id == id).map_or("", |room| &room.code)
    }

    /// The unit's name.
    pub fn unit(&self, id: Id<ProgrammeUnit>) -> &str {
        self.units.iter().find(|unit| unit.id == id).map_or("", |unit| &unit.title)
    }
}

/// Reads all names, also of what is gone.
pub async fn load(connection: &mut SqliteConnection) -> Result<Names> {
    Ok(Names {
        batches: names_store::batches(&mut *connection).await?,
        instructors: names_store::instructors(&mut *connection).await?,
        rooms: names_store::rooms(&mut *connection).await?,
        units: names_store::units(&mut *connection).await?,
    })
}
