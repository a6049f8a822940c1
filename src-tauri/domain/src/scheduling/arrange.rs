//! Letting the planner arrange (*susun jadwal*): several proposals, told in figures, of which one is taken.

use super::{
    batch::Batch,
    clash::{Clash, Wording},
    frame::Frame,
    load::loads,
    names::Names,
    plan::{Plan, PlanState, Session},
    rules, timetable,
};
use crate::{
    base::{id::Id, refusal::Refusal},
    store::{Error, Result, Work},
};
use balai_scheduler::{
    centre::{
        faults::Fault,
        plan::{self, Flavour, Outcome},
        problem::{Block, Priority},
    },
    search::Progress,
};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use ts_rs::TS;
use uuid::Uuid;

words! {
    /// What a proposal is best at.
    pub enum ProposalFlavour {
        /// Ends earliest.
        EarliestEnd = "TERCEPAT",
        /// The best rooms.
        BestRooms = "RUANG_TERBAIK",
        /// The lightest load of instructors.
        LightestLoad = "BEBAN_TERINGAN",
    }
}

/// What found no place, and why.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UnplacedRow {
    /// The batch's name.
    pub batch: String,
    /// What is taught.
    pub subject: String,
    /// JP without a place.
    pub jp: i64,
    /// The rules that stand in the way, with their counts.
    pub reasons: Vec<Clash>,
    /// The rule whose relaxing opens most places; `None`: no single one would.
    pub relax: Option<String>,
}

/// A proposal in figures.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Proposal {
    /// By which it is taken.
    pub id: String,
    /// What it is best at.
    pub flavour: ProposalFlavour,
    /// The last day of the batches in question.
    pub ends_on: Option<NaiveDate>,
    /// Days after their due days, together.
    pub late_days: i64,
    /// Sessions in a room of first choice, in percent.
    pub best_rooms: i64,
    /// The most JP that an instructor has in a week.
    pub heaviest_week: i64,
    /// Sessions that it places.
    pub sessions: usize,
    /// What found no place.
    pub unplaced: Vec<UnplacedRow>,
}

/// The proposals.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Arrangement {
    /// The proposals that differ, in the order of their flavours.
    pub proposals: Vec<Proposal>,
}

/// A proposal that lies ready.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Its id.
    pub id: String,
    /// The timetable that it was made for; `None`: the published one.
    pub plan: Option<Id<Plan>>,
    /// Its sessions of the batches in question.
    pub sessions: Vec<Session>,
    /// The sessions that it was made from.
    pub before: Vec<Session>,
    /// The batches.
    pub batches: Vec<Id<Batch>>,
}

/// How much work to put in.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Steps of the search for each flavour; the same steps and seed give the same plan.
    pub steps: u64,
    /// The seed.
    pub seed: u64,
}

impl Effort {
    /// Enough for a proposal within seconds on an office PC: more for few batches, where a step is cheap.
    pub fn of(batches: usize) -> Self {
        Effort { steps: (60_000 / batches.max(1) as u64).clamp(400, 6_000), seed: 1 }
    }
}

/// The parts that the work for a flavour is told in.
const PARTS: u64 = 1_000;

