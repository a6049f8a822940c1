//! Everything that a timetable is made from, in one read: what is taught, who teaches it, where, and with what.

use super::{
    department::Department,
    instructor::{Absence, Availability, Competence, Instructor},
    programme::Programme,
    programme_unit::{Prerequisite, ProgrammeUnit},
    resources_store as store,
    room::{Closure, Room},
    supply::{Supply, UnitSupply},
    unit::Unit,
};
use crate::store::{Result, SqliteConnection};

/// What the centre has. Nothing retired is in it but programmes and units of standards, which running batches may still
/// use; days away and days closed are, whenever they are.
#[derive(Clone, Debug, Default)]
pub struct Resources {
    /// Fields of training by name.
    pub departments: Vec<Department>,
    /// Programmes by name, also those no longer taught.
    pub programmes: Vec<Programme>,
    /// Units of the standards by code, also superseded ones.
    pub units: Vec<Unit>,
    /// What programmes consist of, by programme and position.
    pub programme_units: Vec<ProgrammeUnit>,
    /// What must come before what.
    pub prerequisites: Vec<Prerequisite>,
    /// What units need of supplies.
    pub unit_supplies: Vec<UnitSupply>,
    /// Who teaches, by name.
    pub instructors: Vec<Instructor>,
    /// What they may teach.
    pub competences: Vec<Competence>,
    /// When they are there in a normal week; whoever has no row is always there.
    pub availability: Vec<Availability>,
    /// Days on which they are away, by first day.
    pub absences: Vec<Absence>,
    /// Rooms by code.
    pub rooms: Vec<Room>,
    /// Days on which rooms are closed, by first day.
    pub closures: Vec<Closure>,
    /// Tools and consumables by name.
    pub supplies: Vec<Supply>,
}

/// Reads all of it.
pub async fn resources(connection: &mut SqliteConnection) -> Result<Resources> {
    Ok(Resources {
        departments: store::departments(&mut *connection, false).await?,
        programmes: super::store::programmes(&mut *connection, true).await?,
        units: store::units(&mut *connection, true).await?,
        programme_units: store::programme_units(&mut *connection).await?,
        prerequisites: store::prerequisites(&mut *connection).await?,
        unit_supplies: store::unit_supplies(&mut *connection).await?,
        instructors: store::instructors(&mut *connection, false).await?,
        competences: store::competences(&mut *connection).await?,
        availability: store::availability(&mut *connection).await?,
        absences: store::absences(&mut *connection).await?,
        rooms: store::rooms(&mut *connection, false).await?,
        closures: store::closures(&mut *connection).await?,
        supplies: store::supplies(&mut *connection, false).await?,
    })
}
