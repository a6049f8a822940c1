//! The timetable (*jadwal*): one is published, others are copies to try things on.

use super::batch::Batch;
use crate::{
    base::id::Id,
    catalog::{instructor::Instructor, programme_unit::ProgrammeUnit, room::Room},
};
use chrono::{DateTime, NaiveDate, Utc};

words! {
    /// What a timetable is.
    pub enum PlanState {
        /// The one that holds.
        Published = "TERBIT",
        /// A copy to try things on (*rancangan*).
        Draft = "RANCANGAN",
    }

    /// What a session is.
    pub enum SessionKind {
        /// Theory of a unit.
        Theory = "TEORI",
        /// Practice of a unit.
        Practice = "PRAKTIK",
        /// On the job.
        OnTheJob = "OJT",
        /// Opening ceremony.
        Opening = "PEMBUKAAN",
        /// Closing ceremony.
        Closing = "PENUTUPAN",
        /// Assessment.
        Assessment = "ASESMEN",
    }

    /// How a rule of the planner is kept.
    pub enum Strength {
        /// Never broken.
        Hard = "WAJIB",
        /// Broken at a price.
        Soft = "LUNAK",
        /// Not looked at.
        Off = "MATI",
    }
}

table! {
    /// A timetable (*jadwal*). Exactly one is published.
    pub struct Plan = 51 "plan" {
        /// Its name.
        1 A name: String,
        /// Published or a copy.
        2 A state: PlanState,
        /// The planner's seed, so that it can be made again.
        3 A seed: Option<i64>,
        /// What was tried.
        4 A note: Option<String>,
        /// When it was made; a copy shows by it what was published since.
        5 A made_at: DateTime<Utc>,
        /// Thrown away since.
        6 A retired_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// A session (*sesi*): some lessons on end of one batch.
    pub struct Session = 52 "session" {
        /// On which timetable.
        1 A plan_id: Id<Plan>,
        /// Which batch.
        2 A batch_id: Id<Batch>,
        /// What is taught; `None` for ceremonies and assessment.
        3 A programme_unit_id: Option<Id<ProgrammeUnit>>,
        /// What it is.
        4 A kind: SessionKind,
        /// Words of its own.
        5 A title: Option<String>,
        /// The day.
        6 A day_on: NaiveDate,
        /// First lesson of the day's pattern, from 1.
        7 A slot: i64,
        /// How many lessons, in JP.
        8 A length: i64,
        /// Where.
        9 A room_id: Option<Id<Room>>,
        /// Who.
        10 A instructor_id: Option<Id<Instructor>>,
        /// Who else.
        11 A second_id: Option<Id<Instructor>>,
        /// The planner leaves it where it is.
        12 A locked: bool,
        /// The session of the published timetable that this one copies.
        13 A origin_id: Option<Id<Session>>,
    }
}

table! {
    /// A notice of change (*pemberitahuan perubahan jadwal*), as it was given out.
    pub struct ChangeNotice = 53 "change_notice" {
        /// Its number in the office.
        1 A number: i64,
        /// When; it tells what changed since the notice before.
        2 A made_at: DateTime<Utc>,
        /// Why.
        3 A reason: Option<String>,
        /// What changed: JSON lines, as printed.
        4 A body: String,
    }
}

table! {
    /// How the office wants a rule of the planner kept. Without a row: as the planner's default.
    pub struct SchedulingRule = 54 "scheduling_rule" {
        /// The rule's code.
        1 A rule: String,
        /// Hard, soft or off.
        2 A strength: Strength,
        /// Its weight when soft.
        3 A weight: i64,
    }
}