/// Arranges some batches around everything else. Refuses with what no plan can mend (`arrange.*`).
pub fn arrange(
    frame: &Frame,
    names: &Names,
    batches: &[Id<Batch>],
    effort: Effort,
    stop: &dyn Fn() -> bool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(Arrangement, Vec<Ready>)> {
    let spent = |_, steps| steps as f64 / effort.steps.max(1) as f64;
    propose(&Wording { frame: &chosen(frame, batches), names }, batches, effort.seed, &spent, stop, progress)
}

/// As [`arrange`], for as long as the caller's time lasts: `passed` tells its share that has gone by, from 0 to 1.
pub fn arrange_until(
    frame: &Frame,
    names: &Names,
    batches: &[Id<Batch>],
    seed: u64,
    passed: &dyn Fn() -> f64,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(Arrangement, Vec<Ready>)> {
    let spent = |flavour: u64, _| passed() * Flavour::ALL.len() as f64 - flavour as f64;
    propose(&Wording { frame: &chosen(frame, batches), names }, batches, seed, &spent, &|| false, progress)
}

/// Each flavour in turn; `spent` is the share of the work for one that is done after so many of its steps.
fn propose(
    wording: &Wording<'_>,
    batches: &[Id<Batch>],
    seed: u64,
    spent: &dyn Fn(u64, u64) -> f64,
    stop: &dyn Fn() -> bool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(Arrangement, Vec<Ready>)> {
    let frame = wording.frame;
    let (mut proposals, mut ready): (Vec<Proposal>, Vec<Ready>) = (Vec::new(), Vec::new());
    let total = PARTS * Flavour::ALL.len() as u64;
    for (flavour, done) in Flavour::ALL.into_iter().zip(0..) {
        let part = |now: Progress| (now.spent.clamp(0.0, 1.0) * PARTS as f64) as u64;
        let mut told = |now: Progress| progress(done * PARTS + part(now), total);
        let outcome = plan::plan_within(&frame.problem, flavour, seed, &|steps| spent(done, steps), stop, &mut told)
            .map_err(|faults| refusal(frame, &faults))?;
        let own = kept(frame, &outcome.blocks, batches);
        if ready.iter().any(|other| same(&other.sessions, &own)) {
            continue;
        }
        let id = format!("{}", ready.len() + 1);
        proposals.push(proposal(wording, &id, flavour, &outcome, &own, batches));
        ready.push(Ready {
            id,
            plan: frame.plan.as_ref().filter(|plan| plan.state == PlanState::Draft).map(|plan| plan.id),
            before: frame.sessions.iter().filter(|session| batches.contains(&session.batch_id)).cloned().collect(),
            sessions: own,
            batches: batches.to_vec(),
        });
        if stop() {
            break;
        }
    }
    Ok((Arrangement { proposals }, ready))
}

/// The frame in which only the batches in question may move; others without a session are not there.
fn chosen(frame: &Frame, batches: &[Id<Batch>]) -> Frame {
    let mut frame = frame.clone();
    for (batch, one) in frame.batches.iter().zip(&mut frame.problem.batches) {
        if !batches.contains(&batch.id) {
            // What stands is counted, what is missing is not asked for.
            one.courses.iter_mut().for_each(|course| course.jp = 0);
        }
    }
    let movable: HashSet<usize> =
        (0..frame.batches.len()).filter(|at| batches.contains(&frame.batches[*at].id)).collect();
    for block in &mut frame.problem.standing {
        block.locked |= !movable.contains(&block.batch);
    }
    // A batch that is not asked for is no fault of this plan.
    for (at, one) in frame.problem.batches.iter_mut().enumerate() {
        if !movable.contains(&at) {
            one.courses.iter_mut().for_each(|course| course.after.clear());
        }
    }
    frame
}

fn kept(frame: &Frame, blocks: &[Block], batches: &[Id<Batch>]) -> Vec<Session> {
    let plan = frame.plan.as_ref().map_or_else(|| Id::from(Uuid::nil()), |plan| plan.id);
    let own = blocks.iter().filter(|block| batches.contains(&frame.batches[block.batch].id));
    own.map(|block| frame.session(block, plan, || Id::from(Uuid::nil()))).collect()
}

fn same(one: &[Session], other: &[Session]) -> bool {
    let place = |session: &Session| {
        let Session { batch_id, day_on, slot, length, room_id, instructor_id, second_id, .. } = session.clone();
        (batch_id, day_on, slot, length, room_id, instructor_id, second_id)
    };
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| place(a) == place(b))
}

fn proposal(
    wording: &Wording<'_>,
    id: &str,
    flavour: Flavour,
    outcome: &Outcome,
    own: &[Session],
    batches: &[Id<Batch>],
) -> Proposal {
    let frame = wording.frame;
    let mine = |batch: usize| batches.contains(&frame.batches[batch].id);
    let in_rooms: Vec<usize> =
        outcome.blocks.iter().filter(|block| mine(block.batch)).filter_map(|block| block.room).collect();
    let best = in_rooms.iter().filter(|room| frame.problem.rooms[**room].priority == Priority::Optimal).count();
    let loads = loads(own);
    Proposal {
        id: id.to_owned(),
        flavour: match flavour {
            Flavour::EarliestEnd => ProposalFlavour::EarliestEnd,
            Flavour::BestRooms => ProposalFlavour::BestRooms,
            Flavour::LightestLoad => ProposalFlavour::LightestLoad,
        },
        ends_on: own.iter().map(|session| session.day_on).max(),
        late_days: (0..frame.batches.len())
            .filter(|batch| mine(*batch))
            .map(|batch| i64::from(outcome.late[batch]))
            .sum(),
        best_rooms: (100 * best).checked_div(in_rooms.len()).unwrap_or(0) as i64,
        heaviest_week: loads.values().map(|load| load.most().1).max().unwrap_or(0),
        sessions: own.len(),
        unplaced: outcome.unplaced.iter().filter(|one| mine(one.batch)).map(|one| unplaced(wording, one)).collect(),
    }
}

/// What found no place in words.
pub(super) fn unplaced(wording: &Wording<'_>, one: &plan::Unplaced) -> UnplacedRow {
    let taught = wording.frame.taught[one.batch][one.course];
    let subject = taught.unit.map_or_else(|| taught.kind.to_string(), |unit| wording.names.unit(unit).to_owned());
    UnplacedRow {
        batch: wording.frame.batches[one.batch].name.clone(),
        subject,
        jp: i64::from(one.jp),
        relax: one.reasons.first().filter(|reason| reason.alone > 0).map(|reason| rules::code(reason.rule)),
        reasons: one.reasons.iter().take(4).map(|reason| wording.reason(one.batch, reason)).collect(),
    }
}

/// What no plan can mend, in words: the first fault.
fn refusal(frame: &Frame, faults: &[Fault]) -> Error {
    let of = |code: &'static str, batch: usize| Refusal::new("arrange", code).with("batch", &frame.batches[batch].name);
    let refusal = match faults.first() {
        Some(Fault::EmptyWindow { batch }) => of("empty_window", *batch),
        Some(Fault::NoLessons { batch }) => of("no_lessons", *batch),
        Some(Fault::NoCourses { batch }) => of("no_courses", *batch),
        Some(Fault::Circle { batch, .. }) => of("circle", *batch),
        Some(Fault::Dangling) | None => Refusal::new("arrange", "inconsistent"),
    };
    Error::Refused(refusal)
}

/// What was taken.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Taken {
    /// The timetable that holds it.
    pub plan_id: Id<Plan>,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
}

/// Takes a proposal: into a copy, or straight onto the published timetable. Refuses `arrange.stale` when a session was
/// changed since the proposal was made.
pub async fn accept(work: &mut Work, ready: &Ready, publish: bool, name: &str) -> Result<Taken> {
    for session in &ready.before {
        if work.get(session.id).await?.as_ref() != Some(session) {
            return Err(Error::Refused(Refusal::new("arrange", "stale")));
        }
    }
    let plan_id = match ready.plan {
        Some(copy) => copy,
        None if publish => timetable::to_publish(work).await?.id,
        None => timetable::copy(work, None, name).await?,
    };
    let copies = copies(work, plan_id, ready).await?;
    let standing: HashMap<Id<Session>, &Session> = ready.before.iter().map(|session| (session.id, session)).collect();
    let (mut fresh, mut kept) = (Vec::new(), HashSet::new());
    for session in &ready.sessions {
        match standing.get(&session.id).and_then(|known| copies.get(&known.id)) {
            Some(copy) => {
                kept.insert(copy.id);
                work.put(&Session { id: copy.id, plan_id, origin_id: copy.origin_id, ..session.clone() }).await?;
            }
            None => fresh.push(Session { id: work.id(), plan_id, origin_id: None, ..session.clone() }),
        }
    }
    for session in copies.values().filter(|session| !kept.contains(&session.id)) {
        work.remove(session).await?;
    }
    work.put_new_many(&fresh).await?;
    if publish && ready.plan.is_some() {
        timetable::publish(work, plan_id).await?;
    }
    if publish {
        timetable::scheduled(work, &ready.batches).await?;
    }
    work.about(plan_id).await?;
    Ok(Taken { plan_id, starts_on: ready.sessions.iter().map(|session| session.day_on).min() })
}

/// The sessions of the timetable that is written, by the ids of those that the proposal was made from.
async fn copies(work: &mut Work, plan: Id<Plan>, ready: &Ready) -> Result<BTreeMap<Id<Session>, Session>> {
    let own = timetable::all_sessions(work.reads(), plan).await?;
    let mine = own.into_iter().filter(|session| ready.batches.contains(&session.batch_id));
    let same_plan = ready.before.first().is_some_and(|session| session.plan_id == plan);
    Ok(mine
        .map(|session| (if same_plan { session.id } else { session.origin_id.unwrap_or(session.id) }, session))
        .collect())
}
