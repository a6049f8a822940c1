//! What a batch has to go through, as the planner's courses: its units by theory and practice, and around them the
//! opening, the weeks on the job, the assessment and the closing.

use super::{batch::Batch, plan::SessionKind};
use crate::{
    base::id::Id,
    catalog::{
        Programme,
        department::Department,
        instructor::{Competence, Instructor},
        programme_unit::ProgrammeUnit,
        resources::Resources,
        room::Room,
        word_list::has_all,
    },
};
use balai_scheduler::centre::problem::{Course, Day, Qualified};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Lessons of a ceremony.
const CEREMONY_JP: i64 = 2;
/// Days of training in a week on the job.
const OJT_DAYS: i64 = 5;
/// Lessons of a day on the job or of assessment.
const DAY_JP: i64 = 8;
/// Shortest and longest block of lessons.
const BLOCK: (u8, u8) = (2, 4);
/// What takes whole days is put in as large as the day allows.
const WHOLE: (u8, u8) = (1, 16);

/// What a course is to the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Taught {
    /// Which unit of the programme.
    pub unit: Option<Id<ProgrammeUnit>>,
    /// Theory, practice, or what it is otherwise.
    pub kind: SessionKind,
}

/// What the courses of all batches are made from.
pub struct Stock<'a> {
    /// What the centre has.
    pub resources: &'a Resources,
    /// Where each instructor stands in the planner's list.
    pub instructors: &'a HashMap<Id<Instructor>, usize>,
    /// Where each room stands.
    pub rooms: &'a HashMap<Id<Room>, usize>,
    /// The planner's first day.
    pub from: NaiveDate,
    /// How many days there are.
    pub days: usize,
}

impl Stock<'_> {
    fn day(&self, on: NaiveDate) -> Day {
        (on - self.from).num_days().clamp(0, self.days as i64 - 1) as Day
    }

    /// Who may teach a unit of a programme, and when. A unit in no standard of a programme in no field anybody may teach.
    fn qualified(&self, unit: &ProgrammeUnit, field: Option<Id<Department>>) -> Vec<Qualified> {
        let always = |instructor| Qualified { instructor, from: 0, to: self.days.saturating_sub(1) as Day };
        if unit.unit_id.is_none() && field.is_none() {
            return (0..self.instructors.len()).map(always).collect();
        }
        let meant = |one: &&Competence| match (one.unit_id, one.department_id) {
            (Some(known), _) => Some(known) == unit.unit_id,
            (None, known) => known.is_some() && known == field,
        };
        let last = self.from + chrono::Days::new(self.days.saturating_sub(1) as u64);
        let within = |one: &&Competence| {
            one.valid_from.is_none_or(|from| from <= last) && one.valid_to.is_none_or(|to| to >= self.from)
        };
        let of = |one: &Competence| {
            let instructor = *self.instructors.get(&one.instructor_id)?;
            let usual = always(instructor);
            Some(Qualified {
                instructor,
                from: one.valid_from.map_or(usual.from, |day| self.day(day)),
                to: one.valid_to.map_or(usual.to, |day| self.day(day)),
            })
        };
        self.resources.competences.iter().filter(meant).filter(within).filter_map(of).collect()
    }

    /// Rooms of the kind with the equipment, of the field or of all. What a unit needs stands where it is practised;
    /// its theory needs it only when there is no practice.
    fn rooms(&self, unit: &ProgrammeUnit, practice: bool, field: Option<Id<Department>>) -> Vec<usize> {
        let kind = if practice { unit.practice_room } else { unit.theory_room };
        let equipped = practice || unit.jp_practice == 0;
        let fits = |room: &&Room| {
            kind.is_none_or(|kind| room.kind == kind)
                && (!equipped || has_all(unit.equipment.as_deref(), room.equipment.as_deref()))
                && room.department_id.is_none_or(|department| Some(department) == field)
        };
        self.resources.rooms.iter().filter(fits).filter_map(|room| self.rooms.get(&room.id).copied()).collect()
    }

    fn supplies(&self, unit: &ProgrammeUnit, seats: i64) -> Vec<(usize, u32)> {
        let own = self.resources.unit_supplies.iter().filter(|need| need.programme_unit_id == unit.id);
        own.filter_map(|need| {
            let supply = self.resources.supplies.iter().position(|supply| supply.id == need.supply_id)?;
            let quantity = need.quantity * if need.per_trainee { seats } else { 1 };
            Some((supply, u32::try_from(quantity).unwrap_or(u32::MAX)))
        })
        .collect()
    }
}

/// The courses of a batch, with what each is.
pub fn courses(stock: &Stock<'_>, batch: &Batch, programme: &Programme) -> (Vec<Course>, Vec<Taught>) {
    let (mut courses, mut taught): (Vec<Course>, Vec<Taught>) = (Vec::new(), Vec::new());
    let units: Vec<&ProgrammeUnit> = stock
        .resources
        .programme_units
        .iter()
        .filter(|unit| unit.programme_id == programme.id && unit.retired_at.is_none())
        .collect();
    let mut of_unit: HashMap<Id<ProgrammeUnit>, Vec<usize>> = HashMap::new();
    let opening = event(&mut courses, &mut taught, SessionKind::Opening, if batch.opening { CEREMONY_JP } else { 0 });
    for (number, unit) in (1..).zip(&units) {
        let parts = [(SessionKind::Theory, unit.jp_theory), (SessionKind::Practice, unit.jp_practice)];
        for (kind, jp) in parts.into_iter().filter(|(_, jp)| *jp > 0) {
            of_unit.entry(unit.id).or_default().push(courses.len());
            courses.push(Course {
                jp: jp.clamp(0, 10_000) as u16,
                block: BLOCK,
                unit: number,
                practice: kind == SessionKind::Practice,
                people: unit.instructors.clamp(0, 2) as u8,
                qualified: stock.qualified(unit, programme.department_id),
                rooms: stock.rooms(unit, kind == SessionKind::Practice, programme.department_id),
                needs_room: true,
                supplies: stock.supplies(unit, batch.seats),
                after: opening.into_iter().collect(),
            });
            taught.push(Taught { unit: Some(unit.id), kind });
        }
    }
    for need in &stock.resources.prerequisites {
        let before = of_unit.get(&need.needs_id).cloned().unwrap_or_default();
        for course in of_unit.get(&need.programme_unit_id).into_iter().flatten() {
            courses[*course].after.extend(&before);
        }
    }
    let on_the_job: i64 = units.iter().map(|unit| unit.jp_ojt).sum();
    let ojt = if on_the_job > 0 { on_the_job } else { batch.ojt_weeks * OJT_DAYS * DAY_JP };
    event(&mut courses, &mut taught, SessionKind::OnTheJob, ojt);
    event(&mut courses, &mut taught, SessionKind::Assessment, batch.assessment_days * DAY_JP);
    event(&mut courses, &mut taught, SessionKind::Closing, if batch.closing { CEREMONY_JP } else { 0 });
    (courses, taught)
}

/// Something that comes after everything before it and needs neither room nor instructor of the planner.
fn event(courses: &mut Vec<Course>, taught: &mut Vec<Taught>, kind: SessionKind, jp: i64) -> Option<usize> {
    if jp <= 0 {
        return None;
    }
    let at = courses.len();
    let unit = u32::MAX - at as u32;
    courses.push(Course {
        jp: jp.min(10_000) as u16,
        block: WHOLE,
        unit,
        after: (0..at).collect(),
        ..Course::default()
    });
    taught.push(Taught { unit: None, kind });
    Some(at)
}
